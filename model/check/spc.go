package check

import (
	"slices"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// special holds the rules on special categories of data, SPC.
var special = []Rule{
	{ID: "SPC-01", Severity: Error, Reference: "9(1), 9(2)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			if !decides(a) || len(a.Purposes.Value) == 0 {
				return // without a purpose, that is what is missing
			}
			if bare := r.of(a).uncovered(model.Special, basisAt.special); len(bare) > 0 {
				r.tell(bare[0].field, "Data", names(bare))
			}
		})},
	{ID: "SPC-02", Severity: Error, Reference: "9(2)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			r.eachBasis(a, func(b basisAt) {
				if lettersMissing(b) {
					r.tell(b.field+".reference", "Purpose", brief(b.purpose.Text))
				}
			})
		})},
	{ID: "SPC-03", Severity: Warning, Reference: "9(2), 9(3)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			r.eachBasis(a, func(b basisAt) {
				if b.in("9(2)") && b.asks("national_provision", r.country()) && !r.of(a).nationalRule(b) {
					r.tell(b.field+".laws", "Basis", basisCode(b), "Purpose", brief(b.purpose.Text))
				}
			})
		})},
	{ID: "SPC-04", Severity: Warning, Reference: "9(3)", Looks: model.KindActivity, look: each(secrecyMissing)},
	{ID: "SPC-05", Severity: Warning, Reference: "9(2)(h)", Looks: model.KindActivity, look: each(recordsOnConsent)},
	{ID: "SPC-06", Severity: Warning, Reference: "5(1)(c), 9", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			if !decides(a) {
				return
			}
			var loose []itemAt
			for _, d := range r.of(a).items {
				if _, kind := classOf(d.DataItem); kind == "" || kind == "health" {
					continue
				}
				if _, vague := law.FindPhrase("if_relevant", d.Condition); vague {
					loose = append(loose, d)
				}
			}
			if len(loose) > 0 {
				r.tell(loose[0].field+".condition", "Data", names(loose))
			}
		})},
	{ID: "SPC-07", Severity: Warning, Reference: "9(1), 87", Looks: model.KindActivity, look: each(misclassified)},
	{ID: "SPC-08", Asks: true, Severity: Warning, Reference: "4(15), 9", Looks: model.KindActivity, look: each(photosOfPatients)},
}

// lettersMissing reports whether a basis names Article 9(2) and not which
// letter of it.
func lettersMissing(b basisAt) bool {
	if item, known := law.Find("reference", string(b.Reference)); known {
		return item.Incomplete && item.Kind == "9"
	}
	if b.Reference != "" {
		return b.in("9")
	}
	return mistaken(b.Printed) && basisAt{Basis: model.Basis{Reference: law.ReadReference(b.Printed).Reference}}.in("9")
}

// nationalRule reports whether a law stands beside a basis, or beside another
// one of the same purpose and fits it, too.
func (t *traits) nationalRule(b basisAt) bool {
	return b.cited() || slices.ContainsFunc(t.bases, func(other basisAt) bool {
		return other.at == b.at && other.supported(string(b.Reference))
	})
}

// secrecyMissing finds care without a word on the secrecy that it is under: in
// a law beside its basis, in a remark, or as a measure. Where there is no law at
// all, SPC-03 tells so.
func secrecyMissing(r *review, a *model.Activity) {
	t := r.of(a)
	r.eachBasis(a, func(b basisAt) {
		if b.asks("professional_secrecy", r.country()) && t.nationalRule(b) && !r.saysSecrecy(a) {
			r.tell(b.field)
		}
	})
}

// saysSecrecy reports whether an activity is said to be under secrecy.
func (r *review) saysSecrecy(a *model.Activity) bool {
	for _, id := range a.Measures.Value {
		if m, ok := model.Find[*model.Measure](r.Register, id); ok && m.Item == "confidentiality_duty" {
			return true
		}
	}
	return slices.ContainsFunc(r.of(a).bases, func(b basisAt) bool {
		text := b.Printed + " " + b.Remark
		for _, l := range b.Laws {
			text += " " + l.Printed
		}
		_, says := law.FindPhrase("secrecy", text)
		return says || slices.ContainsFunc(b.laws, func(p law.Provision) bool { return law.IsPhrase("secrecy_law", p.Code) })
	})
}

// recordsOnConsent finds patient records that are kept on consent.
func recordsOnConsent(r *review, a *model.Activity) {
	r.eachBasis(a, func(b basisAt) {
		if !b.in("9(2)(a)") {
			return
		}
		var kept []itemAt
		for _, d := range r.of(a).items {
			_, kind := classOf(d.DataItem)
			record := d.Category == "patient_record" || a.Type == "patient_record" && kind == "health"
			if record && b.covers(d) {
				kept = append(kept, d)
			}
		}
		if len(kept) > 0 {
			r.tell(b.field, "Data", names(kept))
		}
	})
}

// misclassified finds data that a text labels otherwise than the law does, or
// that are classed below what they are. To class data higher is no mistake.
func misclassified(r *review, a *model.Activity) {
	if !decides(a) {
		return
	}
	type fact struct {
		data  any
		label string
	}
	told := map[fact]bool{}
	for _, d := range r.of(a).items {
		class, _ := classOf(d.DataItem)
		proposal, _ := law.Find("data_category", string(d.Category))
		_, ordinary := law.FindPhrase("label_ordinary", d.PrintedClass)
		_, sensitive := law.FindPhrase("label_special", d.PrintedClass)
		this := fact{d.called(), d.PrintedClass}
		switch {
		case told[this]:
		case ordinary && class == model.Special, !ordinary && sensitive && class != model.Special:
			told[this] = true
			r.tell(d.field+".printedClass", "Data", this.data, "Label", this.label, "Class", Code{"class", string(class)})
		case proposal.Class == model.Special && class != model.Special, proposal.Class == model.NationalID && class != model.NationalID:
			told[this] = true
			r.tellCase("class", d.field+".class", "Data", this.data, "Class", Code{"class", string(class)},
				"Proposal", Code{"class", string(proposal.Class)})
		}
	}
}

// photosOfPatients finds photos of patients of which nobody says whether they
// are health data: classed as ordinary, as all photos are at first, with no word
// on it and no exception that would hold for them.
func photosOfPatients(r *review, a *model.Activity) {
	if !decides(a) {
		return
	}
	t := r.of(a)
	for _, d := range t.items {
		class, _ := classOf(d.DataItem)
		picture := d.Category == "photo" || d.Category == "video"
		lifted := slices.ContainsFunc(t.bases, func(b basisAt) bool { return b.special() && b.covers(d) })
		if picture && class == model.Ordinary && d.PrintedClass == "" && !lifted && ofPatients(a, d.subjects) {
			r.tell(d.field+".class", "Data", d.called())
			return
		}
	}
}

// ofPatients reports whether an activity deals with persons as patients.
func ofPatients(a *model.Activity, subjects model.SubjectCategory) bool {
	switch subjects {
	case "patient", "private_patient", "public_patient", "insurance_patient", "foreign_patient", "former_patient",
		"inpatient", "outpatient", "client":
		return true
	}
	return a.Type == "patient_stories" || a.Type == "before_after_photos"
}
