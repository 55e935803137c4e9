package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Disclosure is a closed part of a page as one line: its number, title, and what
// it says in short. A click, Enter or Space opens it.
type Disclosure struct {
	widget.BaseWidget
	Number string // quiet, at the left; may be empty
	Title  string
	Strong bool // bold title
	Mark   Sign
	Detail string // after the title
	Italic bool   // the detail in italics: what is not stated
	Open   bool   // turns the chevron
	OnOpen func()
	// OnFocus is called when the line gets the focus.
	OnFocus func()

	focused, hovered bool
}

// Tapped opens the part.
func (d *Disclosure) Tapped(*fyne.PointEvent) { call(d.OnOpen) }

// TypedKey is Fyne's.
func (d *Disclosure) TypedKey(event *fyne.KeyEvent) {
	switch {
	case isEnter(event.Name):
		call(d.OnOpen)
	case event.Name != fyne.KeySpace: // which comes as a rune
		PassKey(d, event)
	}
}

// TypedRune takes Space. It is the rune that counts and not the key: a list that
// opened upon the key would get the rune.
func (d *Disclosure) TypedRune(r rune) {
	if r == ' ' {
		call(d.OnOpen)
	}
}

// FocusGained is Fyne's.
func (d *Disclosure) FocusGained() {
	d.focused = true
	d.Refresh()
	call(d.OnFocus)
}

// FocusLost is Fyne's.
func (d *Disclosure) FocusLost() { d.focused = false; d.Refresh() }

// MouseIn is Fyne's.
func (d *Disclosure) MouseIn(*desktop.MouseEvent) { d.hovered = true; d.Refresh() }

// MouseMoved is Fyne's.
func (d *Disclosure) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is Fyne's.
func (d *Disclosure) MouseOut() { d.hovered = false; d.Refresh() }

// MinSize is Fyne's.
func (d *Disclosure) MinSize() fyne.Size {
	d.ExtendBaseWidget(d)
	return fyne.NewSize(Px(200), Px(36))
}

// CreateRenderer is Fyne's.
func (d *Disclosure) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	r := &disclosureRenderer{line: d,
		ground: newBox(), rule: newBox(), ring: newBox(),
		number: newLine(), title: newLine(), detail: newLine(),
		closed: NewIcon(IconChevronDown, ColorText2, 16), open: NewIcon(IconChevronUp, ColorText2, 16),
	}
	r.draw()
	return r
}

type disclosureRenderer struct {
	line                  *Disclosure
	ground, rule, ring    *canvas.Rectangle
	number, title, detail *canvas.Text
	closed, open          *canvas.Image
	signs                 signPool
}

func (r *disclosureRenderer) draw() {
	d, size := r.line, r.line.Size()
	r.ground.Resize(size)
	r.ground.FillColor = theme.Color(ColorBackground)
	if d.hovered {
		r.ground.FillColor = theme.Color(ColorHover)
	}
	r.rule.FillColor = theme.Color(ColorLine)
	r.rule.Resize(fyne.NewSize(size.Width, 1))
	r.rule.Move(fyne.NewPos(0, size.Height-1))
	ring := ColorAccent
	if !d.focused {
		ring = ""
	}
	paintBox(r.ring, "", ring, 2)
	r.ring.Resize(size)
	x := float32(0)
	setText(r.number, d.Number, theme.SizeNameText, fyne.TextStyle{}, ColorText2)
	middle(r.number, x, size.Height)
	if d.Number != "" {
		x = max(Px(24), r.number.MinSize().Width+Px(8))
	}
	right := size.Width - Px(28)
	title := fyne.TextStyle{Bold: d.Strong}
	setText(r.title, d.Title, theme.SizeNameText, title, ColorText)
	// The details of several lines stand in a column, which gives way to a long title.
	room := right - x
	wanted := textWidth(d.Title, r.title.TextSize, title) + Px(16)
	column := x + min(max(room*0.42, wanted), room*0.62)
	if d.Detail == "" {
		column = right
	}
	r.title.Text = fitText(d.Title, column-x-Px(12), r.title.TextSize, title)
	middle(r.title, x, size.Height)
	r.signs.begin()
	x = column
	if d.Mark.Known() {
		r.signs.place(d.Mark, fyne.NewPos(x+Px(7), size.Height/2))
		x += Px(20)
	}
	r.signs.end()
	style := fyne.TextStyle{Italic: d.Italic}
	colour := ColorText
	if d.Italic {
		colour = ColorText2
	}
	setText(r.detail, d.Detail, theme.SizeNameText, style, colour)
	r.detail.Text = fitText(d.Detail, max(right-x-Px(8), 0), r.detail.TextSize, style)
	middle(r.detail, x, size.Height)
	side := Px(16)
	for _, chevron := range []*canvas.Image{r.closed, r.open} {
		chevron.Resize(fyne.NewSquareSize(side))
		chevron.Move(fyne.NewPos(size.Width-side-Px(4), (size.Height-side)/2))
	}
	r.closed.Hidden, r.open.Hidden = d.Open, !d.Open
}

func (r *disclosureRenderer) Layout(fyne.Size)   { r.draw() }
func (r *disclosureRenderer) MinSize() fyne.Size { return r.line.MinSize() }
func (r *disclosureRenderer) Destroy()           {}

func (r *disclosureRenderer) Objects() []fyne.CanvasObject {
	return r.signs.appendTo([]fyne.CanvasObject{r.ground, r.rule, r.number, r.title, r.detail, r.closed, r.open, r.ring})
}

func (r *disclosureRenderer) Refresh() {
	r.draw()
	r.closed.Refresh()
	r.open.Refresh()
	r.signs.refresh()
	canvas.Refresh(r.line)
}
