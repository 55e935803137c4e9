package report

import (
	"fmt"

	"fortegnelse/model"
)

// entities is the part on the controllers, one section each.
func (b *builder) entities() []Section {
	sections := []Section{{Level: 1, Number: "1", Title: b.text("report.section.controllers"), Own: true}}
	for i, e := range b.own {
		part := b.entity(e)
		if i == 0 { // the first stands on the page of the chapter
			part.Own = false
		}
		sections = append(sections, part)
	}
	if len(b.own) == 0 {
		sections[0].Blocks = []Block{Paragraph{Text: b.Answer(model.Unanswered)}}
	}
	return sections
}

func (b *builder) entity(e *model.LegalEntity) Section {
	s := b.sheet(e)
	s.take("number")
	sec := Section{Level: 2, Number: e.Number, Title: b.Register.Title(e), Under: s.say("status")}
	pairs := []Pair{{s.label("legalName"), s.answer("legalName")}}
	pairs = append(pairs, s.pairs("tradeNames")...)
	pairs = append(pairs, s.phrase("registration", said(b.Phrases, e.Registration, func(r model.Registration) Text {
		return s.registration("registration", r)
	})))
	pairs = append(pairs, s.phrase("address", s.address("address", e.Address)))
	for _, field := range []string{"phone", "email", "web", "contactRole"} {
		pairs = append(pairs, Pair{s.label(field), s.answer(field)})
	}
	for i, c := range e.Contacts {
		path := fmt.Sprintf("contacts[%d]", i)
		pairs = append(pairs, Pair{s.numbered(path), s.contact(path, c)})
	}
	pairs = append(pairs, s.phrase("dpo", b.dpo(e)), s.phrase("representative",
		said(b.Phrases, e.Representative, func(c model.Contact) Text { return s.contact("representative", c) })))
	if e.DPO.Given() {
		s.take("dpo.status", "dpo.contact.role", "dpo.contact.email", "dpo.contact.phone", "dpo.contact.address")
	}
	pairs = append(pairs, s.phrase("authority",
		said(b.Phrases, e.Authority, func(code model.Authority) Text { return Say(b.Authority(code)) })))
	pairs = append(pairs, s.pairs("publicTask", "headcount")...)
	sec.Blocks = append(sec.Blocks, Pairs{Columns: 2, Pairs: pairs})

	if len(e.Rights) > 0 {
		sec.Blocks = append(sec.Blocks, Heading{Level: 2, Title: s.label("rights")})
		sec.Blocks = append(sec.Blocks, b.rights(s, e)...)
	}
	sec.Blocks = append(sec.Blocks, Heading{Level: 2, Title: s.label("breachRoutine")},
		Paragraph{Text: s.answer("breachRoutine")})
	sec.Blocks = append(sec.Blocks, b.ending(s)...)
	return sec
}

// phrase takes an answer for which a phrase stands.
func (s *sheet) phrase(path string, t Text) Pair {
	s.take(path)
	if t == nil {
		t = s.Answer(model.Unanswered)
	}
	return Pair{s.label(path), t}
}

// address takes a postal address.
func (s *sheet) address(path string, a model.Answer[model.Address]) Text {
	return said(s.Phrases, a, func(a model.Address) Text {
		s.take(path+".street", path+".postcode", path+".city", path+".country")
		country := ""
		if a.Country == s.Register.Info().Country {
			country = s.Country(a.Country)
		}
		return Say(joinWords(", ", s.Phrases.Address(a), country))
	})
}

// registration takes a company number, as printed and in digits.
func (s *sheet) registration(path string, r model.Registration) Text {
	s.take(path+".printed", path+".normalised")
	if !namesItself(r.Printed) || saidIn(r.Printed, s.Code("number_kind", string(r.Kind))) {
		s.take(path + ".kind")
	}
	t := Say(s.Registration(r))
	if r.Printed != "" && r.Normalised != "" && r.Printed != r.Normalised {
		t = join(" ", t, Say("("+r.Normalised+")").in(Aside))
	}
	return t
}

// contact takes a contact, its purpose first.
func (s *sheet) contact(path string, c model.Contact) Text {
	s.take(path+".purpose", path+".role", path+".email", path+".phone", path+".address")
	return join(": ", Say(s.Code("contact_purpose", string(c.Purpose))), Say(s.Contact(c)))
}

// rights tells how each right is met. What holds for most of them, the way
// to ask, the time and the fee, stands once before the table.
func (b *builder) rights(s *sheet, e *model.LegalEntity) []Block {
	t := Table{Small: true, Columns: []Column{{b.text("report.col.right"), 22, Left}, {b.text("report.col.practice"), 78, Left}}}
	asides := make([]Text, len(e.Rights))
	count := map[string]int{}
	usual := ""
	for i := range e.Rights {
		path := fmt.Sprintf("rights[%d].", i)
		var parts []Text
		for _, p := range s.pairs(path+"channel", path+"within", path+"fee") {
			parts = append(parts, join(": ", Say(p.Label), p.Value))
		}
		asides[i] = join("; ", parts...)
		text := asides[i].String()
		if count[text]++; count[text] > 2 && count[text] > count[usual] && len(text) > longText/2 {
			usual = text
		}
	}
	var blocks []Block
	for i := range e.Rights {
		path := fmt.Sprintf("rights[%d].", i)
		if usual != "" && asides[i].String() == usual {
			if blocks == nil {
				blocks = append(blocks, Paragraph{Text: Say(b.text("report.rights.usual", "Handling", usual)), Small: true})
			}
			asides[i] = nil
		}
		t.Rows = append(t.Rows, []Text{
			s.say(path + "right").in(Bold), join("\n", s.say(path+"text"), asides[i].in(Aside)),
		})
	}
	return append(blocks, t)
}

// ending closes a record: all that has not been said, and where it comes
// from.
func (b *builder) ending(s *sheet) []Block {
	var blocks []Block
	source := b.sources(s)
	if rest := s.rest(); len(rest) > 0 {
		blocks = append(blocks, Heading{Level: 2, Title: b.text("report.rest")}, Pairs{Columns: 2, Small: true, Pairs: rest})
	}
	if source != nil {
		blocks = append(blocks, Paragraph{Text: source, Small: true})
	}
	return blocks
}
