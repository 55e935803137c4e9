package ui

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Needle is a search text made ready to be found in many texts. Case, accents
// and the Nordic spellings do not count: ø is o, oe and ö; å is aa and a; æ is
// ae and ä. Every word of the needle must be found. The zero value is found
// everywhere.
type Needle struct {
	words []folded
}

// Haystack is a text made ready to be searched often, in both spellings.
type Haystack struct{ long, short string }

// folded is a text in the two spellings that can be meant: long (aa, ae, oe)
// and short (a, a, o).
type folded struct{ long, short foldedText }

// foldedText is a folded text with, for each of its bytes, where its letter
// begins and ends in the original.
type foldedText struct {
	text       string
	start, end []int
}

// Span is a found place in bytes of the original text.
type Span struct{ Start, End int }

// NewNeedle prepares what a person has typed.
func NewNeedle(typed string) Needle {
	var n Needle
	for _, word := range strings.Fields(typed) {
		n.words = append(n.words, fold(word))
	}
	return n
}

// NewHaystack prepares a text to be searched.
func NewHaystack(text string) Haystack {
	composed := norm.NFC.String(text)
	return Haystack{foldPlain(composed, longForms), foldPlain(composed, shortForms)}
}

// foldPlain folds a composed text like foldWith, without noting where the
// letters stood: a whole register is folded at once.
func foldPlain(text string, forms map[rune]string) string {
	var out strings.Builder
	out.Grow(len(text) + len(text)/16)
	for _, r := range text {
		switch {
		case 'A' <= r && r <= 'Z':
			out.WriteByte(byte(r) + 'a' - 'A')
		case r < utf8.RuneSelf:
			out.WriteByte(byte(r))
		default:
			if form, ok := forms[unicode.ToLower(r)]; ok {
				out.WriteString(form)
				continue
			}
			out.WriteString(foldLetter(string(r), forms))
		}
	}
	return out.String()
}

// Empty reports whether there is nothing to look for.
func (n Needle) Empty() bool { return len(n.words) == 0 }

// In reports whether every word is found in one or other of the texts.
func (n Needle) In(texts ...Haystack) bool {
	for _, word := range n.words {
		if !slices.ContainsFunc(texts, word.in) {
			return false
		}
	}
	return true
}

func (f folded) in(h Haystack) bool {
	return strings.Contains(h.long, f.long.text) || strings.Contains(h.short, f.short.text)
}

// Spans returns the found places in order, none overlapping; nil if a word is missing.
func (n Needle) Spans(text string) []Span {
	f := fold(text)
	if !n.In(Haystack{f.long.text, f.short.text}) {
		return nil
	}
	hit := make([]bool, len(text))
	for _, word := range n.words {
		if !markAll(hit, f.long, word.long.text) {
			markAll(hit, f.short, word.short.text)
		}
	}
	var spans []Span
	for i := 0; i < len(hit); i++ {
		if !hit[i] {
			continue
		}
		start := i
		for i < len(hit) && hit[i] {
			i++
		}
		spans = append(spans, Span{start, i})
	}
	return spans
}

func markAll(hit []bool, in foldedText, word string) bool {
	found := false
	for from := 0; ; {
		at := strings.Index(in.text[from:], word)
		if at < 0 || word == "" {
			return found
		}
		found = true
		at += from
		last := at + len(word) - 1
		for i := in.start[at]; i < in.end[last]; i++ {
			hit[i] = true
		}
		from = at + len(word)
	}
}

func fold(text string) folded {
	return folded{foldWith(text, longForms), foldWith(text, shortForms)}
}

var (
	longForms  = map[rune]string{'å': "aa", 'æ': "ae", 'ä': "ae", 'ø': "oe", 'ö': "oe", 'ß': "ss"}
	shortForms = map[rune]string{'å': "a", 'æ': "ae", 'ä': "a", 'ø': "o", 'ö': "o", 'ß': "ss"}
)

func foldWith(text string, forms map[rune]string) foldedText {
	var f foldedText
	var out strings.Builder
	var letters norm.Iter
	letters.InitString(norm.NFC, text)
	from := 0
	for !letters.Done() {
		letter := string(letters.Next())
		to := letters.Pos()
		for _, part := range foldLetter(letter, forms) {
			out.WriteRune(part)
		}
		for len(f.start) < out.Len() {
			f.start = append(f.start, from)
			f.end = append(f.end, to)
		}
		from = to
	}
	f.text = out.String()
	return f
}

func foldLetter(letter string, forms map[rune]string) string {
	lower := strings.ToLower(letter)
	var out strings.Builder
	for _, r := range lower {
		if form, ok := forms[r]; ok {
			out.WriteString(form)
			continue
		}
		for _, part := range norm.NFD.String(string(r)) {
			if !unicode.Is(unicode.Mn, part) {
				out.WriteRune(part)
			}
		}
	}
	return out.String()
}
