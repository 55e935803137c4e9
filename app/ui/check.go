package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tickBox is the little square of a check box, or the ring of a radio button.
type tickBox struct {
	widget.BaseWidget
	on, round bool
	disabled  bool

	box  *canvas.Rectangle
	dot  *canvas.Rectangle // of a radio button that is on
	tick *canvas.Image
}

func newTickBox() *tickBox {
	b := &tickBox{box: newBox(), dot: newBox(), tick: NewIcon(iconTick, ColorOnAccent, 14)}
	b.ExtendBaseWidget(b)
	return b
}

func (b *tickBox) set(on bool) {
	if b.on != on {
		b.on = on
		b.Refresh()
	}
}

func (b *tickBox) paint() {
	size := b.Size()
	b.box.Resize(size)
	b.box.FillColor = theme.Color(ColorBackground)
	b.box.StrokeColor = theme.Color(ColorControl)
	b.box.StrokeWidth = 1
	b.box.CornerRadius = 3
	if b.round {
		b.box.CornerRadius = size.Height / 2
	}
	b.tick.Hidden = !b.on || b.round
	switch {
	case b.on:
		b.box.FillColor = theme.Color(ColorAccent)
		b.box.StrokeColor = theme.Color(ColorAccent)
	}
	if b.disabled {
		b.box.StrokeColor = theme.Color(ColorLine2)
		if b.on {
			b.box.FillColor = theme.Color(ColorText3)
		}
	}
	b.dot.Hidden = !b.on || !b.round
	b.dot.FillColor = theme.Color(ColorBackground)
	hole := size.Height * 0.375
	b.dot.Resize(fyne.NewSquareSize(hole))
	b.dot.Move(fyne.NewPos((size.Width-hole)/2, (size.Height-hole)/2))
	b.dot.CornerRadius = hole / 2
	inset := size.Height * 0.08
	b.tick.Resize(size.SubtractWidthHeight(2*inset, 2*inset))
	b.tick.Move(fyne.NewPos(inset, inset))
}

// CreateRenderer is Fyne's.
func (b *tickBox) CreateRenderer() fyne.WidgetRenderer {
	b.paint()
	return &tickBoxRenderer{b}
}

type tickBoxRenderer struct{ box *tickBox }

func (r *tickBoxRenderer) Layout(fyne.Size)   { r.box.paint() }
func (r *tickBoxRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(Px(16)) }
func (r *tickBoxRenderer) Destroy()           {}

func (r *tickBoxRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box.box, r.box.dot, r.box.tick}
}

func (r *tickBoxRenderer) Refresh() {
	r.box.paint()
	r.box.box.Refresh()
	if r.box.tick.Visible() {
		r.box.tick.Refresh()
	}
}

// Check is a box to tick with its words beside it.
type Check struct {
	widget.DisableableWidget

	Text      string
	Checked   bool
	OnChanged func(checked bool)
	OnFocus   func() // called when the box gets the focus

	focused bool
	round   bool
}

// NewCheck returns a box to tick.
func NewCheck(text string, checked bool, changed func(bool)) *Check {
	return &Check{Text: text, Checked: checked, OnChanged: changed}
}

// SetChecked shows a state without calling OnChanged.
func (c *Check) SetChecked(checked bool) {
	if c.Checked != checked {
		c.Checked = checked
		c.Refresh()
	}
}

// Tapped ticks or unticks the box.
func (c *Check) Tapped(*fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	if !c.focused {
		focus(c)
	}
	if c.round && c.Checked {
		return
	}
	c.Checked = !c.Checked
	c.Refresh()
	if c.OnChanged != nil {
		c.OnChanged(c.Checked)
	}
}

// TypedRune ticks the box with Space.
func (c *Check) TypedRune(r rune) {
	if r == ' ' {
		c.Tapped(nil)
	}
}

// TypedKey is Fyne's.
func (c *Check) TypedKey(event *fyne.KeyEvent) {
	if event.Name != fyne.KeySpace {
		PassKey(c, event)
	}
}

