package record

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/ui"
)

// The measures of the page at text size 14.
const (
	headerHeight = 52
	listWidth    = 224
	helpHeight   = 60 // three lines of small text
	sectionGap   = 12
	margin       = 20
	widest       = 800 // a line of text longer than this is hard to read
)

// newFrame puts the header above the list of sections and the sections, and
// what helps with the field in hand below them.
func newFrame(header, list, scroll, help fyne.CanvasObject) fyne.CanvasObject {
	side := ui.OnGround(ui.ColorBackground, container.NewBorder(nil, nil, nil, ui.NewLine(ui.ColorLine),
		container.NewVScroll(ui.Inset(ui.Px(12), 0, ui.Px(12), 0, list))))
	body := container.New(&frameLayout{}, side, scroll, help)
	return ui.OnGround(ui.ColorBackground, container.New(&pageLayout{}, header, ui.NewLine(ui.ColorLine), body))
}

// pageLayout puts the header over the body. The header comes first, so that
// Tab goes from top to bottom.
type pageLayout struct{}

// Layout is Fyne's.
func (*pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, o := range objects {
		height := o.MinSize().Height
		if i == len(objects)-1 {
			height = size.Height - y
		}
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, y))
		y += height
	}
}

// MinSize is Fyne's.
func (*pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(ui.Px(480), ui.Px(320))
}

// frameLayout puts the list of sections beside the sections and the help.
type frameLayout struct{}

// Layout is Fyne's.
func (*frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := ui.Px(listWidth)
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	foot := max(ui.Px(helpHeight), objects[2].MinSize().Height)
	objects[1].Resize(fyne.NewSize(size.Width-left, size.Height-foot))
	objects[1].Move(fyne.NewPos(left, 0))
	objects[2].Resize(fyne.NewSize(size.Width-left, foot))
	objects[2].Move(fyne.NewPos(left, size.Height-foot))
}

// MinSize is Fyne's.
func (*frameLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(ui.Px(listWidth)+ui.Px(240), ui.Px(240))
}

// bodyLayout puts the sections one below the other, with margins, and no wider
// than can be read.
type bodyLayout struct{ page *Page }

func (l *bodyLayout) place(objects []fyne.CanvasObject, width float32) float32 {
	inner := min(max(width-2*ui.Px(margin), ui.Px(240)), ui.Px(widest))
	y := ui.Px(2)
	for i, o := range objects {
		height := l.page.sections[i].height(inner)
		o.Resize(fyne.NewSize(inner, height))
		o.Move(fyne.NewPos(ui.Px(margin), y))
		y += height + ui.Px(sectionGap)
	}
	return y
}

// Layout is Fyne's.
func (l *bodyLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.place(objects, size.Width)
	l.page.look()
}

// MinSize is Fyne's.
func (l *bodyLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	if l.page.scroll != nil {
		width = l.page.scroll.Size().Width
	}
	if width == 0 {
		width = ui.Px(800)
	}
	height := l.place(objects, width)
	if len(objects) > 0 && l.page.scroll != nil { // the last section can be brought to the top
		last := l.page.sections[len(objects)-1].shell.Size().Height
		height += max(l.page.scroll.Size().Height-last-ui.Px(40), 0)
	}
	return fyne.NewSize(ui.Px(240), height)
}

// look makes the sections that are in view or near it, and marks the one that
// stands at the top in the list.
func (p *Page) look() {
	if p.looking || p.scroll == nil || p.scroll.Size().Height == 0 {
		return
	}
	p.looking = true
	defer func() { p.looking = false }()
	top := p.scroll.Offset.Y
	bottom := top + p.scroll.Size().Height
	made := false
	for _, s := range p.sections {
		if s.built {
			continue
		}
		at := s.shell.Position().Y
		if at < bottom+ui.Px(80) && at+s.shell.Size().Height > top-ui.Px(400) {
			s.make()
			made = true
			p.settle()
		}
	}
	if made {
		p.settle()
	}
	p.mark(top)
}

// mark shows in the list which section stands at the top.
func (p *Page) mark(top float32) {
	at := 0
	for i, s := range p.sections {
		if s.shell.Position().Y <= top+ui.Px(120) {
			at = i
		}
	}
	p.list.SetCurrent(p.keys()[at])
}

// reflow gives every section the height it needs now.
func (p *Page) reflow() {
	if p.looking || p.scroll == nil {
		return
	}
	for _, s := range p.sections {
		s.measured = -1
	}
	p.settle()
	p.look()
}

func (p *Page) settle() {
	content := p.scroll.Content
	size := fyne.NewSize(p.scroll.Size().Width, max(content.MinSize().Height, p.scroll.Size().Height))
	content.Resize(size)
	limit := max(size.Height-p.scroll.Size().Height, 0)
	at := fyne.NewPos(0, min(p.scroll.Offset.Y, limit))
	p.scroll.Offset.Y = -1 // so that the bars are drawn anew, and nothing else
	p.scroll.ScrollToOffset(at)
}

// replace puts a section's new content in the place of the old.
func (p *Page) replace(old, now fyne.CanvasObject) {
	if p.scroll == nil {
		return
	}
	if body, ok := p.scroll.Content.(*fyne.Container); ok {
		if i := slices.Index(body.Objects, old); i >= 0 {
			body.Objects[i] = now
		}
	}
}
