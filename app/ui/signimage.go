package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