// FocusGained is Fyne's.
func (c *Check) FocusGained() {
	c.focused = true
	c.Refresh()
	call(c.OnFocus)
}

// FocusLost is Fyne's.
func (c *Check) FocusLost() { c.focused = false; c.Refresh() }

// MinSize is Fyne's.
func (c *Check) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	return c.BaseWidget.MinSize()
}

// CreateRenderer is Fyne's.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &checkRenderer{check: c, box: newTickBox(), ring: newBox(), text: newLine()}
	r.paint()
	return r
}

type checkRenderer struct {
	check *Check
	box   *tickBox
	ring  *canvas.Rectangle
	text  *canvas.Text
}

func (r *checkRenderer) paint() {
	colour := ColorText
	if r.check.Disabled() {
		colour = ColorText3
	}
	setText(r.text, r.check.Text, theme.SizeNameText, fyne.TextStyle{}, colour)
	r.box.round, r.box.on, r.box.disabled = r.check.round, r.check.Checked, r.check.Disabled()
	ring := ColorAccent
	if !r.check.focused {
		ring = ""
	}
	paintBox(r.ring, "", ring, 2)
}

func (r *checkRenderer) MinSize() fyne.Size {
	width := Px(16)
	if r.check.Text != "" {
		width += Px(8) + textWidth(r.check.Text, r.text.TextSize, r.text.TextStyle)
	}
	return fyne.NewSize(width, Px(32))
}

func (r *checkRenderer) Layout(size fyne.Size) {
	side := Px(16)
	r.box.Resize(fyne.NewSquareSize(side))
	r.box.Move(fyne.NewPos(0, (size.Height-side)/2))
	middle(r.text, side+Px(8), size.Height)
	r.text.Text = fitText(r.check.Text, max(size.Width-side-Px(8), 1)+1, r.text.TextSize, r.text.TextStyle)
	r.ring.Resize(fyne.NewSize(r.MinSize().Width+8, Px(24)))
	r.ring.Move(fyne.NewPos(-4, (size.Height-Px(24))/2))
}

func (r *checkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.text, r.ring}
}

func (r *checkRenderer) Refresh() {
	r.paint()
	r.Layout(r.check.Size())
	r.box.Refresh()
	canvas.Refresh(r.check)
}

func (r *checkRenderer) Destroy() {}

// Radio offers a few answers side by side, of which one holds.
type Radio struct {
	widget.BaseWidget
	OnChanged func(code string)
	OnFocus   func() // called when one of the answers gets the focus

	options  []Option
	buttons  []*Check
	row      *fyne.Container
	selected string
}

// NewRadio returns the answers with the given one chosen; "" for none.
func NewRadio(options []Option, selected string, changed func(code string)) *Radio {
	r := &Radio{OnChanged: changed, options: options, selected: selected}
	var objects []fyne.CanvasObject
	for _, option := range options {
		button := &Check{Text: option.Label, Checked: option.Code == selected, round: true}
		button.OnChanged = func(bool) { r.choose(option.Code) }
		button.OnFocus = func() { call(r.OnFocus) }
		r.buttons = append(r.buttons, button)
		objects = append(objects, button)
	}
	r.row = Flow(Px(24), objects...)
	r.ExtendBaseWidget(r)
	return r
}

func (r *Radio) choose(code string) {
	r.Select(code)
	if r.OnChanged != nil {
		r.OnChanged(code)
	}
}

// Selected returns the chosen code, "" if none.
func (r *Radio) Selected() string { return r.selected }

// Select shows a choice without calling OnChanged.
func (r *Radio) Select(code string) {
	r.selected = code
	for i, option := range r.options {
		r.buttons[i].SetChecked(option.Code == code)
	}
}

func (r *Radio) parts() []fyne.CanvasObject { return []fyne.CanvasObject{r.row} }

// Disable makes the answers unavailable.
func (r *Radio) Disable() {
	for _, button := range r.buttons {
		button.Disable()
	}
}

// Enable makes the answers available.
func (r *Radio) Enable() {
	for _, button := range r.buttons {
		button.Enable()
	}
}

// CreateRenderer is Fyne's.
func (r *Radio) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.row) }
