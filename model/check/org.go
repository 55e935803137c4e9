package check

import (
	"net/mail"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// organisation holds the rules on the controller itself, ORG.
var organisation = []Rule{
	{ID: "ORG-01", Severity: Error, Reference: "30(1)(a)", Looks: model.KindLegalEntity,
		look: each(func(r *review, e *model.LegalEntity) {
			if missing(e.LegalName) {
				r.tell("legalName")
			}
			if missing(e.Address) && missing(e.Phone) && missing(e.Email) {
				r.tell("address")
			}
		})},
	{ID: "ORG-02", Severity: Warning, Looks: model.KindLegalEntity,
		look: each(func(r *review, e *model.LegalEntity) {
			if missing(e.Registration) {
				r.tellCase("missing", "registration")
				return
			}
			number := e.Registration.Value
			if _, ok := law.CheckNumber(number.Kind, number.Printed); e.Registration.Given() && !ok {
				r.tell("registration.printed", "Number", number.Printed)
			}
		})},
	{ID: "ORG-05", Severity: Warning, Reference: "12(2), 30(1)(a)", Looks: model.KindLegalEntity,
		look: each(func(r *review, e *model.LegalEntity) {
			if missing(e.Email) {
				r.tellCase("missing", "email")
			} else if e.Email.Given() && !usable(e.Email.Value) {
				r.tell("email", "Address", e.Email.Value)
			}
		})},
}

// missing reports whether a question has no answer, or that the source does
// not say.
func missing[T any](a model.Answer[T]) bool {
	return a.State == model.Unanswered || a.State == model.NotStated
}

// usable reports whether an e-mail address can be written to.
func usable(address string) bool {
	if _, hidden := law.FindPhrase("placeholder_contact", address); hidden {
		return false
	}
	a, err := mail.ParseAddress(strings.TrimSpace(address))
	return err == nil && strings.Contains(a.Address, ".")
}
