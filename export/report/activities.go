package report

import (
	"fmt"
	"slices"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// activities is the part on the processing activities: a list of them, then
// one section each.
func (b *builder) activities() []Section {
	list := Table{Columns: []Column{
		{b.text("report.col.number"), 8, Left}, {b.text("report.col.activity"), 37, Left},
		{b.text("report.col.role"), 21, Left}, {b.text("report.col.subjects"), 34, Left},
	}}
	chapter := Section{Level: 1, Number: "2", Title: b.text("report.section.activities"), Own: true}
	sections := []Section{chapter}
	for _, a := range b.listed {
		groups := said(b.Phrases, a.Groups, func(groups []model.Group) Text {
			var names []string
			for _, g := range groups {
				if name := b.Subjects(g); !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
			return Say(joinWords(", ", names...))
		})
		list.Rows = append(list.Rows, []Text{
			{{Text: a.Number, Style: Muted}}, {{Text: b.Register.Title(a), Style: Bold}}, Say(b.Code("role", string(a.Role))), groups,
		})
		sections = append(sections, b.activity(a))
	}
	sections[0].Blocks = []Block{list}
	if len(list.Rows) == 0 {
		sections[0].Blocks = []Block{Paragraph{Text: b.Answer(model.None)}}
	}
	return sections
}

// activity is the section on one activity, lettered as Art. 30(1). Where we
// are processor, the letters and words are those of Art. 30(2), which has
// four; what it does not ask for stands below without a letter.
func (b *builder) activity(a *model.Activity) Section {
	s := b.sheet(a)
	s.take("number", "title")
	sec := Section{Level: 2, Number: a.Number, Title: b.Register.Title(a), Own: true, Under: b.underTitle(s, a)}
	article := "30(1)"
	if a.Role == model.AsProcessor {
		article = "30(2)"
	}
	letter := func(of string, blocks ...Block) {
		l := Lettered{Blocks: blocks}
		if of != "" {
			l.Letter = "(" + of + ")"
			l.Wording = law.Wording(article, of, b.options.Language).Text
		}
		sec.Blocks = append(sec.Blocks, l)
	}
	rules := rulesOf(a)
	who, purposes := b.who(s, a), b.purposes(s, a)
	groups, recipients := b.groups(s, a), b.recipients(s, a)
	transfers, retention, measures := b.transfersOf(s, a), b.retentionOf(s, a, rules), b.measuresOf(s, a)
	if a.Role == model.AsProcessor {
		letter("a", who...)
		letter("b", purposes...)
		letter("c", transfers...)
		letter("d", measures...)
		letter("", slices.Concat(
			[]Block{Heading{Level: 2, Title: b.text("report.letter.c")}}, groups,
			[]Block{Heading{Level: 2, Title: b.text("report.letter.d")}}, recipients,
			[]Block{Heading{Level: 2, Title: b.text("report.letter.f")}}, retention)...)
	} else {
		letter("a", who...)
		letter("b", purposes...)
		letter("c", groups...)
		letter("d", recipients...)
		letter("e", transfers...)
		letter("f", retention...)
		letter("g", measures...)
	}
	sec.Blocks = append(sec.Blocks, b.beside(s)...)
	if box := b.notStated(s, a); len(box.Items) > 0 {
		sec.Blocks = append(sec.Blocks, box)
	}
	sec.Blocks = append(sec.Blocks, b.ending(s)...)
	return sec
}

// underTitle is the grey line: role, kind, status, from when until when.
func (b *builder) underTitle(s *sheet, a *model.Activity) Text {
	var valid Text
	if !a.ValidFrom.IsZero() {
		s.take("validFrom")
		valid = Say(b.text("report.from", "Date", b.Date(a.ValidFrom)))
	}
	if !a.ValidUntil.IsZero() {
		s.take("validUntil")
		valid = join(" ", valid, Say(b.text("report.until", "Date", b.Date(a.ValidUntil))))
	}
	role := s.say("role")
	if role == nil {
		role = join(": ", Say(s.label("role")), b.Answer(model.Unanswered))
	}
	return join("  ·  ", role, s.say("type"), s.say("status"), valid)
}

// who is letter (a): the controllers, with whom, for whom.
func (b *builder) who(s *sheet, a *model.Activity) []Block {
	var names []Text
	var own []*model.LegalEntity
	var others []string
	for _, id := range a.Entities {
		e, ok := model.Find[*model.LegalEntity](b.Register, id)
		switch {
		case !ok:
			names = append(names, Say(b.Link(id)))
		case b.part.Holds(id):
			own = append(own, e)
			names = append(names, oneLine(b.controller(e)))
		default: // the report is on another of our entities
			others = append(others, b.Register.Title(e))
		}
	}
	s.take("entities")
	label := b.Code("role", string(model.AsController))
	if a.Role != "" {
		label = b.Code("role", string(a.Role))
	}
	whole := join("; ", names...)
	if whole == nil {
		whole = b.Answer(model.Unanswered)
	}
	if len(others) > 0 {
		whole = join(", ", whole, Say(b.text("report.with", "Names", joinWords(", ", others...))))
	}
	var pairs []Pair
	if !a.JointWith.Given() {
		pairs = append(pairs, Pair{s.label("jointWith"), s.answer("jointWith")})
	}
	pairs = append(pairs, entries(s, "jointWith", len(a.JointWith.Value))...)
	if a.ActingFor.Given() || a.Role == model.AsProcessor {
		pairs = append(pairs, entries(s, "actingFor", len(a.ActingFor.Value))...)
	}
	if a.Role == model.AsProcessor && !a.ActingFor.Given() {
		pairs = append(pairs, Pair{s.label("actingFor"), s.answer("actingFor")})
	} else if !a.ActingFor.Given() {
		pairs = append(pairs, s.pairs("actingFor")...)
	}
	for _, e := range own {
		pairs = append(pairs,
			Pair{b.labelOf(model.KindLegalEntity, "dpo"), b.named(e, len(own), b.dpo(e))},
			Pair{b.labelOf(model.KindLegalEntity, "representative"),
				b.named(e, len(own), said(b.Phrases, e.Representative, func(c model.Contact) Text { return Say(b.Contact(c)) }))})
	}
	pairs = append(pairs, s.pairs("responsibleRole", "department", "scope")...)
	blocks := []Block{Paragraph{Text: join(": ", Say(label).in(Muted), whole)}, Paragraph{Text: runIn(pairs), Small: true}}
	if t := s.say("description"); t != nil {
		blocks = append(blocks, Paragraph{Text: t})
	}
	return blocks
}

// runIn sets pairs one behind the other.
func runIn(pairs []Pair) Text {
	var all []Text
	for _, p := range pairs {
		all = append(all, join(": ", Say(p.Label).in(Muted), p.Value))
	}
	return join("  ·  ", all...)
}

// oneLine puts the lines of t behind each other.
func oneLine(t Text) Text {
	out := make(Text, len(t))
	for i, r := range t {
		if r.Text == "\n" {
			r.Text = ", "
		}
		out[i] = r
	}
	return out
}

// entries takes a list of groups, one pair each.
func entries(s *sheet, path string, n int) []Pair {
	var out []Pair
	for i := range n {
		at := fmt.Sprintf("%s[%d]", path, i)
		out = append(out, Pair{s.numbered(at), s.below(at)})
	}
	return out
}

func (b *builder) labelOf(k model.Kind, path string) string {
	f, ok := model.FieldAt(k, path)
	if !ok {
		return path
	}
	return b.Words.Label(f)
}

// purposes is letter (b): purposes with their legal bases.
func (b *builder) purposes(s *sheet, a *model.Activity) []Block {
	if len(a.Purposes.Value) == 0 {
		return []Block{Paragraph{Text: s.answer("purposes")}}
	}
	t := Table{Small: true, Columns: []Column{{"", 3, Left}, {b.text("report.col.purpose"), 34, Left}, {b.text("report.col.basis"), 63, Left}}}
	for i, p := range a.Purposes.Value {
		path := fmt.Sprintf("purposes[%d].", i)
		var second Text
		if p.Secondary == model.Yes {
			s.take(path + "secondary")
			second = Say(s.label(path + "secondary")).in(Aside)
		}
		interest := b.labelled(s, path+"legitimateInterest")
		balance := b.labelled(s, path+"balancingTest")
		t.Rows = append(t.Rows, []Text{
			{{Text: fmt.Sprint(i + 1), Style: Muted}}, join("\n", s.say(path+"text"), second),
			join("\n", b.basesOf(s, a, path+"bases", p.Bases), interest, balance),
		})
	}
	return []Block{t}
}

// labelled takes a field as "Label: value" in small print.
func (b *builder) labelled(s *sheet, path string) Text {
	t := s.say(path)
	if t == nil {
		return nil
	}
	return join(": ", Say(s.label(path)), t).in(Aside)
}

// basesOf takes the bases of a purpose, one a line.
func (b *builder) basesOf(s *sheet, a *model.Activity, path string, bases model.Answer[[]model.Basis]) Text {
	s.take(path)
	if len(bases.Value) == 0 {
		return b.answerOr(bases.State)
	}
	return join("\n", b.basisList(s, a, path, bases.Value)...)
}

func (b *builder) basisList(s *sheet, a *model.Activity, path string, bases []model.Basis) []Text {
	var lines []Text
	for j, basis := range bases {
		at := fmt.Sprintf("%s[%d].", path, j)
		var codes []string
		s.take(at+"reference", at+"printed", at+"data", at+"subjects", at+"remark")
		for k, l := range basis.Laws {
			law := fmt.Sprintf("%slaws[%d].", at, k)
			s.take(law + "printed")
			if s.say(law+"code") != nil && l.Printed != "" {
				codes = append(codes, b.Citation(l))
			}
		}
		line := b.Basis(a, basis)
		if known := joinWords(", ", codes...); known != "" {
			line = join(" ", line, Say(b.text("report.basis.codes", "Codes", known)).in(Aside))
		}
		if basis.Assigned != "" {
			line = join(" ", line, Say("("+s.say(at+"assigned").String()+")").in(Aside))
		}
		lines = append(lines, line)
	}
	return lines
}

// rulesOf lists the retention rules of an activity and of its data, each
// once.
func rulesOf(a *model.Activity) []model.ID {
	rules := slices.Clone(a.Retention.Value)
	for _, g := range a.Groups.Value {
		for _, d := range g.Data {
			for _, id := range d.Retention.Value {
				if !slices.Contains(rules, id) {
					rules = append(rules, id)
				}
			}
		}
	}
	return rules
}
