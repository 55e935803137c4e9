package check

import "fortegnelse/model"

var specialExamples = []example{
	{rule: "SPC-01", name: "no exception", field: "groups[0].data[2]", spoil: func(c *clinic) { c.dropBasis(1) }},
	{rule: "SPC-01", name: "an exception for other data", field: "groups[0].data[2]", spoil: func(c *clinic) { c.basis(1).Data = []string{"name"} }},
	{rule: "SPC-01", name: "without its letter is SPC-02's", field: near, spoil: func(c *clinic) { c.basis(1).Reference = "9(2)" }},
	{rule: "SPC-01", name: "research under national law", field: near, spoil: func(c *clinic) {
		*c.basis(1) = model.Basis{Reference: "89", Laws: []model.LawReference{{Printed: "databeskyttelseslovens § 10"}}}
	}},
	{rule: "SPC-01", name: "no purpose yet", field: near, spoil: func(c *clinic) { c.activity.Purposes = model.Answer[[]model.Purpose]{} }},
	{rule: "SPC-02", name: "no letter", field: "purposes[0].bases[1].reference", spoil: func(c *clinic) { c.basis(1).Reference = "9(2)" }},
	{rule: "SPC-02", name: "no letter, printed only", field: "purposes[0].bases[1].reference", spoil: func(c *clinic) {
		c.basis(1).Reference, c.basis(1).Printed = "", "artikel 9, stk. 2, litra"
	}},
	{rule: "SPC-02", name: "a letter", field: near, spoil: func(c *clinic) { c.basis(1).Printed = "artikel 9, stk. 2, litra h" }},
	{rule: "SPC-03", name: "care without its law", field: "purposes[0].bases[1].laws", spoil: func(c *clinic) {
		c.basis(1).Laws = nil
		c.cite("klinikkens vedtægter")
	}},
	{rule: "SPC-03", name: "the law stands beside the duty", field: near, spoil: func(c *clinic) { c.basis(1).Laws = nil }},
	{rule: "SPC-03", name: "consent needs none", field: near, spoil: func(c *clinic) { c.photos() }},
	{rule: "SPC-04", name: "no word on secrecy", field: "purposes[0].bases[1]", spoil: func(c *clinic) { c.withoutSecrecy() }},
	{rule: "SPC-04", name: "in a remark", field: near, spoil: func(c *clinic) {
		c.withoutSecrecy()
		c.basis(0).Remark = "Alle har lovbestemt tavshedspligt"
	}},
	{rule: "SPC-04", name: "in the law", field: near, spoil: func(c *clinic) {
		c.withoutSecrecy()
		c.basis(1).Laws = []model.LawReference{{Printed: "databeskyttelseslovens § 7, stk. 3", Code: "DK-DBL-7-3"}}
	}},
	{rule: "SPC-05", name: "the record on consent", field: "purposes[0].bases[1]", spoil: func(c *clinic) { c.basis(1).Reference = "9(2)(a)" }},
	{rule: "SPC-05", name: "photos on consent", field: near, spoil: func(c *clinic) { c.photos() }},
	{rule: "SPC-06", name: "religion if relevant", field: "groups[0].data[3].condition", spoil: func(c *clinic) {
		c.addData(model.DataItem{Key: "tro", Category: "religion", Class: model.Special, Special: "religion", Condition: "hvis det er relevant for dit forløb"})
	}},
	{rule: "SPC-06", name: "religion for a reason", field: near, spoil: func(c *clinic) {
		c.addData(model.DataItem{Key: "tro", Category: "religion", Class: model.Special, Special: "religion", Condition: "ved blodtransfusion"})
	}},
	{rule: "SPC-06", name: "health if relevant", field: near, spoil: func(c *clinic) {
		c.activity.Groups.Value[0].Data[2].Condition = "hvis det er relevant"
	}},
	{rule: "SPC-07", name: "a national number called sensitive", field: "groups[0].data[1].printedClass", spoil: func(c *clinic) {
		c.activity.Groups.Value[0].Data[1].PrintedClass = "Særlige kategorier"
	}},
	{rule: "SPC-07", name: "health data called ordinary", field: "groups[0].data[2].printedClass", spoil: func(c *clinic) {
		c.activity.Groups.Value[0].Data[2].PrintedClass = "ikke-sensitiv"
	}},
	{rule: "SPC-07", name: "health data classed as ordinary", field: "groups[0].data[2].class", spoil: func(c *clinic) {
		c.activity.Groups.Value[0].Data[2].Class, c.activity.Groups.Value[0].Data[2].Special = model.Ordinary, ""
	}},
	{rule: "SPC-07", name: "a booking that tells of an illness", field: near, spoil: func(c *clinic) {
		c.addData(model.DataItem{Key: "tid", Category: "booking", Class: model.Special, Special: "health"})
	}},
	{rule: "SPC-07", name: "family called ordinary", field: near, spoil: func(c *clinic) {
		c.addData(model.DataItem{Key: "familie", Category: "family", Class: model.Confidential, PrintedClass: "Almindelige oplysninger"})
	}},
	{rule: "SPC-08", name: "photos of patients", field: "groups[0].data[3].class", spoil: func(c *clinic) {
		c.addData(model.DataItem{Key: "foto", Category: "photo", Class: model.Ordinary})
		c.basis(1).Data = []string{"record"}
	}},
	{rule: "SPC-08", name: "photos of patients under the exception for care", field: near, spoil: func(c *clinic) {
		c.addData(model.DataItem{Key: "foto", Category: "photo", Class: model.Ordinary})
	}},
	{rule: "SPC-08", name: "photos of patients that are health data", field: near, spoil: func(c *clinic) {
		c.addData(model.DataItem{Key: "foto", Category: "photo", Class: model.Special, Special: "health"})
	}},
	{rule: "SPC-08", name: "photos of employees", field: near, spoil: func(c *clinic) {
		c.activity.Groups.Value[0].Subjects = "employee"
		c.basis(1).Data = []string{"record"}
		c.addData(model.DataItem{Key: "foto", Category: "photo", Class: model.Ordinary})
	}},
	{rule: "NID-01", name: "no basis", field: "groups[0].data[1]", spoil: func(c *clinic) { c.dropBasis(2) }},
	{rule: "NID-01", name: "a basis without its law", field: "groups[0].data[1]", spoil: func(c *clinic) { c.basis(2).Laws = nil }},
	{rule: "NID-01", name: "the law beside the duty", field: near, spoil: func(c *clinic) {
		c.dropBasis(2)
		c.basis(0).Laws = append(c.basis(0).Laws, model.LawReference{Printed: "databeskyttelseslovens § 11, stk. 2, nr. 4"})
	}},
	{rule: "NID-02", name: "no number", field: "purposes[0].bases[2].laws", spoil: func(c *clinic) {
		c.basis(2).Laws = []model.LawReference{{Printed: "databeskyttelseslovens § 11, stk. 2"}}
	}},
	{rule: "NID-02", name: "a number, in print only", field: near, spoil: func(c *clinic) { c.basis(2).Laws[0].Code = "" }},
	{rule: "NID-03", name: "of customers", field: "groups[0].data[1]", spoil: func(c *clinic) {
		c.swedish("other_customer")
		c.basis(2).Remark = ""
	}},
	{rule: "NID-03", name: "of customers, with a reason", field: near, spoil: func(c *clinic) { c.swedish("other_customer") }},
	{rule: "NID-03", name: "of patients", field: near, spoil: func(c *clinic) {
		c.swedish("patient")
		c.basis(2).Remark = ""
	}},
	{rule: "NID-04", name: "as a user name", field: "groups[0].data[1]", spoil: func(c *clinic) {
		c.activity.Groups.Value[0].Data[1].Text = "CPR-nummer som brugernavn"
	}},
	{rule: "NID-04", name: "published", field: "groups[0].data[1]", spoil: func(c *clinic) { c.activity.Type = "patient_stories" }},
	{rule: "NID-04", name: "in the record", field: near, spoil: func(c *clinic) { c.activity.Groups.Value[0].Data[1].Text = "CPR-nummer" }},
	{rule: "CRM-01", name: "no law", field: "groups[0].data[3]", spoil: func(c *clinic) {
		c.addData(model.DataItem{Key: "straf", Category: "criminal_record", Class: model.Criminal})
	}},
	{rule: "CRM-01", name: "with its law", field: near, spoil: func(c *clinic) {
		c.addData(model.DataItem{Key: "straf", Category: "criminal_record", Class: model.Criminal})
		c.addBasis(model.Basis{Reference: "10", Laws: []model.LawReference{{Printed: "databeskyttelseslovens § 8, stk. 3"}}, Data: []string{"straf"}})
	}},
}

func (c *clinic) dropBasis(i int) {
	list := &c.purpose().Bases.Value
	*list = append((*list)[:i:i], (*list)[i+1:]...)
}

func (c *clinic) addData(d model.DataItem) {
	g := &c.activity.Groups.Value[0]
	g.Data = append(g.Data, d)
}

// withoutSecrecy takes out all that speaks of secrecy.
func (c *clinic) withoutSecrecy() {
	c.basis(1).Laws, c.basis(1).Remark = []model.LawReference{{Printed: "journalføringsbekendtgørelsen", Code: "DK-JOURNAL"}}, "Nødvendigt for behandlingen"
	c.activity.Measures.Value = nil
}

// swedish moves the clinic to Sweden and its activity to other persons.
func (c *clinic) swedish(subjects model.SubjectCategory) {
	c.info.Country = "se"
	c.activity.Groups.Value[0].Subjects = subjects
	*c.basis(2) = model.Basis{Reference: "87", Laws: []model.LawReference{{Printed: "3 kap. 10 § dataskyddslagen", Code: "SE-DSL-3-10"}}, Remark: "Säker identifiering vid återbud"}
}
