package check

import "fortegnelse/model"

var organisationExamples = []example{
	{rule: "ORG-01", name: "no name", field: "legalName", spoil: func(c *clinic) { c.entity.LegalName = model.Answer[string]{} }},
	{rule: "ORG-01", name: "no contact details", field: "address", spoil: func(c *clinic) {
		c.entity.Address, c.entity.Phone, c.entity.Email = model.Answer[model.Address]{}, model.Answer[string]{}, model.Answer[string]{}
	}},
	{rule: "ORG-01", name: "one contact detail is enough", field: near, spoil: func(c *clinic) { c.entity.Phone = model.Answer[string]{} }},
	{rule: "ORG-02", name: "no number", field: "registration", spoil: func(c *clinic) { c.entity.Registration = model.Answer[model.Registration]{} }},
	{rule: "ORG-02", name: "a number with a wrong digit", field: "registration.printed", spoil: func(c *clinic) { c.entity.Registration.Value.Printed = "25052944" }},
	{rule: "ORG-02", name: "written with blanks", field: near, spoil: func(c *clinic) { c.entity.Registration.Value.Printed = "25 05 29 43" }},
	{rule: "ORG-05", name: "no address", field: "email", spoil: func(c *clinic) { c.entity.Email = model.Answer[string]{} }},
	{rule: "ORG-05", name: "what a web page prints instead", field: "email", spoil: func(c *clinic) { c.entity.Email = model.Value("[email protected]") }},
	{rule: "ORG-05", name: "an address with a subdomain", field: near, spoil: func(c *clinic) { c.entity.Email = model.Value("dpo@post.havnegade.dk") }},
	{rule: "ORG-03", name: "a brand of another name", field: "tradeNames", spoil: func(c *clinic) { c.entity.TradeNames = []string{"Havnegade", "AntiÆld"} }},
	{rule: "ORG-03", name: "a short form of the legal name", field: near, spoil: func(c *clinic) { c.entity.TradeNames = []string{"Klinik Havnegade"} }},
	{rule: "ORG-04", name: "two companies for one activity", field: "entities", spoil: func(c *clinic) { c.twoEntities() }},
	{rule: "ORG-04", name: "with an arrangement", field: near, spoil: func(c *clinic) {
		second := c.twoEntities()
		c.add(&model.Agreement{Title: "Fælles ordning", Type: "joint_arrangement", State: "in_force", Entities: []model.ID{c.entity.ID, second}}, "A-9")
	}},
	{rule: "ORG-06", name: "no authority", field: "authority", spoil: func(c *clinic) { c.entity.Authority = model.Answer[model.Authority]{State: model.NotStated} }},
	{rule: "ORG-06", name: "another authority", field: near, spoil: func(c *clinic) { c.entity.Authority = model.Value(model.Authority("other")) }},
	{rule: "ORG-07", name: "where Datatilsynet was once", field: "rights[0].channel", spoil: func(c *clinic) {
		c.entity.Rights = []model.RightPractice{{Right: "complaint", Channel: model.Value("Datatilsynet, Borgergade 28, 5. sal, 1300 København K")}}
	}},
	{rule: "ORG-07", name: "where it is", field: near, spoil: func(c *clinic) {
		c.entity.Rights = []model.RightPractice{{Right: "complaint", Channel: model.Value("Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby")}}
	}},
	{rule: "ORG-08", name: "in London", field: "representative", spoil: func(c *clinic) { c.entity.Address.Value.Country = "gb" }},
	{rule: "ORG-08", name: "in Reykjavik", field: near, spoil: func(c *clinic) { c.entity.Address.Value.Country = "is" }},
	{rule: "ORG-09", name: "no headcount", field: "headcount", spoil: func(c *clinic) { c.entity.Headcount = model.Answer[int]{} }},
	{rule: "ORG-09", name: "nobody employed", field: near, spoil: func(c *clinic) { c.entity.Headcount = model.Value(0) }},
	{rule: "ORG-10", name: "exemption with health data", field: "exempt", spoil: func(c *clinic) { c.entity.Exempt = model.Yes }},
	{rule: "ORG-10", name: "no exemption claimed", field: near, spoil: func(c *clinic) { c.entity.Exempt = model.No }},
	{rule: "ORG-11", name: "an activity on behalf of others", field: "role", spoil: func(c *clinic) { c.activity.Type = "on_behalf" }},
	{rule: "ORG-11", name: "a purpose that is another's", field: "role", spoil: func(c *clinic) {
		c.activity.Purposes.Value[0].Text = "Underrette den dataansvarlige kommune om borgerens forløb"
	}},
	{rule: "ORG-11", name: "a purpose that names the municipality", field: near, spoil: func(c *clinic) {
		c.activity.Purposes.Value[0].Text = "Underrette kommunen om borgerens forløb"
	}},
	{rule: "ORG-11", name: "kept as processor", field: near, spoil: func(c *clinic) { c.asProcessor() }},
	{rule: "ORG-12", name: "no controller", field: "actingFor", spoil: func(c *clinic) { c.asProcessor().ActingFor = model.Answer[[]model.ActingFor]{} }},
	{rule: "ORG-12", name: "no categories of processing", field: "actingFor[0].processing", spoil: func(c *clinic) { c.asProcessor().ActingFor.Value[0].Processing = "" }},
	{rule: "ORG-12", name: "a controller that cannot be reached", field: "actingFor[0].party", spoil: func(c *clinic) {
		c.asProcessor()
		c.supplier.Contacts, c.supplier.Address = nil, model.Answer[model.Address]{}
	}},
	{rule: "ORG-12", name: "all that is asked for", field: near, spoil: func(c *clinic) { c.asProcessor() }},
}

// twoEntities makes a second company controller of the same activity.
func (c *clinic) twoEntities() model.ID {
	second := newEntity()
	second.LegalName = model.Value("Havnegade Holding ApS")
	second.Registration.Value.Printed = "31068991"
	id := c.add(second, "E-2")
	c.activity.Entities = append(c.activity.Entities, id)
	return id
}

// asProcessor adds an activity that the clinic carries out for another.
func (c *clinic) asProcessor() *model.Activity {
	a := &model.Activity{
		Title: "Billeddiagnostik for andre", Type: "on_behalf", Role: model.AsProcessor, Entities: []model.ID{c.entity.ID},
		ActingFor: model.Value([]model.ActingFor{{Party: c.supplier.ID, Processing: "Opbevaring og beskrivelse af billeder"}}),
		Transfers: c.activity.Transfers, Measures: c.activity.Measures,
	}
	c.add(a, "B-9")
	return a
}
