package report

import (
	"fortegnelse/model"
	"fortegnelse/model/check"
)

// coverMarks stand in the matrix of processors and activities.
var coverMarks = map[check.Cover]Mark{
	check.Covered: MarkReceives, check.Uncovered: MarkMissing, check.Unknown: MarkUnstated, check.NotNeeded: MarkNot,
}

// coverageTable shows how each activity is covered where a processor takes
// part; nil in the edition for the authority, and where there is none.
func (b *builder) coverageTable() []Block {
	if b.options.Edition != Internal {
		return nil
	}
	t := Table{Small: true, Columns: []Column{
		{b.text("report.col.processor"), 18, Left}, {b.text("report.col.activity"), 17, Left},
		{b.text("report.col.agreement"), 9, Center}, {b.text("report.col.data"), 11, Center},
		{b.text("report.col.subjects"), 11, Center}, {b.text("report.col.place"), 5, Center},
		{b.text("report.coverage.sub"), 9, Center}, {b.text("report.col.transfer"), 9, Center},
		{b.text("report.col.supervision"), 11, Center},
	}}
	var last *model.Processor
	for _, c := range check.CoverageOf(b.Register, model.DateOf(b.options.Instant())) {
		if !b.part.Holds(c.Processor.ID) || !b.part.Holds(c.Activity.ID) {
			continue
		}
		row := []Text{nil, {{Text: c.Activity.Number + " ", Style: Muted}, {Text: b.Register.Title(c.Activity)}}}
		if c.Processor != last { // named once for all its activities
			last = c.Processor
			row[0] = Text{{Text: b.Register.Title(c.Processor), Style: Bold}}
		}
		for _, cell := range c.Cells() {
			row = append(row, marked(coverMarks[cell.Cover]))
		}
		t.Rows = append(t.Rows, row)
	}
	if t.Rows == nil {
		return nil
	}
	return []Block{
		Paragraph{Text: Say(b.text("report.coverage.intro"))}, t,
		Legend{Entries: []Text{
			b.explained(MarkReceives, "report.coverage.yes"), b.explained(MarkMissing, "report.coverage.no"),
			b.explained(MarkUnstated, "report.coverage.unknown"), b.explained(MarkNot, "report.coverage.not_needed"),
		}},
	}
}
