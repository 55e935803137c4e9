package check

import (
	"strings"
	"testing"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
	"fortegnelse/model/words"
)

var crossReferenceExamples = []example{
	{rule: "XRF-01", name: "a processor that is ended", field: "processors[0].processor", spoil: func(c *clinic) { c.processor.Status = model.Ended }},
	{rule: "XRF-01", name: "a system that is archived", field: "systems[0]", spoil: func(c *clinic) { c.system.Status = model.Archived }},
	{rule: "XRF-01", name: "of an activity that has ended too", field: near, spoil: func(c *clinic) {
		c.processor.Status, c.activity.Status = model.Ended, model.Ended
	}},
	{rule: "XRF-02", name: "a data centre in India", field: "transfers", spoil: func(c *clinic) {
		c.processor.Places = model.Value([]model.Place{{Country: "dk"}, {Country: "in"}})
	}},
	{rule: "XRF-02", name: "a sub-processor in the USA", field: "transfers", spoil: func(c *clinic) { c.sub().Country = "us" }},
	{rule: "XRF-02", name: "a system in the USA", field: "transfers", spoil: func(c *clinic) { c.system.Country = model.Value(model.Country("us")) }},
	{rule: "XRF-02", name: "a transfer, but to another country", field: "transfers", spoil: func(c *clinic) {
		c.export("in")
		c.sub().Country = "us"
	}},
	{rule: "XRF-02", name: "with its transfer", field: near, spoil: func(c *clinic) {
		c.export("us")
		c.sub().Country = "us"
	}},
	{rule: "XRF-02", name: "a data centre in Iceland", field: near, spoil: func(c *clinic) {
		c.processor.Places = model.Value([]model.Place{{Country: "is"}})
	}},
	{rule: "XRF-02", name: "a place without its country", field: near, spoil: func(c *clinic) {
		c.processor.Places = model.Value([]model.Place{{Site: "et sekundært datacenter"}})
	}},
	{rule: "XRF-03", name: "to the processor", field: "transfers", spoil: func(c *clinic) {
		c.export("in")
		c.agreement.Transfers = model.No
	}},
	{rule: "XRF-03", name: "to somebody else", field: near, spoil: func(c *clinic) {
		c.export("in").Importer = model.Value(c.authority.ID)
		c.agreement.Transfers = model.No
	}},
	{rule: "XRF-03", name: "allowed", field: near, spoil: func(c *clinic) {
		c.export("in")
		c.agreement.Transfers = model.Yes
	}},
	{rule: "XRF-04", name: "numbers that the annex does not list", field: "processors[0].data", spoil: func(c *clinic) {
		c.agreement.Categories = []model.DataCategory{"name", "patient_record"}
	}},
	{rule: "XRF-04", name: "general categories", field: near, spoil: func(c *clinic) {
		c.agreement.Categories = []model.DataCategory{"contact_details", "national_id", "health"}
	}},
	{rule: "XRF-04", name: "an annex that nobody has entered", field: near, spoil: func(c *clinic) { c.agreement.Categories = nil }},
	{rule: "XRF-04", name: "not given to the processor", field: near, spoil: func(c *clinic) {
		c.agreement.Categories = []model.DataCategory{"name", "patient_record"}
		c.activity.Processors.Value[0].Data[1].State = "no"
	}},
}

// A register that was rescued may lead to records that are lost.
func TestLostRecord(t *testing.T) {
	c := newClinic()
	c.activity.Systems.Value = append(c.activity.Systems.Value, model.NewID(modeltest.Generated))
	r, err := model.NewRegister(c.info, []model.Record{
		c.entity, c.supplier, c.authority, c.system, c.rule, c.activity, c.processor, c.agreement, c.checked,
	})
	if err != nil {
		t.Fatal(err)
	}
	var found []Finding
	for _, f := range Run(r, today) {
		if f.Rule.ID == "XRF-01" {
			found = append(found, f)
		}
	}
	if len(found) != 1 || found[0].Field != "systems[1]" {
		t.Fatalf("found %v", found)
	}
	for _, lang := range words.Languages() {
		catalogue, err := words.In(lang)
		if err != nil {
			t.Fatal(err)
		}
		if text := found[0].Message(catalogue, r); text == "" || strings.Contains(text, "⟨") {
			t.Errorf("%s: %q", lang, text)
		}
	}
}
