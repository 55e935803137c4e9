package app

import "fyne.io/fyne/v2"

// panes lays panes side by side, or one below the other, without a gap, so
// that they touch at a line. The last one takes what is left.
type panes struct{ down bool }

func (p panes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	at := fyne.NewPos(0, 0)
	for i, o := range objects {
		own := o.MinSize()
		place := fyne.NewSize(own.Width, size.Height)
		if p.down {
			place = fyne.NewSize(size.Width, own.Height)
		}
		if i == len(objects)-1 {
			place = fyne.NewSize(size.Width-at.X, size.Height-at.Y)
		}
		o.Move(at)
		o.Resize(place)
		if p.down {
			at.Y += place.Height
		} else {
			at.X += place.Width
		}
	}
}

func (p panes) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		own := o.MinSize()
		if p.down {
			size = fyne.NewSize(max(size.Width, own.Width), size.Height+own.Height)
		} else {
			size = fyne.NewSize(size.Width+own.Width, max(size.Height, own.Height))
		}
	}
	return size
}
