package pdf

import "fortegnelse/export/report"

// markWidth is the space that a mark takes on a line.
func markWidth(m report.Mark, st style) float64 {
	switch m {
	case report.MarkAnswered, report.MarkAbsent, report.MarkOpen:
		return 11
	}
	return st.size * 0.95
}

// mark draws a mark at the left of x, y on the base line. What Noto Sans
// lacks is drawn, the rest is typed.
func (p *painter) mark(m report.Mark, x, y, size float64) {
	w := size * 0.95
	mx, my, r := x+w/2-size*0.08, y-size*0.34, size*0.30
	c := p.canvas
	typed := func(s string, col colour, f face) {
		st := style{f, size, col}
		c.write(mx-p.metrics.width(s, f, size)/2, y, s, st)
	}
	switch m {
	case report.MarkOrdinary:
		c.ring(mx, my, r-0.4, classPlain, 0.9)
	case report.MarkConfidential:
		c.ring(mx, my, r-0.4, classConf, 0.9)
		c.polygon(classConf, halfDisc(mx, my, r-0.4)...)
	case report.MarkSpecial:
		c.disc(mx, my, r, classSpec)
	case report.MarkNationalID:
		c.write(x-size*0.12, y, "№", style{bold, size * 0.95, classID})
	case report.MarkCriminal:
		c.polygon(classCrime, mx, my-r*1.1, mx+r*1.15, my+r*0.9, mx-r*1.15, my+r*0.9)
	case report.MarkReceives:
		c.line(mx-r*0.9, my+r*0.05, mx-r*0.2, my+r*0.75, accent, 1.1)
		c.line(mx-r*0.2, my+r*0.75, mx+r, my-r*0.75, accent, 1.1)
	case report.MarkUnstated:
		typed("?", grey, regular)
	case report.MarkByLaw:
		typed("§", accent, bold)
	case report.MarkIfRelevant:
		typed("*", ink, regular)
	case report.MarkNot:
		typed("–", grey, regular)
	case report.MarkWarning:
		typed("!", warning, bold)
	case report.MarkMissing:
		c.line(mx-r*0.8, my-r*0.8, mx+r*0.8, my+r*0.8, missing, 1.2)
		c.line(mx-r*0.8, my+r*0.8, mx+r*0.8, my-r*0.8, missing, 1.2)
	case report.MarkAnswered, report.MarkAbsent, report.MarkOpen:
		p.square(m, x, y-6.5)
	default:
		typed(p.metrics.clean(string(m), regular), ink, regular)
	}
}

// halfDisc returns the right half of a disc as a polygon.
func halfDisc(x, y, r float64) []float64 {
	sines := [...]float64{-1, -0.924, -0.707, -0.383, 0, 0.383, 0.707, 0.924, 1}
	cosines := [...]float64{0, 0.383, 0.707, 0.924, 1, 0.924, 0.707, 0.383, 0}
	var at []float64
	for i := range sines {
		at = append(at, x+r*cosines[i], y+r*sines[i])
	}
	return at
}

// square draws one square of a bar, 10 points wide and 7 high.
func (p *painter) square(m report.Mark, x, y float64) {
	switch m {
	case report.MarkAnswered:
		p.canvas.rect(x, y, 9.6, 7, accent)
	case report.MarkAbsent:
		p.canvas.frame(x+0.4, y+0.4, 8.8, 6.2, border, 0.8)
	case report.MarkOpen:
		p.canvas.rect(x, y, 9.6, 7, amber)
		p.canvas.write(x+3, y+6, "?", style{bold, 6.5, ink})
	}
}
