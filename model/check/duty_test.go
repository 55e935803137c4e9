package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fortegnelse/model"
	"fortegnelse/model/law"
	"fortegnelse/model/words"
)

// smallOffice turns the clinic into a small office without health data.
func (c *clinic) smallOffice() {
	c.activity.Type = "events"
	c.activity.Groups.Value[0].Data = []model.DataItem{{Key: "name", Category: "name", Class: model.Ordinary}}
	for i := range c.activity.Purposes.Value {
		c.activity.Purposes.Value[i].Bases = model.Value([]model.Basis{{Reference: "6(1)(f)"}})
	}
	c.activity.Recipients.Value[0].Data, c.activity.Processors.Value[0].Data = nil, nil
}

var dutyExamples = []struct {
	name    string
	spoil   func(c *clinic)
	inForce string // what follows, and why
	pending string
}{
	{
		"a clinic of seven", func(*clinic) {},
		"yes: headcount no, special yes B-1 groups[0].data[2], not_occasional yes B-1 type, risk unknown",
		"yes: headcount no, high_risk no, core_activity yes B-1 type",
	},
	{
		"a hospital with 300 employees", func(c *clinic) { c.entity.Headcount = model.Value(300) },
		"yes: headcount yes E-1 headcount, special yes B-1 groups[0].data[2], not_occasional yes B-1 type, risk unknown",
		"yes: headcount no, high_risk no, core_activity yes B-1 type",
	},
	{
		"249 persons, and nothing else is known", func(c *clinic) { c.smallOffice(); c.entity.Headcount = model.Value(249) },
		"unknown: headcount no, special no, not_occasional unknown, risk unknown",
		"unknown: headcount no, high_risk no, core_activity unknown",
	},
	{
		"250 persons", func(c *clinic) { c.smallOffice(); c.entity.Headcount = model.Value(250) },
		"yes: headcount yes E-1 headcount, special no, not_occasional unknown, risk unknown",
		"unknown: headcount no, high_risk no, core_activity unknown",
	},
	{
		"headcount not recorded", func(c *clinic) { c.smallOffice(); c.entity.Headcount = model.Answer[int]{} },
		"unknown: headcount unknown, special no, not_occasional unknown, risk unknown",
		"unknown: headcount unknown, high_risk no, core_activity unknown",
	},
	{
		"an impact assessment was needed", func(c *clinic) { c.smallOffice(); c.activity.DPIA.Value.Screening = "required" },
		"yes: headcount no, special no, not_occasional unknown, risk yes B-1 dpia.screening",
		"yes: headcount no, high_risk yes B-1 dpia.screening, core_activity unknown",
	},
	{
		"data on offences", func(c *clinic) {
			c.smallOffice()
			c.activity.Groups.Value[0].Data[0].Class = model.Criminal
		},
		"yes: headcount no, special yes B-1 groups[0].data[0], not_occasional unknown, risk unknown",
		"unknown: headcount no, high_risk no, core_activity unknown",
	},
	{
		"data not recorded", func(c *clinic) { c.smallOffice(); c.activity.Groups = model.Answer[[]model.Group]{} },
		"unknown: headcount no, special unknown, not_occasional unknown, risk unknown",
		"unknown: headcount no, high_risk no, core_activity unknown",
	},
	{
		"ended", func(c *clinic) { c.activity.Status = model.Ended },
		"unknown: headcount no, special unknown, not_occasional unknown, risk unknown",
		"unknown: headcount no, high_risk unknown, core_activity unknown",
	},
}

func (d Duty) describe() string {
	var reasons []string
	for _, x := range d.Reasons {
		reason := fmt.Sprintf("%s %s", x.Code, x.State)
		if x.State == Covered {
			reason += " " + x.Record.Meta().Number + " " + x.Field
		}
		reasons = append(reasons, reason)
	}
	return string(d.Keep) + ": " + strings.Join(reasons, ", ")
}

func TestDuties(t *testing.T) {
	for _, e := range dutyExamples {
		t.Run(e.name, func(t *testing.T) {
			c := newClinic()
			e.spoil(c)
			duties := Duties(c.register(t), today)
			if len(duties) != 2 || duties[0].Pending || !duties[1].Pending {
				t.Fatalf("%+v", duties)
			}
			for i, want := range []string{e.inForce, e.pending} {
				if got := duties[i].describe(); got != want {
					t.Errorf("%s\n got %s\nwant %s", duties[i].Text.Code, got, want)
				}
			}
		})
	}
}

// Every outcome that can be has its words, and every code of the law data is
// one that the vocabularies and the words know.
func TestDutyHasWords(t *testing.T) {
	for _, lang := range words.Languages() {
		c, err := words.In(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range dutyExamples {
			clinic := newClinic()
			e.spoil(clinic)
			r := clinic.register(t)
			for _, d := range Duties(r, today) {
				texts := []string{c.Text("duty.result." + string(d.Keep)), c.Text("duty.text." + d.Text.Code), c.Text("duty.status."+d.Text.Status, "Date", c.Date(d.Text.Since))}
				for _, x := range d.Reasons {
					texts = append(texts, x.Message(c, r))
				}
				for _, text := range texts {
					if text == "" || strings.ContainsAny(text, "⟨⟩") || strings.Contains(text, "<no value>") {
						t.Errorf("%s, %s: %q", lang, e.name, text)
					}
				}
			}
		}
	}
	exemption := law.ExemptionLaw()
	for _, code := range slices.Concat(exemption.Regular, exemption.Core) {
		if _, ok := law.Find("activity_type", string(code)); !ok {
			t.Errorf("there is no activity type %s", code)
		}
	}
}
