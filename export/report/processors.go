package report

import (
	"fmt"

	"fortegnelse/model"
)

// processors is the part on processors and their agreements.
func (b *builder) processors() Section {
	sec := Section{Level: 1, Number: "3", Title: b.text("report.section.processors"), Own: true,
		Under: Say(b.text("report.section.processors.lead"))}
	for _, p := range model.Within(b.part, b.Register.Processors()) {
		sec.Blocks = append(sec.Blocks, b.processor(p)...)
	}
	if len(sec.Blocks) == 0 {
		sec.Blocks = []Block{Paragraph{Text: b.Answer(model.None)}}
	}
	for _, a := range model.Within(b.part, b.Register.Agreements()) {
		if _, ok := model.Find[*model.Processor](b.Register, a.Processor); !ok {
			sec.Blocks = append(sec.Blocks, b.agreement(a, true)...)
		}
	}
	return sec
}

func (b *builder) processor(p *model.Processor) []Block {
	s := b.sheet(p)
	s.take("number", "party")
	var services []Pair
	for i, service := range p.Services {
		path := fmt.Sprintf("services[%d].", i)
		s.take(path+"text", path+"product", path+"service")
		if coded := b.Code("service", string(service.Service)); !saidIn(b.Service(service), coded) {
			coded := Pair{s.label(path + "service"), Say(coded)}
			services = append(services, coded)
		}
	}
	title, task := b.Register.Title(p), b.Services(p.Services)
	if saidIn(title, task) {
		task = ""
	}
	blocks := []Block{Heading{Level: 1, Number: p.Number, Title: title, Aside: Say(task), Note: s.say("status").in(Aside)}}
	pairs := []Pair{{b.text("report.col.party"), b.orUnanswered(said(b.Phrases, p.Party, b.partyLine))}}
	pairs = append(pairs, Pair{b.text("report.usedby"), b.usedBy(p.ID)})
	pairs = append(pairs, services...)
	agreements := b.agreementsOf(p)
	if len(agreements) == 0 {
		pairs = append(pairs, Pair{b.text("report.col.agreement"), b.Agreements(nil)})
	}
	pairs = append(pairs, Pair{b.text("report.col.supervision"), b.Supervised(p)})
	pairs = append(pairs, b.places(s, p))
	pairs = append(pairs, s.phrase("risk", said(b.Phrases, p.Risk, func(r model.Risk) Text {
		s.take("risk.persons", "risk.special", "risk.confidential", "risk.nature")
		return Say(b.Score(r))
	})))
	if t := b.transferOf(p); t != nil {
		pairs = append(pairs, Pair{b.text("report.col.transfer"), t})
	}
	if !p.SubProcessors.Given() {
		pairs = append(pairs, Pair{s.label("subProcessors"), s.answer("subProcessors")})
	}
	pairs = append(pairs, s.pairs("changeNotice", "assessment", "assessReason", "guarantees", "instructions", "data", "plan")...)
	blocks = append(blocks, Pairs{Columns: 2, Pairs: pairs})
	if len(p.SubProcessors.Value) > 0 {
		blocks = append(blocks, Heading{Level: 2, Title: s.label("subProcessors")}, b.subProcessors(s, p))
	}
	for _, a := range agreements {
		blocks = append(blocks, b.agreement(a, false)...)
	}
	return append(blocks, b.ending(s)...)
}

// agreementsOf returns the agreements with a processor that the report is
// about: not those of another legal entity alone.
func (b *builder) agreementsOf(p *model.Processor) []*model.Agreement {
	return model.Within(b.part, b.Register.AgreementsOf(p.ID))
}

// partyLine names a party with number, address and country.
func (b *builder) partyLine(id model.ID) Text {
	party, ok := model.Find[*model.Party](b.Register, id)
	if !ok {
		return b.orUnanswered(Say(b.Link(id)))
	}
	var number, country string
	if party.Registration.Given() {
		number = b.Registration(party.Registration.Value)
	}
	if party.Country.Given() {
		country = b.Country(party.Country.Value)
	}
	return Say(joinWords(", ", joinWords(" ", party.Number, party.LegalName), number, country))
}

// usedBy lists the activities that use a record.
func (b *builder) usedBy(id model.ID) Text {
	var ids []model.ID
	for _, a := range b.Register.ActivitiesOf(id) {
		if b.part.Holds(a.ID) {
			ids = append(ids, a.ID)
		}
	}
	if len(ids) == 0 {
		return b.Answer(model.None)
	}
	return Say(b.Numbers(ids))
}

