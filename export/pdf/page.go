package pdf

import (
	"fortegnelse/export/report"
)

// The area of a page that text fills.
const (
	marginLeft = 51.0
	marginTop  = 62.0
	textWidth  = pageWidth - 2*marginLeft
	textBottom = 788.0
)

// opKind says what an operation draws.
type opKind uint8

const (
	opText opKind = iota
	opMark
	opLine
	opRect
	opFrame
)

// op is one drawing operation. The pages are laid out as lists of these
// before any is drawn, because the contents stand before what they list.
type op struct {
	kind       opKind
	face       face
	size       float32 // of text and marks; width of lines
	colour     colour
	x, y, w, h float32 // of lines, w and h lead to their end
	text       string
}

// page is a page that has been laid out.
type page struct {
	ops    []op
	bare   bool   // without running head and foot
	head   string // chapter in the running head
	links  []area
	places []place
}

// area leads to a section.
type area struct {
	x, y, w, h float64
	section    int
}

// place is where a section begins.
type place struct {
	section int
	y       float64
}

// layout places a document on pages.
type layout struct {
	*metrics
	spacing
	doc       *report.Document
	pages     []*page
	page      *page
	y         float64
	fresh     bool   // nothing stands on the page but what is repeated
	head      string // chapter
	continued string // what a page that goes on begins with
	capacity  int
}

// newPage begins a page, with the name of what is continued on it.
func (l *layout) newPage() {
	l.page = &page{head: l.head, ops: make([]op, 0, l.capacity)}
	l.pages = append(l.pages, l.page)
	l.y, l.fresh = marginTop, true
	if l.continued == "" {
		return
	}
	l.text(marginLeft, l.y+smallSize, l.fit(l.continued, regular, smallSize, textWidth), caption)
	l.y += smallSize + 6
	l.line(marginLeft, l.y, textWidth, 0, rule, 0.75)
	l.y += 6
}

// room is the height that is left on the page.
func (l *layout) room() float64 { return textBottom - l.y }

// ensure begins a new page unless there is room for height points.
func (l *layout) ensure(height float64) {
	if height > l.room() && !l.fresh {
		l.newPage()
	}
}

// gap leaves space between two blocks, but not at the top of a page.
func (l *layout) gap(height float64) {
	if !l.fresh {
		l.y += height
	}
}

func (l *layout) text(x, y float64, s string, st style) {
	if s == "" {
		return
	}
	l.page.ops = append(l.page.ops, op{kind: opText, face: st.face, size: float32(st.size), colour: st.colour,
		x: float32(x), y: float32(y), text: s})
}

func (l *layout) line(x, y, w, h float64, c colour, width float64) {
	l.page.ops = append(l.page.ops, op{kind: opLine, size: float32(width), colour: c,
		x: float32(x), y: float32(y), w: float32(w), h: float32(h)})
}

func (l *layout) rect(x, y, w, h float64, c colour) {
	l.page.ops = append(l.page.ops, op{kind: opRect, colour: c, x: float32(x), y: float32(y), w: float32(w), h: float32(h)})
}

// put places lines one below the other from y on, aligned within width. It
// returns the y below them.
func (l *layout) put(lines []line, x, y, width float64, st style, align report.Align) float64 {
	for _, ln := range lines {
		at := x
		switch align {
		case report.Center:
			at += (width - ln.width()) / 2
		case report.Right:
			at += width - ln.width()
		}
		base := y + st.size*1.06
		for _, p := range ln {
			if p.mark != report.NoMark {
				l.page.ops = append(l.page.ops, op{kind: opMark, size: float32(p.style.size), x: float32(at + p.x), y: float32(base), text: string(p.mark)})
				continue
			}
			l.text(at+p.x, base, p.text, p.style)
		}
		y += l.height(st)
	}
	l.fresh = false
	return y
}

// words is lines of one unstyled text.
func (l *layout) words(s string, st style, width float64) []line {
	return l.lines(report.Say(s), st, width)
}

// fit shortens s to a width.
func (l *layout) fit(s string, f face, size, width float64) string {
	s = l.clean(s, f)
	if l.width(s, f, size) <= width {
		return s
	}
	end := 0
	for i := range s {
		if l.width(s[:i], f, size)+l.width("…", f, size) > width {
			break
		}
		end = i
	}
	return s[:end] + "…"
}
