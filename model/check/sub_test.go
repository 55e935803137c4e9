package check

import "fortegnelse/model"

var personExamples = []example{
	{rule: "SUB-01", name: "nobody named", field: "groups", spoil: func(c *clinic) { c.nobody() }},
	{rule: "SUB-01", name: "a group without a name", field: "groups[0].subjects", spoil: func(c *clinic) { c.activity.Groups.Value[0].Subjects = "" }},
	{rule: "SUB-01", name: "a group in own words", field: near, spoil: func(c *clinic) {
		c.activity.Groups.Value[0].Subjects, c.activity.Groups.Value[0].Text = "", "Klinikkens patienter"
	}},
	{rule: "SUB-01", name: "nobody, as processor", field: near, spoil: func(c *clinic) { c.asProcessor() }},
	{rule: "SUB-02", name: "children", field: "groups[0].safeguards", spoil: func(c *clinic) { c.activity.Groups.Value[0].Subjects = "child" }},
	{rule: "SUB-02", name: "patients, with nothing that protects them", field: "groups[0].safeguards", spoil: func(c *clinic) {
		c.activity.Measures.Value = c.activity.Measures.Value[:1]
	}},
	{rule: "SUB-02", name: "children, with guardians heard", field: near, spoil: func(c *clinic) {
		c.activity.Groups.Value[0].Subjects = "child"
		c.activity.Groups.Value[0].Safeguards = "Forældre er med, og teksten er skrevet til børn"
	}},
	{rule: "SUB-02", name: "employees, said in another activity", field: near, spoil: func(c *clinic) {
		c.ofStaff().Measures.Value = c.activity.Measures.Value[:1]
		said := c.ofStaff()
		said.Number, said.Groups.Value[0].Safeguards = "B-10", "Kun ledelsen har adgang"
	}},
	{rule: "SUB-03", name: "patients not counted", field: "groups[0].count", spoil: func(c *clinic) { c.activity.Groups.Value[0].Count = model.Answer[int]{} }},
	{rule: "SUB-03", name: "counted in another activity", field: near, spoil: func(c *clinic) {
		c.secondActivity().Groups.Value[0].Count = model.Answer[int]{State: model.NotStated}
	}},
	{rule: "SUB-03", name: "employees, counted as headcount", field: near, spoil: func(c *clinic) { c.ofStaff() }},
}

// nobody takes all persons, and with them all data, out of the treatment.
func (c *clinic) nobody() {
	c.activity.Groups = model.Answer[[]model.Group]{State: model.NotStated}
	for i := range c.activity.Purposes.Value[0].Bases.Value {
		c.activity.Purposes.Value[0].Bases.Value[i].Data = nil
	}
	c.activity.Recipients.Value[0].Data, c.activity.Processors.Value[0].Data = nil, nil
}

// secondActivity adds another activity, like that of treatment, with groups of its own.
func (c *clinic) secondActivity() *model.Activity {
	a := newActivity(c)
	a.Title = "Tidsbestilling"
	c.add(a, "B-7")
	return a
}

// ofStaff adds the administration of staff.
func (c *clinic) ofStaff() *model.Activity {
	a := newActivity(c)
	a.Title, a.Type = "Personale", "staff"
	a.Groups = model.Value([]model.Group{{Subjects: "employee", Data: []model.DataItem{
		{Key: "name", Category: "name", Class: model.Ordinary, Sources: model.Value([]model.Source{{Category: "person"}})},
		{Key: "bank", Category: "bank_account", Class: model.Confidential},
		{Key: "tax", Category: "tax", Class: model.Confidential},
		{Key: "absence", Category: "absence", Class: model.Confidential},
	}}})
	a.Purposes.Value[0].Bases.Value = []model.Basis{{Reference: "6(1)(b)", Remark: "Ansættelsesaftalen"}}
	a.Recipients, a.Processors = model.Answer[[]model.Recipient]{State: model.None}, model.Answer[[]model.ProcessorUse]{State: model.None}
	c.add(a, "B-8")
	return a
}
