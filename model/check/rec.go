package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// recipients holds the rules on recipients, REC.
var recipients = []Rule{
	{ID: "REC-01", Severity: Error, Reference: "30(1)(d)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			if decides(a) && (missing(a.Recipients) || a.Recipients.Given() && len(a.Recipients.Value) == 0) {
				r.tell("recipients")
			}
		})},
	{ID: "REC-02", Severity: Warning, Reference: "30(1)(d), 13(1)(e)", Looks: model.KindActivity, look: each(onlyGeneral)},
	{ID: "REC-03", Severity: Warning, Reference: "30(1)(d)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			for i, to := range a.Recipients.Value {
				if decides(a) && isPurpose(to) {
					r.tell(entry("recipients", i)+".text", "Text", brief(to.Text))
				}
			}
		})},
	{ID: "REC-04", Severity: Warning, Reference: "6, 9", Looks: model.KindActivity, look: each(disclosedWithoutBasis)},
	{ID: "REC-05", Severity: Warning, Reference: "5(1)(a), 13(1)(e)", Looks: model.KindActivity, look: each(neverDisclosed)},
	{ID: "REC-06", Severity: Info, Reference: "4(7)–(10)", Looks: model.KindActivity, look: each(recipientsOfUnclearRole)},
	{ID: "REC-07", Severity: Warning, Reference: "5(1)(d)", look: doubleParties},
	{ID: "REC-08", Asks: true, Severity: Warning, look: withoutStatutoryRecipients},
}

// general reports whether a recipient is a word that says nothing of who it is.
func general(to model.Recipient) bool {
	if to.Party != "" {
		return false
	}
	if to.Category != "" && to.Category != "other" {
		return law.IsPhrase("general_recipient", string(to.Category))
	}
	return law.IsPhrase("general_recipient", to.Text)
}

// isPurpose reports whether a recipient is none, but what the data are used
// for.
func isPurpose(to model.Recipient) bool {
	if to.Party != "" || to.Category != "" && to.Category != "other" {
		return false
	}
	_, purpose := law.FindPhrase("recipient_purpose", to.Text)
	_, body := law.FindPhrase("recipient_body", to.Text)
	return purpose && !body
}

// roleOf returns what a recipient is in law, as the register has it or else as
// its category usually is; "" where that is not decided.
func roleOf(to model.Recipient) model.RecipientKind {
	switch to.Type {
	case "unclear":
		return ""
	case "":
		item, _ := law.Find("recipient_category", string(to.Category))
		return model.RecipientKind(item.Kind)
	}
	return to.Type
}

// recipientName returns the fact that names a recipient.
func (r *review) recipientName(to model.Recipient) any {
	if party, ok := model.Find[*model.Party](r.Register, to.Party); ok {
		return party.LegalName
	}
	if to.Text == "" {
		return Code{"recipient_category", string(to.Category)}
	}
	return brief(to.Text)
}

// onlyGeneral finds recipients none of which is named, not even by category,
// in an activity whose processors have no name either.
func onlyGeneral(r *review, a *model.Activity) {
	list := a.Recipients.Value
	if !decides(a) || len(list) == 0 || slices.ContainsFunc(list, func(to model.Recipient) bool { return !general(to) }) {
		return
	}
	for _, use := range a.Processors.Value {
		if p, ok := model.Find[*model.Processor](r.Register, use.Processor); ok && p.Party.Given() {
			return
		}
	}
	var names []any
	for _, to := range list {
		names = append(names, r.recipientName(to))
	}
	r.tell("recipients[0].category", "Recipients", names)
}

// disclosedWithoutBasis finds disclosure to others who decide for themselves,
// with no basis for it. Where disclosure is what the activity is for, or those
// others are joint controllers, its own bases hold; and consent as the only
// condition is a basis.
func disclosedWithoutBasis(r *review, a *model.Activity) {
	if !decides(a) || law.IsPhrase("disclosure_activity", string(a.Type)) {
		return
	}
	first := ""
	var names []any
	for i, to := range a.Recipients.Value {
		switch roleOf(to) {
		case "controller", "authority":
		default:
			continue
		}
		onConsent := len(to.Conditions) == 1 && to.Conditions[0] == "consent"
		if len(to.Basis) > 0 || onConsent || general(to) || law.IsPhrase("without_own_basis", string(to.Category)) {
			continue
		}
		if first == "" {
			first = entry("recipients", i) + ".basis"
		}
		names = append(names, r.recipientName(to))
	}
	if first != "" {
		r.tell(first, "Recipients", names)
	}
}

// neverDisclosed finds the promise that nobody gets the data, beside those who
// get them.
func neverDisclosed(r *review, a *model.Activity) {
	outside := slices.ContainsFunc(a.Recipients.Value, func(to model.Recipient) bool { return roleOf(to) != "internal" })
	if !decides(a) || !outside && len(a.Processors.Value) == 0 {
		return
	}
	texts := []textAt{
		{"description", a.Description}, {"scope", a.Scope},
		{"information.text", a.Information.Value.Text}, {"consent.text", a.Consent.Value.Text},
	}
	for i, to := range a.Recipients.Value {
		texts = append(texts, textAt{entry("recipients", i) + ".condition", to.Condition})
	}
	for _, t := range texts {
		if words, found := law.FindPhrase("never_disclosed", t.text); found {
			r.tell(t.field, "Words", words)
			return
		}
	}
}

// recipientsOfUnclearRole finds recipients whose role in law nobody has
// decided. Words without a name are what REC-02 tells of, social networks JNT-04.
func recipientsOfUnclearRole(r *review, a *model.Activity) {
	if !decides(a) {
		return
	}
	first := ""
	var names []any
	for i, to := range a.Recipients.Value {
		if to.Type != "" && to.Type != "unclear" || general(to) || isPurpose(to) || to.Category == "social_network" {
			continue
		}
		if first == "" {
			first = entry("recipients", i) + ".type"
		}
		names = append(names, r.recipientName(to))
	}
	if first != "" {
		r.tell(first, "Recipients", names)
	}
}

// withoutStatutoryRecipients finds treatment of patients in a register that
// names nowhere those whom health law lets know of it. Where the recipients are
// not stated at all, REC-01 tells so.
func withoutStatutoryRecipients(r *review) {
	var treatment *model.Activity
	for _, a := range r.Activities() {
		if !decides(a) {
			continue
		}
		for _, to := range a.Recipients.Value {
			if law.IsPhrase("statutory_recipient", string(to.Category)) {
				return
			}
		}
		if treatment == nil && !missing(a.Recipients) && law.IsPhrase("health_activity", string(a.Type)) && len(r.of(a).special) > 0 {
			treatment = a
		}
	}
	if treatment != nil {
		r.tellOf(treatment, "recipients", "Activity", strings.TrimSpace(treatment.Title))
	}
}
