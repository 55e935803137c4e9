package check

import "fortegnelse/model"

var officerExamples = []example{
	{rule: "DPO-01", name: "nothing decided", field: "dpo", spoil: func(c *clinic) { c.entity.DPO = model.Answer[model.DPO]{State: model.NotStated} }},
	{rule: "DPO-01", name: "not required, without a reason", field: "dpo.reason", spoil: func(c *clinic) { c.entity.DPO.Value.Reason = "" }},
	{rule: "DPO-01", name: "nothing decided, and no health data", field: near, spoil: func(c *clinic) {
		c.entity.DPO = model.Answer[model.DPO]{}
		c.activity.Groups.Value[0].Data[2].Class = model.Ordinary
	}},
	{rule: "DPO-02", name: "many patients", field: "dpo", spoil: func(c *clinic) { c.activity.Groups.Value[0].Count = model.Value(10_000) }},
	{rule: "DPO-02", name: "a public task", field: "dpo", spoil: func(c *clinic) { c.activity.Purposes.Value[0].Bases.Value[0].Reference = "6(1)(e)" }},
	{rule: "DPO-02", name: "fewer patients", field: near, spoil: func(c *clinic) { c.activity.Groups.Value[0].Count = model.Value(9_999) }},
	{rule: "DPO-03", name: "no contact details", field: "dpo.contact", spoil: func(c *clinic) { c.appoint().Contact = model.Contact{Role: "DPO"} }},
	{rule: "DPO-03", name: "a telephone is enough", field: near, spoil: func(c *clinic) { c.appoint().Contact = model.Contact{Phone: "66 00 00 01"} }},
	{rule: "DPO-04", name: "not notified", field: "dpo.notified", spoil: func(c *clinic) { c.appoint().Notified = model.Date{} }},
	{rule: "DPO-04", name: "notified", field: near, spoil: func(c *clinic) { c.appoint() }},
	{rule: "DPO-05", name: "the director", field: "dpo.contact.role", spoil: func(c *clinic) { c.appoint().Contact.Role = "Administrerende direktør" }},
	{rule: "DPO-05", name: "a lawyer", field: near, spoil: func(c *clinic) { c.appoint().Contact.Role = "Ekstern advokat" }},
}

// appoint gives the clinic a data protection officer.
func (c *clinic) appoint() *model.DPO {
	c.entity.DPO = model.Value(model.DPO{Status: "appointed", Contact: model.Contact{Role: "DPO", Email: "dpo@havnegade.dk"}, Notified: date(2025, 1, 20)})
	return &c.entity.DPO.Value
}
