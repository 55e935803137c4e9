package report

import (
	"fmt"
	"strings"

	"fortegnelse/model"
)

// appendices hold each record that the parts before only name, in full.
func (b *builder) appendices(m Meta) []Section {
	rules, measures := b.ruleTable(), b.measureTable()
	systems := b.records(model.Within(b.part, asRecords(b.Register.Systems())), b.systemText)
	parties := b.records(model.Within(b.part, asRecords(b.Register.Parties())), b.partyText)
	supervisions := b.records(model.Within(b.part, asRecords(b.Register.Supervisions())), b.supervisionText)
	documents := b.records(model.Within(b.part, asRecords(b.Register.Documents())), b.documentText)
	parts := []struct {
		key    string
		blocks []Block
	}{
		{"rules", rules}, {"common", b.commonTable()}, {"measures", measures}, {"systems", systems}, {"parties", parties},
		{"supervisions", supervisions}, {"documents", documents}, {"coverage", b.coverageTable()}, {"duty", b.dutyPage()},
		{"findings", b.findingsTable()}, {"answers", b.answerTable()}, {"evidence", b.evidenceTable()}, {"colophon", b.colophon(m)},
	}
	sections := []Section{}
	for _, p := range parts {
		if p.blocks == nil { // nobody looks for it
			continue
		}
		letter := string(rune('A' + len(sections)))
		sections = append(sections, Section{Level: 1, Number: b.text("report.appendix", "Letter", letter),
			Title: b.text("report.appendix." + p.key), Own: len(sections) == 0 || p.key == "duty", Blocks: p.blocks})
	}
	return sections
}

func asRecords[T model.Record](list []T) []model.Record {
	out := make([]model.Record, len(list))
	for i, r := range list {
		out[i] = r
	}
	return out
}

// rowText is what a row of an appendix says of a record: its name, and what
// it is.
type rowText func(s *sheet, rec model.Record) (name, what Text)

// records is a table with one row for each record: number, name, what it is,
// and all the rest in small print.
func (b *builder) records(list []model.Record, say rowText) []Block {
	if len(list) == 0 {
		return []Block{Paragraph{Text: b.Answer(model.None)}}
	}
	t := Table{Small: true, Columns: []Column{
		{b.text("report.col.number"), 7, Left}, {b.text("report.col.name"), 31, Left}, {b.text("report.col.particulars"), 62, Left},
	}}
	for _, rec := range list {
		s := b.sheet(rec)
		s.take("number")
		name, what := say(s, rec)
		source := b.sources(s)
		t.Rows = append(t.Rows, []Text{{{Text: rec.Meta().Number, Style: Muted}}, name, join("\n", what, s.restText(), source)})
	}
	return []Block{t}
}

func (b *builder) ruleTable() []Block {
	return b.records(model.Within(b.part, asRecords(b.Register.RetentionRules())), func(s *sheet, rec model.Record) (Text, Text) {
		r := rec.(*model.RetentionRule)
		s.take("title", "data")
		name := Text{{Text: ownWords(r.Title, b.ruleData(r)), Style: Bold}}
		var data Text
		if r.Title != "" && r.Data != "" && r.Title != r.Data {
			data = Say(r.Data)
		}
		sentence := b.takeRetention(s, r)
		printed := s.say("printed")
		if printed != nil {
			printed = styled(b.text("report.quoted", "Quote", printed.String()), Quoted)
		}
		return join("\n", name, data), join("\n", sentence, printed)
	})
}

// takeRetention takes what the sentence of a rule says, and no more.
func (b *builder) takeRetention(s *sheet, r *model.RetentionRule) Text {
	s.take("criterion", "alignment", "then")
	if r.Period.Given() {
		s.take("period.length", "period.max", "period.unit")
		if b.Words.Has("report.retention." + string(r.Qualifier)) {
			s.take("qualifier")
		}
	}
	if r.Start.Given() {
		s.take("start.text")
		if r.Start.Value.Text == "" {
			s.take("start.event")
		}
	} else if r.Start.State == model.NotStated {
		s.take("start")
	}
	if r.Cycle.Given() {
		s.take("cycle.length", "cycle.max", "cycle.unit")
	}
	if r.Laws.State == model.NotStated {
		s.take("laws")
	}
	for i, l := range r.Laws.Value {
		s.take(fmt.Sprintf("laws[%d].printed", i))
		if l.Printed == "" {
			s.take(fmt.Sprintf("laws[%d].code", i))
		}
	}
	if r.Hold.Given() {
		s.take("hold.text", "hold.until")
		if r.Hold.Value.Text == "" {
			s.take("hold.reasons")
		}
	}
	if r.Then == "" {
		s.take("thenText")
	}
	return b.Retention(r)
}

