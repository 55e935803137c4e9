package check

import (
	"testing"

	"fortegnelse/model"
)

var retentionExamples = []example{
	{rule: "RET-01", name: "not stated", field: "retention", spoil: func(c *clinic) { c.activity.Retention = model.Answer[[]model.ID]{State: model.NotStated} }},
	{rule: "RET-01", name: "not stated of some data", field: "groups[0].data[1].retention", spoil: func(c *clinic) {
		c.activity.Groups.Value[0].Data[1].Retention = model.Answer[[]model.ID]{State: model.NotStated}
		c.activity.Groups.Value[0].Data[2].Retention = model.Answer[[]model.ID]{State: model.NotStated}
	}},
	{rule: "RET-01", name: "a rule that says nothing", field: "period", spoil: func(c *clinic) {
		c.rule.Period, c.rule.Start = model.Answer[model.Period]{State: model.NotStated}, model.Answer[model.Start]{}
	}},
	{rule: "RET-01", name: "all data have rules of their own", field: near, spoil: func(c *clinic) {
		c.activity.Retention = model.Answer[[]model.ID]{}
		data := c.activity.Groups.Value[0].Data
		for i := range data {
			data[i].Retention = model.Value([]model.ID{c.rule.ID})
		}
	}},
	{rule: "RET-01", name: "as processor", field: near, spoil: func(c *clinic) { c.asProcessor() }},
	{rule: "RET-02", name: "ten years from nothing", field: "start", spoil: func(c *clinic) { c.rule.Start = model.Answer[model.Start]{State: model.NotStated} }},
	{rule: "RET-02", name: "from a start in own words", field: near, spoil: func(c *clinic) {
		c.rule.Start = model.Value(model.Start{Text: "når journalen lukkes"})
	}},
	{rule: "RET-03", name: "at least ten years", field: "qualifier", spoil: func(c *clinic) { c.rule.Qualifier = "minimum" }},
	{rule: "RET-03", name: "at least ten years, and another rule ends it", field: near, spoil: func(c *clinic) {
		c.rule.Qualifier = "minimum"
		c.second().Qualifier = "maximum"
	}},
	{rule: "RET-03", name: "at least ten years, looked at every year", field: near, spoil: func(c *clinic) {
		c.rule.Qualifier, c.rule.CheckEvery = "minimum", 12
	}},
	{rule: "RET-04", name: "five to ten years", field: "period", spoil: func(c *clinic) {
		c.rule.Period = model.Value(model.Period{Length: 5, Max: 10, Unit: "year"})
	}},
	{rule: "RET-04", name: "at most ten years", field: near, spoil: func(c *clinic) { c.rule.Qualifier = "maximum" }},
	{rule: "RET-05", name: "nine years of ten", field: "period", spoil: func(c *clinic) { c.rule.Period.Value.Length = 9 }},
	{rule: "RET-05", name: "records erased after treatment", field: "start", spoil: func(c *clinic) {
		c.rule.Qualifier, c.rule.Period = "event", model.Answer[model.Period]{State: model.NotStated}
		c.rule.Start.Value.Event = "end_of_course"
	}},
	{rule: "RET-05", name: "ten years in months", field: near, spoil: func(c *clinic) {
		c.rule.Period = model.Value(model.Period{Length: 120, Unit: "month"})
	}},
	{rule: "RET-05", name: "a survey that may tell of health", field: near, spoil: func(c *clinic) {
		rule := c.second()
		rule.Categories, rule.Laws = []model.DataCategory{"survey_answers", "health"}, model.Answer[[]model.LawReference]{State: model.None}
		rule.Period = model.Value(model.Period{Length: 3, Unit: "month"})
	}},
	{rule: "RET-06", name: "twenty years of ten", field: "period", spoil: func(c *clinic) { c.rule.Period.Value.Length = 20 }},
	{rule: "RET-06", name: "applications for two years", field: "period", spoil: func(c *clinic) {
		rule := c.second()
		rule.Categories, rule.Laws = []model.DataCategory{"application"}, model.Answer[[]model.LawReference]{State: model.None}
		rule.Period = model.Value(model.Period{Length: 2, Unit: "year"})
	}},
	{rule: "RET-06", name: "twenty years, with a reason", field: near, spoil: func(c *clinic) {
		c.rule.Period.Value.Length = 20
		c.rule.KeptAnyway = "Implantater kræver længere opfølgning"
	}},
	{rule: "RET-07", name: "no law", field: "laws", spoil: func(c *clinic) { c.rule.Laws = model.Answer[[]model.LawReference]{} }},
	{rule: "RET-07", name: "no law in particular", field: "laws", spoil: func(c *clinic) {
		c.rule.Laws = model.Value([]model.LawReference{{Printed: "lovgivningens krav"}})
	}},
	{rule: "RET-07", name: "the wrong law is LEG-13's", field: near, spoil: func(c *clinic) {
		c.info.Country = "se"
		c.rule.Laws = model.Value([]model.LawReference{{Printed: "patientlagstiftningen"}})
	}},
	{rule: "RET-07", name: "a law by name", field: near, spoil: func(c *clinic) {
		c.rule.Laws = model.Value([]model.LawReference{{Printed: "journalføringsbekendtgørelsen § 15"}})
	}},
	{rule: "RET-08", name: "ten years and twelve", field: "period", spoil: func(c *clinic) { c.second().Period.Value.Length = 12 }},
	{rule: "RET-08", name: "at least ten years, and erased before", field: "period", spoil: func(c *clinic) {
		c.rule.Qualifier = "minimum"
		rule := c.second()
		rule.Period, rule.Criterion = model.Answer[model.Period]{State: model.NotStated}, "slettes senest, når krav er forældet"
	}},
	{rule: "RET-08", name: "at least ten years, and erased then", field: near, spoil: func(c *clinic) {
		c.rule.Qualifier = "minimum"
		c.second().Start.Value.Event = "last_update"
	}},
	{rule: "RET-08", name: "for other data", field: near, spoil: func(c *clinic) {
		rule := c.second()
		rule.Period.Value.Length = 12
		c.activity.Groups.Value[0].Data[0].Retention = model.Value([]model.ID{rule.ID})
	}},
	{rule: "RET-09", name: "as long as necessary", field: "criterion", spoil: func(c *clinic) {
		c.rule.Qualifier, c.rule.Period = "criterion", model.Answer[model.Period]{State: model.NotStated}
		c.rule.Criterion = "Opbevares, så længe det er nødvendigt."
	}},
	{rule: "RET-09", name: "immediately", field: "period", spoil: func(c *clinic) {
		c.rule.Period = model.Value(model.Period{Unit: "immediately"})
	}},
	{rule: "RET-09", name: "as long as necessary, with a period in another rule", field: near, spoil: func(c *clinic) {
		c.second()
		c.rule.Qualifier, c.rule.Period = "criterion", model.Answer[model.Period]{State: model.NotStated}
		c.rule.Criterion = "Opbevares, så længe det er nødvendigt."
	}},
	{rule: "RET-09", name: "a criterion that can be measured", field: near, spoil: func(c *clinic) {
		c.rule.Qualifier, c.rule.Period = "criterion", model.Answer[model.Period]{State: model.NotStated}
		c.rule.Criterion = "Til patienten trækker samtykket tilbage"
	}},
	{rule: "RET-10", name: "not said what then", field: "then", spoil: func(c *clinic) { c.rule.Then = "not_stated" }},
	{rule: "RET-10", name: "handed over", field: near, spoil: func(c *clinic) { c.rule.Then = "hand_over" }},
	{rule: "RET-11", name: "nobody ends the hold", field: "responsible", spoil: func(c *clinic) {
		c.hold()
		c.rule.Responsible = ""
	}},
	{rule: "RET-11", name: "a hold without an end", field: "hold.until", spoil: func(c *clinic) { c.hold().Until = "" }},
	{rule: "RET-11", name: "the same hold in two rules", field: "hold.until", spoil: func(c *clinic) {
		c.hold().Until = ""
		c.second().Hold = c.rule.Hold
	}},
	{rule: "RET-11", name: "a hold that somebody ends", field: near, spoil: func(c *clinic) { c.hold() }},
	{rule: "RET-12", name: "not carried out this year", field: "checked", spoil: func(c *clinic) {
		c.rule.CheckEvery, c.rule.Checked = 12, date(2025, 11, 1)
	}},
	{rule: "RET-12", name: "never carried out", field: "checked", spoil: func(c *clinic) { c.rule.CheckEvery = 12 }},
	{rule: "RET-12", name: "an activity that ended ten years ago", field: "checked", spoil: func(c *clinic) {
		c.activity.Status, c.activity.ValidUntil = model.Ended, date(2016, 3, 1)
	}},
	{rule: "RET-12", name: "carried out this year", field: near, spoil: func(c *clinic) {
		c.rule.CheckEvery, c.rule.Checked = 12, date(2026, 1, 5)
	}},
	{rule: "RET-12", name: "an activity that ended ten years ago, erased since", field: near, spoil: func(c *clinic) {
		c.activity.Status, c.activity.ValidUntil, c.rule.Checked = model.Ended, date(2016, 3, 1), date(2026, 4, 1)
	}},
	{rule: "RET-13", name: "invoices with the record", field: "categories", spoil: func(c *clinic) {
		c.rule.Categories = append(c.rule.Categories, "invoice")
	}},
	{rule: "RET-13", name: "invoices by themselves", field: near, spoil: func(c *clinic) {
		rule := c.second()
		rule.Categories = []model.DataCategory{"invoice", "name"}
	}},
	{rule: "RET-14", name: "anonymised, and nobody checks", field: "then", spoil: func(c *clinic) { c.rule.Then = "anonymise" }},
	{rule: "RET-14", name: "anonymised by a measure, and checked", field: near, spoil: func(c *clinic) {
		c.rule.Then, c.rule.Measures, c.rule.CheckEvery = "anonymise", []model.ID{c.measures[0].ID}, 12
	}},
}

