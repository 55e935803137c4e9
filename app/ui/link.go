package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Link is a word that leads somewhere: in the accent, underlined, with the focus
// a ring around it. Enter and Space follow it. Where its place is too narrow it
// is cut with an ellipsis.
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
	switch {
	case isEnter(event.Name):
		l.Tapped(nil)
	case event.Name != fyne.KeySpace: // which comes as a rune
		PassKey(l, event)
	}
}

// TypedRune takes Space. It is the rune that counts and not the key: a list that
// opened upon the key would get the rune.
func (l *Link) TypedRune(r rune) {
	if r == ' ' {
		l.Tapped(nil)
	}
}

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
	return fyne.NewSize(textWidth(r.link.Text, r.text.TextSize, r.text.TextStyle), lineHeight(size))
}

func (r *linkRenderer) Layout(size fyne.Size) {
	r.text.Text = fitText(r.link.Text, size.Width, r.text.TextSize, r.text.TextStyle)
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
