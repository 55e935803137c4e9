package check

import (
	"slices"

	"fortegnelse/model"
	"fortegnelse/model/law"
	"fortegnelse/model/words"
)

// Duty is the test of whether one of our legal entities must keep the record,
// by one wording of Art. 30(5).
type Duty struct {
	Entity  *model.LegalEntity
	Text    law.ExemptionText
	Pending bool     // the wording is not law yet
	Keep    Cover    // Covered: it must; Uncovered: it seems exempt; or Unknown
	Reasons []Reason // the number of persons first, then the cases of the wording
}

// Reason is one part of the test. Its words have the catalogue key
// "duty.<code>.<state>".
type Reason struct {
	Code   string
	State  Cover        // Covered: it demands the record
	Record model.Record // that shows it, or nil
	Field  string
	Facts  []Fact
}

// Message says in a sentence what a reason is.
func (x Reason) Message(c *words.Catalogue, r *model.Register) string {
	return c.Text("duty."+x.Code+"."+string(x.State), Finding{Facts: x.Facts}.pairs(c, r)...)
}

// Duties tests each of our legal entities, by the wording in force and then by
// those that are pending.
func Duties(register *model.Register, on model.Date) []Duty {
	r := newReview(register, on)
	r.prepare()
	exemption := law.ExemptionLaw()
	var all []Duty
	for _, e := range r.LegalEntities() {
		if !running(e) {
			continue
		}
		all = append(all, r.duty(e, exemption.InForce))
		for _, text := range exemption.Pending {
			d := r.duty(e, text)
			d.Pending = true
			all = append(all, d)
		}
	}
	return all
}

func (r *review) duty(e *model.LegalEntity, text law.ExemptionText) Duty {
	d := Duty{Entity: e, Text: text, Reasons: []Reason{headcount(e, text.Below)}}
	activities := slices.DeleteFunc(slices.Clone(r.ActivitiesOf(e.ID)), func(a *model.Activity) bool { return !running(a) })
	for _, code := range text.Unless {
		d.Reasons = append(d.Reasons, r.reason(code, activities))
	}
	d.Keep = Uncovered
	for _, reason := range d.Reasons {
		if reason.State == Covered {
			d.Keep = Covered
			break
		}
		if reason.State == Unknown {
			d.Keep = Unknown
		}
	}
	return d
}

// headcount compares the number of persons employed with the threshold.
func headcount(e *model.LegalEntity, below int) Reason {
	x := Reason{Code: "headcount", State: Unknown, Record: e, Field: "headcount", Facts: []Fact{{"Below", below}}}
	if e.Headcount.Given() {
		x.State = Uncovered
		if e.Headcount.Value >= below {
			x.State = Covered
		}
		x.Facts = append(x.Facts, Fact{"Headcount", e.Headcount.Value})
	}
	return x
}

// reason looks for the first activity to which a case of the wording applies.
// What the register cannot tell stays unknown: that nothing shows a risk does
// not exclude one.
func (r *review) reason(code string, activities []*model.Activity) Reason {
	known := len(activities) > 0
	for _, a := range activities {
		field, applies, decided := r.applies(code, a)
		if applies {
			return Reason{Code: code, State: Covered, Record: a, Field: field, Facts: []Fact{{"Activity", a}}}
		}
		known = known && decided
	}
	if known {
		return Reason{Code: code, State: Uncovered}
	}
	return Reason{Code: code, State: Unknown}
}

// applies reports whether a case applies to an activity, where that shows, and
// whether the register decides it either way.
func (r *review) applies(code string, a *model.Activity) (field string, applies, decided bool) {
	switch code {
	case "special":
		t := r.of(a)
		field = t.specialAt
		if field == "" {
			field = t.criminal
		}
		return field, field != "", len(t.items) > 0
	case "not_occasional":
		return "type", slices.Contains(law.ExemptionLaw().Regular, a.Type), false
	case "core_activity":
		return "type", slices.Contains(law.ExemptionLaw().Core, a.Type), false
	case "risk", "high_risk":
		switch a.DPIA.Value.Screening {
		case "required", "done", "prior_consultation":
			return "dpia.screening", true, true
		case "not_required": // there is no high risk, but maybe a risk
			return "", false, code == "high_risk"
		}
	}
	return "", false, false
}
