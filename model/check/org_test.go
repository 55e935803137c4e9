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
}
