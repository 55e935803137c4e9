package report

import (
	"fmt"
	"slices"

	"fortegnelse/model"
)

// recipients is letter (d): recipients with condition and basis, then the
// processors and the systems.
func (b *builder) recipients(s *sheet, a *model.Activity) []Block {
	var blocks []Block
	t := Table{Columns: []Column{{"", 8, Left}, {b.text("report.col.recipient"), 36, Left}, {b.text("report.col.condition"), 56, Left}}}
	for i, r := range a.Recipients.Value {
		t.Rows = append(t.Rows, b.recipient(s, a, i, r))
	}
	if len(a.Recipients.Value) == 0 {
		blocks = append(blocks, Paragraph{Text: join(": ", Say(s.label("recipients")), s.answer("recipients"))})
	}
	for i, p := range a.Processors.Value {
		t.Rows = append(t.Rows, b.processorUse(s, i, p))
	}
	if len(t.Rows) > 0 {
		blocks = append(blocks, t)
	}
	var pairs []Pair
	if len(a.Processors.Value) == 0 {
		pairs = append(pairs, Pair{s.label("processors"), s.answer("processors")})
	}
	if pairs = append(pairs, s.pairs("systems")...); len(pairs) > 0 {
		blocks = append(blocks, Pairs{Columns: 1, Pairs: pairs})
	}
	return blocks
}

func (b *builder) recipient(s *sheet, a *model.Activity, i int, r model.Recipient) []Text {
	path := fmt.Sprintf("recipients[%d].", i)
	s.take(path+"type", path+"category", path+"text", path+"party")
	name := b.Recipient(r)
	var asides []string
	if r.Party != "" {
		asides = append(asides, r.Text)
	}
	if coded := b.Code("recipient_category", string(r.Category)); !sameWords(name, coded) {
		asides = append(asides, lower(coded))
	}
	asides = append(asides, lower(b.Code("recipient_kind", string(r.Type))))
	basis := join("\n", b.basisList(s, a, path+"basis", r.Basis)...)
	return []Text{
		{{Text: b.recipientNumber(i), Style: Muted}},
		join("\n", Say(name), Say(joinWords("; ", asides...)).in(Aside)),
		join("\n", s.say(path+"condition"), basis, b.dataText(s, path)),
	}
}

// dataText takes which data a recipient gets, in the register's own words.
func (b *builder) dataText(s *sheet, path string) Text {
	t := s.say(path + "dataText")
	if t == nil {
		return nil
	}
	return Say(b.text("report.recipient.data", "Data", t.String())).in(Aside)
}

func (b *builder) processorUse(s *sheet, i int, p model.ProcessorUse) []Text {
	path := fmt.Sprintf("processors[%d].", i)
	s.take(path + "processor")
	what := b.text("report.recipient.processor")
	if proc, ok := model.Find[*model.Processor](b.Register, p.Processor); ok {
		what = joinWords(": ", what, b.Services(proc.Services))
	}
	task := s.say(path + "task")
	return []Text{
		{{Text: b.Number(p.Processor), Style: Muted}},
		join("\n", Say(b.Register.TitleOf(p.Processor)), Say(what).in(Aside)),
		join("\n", task, b.dataText(s, path)),
	}
}

// transfersOf is letter (e).
func (b *builder) transfersOf(s *sheet, a *model.Activity) []Block {
	var blocks []Block
	s.take("transfers")
	switch {
	case a.Transfers.State == model.None || a.Transfers.Given() && len(a.Transfers.Value) == 0:
		blocks = append(blocks, Paragraph{Text: Text{{Text: b.text("report.transfers.none"), Style: Bold}}})
	case !a.Transfers.Given():
		blocks = append(blocks, Paragraph{Text: b.Answer(a.Transfers.State)})
	default:
		t := Table{Columns: []Column{{"", 8, Left}, {b.text("report.col.importer"), 34, Left},
			{b.text("report.col.destination"), 24, Left}, {b.text("report.col.gate"), 34, Left}}}
		for _, id := range a.Transfers.Value {
			t.Rows = append(t.Rows, b.transferRow(id))
		}
		blocks = append(blocks, t)
	}
	if t := s.say("transferRemark"); t != nil {
		blocks = append(blocks, Paragraph{Text: t})
	}
	return blocks
}

// transferRow says of a transfer: number, importer, destination, on what it
// rests.
func (b *builder) transferRow(id model.ID) []Text {
	t, ok := model.Find[*model.Transfer](b.Register, id)
	if !ok {
		return []Text{{{Text: b.Number(id), Style: Muted}}, nil, nil, nil}
	}
	importer := b.Answer(model.Unanswered)
	if t.Importer != "" {
		importer = Text{{Text: b.Register.TitleOf(t.Importer), Style: Bold}}
	}
	return []Text{
		{{Text: t.Number, Style: Muted}}, importer,
		b.orUnanswered(said(b.Phrases, t.Destination, func(d model.Destination) Text { return Say(b.Destination(d)) })),
		b.TransferBasis(t),
	}
}

func (b *builder) orUnanswered(t Text) Text {
	if t == nil {
		return b.Answer(model.Unanswered)
	}
	return t
}

