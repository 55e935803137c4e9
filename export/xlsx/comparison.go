package xlsx

import (
	"context"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"fortegnelse/export/report"
)

// WriteComparison writes what differs between two states of a register as an
// Excel workbook: a sheet that gives an overview, and one table with a row for
// each field that differs. It follows the promises of [Write].
func WriteComparison(ctx context.Context, w io.Writer, c *report.Comparison, progress func(done, total int)) error {
	file := excelize.NewFile()
	if err := writeComparison(ctx, w, file, c, progress); err != nil {
		file.Close()
		return fmt.Errorf("writing the workbook: %w", err)
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("closing the workbook: %w", err)
	}
	return nil
}

func writeComparison(ctx context.Context, w io.Writer, file target, c *report.Comparison, progress func(done, total int)) error {
	o := c.Options
	b := &book{
		file: file, words: c.Words, owner: c.Owner, date: c.Period(), progress: progress,
		options: report.Options{Language: o.Language, Edition: o.Edition, GeneratedAt: o.GeneratedAt, Version: o.Version},
		plan:    &plan{pages: []*page{balancePage(c), changesPage(c)}}, names: map[*page]string{},
	}
	b.foot = b.text("comparison.foot", "Edition", b.edition(),
		"Before", report.ShortSum(c.Before.Checksum), "After", report.ShortSum(c.After.Checksum))
	var err error
	if err = file.SetDefaultFont(fontName); err != nil {
		return err
	}
	if b.styles, err = newStyles(file); err != nil {
		return err
	}
	sheet := b.text("workbook.sheet.front")
	if err := file.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	counts := make([]int, len(b.plan.pages))
	for i, pg := range b.plan.pages {
		b.names[pg] = b.text("workbook.sheet." + pg.key)
		counts[i] = len(pg.rows)
		b.total += 3 * len(pg.rows) // composing, writing cells, packing
	}
	for i, pg := range b.plan.pages {
		b.done = b.total/3 + i*b.total/3/len(b.plan.pages)
		if len(pg.rows) == 0 {
			nothing := make([]cell, len(pg.headings))
			nothing[0] = cell{text: b.text("comparison.nothing"), kind: textual, look: absent}
			pg.rows = []line{{cells: nothing}}
		}
		if _, err := b.writeTable(ctx, pg); err != nil {
			return err
		}
	}
	if err := b.writeComparisonFront(sheet, c, counts); err != nil {
		return err
	}
	if err := b.describe(b.text("comparison.title")+" – "+c.Owner, b.text("comparison.subtitle")+", "+c.Period(), c.ID); err != nil {
		return err
	}
	if _, err := file.WriteTo(&cancelled{ctx, w}); err != nil {
		return err
	}
	b.tell(b.total)
	return ctx.Err()
}

// newComparisonPage begins a table with the heads of its columns.
func newComparisonPage(c *report.Comparison, key string, heads ...string) *page {
	pg := &page{sheet: &sheet{key: key}, used: make([]bool, len(heads))}
	for _, head := range heads {
		pg.headings = append(pg.headings, heading{text: c.Words.Text(head), required: true, always: true})
	}
	return pg
}

// balancePage is the table of how many records of each kind there were, have
// come, gone and changed, and are.
func balancePage(c *report.Comparison) *page {
	pg := newComparisonPage(c, "balance", "comparison.col.kind", "comparison.col.before", "comparison.col.added",
		"comparison.col.removed", "comparison.col.changed", "comparison.col.after")
	for _, k := range c.Kinds {
		pg.rows = append(pg.rows, line{cells: []cell{
			text(c.Plural(k.Kind)), number(k.Before), number(len(k.Added)), number(len(k.Removed)), number(len(k.Changed)), number(k.After),
		}})
	}
	return pg
}

// changesPage is the table of what differs: one row for each field, in the
// order of the document.
func changesPage(c *report.Comparison) *page {
	pg := newComparisonPage(c, "changes", "workbook.head.kind", "workbook.head.number", "comparison.head.name",
		"comparison.head.fate", "comparison.col.field", "comparison.col.before", "comparison.col.after")
	add := func(kind, number, name, fate string, d report.Difference) {
		cells := []cell{text(kind), text(number), text(name), text(fate), text(d.Field.String()), said(d.Before), said(d.After)}
		for i := range cells {
			cells[i].text = tidy(cells[i].text)
		}
		pg.rows = append(pg.rows, line{cells: cells})
	}
	for _, d := range c.Register {
		add(c.Words.Text("comparison.register"), "", c.Name, c.Fate(report.Changed), d)
	}
	for _, k := range c.Kinds {
		kind := c.Singular(k.Kind)
		for _, r := range k.Records() {
			if len(r.Fields) == 0 { // it says nothing, but it has come or gone
				add(kind, r.Number, r.Title, c.Fate(r.Fate), report.Difference{})
			}
			for _, d := range r.Fields {
				add(kind, r.Number, r.Title, c.Fate(r.Fate), d)
			}
		}
	}
	return pg
}

// said makes a cell of a text; an answer that is missing looks like one.
func said(t report.Text) cell {
	c := text(t.String())
	if len(t) == 1 && t[0].Style == report.Absent {
		c.look = absent
	}
	return c
}

// writeComparisonFront writes the sheet that says what is compared, and
// explains the others.
func (b *book) writeComparisonFront(sheet string, c *report.Comparison, counts []int) error {
	f := &front{book: b, sheet: sheet}
	f.begin(b.text("comparison.title")+" – "+c.Owner, c.Period())
	f.pair("workbook.front.what", b.text("comparison.subtitle"))
	for _, p := range c.Facts() {
		f.fact(p.Label, p.Value.String())
	}
	f.pair("workbook.front.program", creator+" "+c.Options.Version)
	f.pair("comparison.colophon.before", c.Before.Checksum)
	f.pair("comparison.colophon.after", c.After.Checksum)
	f.pair("comparison.colophon.verify", b.text("comparison.colophon.verifying"))
	f.contents(counts)
	f.heading("comparison.guide")
	f.pair("comparison.guide.answers", b.text("comparison.promise"))
	if c.Options.Edition == report.ForAuthority {
		f.pair("comparison.cover.edition", b.text("comparison.withheld"))
	}
	if f.err != nil {
		return f.err
	}
	return b.setPage(sheet, "portrait")
}
