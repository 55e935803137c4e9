package model_test

import (
	"testing"

	. "fortegnelse/model"
)

var transferNeeds = []need{{
	id: "N47", says: "four states: no transfer outside the EU and the EEA, a stated one, a conditional one, not stated; each with its sentence",
	records: []Record{
		policy,
		&Activity{
			Head:  Head{ID: id("B-01"), Number: "B-01", Evidence: quote("transfers", "Vi overfører ikke dine personoplysninger", 163)},
			Title: "Journal", Transfers: Say[[]ID](None), TransferRemark: "Alla behandling sker i dag inom EU/EES",
		},
		&Activity{Head: at("B-02"), Title: "Retur", Transfers: Value(ids("O-01", "O-02"))},
		&Activity{Head: at("B-03"), Title: "Booking", Transfers: Say[[]ID](NotStated)},
		&Transfer{Head: at("O-01"), Title: "Support", Importer: Say[ID](NotStated), Destination: Value(Destination{Type: "country", Country: "us"})},
		&Transfer{
			Head:  Head{ID: id("O-02"), Number: "O-02", Evidence: quote("condition", "kan derfor i det konkrete tilfælde indebære", 85)},
			Title: "Retur til hjemlandet", Condition: "Hvis en patient er statsborger i et andet land udenfor EU (tredjeland)",
		},
	},
	holds: []fact{
		answers("B-01", "transfers", None), is("B-01", "evidence[0].quote", "Vi overfører ikke dine personoplysninger"),
		is("B-01", "transferRemark", "Alla behandling sker i dag inom EU/EES"),
		is("O-01", "destination.country", "us"), answers("O-01", "importer", NotStated),
		is("O-02", "condition", "Hvis en patient er statsborger i et andet land udenfor EU (tredjeland)"), answers("B-03", "transfers", NotStated),
	},
}, {
	id: "N48", says: "a destination that is a rule, and the single transfers once they took place",
	records: []Record{&Transfer{
		Head: at("O-01"), Title: "Retur", Destination: Value(Destination{Type: "rule", Text: "retur til patientens hjemland"}),
		Log: []TransferEvent{{
			On: Date{Year: 2026, Month: 10, Day: 5}, Country: "ch", Tool: "45", Data: "epikrise", Remark: "Sag 12",
		}},
	}},
	holds: []fact{
		is("O-01", "destination.type", "rule"), is("O-01", "destination.text", "retur til patientens hjemland"),
		answers("O-01", "destination.country", Unanswered), is("O-01", "log[0].on", "2026-10-05"), is("O-01", "log[0].country", "ch"),
		is("O-01", "log[0].tool", "45"), is("O-01", "log[0].data", "epikrise"), is("O-01", "log[0].remark", "Sag 12"),
	},
}, {
	id: "N49", says: "adequacy, standard contractual clauses and supplementary measures together, with or without an assessment",
	records: []Record{
		&Transfer{
			Head: at("O-01"), Title: "Retur", Gate: Value(Gate("safeguards")), Tools: []TransferTool{"45", "46(2)(c)", "49(1)(f)"},
			Decision: "(sikre tredjelande)", SCC: Value(SCC{Module: "1", Clauses: "Standard Contractual Clauses (SCC)"}),
			TIA: Value(TIA{
				Steps:         []TIAAnswer{{Step: "1", Text: "Overførslen er beskrevet."}},
				Supplementary: "vedtager supplerende foranstaltninger", Conclusion: "Kryptering er nødvendig.",
			}),
		},
		&Transfer{Head: at("O-02"), Title: "Support", TIA: Say[TIA](NotStated)},
	},
	holds: []fact{
		is("O-01", "tools", "45, 46(2)(c), 49(1)(f)"), is("O-01", "gate", "safeguards"), is("O-01", "decision", "(sikre tredjelande)"),
		is("O-01", "scc.module", "1"), is("O-01", "scc.clauses", "Standard Contractual Clauses (SCC)"),
		is("O-01", "tia.supplementary", "vedtager supplerende foranstaltninger"), is("O-01", "tia.steps[0].step", "1"),
		answers("O-02", "tia", NotStated),
	},
	also: func(t *testing.T, _ *Register) { coded(t, "transfer_tool", "46(2)(b)", "49(1)(a)", "49(1)(2)") },
}, {
	id: "N50", says: "an international organisation as destination, and whether a policy speaks of the EU or of the EEA",
	records: []Record{
		&Transfer{Head: at("O-01"), Title: "WHO", Destination: Value(Destination{Type: "organisation", Text: "herunder internationale organisationer"})},
		&Transfer{Head: at("O-02"), Title: "Retur", Destination: Value(Destination{Type: "unknown", Text: "udenfor EU (tredjeland)"})},
	},
	holds: []fact{
		is("O-01", "destination.type", "organisation"), is("O-01", "destination.text", "herunder internationale organisationer"),
		is("O-02", "destination.type", "unknown"), is("O-02", "destination.text", "udenfor EU (tredjeland)"),
	},
}, {
	id: "N51", says: "the data that a transfer is limited to",
	records: []Record{
		&Transfer{Head: at("O-01"), Title: "Retur", Data: "(f.eks. dele af patientjournalen)"},
	},
	holds: []fact{is("O-01", "data", "(f.eks. dele af patientjournalen)")},
}}
