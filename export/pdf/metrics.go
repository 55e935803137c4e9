package pdf

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"

	"fortegnelse/assets/fonts"
)

// face is one of the three fonts.
type face uint8

const (
	regular face = iota
	bold
	italic
)

var faceFiles = [...][]byte{regular: fonts.Regular, bold: fonts.Bold, italic: fonts.Italic}

// metrics measures text. Advances are looked up once for each character.
type metrics struct {
	faces   [len(faceFiles)]faceMetrics
	breaker breaker // its memory is used again and again
}

type faceMetrics struct {
	font     *sfnt.Font
	buffer   sfnt.Buffer
	advances [0x10000]int16 // of 1000 to the em, plus 1; 0: not looked up yet, -1: no such glyph
}

func newMetrics() (*metrics, error) {
	m := &metrics{}
	for i, data := range faceFiles {
		f, err := sfnt.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("reading font %d: %w", i, err)
		}
		m.faces[i].font = f
	}
	return m, nil
}

// advance returns the width of a character in thousandths of the type size,
// and whether the font has it.
func (f *faceMetrics) advance(r rune) (int, bool) {
	if r > 0xFFFF {
		return 0, false
	}
	a := f.advances[r]
	if a == 0 {
		a = f.lookUp(r)
		f.advances[r] = a
	}
	if a < 0 {
		return 0, false
	}
	return int(a) - 1, true
}

func (f *faceMetrics) lookUp(r rune) int16 {
	if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
		return -1
	}
	glyph, err := f.font.GlyphIndex(&f.buffer, r)
	if err != nil || glyph == 0 {
		return -1
	}
	w, err := f.font.GlyphAdvance(&f.buffer, glyph, fixed.I(1000), font.HintingNone)
	if err != nil {
		return -1
	}
	return int16(w.Round()) + 1
}

// width returns the width of text that has been cleaned, in points.
func (m *metrics) width(s string, of face, size float64) float64 {
	f, sum := &m.faces[of], 0
	for _, r := range s {
		w, _ := f.advance(r)
		sum += w
	}
	return float64(sum) * size / 1000
}

// substitute stands for what cannot be printed.
const substitute = '\uFFFD'

// alike are signs that the fonts lack, and what reads the same.
var alike = map[rune]string{
	'−': "–", '‑': "-", '‒': "–", '→': "->", '←': "<-", '≤': "<=", '≥': ">=", '≠': "/=", '′': "'", '″': `"`,
}

// clean makes text fit to be drawn: composed letters, no control characters,
// nothing that the font lacks. Line breaks stay.
func (m *metrics) clean(s string, of face) string {
	plain := true
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c < ' ' && c != '\n' || c == 0x7f {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	s = strings.ToValidUTF8(s, "\x00")
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	f := &m.faces[of]
	if fits(f, s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		switch {
		case r == '\n' || r == softHyphen:
			b.WriteRune(r)
		case r == '\t' || r == '\v' || r == '\f':
			b.WriteByte(' ')
		case r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			b.WriteByte('\n')
		case unicode.Is(unicode.Cf, r): // joiners and direction marks have no shape
		case r == 0x7f || r < ' ' || unicode.IsControl(r):
			b.WriteRune(substitute)
		case unicode.IsSpace(r):
			b.WriteRune(space(f, r))
		default:
			if _, ok := f.advance(r); ok {
				b.WriteRune(r)
			} else if s, ok := alike[r]; ok {
				b.WriteString(s)
			} else {
				b.WriteRune(substitute)
			}
		}
	}
	return b.String()
}

// fits reports whether all of s can be drawn as it is.
func fits(f *faceMetrics, s string) bool {
	for _, r := range s {
		if r == '\n' || r == softHyphen {
			continue
		}
		if _, ok := f.advance(r); !ok {
			return false
		}
	}
	return true
}

// space keeps a space that the font has; others become the common one.
func space(f *faceMetrics, r rune) rune {
	if _, ok := f.advance(r); ok {
		return r
	}
	return ' '
}

const softHyphen = '\u00ad'
