package report

import (
	"slices"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

func (b *builder) cover(m Meta) Cover {
	day := model.DateOf(m.AsOf)
	c := Cover{Subtitle: b.text("report.subtitle"), Date: b.Date(day), Promise: b.text("report.promise")}
	for _, letter := range letters {
		c.Letters = append(c.Letters, Letter{letter, b.text("report.letter." + letter)})
	}
	add := func(key string, t Text) { c.Rows = append(c.Rows, Pair{b.text("report.cover." + key), t}) }
	for _, e := range b.own {
		add("controller", b.controller(e))
	}
	add("joint", b.joint())
	for _, e := range b.own {
		add("dpo", b.named(e, len(b.own), b.dpo(e)))
		add("representative", b.named(e, len(b.own), said(b.Phrases, e.Representative, func(c model.Contact) Text { return Say(b.Contact(c)) })))
	}
	add("authority", b.authorities())
	add("extent", Say(b.extent()))
	add("asof", Say(AsOf(b.Words, m.AsOf)))
	add("edition", Say(b.text("report.cover.editionOf", "Edition", b.edition(m.Edition),
		"Language", b.text("language."+b.options.Language), "LawData", b.Date(m.LawData))))
	add("checksum", Say(b.text("report.cover.sum", "Checksum", ShortSum(m.Checksum))))
	if info := b.Register.Info(); info.Example {
		add("example", Say(joinWords(" ", b.text("report.example"), info.Source)))
	}
	return c
}

// controller writes an entity with number, address and how to reach it, on
// three lines. What is not stated is named: "adresse: ikke oplyst".
func (b *builder) controller(e *model.LegalEntity) Text {
	if t, ok := b.controllers[e.ID]; ok {
		return t
	}
	name := Text{{Text: b.Register.Title(e), Style: Bold}}
	if e.LegalName.State == model.NotStated && len(e.TradeNames) == 0 {
		name = b.Answer(model.NotStated)
	}
	line := join(", ", name, detail(b, "registration", e.Registration, func(r model.Registration) Text { return Say(b.Registration(r)) }))
	address := detail(b, "address", e.Address, func(a model.Address) Text { return Say(b.Address(a)) })
	phone := detail(b, "phone", e.Phone, func(n string) Text { return Say(b.Phone(n)) })
	reach := join(", ", phone, detail(b, "email", e.Email, Say))
	t := join("\n", line, address, reach)
	b.controllers[e.ID] = t
	return t
}

// detail says an answer about an entity, with the name of the question where
// the answer alone would not tell what it is about.
func detail[T any](b *builder, path string, a model.Answer[T], say func(T) Text) Text {
	t := said(b.Phrases, a, say)
	if t == nil || a.Given() {
		return t
	}
	return join(": ", Say(lower(b.labelOf(model.KindLegalEntity, path))), t)
}

// named puts the entity's name before t where it is one of several.
func (b *builder) named(e *model.LegalEntity, among int, t Text) Text {
	if t == nil {
		t = b.Answer(model.Unanswered)
	}
	if among < 2 {
		return t
	}
	return join(": ", Say(b.Register.Title(e)), t)
}

// dpo says whether a data protection officer is appointed, and how to reach
// the office.
func (b *builder) dpo(e *model.LegalEntity) Text {
	return said(b.Phrases, e.DPO, func(d model.DPO) Text {
		if d.Status == "not_stated" {
			return b.Answer(model.NotStated)
		}
		return join(", ", Say(b.Code("dpo_status", string(d.Status))), Say(b.Contact(d.Contact)))
	})
}

// joint says with whom the activities have joint controllers.
func (b *builder) joint() Text {
	var names []string
	states := map[model.State]bool{}
	for _, a := range b.listed {
		states[a.JointWith.State] = true
		for _, j := range a.JointWith.Value {
			if name := b.Register.TitleOf(j.Party); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if len(names) > 0 {
		return Say(joinWords(", ", names...))
	}
	for _, s := range []model.State{model.NotStated, model.None, model.NotApplicable} {
		if states[s] {
			return b.Answer(s)
		}
	}
	return b.Answer(model.Unanswered)
}

// authorities writes the supervisory authorities with their addresses from
// the law data.
func (b *builder) authorities() Text {
	var out []Text
	for _, e := range b.own {
		t := said(b.Phrases, e.Authority, func(code model.Authority) Text { return Say(b.Authority(code)) })
		if t != nil && !slices.ContainsFunc(out, func(o Text) bool { return o.String() == t.String() }) {
			out = append(out, t)
		}
	}
	if out == nil {
		return b.Answer(model.Unanswered)
	}
	return join("\n", out...)
}

// Authority writes a supervisory authority with its address from the law
// data.
func (p Phrases) Authority(code model.Authority) string {
	name := p.Code("authority", string(code))
	a, ok := law.AuthorityOf(code)
	if !ok {
		return name
	}
	return joinWords(", ", name, a.Street, joinWords(" ", a.Postcode, a.City), p.Phone(a.Phone), a.Email)
}

// extent counts what the report holds.
func (b *builder) extent() string {
	return joinWords(", ",
		b.Words.Count("report.count.activities", len(b.listed)),
		b.Words.Count("report.count.processors", len(model.Within(b.part, b.Register.Processors()))),
		b.Words.Count("report.count.transfers", len(model.Within(b.part, b.Register.Transfers()))))
}
