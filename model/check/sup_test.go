package check

import "fortegnelse/model"

var supervisionExamples = []example{
	{rule: "SUP-01", name: "never in two years", field: "", spoil: func(c *clinic) { c.checked = nil }},
	{rule: "SUP-01", name: "planned only", field: "", spoil: func(c *clinic) { c.checked.Done = model.Date{} }},
	{rule: "SUP-01", name: "since a day unknown", field: "", spoil: func(c *clinic) {
		c.checked, c.processor.Since = nil, model.Date{}
		c.agreement.Signed, c.agreement.Effective = model.Answer[model.Date]{}, model.Answer[model.Date]{}
	}},
	{rule: "SUP-01", name: "data that the register does not list", field: "", spoil: func(c *clinic) {
		c.checked, c.activity.Processors.Value[0].Data = nil, nil
	}},
	{rule: "SUP-01", name: "in the first year", field: near, spoil: func(c *clinic) { c.checked, c.processor.Since = nil, date(2025, 11, 22) }},
	{rule: "SUP-01", name: "without special categories", field: near, spoil: func(c *clinic) {
		c.checked, c.activity.Processors.Value[0].Data[2].State = nil, "no"
	}},
	{rule: "SUP-02", name: "overdue", field: "plan.next", spoil: func(c *clinic) { c.processor.Plan.Value.Next = date(2026, 11, 1) }},
	{rule: "SUP-02", name: "the interval is over", field: "plan.next", spoil: func(c *clinic) { c.processor.Plan.Value.EveryMonths = 6 }},
	{rule: "SUP-02", name: "no date", field: "plan.next", spoil: func(c *clinic) {
		c.processor.Plan.Value.Next, c.processor.Plan.Value.EveryMonths = model.Date{}, 0
	}},
	{rule: "SUP-02", name: "no plan", field: "plan", spoil: func(c *clinic) { c.processor.Plan = model.Answer[model.Plan]{State: model.NotStated} }},
	{rule: "SUP-02", name: "no date but the interval", field: near, spoil: func(c *clinic) { c.processor.Plan.Value.Next = model.Date{} }},
	{rule: "SUP-02", name: "no plan but an appointment", field: near, spoil: func(c *clinic) {
		c.processor.Plan = model.Answer[model.Plan]{}
		c.add(&model.Supervision{Processor: c.processor.ID, Planned: date(2027, 3, 1)}, "T-2")
	}},
	{rule: "SUP-02", name: "never at all, which is another finding", field: near, spoil: func(c *clinic) {
		c.checked, c.processor.Plan = nil, model.Answer[model.Plan]{}
	}},
	{rule: "SUP-03", name: "a confirmation for seven points", field: "plan.concept", spoil: func(c *clinic) { c.processor.Plan.Value.Concept = 2 }},
	{rule: "SUP-03", name: "a status for six points", field: near, spoil: func(c *clinic) {
		c.processor.Plan.Value.Concept, c.processor.Risk.Value.Persons = 3, 1
	}},
	{rule: "SUP-03", name: "outside Denmark", field: near, spoil: func(c *clinic) { c.processor.Plan.Value.Concept, c.info.Country = 2, "se" }},
	{rule: "SUP-04", name: "a report of long ago", field: "periodUntil", spoil: func(c *clinic) { c.checked.PeriodUntil = date(2025, 5, 21) }},
	{rule: "SUP-04", name: "a certificate that has run out", field: "periodUntil", spoil: func(c *clinic) {
		c.checked.Concept, c.checked.PeriodUntil = 4, date(2026, 11, 21)
	}},
	{rule: "SUP-04", name: "eighteen months to the day", field: near, spoil: func(c *clinic) { c.checked.PeriodUntil = date(2025, 5, 22) }},
	{rule: "SUP-04", name: "an old report before a newer one", field: near, spoil: func(c *clinic) {
		old := *c.checked
		old.Done, old.PeriodUntil = date(2024, 3, 1), date(2023, 12, 31)
		c.add(&old, "T-2")
	}},
	{rule: "SUP-05", name: "past its deadline", field: "findings[0].deadline", spoil: func(c *clinic) {
		c.checked.Findings = []model.SupervisionFinding{{Text: "Adgange gennemgås ikke", Deadline: date(2026, 9, 1)}}
	}},
	{rule: "SUP-05", name: "closed late", field: near, spoil: func(c *clinic) {
		c.checked.Findings = []model.SupervisionFinding{{Text: "Adgange gennemgås ikke", Deadline: date(2026, 9, 1), Closed: date(2026, 10, 1)}}
	}},
	{rule: "SUP-06", name: "another product", field: "ourService", spoil: func(c *clinic) { c.checked.OurService = model.No }},
	{rule: "SUP-06", name: "of unknown scope", field: "scope", spoil: func(c *clinic) { c.checked.Scope = "" }},
	{rule: "SUP-06", name: "without the sub-processors", field: "subProcessors", spoil: func(c *clinic) {
		c.sub()
		c.checked.SubProcessors = model.No
	}},
	{rule: "SUP-06", name: "without sub-processors, and there are none", field: near, spoil: func(c *clinic) { c.checked.SubProcessors = model.No }},
	{rule: "SUP-07", name: "no supervision of a record system", field: "plan.concept", spoil: func(c *clinic) { c.processor.Plan.Value.Concept = 1 }},
	{rule: "SUP-07", name: "with the reason", field: near, spoil: func(c *clinic) {
		c.processor.Plan.Value.Concept, c.processor.Risk.Value.Reason = 1, "Kun krypterede kopier, nøglen er vores"
	}},
}
