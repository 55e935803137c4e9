package xlsx

import (
	"slices"
	"strings"
)

// The widths of columns, in units of a digit of the workbook's font.
const (
	narrowest = 8.0
	widest    = 60.0
	budget    = 230.0 // of a sheet, so that A4 landscape can still be read
	button    = 3.0   // of the filter, in the head
)

// fit returns the widths of the columns of a page: as wide as their text
// needs, the widest made narrower until all fit on a sheet of paper.
func (pg *page) fit() []float64 {
	needs := make([]float64, len(pg.headings)) // longest line
	least := make([]float64, len(pg.headings)) // longest word
	for i, h := range pg.headings {
		_, word := wide(h.text)
		least[i] = min(word*1.1/unit+button, 24) // heads are bold
		needs[i] = least[i]
	}
	for _, r := range pg.rows {
		for i, c := range r.cells {
			line, word := wide(clip(c.display()))
			needs[i] = max(needs[i], (line+cellPad)/unit)
			least[i] = max(least[i], min((word+cellPad)/unit, 20))
		}
	}
	for i := range needs {
		needs[i] = min(max(needs[i], narrowest), widest)
		least[i] = min(max(least[i], narrowest), needs[i])
	}
	return narrow(needs, least, budget)
}

// clip shortens a text that is longer than any column is wide; its first
// part tells enough.
func clip(s string) string {
	if len(s) > 600 {
		return strings.ToValidUTF8(s[:600], "")
	}
	return s
}

// narrow lowers the widest columns until they add up to room, but none below
// what it needs least.
func narrow(needs, least []float64, room float64) []float64 {
	sum := func(limit float64) (total float64) {
		for i := range needs {
			total += max(min(needs[i], limit), least[i])
		}
		return total
	}
	low, high := narrowest, widest
	if sum(high) > room {
		for range 30 { // halving finds the limit
			if mid := (low + high) / 2; sum(mid) > room {
				high = mid
			} else {
				low = mid
			}
		}
		high = low
	}
	out := make([]float64, len(needs))
	for i := range needs {
		out[i] = float64(int(max(min(needs[i], high), least[i])*4+0.999)) / 4
	}
	return out
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
