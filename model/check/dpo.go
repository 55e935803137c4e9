package check

import (
	"fortegnelse/model"
	"fortegnelse/model/law"
)

// officer holds the rules on the data protection officer, DPO.
var officer = []Rule{
	{ID: "DPO-01", Severity: Warning, Reference: "37(1)(c), 5(2)", Looks: model.KindLegalEntity,
		look: each(func(r *review, e *model.LegalEntity) {
			if r.specialActivityOf(e.ID) == nil {
				return
			}
			switch dpo := e.DPO.Value; {
			case missing(e.DPO) || e.DPO.Given() && (dpo.Status == "" || dpo.Status == "not_stated"):
				r.tell("dpo")
			case dpo.Status == "not_required" && dpo.Reason == "":
				r.tellCase("reason", "dpo.reason")
			}
		})},
	{ID: "DPO-02", Severity: Warning, Reference: "37(1)(a),(c)", Looks: model.KindLegalEntity, look: each(probablyRequired)},
	{ID: "DPO-03", Severity: Error, Reference: "30(1)(a), 37(7)", Looks: model.KindLegalEntity,
		look: each(func(r *review, e *model.LegalEntity) {
			c := e.DPO.Value.Contact
			if e.DPO.Value.Status == "appointed" && c.Email == "" && c.Phone == "" && c.Address == "" {
				r.tell("dpo.contact")
			}
		})},
	{ID: "DPO-04", Severity: Warning, Reference: "37(7)", Looks: model.KindLegalEntity,
		look: each(func(r *review, e *model.LegalEntity) {
			if e.DPO.Value.Status == "appointed" && e.DPO.Value.Notified.IsZero() {
				r.tell("dpo.notified")
			}
		})},
	{ID: "DPO-05", Asks: true, Severity: Warning, Reference: "38(6)", Looks: model.KindLegalEntity,
		look: each(func(r *review, e *model.LegalEntity) {
			role := e.DPO.Value.Contact.Role
			if _, found := law.FindPhrase("conflicting_role", role); found && e.DPO.Value.Status == "appointed" {
				r.tell("dpo.contact.role", "Role", role)
			}
		})},
}

// probablyRequired finds health data on a large scale, or a public task, without
// an officer. It says once which of the two.
func probablyRequired(r *review, e *model.LegalEntity) {
	if e.DPO.Value.Status == "appointed" {
		return
	}
	most, limit := 0, law.Limit("large_scale_persons")
	for _, a := range r.ActivitiesOf(e.ID) {
		t := r.of(a)
		if !running(a) || len(t.special) == 0 {
			continue
		}
		if t.publicTask || e.PublicTask.Given() {
			r.tellCase("public", "dpo", "Activity", a)
			return
		}
		for _, g := range a.Groups.Value {
			most = max(most, g.Count.Value)
		}
	}
	if most >= limit {
		r.tell("dpo", "Count", most, "Limit", limit)
	}
}
