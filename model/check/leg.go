package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// legal holds the rules on legal bases, LEG.
var legal = []Rule{
	{ID: "LEG-01", Severity: Error, Reference: "6(1), 5(2)", Looks: model.KindActivity, look: each(withoutBasis)},
	{ID: "LEG-02", Severity: Warning, Reference: "6(1)", Looks: model.KindActivity, look: each(unreadableBasis)},
	{ID: "LEG-03", Severity: Warning, Reference: "6(3)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			r.eachBasis(a, func(b basisAt) {
				if b.in("6(") && b.asks("national_provision", r.country()) && !b.cited() && !law.IsPhrase("duty_of_the_regulation", string(a.Type)) {
					r.tell(b.field+".laws", "Basis", basisCode(b), "Purpose", brief(b.purpose.Text))
				}
			})
		})},
	{ID: "LEG-04", Severity: Warning, Reference: "5(1)(a), 13(1)(c)", Looks: model.KindActivity, look: each(undividedBases)},
	{ID: "LEG-05", Severity: Warning, Reference: "5(1)(a)", Looks: model.KindActivity, look: each(contradictoryBases)},
	{ID: "LEG-06", Severity: Error, Reference: "13(1)(d), 6(1)(f)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			r.eachBasis(a, func(b basisAt) {
				if b.in("6(1)(f)") && strings.TrimSpace(b.purpose.LegitimateInterest) == "" {
					r.tell(b.at+".legitimateInterest", "Purpose", brief(b.purpose.Text))
				}
			})
		})},
	{ID: "LEG-07", Severity: Warning, Reference: "6(1)(f), 5(2)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			r.eachBasis(a, func(b basisAt) {
				if b.in("6(1)(f)") && strings.TrimSpace(b.purpose.BalancingTest) == "" {
					r.tell(b.at+".balancingTest", "Purpose", brief(b.purpose.Text))
				}
			})
		})},
	{ID: "LEG-08", Severity: Warning, Reference: "6(1)", Looks: model.KindActivity, look: each(interestForPublicTask)},
	{ID: "LEG-09", Severity: Warning, Reference: "6(1)(b)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			r.eachBasis(a, func(b basisAt) {
				if !b.in("6(1)(b)") {
					return
				}
				if other, found := law.FindPhrase("contract_of_other", b.Printed+" "+b.Subjects); found {
					r.tell(b.field, "Other", other, "Purpose", brief(b.purpose.Text))
				}
			})
		})},
	{ID: "LEG-10", Severity: Warning, Reference: "7(3)–(4), 6(1)(c)", Looks: model.KindActivity, look: each(consentBesideDuty)},
	{ID: "LEG-11", Severity: Warning, Reference: "7, 88, DBL § 12(3)", Looks: model.KindActivity, look: each(consentOfEmployees)},
	{ID: "LEG-12", Severity: Info, Reference: "5(2)", Looks: model.KindActivity, look: each(basisWithoutReason)},
	{ID: "LEG-13", Severity: Warning, look: outdatedCitations},
	{ID: "LEG-14", Severity: Info, look: uncheckedOrders},
}

// eachBasis goes through the bases of an activity that needs some, those that
// are stated for several purposes in the same words once. Findings on a basis
// give its purpose as a fact, so that an answer is not taken for one to another.
func (r *review) eachBasis(a *model.Activity, look func(b basisAt)) {
	if !decides(a) {
		return
	}
	first := once()
	for _, b := range r.of(a).bases {
		if first(b) {
			look(b)
		}
	}
}

// basisCode is the fact that names a basis.
func basisCode(b basisAt) Code { return Code{"reference", string(b.Reference)} }

