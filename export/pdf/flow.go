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

// flow fills columns that are as even as can be, page by page.
func (l *layout) flow(entries []entry, x, w float64, columns int, gap float64) {
	width := (w - gap*float64(columns-1)) / float64(columns)
	for len(entries) > 0 {
		available := l.room()
		height := balanced(entries, columns)
		n := len(entries)
		if height > available {
			n = fill(entries, columns, available, nil)
			if n == 0 && l.fresh {
				n = 1 // taller than a page, which entries are made not to be
			}
			if n == 0 {
				l.newPage()
				continue
			}
			height = balanced(entries[:n], columns)
		}
		top := l.y
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
	name := l.labelWidth(b.Pairs, st, columns, width)
	var short []entry
	var long []report.Pair
	for _, p := range b.Pairs {
		if columns > 1 && len(l.lines(p.Value, st, width-name)) > 6-columns {
			long = append(long, p)
			continue
		}
		short = append(short, l.pair(p, st, name, width)...)
	}
	l.flow(short, x, w, columns, gap)
	var wide []entry
	for _, p := range long {
		wide = append(wide, l.pair(p, st, max(name, 112), w)...)
	}
	l.flow(wide, x, w, 1, 0)
}

// labelWidth returns the width of the column of labels: that of the widest
// label, but not more than half.
func (l *layout) labelWidth(pairs []report.Pair, st style, columns int, width float64) float64 {
	widest := 0.0
	for _, p := range pairs {
		widest = max(widest, l.width(l.clean(p.Label, st.face), st.face, st.size))
	}
	most := width * 0.7
	if columns == 1 {
		most = width * 0.3
	}
	return min(widest+10, most)
}

// pair makes the entries of a pair: one, unless its value is very long.
func (l *layout) pair(p report.Pair, st style, name, width float64) []entry {
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
		height := float64(max(len(head), len(part), 1))*l.height(st) + 2*l.rowPad
		out = append(out, entry{height: height, draw: func(x, y float64) {
			l.put(head, x, y+l.rowPad, name, st, report.Left)
			l.put(part, x+name, y+l.rowPad, width-name, st, report.Left)
			l.line(x, y+height, width, 0, hairline, 0.75)
		}})
	}
	return out
}

// box sets entries one behind the other on a grey ground.
func (l *layout) box(b report.Box, x, w float64) {
	const pad = 5.5
	all := report.Text{{Text: b.Title + "  ", Style: report.Bold}}
	for i, item := range b.Items {
		if i > 0 {
			all = append(all, report.Run{Text: "  ·  ", Style: report.Muted})
		}
		all = append(all, item...)
	}
	lines := l.lines(all, small, w-2*pad)
	l.ensure(2*pad + 3*l.height(small))
	for len(lines) > 0 {
		n := max(1, min(len(lines), int((l.room()-2*pad)/l.height(small))))
		height := float64(n)*l.height(small) + 2*pad
		l.rect(x, l.y, w, height, box)
		l.put(lines[:n], x+pad, l.y+pad, w-2*pad, small, report.Left)
		l.y += height
		if lines = lines[n:]; len(lines) > 0 {
			l.newPage()
		}
	}
}
