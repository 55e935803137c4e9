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
			if unreachable(e) {
				r.tellCase("contact", "address")
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
	{ID: "ORG-03", Severity: Warning, Reference: "30(1)(a), 4(7)", Looks: model.KindLegalEntity, look: each(severalNames)},
	{ID: "ORG-04", Severity: Warning, Reference: "26(1), 30(1)(a)", look: undividedEntities},
	{ID: "ORG-05", Severity: Warning, Reference: "12(2), 30(1)(a)", Looks: model.KindLegalEntity,
		look: each(func(r *review, e *model.LegalEntity) {
			if missing(e.Email) && !unreachable(e) {
				r.tellCase("missing", "email")
			} else if e.Email.Given() && !usable(e.Email.Value) {
				r.tell("email", "Address", e.Email.Value)
			}
		})},
	{ID: "ORG-06", Severity: Error, Reference: "55, 77", Looks: model.KindLegalEntity,
		look: each(func(r *review, e *model.LegalEntity) {
			if missing(e.Authority) {
				r.tell("authority")
			}
		})},
	{ID: "ORG-07", Severity: Warning, Reference: "13(2)(d)", Looks: model.KindLegalEntity, look: each(outdatedAuthority)},
	{ID: "ORG-08", Severity: Warning, Reference: "27, 30(1)(a)", Looks: model.KindLegalEntity,
		look: each(func(r *review, e *model.LegalEntity) {
			country := e.Address.Value.Country
			if country != "" && !law.IsEEAOn(country, r.on) && !e.Representative.Given() {
				r.tell("representative", "Country", Code{"country", string(country)})
			}
		})},
	{ID: "ORG-09", Severity: Info, Reference: "30(5)", Looks: model.KindLegalEntity,
		look: each(func(r *review, e *model.LegalEntity) {
			if missing(e.Headcount) {
				r.tell("headcount")
			}
		})},
	{ID: "ORG-10", Severity: Info, Reference: "30(5)", Looks: model.KindLegalEntity,
		look: each(func(r *review, e *model.LegalEntity) {
			if a := r.specialActivityOf(e.ID); e.Exempt == model.Yes && a != nil {
				r.tell("exempt", "Activity", a)
			}
		})},
	{ID: "ORG-11", Severity: Warning, Reference: "30(2)", look: actsForOthers},
	{ID: "ORG-12", Severity: Error, Reference: "30(2)(a)–(b)", Looks: model.KindActivity, look: each(controllersActedFor)},
}

// unreachable reports whether nothing says how the controller can be reached.
func unreachable(e *model.LegalEntity) bool {
	return missing(e.Address) && missing(e.Phone) && missing(e.Email)
}

// severalNames finds a controller that goes by several names none of which is
// said to be its legal name.
func severalNames(r *review, e *model.LegalEntity) {
	var others []any
	for _, name := range e.TradeNames {
		if !strings.Contains(strings.ToLower(e.LegalName.Value), strings.ToLower(name)) {
			others = append(others, name)
		}
	}
	if e.LegalName.Given() && len(others) > 0 || len(others) > 1 {
		r.tell("tradeNames", "Names", others)
	}
}

// undividedEntities finds legal entities that are all named as controller of the
// same activities, with no arrangement between them.
func undividedEntities(r *review) {
	if len(r.LegalEntities()) < 2 {
		return
	}
	for _, a := range r.Agreements() {
		if a.Type == "joint_arrangement" && len(a.Entities) > 1 {
			return
		}
	}
	var shared []any
	for _, a := range r.Activities() {
		if running(a) && a.Role != model.AsProcessor && len(a.Entities) > 1 {
			shared = append(shared, a)
		}
	}
	if len(shared) > 0 {
		r.tellOf(shared[0].(model.Record), "entities", "Count", len(shared))
	}
}

// outdatedAuthority finds the address or the name that an authority had once.
func outdatedAuthority(r *review, e *model.LegalEntity) {
	for i, right := range e.Rights {
		for _, text := range []struct{ field, text string }{{".text", right.Text.Value}, {".channel", right.Channel.Value}} {
			if old, found := law.OutdatedAddress(text.text); found {
				r.tell(entry("rights", i)+text.field, "Text", old.Text)
				return
			}
		}
	}
	for i, e := range e.Evidence {
		if old, found := law.OutdatedAddress(e.Quote); found {
			r.tell(entry("evidence", i)+".quote", "Text", old.Text)
			return
		}
	}
}

// specialActivityOf returns an activity of a legal entity with special
// categories of data, or nil.
func (r *review) specialActivityOf(entity model.ID) *model.Activity {
	for _, a := range r.ActivitiesOf(entity) {
		if running(a) && len(r.of(a).special) > 0 {
			return a
		}
	}
	return nil
}

// actsForOthers finds that the organisation works for other controllers, and
// keeps no record of it.
func actsForOthers(r *review) {
	var says *model.Activity
	for _, a := range r.Activities() {
		if a.Role == model.AsProcessor {
			return
		}
		if says == nil && running(a) && (a.Type == "on_behalf" || a.ActingFor.Given() || speaksForOthers(a)) {
			says = a
		}
	}
	if says != nil {
		r.tellOf(says, "role")
	}
}

// speaksForOthers reports whether the purposes or the recipients of an activity
// show that somebody else is its controller.
func speaksForOthers(a *model.Activity) bool {
	for _, p := range a.Purposes.Value {
		if _, found := law.FindPhrase("acts_for_others", p.Text); found {
			return true
		}
	}
	for _, to := range a.Recipients.Value {
		if _, found := law.FindPhrase("acts_for_others", to.Text); found {
			return true
		}
	}
	return false
}

// controllersActedFor finds controllers that cannot be reached, and processing
// without its categories.
func controllersActedFor(r *review, a *model.Activity) {
	if a.Role != model.AsProcessor || !running(a) {
		return
	}
	if missing(a.ActingFor) {
		r.tellCase("nobody", "actingFor")
	}
	for i, c := range a.ActingFor.Value {
		at := entry("actingFor", i)
		party, named := model.Find[*model.Party](r.Register, c.Party)
		switch {
		case !named && c.Category == "":
			r.tellCase("unnamed", at+".party")
		case named && !reachable(party):
			r.tellCase("contact", at+".party", "Party", party)
		}
		if strings.TrimSpace(c.Processing) == "" {
			r.tell(at + ".processing")
		}
	}
}

// reachable reports whether a party can be written to or called.
func reachable(p *model.Party) bool {
	for _, c := range p.Contacts {
		if c.Email != "" || c.Phone != "" || c.Address != "" {
			return true
		}
	}
	return p.Address.Given() || p.Web != ""
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
