package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// contradictions finds texts that say two things, and texts that speak to
// others than the persons whom they cover.
func contradictions(r *review) {
	for _, a := range r.Activities() {
		if !informs(a) {
			continue
		}
		r.wrongGroup(a)
		if words, found := law.FindPhrase("only_consent", a.Consent.Value.Text); found && r.demanded(a) {
			r.tellOfCase(a, "consent", "consent.text", "Words", words)
		}
		for i, e := range a.Evidence {
			if e.Remark == "" || hasOwnRule(e.Field) {
				continue
			}
			if _, noted := law.FindPhrase("contradiction", e.Remark); noted {
				r.tellOf(a, entry("evidence", i), "Quote", e.Quote)
			}
		}
	}
	for _, d := range r.Documents() {
		if running(d) && notice(d) {
			r.wrongName(d)
		}
	}
}

// wrongGroup finds texts that speak to patients in an activity that has no data
// on patients.
func (r *review) wrongGroup(a *model.Activity) {
	if len(a.Groups.Value) == 0 || r.hasPatients(a) {
		return
	}
	for _, text := range []struct{ field, text string }{
		{"information.text", a.Information.Value.Text},
		{"information.indirect", a.Information.Value.Indirect},
		{"obligation.consequence", a.Obligation.Value.Consequence},
		{"consent.text", a.Consent.Value.Text},
	} {
		if words, found := law.FindPhrase("speaks_to_patients", text.text); found {
			r.tellOfCase(a, "group", text.field, "Words", words, "Subjects", Code{"subject_category", string(a.Groups.Value[0].Subjects)})
		}
	}
}

// wrongName finds a notice to patients that calls itself one for the staff.
func (r *review) wrongName(d *model.Document) {
	if !slices.ContainsFunc(r.ActivitiesOf(d.ID), func(a *model.Activity) bool { return running(a) && r.hasPatients(a) }) {
		return
	}
	if words, found := law.FindPhrase("staff_notice", d.Title); found {
		r.tellOfCase(d, "staff", "title", "Words", words)
		return
	}
	for i, e := range d.Evidence {
		if words, found := law.FindPhrase("staff_notice", e.Quote); found {
			r.tellOfCase(d, "staff", entry("evidence", i)+".quote", "Words", words)
			return
		}
	}
}

// hasOwnRule reports whether contradictions in a field are another rule's.
func hasOwnRule(field string) bool {
	return slices.ContainsFunc([]string{"retention", "recipients", "processors", "transfers", "purposes"}, func(part string) bool {
		return strings.HasPrefix(field, part)
	})
}

// hasPatients reports whether patients, of whatever kind, are among the persons
// of an activity.
func (r *review) hasPatients(a *model.Activity) bool {
	for subjects := range r.of(a).subjects {
		if law.IsPhrase("patient_subject", string(subjects)) {
			return true
		}
	}
	return false
}
