package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Fill is a rectangle of one of the theme's colours that follows a change of
// theme; the ground of a pane.
type Fill struct {
	widget.BaseWidget
	Color  fyne.ThemeColorName // see-through if empty
	Border fyne.ThemeColorName // none if empty
	Radius float32
	Least  fyne.Size // the smallest size
}

// NewFill returns a plain ground.
func NewFill(colour fyne.ThemeColorName) *Fill {
	f := &Fill{Color: colour}
	f.ExtendBaseWidget(f)
	return f
}

// NewLine returns a hairline across its place; it is one unit high and wide at least.
func NewLine(colour fyne.ThemeColorName) *Fill {
	line := NewFill(colour)
	line.Least = fyne.NewSize(1, 1)
	return line
}

// OnGround lays an object upon a ground of that colour.
func OnGround(colour fyne.ThemeColorName, object fyne.CanvasObject) *fyne.Container {
	return container.NewStack(NewFill(colour), object)
}

// MinSize is Fyne's.
func (f *Fill) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	return f.Least
}

// CreateRenderer is Fyne's.
func (f *Fill) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	r := &fillRenderer{fill: f, rectangle: newBox()}
	r.paint()
	return r
}

type fillRenderer struct {
	fill      *Fill
	rectangle *canvas.Rectangle
}

func (r *fillRenderer) paint() {
	paintBox(r.rectangle, r.fill.Color, r.fill.Border, 1)
	r.rectangle.CornerRadius = r.fill.Radius
}

func (r *fillRenderer) Layout(size fyne.Size)        { r.rectangle.Resize(size) }
func (r *fillRenderer) MinSize() fyne.Size           { return r.fill.Least }
func (r *fillRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rectangle} }
func (r *fillRenderer) Destroy()                     {}

func (r *fillRenderer) Refresh() {
	r.paint()
	r.rectangle.Refresh()
}

// newBox returns a rectangle that is not painted yet.
func newBox() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }

// newLine returns a line of text that is not written yet.
func newLine() *canvas.Text { return canvas.NewText("", color.Transparent) }

// paintBox paints the frame of a field or button, or a ring around one. Without
// ground and border there is nothing to see and the box is hidden.
func paintBox(box *canvas.Rectangle, ground, border fyne.ThemeColorName, width float32) {
	box.Hidden = ground == "" && border == ""
	box.FillColor, box.StrokeColor, box.StrokeWidth = color.Transparent, color.Transparent, 0
	if ground != "" {
		box.FillColor = theme.Color(ground)
	}
	if border != "" {
		box.StrokeColor = theme.Color(border)
		box.StrokeWidth = width
	}
	box.CornerRadius = theme.Size(theme.SizeNameInputRadius)
}

// setText gives a canvas text its content and style of the theme.
func setText(t *canvas.Text, content string, size fyne.ThemeSizeName, style fyne.TextStyle, colour fyne.ThemeColorName) {
	t.Text = content
	t.TextSize = theme.Size(size)
	t.TextStyle = style
	t.Color = theme.Color(colour)
}

// middle puts a text at x, centred in the height.
func middle(t *canvas.Text, x, height float32) {
	m := t.MinSize()
	t.Resize(m)
	t.Move(fyne.NewPos(x, (height-m.Height)/2))
}
