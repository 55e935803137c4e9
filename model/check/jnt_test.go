package check

import "fortegnelse/model"

var jointExamples = []example{
	{rule: "JNT-01", name: "no arrangement", field: "jointWith[0].agreement", spoil: func(c *clinic) {
		_, arrangement := c.joint()
		arrangement.Type = "confidentiality"
	}},
	{rule: "JNT-01", name: "an arrangement that has ended", field: "jointWith[0].agreement", spoil: func(c *clinic) {
		_, arrangement := c.joint()
		arrangement.State = "terminated"
	}},
	{rule: "JNT-01", name: "a joint controller among the recipients", field: "recipients[0].type", spoil: func(c *clinic) {
		c.activity.Recipients.Value[0].Type = "joint_controller"
	}},
	{rule: "JNT-01", name: "joint with nobody", field: "jointWith", spoil: func(c *clinic) { c.activity.Role = model.AsJointController }},
	{rule: "JNT-01", name: "an arrangement with the same party", field: near, spoil: func(c *clinic) {
		with, _ := c.joint()
		with.Agreement = ""
	}},
	{rule: "JNT-02", name: "no contact point", field: "jointWith[0].contact", spoil: func(c *clinic) {
		with, _ := c.joint()
		with.Contact = ""
	}},
	{rule: "JNT-02", name: "a contact point", field: near, spoil: func(c *clinic) { c.joint() }},
	{rule: "JNT-03", name: "nowhere to read it", field: "jointWith[0].essence", spoil: func(c *clinic) {
		with, _ := c.joint()
		with.Essence = ""
	}},
	{rule: "JNT-03", name: "published", field: near, spoil: func(c *clinic) {
		with, arrangement := c.joint()
		with.Essence, arrangement.Documents = "", []model.ID{c.notice.ID}
	}},
	{rule: "JNT-03", name: "no arrangement yet", field: near, spoil: func(c *clinic) {
		with, arrangement := c.joint()
		with.Essence, arrangement.State = "", "draft"
	}},
	{rule: "JNT-04", name: "a social network of unclear role", field: "recipients[1].type", spoil: func(c *clinic) {
		c.activity.Recipients.Value = append(c.activity.Recipients.Value, model.Recipient{Type: "unclear", Category: "social_network", Text: "Facebook"})
	}},
	{rule: "JNT-04", name: "a page among the systems", field: "systems[0]", spoil: func(c *clinic) { c.system.Type = "social_media" }},
	{rule: "JNT-04", name: "a joint controller", field: near, spoil: func(c *clinic) {
		c.joint()
		c.system.Type = "social_media"
	}},
}

// joint makes the treatment one under joint control, with all that it takes.
func (c *clinic) joint() (*model.JointParty, *model.Agreement) {
	arrangement := &model.Agreement{
		Title: "Fælles ordning", Type: "joint_arrangement", State: "in_force",
		Entities: []model.ID{c.entity.ID}, Parties: []model.ID{c.authority.ID}, Signed: model.Value(date(2025, 1, 10)),
	}
	c.add(arrangement, "A-8")
	c.activity.Role = model.AsJointController
	c.activity.JointWith = model.Value([]model.JointParty{{
		Party: c.authority.ID, Agreement: arrangement.ID, Scope: "Behandlingen", Contact: "klinik@havnegade.dk", Essence: "havnegade.dk/faelles",
	}})
	return &c.activity.JointWith.Value[0], arrangement
}
