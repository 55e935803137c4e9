package model_test

import (
	"testing"

	. "fortegnelse/model"
	"fortegnelse/model/law"
)

var dataNeeds = []need{{
	id: "N18", says: "a wide pick-list of data subjects",
	records: []Record{&Activity{Head: at("B-01"), Title: "Henvendelser", Groups: Value([]Group{
		{Subjects: "patient", Text: "patienter"}, {Subjects: "relative", Text: "pårørende"},
		{Subjects: "partner", Text: "eksterne samarbejdspartnere"}, {Subjects: "child", Text: "dit barn"},
		{Subjects: "ward", Text: "dit værgemål"}, {Subjects: "system_user", Text: "som bruker av våre systemer"},
		{Subjects: "supplier_contact", Text: "kontaktperson hos juridisk person"},
	})}},
	holds: []fact{
		is("B-01", "groups[1].subjects", "relative"), is("B-01", "groups[2].subjects", "partner"),
		is("B-01", "groups[3].subjects", "child"), is("B-01", "groups[4].subjects", "ward"),
		is("B-01", "groups[5].subjects", "system_user"), is("B-01", "groups[6].text", "kontaktperson hos juridisk person"),
	},
	also: func(t *testing.T, _ *Register) {
		coded(t, "subject_category", "private_patient", "insurance_patient", "client", "citizen", "other_customer", "applicant",
			"employee", "visitor", "subscriber", "participant", "pictured_person", "third_country_citizen")
	},
}, {
	id: "N19", says: "what the law says of data (their class) beside how the policy labels them, so that a difference can be found",
	records: []Record{&Activity{Head: at("B-01"), Title: "Journal", Groups: about("patient",
		DataItem{Key: "d1", Category: "national_id", Text: "CPR-nummer", Class: NationalID, PrintedClass: "Særlige kategorier"},
		DataItem{Key: "d2", Category: "health", Class: Special, Special: "health", PrintedClass: "Særlige kategorier"},
		DataItem{Key: "d3", Category: "social_circumstances", Text: "sociale forhold", Class: Confidential},
		DataItem{Key: "d4", Category: "criminal", Class: Criminal},
	)}},
	holds: []fact{
		is("B-01", "groups[0].data[0].class", "national_id"), is("B-01", "groups[0].data[0].printedClass", "Særlige kategorier"),
		is("B-01", "groups[0].data[1].class", "special"), is("B-01", "groups[0].data[2].class", "confidential"),
		is("B-01", "groups[0].data[3].class", "criminal"),
	},
	also: func(t *testing.T, _ *Register) {
		if item, _ := law.Find("data_category", "national_id"); item.Class != NationalID {
			t.Errorf("the law data propose class %q for a national identification number", item.Class)
		}
	},
}, {
	id: "N20", says: "which special category of Art. 9",
	records: []Record{&Activity{Head: at("B-01"), Title: "Forløb", Groups: about("client",
		DataItem{Key: "d1", Category: "health", Class: Special, Special: "health"},
		DataItem{Key: "d2", Category: "sex_life", Text: "seksuelle forhold", Class: Special, Special: "sex_life"},
		DataItem{Key: "d3", Category: "race", Text: "race eller etnisk oprindelse", Class: Special, Special: "race"},
		DataItem{Key: "d4", Category: "religion", Text: "religiøse forhold", Class: Special, Special: "religion"},
	)}},
	holds: []fact{
		is("B-01", "groups[0].data[0].special", "health"), is("B-01", "groups[0].data[1].special", "sex_life"),
		is("B-01", "groups[0].data[2].special", "race"), is("B-01", "groups[0].data[3].special", "religion"),
	},
}, {
	id: "N21", says: "the national identification number under its three names, with a legal basis of its own",
	records: []Record{&Activity{
		Head: at("B-01"), Title: "Journal",
		Purposes: purpose("Journalføring", Basis{
			Data: []string{"d1"}, Assigned: "source",
			Laws: []LawReference{{Printed: "databeskyttelseslovens § 11, stk. 2, nr. 1", Code: "DK-DBL-11-2-1"}},
		}),
		Groups: about("patient",
			DataItem{Key: "d1", Category: "national_id", Text: "CPR-nummer", Class: NationalID},
			DataItem{Key: "d2", Category: "national_id", Text: "Personnummer", Class: NationalID},
			DataItem{Key: "d3", Category: "national_id", Text: "fødselsnummer", Class: NationalID}),
	}},
	holds: []fact{
		is("B-01", "groups[0].data[0].text", "CPR-nummer"), is("B-01", "groups[0].data[1].text", "Personnummer"),
		is("B-01", "groups[0].data[2].text", "fødselsnummer"), is("B-01", "purposes[0].bases[0].data", "d1"),
		is("B-01", "purposes[0].bases[0].laws[0].printed", "databeskyttelseslovens § 11, stk. 2, nr. 1"),
		is("B-01", "purposes[0].bases[0].laws[0].code", "DK-DBL-11-2-1"),
	},
	also: func(t *testing.T, r *Register) { provisionsKnown(t, r) },
}, {
	id: "N22", says: "photos and films as special data, of a treatment",
	records: []Record{&Activity{Head: at("B-01"), Title: "Kosmetisk behandling", Type: "cosmetic_treatment", Groups: about("patient",
		DataItem{
			Key: "d1", Category: "health_photo", Text: "Før- og efterbilleder", Class: Special, Special: "health",
			Condition: "i forbindelse med kosmetisk behandling",
		},
		DataItem{Key: "d2", Category: "video", Text: "billede- og videomateriale", Class: Special, Special: "health"},
	)}},
	holds: []fact{
		is("B-01", "type", "cosmetic_treatment"), is("B-01", "groups[0].data[0].class", "special"),
		is("B-01", "groups[0].data[0].condition", "i forbindelse med kosmetisk behandling"), is("B-01", "groups[0].data[1].special", "health"),
	},
}, {
	id: "N23", says: "data that are optional, conditional, or free text that may tell of health",
	records: []Record{&Activity{Head: at("B-01"), Title: "Evaluering", Groups: about("relative",
		DataItem{Key: "d1", Category: "photo", Text: "Evt. foto", Class: Ordinary, Optional: Yes},
		DataItem{
			Key: "d2", Category: "free_text", Text: "personlige kommentarer, der kan omfatte helbredsoplysninger",
			Class: Special, Special: "health", FreeText: Yes,
		},
		DataItem{Key: "d3", Category: "religion", Class: Special, Special: "religion", Condition: "hvis det er relevant", Optional: No},
	)}},
	holds: []fact{
		is("B-01", "groups[0].data[0].optional", "yes"), is("B-01", "groups[0].data[1].freeText", "yes"),
		is("B-01", "groups[0].data[1].special", "health"), is("B-01", "groups[0].data[2].condition", "hvis det er relevant"),
		is("B-01", "groups[0].data[2].optional", "no"),
	},
}, {
	id: "N24", says: "items of the sector",
	records: []Record{&Activity{Head: at("B-01"), Title: "Betaling og booking", Groups: about("patient",
		DataItem{Key: "d1", Category: "insurance_number", Text: "Försäkringsnummer", Class: Confidential},
		DataItem{Key: "d2", Category: "claim_number", Text: "skadeanmälannummer", Class: Confidential},
		DataItem{Key: "d3", Category: "payment_card", Text: "kontokortsnummer registreras", Class: Confidential},
		DataItem{Key: "d4", Category: "preferences", Text: "preferanse informasjon", Class: Ordinary},
		DataItem{Key: "d5", Category: "questionnaire_health", Text: "Symptom Check List spørgeskema", Class: Special, Special: "health"},
		DataItem{Key: "d6", Category: "login", Text: "Login til vores bookingsystem", Class: Ordinary},
	)}},
	holds: []fact{
		is("B-01", "groups[0].data[0].category", "insurance_number"), is("B-01", "groups[0].data[1].category", "claim_number"),
		is("B-01", "groups[0].data[2].category", "payment_card"), is("B-01", "groups[0].data[3].category", "preferences"),
		is("B-01", "groups[0].data[4].category", "questionnaire_health"), is("B-01", "groups[0].data[5].category", "login"),
	},
	also: func(t *testing.T, _ *Register) {
		coded(t, "data_category", "attendance", "effect_scores", "access_log", "ip_address", "date_time")
	},
}, {
	id: "N25", says: "the same data in several activities under different rules",
	records: []Record{
		&RetentionRule{Head: at("R-01"), Data: "behandlingsoplysninger", Qualifier: "minimum", Period: Value(Period{Length: 10, Unit: "year"})},
		&RetentionRule{Head: at("R-02"), Data: "faktura", Qualifier: "exact", Period: Value(Period{Length: 5, Unit: "year"})},
		&Activity{Head: at("B-01"), Title: "Journal", Groups: about("patient", DataItem{
			Key: "d1", Category: "booking", Class: Special, Special: "health", Retention: Value(ids("R-01")),
		})},
		&Activity{Head: at("B-02"), Title: "Fakturering", Groups: about("patient", DataItem{
			Key: "d1", Category: "booking", Class: Ordinary, Retention: Value(ids("R-02")),
		})},
	},
	holds: []fact{
		is("B-01", "groups[0].data[0].class", "special"), is("B-02", "groups[0].data[0].class", "ordinary"),
		is("B-01", "groups[0].data[0].retention", string(id("R-01"))), is("B-02", "groups[0].data[0].retention", string(id("R-02"))),
	},
}, {
	id: "N26", says: "where data come from, also other persons, registers and insurers; or that it is not stated",
	records: []Record{&Activity{Head: at("B-01"), Title: "Henvisning", Groups: about("patient",
		DataItem{Key: "d1", Category: "health", Class: Special, Special: "health", Sources: Value([]Source{
			{Category: "website", Text: "gennem vores hjemmeside"}, {Category: "phone"}, {Category: "email"}, {Category: "visit"},
			{Category: "national_patient_register", Text: "Landspatientregistret"}, {Category: "employer", Text: "fra din arbejdsgiver"},
			{Category: "pension_company", Text: "dit pensionsselskab"}, {Category: "municipality", Text: "din kommune"},
		})},
		DataItem{Key: "d2", Category: "name", Class: Ordinary, Sources: Say[[]Source](NotStated)},
	)}},
	holds: []fact{
		is("B-01", "groups[0].data[0].sources[0].category", "website"), is("B-01", "groups[0].data[0].sources[4].text", "Landspatientregistret"),
		is("B-01", "groups[0].data[0].sources[5].category", "employer"), is("B-01", "groups[0].data[0].sources[6].category", "pension_company"),
		answers("B-01", "groups[0].data[1].sources", NotStated),
	},
	also: func(t *testing.T, _ *Register) {
		coded(t, "source_category", "person", "relatives", "doctor", "hospital", "home_care", "public_register", "cpr_register", "insurer",
			"cookies", "app", "registration")
	},
}}

// provisionsKnown demands that the law data hold every provision that the
// register codes.
func provisionsKnown(t *testing.T, r *Register) {
	t.Helper()
	for _, k := range Kinds {
		for _, rec := range r.Records(k) {
			for _, l := range Leaves(rec) {
				if l.Field.Owner != "law_reference" || l.Field.Name != "code" {
					continue
				}
				if _, ok := law.ProvisionOf(l.Text()); !ok {
					t.Errorf("%s %s: there is no provision %s", rec.Meta().Number, l.Path, l.Text())
				}
			}
		}
	}
}
