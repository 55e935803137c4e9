package report

import (
	"fortegnelse/model"
	"fortegnelse/model/check"
)

// dutyMarks stand before the reasons of a test.
var dutyMarks = map[check.Cover]Mark{check.Covered: MarkReceives, check.Uncovered: MarkNot, check.Unknown: MarkUnstated}

// dutyPage says for each of our legal entities whether the record must be kept
// and why, and how far the letters are answered; nil in the edition for the
// authority.
func (b *builder) dutyPage() []Block {
	if b.options.Edition != Internal {
		return nil
	}
	var blocks []Block
	for _, d := range check.Duties(b.Register, model.DateOf(b.options.Instant())) {
		if b.part.Holds(d.Entity.ID) {
			blocks = append(blocks, b.duty(d)...)
		}
	}
	if blocks != nil {
		note := b.text("duty.alternatives")
		if b.Register.Info().Country == "no" {
			note = joinWords(" ", note, b.text("duty.eea"))
		}
		blocks = append(blocks, Paragraph{Text: styled(note, Aside), Small: true})
	}
	return append(blocks, b.letterCounts()...)
}

// duty is the test of one legal entity by one wording of Art. 30(5).
func (b *builder) duty(d check.Duty) []Block {
	status := b.text("duty.status."+d.Text.Status, "Date", b.Date(d.Text.Since))
	t := Table{Small: true, Columns: []Column{{"", 5, Center}, {b.text("report.duty.case"), 95, Left}}}
	for _, reason := range d.Reasons {
		t.Rows = append(t.Rows, []Text{marked(dutyMarks[reason.State]), Say(reason.Message(b.Words, b.Register))})
	}
	return []Block{
		Heading{Level: 2, Title: b.Register.Title(d.Entity), Note: styled(joinWords(": ", b.text("duty.text."+d.Text.Code), status), Aside)},
		Paragraph{Text: Text{{Text: b.text("duty.result." + string(d.Keep)), Style: Bold}}},
		t,
	}
}

// letterCounts says how far each letter is answered, errors counted.
func (b *builder) letterCounts() []Block {
	found := make([]check.Finding, len(b.judged))
	for i, j := range b.judged {
		found[i] = j.Finding
	}
	t := Table{Small: true, Columns: []Column{
		{b.text("report.col.letter"), 58, Left}, {b.text("report.col.complete"), 14, Right},
		{b.text("report.col.partial"), 14, Right}, {b.text("report.col.open"), 14, Right},
	}}
	for _, l := range check.CompletenessOf(b.Register, b.part, found).Letters {
		name := Text{{Text: "(" + l.Letter + ") ", Style: Accent}, {Text: b.text("report.letter." + l.Letter)}}
		if l.Letter == model.BasisSign {
			name = Text{{Text: l.Letter + " ", Style: Accent}, {Text: b.text("report.col.basis")}}
		}
		row := []Text{name}
		for _, n := range []int{l.Complete, l.Partial, l.Missing} {
			row = append(row, Say(b.Words.Number(n)))
		}
		t.Rows = append(t.Rows, row)
	}
	return []Block{
		Heading{Level: 2, Title: b.text("report.duty.letters")}, t,
		Paragraph{Text: styled(b.text("report.duty.counted"), Aside), Small: true},
	}
}
