package model_test

import (
	"testing"

	. "fortegnelse/model"
)

var securityNeeds = []need{{
	id: "N65", says: "concrete measures of the catalogue beside generic words (generic words alone: a finding)",
	records: []Record{
		&Measure{Head: at("S-01"), Title: "Der foretages dagligt back up af serveren", Item: "daily_backup", Type: "technical"},
		&Measure{Head: at("S-02"), Title: "passende tekniske og organisatoriske sikkerhedsforanstaltninger"},
	},
	holds: []fact{
		is("S-01", "item", "daily_backup"), is("S-01", "type", "technical"), answers("S-02", "item", Unanswered),
		is("S-02", "title", "passende tekniske og organisatoriske sikkerhedsforanstaltninger"),
	},
}, {
	id: "N66", says: "what a measure covers: organisation, activity, system, processor or site, and several of them",
	records: []Record{
		&LegalEntity{Head: at("E-01"), LegalName: Value("Kalmia ApS")},
		&System{Head: at("Y-01"), Title: "Kalmias lokale server"}, &Activity{Head: at("B-01"), Title: "Journal"},
		&Processor{Head: at("D-01"), Party: Say[ID](NotStated), Services: []ProcessorService{{Service: "record_system"}}},
		&Measure{Head: at("S-01"), Title: "opbevares aflåst i skab", Item: "locked_server", Type: "physical", Scopes: []Scope{
			{Type: "system", Record: id("Y-01")}, {Type: "site", Text: "klinikken"},
		}},
		&Measure{Head: at("S-02"), Title: "Al datatransmission sker krypteret", Item: "encryption_in_transit", Scopes: []Scope{
			{Type: "organisation", Record: id("E-01")}, {Type: "activity", Record: id("B-01")}, {Type: "processor", Record: id("D-01")},
		}},
	},
	holds: []fact{
		is("S-01", "scopes[0].type", "system"), is("S-01", "scopes[0].record", string(id("Y-01"))), is("S-01", "scopes[1].text", "klinikken"),
		is("S-02", "scopes[0].record", string(id("E-01"))), is("S-02", "scopes[1].record", string(id("B-01"))), is("S-02", "scopes[2].type", "processor"),
	},
}, {
	id: "N67", says: "organisational measures",
	records: []Record{
		&Measure{Head: at("S-01"), Title: "IT- og Datasikkerhedsinstruks", Item: "staff_instructions", Type: "organisational"},
		&Measure{Head: at("S-02"), Title: "begrenset til ansatte som har et tjenstlig behov", Item: "need_to_know", Type: "organisational"},
		&Measure{Head: at("S-03"), Title: "Ansatte hos AntiAge har tavshedspligt", Item: "confidentiality_duty", Type: "organisational"},
	},
	holds: []fact{is("S-01", "item", "staff_instructions"), is("S-02", "item", "need_to_know"), is("S-03", "item", "confidentiality_duty"), is("S-03", "type", "organisational")},
	also: func(t *testing.T, _ *Register) {
		coded(t, "measure_item", "confidentiality_declaration", "compliance_tool", "breach_plan", "record_of_processing")
	},
}, {
	id: "N68", says: "measures on the patient's channel: no health data by e-mail or social media, secure mailbox, telephone",
	records: []Record{
		&Measure{
			Head: at("S-01"), Title: "Ikke helseopplysninger i e-post eller sosiale medier", Item: "no_health_data_in_mail",
			Scopes: []Scope{{Type: "channel", Text: "e-post eller sosiale medier"}},
		},
		&Measure{Head: at("S-02"), Title: "krypteret til sikre postkasser", Item: "secure_mailbox", Scopes: []Scope{{Type: "channel", Text: "e-mail"}}},
	},
	holds: []fact{
		is("S-01", "item", "no_health_data_in_mail"), is("S-01", "scopes[0].type", "channel"),
		is("S-01", "scopes[0].text", "e-post eller sosiale medier"), is("S-02", "item", "secure_mailbox"),
	},
	also: func(t *testing.T, _ *Register) {
		coded(t, "measure_item", "communication_rules", "phone_for_sensitive")
	},
}, {
	id: "N69", says: "measures on publication",
	records: []Record{
		&Measure{Head: at("S-01"), Title: "ingen enkeltpersoner vil kunne identificeres", Item: "not_identifiable", Scopes: []Scope{{Type: "publication"}}},
		&Measure{Head: at("S-02"), Title: "altid være i anonymiseret form", Item: "anonymous_publication", Scopes: []Scope{{Type: "publication"}}},
	},
	holds: []fact{is("S-01", "item", "not_identifiable"), is("S-02", "item", "anonymous_publication"), is("S-02", "scopes[0].type", "publication")},
}, {
	id: "N70", says: "physical and logical access control, and encryption of parts",
	records: []Record{
		&Measure{Head: at("S-01"), Title: "fysisk adgangskontroll", Item: "physical_access", Type: "physical"},
		&Measure{Head: at("S-02"), Title: "virtuell adgangs- og tilgangskontroll", Item: "access_control", Type: "technical"},
		&Measure{
			Head: at("S-03"), Title: "kryptering av sensitive deler", Item: "partial_encryption", Type: "technical",
			Scopes: []Scope{{Type: "system", Text: "sensitive deler"}},
		},
	},
	holds: []fact{is("S-01", "type", "physical"), is("S-02", "type", "technical"), is("S-03", "item", "partial_encryption"), is("S-03", "scopes[0].text", "sensitive deler")},
}}
