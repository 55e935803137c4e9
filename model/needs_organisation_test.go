package model_test

import (
	"testing"

	. "fortegnelse/model"
	"fortegnelse/model/law"
)

// offered reports whether a vocabulary holds a code.
func offered(vocabulary, code string) bool {
	_, ok := law.Find(vocabulary, code)
	return ok
}

// policy is the document that the needs quote from.
var policy = &Document{
	Head: at("K-01"), Title: "Persondatapolitik", Type: "privacy_policy",
	Dated: Date{Year: 2018, Month: 9, Day: 12}, DatePrinted: "12/9 2018", Version: "1", Language: "da", Review: "read",
}

// quote traces a field to a sentence of the policy.
func quote(field, words string, line int) []Evidence {
	return []Evidence{{Field: field, Quote: words, Document: policy.ID, Line: line}}
}

var organisationNeeds = []need{{
	id: "N01", says: "two legal entities under one brand, separate or joint, and an activity of both",
	records: []Record{
		&LegalEntity{
			Head: at("E-01"), LegalName: Value("Hudläkargruppen i Stockholm KB"), TradeNames: []string{"Hudläkargruppen"},
			Registration: Value(Registration{Kind: "se_orgnr", Printed: "969790-9423", Normalised: "9697909423"}),
		},
		&LegalEntity{
			Head: at("E-02"), LegalName: Value("Antero Medical Consulting AB"), TradeNames: []string{"Hudläkargruppen"},
			Registration: Value(Registration{Kind: "se_orgnr", Printed: "556524-6369", Normalised: "5565246369"}),
		},
		&Activity{Head: at("B-01"), Title: "Patientjournal", Role: AsJointController, Entities: ids("E-01", "E-02")},
		&Activity{Head: at("B-02"), Title: "Bokföring", Role: AsController, Entities: ids("E-02")},
	},
	holds: []fact{
		is("E-01", "registration.normalised", "9697909423"), is("E-02", "registration.normalised", "5565246369"),
		is("E-01", "tradeNames", "Hudläkargruppen"), is("E-02", "tradeNames", "Hudläkargruppen"),
		is("B-01", "role", "joint_controller"), is("B-01", "entities", string(id("E-01")+", "+id("E-02"))),
	},
	also: func(t *testing.T, r *Register) {
		// An export for one entity holds its own activities and the shared.
		if one, both := len(r.ActivitiesOf(id("E-01"))), len(r.ActivitiesOf(id("E-02"))); one != 1 || both != 2 {
			t.Errorf("%d and %d activities, want 1 and 2", one, both)
		}
	},
}, {
	id: "N02", says: "a trade name, the legal name not stated, and saved all the same (a finding rests on it)",
	records: []Record{&LegalEntity{Head: at("E-01"), LegalName: Say[string](NotStated), TradeNames: []string{"DermaMediSpa"}}},
	holds:   []fact{answers("E-01", "legalName", NotStated), is("E-01", "tradeNames", "DermaMediSpa")},
	also: func(t *testing.T, r *Register) {
		if got := r.TitleOf(id("E-01")); got != "DermaMediSpa" {
			t.Errorf("it is called %q", got)
		}
	},
}, {
	id: "N03", says: "joint controllership with a social network for one activity, with its arrangement; no processor",
	records: []Record{
		&Party{Head: at("P-01"), LegalName: "Facebook", Type: "social_network"},
		&Agreement{
			Head: at("A-01"), Title: "Aftale om fælles dataansvar", Type: "joint_arrangement", State: "confirmed_individually",
			Parties: ids("P-01"), Signed: Say[Date](NotStated), Documents: ids("K-02"),
		},
		&Document{Head: at("K-02"), Title: "Aftalen", Type: "joint_arrangement", Link: "https://www.facebook.com/legal/terms/page_controller_addendum"},
		&Activity{Head: at("B-01"), Title: "Facebook-side", Role: AsJointController, JointWith: Value([]JointParty{{
			Party: id("P-01"), Agreement: id("A-01"), Scope: "sammen med Facebook fælles dataansvarlig",
		}})},
	},
	holds: []fact{
		is("B-01", "jointWith[0].party", string(id("P-01"))), is("B-01", "jointWith[0].agreement", string(id("A-01"))),
		is("B-01", "jointWith[0].scope", "sammen med Facebook fælles dataansvarlig"),
		is("A-01", "type", "joint_arrangement"), answers("A-01", "signed", NotStated), is("A-01", "documents", string(id("K-02"))),
	},
	also: func(t *testing.T, r *Register) {
		if n := len(r.Processors()); n != 0 {
			t.Errorf("%d processors, want none", n)
		}
	},
}, {
	id: "N04", says: "a social network in use without a stated role (a finding rests on it)",
	records: []Record{
		&Party{Head: at("P-01"), LegalName: "Facebook", Type: "social_network"},
		&Activity{Head: at("B-01"), Title: "Marknadsföring", Recipients: Value([]Recipient{{
			Type: "unclear", Category: "social_network", Party: id("P-01"), Text: "använder vi oss av Facebook",
		}})},
	},
	holds: []fact{is("B-01", "recipients[0].type", "unclear"), is("B-01", "recipients[0].party", string(id("P-01")))},
	also:  func(t *testing.T, _ *Register) { coded(t, "role_assessment", "unclear") },
}, {
	id: "N05", says: "the clinic as processor for a municipality: the record of Art. 30(2)",
	records: []Record{
		&Party{Head: at("P-01"), LegalName: "Kommunen", Type: "municipality"},
		&LegalEntity{Head: at("E-01"), LegalName: Value("Kalmia ApS")},
		&Activity{Head: at("B-01"), Title: "Forløb for kommunen", Role: AsProcessor, Entities: ids("E-01"), ActingFor: Value([]ActingFor{
			{Party: id("P-01"), Category: "kommuner", Processing: "Behandling og underretning af dataansvarlig/kommunen"},
		})},
	},
	holds: []fact{
		is("B-01", "role", "processor"), is("B-01", "actingFor[0].party", string(id("P-01"))),
		is("B-01", "actingFor[0].processing", "Behandling og underretning af dataansvarlig/kommunen"),
	},
	also: func(t *testing.T, r *Register) {
		if c := Completeness(r.Activities()[0]); c["b"] != Complete || c["f"] != NotAsked {
			t.Errorf("completeness %v: Art. 30(2) asks for (b), not for (f)", c)
		}
	},
}, {
	id: "N06", says: "a role with a shared mailbox instead of a person; a data protection officer appointed, not required, or not stated",
	records: []Record{
		&LegalEntity{
			Head: at("E-01"), TradeNames: []string{"Vejlefjord"}, ContactRole: Value("Visitationen"),
			Contacts: []Contact{{Purpose: "data_subject_rights", Role: "Visitationen", Email: "visitationen@vejlefjord.dk"}},
			DPO:      Value(DPO{Status: "not_required", Reason: "Kerneaktiviteten er ikke behandling i stort omfang."}),
		},
		&LegalEntity{Head: at("E-02"), TradeNames: []string{"Hudläkargruppen"}, ContactRole: Say[string](NotStated), DPO: Say[DPO](NotStated)},
		&LegalEntity{Head: at("E-03"), TradeNames: []string{"Klinik"}, DPO: Value(DPO{Status: "appointed", Contact: Contact{Role: "Databeskyttelsesrådgiver", Email: "dpo@klinik.example"}})},
	},
	holds: []fact{
		is("E-01", "contacts[0].role", "Visitationen"), is("E-01", "contacts[0].email", "visitationen@vejlefjord.dk"),
		is("E-01", "dpo.status", "not_required"), is("E-01", "dpo.reason", "Kerneaktiviteten er ikke behandling i stort omfang."),
		answers("E-02", "dpo", NotStated), answers("E-02", "contactRole", NotStated), is("E-03", "dpo.status", "appointed"),
	},
}, {
	id: "N07", says: "company numbers and addresses of three countries, as printed and normalised",
	records: []Record{
		numbered("E-01", "cvr", "42 51 17 49", "dk", "8000"), numbered("E-02", "se_orgnr", "969790-9423", "se", "113 42"),
		numbered("E-03", "no_orgnr", "974 760 673", "no", "0188"),
	},
	holds: []fact{
		is("E-01", "registration.printed", "42 51 17 49"), is("E-01", "registration.normalised", "42511749"),
		is("E-02", "registration.printed", "969790-9423"), is("E-02", "registration.normalised", "9697909423"),
		is("E-03", "registration.printed", "974 760 673"), is("E-03", "registration.normalised", "974760673"),
		is("E-02", "address.postcode", "113 42"), is("E-03", "address.country", "no"),
	},
	also: func(t *testing.T, r *Register) {
		for _, e := range r.LegalEntities() {
			if _, ok := law.CheckNumber(e.Registration.Value.Kind, e.Registration.Value.Printed); !ok {
				t.Errorf("the check digit of %s is said to be wrong", e.Registration.Value.Printed)
			}
		}
	},
}, {
	id: "N08", says: "an e-mail address that cannot be used: not stated as a value, kept as a quote",
	records: []Record{policy, &LegalEntity{
		Head:  Head{ID: id("E-01"), Number: "E-01", Evidence: quote("email", "gøre dette ved at sende en mail til [email protected]", 98)},
		Email: Say[string](NotStated), TradeNames: []string{"AntiAge"},
	}},
	holds: []fact{
		answers("E-01", "email", NotStated), is("E-01", "evidence[0].field", "email"),
		is("E-01", "evidence[0].quote", "gøre dette ved at sende en mail til [email protected]"),
	},
}, {
	id: "N09", says: "the supervisory authority per country with its present address, and the authority of the sector as recipient",
	records: []Record{
		&LegalEntity{Head: at("E-01"), TradeNames: []string{"Kalmia"}, Authority: Value(Authority("dk_datatilsynet"))},
		&LegalEntity{Head: at("E-02"), TradeNames: []string{"Hudläkargruppen"}, Authority: Value(Authority("se_imy"))},
		&LegalEntity{Head: at("E-03"), TradeNames: []string{"DermaMediSpa"}, Authority: Value(Authority("no_datatilsynet"))},
		&Party{Head: at("P-01"), LegalName: "Styrelsen for Patientsikkerhed", Type: "public_authority"},
		&Activity{Head: at("B-01"), Title: "Tilsyn", Recipients: Value([]Recipient{{
			Type: "authority", Category: "health_authority", Party: id("P-01"), Text: "Styrelsen for PatientSikkerhed",
		}})},
	},
	holds: []fact{
		is("E-01", "authority", "dk_datatilsynet"), is("E-02", "authority", "se_imy"), is("E-03", "authority", "no_datatilsynet"),
		is("B-01", "recipients[0].category", "health_authority"), is("B-01", "recipients[0].text", "Styrelsen for PatientSikkerhed"),
	},
	also: func(t *testing.T, r *Register) {
		for _, e := range r.LegalEntities() {
			if a, ok := law.AuthorityOf(e.Authority.Value); !ok || a.Postcode == "" {
				t.Errorf("%s has no address", e.Authority.Value)
			}
		}
		if _, old := law.OutdatedAddress("Datatilsynet, Borgergade 28, 5. sal"); !old {
			t.Error("an address that the authority has left is not recognised")
		}
	},
}, {
	id: "N10", says: "Danish, Swedish, Norwegian and mixed texts with their own signs",
	records: []Record{
		&System{Head: at("Y-01"), Title: "Journal", Access: Value("unikke bruger-id’er"), Data: Value("«ikke-sensitiv», »CPR«, § 11 – ”lösenord”")},
		&Document{Head: at("K-01"), Title: "Personuppgiftspolicy", Language: "sv"},
	},
	holds: []fact{
		is("Y-01", "access", "unikke bruger-id’er"), is("Y-01", "data", "«ikke-sensitiv», »CPR«, § 11 – ”lösenord”"), is("K-01", "language", "sv"),
	},
	also: func(t *testing.T, r *Register) {
		if r.Info().Language != "da" {
			t.Errorf("the register is in %q", r.Info().Language)
		}
	},
}, {
	id: "N11", says: "the date of a policy as printed and as a date, its version and its next review (overdue is found from it)",
	records: []Record{
		&Document{
			Head:  Head{ID: id("K-01"), Number: "K-01", ReviewEvery: 12, NextReview: Date{Year: 2019, Month: 9, Day: 12}},
			Title: "Persondatapolitik", Dated: Date{Year: 2018, Month: 9, Day: 12}, DatePrinted: "Opdateret d.12/9 2018", Version: "2",
		},
		&Document{Head: at("K-02"), Title: "Policy utan datum"},
	},
	holds: []fact{
		is("K-01", "dated", "2018-09-12"), is("K-01", "datePrinted", "Opdateret d.12/9 2018"), is("K-01", "version", "2"),
		is("K-01", "reviewEvery", "12"), is("K-01", "nextReview", "2019-09-12"), answers("K-02", "dated", Unanswered),
	},
}, {
	id: "N12", says: "a specialised hospital with a public task",
	records: []Record{
		&LegalEntity{
			Head: at("E-01"), TradeNames: []string{"Vejlefjord"}, DPO: Say[DPO](NotStated),
			PublicTask: Value("underlagt lovgivning som følge af at være et specialsygehus"),
		},
		&Activity{Head: at("B-01"), Title: "Behandling", Entities: ids("E-01"), Purposes: purpose("Rehabilitering", Basis{Reference: "6(1)(e)"})},
	},
	holds: []fact{
		is("E-01", "publicTask", "underlagt lovgivning som følge af at være et specialsygehus"), answers("E-01", "dpo", NotStated),
		is("B-01", "purposes[0].bases[0].reference", "6(1)(e)"),
	},
}}

// numbered returns a legal entity with its number as printed and in digits.
func numbered(number string, kind NumberKind, printed string, country Country, postcode string) *LegalEntity {
	digits, _ := law.CheckNumber(kind, printed)
	return &LegalEntity{
		Head: at(number), TradeNames: []string{number},
		Registration: Value(Registration{Kind: kind, Printed: printed, Normalised: digits}),
		Address:      Value(Address{Postcode: postcode, Country: country}),
	}
}
