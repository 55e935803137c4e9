package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

const ellipsis = "…"

// fitter cuts texts to a width and remembers the result, because measuring is
// the dear part of drawing a table. The zero value is ready.
type fitter struct {
	known map[fitKey]string
}

type fitKey struct {
	text  string
	width float32
	size  float32
	style fyne.TextStyle
}

// fitLimit bounds the memory: past it the fitter forgets and starts again.
const fitLimit = 20000

// fit returns the text, cut with an ellipsis where it is wider than width.
func (f *fitter) fit(text string, width, size float32, style fyne.TextStyle) string {
	key := fitKey{text, width, size, style}
	if cut, ok := f.known[key]; ok {
		return cut
	}
	if f.known == nil || len(f.known) >= fitLimit {
		f.known = map[fitKey]string{}
	}
	cut := fitText(text, width, size, style)
	f.known[key] = cut
	return cut
}

func textWidth(text string, size float32, style fyne.TextStyle) float32 {
	if text == "" {
		return 0
	}
	return fyne.MeasureText(text, size, style).Width
}

func fitText(text string, width, size float32, style fyne.TextStyle) string {
	text = oneLine(text)
	if text == "" || textWidth(text, size, style) <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)-1 // low runes fit, high+1 do not
	for low < high {
		middle := (low + high + 1) / 2
		if textWidth(string(runes[:middle])+ellipsis, size, style) <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	if low == 0 {
		return ""
	}
	return strings.TrimRightFunc(string(runes[:low]), unicode.IsSpace) + ellipsis
}

// oneLine turns line breaks and tabs into spaces.
func oneLine(text string) string {
	if !strings.ContainsAny(text, "\n\r\t") {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// wrapText breaks text into lines no wider than width: at spaces, after hyphens
// and slashes, and inside a word that is wider than a line.
func wrapText(text string, width, size float32, style fyne.TextStyle) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		lines = append(lines, wrapParagraph(paragraph, width, size, style)...)
	}
	return lines
}

func wrapParagraph(text string, width, size float32, style fyne.TextStyle) []string {
	if width <= 0 || textWidth(text, size, style) <= width {
		return []string{text}
	}
	var lines []string
	line := ""
	for _, piece := range pieces(text) {
		if textWidth(strings.TrimRight(line+piece, " "), size, style) <= width {
			line += piece
			continue
		}
		if strings.TrimSpace(line) != "" {
			lines = append(lines, strings.TrimRight(line, " "))
		}
		line = piece
		for textWidth(strings.TrimRight(line, " "), size, style) > width {
			n := runesThatFit(line, width, size, style)
			lines = append(lines, line[:n])
			line = line[n:]
		}
	}
	return append(lines, strings.TrimRight(line, " "))
}

// pieces cuts a paragraph where a line may end; spaces stay at the end of the
// piece before them.
func pieces(text string) []string {
	var out []string
	start, space := 0, false
	for i, r := range text {
		switch {
		case r == ' ':
			space = true
		case space:
			out = append(out, text[start:i])
			start, space = i, false
		case i > start && strings.ContainsRune("-/", rune(text[i-1])):
			out = append(out, text[start:i])
			start = i
		}
	}
	return append(out, text[start:])
}

// runesThatFit returns how many bytes of text fit in width, at least those of one rune.
func runesThatFit(text string, width, size float32, style fyne.TextStyle) int {
	fits := 0
	for fits < len(text) {
		_, n := utf8.DecodeRuneInString(text[fits:])
		if fits > 0 && textWidth(text[:fits+n], size, style) > width {
			break
		}
		fits += n
	}
	return fits
}
