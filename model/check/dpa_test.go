package check

import (
	"slices"

	"fortegnelse/model"
)

var agreementExamples = []example{
	{rule: "DPA-01", name: "none", field: "", spoil: func(c *clinic) { c.agreement = nil }},
	{rule: "DPA-01", name: "a draft", field: "", spoil: func(c *clinic) { c.agreement.State = "draft" }},
	{rule: "DPA-01", name: "terminated", field: "", spoil: func(c *clinic) { c.agreement.State = "terminated" }},
	{rule: "DPA-01", name: "not stated", field: "", spoil: func(c *clinic) { c.agreement.State = "not_stated" }},
	{rule: "DPA-01", name: "confidentiality only", field: "", spoil: func(c *clinic) { c.agreement.Type = "confidentiality" }},
	{rule: "DPA-01", name: "not for the second company", field: "", spoil: func(c *clinic) { c.twoEntities() }},
	{rule: "DPA-01", name: "for whichever company", field: near, spoil: func(c *clinic) {
		c.twoEntities()
		c.agreement.Entities = nil
	}},
	{rule: "DPA-01", name: "none, with a controller", field: near, spoil: func(c *clinic) { c.agreement, c.processor.Assessment = nil, "controller" }},
	{rule: "DPA-01", name: "with the organisation", field: near, spoil: func(c *clinic) { c.agreement.Processor = "" }},
	{rule: "DPA-02", name: "neither text nor date", field: "documents", spoil: func(c *clinic) { c.unread() }},
	{rule: "DPA-02", name: "no text", field: "documents", spoil: func(c *clinic) { c.agreement.Documents = nil }},
	{rule: "DPA-02", name: "no date", field: "signed", spoil: func(c *clinic) {
		c.agreement.Signed, c.agreement.Effective = model.Answer[model.Date]{}, model.Answer[model.Date]{}
	}},
	{rule: "DPA-02", name: "the text is a document about it", field: near, spoil: func(c *clinic) {
		c.agreement.Documents, c.signed.About = nil, []model.ID{c.agreement.ID}
	}},
	{rule: "DPA-03", name: "no audits", field: "items", spoil: func(c *clinic) { c.item("h", "no") }},
	{rule: "DPA-03", name: "one lacking, one not looked up", field: "items", count: 2, spoil: func(c *clinic) {
		c.item("a", "partly")
		c.item("e", "not_stated")
	}},
	{rule: "DPA-03", name: "nobody has read it", field: near, spoil: func(c *clinic) { c.unread() }},
	{rule: "DPA-04", name: "no duration", field: "items", spoil: func(c *clinic) { c.item("F2", "no") }},
	{rule: "DPA-04", name: "all of it, and a point lacking", field: near, spoil: func(c *clinic) { c.item("b", "no") }},
	{rule: "DPA-05", name: "run out", field: "ends", spoil: func(c *clinic) { c.agreement.Ends = model.Value(date(2026, 11, 21)) }},
	{rule: "DPA-05", name: "the last day", field: near, spoil: func(c *clinic) { c.agreement.Ends = model.Value(today) }},
	{rule: "DPA-05", name: "followed by another", field: near, spoil: func(c *clinic) {
		next := *c.agreement
		c.agreement.Ends = model.Value(date(2026, 6, 30))
		c.add(&next, "A-2")
	}},
	{rule: "DPA-06", name: "began before", field: "effective", spoil: func(c *clinic) { c.processor.Since = date(2025, 1, 14) }},
	{rule: "DPA-06", name: "under an earlier agreement", field: near, spoil: func(c *clinic) {
		c.processor.Since = date(2020, 1, 1)
		c.add(&model.Agreement{Type: "data_processing", Processor: c.processor.ID, State: "expired", Signed: model.Value(date(2019, 12, 20))}, "A-2")
	}},
	{rule: "DPA-07", name: "not said", field: "subAuthorisation", spoil: func(c *clinic) { c.agreement.SubAuthorisation = "not_stated" }},
	{rule: "DPA-07", name: "used without leave", field: "subAuthorisation", spoil: func(c *clinic) {
		c.agreement.SubAuthorisation = "not_allowed"
		c.sub()
	}},
	{rule: "DPA-07", name: "not allowed, and none", field: near, spoil: func(c *clinic) { c.agreement.SubAuthorisation = "not_allowed" }},
	{rule: "DPA-08", name: "general, and no notice", field: "changeNotice", spoil: func(c *clinic) { c.agreement.SubAuthorisation = "general" }},
	{rule: "DPA-08", name: "general, with notice", field: near, spoil: func(c *clinic) {
		c.agreement.SubAuthorisation, c.processor.ChangeNotice = "general", model.Value("30 dages varsel, ret til indsigelse")
	}},
	{rule: "DPA-09", name: "not stated", field: "subProcessors", spoil: func(c *clinic) {
		c.processor.SubProcessors = model.Answer[[]model.SubProcessor]{State: model.NotStated}
	}},
	{rule: "DPA-09", name: "no country", field: "subProcessors[0].country", spoil: func(c *clinic) { c.sub().Country = "" }},
	{rule: "DPA-09", name: "no name and no duties", field: "subProcessors[0].party", spoil: func(c *clinic) {
		s := c.sub()
		s.Text, s.SameDuties = "", ""
	}},
	{rule: "DPA-09", name: "of one that is given up", field: near, spoil: func(c *clinic) {
		s := c.sub()
		s.Country, s.Until = "", date(2026, 1, 31)
	}},
	{rule: "DPA-10", name: "no deadline", field: "breachHours", spoil: func(c *clinic) { c.agreement.BreachHours = model.Answer[int]{} }},
	{rule: "DPA-10", name: "three days", field: "breachHours", spoil: func(c *clinic) { c.agreement.BreachHours = model.Value(72) }},
	{rule: "DPA-10", name: "two days", field: near, spoil: func(c *clinic) { c.agreement.BreachHours = model.Value(48) }},
	{rule: "DPA-11", name: "nothing said of the end", field: "onEnd", spoil: func(c *clinic) { c.agreement.OnEnd = "" }},
	{rule: "DPA-11", name: "ended without confirmation", field: "endConfirmed", spoil: func(c *clinic) { c.end() }},
	{rule: "DPA-11", name: "ended and confirmed", field: near, spoil: func(c *clinic) {
		c.end()
		c.agreement.EndConfirmed = model.Value(date(2026, 10, 1))
	}},
	{rule: "DPA-11", name: "replaced by another", field: near, spoil: func(c *clinic) {
		next := *c.agreement
		c.agreement.State = "expired"
		c.add(&next, "A-2")
	}},
	{rule: "DPA-12", name: "not said how", field: "audit", spoil: func(c *clinic) { c.agreement.Audit = model.Answer[string]{} }},
	{rule: "DPA-12", name: "no audits at all, which is another finding", field: near, spoil: func(c *clinic) {
		c.agreement.Audit = model.Answer[string]{}
		c.item("h", "no")
	}},
	{rule: "DPA-13", name: "spoken", field: "written", spoil: func(c *clinic) { c.agreement.Written = model.No }},
	{rule: "DPA-13", name: "not said", field: near, spoil: func(c *clinic) { c.agreement.Written = "" }},
	{rule: "DPA-14", name: "moved to another data centre", field: "services[0].changed", spoil: func(c *clinic) {
		c.processor.Services[0].Changed = date(2026, 2, 1)
	}},
	{rule: "DPA-14", name: "looked through since", field: near, spoil: func(c *clinic) {
		c.processor.Services[0].Changed, c.agreement.ReviewedOn = date(2026, 2, 1), date(2026, 2, 10)
	}},
	{rule: "DPA-15", name: "older than the standard text", field: "basedOn", spoil: func(c *clinic) {
		c.agreement.Signed, c.agreement.Effective = model.Value(date(2019, 3, 1)), model.Value(date(2019, 3, 1))
	}},
	{rule: "DPA-15", name: "a point left out", field: "items[4]", spoil: func(c *clinic) { c.item("e", "not_applicable") }},
	{rule: "DPA-15", name: "a point left out, with the reason", field: near, spoil: func(c *clinic) {
		c.item("e", "not_applicable")
		c.agreement.Items[4].Remark = "Databehandleren har ingen kontakt med patienter"
	}},
	{rule: "DPA-15", name: "the supplier's own text", field: near, spoil: func(c *clinic) {
		c.agreement.BasedOn, c.agreement.Signed = "supplier", model.Value(date(2019, 3, 1))
	}},
}

// unread makes the agreement one that a policy speaks of, and nobody has seen.
func (c *clinic) unread() {
	c.agreement.State, c.agreement.Documents, c.agreement.Items = "general_statement", nil, nil
	c.agreement.Signed, c.agreement.Effective = model.Answer[model.Date]{}, model.Answer[model.Date]{}
}

// item changes what is said of an item of the agreement.
func (c *clinic) item(item model.AgreementItem, answer model.Included) {
	i := slices.IndexFunc(c.agreement.Items, func(x model.AgreementAnswer) bool { return x.Item == item })
	c.agreement.Items[i].Answer = answer
}

// sub adds a sub-processor of which all is known.
func (c *clinic) sub() *model.SubProcessor {
	c.processor.SubProcessors = model.Value([]model.SubProcessor{{Key: "s1", Text: "Driftscentret", Country: "dk", SameDuties: model.Yes}})
	return &c.processor.SubProcessors.Value[0]
}

// end lets the processor go.
func (c *clinic) end() {
	c.processor.Status, c.agreement.State = model.Ended, "terminated"
	c.activity.Processors = model.Answer[[]model.ProcessorUse]{State: model.None}
}
