package record

import (
	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
)

// part is one section on the page. Its content is made when it comes near the
// view, and made anew when its shape changes: entries come or go, an answer
// opens or closes what it holds. Values that change are shown in place.
type part struct {
	page     *Page
	section  Section
	shell    *ui.Section
	built    bool
	controls map[string]fyne.Focusable  // by record and path
	answers  map[string]*ui.AnswerField // around controls that can be answered without a value
	order    []string                   // their keys from top to bottom
	update   []func()
	advised  map[string][]Advice // what is said below which field
	measured float32             // width for which the height is known, -1 if for none
	high     float32             // the height
	shapes   []shape
}

// shape is something that decides which controls there are.
type shape struct {
	now   func() string
	built string
}

func newPart(p *Page, s Section) *part {
	part := &part{page: p, section: s, measured: -1}
	part.shell = part.newShell(nil)
	return part
}

func (s *part) newShell(content fyne.CanvasObject) *ui.Section {
	reference := ""
	if s.section.Reference != "" {
		reference = s.page.tongue.Text(s.section.Reference)
	}
	return ui.NewSection(letter(s.section), s.page.tongue.Text(s.section.Title), reference, content)
}

// make makes the content if there is none.
func (s *part) make() {
	if s.built {
		return
	}
	s.built = true
	s.controls, s.answers = map[string]fyne.Focusable{}, map[string]*ui.AnswerField{}
	s.order, s.update, s.shapes = nil, nil, nil
	s.advised = map[string][]Advice{}
	form := &Form{page: s.page, part: s, id: s.page.id}
	var content []fyne.CanvasObject
	if s.section.Build != nil {
		content = s.section.Build(form)
	} else {
		content = form.Fields(s.section.Paths...)
	}
	if quotes := form.quotes(s.section.claims()); quotes != nil {
		content = append(content, quotes)
	}
	// A new shell is drawn once; changing the old one would draw it twice.
	shell := s.newShell(ui.Stack(ui.Px(8), content...))
	if s.section.Beside != nil {
		beside := ui.NewLabel(s.section.Beside(form))
		shell.Beside = beside
		form.Follow(func() { beside.SetText(s.section.Beside(form)) })
	}
	shell.Move(s.shell.Position())
	s.page.replace(s.shell, shell)
	s.shell, s.measured = shell, -1
}

// refresh shows what is in the register now.
func (s *part) refresh() {
	if !s.built {
		return
	}
	for _, shape := range s.shapes {
		if shape.now() != shape.built {
			s.rebuild()
			return
		}
	}
	for _, show := range s.update {
		show()
	}
}

// rebuild makes the content anew and puts the keyboard back where it was.
func (s *part) rebuild() {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(s.page.root)
	had := ""
	if canvas != nil {
		had = s.keyOf(canvas.Focused())
		if had != "" {
			canvas.Unfocus() // the field saves before it goes
		}
	}
	s.built = false
	s.make()
	if control, ok := s.controls[had]; ok && canvas != nil {
		canvas.Focus(control)
	}
}

// keyOf returns which field a control belongs to, "" if none of this section.
func (s *part) keyOf(focused fyne.Focusable) string {
	if focused == nil {
		return ""
	}
	for key, control := range s.controls {
		if control == focused {
			return key
		}
	}
	return ""
}

// height returns how high the section is, or will be as far as can be told.
func (s *part) height(width float32) float32 {
	if !s.built {
		return ui.Px(160)
	}
	if s.measured == width {
		return s.high
	}
	if s.shell.Size().Width != width {
		s.shell.Resize(fyne.NewSize(width, s.shell.Size().Height))
	}
	s.measured, s.high = width, s.shell.MinSize().Height
	return s.high
}
