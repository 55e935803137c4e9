package xlsx

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"github.com/xuri/excelize/v2"
)

// TablePrefix begins the names of all tables of the workbook.
const TablePrefix = "Fortegnelse_"

// maxLinks is how many links of one sheet Excel keeps.
const maxLinks = 60000

// span is the rows of one record on a sheet.
type span struct{ first, last int }

// writeTable writes a page as a table from A1 on and returns for each of its
// rows the lines of the sheet that it takes.
func (b *book) writeTable(ctx context.Context, pg *page) ([]span, error) {
	if pg.upright {
		pg.turn(b.words)
	}
	pg.trim()
	if _, err := b.file.NewSheet(b.name(pg)); err != nil {
		return nil, err
	}
	if len(pg.rows) == 0 {
		nothing := make([]cell, len(pg.headings))
		nothing[0] = cell{text: b.text("workbook.nothing"), kind: textual, look: absent}
		pg.rows = []line{{cells: nothing}}
	}
	widths := pg.fit()
	sheet := b.name(pg)
	for i, w := range widths {
		if err := b.file.SetColWidth(sheet, columnName(i), columnName(i), w); err != nil {
			return nil, err
		}
	}
	rows, heights, spans := b.flow(pg, widths)
	last := len(rows) + 1
	if last > excelize.TotalRows {
		return nil, fmt.Errorf("sheet %q needs %d rows, Excel has %d", sheet, last, excelize.TotalRows)
	}
	end := columnName(len(pg.headings)-1) + fmt.Sprint(last)
	if err := b.file.SetCellStyle(sheet, "A2", end, b.styles.body[plain]); err != nil {
		return nil, err
	}
	if err := b.writeHead(pg, widths); err != nil {
		return nil, err
	}
	links := 0
	for i, cells := range rows {
		if i%256 == 0 {
			if err := b.advance(ctx, i, len(rows)); err != nil {
				return nil, err
			}
		}
		if err := b.file.SetRowHeight(sheet, i+2, heights[i]); err != nil {
			return nil, err
		}
		for col, c := range cells {
			if c.kind == blank {
				continue
			}
			if c.look == linked && links >= maxLinks {
				c.look = plain
			}
			if err := b.writeCell(sheet, columnName(col)+itoa(i+2), c); err != nil {
				return nil, err
			}
			if c.look == linked {
				links++
			}
		}
	}
	table := &excelize.Table{Range: "A1:" + end, Name: TablePrefix + pg.key, StyleName: "TableStyleLight1", ShowRowStripes: new(bool)}
	if err := b.file.AddTable(sheet, table); err != nil {
		return nil, err
	}
	if err := b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}); err != nil {
		return nil, err
	}
	repeat := &excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + sheet + "'!$1:$1", Scope: sheet}
	if err := b.file.SetDefinedName(repeat); err != nil {
		return nil, err
	}
	return spans, b.setPage(sheet, "landscape")
}

// flow lays out all rows of a page.
func (b *book) flow(pg *page, widths []float64) (rows [][]cell, heights []float64, spans []span) {
	continued := func(name string) string {
		return b.text("workbook.continued", "Name", name[:within16(name, 80)])
	}
	rows, heights = make([][]cell, 0, len(pg.rows)), make([]float64, 0, len(pg.rows))
	for _, r := range pg.rows {
		more, high := flow(r.cells, widths, continued)
		rows, heights = append(rows, more...), append(heights, high...)
		spans = append(spans, span{len(rows) - len(more) + 2, len(rows) + 1})
	}
	return rows, heights, spans
}

func (b *book) writeHead(pg *page, widths []float64) error {
	sheet := b.name(pg)
	most := 1
	for i, h := range pg.headings {
		count, _ := wrap(h.text, (widths[i]-button)*unit/1.1, maxLines)
		most = max(most, count)
		style := b.styles.optional
		if h.required {
			style = b.styles.required
		}
		at := columnName(i) + "1"
		if err := b.writeText(sheet, at, h.text); err != nil {
			return err
		}
		if err := b.file.SetCellStyle(sheet, at, at, style); err != nil {
			return err
		}
	}
	return b.file.SetRowHeight(sheet, 1, float64(most)*lineHigh+2*rowPad)
}

// writeCell writes one cell. Text is stored as text, whatever it looks like.
func (b *book) writeCell(sheet, at string, c cell) error {
	style := b.styles.body[c.look]
	switch c.kind {
	case numeric, dated:
		if err := b.file.SetCellInt(sheet, at, int64(c.number)); err != nil {
			return err
		}
		style = b.styles.number
		if c.kind == dated {
			style = b.styles.date
		}
	case textual:
		if err := b.writeText(sheet, at, c.text); err != nil {
			return err
		}
		if c.look == plain {
			return nil
		}
		if c.look == linked {
			if err := b.file.SetCellHyperLink(sheet, at, c.text, "External"); err != nil {
				return err
			}
		}
	}
	return b.file.SetCellStyle(sheet, at, at, style)
}

// writeText writes a text as it reads.
func (b *book) writeText(sheet, at, s string) error {
	return b.file.SetCellStr(sheet, at, escape(s))
}

// safe reports whether a link may be followed from the workbook: to a web
// page or a mailbox, and nothing that runs.
func safe(link string) bool {
	u, err := url.Parse(link)
	if err != nil || len(link) > 2000 || strings.ContainsAny(link, " \n\r\t") {
		return false
	}
	return u.Scheme == "https" && u.Host != "" || u.Scheme == "mailto" && u.Opaque != ""
}

// columnName returns the letters of a column counted from 0.
func columnName(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return columnName(i/26-1) + string(rune('A'+i%26))
}
