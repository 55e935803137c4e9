package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SignImage is a sign as a widget of its own, which can change.
type SignImage struct {
	widget.BaseWidget
	sign  Sign
	image *canvas.Image
}

// NewSignImage returns an image of a sign.
func NewSignImage(s Sign) *SignImage {
	i := &SignImage{image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	i.ExtendBaseWidget(i)
	i.Set(s)
	return i
}

// Set shows another sign.
func (i *SignImage) Set(s Sign) {
	i.sign = s
	d, ok := signs[s]
	i.image.Hidden = !ok
	if ok {
		i.image.Resource = Icon(d.icon, d.colour)
	}
	i.Refresh()
}

// CreateRenderer is Fyne's.
func (i *SignImage) CreateRenderer() fyne.WidgetRenderer { return &signImageRenderer{i} }

type signImageRenderer struct{ sign *SignImage }

func (r *signImageRenderer) Layout(size fyne.Size) { r.sign.image.Resize(size) }

func (r *signImageRenderer) MinSize() fyne.Size {
	d, ok := signs[r.sign.sign]
	if !ok {
		return fyne.NewSize(0, 0)
	}
	return fyne.NewSquareSize(Px(d.size))
}

func (r *signImageRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.sign.image}
}

func (r *signImageRenderer) Refresh() {
	if r.sign.image.Visible() {
		r.sign.image.Refresh()
	}
}

func (r *signImageRenderer) Destroy() {}

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

// Link is a word that leads somewhere: in the accent, underlined, with the focus
// a ring around it. Enter and Space follow it.
type Link struct {
	widget.BaseWidget
	Text     string
	Caption  bool // small
	OnTapped func()
	OnFocus  func() // called when the link gets the focus

	focused bool
}

// NewLink returns a link.
func NewLink(text string, tapped func()) *Link { return &Link{Text: text, OnTapped: tapped} }

// Tapped follows the link.
func (l *Link) Tapped(*fyne.PointEvent) {
	if l.OnTapped != nil {
		l.OnTapped()
	}
}

// TypedKey is Fyne's.
func (l *Link) TypedKey(event *fyne.KeyEvent) {
	if isEnter(event.Name) || event.Name == fyne.KeySpace {
		l.Tapped(nil)
		return
	}
	PassKey(l, event)
}

// TypedRune is Fyne's.
func (l *Link) TypedRune(rune) {}

// FocusGained is Fyne's.
func (l *Link) FocusGained() {
	l.focused = true
	l.Refresh()
	call(l.OnFocus)
}

// FocusLost is Fyne's.
func (l *Link) FocusLost() { l.focused = false; l.Refresh() }

// Cursor is Fyne's.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MinSize is Fyne's.
func (l *Link) MinSize() fyne.Size {
	l.ExtendBaseWidget(l)
	return l.BaseWidget.MinSize()
}

// CreateRenderer is Fyne's.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	r := &linkRenderer{link: l, text: newLine(), line: newBox(), ring: newBox()}
	r.paint()
	return r
}

type linkRenderer struct {
	link       *Link
	text       *canvas.Text
	line, ring *canvas.Rectangle
}

func (r *linkRenderer) paint() {
	size := theme.SizeNameText
	if r.link.Caption {
		size = theme.SizeNameCaptionText
	}
	setText(r.text, r.link.Text, size, fyne.TextStyle{}, ColorAccent)
	r.line.FillColor = theme.Color(ColorAccent)
	ring := ColorAccent
	if !r.link.focused {
		ring = ""
	}
	paintBox(r.ring, "", ring, 2)
}

func (r *linkRenderer) MinSize() fyne.Size {
	size := theme.SizeNameText
	if r.link.Caption {
		size = theme.SizeNameCaptionText
	}
	return fyne.NewSize(r.text.MinSize().Width, lineHeight(size))
}

func (r *linkRenderer) Layout(size fyne.Size) {
	middle(r.text, 0, size.Height)
	m := r.text.MinSize()
	r.line.Resize(fyne.NewSize(m.Width, 1))
	r.line.Move(fyne.NewPos(0, (size.Height+m.Height)/2-Px(3)))
	r.ring.Resize(fyne.NewSize(m.Width+8, m.Height+4))
	r.ring.Move(fyne.NewPos(-4, (size.Height-m.Height)/2-2))
}

func (r *linkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.text, r.line, r.ring}
}

func (r *linkRenderer) Refresh() {
	r.paint()
	r.Layout(r.link.Size())
	canvas.Refresh(r.link)
}

func (r *linkRenderer) Destroy() {}
