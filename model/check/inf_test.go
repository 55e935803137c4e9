package check

import "fortegnelse/model"

// right returns what the clinic tells of a right.
func (c *clinic) right(right model.Right) *model.RightPractice {
	for i := range c.entity.Rights {
		if c.entity.Rights[i].Right == right {
			return &c.entity.Rights[i]
		}
	}
	return nil
}

// silentOn takes all that is told of a right out of the register.
func (c *clinic) silentOn(right model.Right) {
	c.right(right).Text = model.Say[string](model.NotStated)
}

// withoutPeriods takes the time for answers away.
func (c *clinic) withoutPeriods() {
	for i := range c.entity.Rights {
		c.entity.Rights[i].Within = model.Say[string](model.NotStated)
	}
}

var informationExamples = []example{
	{rule: "INF-01", name: "nothing said", field: "information", spoil: func(c *clinic) {
		c.activity.Information = model.Say[model.Information](model.NotStated)
	}},
	{rule: "INF-01", name: "somewhere", field: "information", spoil: func(c *clinic) {
		c.activity.Information = model.Value(model.Information{Text: "Vi informerer dig altid", Where: "på vores hjemmeside"})
	}},
	{rule: "INF-01", name: "nothing anywhere is one fact", field: "", spoil: func(c *clinic) {
		c.activity.Information = model.Answer[model.Information]{}
		c.twin()
	}},
	{rule: "INF-01", name: "an address", field: near, spoil: func(c *clinic) { c.activity.Information.Value.Documents = nil }},
	{rule: "INF-01", name: "the notice is about it", field: near, spoil: func(c *clinic) {
		c.activity.Information = model.Value(model.Information{Where: "opslag i venteværelset"})
		c.notice.About = []model.ID{c.activity.ID}
	}},
	{rule: "INF-01", name: "a processor's", field: near, spoil: func(c *clinic) {
		c.activity.Role = model.AsProcessor
		c.activity.Information = model.Answer[model.Information]{}
	}},

	{rule: "INF-02", name: "an activity began later", field: "dated", spoil: func(c *clinic) {
		c.notice.Dated, c.activity.ValidFrom = date(2026, 1, 1), date(2026, 3, 1)
	}},
	{rule: "INF-02", name: "a processor came later", field: "dated", spoil: func(c *clinic) {
		c.notice.Dated, c.processor.Since = date(2026, 1, 1), date(2026, 3, 1)
	}},
	{rule: "INF-02", name: "entered while the register was kept", field: "dated", spoil: func(c *clinic) {
		c.info.Created = date(2026, 1, 1).Time()
		c.notice.Dated, c.activity.ValidFrom = date(2026, 3, 1), model.Date{}
	}},
	{rule: "INF-02", name: "entered with the register", field: near, spoil: func(c *clinic) {
		c.info.Created = date(2026, 10, 1).Time()
		c.notice.Dated, c.activity.ValidFrom = date(2026, 3, 1), model.Date{}
	}},
	{rule: "INF-02", name: "planned", field: near, spoil: func(c *clinic) { c.activity.ValidFrom = date(2027, 1, 1) }},
	{rule: "INF-02", name: "the old notice was reviewed", field: near, spoil: func(c *clinic) {
		c.notice.Dated, c.notice.ReviewedOn, c.activity.ValidFrom = date(2026, 1, 1), date(2026, 6, 1), date(2026, 3, 1)
	}},

	{rule: "INF-03", name: "no complaint", field: "rights", spoil: func(c *clinic) { c.silentOn("complaint") }},
	{rule: "INF-03", name: "several are one finding", field: "rights", spoil: func(c *clinic) {
		c.silentOn("complaint")
		c.silentOn("restriction")
	}},
	{rule: "INF-03", name: "no portability beside a contract", field: "rights", spoil: func(c *clinic) {
		c.twin()
		c.silentOn("portability")
	}},
	{rule: "INF-03", name: "no objection to marketing", field: "rights", spoil: func(c *clinic) {
		c.twin().Type = "newsletter"
		c.silentOn("objection")
	}},
	{rule: "INF-03", name: "nothing on rights", field: "rights", spoil: func(c *clinic) { c.entity.Rights = nil }},
	{rule: "INF-03", name: "neither objection nor portability to a duty", field: near, spoil: func(c *clinic) {
		c.silentOn("objection")
		c.silentOn("portability")
	}},

	{rule: "INF-04", name: "once a calendar year", field: "rights[0].text", spoil: func(c *clinic) {
		c.right("access").Text = model.Value("Du har rätt att en gång per kalenderår kostnadsfritt erhålla ett registerutdrag")
	}},
	{rule: "INF-04", name: "on signed paper", field: "rights[0].channel", spoil: func(c *clinic) {
		c.right("access").Channel = model.Value("genom en skriftligt undertecknad ansökan")
	}},
	{rule: "INF-04", name: "in writing", field: near, spoil: func(c *clinic) { c.right("access").Channel = model.Value("skriftligt eller på telefon") }},
	{rule: "INF-04", name: "a signed consent", field: near, spoil: func(c *clinic) {
		c.right("complaint").Channel = model.Value("underskrevet brev til Datatilsynet")
	}},

	{rule: "INF-05", name: "as soon as possible", field: "rights[0].within", spoil: func(c *clinic) {
		c.withoutPeriods()
		c.right("access").Within = model.Value("hurtigst muligt")
	}},
	{rule: "INF-05", name: "no period", field: "rights", spoil: func(c *clinic) { c.withoutPeriods() }},
	{rule: "INF-05", name: "at any time is no period", field: "rights", spoil: func(c *clinic) {
		c.withoutPeriods()
		c.right("access").Within = model.Value("når som helst")
	}},
	{rule: "INF-05", name: "one period for all rights", field: near, spoil: func(c *clinic) {
		c.withoutPeriods()
		c.right("erasure").Within = model.Value("hurtigst muligt og senest efter 30 dage")
	}},
	{rule: "INF-05", name: "nothing on rights is INF-03's", field: near, spoil: func(c *clinic) { c.entity.Rights = nil }},

	{rule: "INF-06", name: "all data at any time", field: "rights[4].text", spoil: func(c *clinic) {
		c.right("portability").Text = model.Value("Du kan til enhver tid få tilsendt oplysningerne")
	}},
	{rule: "INF-06", name: "where it is a right", field: near, spoil: func(c *clinic) {
		c.right("portability").Text = model.Value("Du har i visse tilfælde ret til at få oplysningerne med dig")
	}},
	{rule: "INF-06", name: "nothing is kept by law", field: near, spoil: func(c *clinic) {
		c.right("portability").Text = model.Value("Du kan til enhver tid få tilsendt oplysningerne")
		c.twin()
		c.activity.Status = model.NotDone
	}},

	{rule: "INF-07", name: "voluntary beside a duty", field: "obligation.required", spoil: func(c *clinic) { c.activity.Obligation.Value.Required = model.No }},
	{rule: "INF-07", name: "a record whose basis has no letter", field: "obligation.required", spoil: func(c *clinic) {
		c.activity.Obligation.Value.Required = model.No
		c.basis(0).Reference = "6(1)"
	}},
	{rule: "INF-07", name: "voluntary without a duty", field: near, spoil: func(c *clinic) { c.twin().Obligation.Value.Required = model.No }},

	{rule: "INF-08", name: "not stated", field: "automated", spoil: func(c *clinic) { c.activity.Automated = model.Say[model.Automated](model.NotStated) }},
	{rule: "INF-08", name: "one of two", field: "automated", spoil: func(c *clinic) { c.twin().Automated = model.Answer[model.Automated]{} }},
	{rule: "INF-08", name: "nowhere is one fact", field: "", spoil: func(c *clinic) {
		c.activity.Automated = model.Answer[model.Automated]{}
		c.twin()
	}},
	{rule: "INF-08", name: "the clinic says so in general", field: near, spoil: func(c *clinic) {
		c.activity.Automated = model.Answer[model.Automated]{}
		c.entity.Rights = append(c.entity.Rights, model.RightPractice{
			Right: "automated_decisions", Text: model.Value("Vi træffer ingen automatiske afgørelser"),
		})
	}},

	{rule: "INF-09", name: "safeguards for nothing", field: "rights[7].text", spoil: func(c *clinic) { c.promise() }},
	{rule: "INF-09", name: "a transfer is recorded", field: near, spoil: func(c *clinic) {
		c.promise()
		c.add(&model.Transfer{Title: "Support fra USA"}, "O-9")
	}},
	{rule: "INF-09", name: "no promise", field: near, spoil: func(c *clinic) {
		c.promise()
		c.silentOn("safeguards_information")
	}},

	{rule: "INF-10", name: "only the heading", field: "rights[5].text", spoil: func(c *clinic) {
		c.right("objection").Text = model.Value("10. Indsigelse eller klage")
	}},
	{rule: "INF-10", name: "the heading and the right", field: near, spoil: func(c *clinic) {
		c.right("objection").Text = model.Value("Indsigelse eller klage: Du kan gøre indsigelse")
	}},

	{rule: "INF-11", name: "staff are spoken to as patients", field: "information.text", spoil: func(c *clinic) {
		c.activity.Groups.Value[0].Subjects = "employee"
		c.activity.Information.Value.Text = "Her kan du som patient læse om dine rettigheder"
	}},
	{rule: "INF-11", name: "a contradiction was noted", field: "evidence[0]", spoil: func(c *clinic) { c.noted("information", "Modsiges af punkt 4") }},
	{rule: "INF-11", name: "only consent, and a duty", field: "consent.text", spoil: func(c *clinic) {
		c.activity.Consent = model.Value(model.Consent{Text: "Det sker kun på baggrund af dit samtykke"})
	}},
	{rule: "INF-11", name: "a notice to patients is called the staff's", field: "evidence[0].quote", spoil: func(c *clinic) {
		c.notice.Evidence = []model.Evidence{{Quote: "Denne personalepolitik beskriver, hvordan vi bruger dine oplysninger"}}
	}},
	{rule: "INF-11", name: "the staff's own notice", field: near, spoil: func(c *clinic) {
		c.notice.Evidence = []model.Evidence{{Quote: "Denne personalepolitik beskriver, hvordan vi bruger dine oplysninger"}}
		c.activity.Groups.Value[0].Subjects = "employee"
	}},
	{rule: "INF-11", name: "only consent, and no duty", field: near, spoil: func(c *clinic) {
		c.twin().Consent = model.Value(model.Consent{Text: "Det sker kun på baggrund af dit samtykke"})
	}},
	{rule: "INF-11", name: "one on retention is RET's", field: near, spoil: func(c *clinic) { c.noted("retention", "Modsiges af punkt 4") }},
	{rule: "INF-11", name: "another remark", field: near, spoil: func(c *clinic) { c.noted("information", "Trykt to gange") }},
	{rule: "INF-11", name: "patients are spoken to", field: near, spoil: func(c *clinic) {
		c.activity.Information.Value.Text = "Her kan du som patient læse om dine rettigheder"
	}},

	{rule: "INF-12", name: "only its name", field: "rights[6].text", spoil: func(c *clinic) { c.right("complaint").Text = model.Value("Du kan klage til Datatilsynet") }},
	{rule: "INF-12", name: "a telephone number", field: near, spoil: func(c *clinic) {
		c.right("complaint").Text = model.Value("Du kan klage til Datatilsynet")
		c.right("complaint").Channel = model.Value("telefon 33 19 32 00")
	}},
	{rule: "INF-12", name: "its page", field: near, spoil: func(c *clinic) {
		c.right("complaint").Text = model.Value("Du kan klage til Datatilsynet på datatilsynet.dk")
	}},
	{rule: "INF-12", name: "no authority is INF-03's", field: near, spoil: func(c *clinic) { c.silentOn("complaint") }},
}

// promise tells of safeguards for data that leave the EEA.
func (c *clinic) promise() {
	c.entity.Rights = append(c.entity.Rights, model.RightPractice{
		Right: "safeguards_information", Text: model.Value("Du kan få oplyst, hvilke garantier modtagere uden for EØS har givet"),
	})
}

// noted adds a remark beside a sentence of the source.
func (c *clinic) noted(field, remark string) {
	c.activity.Evidence = append(c.activity.Evidence, model.Evidence{Field: field, Quote: "Vi informerer dig altid", Remark: remark})
}