func (b *builder) places(s *sheet, p *model.Processor) Pair {
	for i := range p.Places.Value {
		s.take(fmt.Sprintf("places[%d].country", i), fmt.Sprintf("places[%d].site", i))
	}
	return s.phrase("places", said(b.Phrases, p.Places, func(places []model.Place) Text { return Say(b.Places(places)) }))
}

func (b *builder) subProcessors(s *sheet, p *model.Processor) Table {
	s.take("subProcessors")
	t := Table{Small: true, Columns: []Column{
		{b.text("report.col.number"), 7, Left}, {b.text("report.col.under"), 9, Left}, {b.text("report.col.name"), 28, Left},
		{b.text("report.col.service"), 20, Left}, {b.text("report.col.country"), 12, Left}, {b.text("report.col.period"), 24, Left},
	}}
	for i, sub := range p.SubProcessors.Value {
		path := fmt.Sprintf("subProcessors[%d].", i)
		name := s.say(path + "text")
		if sub.Party != "" {
			s.take(path + "party")
			name = join("\n", Say(b.Register.TitleOf(sub.Party)), name.in(Aside))
		}
		var dates []Text
		for _, field := range []string{"since", "until", "noticed", "objectBy"} {
			if t := s.say(path + field); t != nil {
				dates = append(dates, join(" ", Say(s.label(path+field)).in(Aside), t))
			}
		}
		t.Rows = append(t.Rows, []Text{
			s.say(path + "key").in(Muted), s.say(path + "under").in(Muted), name,
			s.say(path + "service"), s.say(path + "country"), join("\n", dates...),
		})
	}
	return t
}

// agreement prints an agreement. Alone, it names its parties in the heading.
func (b *builder) agreement(a *model.Agreement, alone bool) []Block {
	s := b.sheet(a)
	s.take("number", "type", "title")
	kind := b.Code("agreement_kind", string(a.Type))
	title := ownWords(a.Title, ownWords(kind, b.Words.Kind(model.KindAgreement)))
	h := Heading{Level: 2, Number: a.Number, Title: title, Note: s.say("status").in(Aside)}
	if !saidIn(title, kind) {
		h.Aside = Say(lower(kind))
	}
	if alone {
		h.Level = 1
	} else {
		s.take("processor")
	}
	var pairs []Pair
	for _, field := range []string{"state", "signed"} {
		pairs = append(pairs, Pair{s.label(field), s.answer(field)})
	}
	pairs = append(pairs, s.pairs("basedOn", "effective", "ends", "notice", "subAuthorisation", "breachHours", "onEnd",
		"covers", "entities", "parties", "documents", "supersedes")...)
	blocks := []Block{h, Pairs{Columns: 2, Small: !alone, Pairs: pairs}}
	if len(a.Items) > 0 {
		if t := b.allItems(s, a); t != nil {
			blocks = append(blocks, Paragraph{Text: t, Small: true})
		} else {
			blocks = append(blocks, b.agreementItems(s, a))
		}
	}
	return append(blocks, b.ending(s)...)
}

// allItems says in one line what an agreement answers to all items alike,
// such as "ikke oplyst"; nil where the answers differ.
func (b *builder) allItems(s *sheet, a *model.Agreement) Text {
	names := make([]string, 0, len(a.Items))
	for _, item := range a.Items {
		if item.Answer != a.Items[0].Answer || item.Clause != "" || item.Remark != "" {
			return nil
		}
		names = append(names, itemLetter(item.Item)+" "+lower(b.Code("agreement_item", string(item.Item))))
	}
	answer := b.orUnanswered(s.say("items[0].answer"))
	s.takeAll("items")
	return join(": ", Say(b.text("report.col.demands")+" "+joinWords(", ", names...)).in(Muted), answer)
}

func itemLetter(item model.AgreementItem) string {
	if len(item) == 1 {
		return "(" + string(item) + ")"
	}
	return string(item)
}

// agreementItems shows what Art. 28(3) demands and what the agreement holds.
func (b *builder) agreementItems(s *sheet, a *model.Agreement) Table {
	t := Table{Small: true, Columns: []Column{
		{"", 5, Left}, {b.text("report.col.demands"), 47, Left}, {b.text("report.col.clause"), 18, Left}, {b.text("report.col.answer"), 30, Left},
	}}
	for i, item := range a.Items {
		path := fmt.Sprintf("items[%d].", i)
		s.take(path + "item")
		t.Rows = append(t.Rows, []Text{
			{{Text: itemLetter(item.Item), Style: Accent}}, Say(b.Code("agreement_item", string(item.Item))), s.say(path + "clause").in(Muted),
			join("\n", b.orUnanswered(s.say(path+"answer")), s.say(path+"remark").in(Aside)),
		})
	}
	return t
}
