package check

import (
	"slices"

	"fortegnelse/model"
)

// Severity says how grave a finding is.
type Severity string

// The severities.
const (
	Error   Severity = "error"   // the record lacks what a clear rule demands
	Warning Severity = "warning" // probably wrong, inconsistent or risky: needs a decision
	Info    Severity = "info"    // good practice
)

// Rank sorts severities, the gravest first.
func (s Severity) Rank() int { return slices.Index([]Severity{Error, Warning, Info}, s) }

// Rule is one thing that a register can have wrong.
type Rule struct {
	// ID names the rule for ever, as in "LEG-02".
	ID       string
	Severity Severity
	// Reference is the legal source: articles of the GDPR as "30(1)(a)", other
	// sources with their name. It may be empty.
	Reference string
	// Asks says that the rule cannot be decided from what a register holds: it
	// only prompts a thought, and its words are a question.
	Asks bool
	// Looks is the kind of records that the rule looks at, "" for the register
	// as a whole.
	Looks model.Kind

	look func(r *review)
}

// Group returns the letters before the number, "LEG".
func (r *Rule) Group() string {
	for i := range r.ID {
		if r.ID[i] == '-' {
			return r.ID[:i]
		}
	}
	return r.ID
}

// rules are all rules, in the order in which they are listed.
var rules = slices.Concat(
	organisation, officer, activities,
	legal, consent, special, nationalNumber, criminal,
	persons, personalData, recipients,
	processing, agreements, supervision,
	transfers, retention,
	security, assessments, jointControl,
	information, freshness,
	crossReferences,
)

var ruleByID = func() map[string]*Rule {
	byID := make(map[string]*Rule, len(rules))
	for i := range rules {
		byID[rules[i].ID] = &rules[i]
	}
	return byID
}()

// Rules returns all rules in the order in which they are listed.
func Rules() []Rule { return slices.Clone(rules) }

// RuleOf returns the rule with an ID.
func RuleOf(id string) (*Rule, bool) {
	r, ok := ruleByID[id]
	return r, ok
}

// each makes the look of a rule at every record of a kind.
func each[T model.Record](look func(r *review, rec T)) func(*review) {
	return func(r *review) { look(r, r.record.(T)) }
}
