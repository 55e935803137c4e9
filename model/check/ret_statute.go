package check

import (
	"slices"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// statutesFor returns what the law of the register's country, or practice,
// says of the material that a rule keeps. The first category of a statute is
// its material; the others count where the rule cites the statute.
func (r *review) statutesFor(rule *model.RetentionRule) []law.Statute {
	return slices.DeleteFunc(law.Statutes(r.country(), r.on), func(s law.Statute) bool {
		if s.Length == 0 || len(s.Categories) == 0 {
			return true
		}
		cites := slices.ContainsFunc(rule.Laws.Value, func(l model.LawReference) bool { return l.Code != "" && l.Code == s.Provision })
		shares := slices.ContainsFunc(rule.Categories, func(c model.DataCategory) bool { return slices.Contains(s.Categories, c) })
		return !slices.Contains(rule.Categories, s.Categories[0]) && !(cites && shares)
	})
}

// leastBy returns the statute that wants a rule's material kept longest.
func (r *review) leastBy(rule *model.RetentionRule) (least law.Statute, found bool) {
	for _, s := range r.statutesFor(rule) {
		if s.Kind == "statute" && s.Qualifier == "minimum" && (!found || shorter(periodOf(least), periodOf(s))) {
			least, found = s, true
		}
	}
	return least, found
}

func periodOf(s law.Statute) model.Period { return model.Period{Length: s.Length, Unit: s.Unit} }

// tooShort finds data kept for less than a statute demands.
func tooShort(r *review, rule *model.RetentionRule) {
	least, found := r.leastBy(rule)
	if !identified(rule) || !found || rule.KeptAnyway != "" {
		return
	}
	switch period := rule.Period.Value; {
	case rule.Period.Given() && shorter(longest(period), periodOf(least)):
		r.tell("period", "Period", period, "Statute", least, "Least", periodOf(least))
	case !rule.Period.Given() && rule.Qualifier == "event" && rule.Start.Given():
		switch rule.Then {
		case "delete", "destroy_paper", "anonymise", "delete_or_anonymise":
			r.tellCase("event", "start", "Start", Code{"start_event", string(rule.Start.Value.Event)}, "Statute", least, "Least", periodOf(least))
		}
	}
}

// tooLong finds data kept for longer than a statute or practice allows or
// demands, without a word on why.
func tooLong(r *review, rule *model.RetentionRule) {
	reason := rule.KeptAnyway + rule.Criterion + rule.LongerConsent
	if !identified(rule) || reason != "" || rule.Qualifier == "minimum" || rule.Period.Value.Max > 0 || !rule.Period.Given() {
		return
	}
	for _, s := range r.statutesFor(rule) {
		if s.Qualifier == "maximum" && shorter(periodOf(s), rule.Period.Value) {
			r.tell("period", "Period", rule.Period.Value, "Statute", s, "Most", periodOf(s))
			return
		}
	}
	if least, found := r.leastBy(rule); found && shorter(periodOf(least), rule.Period.Value) {
		r.tellCase("least", "period", "Period", rule.Period.Value, "Statute", least, "Least", periodOf(least))
	}
}

// withoutStatute finds a period that a statute gives, without the statute. A rule
// for the same data that cites it is enough.
func withoutStatute(r *review, rule *model.RetentionRule) {
	least, found := r.leastBy(rule)
	if !identified(rule) || !found || !rule.Period.Given() || namesLaw(rule) || slices.ContainsFunc(r.keeping.beside[rule.ID], namesLaw) {
		return
	}
	switch {
	case missing(rule.Laws) || rule.Laws.Given() && len(rule.Laws.Value) == 0:
		r.tell("laws", "Statute", least)
	case rule.Laws.Given() && len(law.OutdatedLaws(r.country(), rule.Laws.Value[0].Printed)) == 0: // those are LEG-13's
		r.tellCase("vague", "laws", "Law", rule.Laws.Value[0].Printed)
	}
}

// namesLaw reports whether a rule cites an act, and not only "the law".
func namesLaw(rule *model.RetentionRule) bool {
	return slices.ContainsFunc(rule.Laws.Value, func(l model.LawReference) bool {
		_, unnamed := law.FindPhrase("unnamed_law", l.Printed)
		return l.Code != "" || l.Printed != "" && !unnamed
	})
}

// accountsWithRecords finds one rule for accounting material and health data,
// which the law wants kept for different times.
func accountsWithRecords(r *review, rule *model.RetentionRule) {
	if !identified(rule) {
		return
	}
	var health, accounts model.DataCategory
	for _, s := range law.Statutes(r.country(), r.on) {
		if s.Start == "end_of_accounting_year" && slices.Contains(rule.Categories, s.Categories[0]) && accounts == "" {
			accounts = s.Categories[0]
		}
	}
	for _, c := range rule.Categories {
		if item, _ := law.Find("data_category", string(c)); item.Special == "health" && health == "" {
			health = c
		}
	}
	if health != "" && accounts != "" {
		r.tell("categories", "Health", Code{"data_category", string(health)}, "Accounts", Code{"data_category", string(accounts)})
	}
}

// longest returns the upper end of a period as a period of its own.
func longest(p model.Period) model.Period {
	return model.Period{Length: max(p.Length, p.Max), Unit: p.Unit}
}

// shorter reports whether a period is shorter than another, by more than what
// months differ in length.
func shorter(a, b model.Period) bool { return days(a)*103 < days(b)*100 }

func days(p model.Period) int {
	perUnit := map[model.Unit]int{"day": 12, "week": 84, "month": 365, "quarter": 3 * 365, "year": 12 * 365} // in twelfths of a day
	return p.Length * perUnit[p.Unit]
}
