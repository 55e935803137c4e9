package xlsx

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"fortegnelse/model"
)

// cellKind says how a cell is stored.
type cellKind uint8

const (
	blank cellKind = iota
	textual
	numeric
	dated // number is the day in Excel's calendar
)

// look is what a cell looks like, beside what its column does.
type look uint8

const (
	plain  look = iota
	absent      // looked at and not stated
	silent      // not yet answered
	linked      // leads to a web page
	ordinary
	confidential
	special
	nationalID
	criminal
	looks // how many there are
)

// cell is one cell before it is written.
type cell struct {
	text   string
	number int
	kind   cellKind
	look   look
}

// text returns a cell of text, blank if s is empty.
func text(s string) cell {
	if s == "" {
		return cell{}
	}
	return cell{text: s, kind: textual}
}

func number(n int) cell { return cell{number: n, kind: numeric} }

// Excel counts days from 1900 and believes that there was a 29 February
// 1900; dates before March of that year are written as text.
var (
	dayZero  = model.Date{Year: 1899, Month: 12, Day: 30}.Time()
	firstDay = model.Date{Year: 1900, Month: 3, Day: 1}
	lastDay  = model.Date{Year: 9999, Month: 12, Day: 31}
)

func date(d model.Date) cell {
	switch {
	case d.IsZero():
		return cell{}
	case d.Before(firstDay) || lastDay.Before(d):
		return text(d.String())
	}
	return cell{text: d.String(), number: int(d.Time().Sub(dayZero).Hours() / 24), kind: dated}
}

// lines joins what is said on lines of their own.
func lines(all ...string) string {
	out := all[:0:0]
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n")
}

// display returns the text that a reader of the sheet sees.
func (c cell) display() string {
	if c.kind == numeric {
		return strconv.Itoa(c.number)
	}
	return c.text
}

// tidy makes the line ends of s those of a spreadsheet, and invalid bytes
// visible.
func tidy(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return s
}

var escaped = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// escape keeps a text such as "_x0041_" what it is: in a workbook that form
// stands for a character by its number, and the library stores it as it
// comes.
func escape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && escaped.MatchString(s[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
