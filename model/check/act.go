package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// activities holds the rules on activities and their purposes, ACT.
var activities = []Rule{
	{ID: "ACT-01", Severity: Error, Reference: "30(1)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			if strings.TrimSpace(a.Title) == "" && a.Status != model.Archived {
				r.tell("title")
			}
		})},
	{ID: "ACT-02", Severity: Error, Reference: "30(1)(b)", Looks: model.KindActivity, look: each(withoutPurpose)},
	{ID: "ACT-03", Severity: Warning, Reference: "5(1)(b)", Looks: model.KindActivity, look: each(vaguePurposes)},
	{ID: "ACT-04", Severity: Warning, Reference: "5(1)(b)", Looks: model.KindActivity, look: each(manyPurposes)},
	{ID: "ACT-05", Severity: Error, Reference: "4(7)–(8), 26, 28", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			if running(a) && a.Role == "" {
				r.tell("role")
			}
		})},
	{ID: "ACT-06", Severity: Info, Reference: "24, 5(2)", look: func(r *review) {
		r.tellAllOrEach("responsibleRole", running, func(a *model.Activity) bool {
			return strings.TrimSpace(a.Department) == "" && missing(a.ResponsibleRole)
		})
	}},
	{ID: "ACT-07", Severity: Info, Reference: "15, 32", look: func(r *review) {
		r.tellAllOrEach("systems", running, func(a *model.Activity) bool { return missing(a.Systems) })
	}},
	{ID: "ACT-08", Severity: Info, Reference: "5(1)(e)", Looks: model.KindActivity, look: each(unclosed)},
	{ID: "ACT-09", Severity: Info, Reference: "30(1)", look: usualActivities},
	{ID: "ACT-10", Severity: Warning, Reference: "5(1)(b), 89, DBL § 10", Looks: model.KindActivity, look: each(researchInCare)},
}

// tellAllOrEach tells of the activities that lack something. Where every one of
// several does, that is one fact: nobody has begun to record it.
func (r *review) tellAllOrEach(field string, among func(model.Record) bool, lacks func(*model.Activity) bool) {
	var lacking []*model.Activity
	n := 0
	for _, a := range r.Activities() {
		if !among(a) {
			continue
		}
		n++
		if lacks(a) {
			lacking = append(lacking, a)
		}
	}
	if n > 1 && len(lacking) == n {
		r.tellCase("all", "")
		return
	}
	for _, a := range lacking {
		r.tellOf(a, field)
	}
}

// withoutPurpose finds activities that say nothing of their purpose. A processor
// records categories of processing instead.
func withoutPurpose(r *review, a *model.Activity) {
	if !running(a) || a.Role == model.AsProcessor {
		return
	}
	blank := func(p model.Purpose) bool { return strings.TrimSpace(p.Text) == "" }
	if !slices.ContainsFunc(a.Purposes.Value, func(p model.Purpose) bool { return !blank(p) }) {
		r.tell("purposes")
		return
	}
	for i, p := range a.Purposes.Value {
		if blank(p) {
			r.tellCase("blank", entry("purposes", i)+".text")
		}
	}
}

// vaguePurposes finds purposes that could stand for anything.
func vaguePurposes(r *review, a *model.Activity) {
	if !running(a) {
		return
	}
	for i, p := range a.Purposes.Value {
		text := strings.TrimSpace(p.Text)
		at := entry("purposes", i) + ".text"
		if text == "" {
			continue
		}
		if law.IsPhrase("vague_purpose", text) {
			r.tell(at, "Purpose", text)
		} else if words, vague := law.FindPhrase("vague_aim", text); vague {
			r.tellCase("words", at, "Words", words)
		} else if len([]rune(text)) < law.Limit("purpose_characters") {
			r.tell(at, "Purpose", text)
		}
	}
}

// manyPurposes finds activities that mix several purposes. To meet the rights of
// data subjects is one purpose, however many rights are listed.
func manyPurposes(r *review, a *model.Activity) {
	if !running(a) || a.Type == "data_subject_rights" {
		return
	}
	distinct := map[string]bool{}
	for _, p := range a.Purposes.Value {
		if text := strings.ToLower(strings.TrimSpace(p.Text)); text != "" {
			distinct[text] = true
		}
	}
	if len(distinct) > law.Limit("purposes") {
		r.tell("purposes", "Count", len(distinct))
	}
}

// unclosed finds activities of which nothing says whether they are carried on,
// and ended ones that were never closed.
func unclosed(r *review, a *model.Activity) {
	switch {
	case a.Status == "":
		r.tell("status")
	case a.Status == model.Ended:
		if a.ValidUntil.IsZero() {
			r.tellCase("end", "validUntil")
		}
		if !r.disposed(a) {
			r.tellCase("disposal", "retention")
		}
	case running(a) && !a.ValidUntil.IsZero() && a.ValidUntil.Before(r.on):
		r.tellCase("past", "status", "Date", a.ValidUntil)
	}
}

// disposed reports whether something says what happens to the data of an
// activity at the end.
func (r *review) disposed(a *model.Activity) bool {
	if !a.Retention.Given() {
		return !missing(a.Retention)
	}
	return slices.ContainsFunc(a.Retention.Value, func(id model.ID) bool {
		rule, found := model.Find[*model.RetentionRule](r.Register, id)
		return found && rule.Then != ""
	})
}

// coveredBy are types of activities that cover another, usual one.
var coveredBy = map[model.ActivityType][]model.ActivityType{
	"staff":                   {"payroll", "absence"},
	"accounting":              {"invoicing"},
	"booking":                 {"waiting_list", "reminders"},
	"website":                 {"cookies", "contact_form", "web_shop"},
	"newsletter":              {"marketing"},
	"supplier_administration": {"accounting"},
}

// usualActivities finds that a clinic's usual activities are neither recorded
// nor marked as not carried out. What an activity without a type is cannot be
// known: then it stays silent.
func usualActivities(r *review) {
	if len(r.Activities()) == 0 {
		return
	}
	recorded := map[model.ActivityType]bool{}
	for _, a := range r.Activities() {
		if a.Type == "" {
			return
		}
		recorded[a.Type] = true
	}
	var absent []any
	for _, item := range law.Codes("activity_type") {
		usual := model.ActivityType(item.Code)
		if !law.IsPhrase("usual_activity", item.Code) || recorded[usual] {
			continue
		}
		if !slices.ContainsFunc(coveredBy[usual], func(t model.ActivityType) bool { return recorded[t] }) {
			absent = append(absent, Code{"activity_type", item.Code})
		}
	}
	if len(absent) > 0 {
		r.tell("", "Activities", absent)
	}
}

// researchInCare finds research or statistics among the purposes of care.
func researchInCare(r *review, a *model.Activity) {
	if !running(a) {
		return
	}
	care := law.IsPhrase("care_activity", string(a.Type))
	first := -1
	for i, p := range a.Purposes.Value {
		if research(p) {
			if first < 0 {
				first = i
			}
		} else if slices.ContainsFunc(p.Bases.Value, func(b model.Basis) bool { return b.Reference == "9(2)(h)" }) {
			care = true
		}
	}
	if care && first >= 0 {
		r.tell(entry("purposes", first), "Purpose", a.Purposes.Value[first].Text)
	}
}

// research reports whether a purpose is research or statistics.
func research(p model.Purpose) bool {
	if slices.ContainsFunc(p.Bases.Value, func(b model.Basis) bool { return b.Reference == "9(2)(j)" || b.Reference == "89" }) {
		return true
	}
	_, said := law.FindPhrase("research_purpose", p.Text)
	return said
}
