package pdf

import "fortegnelse/export/report"

// colour is 0xRRGGBB.
type colour uint32

// The print colours.
const (
	white      colour = 0xFFFFFF
	ink        colour = 0x17211F
	grey       colour = 0x47534F
	hairline   colour = 0xDCE3E1
	rule       colour = 0xB9C4C2
	border     colour = 0x75827F
	box        colour = 0xF3F6F5
	accent     colour = 0x0B5563
	coverLine  colour = 0x3F8691
	coverUnder colour = 0xDDECED
	coverList  colour = 0xCFE6E8
	amber      colour = 0xC58A1B
	warning    colour = 0x7D5200
	missing    colour = 0xA8231B
	classPlain colour = 0x47534F
	classConf  colour = 0x7A5A00
	classSpec  colour = 0x8A1F5C
	classID    colour = 0x3B47A0
	classCrime colour = 0x9C2F12
)

// style is how text is set: font, size in points, colour.
type style struct {
	face   face
	size   float64
	colour colour
}

// Type sizes and leading, in points.
const (
	smallSize   = 8.0
	bodySize    = 8.5
	headSize    = 10.0
	recordSize  = 13.5
	titleSize   = 21.0
	coverSize   = 30.0
	columnGap   = 8.0
	letterWidth = 24.0
)

var (
	body    = style{regular, bodySize, ink}
	small   = style{regular, smallSize, ink}
	caption = style{regular, smallSize, grey}
	wording = style{italic, smallSize, grey}
)

// of returns the style of a run within text of this style.
func (s style) of(run report.Style) style {
	switch run {
	case report.Bold:
		s.face = bold
	case report.Muted:
		s.colour = grey
	case report.Absent, report.Quoted:
		s.face, s.colour = italic, grey
	case report.Accent:
		s.face, s.colour = bold, accent
	case report.Aside:
		s.size, s.colour = smallSize, grey
	}
	return s
}

// spacing is the white between lines, rows and blocks, in points but for
// leading.
type spacing struct {
	leading  float64 // of the type size, between two lines of one text
	rowPad   float64 // above and below the text of a row
	blockGap float64
}

// A section that ends on a page nearly empty is set tight where that saves
// the page.
var (
	usual = spacing{leading: 1.265, rowPad: 1.5, blockGap: 4}
	tight = spacing{leading: 1.2, rowPad: 1, blockGap: 3}
)

// height returns the height of a line.
func (s spacing) height(st style) float64 { return st.size * s.leading }
