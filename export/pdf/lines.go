package pdf

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"fortegnelse/export/report"
)

// piece is a stretch of text in one style on one line, or a mark.
type piece struct {
	text  string
	mark  report.Mark
	style style
	x, w  float64 // from the beginning of the line

	source     string // the run it is cut from
	start, end int
}

type line []piece

func (l line) width() float64 {
	if len(l) == 0 {
		return 0
	}
	last := l[len(l)-1]
	return last.x + last.w
}

// breaker fills lines with words. A line may be broken at a space, after a
// hyphen, dash or slash, and at a soft hyphen; a word that is longer than a
// line is cut.
type breaker struct {
	m     *metrics
	width float64
	lines []line
	now   line
	x     float64

	word      []piece // atoms that must stay together
	wordWidth float64
	glue      float64 // width of the spaces before the word
	soft      bool    // the word ends at a soft hyphen
	hyphen    bool    // the line so far ends at one
}

// lines breaks t into lines of at most width points. base is the style of
// plain runs.
func (m *metrics) lines(t report.Text, base style, width float64) []line {
	if len(t) == 0 {
		return nil
	}
	b := &m.breaker
	*b = breaker{m: m, width: width, now: b.now[:0], word: b.word[:0]}
	for _, run := range t {
		st := base.of(run.Style)
		if run.Mark != report.NoMark {
			w := markWidth(run.Mark, st)
			b.add(piece{mark: run.Mark, style: st, w: w})
		}
		b.run(m.clean(run.Text, st.face), st)
	}
	b.flush()
	b.newline()
	for n := len(b.lines); n > 0 && len(b.lines[n-1]) == 0; n-- {
		b.lines = b.lines[:n-1]
	}
	return b.lines
}

// run adds the words of a run.
func (b *breaker) run(s string, st style) {
	f := &b.m.faces[st.face]
	unit := st.size / 1000
	start, sum := 0, 0
	atom := func(end int) {
		if end > start {
			b.add(piece{source: s, start: start, end: end, style: st, w: float64(sum) * unit})
		}
		sum = 0
	}
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		w, _ := f.advance(r)
		switch r {
		case '\n':
			atom(i)
			b.flush()
			b.newline()
			start = i + size
		case ' ', '\u2002', '\u2003', '\u2009':
			if betweenDigits(s, i) {
				sum += w
				break
			}
			atom(i)
			b.flush()
			b.glue += float64(w) * unit
			start = i + size
		case softHyphen:
			atom(i)
			b.soft = true
			b.flush()
			start = i + size
		case '-', '–', '—', '/', '_':
			sum += w
			if r != '-' || betweenWords(s, start, i) {
				atom(i + size)
				b.flush()
				start = i + size
			}
		default:
			sum += w
		}
		i += size
	}
	atom(len(s))
}

// betweenDigits reports whether the blank at i stands within a number, as in
// that of a telephone, which is not broken.
func betweenDigits(s string, i int) bool {
	digit := func(at int) bool { return at >= 0 && at < len(s) && s[at] >= '0' && s[at] <= '9' }
	return s[i] == ' ' && digit(i-1) && digit(i+1)
}

// betweenWords reports whether the hyphen at i joins two words, unlike that
// of "S-28" and "e-mail". The word before it begins at start.
func betweenWords(s string, start, i int) bool {
	next, _ := utf8.DecodeRuneInString(s[i+1:])
	return i-start > 1 && unicode.IsLetter(next)
}

func (b *breaker) add(p piece) {
	b.word = append(b.word, p)
	b.wordWidth += p.w
}

// flush puts the word on the line, or on the next.
func (b *breaker) flush() {
	if len(b.word) == 0 {
		b.soft = false
		return
	}
	hyphen := 0.0
	if b.soft {
		hyphen = b.m.width("-", b.word[len(b.word)-1].style.face, b.word[len(b.word)-1].style.size)
	}
	if len(b.now) > 0 && b.x+b.glue+b.wordWidth+hyphen > b.width+0.01 {
		b.newline()
	}
	if len(b.now) == 0 {
		b.glue = 0
	}
	b.hyphen = false
	if b.wordWidth > b.width+0.01 {
		b.cut()
	} else {
		b.x += b.glue
		for _, p := range b.word {
			b.place(p)
		}
	}
	b.hyphen = b.soft
	b.word, b.wordWidth, b.glue, b.soft = b.word[:0], 0, 0, false
}

// place puts a piece at the end of the line, as part of the piece before
// where both are cut from the same run.
func (b *breaker) place(p piece) {
	if n := len(b.now); n > 0 && p.mark == report.NoMark {
		last := &b.now[n-1]
		if last.mark == report.NoMark && last.style == p.style && last.source == p.source && last.end <= p.start && onlySpaces(p.source[last.end:p.start]) {
			last.end = p.end
			last.w = b.x + p.w - last.x
			b.x += p.w
			return
		}
	}
	p.x = b.x
	b.now = append(b.now, p)
	b.x += p.w
}

func onlySpaces(s string) bool {
	for _, r := range s {
		if r != ' ' && r != '\u2002' && r != '\u2003' && r != '\u2009' {
			return false
		}
	}
	return true
}

// cut spreads a word over as many lines as it needs.
func (b *breaker) cut() {
	for _, p := range b.word {
		if p.mark != report.NoMark {
			b.place(p)
			continue
		}
		f, unit := &b.m.faces[p.style.face], p.style.size/1000
		start, w := p.start, 0.0
		for i := p.start; i < p.end; {
			r, size := utf8.DecodeRuneInString(p.source[i:])
			a, _ := f.advance(r)
			if adv := float64(a) * unit; b.x+w+adv > b.width && (i > start || len(b.now) > 0) {
				if i > start {
					b.place(piece{source: p.source, start: start, end: i, style: p.style, w: w})
				}
				b.newline()
				start, w = i, 0
			}
			w += float64(a) * unit
			i += size
		}
		if start < p.end {
			b.place(piece{source: p.source, start: start, end: p.end, style: p.style, w: w})
		}
	}
}

func (b *breaker) newline() {
	for i := range b.now {
		b.now[i].text = b.now[i].source[b.now[i].start:b.now[i].end]
	}
	if n := len(b.now); n > 0 && b.hyphen {
		b.now[n-1].text += "-"
	}
	b.lines = append(b.lines, slices.Clone(b.now))
	b.now, b.x, b.glue, b.hyphen = b.now[:0], 0, 0, false
}
