package check

import (
	"testing"

	"fortegnelse/model"
)

var transferExamples = []example{
	{rule: "TRF-01", name: "not stated", field: "transfers", spoil: func(c *clinic) { c.activity.Transfers = model.Answer[[]model.ID]{State: model.NotStated} }},
	{rule: "TRF-01", name: "not stated, of an activity that has ended", field: near, spoil: func(c *clinic) {
		c.activity.Transfers, c.activity.Status = model.Answer[[]model.ID]{}, model.Ended
	}},
	{rule: "TRF-02", name: "no country", field: "destination", spoil: func(c *clinic) { c.export("in").Destination = model.Answer[model.Destination]{} }},
	{rule: "TRF-02", name: "a rule, and no case recorded", field: "destination", spoil: func(c *clinic) { c.exportHome() }},
	{rule: "TRF-02", name: "a case without its country", field: "log[0].country", spoil: func(c *clinic) {
		c.exportHome().Log = []model.TransferEvent{{On: date(2026, 5, 1)}}
	}},
	{rule: "TRF-02", name: "a rule, with the country of the case", field: near, spoil: func(c *clinic) {
		c.exportHome().Log = []model.TransferEvent{{On: date(2026, 5, 1), Country: "us", Tool: "49(1)(a)"}}
	}},
	{rule: "TRF-02", name: "an international organisation", field: near, spoil: func(c *clinic) {
		c.export("in").Destination.Value = model.Destination{Type: "organisation", Text: "WHO"}
	}},
	{rule: "TRF-03", name: "no tool", field: "gate", spoil: func(c *clinic) { c.export("in").onNothing() }},
	{rule: "TRF-03", name: "adequacy of a country that never had it", field: "gate", spoil: func(c *clinic) { c.export("in").onAdequacy("") }},
	{rule: "TRF-03", name: "safeguards, but not which", field: "tools", spoil: func(c *clinic) {
		c.export("in").onNothing().Gate = model.Value(model.Gate("safeguards"))
	}},
	{rule: "TRF-03", name: "a case without a tool", field: "log[0].tool", spoil: func(c *clinic) {
		t := c.exportHome()
		t.onNothing()
		t.Log = []model.TransferEvent{{On: date(2026, 5, 1), Country: "in"}, {On: date(2026, 5, 2), Country: "ch"}}
	}},
	{rule: "TRF-03", name: "standard clauses", field: near, spoil: func(c *clinic) { c.export("in") }},
	{rule: "TRF-03", name: "an adequate country", field: near, spoil: func(c *clinic) { c.export("ch").onNothing() }},
	{rule: "TRF-04", name: "Privacy Shield", field: "decision", spoil: func(c *clinic) { c.export("us").onAdequacy("EU-U.S. Privacy Shield") }},
	{rule: "TRF-04", name: "none in force any more", field: "gate", on: date(2032, 1, 5), spoil: func(c *clinic) { c.export("gb").onAdequacy("") }},
	{rule: "TRF-04", name: "the decision in force", field: near, spoil: func(c *clinic) { c.export("gb").onAdequacy("(EU) 2025/2574") }},
	{rule: "TRF-05", name: "three months before the end", field: "gate", on: date(2031, 9, 27), spoil: func(c *clinic) { c.export("gb").onAdequacy("(EU) 2025/2574") }},
	{rule: "TRF-05", name: "years before the end", field: near, spoil: func(c *clinic) { c.export("gb").onAdequacy("(EU) 2025/2574") }},
	{rule: "TRF-06", name: "a public hospital in Canada", field: "importer", spoil: func(c *clinic) {
		c.export("ca").onAdequacy("2002/2/EF")
		c.supplier.Type = "hospital"
	}},
	{rule: "TRF-06", name: "a company in Canada", field: near, spoil: func(c *clinic) { c.export("ca").onAdequacy("2002/2/EF") }},
	{rule: "TRF-06", name: "a public hospital in Canada, with standard clauses", field: near, spoil: func(c *clinic) {
		c.export("ca")
		c.supplier.Type = "hospital"
	}},
	{rule: "TRF-07", name: "nothing known", field: "dpf", spoil: func(c *clinic) { c.export("us").onAdequacy("(EU) 2023/1795") }},
	{rule: "TRF-07", name: "certification lapsed", field: "dpf.status", spoil: func(c *clinic) {
		c.certified().DPF.Value.Status = "lapsed"
	}},
	{rule: "TRF-07", name: "certification past its end", field: "dpf.expires", spoil: func(c *clinic) {
		c.certified().DPF.Value.Expires = date(2026, 11, 1)
	}},
	{rule: "TRF-07", name: "looked up long ago", field: "dpf.checked", spoil: func(c *clinic) {
		c.certified().DPF.Value.Checked = date(2025, 11, 21)
	}},
	{rule: "TRF-07", name: "looked up this year", field: near, spoil: func(c *clinic) { c.certified() }},
	{rule: "TRF-07", name: "standard clauses instead", field: near, spoil: func(c *clinic) { c.export("us") }},
	{rule: "TRF-08", name: "Microsoft", field: "transfers", spoil: func(c *clinic) {
		c.supplier.LegalName = "Microsoft Ireland Operations Ltd"
		c.processor.SubProcessors = model.Answer[[]model.SubProcessor]{}
	}},
	{rule: "TRF-08", name: "a parent company in the USA", field: "transfers", spoil: func(c *clinic) {
		c.supplier.ParentCountry = model.Value(model.Country("us"))
		c.processor.Places = model.Answer[[]model.Place]{State: model.NotStated}
	}},
	{rule: "TRF-08", name: "the register names all its places and sub-processors", field: near, spoil: func(c *clinic) {
		c.supplier.LegalName = "Microsoft Ireland Operations Ltd"
	}},
	{rule: "TRF-08", name: "a namesake with a Danish owner", field: near, spoil: func(c *clinic) {
		c.supplier.LegalName, c.supplier.ParentCountry = "Slack Service ApS", model.Value(model.Country("dk"))
		c.processor.SubProcessors = model.Answer[[]model.SubProcessor]{}
	}},
	{rule: "TRF-09", name: "a set of 2010", field: "scc.clauses", spoil: func(c *clinic) { c.export("in").SCC.Value.Clauses = "Afgørelse 2010/87/EU" }},
	{rule: "TRF-09", name: "signed before the present set", field: "scc.signed", spoil: func(c *clinic) { c.export("in").SCC.Value.Signed = date(2020, 3, 1) }},
	{rule: "TRF-09", name: "signed in the summer of 2021, with a module", field: near, spoil: func(c *clinic) {
		c.export("in").SCC.Value.Signed = date(2021, 8, 1)
	}},
	{rule: "TRF-10", name: "a processor taken for a controller", field: "scc.module", spoil: func(c *clinic) { c.export("in").SCC.Value.Module = "1" }},
	{rule: "TRF-10", name: "from us to a processor", field: near, spoil: func(c *clinic) { c.export("in") }},
	{rule: "TRF-10", name: "an importer of unknown role", field: near, spoil: func(c *clinic) {
		t := c.export("in")
		t.Importer, t.SCC.Value.Module = model.Answer[model.ID]{State: model.NotStated}, "1"
	}},
	{rule: "TRF-11", name: "none", field: "tia", spoil: func(c *clinic) { c.export("in").TIA = model.Answer[model.TIA]{} }},
	{rule: "TRF-11", name: "not dated", field: "tia.done", spoil: func(c *clinic) { c.export("in").TIA.Value.Done = model.Date{} }},
	{rule: "TRF-11", name: "not concluded", field: "tia.conclusion", spoil: func(c *clinic) { c.export("in").TIA.Value.Conclusion = "" }},
	{rule: "TRF-11", name: "none, to an adequate country", field: near, spoil: func(c *clinic) { c.export("ch").TIA = model.Answer[model.TIA]{} }},
	{rule: "TRF-12", name: "needed, and none", field: "tia.supplementary", spoil: func(c *clinic) {
		c.export("in").TIA.Value = model.TIA{Conclusion: "Supplerende foranstaltninger er nødvendige.", Done: date(2026, 1, 1)}
	}},
	{rule: "TRF-12", name: "on paper only", field: "tia.supplementary", spoil: func(c *clinic) {
		c.export("in").TIA.Value = model.TIA{Conclusion: "Kompletterande åtgärder krävs.", Supplementary: "Granskningsrätt", Done: date(2026, 1, 1)}
	}},
	{rule: "TRF-12", name: "on paper and by encryption", field: near, spoil: func(c *clinic) {
		c.export("in").TIA.Value = model.TIA{Conclusion: "Supplerende tiltak er nødvendig.", Supplementary: "Revisjonsrett og kryptering med egne nøkler", Done: date(2026, 1, 1)}
	}},
	{rule: "TRF-13", name: "no safeguards", field: "safeguards", spoil: func(c *clinic) { c.exceptional().Safeguards = "" }},
	{rule: "TRF-13", name: "nobody told", field: "notice", spoil: func(c *clinic) { c.exceptional().Notice = "" }},
	{rule: "TRF-13", name: "documented and notified", field: near, spoil: func(c *clinic) { c.exceptional() }},
	{rule: "TRF-14", name: "four in a year to one country", field: "log", spoil: func(c *clinic) {
		t := c.exportHome()
		for month := range 4 {
			t.Log = append(t.Log, model.TransferEvent{On: date(2026, 2+month, 1), Country: "us", Tool: "49(1)(a)"})
		}
	}},
	{rule: "TRF-14", name: "as a habit", field: "condition", spoil: func(c *clinic) { c.exportHome().Condition = "Sendes hver måned" }},
	{rule: "TRF-14", name: "by a public body", field: "tools[0]", spoil: func(c *clinic) {
		c.exportHome()
		c.entity.PublicTask = model.Value("Regional opgave")
	}},
	{rule: "TRF-14", name: "four in a year to four countries", field: near, spoil: func(c *clinic) {
		t := c.exportHome()
		for i, to := range []model.Country{"us", "in", "ca", "au"} {
			t.Log = append(t.Log, model.TransferEvent{On: date(2026, 2+i, 1), Country: to, Tool: "49(1)(a)"})
		}
	}},
	{rule: "TRF-15", name: "subject to the GDPR", field: "underGDPR", spoil: func(c *clinic) { c.export("in").UnderGDPR = model.Yes }},
	{rule: "TRF-15", name: "established in the EEA", field: "importer", spoil: func(c *clinic) {
		c.export("in")
		c.supplier.Country = model.Value(model.Country("ie"))
	}},
	{rule: "TRF-15", name: "not subject to it", field: near, spoil: func(c *clinic) { c.export("in").UnderGDPR = model.No }},
	{rule: "TRF-16", name: "binding rules without their approval", field: "tools[0]", spoil: func(c *clinic) {
		c.export("in").onNothing().Tools = []model.TransferTool{"46(2)(b)"}
	}},
	{rule: "TRF-16", name: "a decision that is not named", field: "decision", spoil: func(c *clinic) { c.export("ch").onAdequacy("") }},
	{rule: "TRF-16", name: "binding rules with their approval", field: near, spoil: func(c *clinic) {
		t := c.export("in").onNothing()
		t.Tools, t.Documents = []model.TransferTool{"46(2)(b)"}, []model.ID{c.signed.ID}
	}},
	{rule: "TRF-17", name: "Greenland as a part of the EU", field: "destination", spoil: func(c *clinic) { c.export("gl").onAdequacy("") }},
	{rule: "TRF-17", name: "the Faroe Islands, with clauses", field: "destination", spoil: func(c *clinic) { c.export("fo") }},
	{rule: "TRF-17", name: "Greenland, with clauses", field: near, spoil: func(c *clinic) { c.export("gl") }},
	{rule: "TRF-17", name: "the Faroe Islands, as adequate", field: near, spoil: func(c *clinic) { c.export("fo").onAdequacy("2010/146/EU") }},
	{rule: "TRF-18", name: "a foreign hospital", field: "tools", spoil: func(c *clinic) {
		c.export("in")
		c.supplier.Type = "hospital"
	}},
	{rule: "TRF-18", name: "to the patient's home country", field: "tools", spoil: func(c *clinic) {
		c.export("in").Importer = model.Answer[model.ID]{State: model.NotStated}
		c.activity.Type = "third_country_return"
	}},
	{rule: "TRF-18", name: "a supplier", field: near, spoil: func(c *clinic) { c.export("in") }},
	{rule: "TRF-19", name: "the notice says no", field: "information.transfers", spoil: func(c *clinic) {
		c.export("in")
		c.activity.Information.Value.Transfers = model.No
	}},
	{rule: "TRF-19", name: "the notice says yes", field: "information.transfers", spoil: func(c *clinic) { c.activity.Information.Value.Transfers = model.Yes }},
	{rule: "TRF-19", name: "both say no", field: near, spoil: func(c *clinic) { c.activity.Information.Value.Transfers = model.No }},
	{rule: "TRF-20", name: "nothing but the name", field: "scc", spoil: func(c *clinic) { c.export("in").SCC = model.Answer[model.SCC]{} }},
	{rule: "TRF-20", name: "no module", field: "scc.module", spoil: func(c *clinic) { c.export("in").SCC.Value.Module = "" }},
	{rule: "TRF-20", name: "no date", field: "scc.signed", spoil: func(c *clinic) { c.export("in").SCC.Value.Signed = model.Date{} }},
	{rule: "TRF-20", name: "no list of sub-processors", field: "scc.annexes", spoil: func(c *clinic) { c.export("in").SCC.Value.Annexes = "I, II" }},
	{rule: "TRF-20", name: "no time for objections", field: "scc.clauses", spoil: func(c *clinic) {
		c.export("in").SCC.Value.Clauses = "9(a) generel godkendelse; 17 dansk ret"
	}},
	{rule: "TRF-20", name: "a range of annexes", field: near, spoil: func(c *clinic) { c.export("in").SCC.Value.Annexes = "Bilag I–III" }},
	{rule: "TRF-20", name: "between controllers, without annex III", field: near, spoil: func(c *clinic) {
		t := c.export("in")
		t.SCC.Value.Module, t.SCC.Value.Annexes = "1", "I.A, I.B, I.C og II"
	}},
}

