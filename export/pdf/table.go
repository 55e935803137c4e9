package pdf

import (
	"fortegnelse/export/report"
)

// table is a table as it is placed: columns with their positions, and its
// head, which is repeated on every page.
type table struct {
	*layout
	report.Table
	x, w       float64
	at, wide   []float64 // of the text in each column
	style      style
	head       [][]line
	headHeight float64
}

// headPad is the room between a head and the rule below it.
const headPad = 3.0

// row is a row whose texts have been broken into lines.
type row struct {
	cells  [][]line
	across []line // of a row that is one text
	lines  int
	height float64
}

func (l *layout) newTable(b report.Table, x, w float64) *table {
	t := &table{layout: l, Table: b, x: x, w: w, style: body}
	if b.Small {
		t.style = small
	}
	sum := 0.0
	for _, c := range b.Columns {
		sum += c.Width
	}
	at, deepest := 0.0, 0
	for i, c := range b.Columns {
		width := c.Width / sum * w
		gap := columnGap
		if i == len(b.Columns)-1 {
			gap = 0
		} else if c.Align == report.Center {
			gap = 2
		}
		t.at = append(t.at, at)
		t.wide = append(t.wide, width-gap)
		head := l.words(c.Title, caption, width-gap)
		t.head = append(t.head, head)
		deepest = max(deepest, len(head))
		at += width
	}
	t.headHeight = float64(deepest)*l.height(caption) + headPad
	return t
}

// row breaks the texts of a row.
func (t *table) row(texts []report.Text) row {
	r := row{cells: make([][]line, len(t.Columns))}
	if len(texts) == 1 { // a text across all columns
		r.across = t.lines(texts[0], t.style, t.w)
		r.lines = len(r.across)
		r.height = float64(r.lines)*t.height(t.style) + 2*t.rowPad
		return r
	}
	for i := range min(len(texts), len(t.Columns)) {
		r.cells[i] = t.lines(texts[i], t.style, t.wide[i])
		r.lines = max(r.lines, len(r.cells[i]))
	}
	r.lines = max(r.lines, 1)
	r.height = float64(r.lines)*t.height(t.style) + 2*t.rowPad
	return r
}

func (l *layout) table(b report.Table, x, w float64) {
	t := l.newTable(b, x, w)
	for i, texts := range b.Rows {
		r := t.row(texts)
		if i == 0 {
			l.ensure(t.headHeight + min(r.height, 120))
			t.drawHead()
		}
		t.draw(r)
	}
}

func (t *table) drawHead() {
	if t.headHeight <= headPad { // no column has a title
		t.line(t.x, t.y, t.w, 0, grey, 0.75)
		return
	}
	for i, lines := range t.head {
		top := t.y + t.headHeight - headPad - float64(len(lines))*t.height(caption)
		t.put(lines, t.x+t.at[i], top, t.wide[i], caption, t.Columns[i].Align)
	}
	t.y += t.headHeight
	t.line(t.x, t.y, t.w, 0, grey, 0.75)
	t.fresh = true // a head alone is nothing
}

// nextPage goes on with the table on a new page.
func (t *table) nextPage() {
	t.newPage()
	t.drawHead()
}

// draw places a row, on the next page if it does not fit. A row that is
// taller than a page is broken between lines.
func (t *table) draw(r row) {
	full := textBottom - marginTop - t.headHeight - 30
	if r.height > t.room() && (r.height <= full || t.room() < 4*t.height(t.style)) && !t.fresh {
		t.nextPage()
	}
	for {
		n := int((t.room() - 2*t.rowPad + 0.01) / t.height(t.style))
		if n >= r.lines {
			break
		}
		t.drawLines(r, max(n, 1))
		r.across = r.across[min(len(r.across), max(n, 1)):]
		for i, c := range r.cells {
			r.cells[i] = c[min(len(c), max(n, 1)):]
		}
		r.lines -= max(n, 1)
		t.nextPage()
	}
	t.drawLines(r, r.lines)
}

func (t *table) drawLines(r row, n int) {
	t.put(r.across[:min(n, len(r.across))], t.x, t.y+t.rowPad, t.w, t.style, report.Left)
	for i, c := range r.cells {
		t.put(c[:min(n, len(c))], t.x+t.at[i], t.y+t.rowPad, t.wide[i], t.style, t.Columns[i].Align)
	}
	t.y += float64(n)*t.height(t.style) + 2*t.rowPad
	t.line(t.x, t.y, t.w, 0, hairline, 0.75)
	t.fresh = false
}
