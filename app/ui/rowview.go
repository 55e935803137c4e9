package ui

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// rowView shows a long list of rows and builds only those in sight: scrolling
// ten thousand rows costs as much as scrolling thirty.
type rowView struct {
	widget.BaseWidget

	count    func() int
	heightOf func(index int) float32
	create   func() fyne.CanvasObject
	update   func(index int, row fyne.CanvasObject)

	scroll  *container.Scroll
	body    *rowBody
	offsets []float32 // where each row begins; one more than there are rows
	live    map[int]fyne.CanvasObject
	first   int // the rows in sight are first up to, not with, last
	last    int
	free    []fyne.CanvasObject
	wish    int  // the row to show as soon as there is a place, -1 if none
	holding bool // rows stay as they are while the scroller is told of its new height
}

func newRowView(count func() int, heightOf func(int) float32,
	create func() fyne.CanvasObject, update func(int, fyne.CanvasObject)) *rowView {
	v := &rowView{count: count, heightOf: heightOf, create: create, update: update, wish: -1,
		live: map[int]fyne.CanvasObject{}}
	v.body = &rowBody{view: v}
	v.body.ExtendBaseWidget(v.body)
	v.scroll = container.NewVScroll(v.body)
	v.scroll.OnScrolled = func(fyne.Position) { v.reflow(false) }
	v.measure()
	v.ExtendBaseWidget(v)
	return v
}

// measure notes where each row begins.
func (v *rowView) measure() {
	n := v.count()
	v.offsets = append(v.offsets[:0], 0)
	for i := range n {
		v.offsets = append(v.offsets, v.offsets[i]+v.heightOf(i))
	}
}

// rows returns how many rows there were when the view was last refreshed.
func (v *rowView) rows() int { return len(v.offsets) - 1 }

func (v *rowView) height() float32 { return v.offsets[len(v.offsets)-1] }

// reflow brings the rows in sight into place; with all it also fills anew those
// that were there already.
func (v *rowView) reflow(all bool) {
	if v.holding {
		return
	}
	top := v.scroll.Offset.Y
	bottom := top + v.scroll.Size().Height
	first := sort.Search(v.rows(), func(i int) bool { return v.offsets[i+1] > top })
	last := first
	for last < v.rows() && v.offsets[last] < bottom {
		last++
	}
	for i, row := range v.live {
		if i < first || i >= last {
			row.Hide()
			v.free = append(v.free, row)
			delete(v.live, i)
		}
	}
	v.first, v.last = first, last
	width := v.body.Size().Width
	for i := first; i < last; i++ {
		row, present := v.live[i]
		if !present {
			row = v.take()
			v.live[i] = row
		}
		row.Move(fyne.NewPos(0, v.offsets[i]))
		row.Resize(fyne.NewSize(width, v.offsets[i+1]-v.offsets[i]))
		if !present || all {
			v.update(i, row)
			row.Show()
		}
	}
	canvas.Refresh(v.body)
}

func (v *rowView) take() fyne.CanvasObject {
	if n := len(v.free); n > 0 {
		row := v.free[n-1]
		v.free = v.free[:n-1]
		return row
	}
	return v.create()
}

// changed shows the list anew after its rows have changed.
func (v *rowView) changed() {
	v.measure()
	for i, row := range v.live {
		row.Hide()
		v.free = append(v.free, row)
		delete(v.live, i)
	}
	limit := max(v.height()-v.scroll.Size().Height, 0)
	if v.scroll.Offset.Y > limit {
		v.scroll.Offset.Y = limit
	}
	v.holding = true
	v.scroll.Refresh()
	v.holding = false
	v.reflow(true)
}

// again fills one row anew, if it is in sight.
func (v *rowView) again(index int) {
	if row, ok := v.live[index]; ok {
		v.update(index, row)
	}
}

// show scrolls just so far that the row is in sight.
func (v *rowView) show(index int) {
	if index < 0 || index >= v.rows() {
		return
	}
	room := v.scroll.Size().Height
	if room <= 0 { // it has no place yet
		v.wish = index
		return
	}
	top, bottom := v.offsets[index], v.offsets[index+1]
	switch {
	case top < v.scroll.Offset.Y:
		v.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > v.scroll.Offset.Y+room:
		v.scroll.ScrollToOffset(fyne.NewPos(0, bottom-room))
	default:
		return
	}
	v.reflow(false)
}

// page returns how many rows of ordinary height are in sight at once.
func (v *rowView) page() int {
	if v.rows() == 0 {
		return 1
	}
	return max(int(v.scroll.Size().Height/v.heightOf(0))-1, 1)
}

// CreateRenderer is Fyne's.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return &rowViewRenderer{v} }

type rowViewRenderer struct{ view *rowView }

func (r *rowViewRenderer) Layout(size fyne.Size) {
	r.view.scroll.Resize(size)
	r.view.reflow(false)
	if wish := r.view.wish; wish >= 0 && size.Height > 0 {
		r.view.wish = -1
		r.view.show(wish)
	}
}

func (r *rowViewRenderer) MinSize() fyne.Size { return fyne.NewSize(Px(64), Px(64)) }

func (r *rowViewRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.view.scroll}
}

func (r *rowViewRenderer) Refresh() { r.view.changed() }
func (r *rowViewRenderer) Destroy() {}

// rowBody is what scrolls: as high as all rows, holding those in sight.
type rowBody struct {
	widget.BaseWidget
	view *rowView
}

// MinSize is Fyne's.
func (b *rowBody) MinSize() fyne.Size { return fyne.NewSize(Px(64), b.view.height()) }

// CreateRenderer is Fyne's.
func (b *rowBody) CreateRenderer() fyne.WidgetRenderer { return &rowBodyRenderer{b} }

type rowBodyRenderer struct{ body *rowBody }

func (r *rowBodyRenderer) Layout(fyne.Size)   { r.body.view.reflow(false) }
func (r *rowBodyRenderer) MinSize() fyne.Size { return r.body.MinSize() }
func (r *rowBodyRenderer) Refresh()           { r.body.view.reflow(true) }
func (r *rowBodyRenderer) Destroy()           {}

func (r *rowBodyRenderer) Objects() []fyne.CanvasObject {
	v := r.body.view
	objects := make([]fyne.CanvasObject, 0, len(v.live))
	for i := v.first; i < v.last; i++ {
		if row, ok := v.live[i]; ok {
			objects = append(objects, row)
		}
	}
	return objects
}
