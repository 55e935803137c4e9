package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Section is a part of a record page under a heading.
type Section struct {
	widget.BaseWidget

	Letter    string // the letter of article 30 it answers, such as »(b)«; may be empty
	Title     string
	Reference string // at the right: where the law asks for it
	// Beside stands after the title, such as a tag or a count; may be nil.
	Beside  fyne.CanvasObject
	Content fyne.CanvasObject

	letter, title, reference *Text
	rule                     *Fill
}

// NewSection returns a section.
func NewSection(letter, title, reference string, content fyne.CanvasObject) *Section {
	s := &Section{Letter: letter, Title: title, Reference: reference, Content: content}
	s.ExtendBaseWidget(s)
	return s
}

// SetContent replaces what stands under the heading.
func (s *Section) SetContent(content fyne.CanvasObject) {
	s.Content = content
	s.Refresh()
}

func (s *Section) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.Content} }

func (s *Section) place(width float32) float32 {
	head := Px(40)
	x := float32(0)
	if s.Letter != "" {
		m := s.letter.MinSize()
		s.letter.Move(fyne.NewPos(0, (head-m.Height)/2))
		s.letter.Resize(m)
		x = m.Width + Px(5)
	}
	right := width
	if s.Reference != "" {
		m := s.reference.MinSize()
		right -= m.Width
		s.reference.Move(fyne.NewPos(right, (head-m.Height)/2))
		s.reference.Resize(m)
		right -= Px(12)
	}
	m := s.title.MinSize()
	title := min(m.Width, max(right-x, 0))
	if s.Beside != nil {
		b := s.Beside.MinSize()
		title = min(m.Width, max(right-x-b.Width-Px(8), 0))
		s.Beside.Move(fyne.NewPos(x+title+Px(8), (head-b.Height)/2))
		s.Beside.Resize(b)
	}
	s.title.Move(fyne.NewPos(x, (head-m.Height)/2))
	s.title.Resize(fyne.NewSize(title+1, m.Height))
	s.rule.Move(fyne.NewPos(0, head))
	s.rule.Resize(fyne.NewSize(width, 1))
	y := head + 1 + Px(6)
	if s.Content != nil {
		h := heightFor(s.Content, width)
		s.Content.Move(fyne.NewPos(0, y))
		s.Content.Resize(fyne.NewSize(width, h))
		y += h
	}
	return y + Px(12)
}

// CreateRenderer is Fyne's.
func (s *Section) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	s.letter = &Text{Content: s.Letter, TextSize: theme.SizeNameSubHeadingText, Color: ColorAccent, Style: fyne.TextStyle{Bold: true}}
	s.title = NewTitle(s.Title)
	s.reference = NewSmall(s.Reference)
	s.rule = NewLine(ColorLine2)
	return &sectionRenderer{s}
}

type sectionRenderer struct{ section *Section }

func (r *sectionRenderer) Layout(size fyne.Size) { r.section.place(size.Width) }

func (r *sectionRenderer) MinSize() fyne.Size {
	width := r.section.Size().Width
	if width == 0 {
		width = Px(480)
	}
	return fyne.NewSize(Px(240), r.section.place(width))
}

func (r *sectionRenderer) Objects() []fyne.CanvasObject {
	s := r.section
	objects := []fyne.CanvasObject{s.letter, s.title, s.reference, s.rule}
	if s.Beside != nil {
		objects = append(objects, s.Beside)
	}
	if s.Content != nil {
		objects = append(objects, s.Content)
	}
	return objects
}

func (r *sectionRenderer) Refresh() {
	s := r.section
	s.letter.Content, s.title.Content, s.reference.Content = s.Letter, s.Title, s.Reference
	for _, o := range r.Objects() {
		o.Refresh()
	}
	s.place(s.Size().Width)
}

func (r *sectionRenderer) Destroy() {}
