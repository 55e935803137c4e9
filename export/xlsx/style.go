package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// The colours of the program's light theme.
const (
	accent   = "0B5563"
	onAccent = "FFFFFF"
	tint     = "DDECED"
	ink      = "17211F"
	grey     = "5F6C69"
	hairline = "DCE3E1"
	rule     = "B9C4C2"
)

// classInk is the colour of the mark of a class.
var classInk = map[look]string{
	ordinary: "47534F", confidential: "7A5A00", special: "8A1F5C", nationalID: "3B47A0", criminal: "9C2F12",
}

// styles are the style numbers of a workbook; each is made once.
type styles struct {
	required, optional int // heads of columns
	body               [looks]int
	date, number       int
	title, subtitle    int
	label, value, link int // on the front sheet
	count              int
}

func newStyles(f target) (styles, error) {
	var s styles
	var err error
	add := func(style excelize.Style) int {
		id, e := f.NewStyle(&style)
		if e != nil && err == nil {
			err = fmt.Errorf("adding a style: %w", e)
		}
		return id
	}
	font := func(colour string, size float64) *excelize.Font {
		return &excelize.Font{Family: fontName, Size: size, Color: colour}
	}
	bold := func(colour string, size float64) *excelize.Font {
		return &excelize.Font{Family: fontName, Size: size, Color: colour, Bold: true}
	}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	below := []excelize.Border{{Type: "bottom", Color: rule, Style: 1}, {Type: "right", Color: hairline, Style: 1}}
	cell := excelize.Style{Font: font(ink, fontSize), Alignment: top, Border: below}

	head := &excelize.Alignment{Vertical: "center", WrapText: true}
	line := []excelize.Border{{Type: "bottom", Color: rule, Style: 1}, {Type: "right", Color: onAccent, Style: 1}}
	s.required = add(excelize.Style{Font: bold(onAccent, fontSize), Fill: fill(accent), Alignment: head, Border: line})
	s.optional = add(excelize.Style{Font: bold(ink, fontSize), Fill: fill(tint), Alignment: head, Border: line})

	s.body[plain] = add(cell)
	quiet := cell
	quiet.Font = &excelize.Font{Family: fontName, Size: fontSize, Color: grey, Italic: true}
	s.body[absent] = add(quiet)
	s.body[silent] = s.body[absent]
	web := cell
	web.Font = &excelize.Font{Family: fontName, Size: fontSize, Color: accent, Underline: "single"}
	s.body[linked] = add(web)
	for l := ordinary; l < looks; l++ {
		class := cell
		class.Font = font(classInk[l], fontSize)
		s.body[l] = add(class)
	}

	iso, whole := "yyyy-mm-dd", "#,##0"
	left := &excelize.Alignment{Vertical: "top", Horizontal: "left"}
	s.date = add(excelize.Style{Font: font(ink, fontSize), Alignment: left, Border: below, CustomNumFmt: &iso})
	s.number = add(excelize.Style{Font: font(ink, fontSize), Alignment: left, Border: below, CustomNumFmt: &whole})

	s.title = add(excelize.Style{Font: bold(accent, 18), Alignment: &excelize.Alignment{Vertical: "center"}})
	s.subtitle = add(excelize.Style{Font: bold(accent, 11), Alignment: &excelize.Alignment{Vertical: "bottom"},
		Border: []excelize.Border{{Type: "bottom", Color: rule, Style: 1}}})
	s.label = add(excelize.Style{Font: font(grey, fontSize), Alignment: top})
	s.value = add(excelize.Style{Font: font(ink, fontSize), Alignment: top})
	s.link = add(excelize.Style{Font: &excelize.Font{Family: fontName, Size: fontSize, Color: accent, Underline: "single"}, Alignment: top})
	s.count = add(excelize.Style{Font: font(ink, fontSize), Alignment: top, CustomNumFmt: &whole})
	return s, err
}
