package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Overlay shows a panel above the window: in the middle over a scrim, or beside
// the object it belongs to. It keeps the keyboard until it is hidden and then
// gives it back to what had it before.
type Overlay struct {
	widget.BaseWidget

	Content fyne.CanvasObject
	// Anchor is the object the panel opens below; nil puts it in the middle
	// over a scrim.
	Anchor fyne.CanvasObject
	// Wish is the wished size of the panel; it is never below the content's own
	// and never above the window's.
	Wish fyne.Size
	// OnEscape is called for Esc and for a click beside an anchored panel. The
	// default hides the overlay.
	OnEscape func()
	// OnEnter is called for Enter where the widget in focus does not use it.
	OnEnter func()
	// OnHidden is called once the overlay has gone.
	OnHidden func()

	canvas   fyne.Canvas
	previous fyne.Focusable
	keys     func(*fyne.KeyEvent)
	shown    bool
}

// ShowOn opens the overlay on a canvas and focuses first, if not nil.
func (o *Overlay) ShowOn(c fyne.Canvas, first fyne.Focusable) {
	if o.shown {
		return
	}
	o.ExtendBaseWidget(o)
	o.canvas, o.shown = c, true
	o.previous, o.keys = c.Focused(), c.OnTypedKey()
	c.Unfocus() // a field below saves as it is left
	c.SetOnTypedKey(o.TypedKey)
	c.Overlays().Add(o)
	o.Resize(c.Size())
	if first != nil {
		c.Focus(first)
	}
}

// Shown reports whether the overlay stands on a canvas.
func (o *Overlay) Shown() bool { return o.shown }

// Hide closes the overlay.
func (o *Overlay) Hide() {
	if !o.shown {
		return
	}
	o.shown = false
	o.canvas.Unfocus() // a field in the panel saves as it is left
	o.canvas.Overlays().Remove(o)
	o.canvas.SetOnTypedKey(o.keys)
	if o.previous != nil {
		o.canvas.Focus(o.previous)
	}
	if o.OnHidden != nil {
		o.OnHidden()
	}
}

// TypedKey takes Esc and Enter from whatever inside does not use them.
func (o *Overlay) TypedKey(event *fyne.KeyEvent) {
	switch {
	case event.Name == fyne.KeyEscape:
		o.escape()
	case isEnter(event.Name) && o.OnEnter != nil:
		o.OnEnter()
	}
}

func (o *Overlay) escape() {
	if o.OnEscape != nil {
		o.OnEscape()
		return
	}
	o.Hide()
}

// Tapped closes an anchored panel when the click is beside it.
func (o *Overlay) Tapped(event *fyne.PointEvent) {
	position, size := o.panel(o.Size())
	p := event.Position
	inside := p.X >= position.X && p.Y >= position.Y &&
		p.X <= position.X+size.Width && p.Y <= position.Y+size.Height
	if !inside && o.Anchor != nil {
		o.escape()
	}
}

// panel returns where the panel stands on a canvas of that size.
func (o *Overlay) panel(room fyne.Size) (fyne.Position, fyne.Size) {
	size := o.Content.MinSize().Max(o.Wish)
	size = size.Min(fyne.NewSize(room.Width-16, room.Height-16))
	if o.Anchor == nil {
		return fyne.NewPos((room.Width-size.Width)/2, (room.Height-size.Height)/2), size
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o.Anchor)
	below := at.Y + o.Anchor.Size().Height + 4
	y := below
	if below+size.Height > room.Height-8 {
		y = at.Y - size.Height - 4
	}
	if y < 8 {
		y = max(room.Height-8-size.Height, 8)
	}
	x := max(min(at.X, room.Width-8-size.Width), 8)
	return fyne.NewPos(x, y), size
}

// MinSize is Fyne's.
func (o *Overlay) MinSize() fyne.Size {
	o.ExtendBaseWidget(o)
	return o.BaseWidget.MinSize()
}

// CreateRenderer is Fyne's.
func (o *Overlay) CreateRenderer() fyne.WidgetRenderer {
	o.ExtendBaseWidget(o)
	r := &overlayRenderer{
		overlay: o,
		scrim:   newBox(),
		frame:   newBox(),
		panel:   newPanelCatch(o.Content),
	}
	r.paint()
	return r
}

type overlayRenderer struct {
	overlay      *Overlay
	scrim, frame *canvas.Rectangle
	panel        *panelCatch
}

func (r *overlayRenderer) paint() {
	r.scrim.Hidden = r.overlay.Anchor != nil
	r.scrim.FillColor = theme.Color(ColorScrim)
	r.frame.FillColor = theme.Color(ColorBackground)
	r.frame.StrokeWidth = 1
	r.frame.StrokeColor = theme.Color(ColorLine2)
	r.frame.CornerRadius = 6
	if r.overlay.Anchor != nil {
		r.frame.StrokeColor = theme.Color(ColorControl)
		r.frame.CornerRadius = 4
	}
}

func (r *overlayRenderer) Layout(size fyne.Size) {
	r.scrim.Resize(size)
	position, panel := r.overlay.panel(size)
	r.frame.Resize(panel)
	r.frame.Move(position)
	r.panel.Resize(panel.SubtractWidthHeight(2, 2))
	r.panel.Move(position.AddXY(1, 1))
}

func (r *overlayRenderer) MinSize() fyne.Size { return r.overlay.Content.MinSize() }

func (r *overlayRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.scrim, r.frame, r.panel}
}

func (r *overlayRenderer) Refresh() {
	r.paint()
	r.Layout(r.overlay.Size())
	r.scrim.Refresh()
	r.frame.Refresh()
	r.panel.Refresh()
}

func (r *overlayRenderer) Destroy() {}

// panelCatch swallows clicks on the panel's empty places.
type panelCatch struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

func newPanelCatch(content fyne.CanvasObject) *panelCatch {
	p := &panelCatch{content: content}
	p.ExtendBaseWidget(p)
	return p
}

// Tapped is Fyne's.
func (p *panelCatch) Tapped(*fyne.PointEvent) {}

// CreateRenderer is Fyne's.
func (p *panelCatch) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(p.content)
}
