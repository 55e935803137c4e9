package check

import (
	"testing"

	"fortegnelse/model"
)

// firstPurpose returns the first purpose of the base activity.
func (c *clinic) firstPurpose() *model.Purpose { return &c.activity.Purposes.Value[0] }

// another adds one more purpose to the base activity.
func (c *clinic) another(text string, references ...model.Reference) {
	p := model.Purpose{Text: text}
	for _, reference := range references {
		p.Bases.Value = append(p.Bases.Value, model.Basis{Reference: reference})
	}
	c.activity.Purposes.Value = append(c.activity.Purposes.Value, p)
}

// twin adds a second activity that is as right as the base one, but rests on no
// duty.
func (c *clinic) twin() *model.Activity {
	a := model.Clone(c.activity).(*model.Activity)
	a.Title, a.Type = "Ventelister og påmindelser", "reminders"
	a.Purposes.Value = []model.Purpose{{
		Text: "Påmindelse om aftalte tider", Bases: model.Value([]model.Basis{{Reference: "6(1)(b)"}}),
	}}
	c.add(a, "B-2")
	return a
}

var activityExamples = []example{
	{rule: "ACT-01", name: "no name", field: "title", spoil: func(c *clinic) { c.activity.Title = " " }},
	{rule: "ACT-01", name: "a short name", field: near, spoil: func(c *clinic) { c.activity.Title = "Løn" }},

	{rule: "ACT-02", name: "nothing said", field: "purposes", spoil: func(c *clinic) {
		c.activity.Purposes = model.Say[[]model.Purpose](model.NotStated)
	}},
	{rule: "ACT-02", name: "only blanks", field: "purposes", spoil: func(c *clinic) { c.firstPurpose().Text = " " }},
	{rule: "ACT-02", name: "one of two is blank", field: "purposes[1].text", spoil: func(c *clinic) { c.another("") }},
	{rule: "ACT-02", name: "a processor's", field: near, spoil: func(c *clinic) {
		c.activity.Role = model.AsProcessor
		c.activity.Purposes = model.Answer[[]model.Purpose]{}
	}},
	{rule: "ACT-02", name: "ended", field: near, spoil: func(c *clinic) {
		c.activity.Status = model.Ended
		c.activity.Purposes = model.Answer[[]model.Purpose]{}
	}},

	{rule: "ACT-03", name: "one word", field: "purposes[0].text", spoil: func(c *clinic) { c.firstPurpose().Text = "Administration." }},
	{rule: "ACT-03", name: "two words", field: "purposes[0].text", spoil: func(c *clinic) { c.firstPurpose().Text = "Administration og drift" }},
	{rule: "ACT-03", name: "short", field: "purposes[0].text", spoil: func(c *clinic) { c.firstPurpose().Text = "at booke tid" }},
	{rule: "ACT-03", name: "improving services", field: "purposes[0].text", spoil: func(c *clinic) {
		c.firstPurpose().Text = "För att vi ska kunna tillhandahålla, utföra och förbättra våra tjänster."
	}},
	{rule: "ACT-03", name: "administration of something", field: near, spoil: func(c *clinic) {
		c.firstPurpose().Text = "Administration af ventelister til operation"
	}},

	{rule: "ACT-04", name: "four purposes", field: "purposes", spoil: func(c *clinic) {
		c.another("Fakturering af behandlinger")
		c.another("Undervisning af kolleger")
		c.another("Indkaldelse til kontrol")
	}},
	{rule: "ACT-04", name: "one of four stands twice", field: near, spoil: func(c *clinic) {
		c.another("Fakturering af behandlinger")
		c.another("Undervisning af kolleger")
		c.another("Undervisning af Kolleger")
	}},
	{rule: "ACT-04", name: "rights are one purpose", field: near, spoil: func(c *clinic) {
		c.activity.Type = "data_subject_rights"
		c.another("Indsigt i egne oplysninger")
		c.another("Berigtigelse af oplysninger")
		c.another("Sletning af oplysninger")
	}},

	{rule: "ACT-05", name: "no role", field: "role", spoil: func(c *clinic) { c.activity.Role = "" }},
	{rule: "ACT-05", name: "a joint controller", field: near, spoil: func(c *clinic) { c.activity.Role = model.AsJointController }},

	{rule: "ACT-06", name: "nobody", field: "responsibleRole", spoil: func(c *clinic) {
		c.activity.Department, c.activity.ResponsibleRole = "", model.Say[string](model.NotStated)
	}},
	{rule: "ACT-06", name: "one of two", field: "responsibleRole", spoil: func(c *clinic) {
		a := c.twin()
		a.Department, a.ResponsibleRole = "", model.Answer[string]{}
	}},
	{rule: "ACT-06", name: "nobody anywhere is one fact", field: "", spoil: func(c *clinic) {
		c.activity.Department, c.activity.ResponsibleRole = "", model.Answer[string]{}
		c.twin()
	}},
	{rule: "ACT-06", name: "a department", field: near, spoil: func(c *clinic) { c.activity.ResponsibleRole = model.Answer[string]{} }},

	{rule: "ACT-07", name: "no system", field: "systems", spoil: func(c *clinic) { c.activity.Systems = model.Say[[]model.ID](model.NotStated) }},
	{rule: "ACT-07", name: "none anywhere is one fact", field: "", spoil: func(c *clinic) {
		c.activity.Systems = model.Answer[[]model.ID]{}
		c.twin()
	}},
	{rule: "ACT-07", name: "kept in no system", field: near, spoil: func(c *clinic) { c.activity.Systems = model.Say[[]model.ID](model.None) }},

	{rule: "ACT-08", name: "no status", field: "status", spoil: func(c *clinic) { c.activity.Status = "" }},
	{rule: "ACT-08", name: "ended without a date", field: "validUntil", spoil: func(c *clinic) { c.activity.Status = model.Ended }},
	{rule: "ACT-08", name: "ended, and the data?", field: "retention", spoil: func(c *clinic) {
		c.activity.Status, c.activity.ValidUntil = model.Ended, date(2026, 6, 30)
		c.rule.Then = ""
	}},
	{rule: "ACT-08", name: "active after its end", field: "status", spoil: func(c *clinic) { c.activity.ValidUntil = date(2026, 6, 30) }},
	{rule: "ACT-08", name: "ended and closed", field: near, spoil: func(c *clinic) {
		c.activity.Status, c.activity.ValidUntil = model.Ended, date(2026, 6, 30)
	}},
	{rule: "ACT-08", name: "ends today", field: near, spoil: func(c *clinic) { c.activity.ValidUntil = today }},

	{rule: "ACT-09", name: "no accounts", field: "", spoil: func(c *clinic) { c.absent[2].Type = "other" }},
	{rule: "ACT-09", name: "several are one finding", field: "", spoil: func(c *clinic) { c.absent = c.absent[:3] }},
	{rule: "ACT-09", name: "payroll is staff", field: near, spoil: func(c *clinic) { c.absent[0].Type = "payroll" }},
	{rule: "ACT-09", name: "types are not known", field: near, spoil: func(c *clinic) {
		c.absent = nil
		c.activity.Type = ""
	}},

	{rule: "ACT-10", name: "research among treatment", field: "purposes[1]", spoil: func(c *clinic) {
		c.another("Forskning i hudlidelser")
	}},
	{rule: "ACT-10", name: "statistics by its basis", field: "purposes[1]", spoil: func(c *clinic) {
		c.another("Opgørelse af forløb for alle klinikker", "9(2)(j)")
	}},
	{rule: "ACT-10", name: "treatment among research", field: "purposes[1]", spoil: func(c *clinic) {
		c.activity.Type = "research"
		c.another("Videnskabelige undersøgelser af hudlidelser")
	}},
	{rule: "ACT-10", name: "research of its own", field: near, spoil: func(c *clinic) {
		c.activity.Type = "research"
		*c.firstPurpose() = model.Purpose{Text: "Forskning i hudlidelser", Bases: model.Value([]model.Basis{{Reference: "9(2)(j)"}})}
	}},
	{rule: "ACT-10", name: "statistics on a website", field: near, spoil: func(c *clinic) {
		c.activity.Type = "website"
		*c.firstPurpose() = model.Purpose{Text: "Statistik over besøg på siden"}
	}},
}

// An activity without any record at all must not be asked for.
func TestEmptyRegisterMissesNoUsualActivity(t *testing.T) {
	r, err := model.NewRegister(model.Info{ID: newClinic().info.ID, Country: "dk"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Run(r, today) {
		if f.Rule.ID == "ACT-09" {
			t.Error("usual activities are missed in an empty register")
		}
	}
}
