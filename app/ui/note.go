package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// NewTag returns a small framed word in the colour of a severity, such as »aldrig ført«.
func NewTag(severity Sign, text string) fyne.CanvasObject {
	fill, colour := ColorHead, ColorText2
	switch severity {
	case SignError:
		fill, colour = ColorErrorTint, ColorError
	case SignWarning:
		fill, colour = ColorWarningTint, ColorWarning
	case SignInfo:
		fill, colour = ColorInfoTint, ColorInfo
	case SignComplete, SignYes:
		fill, colour = ColorOkTint, ColorAccent
	}
	words := &Text{Content: text, TextSize: theme.SizeNameCaptionText, Color: colour}
	line := Row(Px(6), words)
	if severity.Known() {
		line = Row(Px(6), NewSignImage(severity), words)
	}
	return container.NewStack(&Fill{Color: fill, Border: colour, Radius: 3}, FixedHeight(20, Inset(0, 6, 0, 6, line)))
}

// NewNote returns a full line on the tint of a severity: what is wrong, and an
// object at the right that helps, which may be nil.
func NewNote(severity Sign, text string, help fyne.CanvasObject) fyne.CanvasObject {
	fill := ColorRaised
	switch severity {
	case SignError:
		fill = ColorErrorTint
	case SignWarning:
		fill = ColorWarningTint
	case SignInfo:
		fill = ColorInfoTint
	}
	objects := []fyne.CanvasObject{}
	if severity.Known() {
		objects = append(objects, NewSignImage(severity))
	}
	objects = append(objects, Grow(NewParagraph(text)))
	if help != nil {
		objects = append(objects, help)
	}
	return container.NewStack(&Fill{Color: fill, Radius: 4}, Inset(8, 12, 8, 12, Row(Px(8), objects...)))
}
