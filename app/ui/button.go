package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ButtonKind says how much a button asks for attention.
type ButtonKind int

// The kinds.
const (
	ButtonPlain   ButtonKind = iota // bordered
	ButtonPrimary                   // filled with the accent; one on a page or dialog
	ButtonQuiet                     // accent text without border, in a list or a line
	ButtonDanger                    // bordered in the colour of errors
	ButtonBare                      // an icon or text in the text colour without border
)

// Button does something. It takes Enter and Space when it has the focus.
type Button struct {
	widget.DisableableWidget

	Text     string
	Icon     IconName // before the text; none if empty
	Trailing IconName // after the text, such as a chevron
	Kind     ButtonKind
	Strong   bool // bold text
	OnTapped func()
	OnFocus  func() // called when the button gets the focus

	hovered, focused bool
}

// NewButton returns a bordered button.
func NewButton(text string, icon IconName, tapped func()) *Button {
	return &Button{Text: text, Icon: icon, OnTapped: tapped}
}

// NewPrimary returns the one button the page or dialog is about.
func NewPrimary(text string, icon IconName, tapped func()) *Button {
	return &Button{Text: text, Icon: icon, Kind: ButtonPrimary, OnTapped: tapped}
}

// NewQuiet returns a button without border, such as »+ Tilføj formål«.
func NewQuiet(text string, icon IconName, tapped func()) *Button {
	return &Button{Text: text, Icon: icon, Kind: ButtonQuiet, OnTapped: tapped}
}

// SetText changes the text.
func (b *Button) SetText(text string) {
	b.Text = text
	b.Refresh()
}

// Tapped does what the button does, unless it is disabled.
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.Disabled() && b.OnTapped != nil {
		b.OnTapped()
	}
}

// TypedKey is Fyne's.
func (b *Button) TypedKey(event *fyne.KeyEvent) {
	switch {
	case isEnter(event.Name):
		b.Tapped(nil)
	case event.Name != fyne.KeySpace: // which comes as a rune
		PassKey(b, event)
	}
}

// TypedRune takes Space. It is the rune that counts and not the key: a list that
// opened upon the key would get the rune.
func (b *Button) TypedRune(r rune) {
	if r == ' ' {
		b.Tapped(nil)
	}
}

// FocusGained is Fyne's.
func (b *Button) FocusGained() {
	b.focused = true
	b.Refresh()
	call(b.OnFocus)
}

// FocusLost is Fyne's.
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }

// MouseIn is Fyne's.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved is Fyne's.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is Fyne's.
func (b *Button) MouseOut() { b.hovered = false; b.Refresh() }

// MinSize is Fyne's.
func (b *Button) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return b.BaseWidget.MinSize()
}

// CreateRenderer is Fyne's.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &buttonRenderer{
		button:   b,
		box:      newBox(),
		ring:     newBox(),
		text:     newLine(),
		icon:     &canvas.Image{FillMode: canvas.ImageFillContain},
		trailing: &canvas.Image{FillMode: canvas.ImageFillContain},
	}
	r.paint()
	return r
}

type buttonRenderer struct {
	button         *Button
	box, ring      *canvas.Rectangle
	text           *canvas.Text
	icon, trailing *canvas.Image
}

// colours returns ground, border and text colour for the button's state.
func (b *Button) colours() (fill, border, text fyne.ThemeColorName) {
	switch b.Kind {
	case ButtonPrimary:
		fill, border, text = ColorAccent, ColorAccent, ColorOnAccent
	case ButtonQuiet:
		text = ColorAccent
	case ButtonBare:
		text = ColorText
	case ButtonDanger:
		fill, border, text = ColorBackground, ColorError, ColorError
	default:
		fill, border, text = ColorBackground, ColorControl, ColorText
	}
	if b.hovered && b.Kind != ButtonPrimary {
		fill = ColorHover
	}
	if b.Disabled() {
		text = ColorText3
		if fill != "" {
			fill, border = ColorHead, ColorLine2
		}
	}
	return fill, border, text
}

func (b *Button) bordered() bool { return b.Kind != ButtonQuiet && b.Kind != ButtonBare }

func (r *buttonRenderer) paint() {
	b := r.button
	fill, border, colour := b.colours()
	paintBox(r.box, fill, border, 1)
	ring := ColorAccent
	if b.Kind == ButtonPrimary {
		ring = ColorText
	}
	if !b.focused || b.Disabled() {
		ring = ""
	}
	paintBox(r.ring, "", ring, 2)
	bold := b.Kind == ButtonPrimary || b.Strong
	setText(r.text, b.Text, theme.SizeNameText, fyne.TextStyle{Bold: bold}, colour)
	setIcon(r.icon, b.Icon, colour)
	setIcon(r.trailing, b.Trailing, colour)
}

func setIcon(image *canvas.Image, name IconName, colour fyne.ThemeColorName) {
	if name == "" {
		image.Hide()
		return
	}
	resource := Icon(name, colour)
	if image.Resource == nil || image.Resource.Name() != resource.Name() {
		image.Resource = resource
	}
	image.Show()
}

const iconSize = 16

// measures returns the inner margin, the icon's side and the gap beside it.
func (r *buttonRenderer) measures() (margin, icon, gap float32) {
	margin = Px(13)
	switch {
	case !r.button.bordered() && r.button.Text == "":
		margin = Px(8)
	case !r.button.bordered():
		margin = 0
	case r.button.Text == "":
		margin = Px(8)
	}
	return margin, Px(iconSize), Px(8)
}

func (r *buttonRenderer) width() float32 {
	margin, icon, gap := r.measures()
	width := 2 * margin
	parts := 0
	for _, name := range []IconName{r.button.Icon, r.button.Trailing} {
		if name != "" {
			width += icon
			parts++
		}
	}
	if r.button.Text != "" {
		width += r.text.MinSize().Width
		parts++
	}
	return width + gap*float32(max(parts-1, 0))
}

func (r *buttonRenderer) MinSize() fyne.Size { return fyne.NewSize(r.width(), Px(32)) }

func (r *buttonRenderer) Layout(size fyne.Size) {
	margin, icon, gap := r.measures()
	frame, corner := size, fyne.NewPos(0, 0)
	if margin == 0 { // room around a text without border
		frame, corner = size.AddWidthHeight(12, 0), fyne.NewPos(-6, 0)
	}
	for _, rectangle := range []*canvas.Rectangle{r.box, r.ring} {
		rectangle.Resize(frame)
		rectangle.Move(corner)
	}
	x := margin
	if r.button.bordered() || r.button.Text == "" {
		x += max((size.Width-r.width())/2, 0)
	}
	y := (size.Height - icon) / 2
	if r.button.Icon != "" {
		r.icon.Resize(fyne.NewSquareSize(icon))
		r.icon.Move(fyne.NewPos(x, y))
		x += icon + gap
	}
	if r.button.Text != "" {
		middle(r.text, x, size.Height)
		x += r.text.MinSize().Width + gap
	}
	if r.button.Trailing != "" {
		r.trailing.Resize(fyne.NewSquareSize(icon))
		r.trailing.Move(fyne.NewPos(x, y))
	}
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.icon, r.text, r.trailing, r.ring}
}

func (r *buttonRenderer) Refresh() {
	r.paint()
	r.Layout(r.button.Size())
	if r.icon.Visible() {
		r.icon.Refresh()
	}
	if r.trailing.Visible() {
		r.trailing.Refresh()
	}
	canvas.Refresh(r.button)
}

func (r *buttonRenderer) Destroy() {}
