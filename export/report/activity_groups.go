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
	data  []model.Disclosure
}

// receivers lists the processors and recipients of an activity.
func (b *builder) receivers(a *model.Activity) []receiver {
	var out []receiver
	for i, p := range a.Processors.Value {
		out = append(out, receiver{fmt.Sprintf("processors[%d].data", i), b.Number(p.Processor), p.Data})
	}
	for i, r := range a.Recipients.Value {
		out = append(out, receiver{fmt.Sprintf("recipients[%d].data", i), b.recipientNumber(i), r.Data})
	}
	return out
}

func (b *builder) recipientNumber(i int) string {
	return b.text("report.recipient.number", "Number", fmt.Sprint(i+1))
}

// groups is letter (c): each category of persons, and the grid of their data
// with recipients and retention.
func (b *builder) groups(s *sheet, a *model.Activity) []Block {
	if len(a.Groups.Value) == 0 {
		return []Block{Paragraph{Text: s.answer("groups")}}
	}
	receivers := b.receivers(a)
	if len(receivers) > recipientColumns {
		receivers = receivers[:recipientColumns]
	}
	g := &grid{builder: b, sheet: s, receivers: receivers, marks: map[Mark]bool{}, classes: map[model.Class]bool{}}
	var blocks []Block
	for i, group := range a.Groups.Value {
		path := fmt.Sprintf("groups[%d].", i)
		who := b.subjects(s, group, path)
		if len(group.Data) == 0 {
			blocks = append(blocks, Paragraph{Text: who},
				Paragraph{Text: join(": ", Say(s.label(path+"data")), b.Answer(model.Unanswered))})
			continue
		}
		table := g.table(group, path)
		blocks = append(blocks, Paragraph{Text: join(". ", who, g.usual(group))}, table)
	}
	return append(blocks, g.legend())
}

// subjects says who the persons are, and how many.
func (b *builder) subjects(s *sheet, g model.Group, path string) Text {
	name := Text{{Text: b.Subjects(g), Style: Bold}}
	var category Text
	if coded := b.Code("subject_category", string(g.Subjects)); !saidIn(b.Subjects(g), coded) {
		category = Say("(" + lower(coded) + ")").in(Muted)
	}
	s.take(path+"text", path+"subjects")
	count := s.say(path + "count")
	if count != nil {
		count = join(": ", Say(s.label(path+"count")), count)
	}
	return join(". ", join(" ", name, category), count)
}

// saidIn reports whether text says words already.
func saidIn(text, words string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(words))
}
