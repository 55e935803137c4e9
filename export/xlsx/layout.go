package xlsx

import (
	"math"
	"slices"
	"strings"
)

// The widths of columns, in units of a digit of the workbook's font.
const (
	narrowest = 8.0
	widest    = 60.0
	budget    = 210.0 // of a sheet, so that it can be read on A4 landscape
	ceiling   = 300.0 // where a record would else need more than one row
	button    = 3.0   // of the filter, in the head
	stride    = 1.0   // by which columns grow
	sample    = 48    // rows that decide
)

// fit returns the widths of the columns of a page. Each begins as narrow as
// its longest word allows; then those grow whose text makes rows high, until
// the page is as wide as a sheet of paper allows or no text wraps.
func (pg *page) fit() []float64 {
	widths := make([]float64, len(pg.headings))
	needs := make([]float64, len(pg.headings)) // for the longest line
	for i, h := range pg.headings {
		_, word := wide(h.text)
		widths[i] = max(narrowest, min(word*1.1/unit+button, 18)) // heads are bold
		needs[i] = widths[i]
	}
	widths[0] = max(widths[0], 20) // what the row is about
	for _, r := range pg.rows {
		for i, c := range r.cells {
			line, word := wide(clip(c.display()))
			needs[i] = max(needs[i], min((line+cellPad)/unit, widest))
			widths[i] = max(widths[i], min((word+cellPad)/unit, 15))
		}
	}
	grow(widths, needs, pg.lengths())
	for i := range widths {
		widths[i] = min(math.Ceil(widths[i]*4)/4, widest)
	}
	return widths
}

// lengths returns, column by column, the widths of the lines of text in a
// sample of the rows.
func (pg *page) lengths() [][][]float64 {
	out := make([][][]float64, len(pg.headings))
	every := max(1, len(pg.rows)/sample)
	for at := 0; at < len(pg.rows); at += every {
		for i, c := range pg.rows[at].cells {
			var all []float64
			for s := range strings.SplitSeq(clip(c.text), "\n") {
				line, _ := wide(s)
				all = append(all, line)
			}
			out[i] = append(out[i], all)
		}
	}
	return out
}

// grow widens columns, always the one where a step saves most, until the
// budget is spent or none needs more.
func grow(widths, needs []float64, lengths [][][]float64) {
	total := 0.0
	for _, w := range widths {
		total += w
	}
	// The height of a row is that of its highest cell; the square makes high
	// cells count most, and still tells which of two equal ones to widen.
	cost := func(column int, w float64) (sum float64) {
		for _, cell := range lengths[column] {
			lines := linesOf(cell, w)
			sum += lines * lines
		}
		return sum
	}
	saving := make([]float64, len(widths))
	reckon := func(i int) {
		saving[i] = -1
		if widths[i] < needs[i] {
			saving[i] = cost(i, widths[i]) - cost(i, widths[i]+4*stride) // one step alone may save no line
		}
	}
	for i := range widths {
		reckon(i)
	}
	for total+stride <= budget {
		best := 0
		for i, s := range saving {
			if s > saving[best] {
				best = i
			}
		}
		if saving[best] < 0 {
			break
		}
		widths[best] += stride
		total += stride
		reckon(best)
	}
	spare(widths, total, lengths)
}

// spare widens the columns with cells higher than a row can be, so that a
// record keeps to one row, which can be sorted and filtered. The sheet is
// then printed smaller.
func spare(widths []float64, total float64, lengths [][][]float64) {
	for i := range widths {
		tooHigh := func(cell []float64) bool { return linesOf(cell, widths[i]) > maxLines-2 }
		for widths[i] < widest && total < ceiling && slices.ContainsFunc(lengths[i], tooHigh) {
			widths[i] += stride
			total += stride
		}
	}
}

// linesOf returns about how many lines a cell needs in a column of width w.
func linesOf(cell []float64, w float64) (lines float64) {
	room := w*unit - cellPad
	for _, line := range cell {
		lines += max(1, math.Ceil(line/room))
	}
	return lines
}

// clip shortens a text that is longer than any column is wide; its first
// part tells enough.
func clip(s string) string {
	if len(s) > 2000 {
		return strings.ToValidUTF8(s[:2000], "")
	}
	return s
}

// flow breaks a line into as many rows as are needed for nothing to be cut:
// a cell holds a limited number of characters, and a row a limited number of
// lines of text. It returns the rows and their heights.
func flow(cells []cell, widths []float64, continued func(string) string) ([][]cell, []float64) {
	var rows [][]cell
	var heights []float64
	rest := cells
	for {
		row := rest
		var next []cell
		most := 1
		for i, c := range row {
			if c.kind != textual {
				continue
			}
			count, cut := wrap(c.text, widths[i]*unit-cellPad, maxLines)
			cut = min(cut, within16(c.text, maxUnits))
			most = max(most, count)
			if cut == len(c.text) {
				continue
			}
			if next == nil {
				next = make([]cell, len(cells))
				row = slices.Clone(row)
			}
			next[i] = c
			next[i].text = c.text[cut:]
			row[i].text = c.text[:cut]
		}
		rows = append(rows, row)
		heights = append(heights, float64(most)*lineHigh+rowPad)
		if next == nil {
			return rows, heights
		}
		if next[0].kind == blank {
			next[0] = text(continued(cells[0].text))
		}
		if len(next) > 1 && next[1].kind == blank {
			next[1] = cells[1]
		}
		rest = next
	}
}
