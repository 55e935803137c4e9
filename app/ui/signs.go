package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// signPool draws signs at places of one row. Decoding a drawing costs more than
// moving it, so the pool keeps an image per sign and only moves, shows and
// hides them while a row is scrolled through many records.
type signPool struct {
	images map[Sign][]*canvas.Image
	used   map[Sign]int
	// changed tells the owner that the list of objects has grown.
	changed bool
}

// begin starts a new drawing of the row.
func (p *signPool) begin() {
	if p.images == nil {
		p.images = map[Sign][]*canvas.Image{}
		p.used = map[Sign]int{}
	}
	clear(p.used)
}

// place draws a sign with its centre at the given point.
func (p *signPool) place(s Sign, centre fyne.Position) {
	d, ok := signs[s]
	if !ok {
		return
	}
	n := p.used[s]
	p.used[s] = n + 1
	if n == len(p.images[s]) {
		p.images[s] = append(p.images[s], NewIcon(d.icon, d.colour, d.size))
		p.changed = true
	}
	image := p.images[s][n]
	size := Px(d.size)
	image.Resize(fyne.NewSquareSize(size))
	image.Move(fyne.NewPos(centre.X-size/2, centre.Y-size/2))
	if !image.Visible() {
		image.Show()
	}
}

// end hides what the row no longer shows.
func (p *signPool) end() {
	for s, images := range p.images {
		for _, image := range images[p.used[s]:] {
			if image.Visible() {
				image.Hide()
			}
		}
	}
}

// appendTo adds the images to a renderer's objects.
func (p *signPool) appendTo(objects []fyne.CanvasObject) []fyne.CanvasObject {
	for _, images := range p.images {
		for _, image := range images {
			objects = append(objects, image)
		}
	}
	return objects
}

// refresh repaints the images, after a change of theme.
func (p *signPool) refresh() {
	for _, images := range p.images {
		for _, image := range images {
			image.Refresh()
		}
	}
}
