package model_test

import (
	"testing"

	. "fortegnelse/model"
)

var recipientNeeds = []need{{
	id: "N36", says: "kinds of recipients: authority, controller, joint controller, other, inside the organisation, the public",
	records: []Record{&Activity{Head: at("B-01"), Title: "Evaluering", Recipients: Value([]Recipient{
		{Type: "internal", Category: "management", Text: "medarbejder- og ledelsesgruppe"},
		{Type: "public", Category: "publication", Text: "på vores egen hjemmeside og/eller i nyhedsbreve eller diverse brochurer"},
		{Type: "controller", Category: "hospital", Text: "Læger/Hospital"},
		{Type: "authority", Category: "health_authority"}, {Type: "joint_controller", Category: "social_network"}, {Type: "other", Category: "other"},
	})}},
	holds: []fact{
		is("B-01", "recipients[0].type", "internal"), is("B-01", "recipients[1].type", "public"), is("B-01", "recipients[2].type", "controller"),
		is("B-01", "recipients[2].text", "Læger/Hospital"), is("B-01", "recipients[3].type", "authority"),
		is("B-01", "recipients[4].type", "joint_controller"), is("B-01", "recipients[5].type", "other"),
	},
	also: func(t *testing.T, _ *Register) { coded(t, "recipient_kind", "processor", "unclear") },
}, {
	id: "N37", says: "the condition of a disclosure, picked and in own words",
	records: []Record{&Activity{Head: at("B-01"), Title: "Videregivelse", Recipients: Value([]Recipient{
		{Category: "insurer", Conditions: []Condition{"consent"}, Condition: "forsikringsselskaber med samtykke"},
		{Category: "pension_company", Conditions: []Condition{"referral", "consent"}, Condition: "såfremt du er henvist til os derfra"},
		{Category: "pharma_company", Conditions: []Condition{"complications"}, Condition: "Medicinalfirmaer ved komplikationer"},
		{Category: "public_authorities", Conditions: []Condition{"law", "request"}, Basis: []Basis{{Reference: "6(1)(c)"}}},
	})}},
	holds: []fact{
		is("B-01", "recipients[0].conditions", "consent"), is("B-01", "recipients[0].condition", "forsikringsselskaber med samtykke"),
		is("B-01", "recipients[1].conditions", "referral, consent"), is("B-01", "recipients[2].conditions", "complications"),
		is("B-01", "recipients[3].conditions", "law, request"), is("B-01", "recipients[3].basis[0].reference", "6(1)(c)"),
	},
}, {
	id: "N38", says: "public registers, quality databases and research projects as recipients",
	records: []Record{&Activity{Head: at("B-01"), Title: "Indberetning", Recipients: Value([]Recipient{
		{Type: "controller", Category: "research_project", Text: "Godkendte forskningsprojekter"},
		{Type: "controller", Category: "quality_database", Text: "kliniske kvalitetsdatabaser"},
		{Type: "authority", Category: "national_patient_register", Text: "Offentlige registre (fx Landspatientregisteret)"},
	})}},
	holds: []fact{
		is("B-01", "recipients[0].category", "research_project"), is("B-01", "recipients[1].category", "quality_database"),
		is("B-01", "recipients[2].category", "national_patient_register"),
	},
	also: func(t *testing.T, _ *Register) { coded(t, "recipient_category", "public_register") },
}, {
	id: "N39", says: "recipients as a category without a name, which Art. 30(1)(d) allows; a processor's missing name is an answer of its own",
	records: []Record{
		&Processor{Head: at("D-01"), Party: Say[ID](NotStated), Services: []ProcessorService{{Service: "other", Text: "Eksterne leverandører"}}},
		&Activity{Head: at("B-01"), Title: "Drift", Processors: Value([]ProcessorUse{{Processor: id("D-01")}}), Recipients: Value([]Recipient{
			{Type: "other", Category: "partners", Text: "til de for opgaven eventuelt nødvendige samarbejdspartnere"},
		})},
	},
	holds: []fact{
		is("B-01", "recipients[0].category", "partners"), answers("B-01", "recipients[0].party", Unanswered), answers("D-01", "party", NotStated),
	},
	also: func(t *testing.T, r *Register) {
		if c := Completeness(r.Activities()[0]); c["d"] != Complete {
			t.Errorf("letter (d) is %q: a category is enough", c["d"])
		}
	},
}, {
	id: "N40", says: "data that are never disclosed, with the sentence that says so",
	records: []Record{policy, &Activity{
		Head:  Head{ID: id("B-01"), Number: "B-01", Evidence: quote("recipients", "Dine personoplysninger bliver aldrig videregivet til andre", 114)},
		Title: "Rekruttering", Recipients: Say[[]Recipient](None),
	}},
	holds: []fact{
		answers("B-01", "recipients", None), is("B-01", "evidence[0].field", "recipients"),
		is("B-01", "evidence[0].quote", "Dine personoplysninger bliver aldrig videregivet til andre"),
	},
}}

