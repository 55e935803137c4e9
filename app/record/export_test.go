package record

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// All makes every section of a page.
func (p *Page) All() {
	for _, s := range p.sections {
		s.make()
	}
	p.reflow()
}

// Control returns the control of a field of a record on the page, nil if there
// is none.
func (p *Page) Control(id model.ID, path string) fyne.Focusable {
	for _, s := range p.sections {
		if c, ok := s.controls[string(id)+"/"+path]; ok {
			return c
		}
	}
	return nil
}

// Said returns what the header says went wrong.
func (p *Page) Said() string { return p.header.problem.Content }

// HeaderTitle returns the name in the header.
func (p *Page) HeaderTitle() string { return p.header.title.Content }

// Marks returns the signs in the list of sections, in order.
func (p *Page) Marks() []ui.Sign {
	var marks []ui.Sign
	for _, item := range p.listed {
		if item.ID != "" {
			marks = append(marks, item.Mark)
		}
	}
	return marks
}

// Remarks returns the button that leads to what the checks say.
func (p *Page) Remarks() *ui.Button { return p.header.remarks }

// Headings returns the headings of the sections.
func (p *Page) Headings() []string {
	out := make([]string, len(p.sections))
	for i, s := range p.sections {
		out[i] = s.shell.Title
	}
	return out
}

// Built returns how many sections have been made.
func (p *Page) Built() int {
	n := 0
	for _, s := range p.sections {
		if s.built {
			n++
		}
	}
	return n
}

// Offset returns how far the page is scrolled.
func (p *Page) Offset() float32 { return p.scroll.Offset.Y }

// Advised returns the lines of advice below a field: sign and words.
func (p *Page) Advised(id model.ID, path string) []string {
	for _, s := range p.sections {
		if all, ok := s.advised[string(id)+"/"+path]; ok {
			lines := make([]string, 0, len(all))
			for _, a := range all {
				lines = append(lines, string(a.Sign)+a.Text+a.Offer)
			}
			return lines
		}
	}
	return nil
}

// Help returns what stands in the foot of the page.
func (p *Page) Help() string { return p.help.Content }

// CutNames returns the names in the list of sections that are cut, also while
// they are the present place, where they may stand in bold.
func (p *Page) CutNames() []string {
	p.list.Resize(fyne.NewSize(ui.Px(listWidth)-1, ui.Px(600))) // beside a hairline
	var cut []string
	for _, key := range p.keys() {
		p.list.SetCurrent(key)
		for _, o := range test.LaidOutObjects(p.list) {
			if t, ok := o.(*canvas.Text); ok && strings.HasSuffix(t.Text, "…") && !slices.Contains(cut, t.Text) {
				cut = append(cut, t.Text)
			}
		}
	}
	return cut
}

// Citing says where pieces of evidence stand, as the page says it.
func (p *Page) Citing(cited []model.Evidence) string {
	return (&Form{page: p, id: p.id}).citing(cited)
}
