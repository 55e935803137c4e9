package check

import (
	"testing"

	"fortegnelse/model"
)

// found returns the only finding of a rule in a clinic.
func found(t *testing.T, c *clinic, rule string) (r *model.Register, f Finding) {
	t.Helper()
	r = c.register(t)
	n := 0
	for _, each := range Run(r, today) {
		if each.Rule.ID == rule {
			f = each
			n++
		}
	}
	if n != 1 {
		t.Fatalf("%d findings of %s", n, rule)
	}
	return r, f
}

func stateOf(t *testing.T, c *clinic, rule string, on model.Date) Judged {
	t.Helper()
	r := c.register(t)
	for _, j := range Judge(r, Run(r, on), on) {
		if j.Rule.ID == rule {
			return j
		}
	}
	t.Fatalf("no finding of %s", rule)
	return Judged{}
}

func TestAnswers(t *testing.T) {
	c := newClinic()
	c.entity.TradeNames = []string{"Havnegade", "AntiÆld"}
	_, f := found(t, c, "ORG-03")
	if got := stateOf(t, c, "ORG-03", today); got.State != Open || !got.Pending() {
		t.Errorf("without an answer: %+v", got)
	}
	until := date(2027, 6, 30)
	c.add(NewAnswer(f, "accepted", "Selskabet omdannes til sommer", "klinikchef", today, until), "F-1")
	if got := stateOf(t, c, "ORG-03", today); got.State != Accepted || got.Pending() {
		t.Errorf("accepted: %+v", got)
	}
	if got := stateOf(t, c, "ORG-03", until); got.State != Accepted {
		t.Errorf("on its last day: %+v", got)
	}
	if got := stateOf(t, c, "ORG-03", date(2027, 7, 1)); got.State != Open || got.Lapsed == nil {
		t.Errorf("the day after: %+v", got)
	}
	c.entity.TradeNames = append(c.entity.TradeNames, "Ung Igen")
	if got := stateOf(t, c, "ORG-03", today); got.State != Open {
		t.Errorf("after its facts have changed: %+v", got)
	}
}

// An error can be explained and stays visible.
func TestErrorsCannotBeAccepted(t *testing.T) {
	c := newClinic()
	c.entity.Authority = model.Answer[model.Authority]{}
	_, f := found(t, c, "ORG-06")
	c.add(NewAnswer(f, "accepted", "Vi venter på svar", "klinikchef", today, model.Date{}), "F-1")
	if got := stateOf(t, c, "ORG-06", today); got.State != Explained || !got.Pending() {
		t.Errorf("%+v", got)
	}
}

// A finding keeps its key when entries before its field come or go.
func TestKeyDoesNotCountEntries(t *testing.T) {
	a := Finding{Rule: &rules[0], Field: "purposes[0].bases[2]"}
	b := Finding{Rule: &rules[0], Field: "purposes[3].bases[0]"}
	if a.Key() != b.Key() {
		t.Error("the keys differ")
	}
	if c := (Finding{Rule: &rules[0], Field: "purposes[0].bases"}); c.Key() == a.Key() {
		t.Error("other fields have the same key")
	}
}