var processorNeeds = []need{{
	id: "N41", says: "how sure a data processing agreement is: confirmed, stated in general, not stated, missing; its date, document and review",
	records: []Record{
		&Document{Head: at("K-02"), Title: "Databehandleraftale", Type: "data_processing_agreement"},
		&Agreement{
			Head: Head{ID: id("A-01"), Number: "A-01", NextReview: Date{Year: 2027, Month: 1, Day: 1}}, Title: "Complimenta",
			Type: "data_processing", State: "confirmed_individually", Signed: Say[Date](NotStated), Documents: ids("K-02"),
		},
		&Agreement{Head: at("A-02"), Title: "t.ex. genom personuppgiftsbiträdesavtal", Type: "data_processing", State: "general_statement"},
		&Agreement{Head: at("A-03"), Title: "herunder vores databehandlere", Type: "data_processing", State: "not_stated"},
		&Agreement{Head: at("A-04"), Title: "RISMA", Type: "data_processing", State: "missing"},
	},
	holds: []fact{
		is("A-01", "state", "confirmed_individually"), answers("A-01", "signed", NotStated), is("A-01", "documents", string(id("K-02"))),
		is("A-01", "nextReview", "2027-01-01"), is("A-02", "state", "general_statement"), is("A-03", "state", "not_stated"), is("A-04", "state", "missing"),
	},
}, {
	id: "N42", says: "a processor without a name, with its service (to be named: a task)",
	records: []Record{
		&Processor{Head: at("D-01"), Party: Say[ID](NotStated), Services: []ProcessorService{{Service: "record_system", Text: "patientdatabas hos extern leverantör"}}},
		&Processor{Head: at("D-02"), Party: Say[ID](NotStated), Services: []ProcessorService{{Service: "website", Text: "udbyderen af hjemmesiden"}}},
		&System{Head: at("Y-01"), Title: "et samlet journaliseringssystem", Hosting: Say[string](NotStated)},
	},
	holds: []fact{
		answers("D-01", "party", NotStated), is("D-01", "services[0].service", "record_system"),
		is("D-02", "services[0].text", "udbyderen af hjemmesiden"), answers("Y-01", "hosting", NotStated),
	},
	also: func(t *testing.T, r *Register) {
		if got := r.TitleOf(id("D-01")); got != "patientdatabas hos extern leverantör" {
			t.Errorf("it is called %q", got)
		}
	},
}, {
	id: "N43", says: "the supplier apart from its product, and spelling variants of its name",
	records: []Record{
		&Party{Head: at("P-01"), LegalName: "Microsoft", Type: "it_supplier"},
		&Processor{Head: at("D-01"), Party: Value(id("P-01")), Services: []ProcessorService{{Service: "office_suite", Product: "Office 365"}}},
		&Party{Head: at("P-02"), LegalName: "Hejlesen Consulting", Aliases: []string{"Hejlersen Consulting"}, Type: "it_supplier"},
		&Processor{Head: at("D-02"), Party: Value(id("P-02")), Services: []ProcessorService{{Service: "it_support", Text: "It-support"}}},
		&Party{Head: at("P-03"), LegalName: "Worldline", Aliases: []string{"Wordline", "Bambora"}},
		&System{Head: at("Y-01"), Title: "Bambora Wordlines kortbetalningssystem", Product: "Bambora", Party: id("P-03")},
	},
	holds: []fact{
		is("D-01", "party", string(id("P-01"))), is("D-01", "services[0].product", "Office 365"), is("P-02", "aliases", "Hejlersen Consulting"),
		is("P-03", "aliases", "Wordline, Bambora"), is("Y-01", "product", "Bambora"), is("Y-01", "party", string(id("P-03"))),
	},
}, {
	id: "N44", says: "one processor of many activities, with its own security measures",
	records: []Record{
		&Party{Head: at("P-01"), LegalName: "Complimenta"},
		&Processor{Head: at("D-01"), Party: Value(id("P-01")), Services: []ProcessorService{{Service: "record_system"}}, Measures: ids("S-01", "S-02")},
		&Measure{
			Head: at("S-01"), Title: "dubleret datacenter", Item: "duplicate_data_centre", Type: "technical",
			Scopes: []Scope{{Type: "processor", Record: id("D-01")}},
		},
		&Measure{
			Head: at("S-02"), Title: "overvåger systematisk brud eller tegn på brud", Item: "breach_monitoring",
			Scopes: []Scope{{Type: "processor", Record: id("D-01")}},
		},
		&Activity{Head: at("B-01"), Title: "Journal", Processors: Value([]ProcessorUse{{Processor: id("D-01"), Task: "drift"}})},
		&Activity{Head: at("B-02"), Title: "Booking", Processors: Value([]ProcessorUse{{Processor: id("D-01")}})},
	},
	holds: []fact{
		is("D-01", "measures", string(id("S-01")+", "+id("S-02"))), is("S-01", "scopes[0].record", string(id("D-01"))),
		is("B-01", "processors[0].task", "drift"), is("B-02", "processors[0].processor", string(id("D-01"))),
	},
	also: func(t *testing.T, r *Register) {
		if n := len(r.ActivitiesOf(id("D-01"))); n != 2 {
			t.Errorf("it is used by %d activities, want 2", n)
		}
	},
}, {
	id: "N45", says: "an agreement on confidentiality beside the data processing agreement, with a date of its own",
	records: []Record{
		&Processor{Head: at("D-01"), Party: Say[ID](NotStated), Services: []ProcessorService{{Service: "it_operation"}}},
		&Agreement{Head: at("A-01"), Title: "personuppgiftsbiträdesavtal", Type: "data_processing", State: "general_statement", Processor: id("D-01"), Signed: Say[Date](NotStated)},
		&Agreement{Head: at("A-02"), Title: "sekretessavtal", Type: "confidentiality", State: "in_force", Processor: id("D-01"), Signed: Value(Date{Year: 2019, Month: 3, Day: 1})},
	},
	holds: []fact{is("A-02", "type", "confidentiality"), is("A-02", "signed", "2019-03-01"), answers("A-01", "signed", NotStated)},
	also: func(t *testing.T, r *Register) {
		if n := len(r.AgreementsOf(id("D-01"))); n != 2 {
			t.Errorf("%d agreements, want 2", n)
		}
	},
}, {
	id: "N46", says: "a tool whose supplier is not among the processors, so that the two can be compared",
	records: []Record{
		&Party{Head: at("P-01"), LegalName: "RISMA"}, &Party{Head: at("P-02"), LegalName: "PasientSky"}, &Party{Head: at("P-03"), LegalName: "Complimenta"},
		&System{Head: at("Y-01"), Title: "Compliance værktøjet RISMA GDPR", Product: "RISMA GDPR", Party: id("P-01")},
		&System{Head: at("Y-02"), Title: "mobil app (PasientSky)", Party: id("P-02")},
		&System{Head: at("Y-03"), Title: "Complimenta", Party: id("P-03")},
		&Processor{Head: at("D-01"), Party: Value(id("P-03")), Services: []ProcessorService{{Service: "record_system"}}},
	},
	holds: []fact{is("Y-01", "product", "RISMA GDPR"), is("Y-01", "party", string(id("P-01"))), is("Y-02", "party", string(id("P-02")))},
	also: func(t *testing.T, r *Register) {
		for system, want := range map[string]int{"Y-01": 0, "Y-02": 0, "Y-03": 1} {
			s, _ := Find[*System](r, id(system))
			if n := len(r.UsersOf(s.Party, KindProcessor)); n != want {
				t.Errorf("%s: its supplier is %d processors, want %d", system, n, want)
			}
		}
	},
}}
