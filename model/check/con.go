package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// consent holds the rules on consent, CON.
var consent = []Rule{
	{ID: "CON-01", Severity: Error, Reference: "7(3), 13(2)(c)", Looks: model.KindActivity, look: each(withdrawalMissing)},
	{ID: "CON-02", Severity: Warning, Reference: "7(1)", Looks: model.KindActivity,
		look: eachConsent(func(r *review, a *model.Activity, c model.Consent) {
			if missing(c.Proof) {
				r.tell("consent.proof")
			}
		})},
	{ID: "CON-03", Severity: Warning, Reference: "4(11), 7(2), 7(4), ekomloven § 3-15", Looks: model.KindActivity, look: each(bundledConsent)},
	{ID: "CON-04", Severity: Warning, Reference: "9(2)(a)", Looks: model.KindActivity,
		look: eachConsent(func(r *review, a *model.Activity, c model.Consent) {
			lifts := func(b basisAt) bool { return b.in("9(2)(a)") }
			if slices.ContainsFunc(r.of(a).bases, lifts) && !explicit(r.of(a), c) {
				r.tell("consent.form")
			}
		})},
	{ID: "CON-05", Severity: Warning, Reference: "8, 7, DBL § 6(2), personopplysningsloven § 5", Looks: model.KindActivity,
		look: eachConsent(func(r *review, a *model.Activity, c model.Consent) {
			d, found := r.of(a).consentsOfMinor()
			if !found {
				return
			}
			_, back := law.FindPhrase("withdrawing", c.Minors)
			_, given := law.FindPhrase("consenting_for_minor", c.Minors)
			switch subjects := (Code{"subject_category", string(d.subjects)}); {
			case strings.TrimSpace(c.Minors) == "":
				r.tell("consent.minors", "Subjects", subjects)
			case back && !given:
				r.tellCase("withdrawal", "consent.minors", "Subjects", subjects)
			}
		})},
	{ID: "CON-06", Severity: Info, Reference: "7(1)", Looks: model.KindActivity,
		look: eachConsent(func(r *review, a *model.Activity, c model.Consent) {
			if strings.TrimSpace(c.Text) == "" && !r.consentForms[a.ID] {
				r.tell("consent.text")
			}
		})},
	{ID: "CON-07", Severity: Warning, Reference: "32, 5(1)(f)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			if field, words := waiver(r, a); field != "" {
				r.tell(field, "Words", words)
			}
		})},
}

// eachConsent makes the look of a rule at the consent that activities rest on.
// Where nothing at all is said of it, CON-01 tells so.
func eachConsent(look func(r *review, a *model.Activity, c model.Consent)) func(*review) {
	return each(func(r *review, a *model.Activity) {
		if decides(a) && onConsent(r.of(a), a) && a.Consent.Given() {
			look(r, a, a.Consent.Value)
		}
	})
}

// onConsent reports whether an activity, or disclosing its data, rests on
// consent.
func onConsent(t *traits, a *model.Activity) bool {
	return t.usesConsent || slices.ContainsFunc(a.Recipients.Value, func(to model.Recipient) bool {
		return slices.ContainsFunc(to.Basis, func(b model.Basis) bool { return basisAt{Basis: b}.consent() })
	})
}

// withdrawalMissing finds consent that the register does not say how to take
// back, or at an address that nobody can write to.
func withdrawalMissing(r *review, a *model.Activity) {
	if !decides(a) || !onConsent(r.of(a), a) || a.Consent.State == model.NotApplicable {
		return
	}
	way := a.Consent.Value.Withdrawal
	switch {
	case !a.Consent.Given():
		r.tellCase("nothing", "consent")
	case missing(way) || way.State == model.None:
		r.tell("consent.withdrawal")
	case !way.Given() || strings.Contains(way.Value, "@") && usableWithin(way.Value):
	default:
		_, hidden := law.FindPhrase("placeholder_contact", way.Value)
		_, byMail := law.FindPhrase("mail_channel", way.Value)
		if hidden || byMail && !r.hasMailbox(a) {
			r.tellCase("contact", "consent.withdrawal")
		} else if _, shown := law.FindPhrase("withdrawal_way", way.Value); !shown && !r.tellsHowToWithdraw(a) {
			r.tellCase("right", "consent.withdrawal")
		}
	}
}

// tellsHowToWithdraw reports whether a controller of an activity tells persons
// how they withdraw any consent.
func (r *review) tellsHowToWithdraw(a *model.Activity) bool {
	return slices.ContainsFunc(a.Entities, func(id model.ID) bool {
		e, ok := model.Find[*model.LegalEntity](r.Register, id)
		return ok && slices.ContainsFunc(e.Rights, func(p model.RightPractice) bool {
			return p.Right == "withdraw_consent" && p.Channel.Given()
		})
	})
}

// usableWithin reports whether a text names an address that can be written to.
func usableWithin(text string) bool {
	return slices.ContainsFunc(strings.Fields(text), func(word string) bool { return usable(strings.Trim(word, ".,;:()<>»«\"'")) })
}

// hasMailbox reports whether a controller of an activity can be written to by
// e-mail.
func (r *review) hasMailbox(a *model.Activity) bool {
	return slices.ContainsFunc(a.Entities, func(id model.ID) bool {
		e, ok := model.Find[*model.LegalEntity](r.Register, id)
		return ok && usable(e.Email.Value)
	})
}

// bundledConsent finds consent that is taken from something else that a person
// does, or given together with it. That of a channel is CON-07's.
func bundledConsent(r *review, a *model.Activity) {
	c := a.Consent.Value
	if field, _ := waiver(r, a); !decides(a) || !a.Consent.Given() || field != "" {
		return
	}
	switch c.Form {
	case "implied", "submission", "browser", "registration":
		r.tell("consent.form", "Form", Code{"consent_form", string(c.Form)})
		return
	}
	if words, found := law.FindPhrase("bundled_consent", c.Text); found {
		r.tellCase("text", "consent.text", "Words", words)
	}
}

// explicit reports whether consent is given, or described, as explicit. A
// signature is.
func explicit(t *traits, c model.Consent) bool {
	if c.Form == "explicit" || c.Form == "written_signed" {
		return true
	}
	text := c.Text
	for _, b := range t.bases {
		if b.consent() {
			text += " " + b.Printed
		}
	}
	_, says := law.FindPhrase("explicit_consent", text)
	return says
}

// consentsOfMinor returns data of a child or a person under guardianship that
// rest on consent.
func (t *traits) consentsOfMinor() (itemAt, bool) {
	i := slices.IndexFunc(t.items, func(d itemAt) bool {
		return (d.subjects == "child" || d.subjects == "ward") &&
			slices.ContainsFunc(t.bases, func(b basisAt) bool { return b.consent() && b.covers(d) })
	})
	if i < 0 {
		return itemAt{}, false
	}
	return t.items[i], true
}

// waiver returns where a person who writes by an insecure channel is said to
// agree to it, and the words that say so.
func waiver(r *review, a *model.Activity) (field, words string) {
	if !decides(a) {
		return "", ""
	}
	if words, found := law.FindPhrase("channel_waiver", a.Consent.Value.Text); found {
		return "consent.text", words
	}
	for _, b := range r.of(a).bases {
		if words, found := law.FindPhrase("channel_waiver", b.Printed); found {
			return b.field + ".printed", words
		}
	}
	return "", ""
}
