package record

import (
	"slices"
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
// order of the page, and reports whether there is one.
func (p *Page) focusIn(s *part, key string) bool {
	c := p.canvas()
	if c == nil {
		return false
	}
	try := func(k string) bool { // what is hidden behind another answer does not take it
		control := s.controls[k]
		if control != nil {
			c.Focus(control)
		}
		return control != nil && c.Focused() == control || s.answers[k] != nil && ui.FocusFirst(s.answers[k])
	}
	if try(key) {
		return true
	}
	return slices.ContainsFunc(s.order, func(k string) bool {
		return (strings.HasPrefix(k, key+".") || strings.HasPrefix(k, key+"[")) && try(k)
	})
}

// Focus shows the field at a path of the page's record and gives it the
// keyboard; entries that hold it are opened. A field that is not asked for now
// gives way to what it stands in, and that to its section.
func (p *Page) Focus(path string) {
	if slices.Contains(headPaths, path) {
		if c := p.canvas(); c != nil {
			c.Focus(p.header.status)
		}
		return
	}
	i := p.sectionOf(path)
	if i < 0 {
		return
	}
	s := p.sections[i]
	p.makeTo(i)
	p.openTo(path)
	s.refresh()
	p.reflow()
	for at := path; at != ""; at = around(at) {
		if p.focusIn(s, string(p.id)+"/"+at) {
			return
		}
	}
	p.Jump(i)
}

// sectionOf returns which section shows the field at a path, -1 if none.
func (p *Page) sectionOf(path string) int {
	general := model.General(path)
	return slices.IndexFunc(p.sections, func(s *part) bool { return s.section.shows(general) })
}

// around returns the path of what a field stands in: "consent" for
// "consent.proof", "bases" for "bases[1]"; "" for a field of the record itself.
func around(path string) string {
	return path[:max(strings.LastIndexAny(path, ".["), 0)]
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
