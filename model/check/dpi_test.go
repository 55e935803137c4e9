package check

import "fortegnelse/model"

var assessmentExamples = []example{
	{rule: "DPI-01", name: "two criteria, nothing decided", field: "dpia.screening", spoil: func(c *clinic) {
		c.plain()
		c.activity.DPIA = model.Value(model.DPIA{Screening: "not_done", Criteria: []model.DPIACriterion{"matching", "large_scale"}})
	}},
	{rule: "DPI-01", name: "two criteria, no reason", field: "dpia.reason", spoil: func(c *clinic) {
		c.activity.DPIA = model.Value(model.DPIA{Screening: "not_required", Criteria: []model.DPIACriterion{"sensitive_data", "matching"}})
	}},
	{rule: "DPI-01", name: "vulnerable persons, nothing said", field: "dpia", spoil: func(c *clinic) { c.activity.DPIA = model.Answer[model.DPIA]{State: model.NotStated} }},
	{rule: "DPI-01", name: "told once for the register", field: "dpia", spoil: func(c *clinic) {
		c.activity.DPIA = model.Answer[model.DPIA]{}
		c.secondActivity().DPIA = model.Answer[model.DPIA]{}
	}},
	{rule: "DPI-01", name: "two criteria and a reason", field: near, spoil: func(c *clinic) {
		c.activity.DPIA.Value.Criteria = []model.DPIACriterion{"sensitive_data", "vulnerable_persons"}
	}},
	{rule: "DPI-02", name: "very many patients", field: "dpia.screening", spoil: func(c *clinic) { c.activity.Groups.Value[0].Count = model.Value(25000) }},
	{rule: "DPI-02", name: "marked as large scale", field: "dpia.screening", spoil: func(c *clinic) {
		c.activity.DPIA.Value.Criteria = []model.DPIACriterion{"large_scale"}
	}},
	{rule: "DPI-02", name: "very many patients, assessed", field: near, spoil: func(c *clinic) {
		c.activity.Groups.Value[0].Count, c.activity.DPIA.Value.Screening = model.Value(25000), "done"
	}},
	{rule: "DPI-02", name: "very many subscribers", field: near, spoil: func(c *clinic) {
		c.plain()
		c.activity.Groups.Value[0].Count = model.Value(25000)
	}},
	{rule: "DPI-03", name: "no reason", field: "dpia.reason", spoil: func(c *clinic) {
		c.activity.DPIA.Value.Criteria, c.activity.DPIA.Value.Reason = []model.DPIACriterion{"sensitive_data"}, ""
	}},
	{rule: "DPI-03", name: "a reason", field: near, spoil: func(c *clinic) { c.activity.DPIA.Value.Criteria = []model.DPIACriterion{"sensitive_data"} }},
	{rule: "DPI-04", name: "review passed", field: "dpia.nextReview", spoil: func(c *clinic) {
		c.activity.DPIA.Value.Screening, c.activity.DPIA.Value.NextReview = "done", date(2026, 11, 21)
	}},
	{rule: "DPI-04", name: "review today", field: near, spoil: func(c *clinic) {
		c.activity.DPIA.Value.Screening, c.activity.DPIA.Value.NextReview = "done", today
	}},
	{rule: "DPI-05", name: "high after all", field: "dpia.residualRisk", spoil: func(c *clinic) {
		c.activity.DPIA.Value.Screening, c.activity.DPIA.Value.ResidualRisk = "done", "high"
	}},
	{rule: "DPI-05", name: "high, and the authority heard", field: near, spoil: func(c *clinic) {
		c.activity.DPIA.Value.Screening, c.activity.DPIA.Value.ResidualRisk = "prior_consultation", "high"
	}},
	{rule: "DPI-06", name: "an AI tool", field: "systems[0]", spoil: func(c *clinic) {
		c.system.Type, c.activity.DPIA = "ai_tool", model.Answer[model.DPIA]{}
	}},
	{rule: "DPI-06", name: "profiling", field: "automated", spoil: func(c *clinic) {
		c.activity.Automated, c.activity.DPIA = model.Value(model.Automated{Text: "Risikoscore"}), model.Answer[model.DPIA]{}
	}},
	{rule: "DPI-06", name: "an AI tool, decided on", field: near, spoil: func(c *clinic) { c.system.Type = "ai_tool" }},
}

// plain leaves no special categories of data in the activity.
func (c *clinic) plain() {
	c.datum(2).Category, c.datum(2).Class, c.datum(2).Special = "booking", model.Ordinary, ""
}
