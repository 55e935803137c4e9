package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Stack lays objects out one below the other, each as wide as the stack. Unlike
// Fyne's box it gives an object its width before it asks for the height, so that
// wrapped text gets the room it needs at once.
func Stack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(stackLayout{gap}, objects...)
}

type stackLayout struct{ gap float32 }

func (l stackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		height := heightFor(o, size.Width)
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, y))
		y += height + l.gap
	}
}

func (l stackLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		if size.Height > 0 {
			size.Height += l.gap
		}
		size.Height += m.Height
	}
	return size
}

// heightFor returns the height an object needs when it is that wide.
func heightFor(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, max(o.Size().Height, o.MinSize().Height)))
	}
	return o.MinSize().Height
}

// Row lays objects out in a line, each at its smallest width and centred; an
// object made with [Grow] shares what is left.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(rowLayout{gap}, objects...)
}

// Grow marks an object that takes the width a [Row] has left. Without an object
// it is empty space.
func Grow(object fyne.CanvasObject) fyne.CanvasObject {
	if object == nil {
		return container.New(growLayout{})
	}
	return container.New(growLayout{}, object)
}

type growLayout struct{}

func (growLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (growLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	m := objects[0].MinSize()
	return fyne.NewSize(min(m.Width, Px(48)), m.Height)
}

func grows(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(growLayout)
	return ok
}

type rowLayout struct{ gap float32 }

func (l rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest, growing, shown := size.Width, 0, 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		shown++
		if grows(o) {
			growing++
		} else {
			rest -= o.MinSize().Width
		}
	}
	rest -= l.gap * float32(max(shown-1, 0))
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		width := o.MinSize().Width
		if grows(o) {
			width = max(rest/float32(growing), 0)
		}
		height := min(heightFor(o, width), size.Height)
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
		x += width + l.gap
	}
}

func (l rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	shown := 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		size.Width += m.Width
		size.Height = max(size.Height, m.Height)
		shown++
	}
	size.Width += l.gap * float32(max(shown-1, 0))
	return size
}

// Flow lays objects out in lines, beginning a new line where the next object
// would not fit: chips, tags, the words of a sentence with fields in it.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	l := &flowLayout{gap: gap}
	return container.New(l, objects...)
}

func flows(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(*flowLayout)
	return ok
}

type flowLayout struct {
	gap   float32
	width float32 // of the last layout
}

func (l *flowLayout) place(objects []fyne.CanvasObject, width float32, move bool) float32 {
	var x, y, line float32
	var row []fyne.CanvasObject
	finish := func() {
		for _, o := range row {
			if move {
				o.Move(fyne.NewPos(o.Position().X, y+(line-o.Size().Height)/2))
			}
		}
		row = nil
	}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			finish()
			x, y, line = 0, y+line+min(l.gap, Px(8)), 0
		}
		line = max(line, m.Height)
		if move {
			o.Resize(fyne.NewSize(min(m.Width, max(width, Px(48))), m.Height))
			o.Move(fyne.NewPos(x, y))
			row = append(row, o)
		}
		x += m.Width + l.gap
	}
	finish()
	return y + line
}

func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width, true)
}

func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var widest float32
	for _, o := range objects {
		if o.Visible() {
			widest = max(widest, o.MinSize().Width)
		}
	}
	width := l.width
	if width == 0 {
		width = widest
	}
	return fyne.NewSize(min(widest, Px(160)), l.place(objects, width, false))
}

// FixedWidth gives an object that width, in units at text size 14, whatever it
// asks for, and at least its own height.
func FixedWidth(width float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(fixedLayout{width: width}, object)
}

// FixedHeight gives an object that height, in units at text size 14.
func FixedHeight(height float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(fixedLayout{height: height}, object)
}

type fixedLayout struct{ width, height float32 }

func (l fixedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if l.width > 0 {
		size.Width = min(size.Width, Px(l.width))
	}
	for _, o := range objects {
		o.Resize(size)
	}
}

func (l fixedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	if l.width > 0 {
		size.Width = Px(l.width)
	}
	if l.height > 0 {
		size.Height = Px(l.height)
	}
	return size
}

// Inset puts margins around an object.
func Inset(top, right, bottom, left float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(insetLayout{top, right, bottom, left}, object)
}

type insetLayout struct{ top, right, bottom, left float32 }

func (l insetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(l.left, l.top))
		o.Resize(fyne.NewSize(max(size.Width-l.left-l.right, 0), max(size.Height-l.top-l.bottom, 0)))
	}
}

func (l insetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(l.left+l.right, l.top+l.bottom)
}
