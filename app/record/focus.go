package record

import (
	"strings"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// onFocus has called whenever the control gets the keyboard.
func onFocus(control fyne.CanvasObject, called func()) {
	switch control := control.(type) {
	case *ui.Entry:
		control.OnFocus = called
	case *ui.DateField:
		control.OnFocus = called
	case *ui.Choice:
		control.OnFocus = called
	case *ui.AnswerField:
		control.OnFocus = called
	case *ui.Button:
		control.OnFocus = called
	case *ui.Chip:
		control.OnFocus = called
	case *ui.Link:
		control.OnFocus = called
	case *ui.Disclosure:
		control.OnFocus = called
	case *ui.MatrixGrid:
		control.OnFocus = called
	}
}

// reveal scrolls so far that a control is in view, and makes the section after
// it, so that Tab finds its way.
func (p *Page) reveal(s *part, control fyne.CanvasObject) {
	for i, other := range p.sections {
		if other == s && i+1 < len(p.sections) && !p.sections[i+1].built {
			p.sections[i+1].make()
			p.reflow()
		}
	}
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(control).Y - driver.AbsolutePositionForObject(p.scroll).Y
	room := p.scroll.Size().Height
	bottom := top + control.Size().Height
	margin := ui.Px(24)
	switch {
	case top < margin:
		p.scrollTo(p.scroll.Offset.Y + top - margin)
	case bottom > room-margin:
		p.scrollTo(p.scroll.Offset.Y + min(bottom-room+margin, top-margin))
	}
}

// scrollTo shows the page from that height on.
func (p *Page) scrollTo(y float32) {
	limit := max(p.scroll.Content.MinSize().Height-p.scroll.Size().Height, 0)
	p.scroll.ScrollToOffset(fyne.NewPos(0, min(max(y, 0), limit)))
	p.look()
}

// focusIn gives the keyboard to the first control whose key begins so, in the
// order of the page.
func (p *Page) focusIn(s *part, key string) {
	c := p.canvas()
	if c == nil {
		return
	}
	if control, ok := s.controls[key]; ok {
		c.Focus(control)
		return
	}
	for _, k := range s.order {
		if strings.HasPrefix(k, key+".") || strings.HasPrefix(k, key+"[") {
			c.Focus(s.controls[k])
			return
		}
	}
}

// Focus shows the field at a path of the page's record and gives it the
// keyboard; entries that hold it are opened.
func (p *Page) Focus(path string) {
	for i, s := range p.sections {
		if !covered(model.General(path), s.section.claims()) && !holdsOne(model.General(path), s.section.claims()) {
			continue
		}
		p.makeTo(i)
		p.openTo(path)
		s.refresh()
		p.reflow()
		p.focusIn(s, string(p.id)+"/"+path)
		return
	}
}

// openTo opens the entries that a path leads through.
func (p *Page) openTo(path string) {
	for i, r := range path {
		if r == ']' {
			list, at, _ := parent(path[:i+1])
			p.open[string(p.id)+"/"+list] = at
		}
	}
}

// Jump shows a section, counted from 0, and gives its first field the
// keyboard.
func (p *Page) Jump(section int) {
	if section < 0 || section >= len(p.sections) {
		return
	}
	p.leave()
	p.makeTo(section)
	p.reflow()
	y := float32(0)
	for _, s := range p.sections[:section] {
		y += s.shell.Size().Height + ui.Px(sectionGap)
	}
	p.scrollTo(y)
	if s := p.sections[section]; len(s.order) > 0 {
		if c := p.canvas(); c != nil {
			c.Focus(s.controls[s.order[0]])
		}
	}
	p.scrollTo(y) // the heading stays in view above the field
	p.list.SetCurrent(p.keys()[section])
}

// makeTo makes all sections up to one, so that its place is known, and those
// that stand in view with it.
func (p *Page) makeTo(section int) {
	for i := 0; i <= min(section+2, len(p.sections)-1); i++ {
		p.sections[i].make()
	}
}