func (b *builder) measureTable() []Block {
	return b.records(model.Within(b.part, asRecords(b.Register.Measures())), func(s *sheet, rec model.Record) (Text, Text) {
		m := rec.(*model.Measure)
		s.take("title", "item", "type")
		item := b.Code("measure_item", string(m.Item))
		var coded Text
		if m.Title != "" && !saidIn(m.Title, item) {
			coded = Say(item).in(Aside)
		}
		name := Text{{Text: ownWords(m.Title, item), Style: Bold}}
		kind := Say(b.Code("measure_kind", string(m.Type))).in(Muted)
		var scopes []Text
		for i, sc := range m.Scopes {
			path := fmt.Sprintf("scopes[%d].", i)
			s.take(path+"type", path+"record", path+"text")
			if sc.Record != "" && !b.part.Holds(sc.Record) {
				continue
			}
			where := sc.Text
			if sc.Record != "" {
				where = joinWords(", ", b.Link(sc.Record), sc.Text)
			}
			scopes = append(scopes, Say(joinWords(": ", b.Code("scope_kind", string(sc.Type)), where)))
		}
		return join("\n", name, coded), join("\n", s.say("description"), join("; ", append([]Text{kind}, scopes...)...))
	})
}

func (b *builder) systemText(s *sheet, rec model.Record) (Text, Text) {
	name := s.say("title").in(Bold)
	product := s.say("product")
	if product != nil && len(name) > 0 && product.String() == name.String() {
		product = nil
	}
	kind, purpose := s.say("type").in(Aside), s.say("purpose")
	if saidIn(name.String(), kind.String()) || strings.EqualFold(purpose.String(), kind.String()) {
		kind = nil
	}
	return join("\n", name, product, kind), join("\n", purpose, join(": ", Say(b.text("report.usedby")), b.usedBy(rec.Meta().ID)))
}

func (b *builder) partyText(s *sheet, rec model.Record) (Text, Text) {
	p := rec.(*model.Party)
	name := s.say("legalName").in(Bold)
	number := said(b.Phrases, p.Registration, func(r model.Registration) Text {
		return s.registration("registration", r)
	})
	address := s.address("address", p.Address)
	var contacts []Text
	for i, c := range p.Contacts {
		contacts = append(contacts, s.contact(fmt.Sprintf("contacts[%d]", i), c))
	}
	if !p.Registration.Given() {
		number = nil // the rest says which answer it is
	}
	if !p.Address.Given() {
		address = nil
	}
	return join("\n", name, s.say("type").in(Aside)),
		join("\n", join(", ", number, address), join("; ", contacts...))
}

func (b *builder) supervisionText(s *sheet, rec model.Record) (Text, Text) {
	v := rec.(*model.Supervision)
	s.take("processor")
	name := Text{{Text: b.Register.TitleOf(v.Processor), Style: Bold}}
	if v.Processor == "" {
		name = b.Answer(model.Unanswered)
	}
	var dates []Text
	for _, p := range s.pairs("planned", "done") {
		dates = append(dates, join(": ", Say(p.Label), p.Value))
	}
	return join("\n", name, join("; ", dates...).in(Aside)), join("\n", s.say("scope"), s.say("conclusion"))
}

func (b *builder) documentText(s *sheet, _ model.Record) (Text, Text) {
	return s.say("title").in(Bold), join(", ", s.say("type"), s.say("dated"), s.say("version"))
}

// answerTable holds what was decided about findings, nil where there is nothing.
func (b *builder) answerTable() []Block {
	answers := model.Within(b.part, b.Register.FindingAnswers())
	if len(answers) == 0 {
		return nil
	}
	return b.records(asRecords(answers), func(s *sheet, rec model.Record) (Text, Text) {
		about := ""
		if of, named := b.Register.Numbered(rec.(*model.FindingAnswer).About); named {
			about = b.Register.Title(of)
		}
		name := join(" · ", s.say("rule").in(Bold), join(" ", s.say("about"), Say(about)))
		return join("\n", name, s.say("reply").in(Aside)), s.say("reason")
	})
}

// colophon says how the report was made and how to check it.
func (b *builder) colophon(m Meta) []Block {
	info := b.Register.Info()
	pair := func(key string, t Text) Pair { return Pair{b.text("report.colophon." + key), t} }
	pairs := []Pair{
		pair("register", Say(info.Name)),
		pair("generated", Say(joinWords(", ", b.Date(model.DateOf(m.GeneratedAt)), b.Words.Clock(m.GeneratedAt)))),
		pair("program", Say(joinWords(" ", "Fortegnelse", m.Version))),
		pair("lawdata", Say(b.Date(m.LawData))),
		pair("checksum", Say(m.Checksum)),
		pair("verify", Say(b.text("report.colophon.verifying"))),
		pair("wording", b.wordingSource()),
	}
	return []Block{Pairs{Columns: 1, Small: true, Pairs: pairs}}
}
