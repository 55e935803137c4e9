package pdf

import (
	"fortegnelse/export/report"
)

const (
	contentsRow   = 18.0
	contentsGap   = 30.0
	contentsTitle = 38.0
)

// contents are the pages that list the sections. Their number is known
// before the sections are placed, their page numbers only after.
type contents struct {
	*layout
	first  int // index of the first page
	rows   int // rows of the columns on the last page
	placed []int
}

// reserve leaves room for the contents.
func (l *layout) reserve() *contents {
	c := &contents{layout: l, first: len(l.pages), placed: make([]int, len(l.doc.Sections))}
	l.head, l.continued = l.doc.Title, ""
	left := len(l.doc.Sections)
	for {
		l.newPage()
		if left <= 2*perColumn() {
			break
		}
		left -= 2 * perColumn()
	}
	c.rows = (left + 1) / 2
	l.y = marginTop + contentsTitle + contentsRow*float64(c.rows) + 12
	l.fresh = false
	return c
}

func perColumn() int {
	room := textBottom - marginTop - contentsTitle
	return int(room / contentsRow)
}

// fill writes the contents, now that the page of each section is known.
func (c *contents) fill() {
	const width = (textWidth - contentsGap) / 2
	sections := c.doc.Sections
	for at, i := c.first, 0; i < len(sections); at++ {
		c.page = c.pages[at]
		rows := perColumn()
		if len(sections)-i <= 2*rows {
			rows = c.rows
		}
		c.text(marginLeft, marginTop+titleSize, c.clean(c.doc.Labels.Contents, bold), style{bold, titleSize, ink})
		for column := range 2 {
			for r := 0; r < rows && i < len(sections); r++ {
				c.row(i, marginLeft+float64(column)*(width+contentsGap), marginTop+contentsTitle+contentsRow*float64(r), width)
				i++
			}
		}
	}
}

func (c *contents) row(i int, x, y, width float64) {
	s := c.doc.Sections[i]
	st, at := style{bold, bodySize + 0.5, ink}, x
	if s.Level > 1 {
		st.face = regular
		at += 20
	}
	base := y + 12.5
	number := itoa(c.placed[i] + 1)
	room := x + width - c.width(number, regular, st.size) - 10
	if s.Number != "" {
		n := c.clean(s.Number, st.face)
		c.text(at, base, n, st)
		at += c.width(n, st.face, st.size) + 8
	}
	c.text(at, base, c.fit(s.Title, st.face, st.size, room-at), st)
	c.put(c.words(number, style{regular, st.size, ink}, 60), x+width-60, base-st.size*1.06, 60, st, report.Right)
	c.line(x, y+contentsRow, width, 0, hairline, 0.75)
	c.page.links = append(c.page.links, area{x, y, width, contentsRow, i})
}
