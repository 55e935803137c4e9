package report

import (
	"fmt"
	"strings"

	"fortegnelse/model"
)

// recipientColumns is how many recipients a grid can show beside each other.
const recipientColumns = 10

// receiver is a column of the grid: a recipient or a processor of an
// activity.
type receiver struct {
	path  string // of its list of disclosures
	short string // "D-01", "M1"
	name  string
	data  []model.Disclosure
}

// receivers lists the processors and recipients of an activity.
func (b *builder) receivers(a *model.Activity) []receiver {
	var out []receiver
	for i, p := range a.Processors.Value {
		out = append(out, receiver{fmt.Sprintf("processors[%d].data", i), b.Number(p.Processor), b.Register.TitleOf(p.Processor), p.Data})
	}
	for i, r := range a.Recipients.Value {
		out = append(out, receiver{fmt.Sprintf("recipients[%d].data", i), b.recipientNumber(i), b.Recipient(r), r.Data})
	}
	return out
}

func (b *builder) recipientNumber(i int) string {
	return b.text("report.recipient.number", "Number", fmt.Sprint(i+1))
}

// groups is letter (c): each category of persons, and the grid of their data
// with sources, recipients and retention.
func (b *builder) groups(s *sheet, a *model.Activity) []Block {
	if len(a.Groups.Value) == 0 {
		return []Block{Paragraph{Text: s.answer("groups")}}
	}
	receivers := b.receivers(a)
	if len(receivers) > recipientColumns {
		receivers = receivers[:recipientColumns]
	}
	var blocks []Block
	marks := map[Mark]bool{}
	classes := map[model.Class]bool{}
	for i, g := range a.Groups.Value {
		path := fmt.Sprintf("groups[%d].", i)
		blocks = append(blocks, Paragraph{Text: b.subjects(s, g, path)})
		if len(g.Data) > 0 {
			blocks = append(blocks, b.grid(s, a, g, path, receivers, marks, classes))
		} else {
			blocks = append(blocks, Paragraph{Text: join(": ", Say(s.label(path+"data")), b.Answer(model.Unanswered))})
		}
	}
	return append(blocks, b.gridLegend(receivers, marks, classes))
}

// subjects says who the persons are, and how many.
func (b *builder) subjects(s *sheet, g model.Group, path string) Text {
	name := Text{{Text: b.Subjects(g), Style: Bold}}
	var category Text
	if coded := b.Code("subject_category", string(g.Subjects)); !sameWords(g.Text, coded) && g.Text != "" {
		category = Say("(" + lower(coded) + ")").in(Muted)
	}
	s.take(path+"text", path+"subjects")
	count := s.say(path + "count")
	if count != nil {
		count = join(": ", Say(s.label(path+"count")), count)
	}
	return join(". ", join(" ", name, category), count)
}

func sameWords(a, b string) bool { return b == "" || strings.EqualFold(a, b) }

// grid is the table person × data × recipients × retention.
func (b *builder) grid(s *sheet, a *model.Activity, g model.Group, path string, receivers []receiver, marks map[Mark]bool, classes map[model.Class]bool) Table {
	t := Table{Small: true, Columns: []Column{{b.text("report.col.data"), 40, Left}, {b.text("report.col.source"), 22, Left}}}
	for _, r := range receivers {
		t.Columns = append(t.Columns, Column{r.short, 6.5, Center})
	}
	t.Columns = append(t.Columns, Column{b.text("report.col.retention"), 12, Right})
	for k, d := range g.Data {
		at := fmt.Sprintf("%sdata[%d].", path, k)
		classes[d.Class] = true
		row := []Text{b.item(s, d, at), b.sourcesOf(s, d, at)}
		for _, r := range receivers {
			mark := b.disclosed(s, r, d.Key)
			marks[mark] = true
			row = append(row, marked(mark))
		}
		s.take(at + "retention")
		t.Rows = append(t.Rows, append(row, Say(b.Numbers(d.Retention))))
	}
	return t
}

// item takes a category of data: its class mark, its name, and in grey what
// limits it.
func (b *builder) item(s *sheet, d model.DataItem, at string) Text {
	name := Text{{Mark: ClassMark(d.Class), Text: " " + b.Item(d)}}
	if name[0].Mark == NoMark {
		name[0].Text = b.Item(d)
	}
	s.take(at+"class", at+"text", at+"category", at+"special")
	var asides []string
	if coded := b.Code("data_category", string(d.Category)); d.Text != "" && !sameWords(d.Text, coded) {
		asides = append(asides, lower(coded))
	}
	if ClassMark(d.Class) == NoMark {
		asides = append(asides, b.Class(d.Class))
	}
	if special := b.Code("special_kind", string(d.Special)); special != "" {
		asides = append(asides, lower(special))
	}
	asides = append(asides, s.say(at+"condition").String())
	for _, flag := range []string{"optional", "freeText"} {
		if t := s.say(at + flag); t != nil {
			asides = append(asides, lower(s.label(at+flag))+": "+t.String())
		}
	}
	if t := s.say(at + "printedClass"); t != nil {
		asides = append(asides, b.text("report.basis.printed", "Printed", t.String()))
	}
	if t := s.say(at + "key"); t != nil {
		asides = append(asides, t.String())
	}
	aside := Text(nil)
	if text := joinWords("; ", asides...); text != "" {
		aside = Say(" (" + text + ")").in(Aside)
	}
	return append(name, aside...)
}

func (b *builder) sourcesOf(s *sheet, d model.DataItem, at string) Text {
	var all []string
	for i, source := range d.Sources {
		from := fmt.Sprintf("%ssources[%d].", at, i)
		s.take(from+"category", from+"text")
		name := b.Source(source)
		if coded := b.Code("source_category", string(source.Category)); source.Text != "" && !sameWords(source.Text, coded) {
			name += " (" + lower(coded) + ")"
		}
		all = append(all, name)
	}
	return Say(joinWords(", ", all...)).in(Muted)
}

// disclosed says whether a recipient gets a data item.
func (b *builder) disclosed(s *sheet, r receiver, key string) Mark {
	for i, d := range r.data {
		if d.Data == key {
			at := fmt.Sprintf("%s[%d].", r.path, i)
			s.take(at + "data")
			mark := DisclosingMark(d.State)
			if mark != MarkUnstated || d.State == model.Unstated {
				s.take(at + "state")
			}
			return mark
		}
	}
	return MarkUnstated
}

// gridLegend explains the marks and numbers that the grids use.
func (b *builder) gridLegend(receivers []receiver, marks map[Mark]bool, classes map[model.Class]bool) Legend {
	var l Legend
	for _, c := range []model.Class{model.Ordinary, model.Confidential, model.Special, model.NationalID, model.Criminal} {
		if classes[c] {
			l.Entries = append(l.Entries, Text{{Mark: ClassMark(c), Text: " " + lower(b.Class(c))}})
		}
	}
	for _, d := range []model.Disclosing{model.Receives, model.Unstated, model.ByLaw, model.IfRelevant, model.NoDisclosed} {
		if marks[DisclosingMark(d)] {
			l.Entries = append(l.Entries, Text{{Mark: DisclosingMark(d), Text: " " + lower(b.Code("disclosing", string(d)))}})
		}
	}
	for _, r := range receivers {
		l.Entries = append(l.Entries, Text{{Text: r.short, Style: Bold}, {Text: " " + r.name}})
	}
	return l
}
