package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// assessments holds the rules on impact assessments, DPI.
var assessments = []Rule{
	{ID: "DPI-01", Severity: Warning, Reference: "35(1), 35(3)", look: undecidedAssessments},
	{ID: "DPI-02", Severity: Warning, Reference: "35(3)(b)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			if decides(a) && r.largeScale(a) && !assessed(a) {
				r.tell(dpiaField(a, "screening"))
			}
		})},
	{ID: "DPI-03", Severity: Info, Reference: "35(1), 5(2)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			d := a.DPIA.Value
			if decides(a) && len(d.Criteria) == 1 && strings.TrimSpace(d.Reason) == "" && !assessed(a) && d.Screening != "required" &&
				!r.largeScale(a) && (decided(a) || r.noveltyOf(a) == "") {
				r.tell("dpia.reason", "Criterion", criterion(d.Criteria[0]))
			}
		})},
	{ID: "DPI-04", Severity: Warning, Reference: "35(11)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			d := a.DPIA.Value
			if decides(a) && assessed(a) && !d.NextReview.IsZero() && d.NextReview.Before(r.on) {
				r.tell("dpia.nextReview", "Date", d.NextReview)
			}
		})},
	{ID: "DPI-05", Severity: Warning, Reference: "36(1)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			if decides(a) && a.DPIA.Value.ResidualRisk == "high" && a.DPIA.Value.Screening != "prior_consultation" {
				r.tell("dpia.residualRisk")
			}
		})},
	{ID: "DPI-06", Severity: Warning, Reference: "22, 35", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			field := r.noveltyOf(a)
			if !decides(a) || field == "" || decided(a) {
				return
			}
			if field == "dpia.criteria" && len(a.DPIA.Value.Criteria) > 1 {
				return // that is what DPI-01 tells of
			}
			r.tell(field)
		})},
}

// decided reports whether somebody has decided on the need for an assessment.
func decided(a *model.Activity) bool {
	d := a.DPIA.Value
	switch d.Screening {
	case "", "not_done":
		return a.DPIA.State == model.NotApplicable || a.DPIA.State == model.None || strings.TrimSpace(d.Decision) != ""
	}
	return true
}

// assessed reports whether the impact of an activity has been assessed.
func assessed(a *model.Activity) bool {
	return a.DPIA.Value.Screening == "done" || a.DPIA.Value.Screening == "prior_consultation"
}

// dpiaField returns the path of a field of the assessment, or of the assessment
// where there is none yet.
func dpiaField(a *model.Activity, name string) string {
	if a.DPIA.Given() {
		return "dpia." + name
	}
	return "dpia"
}

func criterion(c model.DPIACriterion) Code { return Code{"dpia_criterion", string(c)} }

// largeScale reports whether special categories of data are processed on a
// large scale: as marked, or by the number of persons.
func (r *review) largeScale(a *model.Activity) bool {
	if len(r.of(a).special) == 0 {
		return false
	}
	if slices.Contains(a.DPIA.Value.Criteria, "large_scale") {
		return true
	}
	for _, g := range a.Groups.Value {
		if g.Count.Value < law.Limit("large_scale_persons") {
			continue
		}
		for _, d := range g.Data {
			if class, _ := classOf(d); class == model.Special {
				return true
			}
		}
	}
	return false
}

// undecidedAssessments finds signs of a high risk and no decision on an
// assessment: two marked criteria in one activity; or, once for the register,
// special categories of data on vulnerable persons, which are two as well.
func undecidedAssessments(r *review) {
	var first *model.Activity
	count := 0
	for _, a := range r.Activities() {
		if !decides(a) || r.largeScale(a) {
			continue
		}
		d := a.DPIA.Value
		if len(d.Criteria) >= 2 {
			if !decided(a) {
				r.tellOf(a, "dpia.screening", "Count", len(d.Criteria))
			} else if d.Screening == "not_required" && strings.TrimSpace(d.Reason) == "" {
				r.tellOfCase(a, "reason", "dpia.reason", "Count", len(d.Criteria))
			}
			continue
		}
		if t := r.of(a); len(t.special) > 0 && t.vulnerable && !decided(a) {
			if first == nil {
				first = a
			}
			count++
		}
	}
	if first != nil {
		r.tellOfCase(first, "unscreened", dpiaField(first, "screening"), "Activities", count)
	}
}

// noveltyOf returns the field that marks new technology, profiling or
// monitoring in an activity, or "".
func (r *review) noveltyOf(a *model.Activity) string {
	if a.Automated.Given() {
		return "automated"
	}
	for i, id := range a.Systems.Value {
		s, ok := model.Find[*model.System](r.Register, id)
		if ok && (law.IsPhrase("new_technology_system", string(s.Type)) || law.IsPhrase("monitoring_activity", string(s.Type))) {
			return entry("systems", i)
		}
	}
	for _, c := range a.DPIA.Value.Criteria {
		switch c {
		case "evaluation", "automated_decision", "systematic_monitoring", "new_technology":
			return "dpia.criteria"
		}
	}
	if law.IsPhrase("monitoring_activity", string(a.Type)) {
		return "type"
	}
	return ""
}