// second adds another rule of the same kind for all data of the activity.
func (c *clinic) second() *model.RetentionRule {
	rule := model.Clone(c.rule).(*model.RetentionRule)
	rule.Title, rule.Qualifier = "Endnu en regel", "exact"
	c.activity.Retention = model.Value([]model.ID{c.rule.ID, c.add(rule, "R-2")})
	return rule
}

// hold lets a case stop the erasure of the records.
func (c *clinic) hold() *model.Hold {
	c.rule.Hold = model.Value(model.Hold{Reasons: []model.HoldReason{"complaint"}, Text: "Ved klagesag", Until: "til sagen er afsluttet"})
	return &c.rule.Hold.Value
}

func TestRulesOf(t *testing.T) {
	c := newClinic()
	other := c.second()
	data := c.activity.Groups.Value[0].Data
	data[0].Retention = model.Value([]model.ID{other.ID})
	data[1].Retention = model.Answer[[]model.ID]{State: model.NotApplicable}
	for i, answer := range rulesOf(c.activity) {
		want := c.activity.RulesFor(data[i])
		if answer.State != want.State || len(answer.Value) != len(want.Value) || len(want.Value) > 0 && answer.Value[0] != want.Value[0] {
			t.Errorf("%s: %v, want %v", data[i].Key, answer, want)
		}
	}
}

func TestShorter(t *testing.T) {
	for _, c := range []struct {
		a, b model.Period
		want bool
	}{
		{model.Period{Length: 9, Unit: "year"}, model.Period{Length: 10, Unit: "year"}, true},
		{model.Period{Length: 12, Unit: "month"}, model.Period{Length: 1, Unit: "year"}, false},
		{model.Period{Length: 1, Unit: "month"}, model.Period{Length: 30, Unit: "day"}, false},
		{model.Period{Length: 30, Unit: "day"}, model.Period{Length: 1, Unit: "month"}, false},
		{model.Period{Length: 26, Unit: "week"}, model.Period{Length: 6, Unit: "month"}, false},
		{model.Period{Length: 42, Unit: "month"}, model.Period{Length: 5, Unit: "year"}, true},
		{model.Period{Unit: "immediately"}, model.Period{Length: 1, Unit: "day"}, true},
	} {
		if got := shorter(c.a, c.b); got != c.want {
			t.Errorf("shorter(%v, %v) = %v", c.a, c.b, got)
		}
	}
}
