package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Chip is something chosen, which can be taken away again: with a click on its
// ×, or with Delete or Backspace when it has the focus.
type Chip struct {
	widget.DisableableWidget
	Text     string
	Mark     Sign
	OnRemove func() // no × where nil
	OnTapped func() // opens it; may be nil
	OnFocus  func() // called when the chip gets the focus

	focused bool
}

// NewChip returns a chip.
func NewChip(text string, mark Sign, remove func()) *Chip {
	return &Chip{Text: text, Mark: mark, OnRemove: remove}
}

// Tapped removes the chip when the click is upon its ×.
func (c *Chip) Tapped(event *fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	if c.OnRemove != nil && event.Position.X > c.Size().Width-Px(24) {
		c.OnRemove()
		return
	}
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// TypedKey is Fyne's.
func (c *Chip) TypedKey(event *fyne.KeyEvent) {
	switch {
	case (event.Name == fyne.KeyDelete || event.Name == fyne.KeyBackspace) && c.OnRemove != nil:
		c.OnRemove()
	case isEnter(event.Name) && c.OnTapped != nil:
		c.OnTapped()
	default:
		PassKey(c, event)
	}
}

// TypedRune is Fyne's.
func (c *Chip) TypedRune(rune) {}

// FocusGained is Fyne's.
func (c *Chip) FocusGained() {
	c.focused = true
	c.Refresh()
	call(c.OnFocus)
}

// FocusLost is Fyne's.
func (c *Chip) FocusLost() { c.focused = false; c.Refresh() }

// MinSize is Fyne's.
func (c *Chip) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	return c.BaseWidget.MinSize()
}

// CreateRenderer is Fyne's.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &chipRenderer{chip: c, box: newBox(), text: newLine(),
		cross: NewIcon(IconClose, ColorText, 12)}
	r.paint()
	return r
}

type chipRenderer struct {
	chip  *Chip
	box   *canvas.Rectangle
	text  *canvas.Text
	cross *canvas.Image
	signs signPool
}

func (r *chipRenderer) paint() {
	border, width := ColorLine, float32(1)
	if r.chip.focused {
		border, width = ColorAccent, 2
	}
	paintBox(r.box, ColorHead, border, width)
	setText(r.text, r.chip.Text, theme.SizeNameCaptionText, fyne.TextStyle{}, ColorText)
	r.cross.Hidden = r.chip.OnRemove == nil || r.chip.Disabled()
}

func (r *chipRenderer) left() float32 {
	if r.chip.Mark.Known() {
		return Px(28)
	}
	return Px(8)
}

func (r *chipRenderer) right() float32 {
	if r.cross.Visible() {
		return Px(26)
	}
	return Px(8)
}

func (r *chipRenderer) MinSize() fyne.Size {
	text := textWidth(r.chip.Text, r.text.TextSize, r.text.TextStyle)
	return fyne.NewSize(r.left()+min(text, Px(320))+r.right(), Px(24))
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	r.signs.begin()
	r.signs.place(r.chip.Mark, fyne.NewPos(Px(15), size.Height/2))
	r.signs.end()
	r.text.Text = fitText(r.chip.Text, size.Width-r.left()-r.right()+1, r.text.TextSize, r.text.TextStyle)
	middle(r.text, r.left(), size.Height)
	side := Px(12)
	r.cross.Resize(fyne.NewSquareSize(side))
	r.cross.Move(fyne.NewPos(size.Width-side-Px(7), (size.Height-side)/2))
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return r.signs.appendTo([]fyne.CanvasObject{r.box, r.text, r.cross})
}

func (r *chipRenderer) Refresh() {
	r.paint()
	r.Layout(r.chip.Size())
	r.signs.refresh()
	r.cross.Refresh()
	canvas.Refresh(r.chip)
}

func (r *chipRenderer) Destroy() {}
