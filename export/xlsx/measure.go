package xlsx

import "strings"

// The text of cells is set in Arial 9. A spreadsheet does not fit the height
// of a row to wrapped text that it did not lay out itself, so the lines are
// counted here, with the advance widths of the font in thousandths of its
// size. Fonts with the same metrics stand in for Arial where it is missing.
const (
	fontName = "Arial"
	fontSize = 9.0
	lineHigh = 12.0 // points from one line to the next
	rowPad   = 3.0  // points above and below the text of a row
	cellPad  = 8.0  // points left and right of the text of a cell, together
	unit     = 6.0  // points in one unit of column width: a digit in Arial 11

	// maxHeight is the highest row that Excel shows.
	maxHeight = 409.0
	maxLines  = 33 // times lineHigh, and rowPad

	// maxUnits is how many UTF-16 units fit into one cell.
	maxUnits = 32767

	// slack makes up for fonts that are a little wider than Arial.
	slack = 1.05
)

// advance holds the width of ASCII characters from the space on.
var advance = [...]uint16{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
}

// width returns the width of a character in points.
func width(r rune) float64 {
	thousandths := 600.0
	switch {
	case r >= ' ' && int(r-' ') < len(advance):
		thousandths = float64(advance[r-' '])
	case r == 'æ' || r == '№' || r == '…' || r == '—':
		thousandths = 1000
	case r >= 'À' && r <= 'Þ':
		thousandths = 740
	case r >= 0x1100: // marks, CJK, emoji
		thousandths = 1100
	}
	return thousandths * (fontSize / 1000) * slack
}

// wide returns the width of the longest line of s in points, and that of its
// longest word.
func wide(s string) (line, word float64) {
	var l, w float64
	for _, r := range s {
		switch r {
		case '\n':
			l, w = 0, 0
			continue
		case ' ':
			w = 0
			l += width(r)
			continue
		}
		l += width(r)
		w += width(r)
		line, word = max(line, l), max(word, w)
	}
	return line, word
}

// wrap lays s out in lines of at most room points, as a spreadsheet does,
// and returns how many lines the text needs. If it needs more than most, it
// returns where the text must be cut to fill most lines; else the length
// of s.
func wrap(s string, room float64, most int) (count, cut int) {
	if len(s) < 8 && !strings.Contains(s, "\n") && room > 8*fontSize {
		return 1, len(s) // most cells
	}
	count = 1
	var x, word float64 // width of the line so far, and of the word at its end
	start := 0          // of that word
	cut = len(s)
	next := func(at int) bool { // begins a line at a byte of s
		if count == most {
			cut = at
			return false
		}
		count++
		return true
	}
	for i, r := range s {
		switch {
		case r == '\n':
			if i+1 < len(s) && !next(i+1) {
				return count, cut
			}
			x, word, start = 0, 0, i+1
			continue
		case r == ' ':
			x += width(r)
			word, start = 0, i+1
			continue
		}
		w := width(r)
		x += w
		word += w
		if x <= room {
			continue
		}
		if word < x && word <= room { // the word moves to the next line
			if !next(start) {
				return count, cut
			}
			x = word
		} else { // the word is longer than a line
			if !next(i) {
				return count, cut
			}
			x, word, start = w, w, i
		}
	}
	return count, cut
}

// within16 returns how much of s fits into one cell, in bytes: all of it, or
// as much as has at most max UTF-16 units.
func within16(s string, max int) int {
	if len(s) <= max { // no character has more units than bytes
		return len(s)
	}
	units := 0
	for i, r := range s {
		units++
		if r > 0xFFFF {
			units++
		}
		if units > max {
			return i
		}
	}
	return len(s)
}
