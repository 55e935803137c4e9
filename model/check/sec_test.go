package check

import "fortegnelse/model"

var securityExamples = []example{
	{rule: "SEC-01", name: "nothing said", field: "measures", spoil: func(c *clinic) { c.activity.Measures = model.Answer[[]model.ID]{} }},
	{rule: "SEC-01", name: "as processor", field: "measures", spoil: func(c *clinic) { c.asProcessor().Measures = model.Answer[[]model.ID]{State: model.NotStated} }},
	{rule: "SEC-01", name: "said in words", field: near, spoil: func(c *clinic) {
		c.activity.Measures, c.activity.MeasureRemark = model.Answer[[]model.ID]{}, "Skabet er låst, og kun klinikchefen har nøglen."
	}},
	{rule: "SEC-02", name: "the words of the law", field: "title", spoil: func(c *clinic) {
		c.onlyMeasure("passende tekniske og organisatoriske sikkerhedsforanstaltninger", "")
	}},
	{rule: "SEC-02", name: "as a remark", field: "measureRemark", spoil: func(c *clinic) {
		c.activity.Measures, c.activity.MeasureRemark = model.Answer[[]model.ID]{}, "Vi vidtar lämpliga tekniska och organisatoriska åtgärder."
	}},
	{rule: "SEC-02", name: "with what they are", field: near, spoil: func(c *clinic) {
		c.onlyMeasure("Passende tekniske og organisatoriske foranstaltninger", "Kryptering, adgangskontrol og logning")
	}},
	{rule: "SEC-02", name: "beside others", field: near, spoil: func(c *clinic) {
		c.measures[0].Item, c.measures[0].Title = "other", "passende tekniske og organisatoriske foranstaltninger"
	}},
	{rule: "SEC-03", name: "no logging", field: "measures", spoil: func(c *clinic) { c.measures[1].Item, c.measures[1].Title = "backup", "Kopi" }},
	{rule: "SEC-03", name: "logging, in words", field: near, spoil: func(c *clinic) { c.measures[1].Item, c.measures[1].Title = "other", "Logning af opslag" }},
	{rule: "SEC-03", name: "logging by the processor", field: near, spoil: func(c *clinic) {
		c.measures[1].Item, c.measures[1].Title = "backup", "Kopi"
		m := &model.Measure{Item: "access_logging", Title: "Opslag", Verified: model.Value(today)}
		c.processor.Measures = []model.ID{c.add(m, "S-30")}
	}},
	{rule: "SEC-03", name: "no special data", field: near, spoil: func(c *clinic) {
		c.datum(2).Category, c.datum(2).Class, c.datum(2).Special = "booking", model.Ordinary, ""
		c.measures[1].Item, c.measures[1].Title = "backup", "Kopi"
	}},
	{rule: "SEC-04", name: "health data by e-mail", field: "groups[0].data[2].sources", spoil: func(c *clinic) {
		c.datum(2).Sources = model.Value([]model.Source{{Category: "email"}})
		c.measures[5].Item, c.measures[5].Title = "backup", "Kopi"
	}},
	{rule: "SEC-04", name: "at the patient's own risk", field: "description", spoil: func(c *clinic) {
		c.activity.Description = "Patienter, som skriver pr. e-mail, gør det på eget ansvar."
	}},
	{rule: "SEC-04", name: "by secure e-mail", field: near, spoil: func(c *clinic) { c.datum(2).Sources = model.Value([]model.Source{{Category: "email"}}) }},
	{rule: "SEC-05", name: "no routine", field: "breachRoutine", spoil: func(c *clinic) {
		c.entity.BreachRoutine = model.Answer[string]{State: model.NotStated}
		c.measures[7].Item = "training"
	}},
	{rule: "SEC-05", name: "no time", field: "breachRoutine", spoil: func(c *clinic) {
		c.entity.BreachRoutine = model.Value("Klinikchefen anmelder uden unødig forsinkelse")
	}},
	{rule: "SEC-05", name: "a plan among the measures", field: near, spoil: func(c *clinic) { c.entity.BreachRoutine = model.Answer[string]{} }},
	{rule: "SEC-06", name: "a real risk", field: "breachRoutine", spoil: func(c *clinic) {
		c.entity.BreachRoutine = model.Value("Vi anmelder inden 72 timer og underretter ved en reel risiko.")
	}},
	{rule: "SEC-06", name: "in what persons are told", field: "rights[0].text", spoil: func(c *clinic) {
		c.entity.Rights = []model.RightPractice{{Right: "breach_notice", Text: model.Value("We tell you if there is a real risk to your rights.")}}
	}},
	{rule: "SEC-06", name: "a high risk", field: near, spoil: func(c *clinic) {
		c.entity.BreachRoutine = model.Value("Vi anmelder inden 72 timer og underretter, når en reel risiko sandsynligvis er en høj risiko.")
	}},
}

// onlyMeasure makes one measure all that is said of security.
func (c *clinic) onlyMeasure(title, description string) {
	c.measures[0].Item, c.measures[0].Title, c.measures[0].Description = "other", title, description
	c.activity.Measures.Value = c.activity.Measures.Value[:1]
}
