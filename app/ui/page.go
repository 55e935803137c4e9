package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Page scrolls a record page up and down. It gives the page its width before it
// asks for its height, so that wrapped texts get the room they need at once.
type Page struct {
	widget.BaseWidget
	content fyne.CanvasObject
	scroll  *container.Scroll
}

// NewPage returns a page.
func NewPage(content fyne.CanvasObject) *Page {
	p := &Page{content: content, scroll: container.NewVScroll(content)}
	p.ExtendBaseWidget(p)
	return p
}

// Reveal scrolls just so far that an object on the page is in sight.
func (p *Page) Reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(p.content).Y
	bottom := top + o.Size().Height
	room := p.scroll.Size().Height
	const margin = 16
	switch {
	case top-margin < p.scroll.Offset.Y:
		p.ScrollTo(top - margin)
	case bottom+margin > p.scroll.Offset.Y+room:
		p.ScrollTo(min(bottom+margin-room, top-margin))
	}
}

// ScrollTo brings a height of the page to the top.
func (p *Page) ScrollTo(y float32) {
	limit := max(p.content.Size().Height-p.scroll.Size().Height, 0)
	p.scroll.ScrollToOffset(fyne.NewPos(0, min(max(y, 0), limit)))
}

// Offset returns how far the page is scrolled.
func (p *Page) Offset() float32 { return p.scroll.Offset.Y }

// OnScrolled sets what is called when the page has been scrolled.
func (p *Page) OnScrolled(scrolled func(offset float32)) {
	p.scroll.OnScrolled = func(at fyne.Position) { scrolled(at.Y) }
}

func (p *Page) parts() []fyne.CanvasObject { return []fyne.CanvasObject{p.content} }

// CreateRenderer is Fyne's.
func (p *Page) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{p} }

type pageRenderer struct{ page *Page }

func (r *pageRenderer) Layout(size fyne.Size) {
	heightFor(r.page.content, size.Width)
	r.page.scroll.Resize(size)
	r.page.scroll.Refresh()
}

func (r *pageRenderer) MinSize() fyne.Size { return fyne.NewSize(Px(240), Px(120)) }

func (r *pageRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.page.scroll}
}

func (r *pageRenderer) Refresh() { r.Layout(r.page.Size()) }
func (r *pageRenderer) Destroy() {}
