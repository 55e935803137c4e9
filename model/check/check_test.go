package check

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"fortegnelse/model"
	"fortegnelse/model/words"
)

// today is the day on which the registers of these tests are looked at.
var today = model.Date{Year: 2026, Month: 11, Day: 22}

// example shows what a rule finds, on a clinic whose register is right.
type example struct {
	rule  string
	name  string
	spoil func(c *clinic)
	field string     // where it is found; near misses have none
	count int        // how often; 0 means once
	on    model.Date // day of the look; zero means today
}

func (e example) day() model.Date {
	if e.on.IsZero() {
		return today
	}
	return e.on
}

// examples are the examples of all groups.
var examples = slices.Concat(
	organisationExamples, officerExamples, activityExamples,
	legalExamples, consentExamples, specialExamples,
	personExamples, dataExamples, recipientExamples,
	processingExamples, agreementExamples, supervisionExamples,
	transferExamples, retentionExamples,
	securityExamples, assessmentExamples, jointExamples,
	informationExamples, freshnessExamples,
	crossReferenceExamples,
)

// near is the field of a near miss: the rule must be silent.
const near = "-"

func TestRules(t *testing.T) {
	for _, e := range examples {
		t.Run(e.rule+"/"+e.name, func(t *testing.T) {
			if _, known := RuleOf(e.rule); !known {
				t.Fatal("there is no such rule")
			}
			c := newClinic()
			e.spoil(c)
			var fields []string
			for _, f := range Run(c.register(t), e.day()) {
				if f.Rule.ID == e.rule {
					fields = append(fields, f.Field)
				}
			}
			switch {
			case e.field == near && len(fields) > 0:
				t.Errorf("found at %q, should be silent", fields)
			case e.field == near:
			case len(fields) != cmp.Or(e.count, 1) || fields[0] != e.field:
				t.Errorf("found at %q, want %q", fields, e.field)
			}
		})
	}
}

// A register that is right gives no finding at all: otherwise a rule would be
// a nag.
func TestRightRegisterIsSilent(t *testing.T) {
	for _, f := range Run(newClinic().register(t), today) {
		t.Errorf("%s at %s %s: %v", f.Rule.ID, f.number(), f.Field, f.Facts)
	}
}

func TestEveryRuleHasExampleAndNearMiss(t *testing.T) {
	fires, silent := map[string]bool{}, map[string]bool{}
	for _, e := range examples {
		if e.field == near {
			silent[e.rule] = true
		} else {
			fires[e.rule] = true
		}
	}
	for _, rule := range rules {
		if !fires[rule.ID] || !silent[rule.ID] {
			t.Errorf("%s: fires in an example: %v, silent in a near miss: %v", rule.ID, fires[rule.ID], silent[rule.ID])
		}
	}
}

// Every rule has its words in every language, and they use no fact that its
// findings do not give.
func TestEveryRuleHasWords(t *testing.T) {
	for _, lang := range words.Languages() {
		catalogue, err := words.In(lang)
		if err != nil {
			t.Fatal(err)
		}
		say := func(what, text string) {
			if strings.ContainsAny(text, "⟨⟩") || strings.Contains(text, "<no value>") || text == "" {
				t.Errorf("%s, %s: %q", lang, what, text)
			}
		}
		for _, rule := range rules {
			say(rule.ID+" why", rule.Why(catalogue))
			say(rule.ID+" fix", rule.Fix(catalogue))
		}
		for _, e := range examples {
			c := newClinic()
			e.spoil(c)
			r := c.register(t)
			for _, f := range Run(r, e.day()) {
				if f.Rule.ID == e.rule {
					say(e.rule, f.Message(catalogue, r))
				}
			}
		}
	}
}

// number returns the number of the record, "" for the register.
func (f Finding) number() string {
	if f.Record == nil {
		return ""
	}
	return f.Record.Meta().Number
}
