package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// LineButton is a row of a short list that does something: a title, a quiet
// second line, quiet words at the right, an icon before them. It takes Enter
// and Space when it has the focus.
type LineButton struct {
	widget.BaseWidget

	Title  string
	Below  string   // second line; none if empty
	Detail string   // at the right
	Icon   IconName // at the left; none if empty
	OnTap  func()

	hovered, focused bool
}

// NewLineButton returns a row that does tap.
func NewLineButton(title, below, detail string, icon IconName, tap func()) *LineButton {
	b := &LineButton{Title: title, Below: below, Detail: detail, Icon: icon, OnTap: tap}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped is Fyne's.
func (b *LineButton) Tapped(*fyne.PointEvent) {
	if b.OnTap != nil {
		b.OnTap()
	}
}

// TypedKey takes Enter, and the arrows, which move along the lines as Tab does;
// other keys go on.
func (b *LineButton) TypedKey(event *fyne.KeyEvent) {
	c := canvasOf(b)
	switch {
	case isEnter(event.Name):
		b.Tapped(nil)
	case event.Name == fyne.KeyDown && c != nil:
		c.FocusNext()
	case event.Name == fyne.KeyUp && c != nil:
		c.FocusPrevious()
	case event.Name != fyne.KeySpace: // which comes as a rune
		PassKey(b, event)
	}
}

// TypedRune takes Space. It is the rune that counts and not the key: a list that
// opened upon the key would get the rune.
func (b *LineButton) TypedRune(r rune) {
	if r == ' ' {
		b.Tapped(nil)
	}
}

// FocusGained is Fyne's.
func (b *LineButton) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost is Fyne's.
func (b *LineButton) FocusLost() { b.focused = false; b.Refresh() }

// MouseIn is Fyne's.
func (b *LineButton) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved is Fyne's.
func (b *LineButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is Fyne's.
func (b *LineButton) MouseOut() { b.hovered = false; b.Refresh() }

// CreateRenderer is Fyne's.
func (b *LineButton) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	title := NewText(b.Title)
	title.Style.Bold = b.Below != ""
	words := []fyne.CanvasObject{title}
	height := float32(36)
	if b.Below != "" {
		below := NewLabel(b.Below)
		below.TextSize = theme.SizeNameCaptionText
		words = append(words, below)
		height = 56
	}
	detail := NewLabel(b.Detail)
	if b.Below != "" {
		detail.TextSize = theme.SizeNameCaptionText
	}
	line := []fyne.CanvasObject{Grow(Stack(0, words...)), detail}
	if b.Icon != "" {
		line = append([]fyne.CanvasObject{NewIcon(b.Icon, ColorAccent, 18)}, line...)
	}
	r := &lineButtonRenderer{button: b, ground: newBox(), bar: newBox(),
		content: FixedHeight(height, Inset(0, 12, 0, 12, Row(12, line...)))}
	r.paint()
	return r
}

type lineButtonRenderer struct {
	button      *LineButton
	ground, bar *canvas.Rectangle
	content     *fyne.Container
}

func (r *lineButtonRenderer) paint() {
	r.bar.Hidden = !r.button.focused
	r.bar.FillColor = theme.Color(ColorAccent)
	switch {
	case r.button.focused:
		r.ground.FillColor = theme.Color(ColorSelected)
	case r.button.hovered:
		r.ground.FillColor = theme.Color(ColorHover)
	default:
		r.ground.FillColor = theme.Color(ColorBackground)
	}
}

func (r *lineButtonRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.bar.Resize(fyne.NewSize(3, size.Height))
	r.content.Resize(size)
}

func (r *lineButtonRenderer) MinSize() fyne.Size { return r.content.MinSize() }

func (r *lineButtonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.bar, r.content}
}

func (r *lineButtonRenderer) Refresh() {
	r.paint()
	r.ground.Refresh()
	r.bar.Refresh()
	r.content.Refresh()
}

func (r *lineButtonRenderer) Destroy() {}
