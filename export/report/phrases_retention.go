package report

import (
	"slices"
	"strings"

	"fortegnelse/model"
)

// Period writes a length of time: "10 år", "5–10 år".
func (p Phrases) Period(d model.Period) string {
	if d.Length == 0 && d.Max == 0 {
		return p.Code("unit", string(d.Unit))
	}
	unit := p.Code("unit", string(d.Unit))
	if key := "unit." + string(d.Unit); d.Max == 0 && p.Words.Has(key) {
		return p.Words.Count(key, d.Length)
	} else if p.Words.Has(key) {
		unit = p.unitName(key, d.Max)
	}
	length := p.Words.Number(d.Length)
	if d.Max != 0 {
		length += "–" + p.Words.Number(d.Max)
	}
	return joinWords(" ", length, unit)
}

// unitName returns the unit without its number: "år" of "10 år".
func (p Phrases) unitName(key string, n int) string {
	return strings.TrimSpace(strings.Replace(p.Words.Count(key, n), p.Words.Number(n), "", 1))
}

// Start says the event from which a period counts.
func (p Phrases) Start(s model.Start) string {
	return ownWords(s.Text, p.Code("start_event", string(s.Event)))
}

// Retention says a whole retention rule as one sentence without a full stop:
// "min. 10 år fra seneste tilførsel til journalen; journalføringsbekendtgørelsen;
// ved klagesag eller erstatningssag: indtil sagen er endeligt afsluttet;
// derefter slettes". Which data it is about is not in the sentence.
func (p Phrases) Retention(r *model.RetentionRule) Text {
	return join("; ",
		p.howLong(r),
		Say(clause(r.Criterion)),
		p.missingStart(r),
		Say(p.Code("alignment", string(r.Alignment))),
		p.cycle(r),
		p.retentionLaws(r),
		p.Hold(r.Hold.Value),
		p.then(r),
	)
}

// RulesFor names the rules by which a category of data is kept, "R-1", or says
// the answer in their place, also the one that nobody has given.
func (p Phrases) RulesFor(a *model.Activity, d model.DataItem) Text {
	rules := a.RulesFor(d)
	if numbers := p.Numbers(rules.Value); numbers != "" {
		return Say(numbers)
	}
	return p.answerOr(rules.State)
}

// clause makes a sentence fit to stand within another.
func clause(s string) string { return strings.TrimSuffix(strings.TrimSpace(s), ".") }

// howLong says qualifier, period and start: "min. 10 år fra …".
func (p Phrases) howLong(r *model.RetentionRule) Text {
	start := ""
	if r.Start.Given() {
		start = p.Start(r.Start.Value)
	}
	period := ""
	if r.Period.Given() {
		period = p.Period(r.Period.Value)
	}
	switch {
	case period != "":
		period = p.qualified(r.Qualifier, period)
		if start != "" {
			key := "report.retention.from"
			if first, _, _ := strings.Cut(start, " "); slices.Contains(strings.Fields(p.Words.Text("report.prepositions")), strings.ToLower(first)) {
				key = "report.retention.after"
			}
			period = p.Words.Text(key, "Period", period, "Start", start)
		}
		return Text{{Text: period, Style: Bold}}
	case r.Criterion == "" && start != "":
		return Text{{Text: p.Words.Text("report.retention.until", "Start", start), Style: Bold}}
	case start != "" && !saidIn(r.Criterion, start):
		return Say(p.Words.Text("report.retention.start", "Start", start))
	case r.Criterion == "" && r.Period.State == model.NotStated:
		return join(" ", Say(p.Words.Text("report.retention.period")), p.Answer(model.NotStated))
	}
	return nil
}

func (p Phrases) qualified(q model.Qualifier, period string) string {
	if key := "report.retention." + string(q); q != "" && p.Words.Has(key) {
		return p.Words.Text(key, "Period", period)
	}
	return period
}

func (p Phrases) missingStart(r *model.RetentionRule) Text {
	if r.Start.State != model.NotStated {
		return nil
	}
	return join(" ", Say(p.Words.Text("report.retention.nostart")), p.Answer(model.NotStated))
}

func (p Phrases) cycle(r *model.RetentionRule) Text {
	if !r.Cycle.Given() {
		return nil
	}
	return Say(p.Words.Text("report.retention.cycle", "Period", p.Period(r.Cycle.Value)))
}

func (p Phrases) retentionLaws(r *model.RetentionRule) Text {
	if r.Laws.State == model.NotStated {
		return join(" ", Say(p.Words.Text("report.retention.law")), p.Answer(model.NotStated))
	}
	return Say(p.Laws(r.Laws.Value))
}

// Hold says what stops erasure, and until when: "ved klagesag eller
// erstatningssag: indtil sagen er endeligt afsluttet".
func (p Phrases) Hold(h model.Hold) Text {
	reasons := make([]string, 0, len(h.Reasons))
	for _, r := range h.Reasons {
		reasons = append(reasons, p.Code("hold_reason", string(r)))
	}
	when := h.Text
	if when == "" && len(reasons) > 0 {
		when = p.Words.Text("report.retention.hold", "Reasons", p.either(reasons))
	}
	return Say(joinWords(": ", clause(when), clause(h.Until)))
}

// either writes "a, b eller c".
func (p Phrases) either(all []string) string {
	if len(all) < 2 {
		return joinWords("", all...)
	}
	last := len(all) - 1
	return p.Words.Text("report.either", "First", strings.Join(all[:last], ", "), "Last", all[last])
}

// notStatedThen is the code for a rule whose source says no more than how
// long.
const notStatedThen model.EndAction = "not_stated"

func (p Phrases) then(r *model.RetentionRule) Text {
	key := "report.then." + string(r.Then)
	switch {
	case r.Then == "" && r.ThenText == "":
		return nil
	case r.Then == "":
		return Say(p.Words.Text("report.then", "Action", clause(r.ThenText)))
	case r.Then == notStatedThen:
		return join(" ", Say(p.Words.Text(key)), p.Answer(model.NotStated))
	case p.Words.Has(key):
		return Say(p.Words.Text(key))
	}
	return Say(p.Words.Text("report.then", "Action", p.Code("end_action", string(r.Then))))
}
