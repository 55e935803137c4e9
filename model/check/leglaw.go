package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// citation is a citation of national law in a record, with its place.
type citation struct {
	model.LawReference
	basis  model.Reference // beside which it stands; "" for none
	record model.Record
	field  string
}

// eachCitation goes through the citations that give a record its ground: beside
// legal bases and retention rules. What is printed as a basis is read, too.
func (r *review) eachCitation(look func(c citation)) {
	bases := func(a *model.Activity, list string, bases []model.Basis) {
		for i, b := range bases {
			at := entry(list, i)
			for j, l := range b.Laws {
				look(citation{l, b.Reference, a, entry(at+".laws", j)})
			}
			if b.Printed != "" {
				look(citation{model.LawReference{Printed: b.Printed}, b.Reference, a, at + ".printed"})
			}
		}
	}
	for _, a := range r.Activities() {
		if !running(a) {
			continue
		}
		for i, p := range a.Purposes.Value {
			bases(a, entry("purposes", i)+".bases", p.Bases.Value)
		}
		for i, recipient := range a.Recipients.Value {
			bases(a, entry("recipients", i)+".basis", recipient.Basis)
		}
	}
	for _, rule := range r.RetentionRules() {
		if !running(rule) {
			continue
		}
		for i, l := range rule.Laws.Value {
			look(citation{l, "", rule, entry("laws", i)})
		}
	}
}

// outdatedCitations finds law that does not apply any more, or never did. It
// tells once of each in a record.
func outdatedCitations(r *review) {
	type fact struct {
		record model.Record
		code   string
	}
	told := map[fact]bool{}
	known := map[string][]law.OutdatedLaw{} // by text: registers cite the same law again and again
	outdated := func(text string) []law.OutdatedLaw {
		found, ok := known[text]
		if !ok {
			found = law.OutdatedLaws(r.country(), text)
			known[text] = found
		}
		return found
	}
	r.eachCitation(func(c citation) {
		found := outdated(c.Printed + " " + c.URL)
		tell := func(code, now string) {
			if !told[fact{c.record, code}] {
				told[fact{c.record, code}] = true
				r.tellOf(c.record, c.field, "Printed", brief(c.Printed), "Now", now)
			}
		}
		for _, old := range found {
			if !fits(r, c, old) && !current(r, c, old) {
				tell(old.Code, old.Now)
			}
		}
		if p, ok := law.ProvisionOf(c.Code); len(found) == 0 && ok && !p.Until.IsZero() && p.Until.Before(r.on) {
			if successor, ok := law.ProvisionOf(p.SupersededBy); ok {
				tell(p.Code, successor.Citation(law.LanguageOf(r.country())))
			}
		}
	})
	for _, a := range r.Activities() {
		for i, p := range a.Purposes.Value {
			for _, old := range outdated(p.Text) {
				if running(a) && (old.Kind == "replaced" || old.Kind == "misnamed") && !told[fact{a, old.Code}] {
					told[fact{a, old.Code}] = true
					r.tellOf(a, entry("purposes", i)+".text", "Printed", old.Printed, "Now", old.Now)
				}
			}
		}
	}
}

// fits reports whether an act that is often cited for the wrong matter stands
// beside a basis that it does support.
func fits(r *review, c citation, old law.OutdatedLaw) bool {
	if old.Kind != "wrong_act" {
		return false
	}
	p, found := law.FindProvision(r.country(), c.Printed)
	return found && slices.Contains(p.Supports, c.basis)
}

// current reports whether a citation is the one that the law data give today,
// which may name an old order "as amended".
func current(r *review, c citation, old law.OutdatedLaw) bool {
	p, known := law.ProvisionOf(old.Provision)
	return known && old.Kind == "amended" && strings.Contains(strings.ToLower(c.Printed), strings.ToLower(p.Citation(law.LanguageOf(r.country()))))
}

// uncheckedOrders finds orders cited by their number, which change often, that
// nobody has looked up for long.
func uncheckedOrders(r *review) {
	r.eachCitation(func(c citation) {
		looked := c.Checked
		if looked.IsZero() {
			looked = r.Info().LawData
		}
		if looked.IsZero() || !monthsAfter(looked, law.Limit("order_months")).Before(r.on) {
			return
		}
		if _, numbered := law.FindPhrase("numbered_order", c.Printed+" "+c.URL); numbered {
			r.tellOf(c.record, c.field, "Printed", brief(c.Printed), "On", looked)
		}
	})
}
