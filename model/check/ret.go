package check

import (
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// retention holds the rules on how long data are kept, RET.
var retention = []Rule{
	{ID: "RET-01", Severity: Error, Reference: "30(1)(f), 5(1)(e)", Looks: model.KindActivity, look: each(withoutLimit)},
	{ID: "RET-02", Severity: Error, Reference: "30(1)(f)", Looks: model.KindRetentionRule,
		look: each(func(r *review, rule *model.RetentionRule) {
			start := rule.Start.Value
			unsaid := missing(rule.Start) || rule.Start.Given() && (start.Event == "" || start.Event == "not_stated") && start.Text == ""
			if identified(rule) && rule.Period.Given() && unsaid && !rule.Cycle.Given() {
				r.tell("start", "Period", rule.Period.Value)
			}
		})},
	{ID: "RET-03", Severity: Warning, Reference: "5(1)(e)", Looks: model.KindRetentionRule, look: each(onlyMinimum)},
	{ID: "RET-04", Severity: Warning, Reference: "30(1)(f)", Looks: model.KindRetentionRule,
		look: each(func(r *review, rule *model.RetentionRule) {
			if p := rule.Period.Value; identified(rule) && p.Max > p.Length {
				r.tell("period", "Period", p)
			}
		})},
	{ID: "RET-05", Severity: Warning, Looks: model.KindRetentionRule, look: each(tooShort)},
	{ID: "RET-06", Severity: Warning, Reference: "5(1)(e)", Looks: model.KindRetentionRule, look: each(tooLong)},
	{ID: "RET-07", Severity: Info, Reference: "30(1)(f)", Looks: model.KindRetentionRule, look: each(withoutStatute)},
	{ID: "RET-08", Severity: Warning, Reference: "5(1)(e)", Looks: model.KindRetentionRule,
		look: each(func(r *review, rule *model.RetentionRule) {
			for _, other := range r.keeping.beside[rule.ID] {
				if identified(rule) && identified(other) && rule.Number < other.Number && conflicting(rule, other) {
					r.tell("period", "Other", other)
				}
			}
		})},
	{ID: "RET-09", Severity: Warning, Reference: "30(1)(f)", Looks: model.KindRetentionRule, look: each(vaguePeriod)},
	{ID: "RET-10", Severity: Warning, Reference: "5(1)(e)", Looks: model.KindRetentionRule,
		look: each(func(r *review, rule *model.RetentionRule) {
			if identified(rule) && !r.keeping.idle(rule) && (rule.Then == "" || rule.Then == "not_stated") {
				r.tell("then")
			}
		})},
	{ID: "RET-11", Severity: Warning, Reference: "5(1)(e)", look: openHold},
	{ID: "RET-12", Severity: Warning, Reference: "5(1)(e)", Looks: model.KindRetentionRule, look: each(overdueErasure)},
	{ID: "RET-13", Severity: Info, Reference: "5(1)(c)", Looks: model.KindRetentionRule, look: each(accountsWithRecords)},
	{ID: "RET-14", Severity: Warning, Reference: "recital 26", Looks: model.KindRetentionRule,
		look: each(func(r *review, rule *model.RetentionRule) {
			if unchecked(rule) {
				r.tell("then")
			}
		})},
}

// identified reports whether a rule is in use and keeps personal data; what is
// anonymous may be kept for ever.
func identified(rule *model.RetentionRule) bool {
	return running(rule) && rule.Stage != "anonymised"
}

// withoutLimit finds data of which nobody has said how long they are kept, and
// rules that say neither a period nor a criterion.
func withoutLimit(r *review, a *model.Activity) {
	if !running(a) || a.Role == model.AsProcessor {
		return
	}
	unsaid := missing(a.Retention) || a.Retention.Given() && len(a.Retention.Value) == 0
	var names []any
	var first string
	items, answers := 0, rulesOf(a)
	for i, g := range a.Groups.Value {
		for j, d := range g.Data {
			answer := answers[items]
			items++
			if !missing(answer) && (!answer.Given() || len(answer.Value) > 0) {
				continue
			}
			if first == "" {
				first = entry(entry("groups", i)+".data", j) + ".retention"
			}
			names = append(names, nameOf(d))
		}
	}
	switch {
	case unsaid && len(names) == items:
		r.tell("retention")
	case len(names) > 0:
		r.tellCase("data", first, "Data", names)
	}
	for _, rule := range r.keeping.first[a.ID] {
		if silent(rule) {
			r.report(rule, "rule", "period", nil)
		}
	}
}

// nameOf is what a register calls a data item.
func nameOf(d model.DataItem) any {
	if d.Category == "" {
		return d.Text
	}
	return Code{"data_category", string(d.Category)}
}

// silent reports whether a rule says nothing of how long data are kept.
func silent(rule *model.RetentionRule) bool {
	start := rule.Start.Value
	return identified(rule) && !rule.Period.Given() && strings.TrimSpace(rule.Criterion) == "" &&
		(start.Event == "" || start.Event == "not_stated") && start.Text == ""
}

// onlyMinimum finds "at least ten years" with nothing that ends it: no longest
// period, no criterion, no check, no other rule for the same data.
func onlyMinimum(r *review, rule *model.RetentionRule) {
	if !identified(rule) || rule.Qualifier != "minimum" || rule.Criterion != "" || rule.CheckEvery > 0 || rule.Then == "review" {
		return
	}
	for _, other := range r.keeping.beside[rule.ID] {
		if other.Period.Given() && other.Qualifier != "minimum" {
			return
		}
	}
	r.tell("qualifier", "Period", rule.Period.Value)
}

// conflicting reports whether two rules for the same data cannot both hold. A
// minimum and a longer or equal end of another rule belong together.
func conflicting(a, b *model.RetentionRule) bool {
	if a.Stage != "" && b.Stage != "" && a.Stage != b.Stage || a.Medium != "" && b.Medium != "" && a.Medium != b.Medium {
		return false
	}
	if b.Qualifier == "minimum" {
		a, b = b, a
	}
	switch {
	case !a.Period.Given() || !b.Period.Given():
		_, latest := law.FindPhrase("at_latest", b.Criterion)
		return a.Qualifier == "minimum" && a.Period.Given() && !b.Period.Given() && latest
	case a.Qualifier == "minimum" && b.Qualifier != "minimum":
		return shorter(longest(b.Period.Value), a.Period.Value)
	case shorter(a.Period.Value, b.Period.Value) || shorter(b.Period.Value, a.Period.Value):
		return true
	}
	start, other := a.Start.Value.Event, b.Start.Value.Event
	return start != "" && other != "" && start != other
}

// vaguePeriod finds words that nobody can measure in place of a period, where
// no other rule gives the same data one.
func vaguePeriod(r *review, rule *model.RetentionRule) {
	if !identified(rule) || r.keeping.helped(rule) {
		return
	}
	if rule.Period.Given() {
		if rule.Period.Value.Unit == "immediately" {
			r.tellCase("immediately", "period")
		}
		return
	}
	for _, text := range []struct{ field, text string }{{"criterion", rule.Criterion}, {"start.text", rule.Start.Value.Text}} {
		if phrase, found := law.FindPhrase("vague_period", text.text); found {
			r.tell(text.field, "Phrase", phrase)
			return
		}
	}
}

// openHold finds that a case stops erasure without an end, or without anybody
// who decides. What several rules say in the same words is told of once.
func openHold(r *review) {
	type hold struct {
		text, until string
		owned       bool
	}
	told := map[hold]bool{}
	for _, rule := range r.RetentionRules() {
		h := hold{rule.Hold.Value.Text, rule.Hold.Value.Until, rule.Responsible != ""}
		if !identified(rule) || !rule.Hold.Given() || told[h] {
			continue
		}
		told[h] = h.text != ""
		switch {
		case h.until == "":
			r.report(rule, "until", "hold.until", nil)
		case !h.owned:
			r.tellOf(rule, "responsible")
		}
	}
}

// overdueErasure finds an erasure that should have taken place: by the rule's
// own interval, or because an activity ended so long ago that all its data
// have passed their time.
func overdueErasure(r *review, rule *model.RetentionRule) {
	if !identified(rule) {
		return
	}
	if rule.CheckEvery > 0 {
		due := monthsAfter(rule.Checked, rule.CheckEvery)
		switch {
		case rule.Checked.IsZero():
			r.tellCase("never", "checked", "Months", rule.CheckEvery)
			return
		case due.Before(r.on):
			r.tell("checked", "Date", due)
			return
		}
	}
	for _, a := range r.ActivitiesOf(rule.ID) {
		if a.Status != model.Ended || a.ValidUntil.IsZero() {
			continue
		}
		span, err := law.Ends(rule, a.ValidUntil)
		if err == nil && !span.Open && span.Longest.Before(r.on) && !span.Longest.Before(rule.Checked) {
			r.tellCase("ended", "checked", "Activity", a, "Date", span.Longest)
			return
		}
	}
}

// unchecked reports whether a rule makes data anonymous with no measure that
// does so, or with nobody who checks it.
func unchecked(rule *model.RetentionRule) bool {
	switch rule.Then {
	case "anonymise", "delete_or_anonymise", "pseudonymise_then_anonymise":
		checked := rule.CheckEvery > 0 || !rule.Checked.IsZero()
		return identified(rule) && (len(rule.Measures) == 0 || !checked)
	}
	return false
}
