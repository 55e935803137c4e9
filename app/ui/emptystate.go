package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// emptyState stands where a table has no rows: what belongs there, and the one
// next step.
type emptyState struct {
	box  *fyne.Container
	text *Text
	step *fyne.Container
}

func newEmptyState() emptyState {
	e := emptyState{text: NewParagraph(""), step: container.NewCenter()}
	e.text.Color, e.text.Align = ColorText2, fyne.TextAlignCenter
	e.box = Stack(Px(16), e.text, e.step)
	e.box.Hide()
	return e
}

func (e emptyState) show(text string, offer fyne.CanvasObject) {
	e.text.SetText(text)
	e.step.Objects = nil
	if offer != nil {
		e.step.Objects = []fyne.CanvasObject{offer}
	}
	e.box.Show()
	e.box.Refresh()
}

func (e emptyState) hide() {
	e.text.SetText("")
	e.step.Objects = nil // what cannot be seen takes no focus
	e.box.Hide()
}

// place puts the words in the middle of a table of that width, below y.
func (e emptyState) place(y, width float32) {
	own := min(width, Px(560))
	e.box.Move(fyne.NewPos((width-own)/2, y+Px(40)))
	e.box.Resize(fyne.NewSize(own, heightFor(e.box, own)))
}
