package model_test

import (
	"testing"

	. "fortegnelse/model"
	"fortegnelse/model/law"
)

// years returns the answer with a period of n years.
func years(n int) Answer[Period] { return Value(Period{Length: n, Unit: "year"}) }

// from returns the answer that names a start event.
func from(event StartEvent, words string) Answer[Start] {
	return Value(Start{Event: event, Text: words})
}

var retentionNeeds = []need{{
	id: "N52", says: "minimum, maximum, exact, range and criterion (a range: a finding)",
	records: []Record{
		&RetentionRule{Head: at("R-01"), Data: "Journal", Qualifier: "minimum", Period: years(10), Printed: "opbevares mindst 10 år"},
		&RetentionRule{Head: at("R-02"), Data: "Nyhetsbrev", Qualifier: "maximum", Period: years(2), Printed: "sparas i högst 2 år"},
		&RetentionRule{Head: at("R-03"), Data: "Faktura", Qualifier: "range", Period: Value(Period{Length: 5, Max: 10, Unit: "year"}), Printed: "i 5-10 år"},
		&RetentionRule{Head: at("R-04"), Data: "Räkenskaper", Qualifier: "exact", Period: years(7), Printed: "sparar vi dessa i 7 år"},
		&RetentionRule{Head: at("R-05"), Data: "Avtal", Qualifier: "criterion", Period: Say[Period](NotApplicable), Criterion: "därefter så länge som det är nödvändigt"},
	},
	holds: []fact{
		is("R-01", "qualifier", "minimum"), is("R-01", "period.length", "10"), is("R-02", "qualifier", "maximum"), is("R-03", "qualifier", "range"),
		is("R-03", "period.length", "5"), is("R-03", "period.max", "10"), is("R-03", "period.unit", "year"), is("R-04", "qualifier", "exact"),
		is("R-05", "criterion", "därefter så länge som det är nödvändigt"), answers("R-05", "period", NotApplicable),
	},
}, {
	id: "N53", says: "a pick-list of events from which a period counts, also not stated",
	records: []Record{
		&RetentionRule{Head: at("R-01"), Data: "Regnskab", Period: years(5), Start: from("end_of_accounting_year", "fra udgangen af det regnskabsår")},
		&RetentionRule{Head: at("R-02"), Data: "Historier", Period: years(2), Start: from("next_turn_of_year", "fra kommende årsskifte")},
		&RetentionRule{Head: at("R-03"), Data: "Journal", Period: years(10), Start: from("last_entry", "efter seneste tilførsel til journalen")},
		&RetentionRule{Head: at("R-04"), Data: "Ansøgninger", Start: from("end_of_recruitment", "efter endt rekrutteringsforløb")},
		&RetentionRule{Head: at("R-05"), Data: "Avtal", Start: from("end_of_contract", "så länge avtalsförhållandet består")},
		&RetentionRule{Head: at("R-06"), Data: "Kunde", Start: from("end_of_relation", "så lenge du er kunde hos oss")},
		&RetentionRule{Head: at("R-07"), Data: "Faktura", Period: years(7), Start: Say[Start](NotStated)},
	},
	holds: []fact{
		is("R-01", "start.event", "end_of_accounting_year"), is("R-02", "start.event", "next_turn_of_year"), is("R-03", "start.event", "last_entry"),
		is("R-03", "start.text", "efter seneste tilførsel til journalen"), is("R-04", "start.event", "end_of_recruitment"),
		is("R-05", "start.event", "end_of_contract"), is("R-06", "start.event", "end_of_relation"), answers("R-07", "start", NotStated),
	},
	also: func(t *testing.T, _ *Register) {
		coded(t, "start_event", "last_update", "end_of_course", "end_of_event", "end_of_treatment", "quarterly_settlement", "not_stated")
	},
}, {
	id: "N54", says: "a tally every quarter, personal data deleted three months later at most, the rest kept anonymised; the longest case is computed",
	records: []Record{
		&RetentionRule{
			Head: at("R-01"), Data: "Besvarelser", Stage: "identified", Qualifier: "maximum", Cycle: Value(Period{Length: 3, Unit: "month"}),
			Period: Value(Period{Length: 3, Unit: "month"}), Start: from("quarterly_settlement", "opgøres hver 3. måned (kvartalsvis)"),
			Then: "delete", Printed: "slettes de senest 3 måneder herefter",
		},
		&RetentionRule{Head: at("R-02"), Data: "Opgørelser", Stage: "anonymised", Qualifier: "criterion", Criterion: "uden tidsgrænse", Then: "keep"},
		&Activity{Head: at("B-01"), Title: "Tilfredshedsundersøgelse", Retention: Value(ids("R-01", "R-02"))},
	},
	holds: []fact{
		is("R-01", "cycle.length", "3"), is("R-01", "cycle.unit", "month"), is("R-01", "period.length", "3"), is("R-01", "qualifier", "maximum"),
		is("R-01", "then", "delete"), is("R-02", "stage", "anonymised"), is("R-02", "then", "keep"),
		is("B-01", "retention", string(id("R-01")+", "+id("R-02"))),
	},
	also: func(t *testing.T, r *Register) {
		// An answer of the first day of a quarter stays longest: six months.
		until(t, r, "R-01", Date{Year: 2026, Month: 1, Day: 1}, Date{Year: 2026, Month: 6, Day: 30})
	},
}, {
	id: "N55", says: "identified, then pseudonymised, then anonymised, each stage with its period and measure",
	records: []Record{
		&Measure{Head: at("S-01"), Title: "Nøglen opbevares adskilt", Item: "pseudonymisation", Type: "technical"},
		&RetentionRule{Head: at("R-01"), Data: "Spørgeskema", Stage: "identified", Qualifier: "event", Start: from("end_of_course", ""),
			Then: "pseudonymise", ThenText: "Derefter pseudonymiseres svarene"},
		&RetentionRule{Head: at("R-02"), Data: "Spørgeskema", Stage: "pseudonymised", Qualifier: "exact", Period: years(2),
			Start: from("pseudonymisation", ""), Then: "anonymise", ThenText: "Data anonymiseres fuldstændigt efter 2 år", Measures: ids("S-01")},
		&RetentionRule{Head: at("R-03"), Data: "Statistik", Stage: "anonymised", Qualifier: "criterion", Then: "keep"},
	},
	holds: []fact{
		is("R-01", "stage", "identified"), is("R-01", "then", "pseudonymise"), is("R-02", "stage", "pseudonymised"), is("R-02", "period.length", "2"),
		is("R-02", "start.event", "pseudonymisation"), is("R-02", "measures", string(id("S-01"))), is("R-02", "then", "anonymise"), is("R-03", "stage", "anonymised"),
	},
}, {
	id: "N56", says: "erasure or anonymisation at the end",
	records: []Record{
		&RetentionRule{Head: at("R-01"), Data: "Historier", Then: "delete_or_anonymise", ThenText: "slettet eller anonymiseret"},
	},
	holds: []fact{is("R-01", "then", "delete_or_anonymise"), is("R-01", "thenText", "slettet eller anonymiseret")},
	also: func(t *testing.T, _ *Register) {
		coded(t, "end_action", "delete", "anonymise", "pseudonymise", "review", "not_stated")
	},
}, {
	id: "N57", says: "a short maximum after an event beside five years for the accounts, in one activity",
	records: []Record{
		&RetentionRule{Head: at("R-01"), Data: "Deltagerlister", Qualifier: "maximum", Period: Value(Period{Length: 3, Unit: "month"}),
			Start: from("end_of_event", "maksimalt 3 måneder efter afholdelse")},
		&RetentionRule{Head: at("R-02"), Data: "Bogføring", Qualifier: "exact", Period: years(5), Start: from("end_of_accounting_year", "i 5 år fra udgangen af det regnskabsår")},
		&Activity{
			Head: at("B-01"), Title: "Arrangementer", Retention: Value(ids("R-01", "R-02")),
			Groups: about("participant", DataItem{Key: "d1", Category: "event_registration", Class: Ordinary, Retention: Value(ids("R-01"))},
				DataItem{Key: "d2", Category: "invoice", Class: Ordinary, Retention: Value(ids("R-02"))}),
		},
	},
	holds: []fact{
		is("R-01", "period.length", "3"), is("R-01", "period.unit", "month"), is("R-02", "period.length", "5"),
		is("B-01", "groups[0].data[0].retention", string(id("R-01"))), is("B-01", "groups[0].data[1].retention", string(id("R-02"))),
	},
	also: func(t *testing.T, r *Register) {
		held := Date{Year: 2026, Month: 3, Day: 10}
		until(t, r, "R-01", held, Date{Year: 2026, Month: 6, Day: 10})
		until(t, r, "R-02", held, Date{Year: 2031, Month: 12, Day: 31})
	},
}, {
	id: "N58", says: "a pending complaint, supervision or compensation case stops erasure until it is closed",
	records: []Record{&RetentionRule{Head: at("R-01"), Data: "Journal", Qualifier: "minimum", Period: years(10), Hold: Value(Hold{
		Reasons: []HoldReason{"complaint", "supervision_case", "compensation_case"},
		Text:    "Hvis der verserer en klage- eller erstatningssag", Until: "indtil sagen er endeligt afsluttet",
	})}},
	holds: []fact{
		is("R-01", "hold.reasons", "complaint, supervision_case, compensation_case"), is("R-01", "hold.until", "indtil sagen er endeligt afsluttet"),
		is("R-01", "hold.text", "Hvis der verserer en klage- eller erstatningssag"),
	},
}, {
	id: "N59", says: "the law behind a period: a provision, a name only, or not stated (flagged)",
	records: []Record{
		&RetentionRule{Head: at("R-01"), Data: "Journal", Period: years(10), Laws: Value([]LawReference{{Printed: "enligt patientlagstiftningen i 10 år"}})},
		&RetentionRule{Head: at("R-02"), Data: "Journal", Period: years(10), Laws: Say[[]LawReference](NotStated), Printed: "Som reglerne er nu"},
		&RetentionRule{Head: at("R-03"), Data: "Regnskap", Laws: Value([]LawReference{{Printed: "slik vi plikter etter regnskapsloven", Code: "NO-BOKF-13"}})},
	},
	holds: []fact{
		is("R-01", "laws[0].printed", "enligt patientlagstiftningen i 10 år"), answers("R-01", "laws[0].code", Unanswered),
		answers("R-02", "laws", NotStated), is("R-03", "laws[0].code", "NO-BOKF-13"),
	},
	also: func(t *testing.T, r *Register) { provisionsKnown(t, r) },
}, {
	id: "N60", says: "a criterion without a number",
	records: []Record{
		&RetentionRule{Head: at("R-01"), Data: "Kontrakter", Qualifier: "criterion", Criterion: "når eventuelle formueretlige krav er forældet"},
		&RetentionRule{Head: at("R-02"), Data: "Journal", Qualifier: "criterion", Criterion: "egne regler om oppbevaring"},
		&RetentionRule{Head: at("R-03"), Data: "Journal", Qualifier: "criterion", Criterion: "så længe det måtte være nødvendigt", Start: from("purpose_fulfilled", "")},
	},
	holds: []fact{
		is("R-01", "criterion", "når eventuelle formueretlige krav er forældet"), is("R-02", "criterion", "egne regler om oppbevaring"),
		is("R-03", "start.event", "purpose_fulfilled"), answers("R-03", "period", Unanswered),
	},
}, {
	id: "N61", says: "paper and digital data under separate rules, with place",
	records: []Record{
		&RetentionRule{Head: at("R-01"), Data: "Arbejdsjournal", Medium: "paper", Location: "fysisk (som arbejdsjournal i aflåst arkivskab)",
			Qualifier: "event", Then: "destroy_paper", Printed: "Fysiske journaler slettes systematisk"},
		&RetentionRule{Head: at("R-02"), Data: "Journal", Medium: "digital", Location: "Complimenta", Qualifier: "minimum", Period: years(10)},
	},
	holds: []fact{
		is("R-01", "medium", "paper"), is("R-01", "location", "fysisk (som arbejdsjournal i aflåst arkivskab)"), is("R-01", "then", "destroy_paper"),
		is("R-02", "medium", "digital"), is("R-02", "location", "Complimenta"),
	},
}, {
	id: "N62", says: "immediate erasure, later with consent",
	records: []Record{&RetentionRule{
		Head: at("R-01"), Data: "Ansøgninger", Qualifier: "exact", Period: Value(Period{Unit: "immediately"}), Start: from("end_of_recruitment", ""),
		Then: "delete", LongerConsent: "medmindre du ønsker at vi gemmer dine oplysninger længere", Printed: "Ansøgninger slettes umiddelbart",
	}},
	holds: []fact{
		is("R-01", "period.unit", "immediately"), is("R-01", "longerConsent", "medmindre du ønsker at vi gemmer dine oplysninger længere"),
	},
	also: func(t *testing.T, r *Register) {
		ended := Date{Year: 2026, Month: 5, Day: 4}
		until(t, r, "R-01", ended, ended)
	},
}, {
	id: "N63", says: "data kept although the relation has ended or consent is withdrawn",
	records: []Record{
		&RetentionRule{Head: at("R-01"), Data: "Journal", KeptAnyway: "slettes ikke selv om du avslutter behandling"},
		&Activity{Head: at("B-01"), Title: "Journal", Retention: Value(ids("R-01")), Consent: Value(Consent{RetentionStays: Yes, Effect: "altid opbevares i mindst 10 år"})},
	},
	holds: []fact{is("R-01", "keptAnyway", "slettes ikke selv om du avslutter behandling"), is("B-01", "consent.retentionStays", "yes")},
}, {
	id: "N64", says: "the time of publication apart from that of storage",
	records: []Record{
		&RetentionRule{Head: at("R-01"), Data: "Historien, offentliggjort", Qualifier: "exact", Period: years(2),
			Start: from("next_turn_of_year", "aktivt i 2 år fra kommende årsskifte"), Then: "stop_publication"},
		&RetentionRule{Head: at("R-02"), Data: "Historien, gemt", Qualifier: "criterion", Criterion: "til samtykket trækkes tilbage", Then: "delete"},
	},
	holds: []fact{is("R-01", "then", "stop_publication"), is("R-01", "period.length", "2"), is("R-02", "then", "delete")},
	also: func(t *testing.T, r *Register) {
		until(t, r, "R-01", Date{Year: 2026, Month: 3, Day: 10}, Date{Year: 2028, Month: 12, Day: 31})
	},
}}

// until demands the last day on which data that begin to count on a day are
// kept at most.
func until(t *testing.T, r *Register, number string, start, want Date) {
	t.Helper()
	rec, _ := r.Numbered(number)
	span, err := law.Ends(rec.(*RetentionRule), start)
	if err != nil || span.Longest != want {
		t.Errorf("%s from %s: %s, %v; want %s", number, start, span.Longest, err, want)
	}
}