// TransferBasis says on what a transfer rests: the way out of the EEA and
// its tools.
func (p Phrases) TransferBasis(t *model.Transfer) Text {
	gate := said(p, t.Gate, func(g model.Gate) Text { return Say(p.Code("gate", string(g))) })
	var tools []string
	for _, tool := range t.Tools {
		tools = append(tools, p.Code("transfer_tool", string(tool)))
	}
	if out := join(": ", gate, Say(joinWords(", ", tools...))); out != nil {
		return out
	}
	return p.Answer(model.Unanswered)
}

// retentionOf is letter (f): each rule as a sentence.
func (b *builder) retentionOf(s *sheet, a *model.Activity, rules []model.ID) []Block {
	if len(rules) == 0 {
		return []Block{Paragraph{Text: s.answer("retention")}}
	}
	var blocks []Block
	if !a.Retention.Given() && a.Retention.State != model.Unanswered {
		blocks = append(blocks, Paragraph{Text: s.say("retention")})
	}
	s.take("retention")
	t := Table{Columns: []Column{{b.text("report.col.number"), 8, Left}, {b.text("report.col.data"), 34, Left}, {b.text("report.col.limit"), 58, Left}}}
	for _, id := range rules {
		rule, ok := model.Find[*model.RetentionRule](b.Register, id)
		if !ok {
			t.Rows = append(t.Rows, []Text{Say(b.Number(id)), nil, nil})
			continue
		}
		t.Rows = append(t.Rows, []Text{{{Text: rule.Number, Style: Muted}}, Say(b.ruleData(rule)), b.Retention(rule)})
	}
	return append(blocks, t)
}

// ruleData names which data a rule is about.
func (b *builder) ruleData(r *model.RetentionRule) string {
	if r.Data != "" {
		return r.Data
	}
	var names []string
	for _, c := range r.Categories {
		names = append(names, b.Code("data_category", string(c)))
	}
	return ownWords(joinWords(", ", names...), r.Title)
}

// measureKinds in the order of the report.
var measureKinds = []model.MeasureKind{"organisational", "physical", "technical", ""}

// measuresOf is letter (g): measures by kind.
func (b *builder) measuresOf(s *sheet, a *model.Activity) []Block {
	var blocks []Block
	s.take("measures")
	if len(a.Measures.Value) == 0 {
		blocks = append(blocks, Paragraph{Text: b.answerOr(a.Measures.State)})
	} else {
		blocks = append(blocks, b.measureLists(a.Measures.Value))
	}
	if t := s.say("measureRemark"); t != nil {
		blocks = append(blocks, Paragraph{Text: t, Small: true})
	}
	return blocks
}

func (b *builder) measureLists(ids []model.ID) Lists {
	groups := map[model.MeasureKind][]Text{}
	for _, id := range ids {
		m, ok := model.Find[*model.Measure](b.Register, id)
		if !ok {
			groups[""] = append(groups[""], Say(b.Number(id)))
			continue
		}
		kind := m.Type
		if !slices.Contains(measureKinds, kind) {
			kind = ""
		}
		groups[kind] = append(groups[kind], Say(ownWords(m.Title, ownWords(b.Code("measure_item", string(m.Item)), m.Number))))
	}
	l := Lists{Columns: 2}
	for _, kind := range measureKinds {
		title := b.text("report.measures.other")
		if kind != "" {
			title = b.text("report.measures." + string(kind))
		}
		if len(groups[kind]) > 0 {
			l.Groups = append(l.Groups, ListGroup{title, groups[kind]})
		}
	}
	return l
}

// beside is what an activity says beside the letters: consent, information,
// obligation, automated decisions, impact assessment.
func (b *builder) beside(s *sheet) []Block {
	var pairs []Pair
	for _, field := range []string{"consent", "information", "obligation", "automated", "dpia"} {
		if i, ok := s.at[field]; ok && !s.taken[i] {
			pairs = append(pairs, Pair{s.label(field), s.say(field)})
		} else if t := b.inside(s, field); t != nil {
			pairs = append(pairs, Pair{s.label(field), t})
		}
	}
	if len(pairs) == 0 {
		return nil
	}
	return []Block{Heading{Level: 2, Title: b.text("report.beside")}, Pairs{Columns: 1, Small: true, Pairs: pairs}}
}

// inside takes all fields of a group, as "Label: value" one after the other.
func (b *builder) inside(s *sheet, path string) Text {
	var parts []Text
	for _, p := range s.spread(path) {
		parts = append(parts, join(": ", Say(p.Label).in(Muted), p.Value))
	}
	return join("; ", parts...)
}

// notStated lists what is not stated about an activity, its retention rules
// and transfers included.
func (b *builder) notStated(s *sheet, a *model.Activity) Box {
	box := Box{Title: b.text("report.notstated", "Record", a.Number), Columns: 3}
	for _, l := range s.leaves {
		if l.State == model.NotStated {
			box.Items = append(box.Items, Say(s.place(l.Path)))
		}
	}
	for _, rec := range b.linked(b.linked(nil, rulesOf(a)), a.Transfers.Value) {
		for _, l := range model.Leaves(rec) {
			if l.State == model.NotStated && l.Field.Letter != "" {
				box.Items = append(box.Items, Say(rec.Meta().Number+": "+lower(b.Words.Label(l.Field))))
			}
		}
	}
	return box
}
