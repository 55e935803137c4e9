package report

import (
	"fmt"
	"slices"
	"strings"

	"fortegnelse/model"
)

// recipients is letter (d): recipients with condition and basis, then the
// processors and the systems.
func (b *builder) recipients(s *sheet, a *model.Activity) []Block {
	var blocks []Block
	var short []Text
	t := Table{Small: true, Columns: []Column{{"", 6, Left}, {b.text("report.col.recipient"), 32, Left}, {b.text("report.col.condition"), 62, Left}}}
	for i, r := range a.Recipients.Value {
		t.Rows = append(t.Rows, b.recipient(s, a, i, r))
	}
	if len(a.Recipients.Value) == 0 {
		short = append(short, join(": ", Say(s.label("recipients")).in(Muted), s.answer("recipients")))
	}
	for i, p := range a.Processors.Value {
		t.Rows = append(t.Rows, b.processorUse(s, i, p))
	}
	if len(t.Rows) > 0 {
		blocks = append(blocks, t)
	}
	if len(a.Processors.Value) == 0 {
		short = append(short, join(": ", Say(s.label("processors")).in(Muted), s.answer("processors")))
	}
	for _, p := range s.pairs("systems") {
		short = append(short, join(": ", Say(p.Label).in(Muted), p.Value))
	}
	if short != nil {
		blocks = append(blocks, Paragraph{Text: join("  ·  ", short...), Small: true})
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
	for _, coded := range []string{b.Code("recipient_category", string(r.Category)), b.Code("recipient_kind", string(r.Type))} {
		if !saidIn(joinWords(" ", append(asides, name)...), coded) {
			asides = append(asides, lower(coded))
		}
	}
	basis := join("; ", b.basisList(s, a, path+"basis", r.Basis)...)
	when, condition := s.say(path+"conditions"), Say(clause(s.say(path+"condition").String()))
	if saidIn(when.String(), condition.String()) {
		condition = nil
	}
	return []Text{
		{{Text: b.recipientNumber(i), Style: Muted}},
		join(" ", Say(name), aside(asides...)),
		join("; ", when, condition, basis, b.dataText(s, path)),
	}
}

// aside puts words in grey brackets.
func aside(words ...string) Text {
	all := joinWords("; ", words...)
	if all == "" {
		return nil
	}
	return Text{{Text: "(" + all + ")", Style: Aside}}
}

// dataText takes which data a recipient gets, in the register's own words.
func (b *builder) dataText(s *sheet, path string) Text {
	t := s.say(path + "dataText")
	if t == nil {
		return nil
	}
	return Say(b.text("report.recipient.data", "Data", t.String())).in(Aside)
}

// unclear is the code of a role that nobody has settled, a recipient's as well
// as a processor's.
const unclear = "unclear"

// processorUse says what a processor does here. Where its role is not settled,
// an inspector reads so beside the name, not only in the processor's own part.
func (b *builder) processorUse(s *sheet, i int, p model.ProcessorUse) []Text {
	path := fmt.Sprintf("processors[%d].", i)
	s.take(path + "processor")
	task := s.say(path + "task")
	role := []string{b.text("report.recipient.processor")}
	if proc, ok := model.Find[*model.Processor](b.Register, p.Processor); ok {
		if task == nil {
			task = Say(b.Services(proc.Services))
		}
		if proc.Assessment == unclear {
			role = append(role, lower(b.Code("recipient_kind", unclear)))
		}
	}
	return []Text{
		{{Text: b.Number(p.Processor), Style: Muted}},
		join(" ", Say(b.Register.TitleOf(p.Processor)), aside(role...)),
		join("; ", task, b.dataText(s, path)),
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
		if said, ok := blocks[0].(Paragraph); ok {
			return []Block{Paragraph{Text: join(" ", said.Text, t)}}
		}
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
	importer := b.orUnanswered(said(b.Phrases, t.Importer, func(id model.ID) Text { return Say(b.Register.TitleOf(id)).in(Bold) }))
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
	t := Table{Small: true, Columns: []Column{{b.text("report.col.number"), 6, Left}, {b.text("report.col.data"), 24, Left}, {b.text("report.col.limit"), 70, Left}}}
	for _, id := range rules {
		rule, ok := model.Find[*model.RetentionRule](b.Register, id)
		if !ok {
			t.Rows = append(t.Rows, []Text{Say(b.Number(id)), nil, nil})
			continue
		}
		t.Rows = append(t.Rows, []Text{{{Text: rule.Number, Style: Muted}}, Say(b.ruleData(rule)), join("; ", b.Retention(rule), b.ownWordsOf(a, rule))})
	}
	return append(blocks, t)
}

// ownWordsOf quotes how the source puts a rule, and what it says of data that
// are kept all the same or longer: an inspector compares these with what the
// clinic tells its patients. Words that the sentence of the rule has already
// are not said twice, and long ones that several activities share stand once,
// in an appendix.
func (b *builder) ownWordsOf(a *model.Activity, r *model.RetentionRule) Text {
	var out []Text
	said := r.Criterion != "" && strings.Contains(r.Printed, r.Criterion)
	if r.Printed != "" && !said {
		out = append(out, styled(b.text("report.quoted", "Quote", r.Printed), Quoted))
	}
	for _, more := range []struct{ field, words string }{{"keptAnyway", r.KeptAnyway}, {"longerConsent", r.LongerConsent}} {
		switch {
		case more.words == "" || !said && strings.Contains(r.Printed, more.words):
		case len(more.words) > longRule && b.keeping[r.ID] > 1:
			label := b.labelOf(model.KindRetentionRule, more.field)
			out = append(out, Say(joinWords(": ", lower(label), b.commonText(a, label, Say(more.words)))))
		default:
			out = append(out, Say(more.words))
		}
	}
	return join("; ", out...)
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
var measureKinds = []model.MeasureKind{"general", "organisational", "physical", "technical", ""}

// measuresOf is letter (g): measures by kind.
func (b *builder) measuresOf(s *sheet, a *model.Activity) []Block {
	var blocks []Block
	s.take("measures")
	switch own := slices.DeleteFunc(slices.Clone(a.Measures.Value), func(id model.ID) bool { return !b.part.Holds(id) }); {
	case len(own) > 0:
		blocks = append(blocks, b.measureLists(own))
	case len(a.Measures.Value) > 0: // all are another legal entity's
		blocks = append(blocks, Paragraph{Text: b.Answer(model.Unanswered)})
	default:
		blocks = append(blocks, Paragraph{Text: b.answerOr(a.Measures.State)})
	}
	if t := s.say("measureRemark"); t != nil {
		blocks = append(blocks, Paragraph{Text: t, Small: true})
	}
	return blocks
}

func (b *builder) measureLists(ids []model.ID) Paragraph {
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
	var lists []Text
	for _, kind := range measureKinds {
		title := b.text("report.measures.other")
		if kind != "" {
			title = b.text("report.measures." + string(kind))
		}
		if list := groups[kind]; len(list) > 0 {
			lists = append(lists, join("  ", Text{{Text: joinWords(" ", title, b.Words.Number(len(list))), Style: Bold}}, join("; ", list...)))
		}
	}
	return Paragraph{Text: join("\n", lists...), Small: true}
}

// beside is what an activity says beside the letters: consent, information,
// obligation, automated decisions, impact assessment.
//
// Long texts are often the same for many activities. They stand once, in an
// appendix, and are referred to here.
func (b *builder) beside(s *sheet) []Block {
	var short, common []Text
	for _, field := range besideFields {
		label := Text{{Text: s.label(field), Style: Bold}}
		if i, ok := s.at[field]; ok && !s.taken[i] {
			if t := s.say(field); s.leaves[i].State != model.NotStated { // the box says what is not stated
				short = append(short, join(": ", label, t))
			}
			continue
		}
		t := b.inside(s, field)
		switch {
		case t == nil:
		case len(t.String()) > longText && b.alike[alikeKey(s.record.(*model.Activity), field)] > 1:
			common = append(common, join(" ", label, Say(b.commonText(s.record, s.label(field), t))))
		default:
			short = append(short, join(": ", label, t))
		}
	}
	if short == nil && common == nil {
		return nil
	}
	all := append(short, common...)
	return []Block{Paragraph{Text: join("  ·  ", all...), Small: true}}
}

// longText is how long a text that several activities share may be to stand
// with each of them, in bytes. One that is an activity's own always does.
const longText = 220

// longRule is the same for what a retention rule says beside its sentence.
const longRule = 120

// alikeKey is the same for activities that say the same in a field.
func alikeKey(a *model.Activity, field string) string {
	switch field {
	case "consent":
		return fmt.Sprint(field, a.Consent)
	case "information":
		return fmt.Sprint(field, a.Information)
	case "obligation":
		return fmt.Sprint(field, a.Obligation)
	case "automated":
		return fmt.Sprint(field, a.Automated)
	}
	return fmt.Sprint(field, a.DPIA)
}

// countAlike counts how many activities say the same beside the letters, and
// how many a retention rule is about.
func (b *builder) countAlike() {
	b.alike, b.keeping = map[string]int{}, map[model.ID]int{}
	for _, a := range b.listed {
		for _, id := range rulesOf(a) {
			b.keeping[id]++
		}
		for _, field := range besideFields {
			b.alike[alikeKey(a, field)]++
		}
	}
}

// besideFields are what an activity says beside the letters.
var besideFields = []string{"consent", "information", "obligation", "automated", "dpia"}

// common is a text that activities share.
type common struct {
	label      string
	text       Text
	activities []string
}

// commonText keeps a text for the appendix and returns the reference to it.
func (b *builder) commonText(rec model.Record, label string, t Text) string {
	words := t.String()
	at := slices.IndexFunc(b.common, func(c common) bool { return c.label == label && c.text.String() == words })
	if at < 0 {
		at = len(b.common)
		b.common = append(b.common, common{label: label, text: t})
	}
	if number := rec.Meta().Number; !slices.Contains(b.common[at].activities, number) {
		b.common[at].activities = append(b.common[at].activities, number)
	}
	return b.text("report.common", "Number", b.text("report.common.number", "Number", b.Words.Number(at+1)))
}

func (b *builder) commonTable() []Block {
	if len(b.common) == 0 {
		return []Block{Paragraph{Text: b.Answer(model.None)}}
	}
	t := Table{Small: true, Columns: []Column{
		{b.text("report.col.number"), 6, Left}, {b.text("report.col.text"), 74, Left}, {b.text("report.usedby"), 20, Left},
	}}
	for i, c := range b.common {
		number := b.text("report.common.number", "Number", b.Words.Number(i+1))
		t.Rows = append(t.Rows, []Text{
			{{Text: number, Style: Muted}}, join("\n", Text{{Text: c.label, Style: Bold}}, c.text),
			Say(joinWords(", ", c.activities...)),
		})
	}
	return []Block{t}
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
	box := Box{Title: b.text("report.notstated", "Record", a.Number)}
	for _, l := range s.leaves {
		if l.State == model.NotStated {
			box.Items = append(box.Items, Say(s.place(l.Path)))
		}
	}
	for _, rec := range b.linked(b.linked(nil, rulesOf(a)), a.Transfers.Value) {
		if fields := b.unstatedIn(rec); fields != "" {
			box.Items = append(box.Items, Say(rec.Meta().Number+": "+fields))
		}
	}
	return box
}

// linked returns list with the records that ids lead to.
func (b *builder) linked(list []model.Record, ids []model.ID) []model.Record {
	for _, id := range ids {
		if rec, ok := b.Register.Record(id); ok {
			list = append(list, rec)
		}
	}
	return list
}

// unstatedIn names what Art. 30 asks for and a record does not state.
func (b *builder) unstatedIn(rec model.Record) string {
	id := rec.Meta().ID
	if known, ok := b.unstated[id]; ok {
		return known
	}
	var fields []string
	for _, l := range model.Leaves(rec) {
		if l.State == model.NotStated && l.Field.Letter != "" {
			fields = append(fields, lower(b.Words.Label(l.Field)))
		}
	}
	b.unstated[id] = joinWords(", ", fields...)
	return b.unstated[id]
}
