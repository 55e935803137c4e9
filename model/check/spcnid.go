package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// nationalNumber holds the rules on national identification numbers, NID.
var nationalNumber = []Rule{
	{ID: "NID-01", Severity: Error, Reference: "87", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			if bare := unauthorised(r, a, model.NationalID, "87"); len(bare) > 0 {
				r.tell(bare[0].field)
			}
		})},
	{ID: "NID-02", Severity: Warning, Reference: "DBL § 11(2)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			if r.country() != "dk" {
				return
			}
			r.eachBasis(a, func(b basisAt) {
				if i := unnumbered(b); i >= 0 {
					r.tell(b.field+".laws", "Printed", brief(b.Laws[i].Printed))
				}
			})
		})},
	{ID: "NID-03", Severity: Warning, Reference: "DSL 3 kap. 10 §", Looks: model.KindActivity, look: each(numberOfCustomers)},
	{ID: "NID-04", Severity: Warning, Reference: "DBL § 11(3)", Looks: model.KindActivity, look: each(exposedNumber)},
}

// criminal holds the rule on criminal offences, CRM.
var criminal = []Rule{
	{ID: "CRM-01", Severity: Error, Reference: "10", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			if bare := unauthorised(r, a, model.Criminal, "10"); len(bare) > 0 {
				r.tell(bare[0].field, "Data", names(bare))
			}
		})},
}

// unauthorised returns the data of a class that only national law allows, and that
// no law is named for. Without a purpose, that is what is missing.
func unauthorised(r *review, a *model.Activity, class model.Class, article string) []itemAt {
	if !decides(a) || len(a.Purposes.Value) == 0 {
		return nil
	}
	return r.of(a).uncovered(class, func(b basisAt) bool { return b.founded(article) })
}

// unnumbered returns which law beside a basis is the Danish rule on the number,
// cited without saying which of its cases holds; -1 for none.
func unnumbered(b basisAt) int {
	if !b.in("87") || b.supported("87") {
		return -1
	}
	return slices.IndexFunc(b.Laws, func(l model.LawReference) bool {
		_, found := law.FindPhrase("unnumbered_cpr_rule", l.Printed)
		return found
	})
}

// numberOfCustomers finds Swedish personal numbers of persons who are no
// patients, with no word on why they are clearly justified.
func numberOfCustomers(r *review, a *model.Activity) {
	if !decides(a) || r.country() != "se" {
		return
	}
	t := r.of(a)
	for _, d := range t.items {
		class, _ := classOf(d.DataItem)
		justified := func(b basisAt) bool {
			return b.covers(d) && strings.TrimSpace(b.Remark) != "" && b.founded("87")
		}
		switch d.subjects {
		case "customer", "other_customer", "former_customer", "prospect":
			if class == model.NationalID && !slices.ContainsFunc(t.bases, justified) {
				r.tell(d.field, "Subjects", Code{"subject_category", string(d.subjects)})
				return
			}
		}
	}
}

// exposedNumber finds a national number where others see it: as a user name or a
// link, or in something that is published.
func exposedNumber(r *review, a *model.Activity) {
	if !decides(a) {
		return
	}
	published := slices.Contains([]model.ActivityType{"publication", "patient_stories", "social_media", "website"}, a.Type)
	for _, d := range r.of(a).items {
		if class, _ := classOf(d.DataItem); class != model.NationalID {
			continue
		}
		_, shown := law.FindPhrase("exposed_number", d.Text)
		switch {
		case shown || slices.Contains([]model.DataCategory{"login", "user_id", "account", "customer_number"}, d.Category):
			r.tell(d.field)
		case published:
			r.tellCase("published", d.field)
		}
	}
}
