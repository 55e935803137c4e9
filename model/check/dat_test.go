package check

import "fortegnelse/model"

var dataExamples = []example{
	{rule: "DAT-01", name: "persons without data", field: "groups[1].data", spoil: func(c *clinic) {
		c.activity.Groups.Value = append(c.activity.Groups.Value, model.Group{Subjects: "relative", Count: model.Value(100)})
	}},
	{rule: "DAT-01", name: "an empty item", field: "groups[0].data[0].category", spoil: func(c *clinic) { c.datum(0).Category = "" }},
	{rule: "DAT-01", name: "data in own words", field: near, spoil: func(c *clinic) { c.datum(0).Category, c.datum(0).Text = "", "Fødenavn" }},
	{rule: "DAT-01", name: "no persons either", field: near, spoil: func(c *clinic) { c.nobody() }},
	{rule: "DAT-02", name: "and the like", field: "groups[0].data[0].text", spoil: func(c *clinic) { c.datum(0).Text = "Navn, adresse og lignende" }},
	{rule: "DAT-02", name: "abbreviated", field: "groups[0].data[0].text", spoil: func(c *clinic) { c.datum(0).Text = "Namn, adress m.m." }},
	{rule: "DAT-02", name: "the word for data only", field: "groups[0].data[0].category", spoil: func(c *clinic) {
		c.datum(0).Category, c.datum(0).Text = "", "Dine personoplysninger"
	}},
	{rule: "DAT-02", name: "the same words twice are one fact", field: "groups[0].data[0].text", spoil: func(c *clinic) {
		c.datum(0).Text, c.datum(1).Text = "Kontaktoplysninger mv.", "Kontaktoplysninger mv."
	}},
	{rule: "DAT-02", name: "a closed list", field: near, spoil: func(c *clinic) { c.datum(0).Text = "Navn, adresse og etage (etagenummer)" }},
	{rule: "DAT-03", name: "from a hospital", field: "information.indirect", spoil: func(c *clinic) { c.fromHospital() }},
	{rule: "DAT-03", name: "from a hospital, nothing said of information", field: "information", spoil: func(c *clinic) {
		c.fromHospital()
		c.activity.Information = model.Answer[model.Information]{}
	}},
	{rule: "DAT-03", name: "and the person is told", field: near, spoil: func(c *clinic) {
		c.fromHospital()
		c.activity.Information.Value.Indirect = "Patienten får det at vide ved første konsultation"
	}},
	{rule: "DAT-03", name: "from a form", field: near, spoil: func(c *clinic) { c.datum(2).Sources = model.Value([]model.Source{{Category: "form"}}) }},
	{rule: "DAT-04", name: "both words for one set", field: "description", spoil: func(c *clinic) {
		c.activity.Description, c.datum(2).Text = "Svarene bruges anonymiseret.", "Pseudonymiserede svar"
	}},
	{rule: "DAT-04", name: "one after the other", field: near, spoil: func(c *clinic) {
		c.activity.Description = "Svarene pseudonymiseres og bliver anonymiseret efter to år."
		c.datum(2).Text = "Svar"
	}},
	{rule: "DAT-05", name: "at the end of a period", field: "then", spoil: func(c *clinic) {
		c.rule.Then, c.rule.Measures, c.rule.CheckEvery = "anonymise", []model.ID{c.measures[0].ID}, 12
	}},
	{rule: "DAT-05", name: "where nobody checks it is RET-14's", field: near, spoil: func(c *clinic) { c.rule.Then = "anonymise" }},
	{rule: "DAT-05", name: "as the stage of data", field: "stage", spoil: func(c *clinic) { c.rule.Stage = "anonymised" }},
	{rule: "DAT-05", name: "as a measure", field: "description", spoil: func(c *clinic) { c.measures[6].Item = "anonymisation" }},
	{rule: "DAT-05", name: "and how", field: near, spoil: func(c *clinic) {
		c.rule.Then, c.rule.ThenText = "anonymise", "Nøglen slettes, og svarene lægges sammen"
	}},
	{rule: "DAT-05", name: "and how, as a measure", field: near, spoil: func(c *clinic) {
		c.rule.Then = "anonymise"
		c.measures[6].Item, c.measures[6].Description = "anonymisation", "Kun summer for mindst ti personer bevares"
	}},
	{rule: "DAT-06", name: "card numbers", field: "groups[0].data[0].category", spoil: func(c *clinic) { c.datum(0).Category = "payment_card" }},
	{rule: "DAT-06", name: "masked", field: near, spoil: func(c *clinic) {
		c.datum(0).Category, c.datum(0).Text = "payment_card", "Kortnummer, maskeret"
	}},
	{rule: "DAT-07", name: "only with consent", field: "rights[0].text", spoil: func(c *clinic) {
		c.entity.Rights = []model.RightPractice{{Right: "rectification", Text: model.Value("Vi beder om dit samtykke til, at vi opdaterer oplysningerne.")}}
	}},
	{rule: "DAT-07", name: "said in an activity", field: "consent.text", spoil: func(c *clinic) {
		c.activity.Consent = model.Value(model.Consent{Text: "Vi ber om ditt samtykke til å rette opplysninger."})
	}},
	{rule: "DAT-07", name: "without", field: near, spoil: func(c *clinic) {
		c.entity.Rights = []model.RightPractice{{Right: "rectification", Text: model.Value("Vi retter forkerte oplysninger, så snart vi ved det.")}}
	}},
	{rule: "DAT-08", name: "staff without bank account", field: "groups", spoil: func(c *clinic) { c.ofStaff().Groups.Value[0].Data[1].Category = "name" }},
	{rule: "DAT-08", name: "staff, with pay in another activity", field: near, spoil: func(c *clinic) {
		c.ofStaff().Groups.Value[0].Data[1].Category = "name"
		pay := c.ofStaff()
		pay.Number, pay.Type = "B-10", "payroll"
	}},
	{rule: "DAT-08", name: "staff", field: near, spoil: func(c *clinic) { c.ofStaff() }},
}

// datum returns one of the data on patients: name, national number, record.
func (c *clinic) datum(i int) *model.DataItem { return &c.activity.Groups.Value[0].Data[i] }

func (c *clinic) fromHospital() {
	c.datum(2).Sources = model.Value([]model.Source{{Category: "person"}, {Category: "hospital"}})
}
