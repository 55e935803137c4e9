package pdf

import (
	"strconv"

	"fortegnelse/export/report"
)

func itoa(n int) string { return strconv.Itoa(n) }

const coverHeight = 450.0

// cover is the first page: the title on a ground of its own, below it what
// the report is about.
func (l *layout) cover() {
	l.newPage()
	l.page.bare = true
	c := l.doc.Cover
	l.rect(0, 0, pageWidth, coverHeight, accent)
	y := l.put(l.words(l.doc.Owner, style{regular, 13.5, white}, textWidth), marginLeft, 54, textWidth, style{size: 13.5}, report.Left) + 10
	y = l.put(l.words(l.doc.Title, style{bold, coverSize, white}, textWidth), marginLeft, y, textWidth, style{size: coverSize * 0.92}, report.Left) + 8
	l.put(l.words(c.Subtitle, style{regular, 12, coverUnder}, 230), marginLeft, y, 230, style{size: 12}, report.Left)
	l.text(marginLeft, coverHeight-48, l.clean(c.Date, regular), style{regular, 10.5, white})

	const step, left = 28.5, 306.0
	top := coverHeight - 43 - step*float64(len(c.Letters))
	for i, letter := range c.Letters {
		at := top + step*float64(i)
		l.line(left, at, pageWidth-left, 0, coverLine, 0.75)
		l.text(left, at+18.5, letter.Letter, style{regular, 10.5, coverList})
		l.text(left+24, at+18.5, l.fit(letter.Name, regular, 10.5, pageWidth-left-40), style{regular, 10.5, coverList})
	}
	l.line(left, coverHeight-43, pageWidth-left, 0, coverLine, 0.75)

	l.y = coverHeight + 24
	l.line(marginLeft, l.y, textWidth, 0, ink, 0.75)
	const pad, label = 5.0, 132.0
	st := style{regular, 9.5, ink}
	for _, p := range c.Rows {
		name := l.words(p.Label, style{regular, 9.5, grey}, label-6)
		lines := l.lines(p.Value, st, textWidth-label)
		height := float64(max(len(lines), len(name), 1))*l.height(st) + 2*pad
		if l.room() < height {
			l.newPage()
			l.page.bare = true
		}
		l.put(name, marginLeft, l.y+pad, label, st, report.Left)
		l.put(lines, marginLeft+label, l.y+pad, textWidth-label, st, report.Left)
		l.y += height
		l.line(marginLeft, l.y, textWidth, 0, rule, 0.75)
	}
	promise := l.words(c.Promise, caption, textWidth)
	height := float64(len(promise)) * l.height(caption)
	at := max(l.y+12, 800-height)
	l.put(promise, marginLeft, at, textWidth, caption, report.Left)
}