// withoutBasis finds purposes without a basis in Article 6. A special national
// rule on employment with its law is one; a reference that nobody can read is
// what LEG-02 tells of.
func withoutBasis(r *review, a *model.Activity) {
	if !decides(a) {
		return
	}
	has, described := map[string]bool{}, map[string]bool{}
	for _, b := range r.of(a).bases {
		has[b.at] = has[b.at] || b.in("6") || b.in("88") && b.cited() || unreadable(b)
		described[b.at] = described[b.at] || b.Reference == ""
	}
	var silent, unclear []string
	purpose := map[string]any{}
	for i, p := range a.Purposes.Value {
		at := entry("purposes", i)
		purpose[at] = brief(p.Text)
		switch {
		case has[at] || p.Bases.State == model.NotApplicable || strings.TrimSpace(p.Text) == "":
		case described[at]:
			unclear = append(unclear, at)
		default:
			silent = append(silent, at)
		}
	}
	switch len(silent) {
	case 0:
	case 1:
		r.tell(silent[0]+".bases", "Purpose", purpose[silent[0]])
	default:
		r.tellCase("several", silent[0]+".bases", "Count", len(silent), "Purpose", purpose[silent[0]])
	}
	if len(unclear) > 0 {
		r.tellCase("described", unclear[0]+".bases", "Purpose", purpose[unclear[0]])
	}
}

// unreadable reports whether a basis is given by a reference that is none, or
// not a whole one. Those to Article 9 are what SPC-02 tells of.
func unreadable(b basisAt) bool {
	if item, known := law.Find("reference", string(b.Reference)); known {
		return item.Incomplete && item.Kind == "6"
	}
	if b.Reference != "" {
		return !b.in("9")
	}
	return mistaken(b.Printed) && !strings.HasPrefix(string(law.ReadReference(b.Printed).Reference), "9")
}

// mistaken reports whether a text refers to a part of the GDPR that is no basis.
func mistaken(printed string) bool {
	switch law.ReadReference(printed).Problem {
	case law.Incomplete, law.NoSuchLetter, law.NoSuchParagraph, law.NoSuchArticle, law.NotABasis:
		return true
	}
	return false
}

func unreadableBasis(r *review, a *model.Activity) {
	r.eachBasis(a, func(b basisAt) {
		switch {
		case !unreadable(b):
		case mistaken(b.Printed):
			r.tell(b.field, "Printed", brief(b.Printed), "Purpose", brief(b.purpose.Text))
		case b.Printed == "" && b.Reference != "6(1)":
			r.tell(b.field, "Printed", string(b.Reference), "Purpose", brief(b.purpose.Text))
		default:
			r.tellCase("letter", b.field, "Purpose", brief(b.purpose.Text))
		}
	})
}

// undividedBases finds purposes with several bases for the same data: joined by
// "and/or", or none of two says what it is for. A legitimate interest beside
// consent or contract is what LEG-05 tells of.
func undividedBases(r *review, a *model.Activity) {
	if !decides(a) {
		return
	}
	first := once()
	r.eachPair(a, func(b, other basisAt) bool {
		if b.Reference == other.Reference || contradict(b, other) || contradict(other, b) {
			return false
		}
		_, joined := law.FindPhrase("and_or", strings.Join([]string{b.Printed, b.Remark, other.Printed, other.Remark}, " "))
		if !joined && (explained(b) || explained(other)) {
			return false
		}
		if first(b) {
			r.tell(b.at+".bases", "One", basisCode(b), "Other", basisCode(other), "Purpose", brief(b.purpose.Text))
		}
		return true
	})
}

// eachPair shows the pairs of bases in Article 6 that hold for the same data,
// purpose by purpose, until one is found to tell of.
func (r *review) eachPair(a *model.Activity, found func(b, other basisAt) bool) {
	done := ""
	bases := r.of(a).bases
	for i, b := range bases {
		for _, other := range bases[i+1:] {
			if other.at != b.at || b.at == done {
				break
			}
			if b.in("6(1)(") && other.in("6(1)(") && b.meets(other) && found(b, other) {
				done = b.at
			}
		}
	}
}

