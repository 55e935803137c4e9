package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Style says how a run of text is set.
type Style uint8

// The styles of a run.
const (
	Plain  Style = iota
	Bold         // what matters in a line
	Muted        // grey: labels, numbers, asides
	Absent       // italic: an answer that is not stated, or not yet given
	Quoted       // italic: the wording of the law, quotations
	Accent       // letters and record numbers
	Aside        // grey and small
)

// Mark is a small sign that a renderer draws. Its value is the character
// that stands for it in plain text.
type Mark string

// The marks.
const (
	NoMark           Mark = ""
	MarkOrdinary     Mark = "○"
	MarkConfidential Mark = "◐"
	MarkSpecial      Mark = "●"
	MarkNationalID   Mark = "№"
	MarkCriminal     Mark = "▲"
	MarkReceives     Mark = "✓"
	MarkUnstated     Mark = "?"
	MarkByLaw        Mark = "§"
	MarkIfRelevant   Mark = "*"
	MarkNot          Mark = "–"
	MarkAnswered     Mark = "■"
	MarkAbsent       Mark = "□"
	MarkOpen         Mark = "▨"
	MarkWarning      Mark = "!"
	MarkMissing      Mark = "✕"
)

// Run is a stretch of text in one style, or one mark.
type Run struct {
	Text  string
	Style Style
	Mark  Mark
}

// Text is what is said in one place. Nil is nothing.
type Text []Run

// String returns the text without its styles, marks as characters.
func (t Text) String() string {
	switch {
	case len(t) == 0:
		return ""
	case len(t) == 1 && t[0].Mark == NoMark:
		return t[0].Text
	}
	var b strings.Builder
	for _, r := range t {
		b.WriteString(string(r.Mark))
		b.WriteString(r.Text)
	}
	return b.String()
}

// Say returns s as plain text; nothing if s is empty.
func Say(s string) Text { return styled(s, Plain) }

func styled(s string, style Style) Text {
	if s == "" {
		return nil
	}
	return Text{{Text: s, Style: style}}
}

func marked(m Mark) Text { return Text{{Mark: m}} }

// in returns t with its plain runs in another style.
func (t Text) in(style Style) Text {
	out := make(Text, len(t))
	for i, r := range t {
		if r.Style == Plain {
			r.Style = style
		}
		out[i] = r
	}
	return out
}

// join puts the texts that are not empty after each other, sep between them.
// A sentence that ends and one that begins have no semicolon between them.
func join(sep string, parts ...Text) Text {
	var out Text
	for _, p := range parts {
		if len(p) == 0 {
			continue
		}
		if len(out) > 0 && sep != "" {
			out = append(out, Run{Text: between(sep, out[len(out)-1].Text, p[0].Text)})
		}
		out = append(out, p...)
	}
	return out
}

// between returns what separates two texts: "; ", but a space after a full
// stop where the next begins with a capital.
func between(sep, before, after string) string {
	first, _ := utf8.DecodeRuneInString(after)
	if sep == "; " && strings.HasSuffix(before, ".") && unicode.IsUpper(first) {
		return " "
	}
	return sep
}

// joinWords is join for plain words.
func joinWords(sep string, parts ...string) string {
	var b strings.Builder
	last := ""
	for _, p := range parts {
		if p == "" {
			continue
		}
		if last != "" {
			b.WriteString(between(sep, last, p))
		}
		b.WriteString(p)
		last = p
	}
	return b.String()
}
