package pdf

import (
	"math"

	"fortegnelse/export/report"
)

// entry is something that flows down columns and is not broken.
type entry struct {
	height float64
	title  bool // stays with the next
	draw   func(x, y float64)
}

// flow fills columns that are as even as can be, page by page. Before each
// page's share is drawn, under is called with its top and height.
func (l *layout) flow(entries []entry, x, w float64, columns int, gap, room float64, under func(top, height float64)) {
	width := (w - gap*float64(columns-1)) / float64(columns)
	for len(entries) > 0 {
		available := l.room() - room
		height := balanced(entries, columns)
		n := len(entries)
		if height > available {
			height = available
			n = fill(entries, columns, height, nil)
			if n == 0 && l.fresh {
				n = 1 // taller than a page, which entries are made not to be
				height = entries[0].height
			}
			if n == 0 {
				l.newPage()
				continue
			}
			height = balanced(entries[:n], columns)
		}
		top := l.y
		if under != nil {
			under(top, height)
			top = l.y
		}
		fill(entries[:n], columns, height, func(e entry, column int, y float64) {
			e.draw(x+float64(column)*(width+gap), top+y)
		})
		l.y, l.fresh = top+height, false
		if entries = entries[n:]; len(entries) > 0 {
			l.newPage()
		}
	}
}

// balanced returns the least height at which entries fill the columns.
func balanced(entries []entry, columns int) float64 {
	low, high := 0.0, 0.0
	for _, e := range entries {
		low, high = max(low, e.height), high+e.height
	}
	if columns == 1 {
		return high
	}
	for high-low > 0.5 {
		middle := (low + high) / 2
		if fill(entries, columns, middle, nil) == len(entries) {
			high = middle
		} else {
			low = middle
		}
	}
	return math.Ceil(high*2) / 2
}

// fill puts entries down columns of a height, calls draw for each, and
// returns how many fit.
func fill(entries []entry, columns int, height float64, draw func(e entry, column int, y float64)) int {
	column, y := 0, 0.0
	for i, e := range entries {
		need := e.height
		if e.title && i+1 < len(entries) {
			need += entries[i+1].height
		}
		if y+need > height+0.01 {
			if y == 0 {
				return i
			}
			if column++; column == columns {
				return i
			}
			if y = 0; need > height+0.01 {
				return i
			}
		}
		if draw != nil {
			draw(e, column, y)
		}
		y += e.height
	}
	return len(entries)
}

// longest is how many lines an entry may have; a longer text is several
// entries.
const longest = 40

// pairs sets labels and values in columns, long values across them.
func (l *layout) pairs(b report.Pairs, x, w float64) {
	st := body
	if b.Small {
		st = small
	}
	columns := max(b.Columns, 1)
	const gap = 18.0
	width := (w - gap*float64(columns-1)) / float64(columns)
	var short []entry
	var long []report.Pair
	for _, p := range b.Pairs {
		if columns > 1 {
			if value := l.lines(p.Value, st, width-labelWidth(columns, width)); len(value) > 5 {
				long = append(long, p)
				continue
			}
		}
		short = append(short, l.pair(p, st, columns, width)...)
	}
	l.flow(short, x, w, columns, gap, 0, nil)
	var wide []entry
	for _, p := range long {
		wide = append(wide, l.pair(p, st, 1, w)...)
	}
	l.flow(wide, x, w, 1, 0, 0, nil)
}

func labelWidth(columns int, width float64) float64 {
	if columns == 1 {
		return 112
	}
	return width * 0.40
}

// pair makes the entries of a pair: one, unless its value is very long.
func (l *layout) pair(p report.Pair, st style, columns int, width float64) []entry {
	name := labelWidth(columns, width)
	label := l.words(p.Label, style{regular, st.size, grey}, name-6)
	value := l.lines(p.Value, st, width-name)
	var out []entry
	for first := true; first || len(value) > 0; first = false {
		n := min(len(value), longest)
		head, part := label, value[:n]
		if !first {
			head = nil
		}
		value = value[n:]
		height := float64(max(len(head), len(part), 1))*st.height() + 2*rowPad
		out = append(out, entry{height: height, draw: func(x, y float64) {
			l.put(head, x, y+rowPad, name, st, report.Left)
			l.put(part, x+name, y+rowPad, width-name, st, report.Left)
			l.line(x, y+height, width, 0, hairline, 0.75)
		}})
	}
	return out
}

// lists sets titled lists in columns.
func (l *layout) lists(b report.Lists, x, w float64) {
	columns := max(b.Columns, 1)
	const gap = 18.0
	width := (w - gap*float64(columns-1)) / float64(columns)
	var entries []entry
	for _, g := range b.Groups {
		title := l.lines(report.Text{{Text: g.Title, Style: report.Bold}, {Text: " " + itoa(len(g.Items)), Style: report.Muted}}, body, width)
		height := body.height() + rowPad + 2
		entries = append(entries, entry{height: height, title: true, draw: func(x, y float64) {
			l.put(title[:1], x, y+2, width, body, report.Left)
			l.line(x, y+height, width, 0, grey, 0.75)
		}})
		for _, item := range g.Items {
			entries = append(entries, l.listed(item, width)...)
		}
	}
	l.flow(entries, x, w, columns, gap, 0, nil)
}

func (l *layout) listed(item report.Text, width float64) []entry {
	var out []entry
	for lines := l.lines(item, body, width); len(lines) > 0; {
		part := lines[:min(len(lines), longest)]
		lines = lines[len(part):]
		height := float64(len(part))*body.height() + 2*rowPad - 1
		out = append(out, entry{height: height, draw: func(x, y float64) {
			l.put(part, x, y+rowPad-0.5, width, body, report.Left)
			l.line(x, y+height, width, 0, hairline, 0.75)
		}})
	}
	return out
}

// box sets entries in columns on a grey ground.
func (l *layout) box(b report.Box, x, w float64) {
	const pad, gap = 9.0, 14.0
	columns := max(b.Columns, 1)
	inner := w - 2*pad
	width := (inner - gap*float64(columns-1)) / float64(columns)
	var entries []entry
	for _, item := range b.Items {
		for lines := l.lines(item, small, width); len(lines) > 0; {
			part := lines[:min(len(lines), longest)]
			lines = lines[len(part):]
			entries = append(entries, entry{height: float64(len(part))*small.height() + 2, draw: func(x, y float64) {
				l.put(part, x, y, width, small, report.Left)
			}})
		}
	}
	head := headSize*1.3 + 4
	l.gap(4)
	l.ensure(2*pad + head + 3*small.height())
	l.flow(entries, x+pad, inner, columns, gap, 2*pad+head, func(top, height float64) {
		l.rect(x, top, w, height+2*pad+head, box)
		l.text(x+pad, top+pad+headSize*0.85, l.fit(b.Title, bold, headSize, inner), style{bold, headSize, ink})
		l.y = top + pad + head
	})
	l.y += pad
}
