package check

import "fortegnelse/model"

var processingExamples = []example{
	{rule: "PRC-01", name: "an entry without its processor", field: "processors[1].processor", spoil: func(c *clinic) {
		c.activity.Processors.Value = append(c.activity.Processors.Value, model.ProcessorUse{Task: "Makulering"})
	}},
	{rule: "PRC-01", name: "an entry without processor and task", field: "processors[1].processor", spoil: func(c *clinic) {
		c.activity.Processors.Value = append(c.activity.Processors.Value, model.ProcessorUse{})
	}},
	{rule: "PRC-01", name: "systems without a supplier, and silence on processors", field: "processors", spoil: func(c *clinic) {
		c.remove()
		c.activity.Processors, c.system.Party = model.Answer[[]model.ProcessorUse]{State: model.NotStated}, ""
	}},
	{rule: "PRC-01", name: "a system without a supplier, and no processors", field: near, spoil: func(c *clinic) {
		c.remove()
		c.system.Party = ""
	}},
	{rule: "PRC-01", name: "paper, and silence on processors", field: near, spoil: func(c *clinic) {
		c.remove()
		c.activity.Processors = model.Answer[[]model.ProcessorUse]{State: model.NotStated}
		c.system.Party, c.system.Type = "", "paper_archive"
	}},
	{rule: "PRC-01", name: "a recipient that is said to be one", field: "recipients[1]", spoil: func(c *clinic) {
		c.recipient(model.Recipient{Type: "processor", Party: c.organisation("Makulator ApS", "company").ID})
	}},
	{rule: "PRC-01", name: "a recipient without a name, and no processor", field: "recipients[1]", spoil: func(c *clinic) {
		c.remove()
		c.activity.Systems = model.Answer[[]model.ID]{State: model.None}
		c.recipient(model.Recipient{Type: "processor", Category: "hosting"})
	}},
	{rule: "PRC-01", name: "the supplier of a system", field: "systems[1]", spoil: func(c *clinic) { c.secondSystem("it_supplier") }},
	{rule: "PRC-01", name: "the supplier of a system in two activities", field: "systems[1]", spoil: func(c *clinic) {
		second := *c.activity
		c.secondSystem("it_supplier")
		second.Systems = c.activity.Systems
		c.add(&second, "B-2")
	}},
	{rule: "PRC-01", name: "a recipient without a name, beside the processor", field: near, spoil: func(c *clinic) {
		c.recipient(model.Recipient{Type: "processor", Category: "record_system"})
	}},
	{rule: "PRC-01", name: "a register of the authorities", field: near, spoil: func(c *clinic) { c.secondSystem("public_authority") }},
	{rule: "PRC-01", name: "a system that nobody else runs", field: near, spoil: func(c *clinic) {
		c.secondSystem("it_supplier").Hosting = model.Answer[string]{State: model.None}
	}},
	{rule: "PRC-01", name: "a supplier that is a recipient of unclear role", field: "systems[1]", spoil: func(c *clinic) {
		c.recipient(model.Recipient{Type: "unclear", Party: c.secondSystem("company").Party})
	}},
	{rule: "PRC-01", name: "a supplier that is a controller", field: near, spoil: func(c *clinic) {
		c.recipient(model.Recipient{Type: "controller", Party: c.secondSystem("company").Party})
	}},
	{rule: "PRC-01", name: "a supplier found to process nothing", field: near, spoil: func(c *clinic) {
		system := c.secondSystem("it_supplier")
		c.add(&model.Processor{Party: model.Value(system.Party), Assessment: "no_personal_data"}, "D-2")
	}},
	{rule: "PRC-02", name: "no name", field: "party", spoil: func(c *clinic) { c.processor.Party = model.Answer[model.ID]{State: model.NotStated} }},
	{rule: "PRC-02", name: "no address and no contact", field: "address", spoil: func(c *clinic) {
		c.supplier.Address, c.supplier.Contacts = model.Answer[model.Address]{}, nil
	}},
	{rule: "PRC-02", name: "two processors of one organisation", field: "registration", spoil: func(c *clinic) {
		c.supplier.Registration = model.Answer[model.Registration]{}
		second := *c.processor
		c.add(&second, "D-2")
	}},
	{rule: "PRC-02", name: "a foreign organisation without a number", field: near, spoil: func(c *clinic) {
		c.supplier.Registration = model.Answer[model.Registration]{State: model.NotApplicable}
	}},
	{rule: "PRC-03", name: "no service", field: "services", spoil: func(c *clinic) { c.processor.Services = nil }},
	{rule: "PRC-03", name: "as policies put it", field: "services", spoil: func(c *clinic) {
		c.processor.Services = []model.ProcessorService{{Service: "other", Text: "Vores databehandlere."}}
	}},
	{rule: "PRC-03", name: "in own words", field: near, spoil: func(c *clinic) {
		c.processor.Services = []model.ProcessorService{{Service: "other", Text: "Scanning af gamle journaler"}}
	}},
	{rule: "PRC-04", name: "a bank", field: "assessment", spoil: func(c *clinic) { c.supplier.Type, c.processor.AssessReason = "bank", "" }},
	{rule: "PRC-04", name: "a card acquirer of unclear role", field: "assessment", spoil: func(c *clinic) {
		c.supplier.Type, c.processor.Assessment = "payment_institution", "unclear"
	}},
	{rule: "PRC-04", name: "an auditor by name", field: "assessment", spoil: func(c *clinic) {
		c.supplier.LegalName, c.processor.AssessReason = "Vesterbro Revision A/S", ""
	}},
	{rule: "PRC-04", name: "a bank, with a reason", field: near, spoil: func(c *clinic) { c.supplier.Type = "bank" }},
	{rule: "PRC-04", name: "a bookkeeper", field: near, spoil: func(c *clinic) { c.supplier.Type, c.processor.AssessReason = "accounting_firm", "" }},
	{rule: "PRC-05", name: "nothing said", field: "guarantees", spoil: func(c *clinic) { c.processor.Guarantees = model.Answer[string]{} }},
	{rule: "PRC-05", name: "of a processor that is ended", field: near, spoil: func(c *clinic) {
		c.processor.Guarantees, c.processor.Status = model.Answer[string]{}, model.Ended
	}},
	{rule: "PRC-05", name: "of nobody in particular, which is another finding", field: near, spoil: func(c *clinic) {
		c.processor.Guarantees, c.processor.Party, c.processor.Services = model.Answer[string]{}, model.Answer[model.ID]{State: model.NotStated}, nil
	}},
	{rule: "PRC-06", name: "used by none", field: "", spoil: func(c *clinic) { c.activity.Processors = model.Answer[[]model.ProcessorUse]{State: model.None} }},
	{rule: "PRC-06", name: "used by an activity that has ended", field: "", spoil: func(c *clinic) { c.activity.Status = model.Ended }},
	{rule: "PRC-06", name: "used by one activity only", field: near, spoil: func(c *clinic) {
		second := *c.activity
		second.Processors = model.Answer[[]model.ProcessorUse]{State: model.None}
		c.add(&second, "B-2")
	}},
	{rule: "PRC-07", name: "the operator of a social medium", field: "assessment", spoil: func(c *clinic) { c.supplier.Type = "social_network" }},
	{rule: "PRC-07", name: "a page as the only service", field: "assessment", spoil: func(c *clinic) {
		c.processor.Services = []model.ProcessorService{{Service: "social_media", Product: "Facebook"}}
	}},
	{rule: "PRC-07", name: "registered as a joint controller", field: near, spoil: func(c *clinic) {
		c.supplier.Type, c.processor.Assessment = "social_network", "joint_controller"
	}},
}

// recipient adds a recipient to the activity.
func (c *clinic) recipient(to model.Recipient) {
	c.activity.Recipients.Value = append(c.activity.Recipients.Value, to)
}

// organisation adds one more organisation.
func (c *clinic) organisation(name string, kind model.PartyKind) *model.Party {
	p := &model.Party{LegalName: name, Type: kind, Country: model.Value(model.Country("dk"))}
	c.add(p, "P-9")
	return p
}

// secondSystem adds a system of another supplier to the activity.
func (c *clinic) secondSystem(kind model.PartyKind) *model.System {
	system := &model.System{Title: "Complio", Party: c.organisation("Complio ApS", kind).ID}
	c.activity.Systems.Value = append(c.activity.Systems.Value, c.add(system, "Y-9"))
	return system
}
