package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"fortegnelse/app/ui"
)

// searchButton looks like a field and opens the palette, in which one types.
type searchButton struct {
	widget.BaseWidget
	frame *ui.Fill
	key   *ui.Text
	hint  string
	tap   func()
}

func newSearchButton(hint string, tap func()) *searchButton {
	b := &searchButton{hint: hint, tap: tap, frame: ui.NewFill(ui.ColorBackground)}
	b.frame.Border, b.frame.Radius = ui.ColorControl, 4
	b.key = ui.NewSmall("Ctrl+K")
	b.key.Color = ui.ColorText3
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is Fyne's.
func (b *searchButton) CreateRenderer() fyne.WidgetRenderer {
	hint := ui.NewLabel(b.hint)
	hint.Color = ui.ColorText3
	row := ui.Row(8, ui.NewIcon(ui.IconSearch, ui.ColorText2, 16), ui.Grow(hint), b.key)
	return widget.NewSimpleRenderer(container.NewStack(b.frame, ui.FixedHeight(32, ui.Inset(0, 8, 0, 8, row))))
}

// Resize is Fyne's. In a narrow place the shortcut gives way to the words.
func (b *searchButton) Resize(size fyne.Size) {
	b.key.Hidden = size.Width < ui.Px(180)
	b.BaseWidget.Resize(size)
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