// explained reports whether a basis says what it is for.
func explained(b basisAt) bool {
	return len(b.Data) > 0 || b.Subjects != "" || b.Remark != "" || b.cited()
}

// contradict reports whether a basis is legitimate interest and another is
// consent or contract.
func contradict(b, other basisAt) bool {
	return b.in("6(1)(f)") && (other.in("6(1)(a)") || other.in("6(1)(b)"))
}

func contradictoryBases(r *review, a *model.Activity) {
	if !decides(a) {
		return
	}
	first := once()
	r.eachPair(a, func(b, other basisAt) bool {
		if contradict(other, b) {
			b, other = other, b
		}
		if !contradict(b, other) {
			return false
		}
		if first(b) {
			r.tell(b.field, "Other", basisCode(other), "Purpose", brief(b.purpose.Text))
		}
		return true
	})
}

// interestForPublicTask finds legitimate interest where the same activity is a
// public task, or is the care that the controller has as one.
func interestForPublicTask(r *review, a *model.Activity) {
	t := r.of(a)
	public := t.publicTask
	if slices.ContainsFunc(t.bases, func(b basisAt) bool { return b.in("9(2)(h)") }) {
		public = public || slices.ContainsFunc(a.Entities, func(id model.ID) bool {
			e, ok := model.Find[*model.LegalEntity](r.Register, id)
			return ok && e.PublicTask.Given()
		})
	}
	r.eachBasis(a, func(b basisAt) {
		if public && b.in("6(1)(f)") {
			r.tell(b.field, "Purpose", brief(b.purpose.Text))
		}
	})
}

// consentBesideDuty finds consent to what a law on patient records demands. In
// another purpose, consent must name the data: it may be to something else.
func consentBesideDuty(r *review, a *model.Activity) {
	if !decides(a) {
		return
	}
	bases := r.of(a).bases
	for _, ref := range []string{"6(1)(a)", "9(2)(a)"} {
		for _, consent := range bases {
			if !consent.in(ref) || consent.purpose.Secondary == model.Yes {
				continue
			}
			for _, duty := range bases {
				if duty.consent() || !duty.meets(consent) || duty.at != consent.at && len(consent.Data) == 0 {
					continue
				}
				if i := slices.IndexFunc(duty.laws, demandsRecords); i >= 0 {
					r.tell(consent.field, "Law", duty.laws[i].Citation(law.LanguageOf(r.country())))
					return
				}
			}
		}
	}
}

// demandsRecords reports whether a provision demands that patient records are
// kept.
func demandsRecords(p law.Provision) bool { return law.IsPhrase("record_law", p.Code) }

// consentOfEmployees finds consent as a basis for data of persons who work for
// the clinic.
func consentOfEmployees(r *review, a *model.Activity) {
	r.eachBasis(a, func(b basisAt) {
		if !b.consent() {
			return
		}
		for _, d := range r.of(a).items {
			switch d.subjects {
			case "employee", "former_employee", "temporary_staff", "intern":
				if b.covers(d) {
					r.tell(b.field, "Subjects", Code{"subject_category", string(d.subjects)}, "Data", d.called())
					return
				}
			}
		}
	})
}

// basisWithoutReason finds bases that nothing speaks for: no remark, no law, no
// interest. It tells once of an activity. Of consent, the rules CON ask more.
func basisWithoutReason(r *review, a *model.Activity) {
	var bare []basisAt
	r.eachBasis(a, func(b basisAt) {
		if !b.in("6(1)(") && !b.in("9(2)(") || b.consent() {
			return
		}
		reason := b.Remark != "" || b.Subjects != "" || b.cited() || b.in("6(1)(f)") && b.purpose.LegitimateInterest+b.purpose.BalancingTest != ""
		if !reason {
			bare = append(bare, b)
		}
	})
	if len(bare) > 0 {
		r.tell(bare[0].field+".remark", "Count", len(bare), "Basis", basisCode(bare[0]))
	}
}