// export is a transfer that is being spoiled.
type export struct{ *model.Transfer }

// export adds a transfer to the supplier in a country, under standard clauses
// with all that they ask for.
func (c *clinic) export(to model.Country) export {
	c.supplier.Country = model.Value(to)
	t := &model.Transfer{
		Title: "Support", Exporter: c.entity.ID, Importer: model.Value(c.supplier.ID), UnderGDPR: model.No,
		Destination: model.Value(model.Destination{Type: "country", Country: to}),
		Data:        "Fejlsøgning i journalsystemet", Gate: model.Value(model.Gate("safeguards")), Tools: []model.TransferTool{standardClauses},
		SCC: model.Value(model.SCC{Module: "2", Clauses: "9(a) generel godkendelse, 30 dage; 17 dansk ret", Annexes: "I, II og III", Signed: date(2025, 1, 10)}),
		TIA: model.Value(model.TIA{Conclusion: "Ingen hindringer i lov eller praksis", Done: date(2025, 1, 5)}),
	}
	c.activity.Transfers = model.Value([]model.ID{c.add(t, "O-1")})
	return export{t}
}

// onNothing takes away what the transfer rests on.
func (t export) onNothing() export {
	t.Gate, t.Tools = model.Answer[model.Gate]{}, nil
	t.SCC, t.TIA = model.Answer[model.SCC]{}, model.Answer[model.TIA]{}
	return t
}

