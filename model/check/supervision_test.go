package check

import (
	"testing"

	"fortegnelse/model"
)

func TestConceptRange(t *testing.T) {
	for _, c := range []struct{ score, from, to, months int }{
		{0, 1, 6, 36}, {1, 1, 6, 36}, {2, 1, 6, 36}, {3, 2, 6, 24}, {4, 2, 6, 24}, {5, 3, 6, 12}, {6, 3, 6, 12},
		{7, 5, 6, 12}, {10, 5, 6, 12}, {11, 5, 6, 12},
	} {
		if from, to := ConceptRange(c.score); from != c.from || to != c.to {
			t.Errorf("%d points: concepts %d–%d, want %d–%d", c.score, from, to, c.from, c.to)
		}
		if months := ProposedInterval(c.score); months != c.months {
			t.Errorf("%d points: %d months, want %d", c.score, months, c.months)
		}
	}
}

func TestRiskOf(t *testing.T) {
	for _, c := range []struct {
		name                          string
		persons                       int
		special, confidential, nature bool
		want                          model.Risk
	}{
		{"few persons, ordinary data", 999, false, false, false, model.Risk{Persons: 1}},
		{"a thousand persons", 1000, false, false, false, model.Risk{Persons: 2}},
		{"ten thousand persons", 10000, false, false, false, model.Risk{Persons: 2}},
		{"more", 10001, false, false, false, model.Risk{Persons: 3}},
		{"health data", 10, true, false, false, model.Risk{Persons: 1, Special: 3}},
		{"everything", 20000, true, true, true, model.Risk{Persons: 3, Special: 3, Confidential: 2, Nature: 2}},
	} {
		if got := RiskOf(c.persons, c.special, c.confidential, c.nature); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestProposeSupervision(t *testing.T) {
	unanswered := func(c *clinic) { c.processor.Risk = model.Answer[model.Risk]{} }
	for _, e := range []struct {
		name  string
		spoil func(c *clinic)
		want  Proposal
	}{
		{"as answered", func(*clinic) {}, Proposal{
			Points: true, Known: true, Risk: model.Risk{Persons: 2, Special: 3, Confidential: 2}, From: 5, To: 6, Class: model.Special, Months: 12,
		}},
		{"guessed from the activity", unanswered, Proposal{
			Points: true, Risk: model.Risk{Persons: 2, Special: 3, Confidential: 2}, From: 5, To: 6, Class: model.Special, Months: 12,
		}},
		{"number of persons not known", func(c *clinic) {
			unanswered(c)
			c.activity.Groups.Value[0].Count = model.Answer[int]{}
		}, Proposal{
			Points: true, Unsure: true, Risk: model.Risk{Persons: 1, Special: 3, Confidential: 2}, From: 3, To: 6, Class: model.Special, Months: 12,
		}},
		{"gets names only", func(c *clinic) {
			unanswered(c)
			c.activity.Processors.Value[0].Data = []model.Disclosure{{Data: "name", State: model.Receives}, {Data: "record", State: model.NoDisclosed}}
		}, Proposal{
			Points: true, Risk: model.Risk{Persons: 2}, From: 1, To: 6, Class: model.Ordinary, Months: 36,
		}},
		{"used by no activity that goes on", func(c *clinic) {
			unanswered(c)
			c.activity.Status = model.Ended
		}, Proposal{Points: true, Unsure: true, Risk: model.Risk{Persons: 1}, From: 1, To: 6, Months: 36}},
		{"in Norway by the data", func(c *clinic) { c.info.Country = "no" }, Proposal{
			Risk: model.Risk{Persons: 2, Special: 3, Confidential: 2}, Known: true, From: 1, To: 6, Class: model.Special, Months: 12,
		}},
		{"in Sweden, names only", func(c *clinic) {
			c.info.Country = "se"
			unanswered(c)
			c.activity.Processors.Value[0].Data = []model.Disclosure{{Data: "name", State: model.Receives}}
		}, Proposal{From: 1, To: 6, Class: model.Ordinary, Months: 36}},
	} {
		t.Run(e.name, func(t *testing.T) {
			c := newClinic()
			e.spoil(c)
			if got := ProposeSupervision(c.register(t), c.processor); got != e.want {
				t.Errorf("%+v\nwant %+v", got, e.want)
			}
		})
	}
}
