package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fortegnelse/app/ui"
)

// searchButton looks like a field and opens the palette, in which one types.
type searchButton struct {
	widget.BaseWidget
	frame *ui.Fill
	hint  string
	tap   func()
}

func newSearchButton(hint string, tap func()) *searchButton {
	b := &searchButton{hint: hint, tap: tap, frame: ui.NewFill(ui.ColorBackground)}
	b.frame.Border, b.frame.Radius = ui.ColorControl, 4
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is Fyne's.
func (b *searchButton) CreateRenderer() fyne.WidgetRenderer {
	hint := ui.NewLabel(b.hint)
	hint.Color = ui.ColorText3
	key := ui.NewLabel("Ctrl+K")
	key.TextSize, key.Color = theme.SizeNameCaptionText, ui.ColorText3
	row := ui.Row(8, ui.NewIcon(ui.IconSearch, ui.ColorText2, 16), ui.Grow(hint), key)
	return widget.NewSimpleRenderer(container.NewStack(b.frame, ui.FixedHeight(32, ui.Inset(0, 8, 0, 8, row))))
}

// Tapped is Fyne's.
func (b *searchButton) Tapped(*fyne.PointEvent) { b.tap() }

// FocusGained is Fyne's.
func (b *searchButton) FocusGained() {
	b.frame.Border = ui.ColorAccent
	b.frame.Refresh()
}

// FocusLost is Fyne's.
func (b *searchButton) FocusLost() {
	b.frame.Border = ui.ColorControl
	b.frame.Refresh()
}

// TypedRune opens the palette: whoever types here wants to search.
func (b *searchButton) TypedRune(rune) { b.tap() }

// TypedKey takes Enter; Space comes as a rune.
func (b *searchButton) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.tap()
	default:
		ui.PassKey(b, event)
	}
}