// onAdequacy lets the transfer rest on an adequacy decision instead.
func (t export) onAdequacy(decision string) export {
	t.onNothing()
	t.Gate, t.Tools, t.Decision = model.Value(model.Gate("adequacy")), []model.TransferTool{"45"}, decision
	return t
}

// certified adds a transfer to a certified company in the USA.
func (c *clinic) certified() export {
	t := c.export("us").onAdequacy("(EU) 2023/1795")
	t.DPF = model.Value(model.DPF{Entity: "Journal Inc.", Status: "active", Checked: date(2026, 6, 1), Expires: date(2027, 5, 1)})
	return t
}

// exportHome adds a transfer to wherever the patient lives, with consent.
func (c *clinic) exportHome() export {
	t := c.export("in").onNothing()
	t.Importer = model.Answer[model.ID]{State: model.NotStated}
	t.Destination.Value = model.Destination{Type: "rule", Text: "patientens hjemland"}
	t.Gate, t.Tools = model.Value(model.Gate("derogation")), []model.TransferTool{"49(1)(a)"}
	t.Notice = "Patienten oplyses om risikoen før samtykket"
	return t
}

// exceptional adds a transfer that rests on compelling legitimate interests.
func (c *clinic) exceptional() export {
	t := c.export("in").onNothing()
	t.Gate, t.Tools = model.Value(model.Gate("derogation")), []model.TransferTool{"49(1)(2)"}
	t.Safeguards, t.Notice = "Pseudonymiseret før afsendelsen", "Datatilsynet og patienten er underrettet"
	return t
}

// A transfer with all that its way out of the EEA asks for gives no finding.
func TestRightTransfersAreSilent(t *testing.T) {
	for name, spoil := range map[string]func(c *clinic){
		"standard clauses":      func(c *clinic) { c.export("in") },
		"an adequate country":   func(c *clinic) { c.export("fo").onAdequacy("2010/146/EU") },
		"a certified company":   func(c *clinic) { c.certified() },
		"exceptional interests": func(c *clinic) { c.exceptional() },
		"the patient's home country": func(c *clinic) {
			c.exportHome().Log = []model.TransferEvent{{On: date(2026, 5, 1), Country: "us", Tool: "49(1)(a)"}}
		},
	} {
		c := newClinic()
		spoil(c)
		for _, f := range Run(c.register(t), today) {
			if f.Rule.Group() == "TRF" {
				t.Errorf("%s: %s at %s", name, f.Rule.ID, f.Field)
			}
		}
	}
}
