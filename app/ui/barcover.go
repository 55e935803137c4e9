package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// barCover lies over the scroll bar that Fyne draws across the foot of a field
// of one line whose text is too long for it. The text still scrolls with the
// cursor; the pointer goes on to the field.
type barCover struct {
	widget.BaseWidget
	entry  *Entry
	ground *canvas.Rectangle
}

func newBarCover(e *Entry) *barCover {
	b := &barCover{entry: e, ground: newBox()}
	b.ExtendBaseWidget(b)
	return b
}

// place lies the cover along the foot of the field, inside its frame. The bar
// waits for the pointer in a strip twice its own height.
func (b *barCover) place(field fyne.Size) {
	bar := theme.Size(theme.SizeNameScrollBarSmall)
	b.Move(fyne.NewPos(1, field.Height-2*bar-1))
	b.Resize(fyne.NewSize(field.Width-2, 2*bar))
	b.ground.FillColor = theme.Color(ColorBackground)
	b.ground.Move(fyne.NewPos(1, bar))
	b.ground.Resize(fyne.NewSize(field.Width-4, bar))
}

func (b *barCover) inField(at fyne.Position) fyne.Position { return at.Add(b.Position()) }

// Cursor is that of a text.
func (b *barCover) Cursor() desktop.Cursor { return desktop.TextCursor }

// MouseIn keeps the bar from noticing the pointer.
func (b *barCover) MouseIn(*desktop.MouseEvent) {}

// MouseMoved is Fyne's.
func (b *barCover) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is Fyne's.
func (b *barCover) MouseOut() {}

// MouseDown goes to the field.
func (b *barCover) MouseDown(event *desktop.MouseEvent) {
	inside := *event
	inside.Position = b.inField(event.Position)
	b.entry.MouseDown(&inside)
}

// MouseUp goes to the field.
func (b *barCover) MouseUp(event *desktop.MouseEvent) {
	inside := *event
	inside.Position = b.inField(event.Position)
	b.entry.MouseUp(&inside)
}

// Tapped goes to the field.
func (b *barCover) Tapped(event *fyne.PointEvent) {
	inside := *event
	inside.Position = b.inField(event.Position)
	b.entry.Tapped(&inside)
}

// Dragged goes to the field, which selects.
func (b *barCover) Dragged(event *fyne.DragEvent) {
	inside := *event
	inside.Position = b.inField(event.Position)
	b.entry.Dragged(&inside)
}

// DragEnd is Fyne's.
func (b *barCover) DragEnd() { b.entry.DragEnd() }

// CreateRenderer is Fyne's.
func (b *barCover) CreateRenderer() fyne.WidgetRenderer {
	return &barCoverRenderer{b}
}

type barCoverRenderer struct{ cover *barCover }

func (r *barCoverRenderer) Layout(fyne.Size)   {}
func (r *barCoverRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *barCoverRenderer) Destroy()           {}
func (r *barCoverRenderer) Refresh()           { r.cover.ground.Refresh() }

func (r *barCoverRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.cover.ground}
}
