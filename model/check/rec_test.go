package check

import "fortegnelse/model"

var recipientExamples = []example{
	{rule: "REC-01", name: "nothing said", field: "recipients", spoil: func(c *clinic) { c.activity.Recipients = model.Answer[[]model.Recipient]{} }},
	{rule: "REC-01", name: "not stated", field: "recipients", spoil: func(c *clinic) {
		c.activity.Recipients = model.Answer[[]model.Recipient]{State: model.NotStated}
	}},
	{rule: "REC-01", name: "none", field: near, spoil: func(c *clinic) { c.activity.Recipients = model.Answer[[]model.Recipient]{State: model.None} }},
	{rule: "REC-01", name: "no longer carried on", field: near, spoil: func(c *clinic) {
		c.activity.Recipients, c.activity.Status = model.Answer[[]model.Recipient]{}, model.Ended
	}},
	{rule: "REC-02", name: "partners", field: "recipients[0].category", spoil: func(c *clinic) {
		c.remove()
		c.toOthers(model.Recipient{Type: "other", Category: "partners"}, model.Recipient{Type: "other", Text: "Eksterne leverandører"})
	}},
	{rule: "REC-02", name: "partners and a hospital", field: near, spoil: func(c *clinic) {
		c.remove()
		c.toOthers(model.Recipient{Category: "partners"}, model.Recipient{Category: "hospital"})
	}},
	{rule: "REC-02", name: "suppliers, named as processors", field: near, spoil: func(c *clinic) { c.toOthers(model.Recipient{Category: "external_suppliers"}) }},
	{rule: "REC-03", name: "quality assurance", field: "recipients[0].text", spoil: func(c *clinic) {
		c.toOthers(model.Recipient{Type: "other", Category: "other", Text: "Kvalitetssikring og udviklingsarbejde"})
	}},
	{rule: "REC-03", name: "those who do it", field: near, spoil: func(c *clinic) {
		c.toOthers(model.Recipient{Type: "internal", Category: "other", Text: "Udvalget for kvalitetssikring"})
	}},
	{rule: "REC-04", name: "an insurer", field: "recipients[1].basis", spoil: func(c *clinic) {
		c.activity.Recipients.Value = append(c.activity.Recipients.Value, model.Recipient{Type: "controller", Category: "insurer"})
	}},
	{rule: "REC-04", name: "an employer, by its category only", field: "recipients[0].basis", spoil: func(c *clinic) {
		c.toOthers(model.Recipient{Category: "employer"})
	}},
	{rule: "REC-04", name: "an insurer, with consent", field: near, spoil: func(c *clinic) {
		c.activity.Recipients.Value = append(c.activity.Recipients.Value, model.Recipient{Type: "controller", Category: "insurer", Conditions: []model.Condition{"consent"}})
	}},
	{rule: "REC-04", name: "the person", field: near, spoil: func(c *clinic) {
		c.activity.Recipients.Value = append(c.activity.Recipients.Value, model.Recipient{Type: "controller", Category: "data_subject"})
	}},
	{rule: "REC-05", name: "never, with recipients", field: "description", spoil: func(c *clinic) {
		c.activity.Description = "Dine oplysninger bliver aldrig videregivet til andre."
	}},
	{rule: "REC-05", name: "never, with processors only", field: "information.text", spoil: func(c *clinic) {
		c.activity.Recipients = model.Answer[[]model.Recipient]{State: model.None}
		c.activity.Information.Value.Text = "Uppgifterna lämnas aldrig ut."
	}},
	{rule: "REC-05", name: "never, with nobody", field: near, spoil: func(c *clinic) {
		c.remove()
		c.activity.Recipients = model.Answer[[]model.Recipient]{State: model.None}
		c.activity.Description = "Dine oplysninger bliver aldrig videregivet til andre."
	}},
	{rule: "REC-05", name: "only with consent", field: near, spoil: func(c *clinic) { c.activity.Description = "Vi videregiver kun oplysninger med dit samtykke." }},
	{rule: "REC-06", name: "no role", field: "recipients[0].type", spoil: func(c *clinic) { c.activity.Recipients.Value[0].Type = "" }},
	{rule: "REC-06", name: "an unclear role", field: "recipients[0].type", spoil: func(c *clinic) { c.activity.Recipients.Value[0].Type = "unclear" }},
	{rule: "REC-06", name: "suppliers without a name", field: near, spoil: func(c *clinic) {
		c.activity.Recipients.Value = append(c.activity.Recipients.Value, model.Recipient{Type: "unclear", Category: "external_suppliers"})
	}},
	{rule: "REC-07", name: "another legal form", field: "legalName", spoil: func(c *clinic) { c.party("JOURNAL-HUSET ApS") }},
	{rule: "REC-07", name: "a letter more", field: "legalName", spoil: func(c *clinic) { c.party("Journalhusset") }},
	{rule: "REC-07", name: "another letter", field: "legalName", spoil: func(c *clinic) { c.party("Jornalhuset") }},
	{rule: "REC-07", name: "the same number", field: "legalName", spoil: func(c *clinic) {
		c.party("JH Holding").Registration = model.Value(model.Registration{Kind: "cvr", Printed: "10 15 08 17"})
	}},
	{rule: "REC-07", name: "another number", field: near, spoil: func(c *clinic) {
		c.party("Journalhuset ApS").Registration = model.Value(model.Registration{Kind: "cvr", Printed: "31068991"})
	}},
	{rule: "REC-07", name: "another name", field: near, spoil: func(c *clinic) { c.party("Journalgaarden A/S") }},
	{rule: "REC-08", name: "hospitals only", field: "recipients", spoil: func(c *clinic) {
		c.activity.Recipients.Value[0].Category = "hospital"
	}},
	{rule: "REC-08", name: "named in another activity", field: near, spoil: func(c *clinic) {
		c.secondActivity()
		c.activity.Recipients.Value[0].Category = "hospital"
	}},
}

// toOthers replaces the recipients of the treatment.
func (c *clinic) toOthers(list ...model.Recipient) { c.activity.Recipients = model.Value(list) }

// party adds an organisation.
func (c *clinic) party(name string) *model.Party {
	p := &model.Party{LegalName: name, Type: "it_supplier", Country: model.Value(model.Country("dk"))}
	c.add(p, "P-9")
	return p
}
