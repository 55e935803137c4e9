package check

import "fortegnelse/model"

var consentExamples = []example{
	{rule: "CON-01", name: "nothing is said", field: "consent", spoil: func(c *clinic) { c.photos().Consent = model.Answer[model.Consent]{} }},
	{rule: "CON-01", name: "no way back", field: "consent.withdrawal", spoil: func(c *clinic) {
		c.photos().Consent.Value.Withdrawal = model.Say[string](model.NotStated)
	}},
	{rule: "CON-01", name: "by mail to nowhere", field: "consent.withdrawal", spoil: func(c *clinic) {
		c.photos().Consent.Value.Withdrawal = model.Value("ved at sende en mail")
		c.entity.Email = model.Say[string](model.NotStated)
	}},
	{rule: "CON-01", name: "an address that a web page hides", field: "consent.withdrawal", spoil: func(c *clinic) {
		c.photos().Consent.Value.Withdrawal = model.Value("Skriv til [email protected]")
	}},
	{rule: "CON-01", name: "the right and no way", field: "consent.withdrawal", spoil: func(c *clinic) {
		c.photos().Consent.Value.Withdrawal = model.Value("Samtykket kan til enhver tid trækkes tilbage")
	}},
	{rule: "CON-01", name: "the right, and the way elsewhere", field: near, spoil: func(c *clinic) {
		c.photos().Consent.Value.Withdrawal = model.Value("Samtykket kan til enhver tid trækkes tilbage")
		c.entity.Rights = append(c.entity.Rights, model.RightPractice{Right: "withdraw_consent", Channel: model.Value("skriv til klinikken")})
	}},
	{rule: "CON-01", name: "consent to disclosure only", field: "consent", spoil: func(c *clinic) {
		c.activity.Recipients.Value[0].Basis[0].Reference = "6(1)(a)"
	}},
	{rule: "CON-01", name: "by mail to the clinic", field: near, spoil: func(c *clinic) {
		c.photos().Consent.Value.Withdrawal = model.Value("ved at sende en mail")
	}},
	{rule: "CON-01", name: "by mail to an address", field: near, spoil: func(c *clinic) {
		c.photos().Consent.Value.Withdrawal = model.Value("Send en mail til foto@havnegade.dk.")
		c.entity.Email = model.Say[string](model.NotStated)
	}},
	{rule: "CON-01", name: "no consent", field: near, spoil: func(c *clinic) { c.activity.Consent = model.Answer[model.Consent]{} }},
	{rule: "CON-02", name: "no proof", field: "consent.proof", spoil: func(c *clinic) { c.photos().Consent.Value.Proof = model.Answer[string]{} }},
	{rule: "CON-02", name: "kept in the record", field: near, spoil: func(c *clinic) { c.photos() }},
	{rule: "CON-03", name: "by using a page", field: "consent.form", spoil: func(c *clinic) { c.photos().Consent.Value.Form = "implied" }},
	{rule: "CON-03", name: "a demand", field: "consent.text", spoil: func(c *clinic) {
		c.photos().Consent.Value.Text = "der du må gi ditt samtykke til elektronisk kommunikasjon"
	}},
	{rule: "CON-03", name: "by a tick", field: near, spoil: func(c *clinic) { c.photos().Consent.Value.Form = "tick_box" }},
	{rule: "CON-03", name: "a channel is CON-07's", field: near, spoil: func(c *clinic) {
		c.photos().Consent.Value.Form = "implied"
		c.photos().Consent.Value.Text = "Skriver du over usikre kanaler, svarer vi samme sted"
	}},
	{rule: "CON-04", name: "a tick for health data", field: "consent.form", spoil: func(c *clinic) { c.photos().Consent.Value.Form = "tick_box" }},
	{rule: "CON-04", name: "a signature", field: near, spoil: func(c *clinic) { c.photos().Consent.Value.Form = "written_signed" }},
	{rule: "CON-04", name: "the text says so", field: near, spoil: func(c *clinic) {
		c.photos().Consent.Value.Form = "not_stated"
		c.photos().Consent.Value.Text = "på baggrund af dit udtrykkelige samtykke"
	}},
	{rule: "CON-04", name: "no special data", field: near, spoil: func(c *clinic) {
		a := c.photos()
		a.Consent.Value.Form = "tick_box"
		a.Purposes.Value[0].Bases.Value = a.Purposes.Value[0].Bases.Value[:1]
	}},
	{rule: "CON-05", name: "children", field: "consent.minors", spoil: func(c *clinic) { c.photos().Groups.Value[0].Subjects = "child" }},
	{rule: "CON-05", name: "children of whom only withdrawal is said", field: "consent.minors", spoil: func(c *clinic) {
		c.photos().Groups.Value[0].Subjects = "child"
		c.photos().Consent.Value.Minors = "Både du og dit barn kan tilbagekalde samtykket"
	}},
	{rule: "CON-05", name: "children whose guardian consents", field: near, spoil: func(c *clinic) {
		c.photos().Groups.Value[0].Subjects = "child"
		c.photos().Consent.Value.Minors = "Forældremyndighedens indehaver, til barnet er 15 år; begge kan tilbagekalde det"
	}},
	{rule: "CON-05", name: "children, and the consent is to other data", field: near, spoil: func(c *clinic) {
		a := c.photos()
		a.Groups.Value = append(a.Groups.Value, model.Group{Subjects: "child", Data: []model.DataItem{{Key: "barn", Category: "name"}}})
		for i := range a.Purposes.Value[0].Bases.Value {
			a.Purposes.Value[0].Bases.Value[i].Data = []string{"foto"}
		}
	}},
	{rule: "CON-06", name: "no wording", field: "consent.text", spoil: func(c *clinic) { c.photos().Consent.Value.Text = "" }},
	{rule: "CON-06", name: "the form is kept", field: near, spoil: func(c *clinic) {
		c.photos().Consent.Value.Text = ""
		c.add(&model.Document{Title: "Samtykke til billeder", Type: "consent_form", Version: "2", About: []model.ID{c.photos().ID}}, "K-3")
	}},
	{rule: "CON-07", name: "who writes agrees", field: "consent.text", spoil: func(c *clinic) {
		c.photos().Consent.Value.Text = "Skriver du over usikre kanaler, har vi tilladelse til at svare samme sted"
	}},
	{rule: "CON-07", name: "printed as a basis", field: "purposes[0].bases[0].printed", spoil: func(c *clinic) {
		c.basis(0).Printed = "Sender du helseinformasjon over slike usikre kanaler, forstår vi det slik"
	}},
	{rule: "CON-07", name: "a secure channel", field: near, spoil: func(c *clinic) {
		c.photos().Consent.Value.Text = "Jeg vil have svar i e-Boks"
	}},
}

// photos returns an activity that rests on consent.
func (c *clinic) photos() *model.Activity {
	for _, rec := range c.more {
		if a, ok := rec.(*model.Activity); ok {
			return a
		}
	}
	a := &model.Activity{
		Title: "Billeder til undervisning", Type: "training", Role: model.AsController, Entities: []model.ID{c.entity.ID},
		Purposes: model.Value([]model.Purpose{{Text: "Undervisning af kolleger", Bases: model.Value([]model.Basis{
			{Reference: "6(1)(a)", Remark: "Frivilligt"}, {Reference: "9(2)(a)", Remark: "Frivilligt"},
		})}}),
		Groups: model.Value([]model.Group{{Subjects: "patient", Data: []model.DataItem{
			{Key: "foto", Category: "health_photo", Class: model.Special, Special: "health"},
		}}}),
		Consent: model.Value(model.Consent{
			Form: "explicit", Text: "Jeg giver samtykke til, at billederne vises ved undervisning.", Scope: "visning ved undervisning",
			Proof: model.Value("journalen"), Withdrawal: model.Value("i klinikken eller på telefon"),
		}),
	}
	c.add(a, "B-2")
	return a
}
