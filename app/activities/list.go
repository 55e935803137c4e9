package activities

import (
	"cmp"

	"fyne.io/fyne/v2"

	"fortegnelse/app/listing"
	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// NewList makes the list of the processing activities, parted by our role.
func NewList(s *session.Session, nav listing.Navigator) *listing.List[row] {
	c := s.Words()
	return listing.New(s, nav, listing.Config[row]{
		Title:   c.Text("nav.heading.activity"),
		Add:     c.Text("list.add.activity"),
		Empty:   c.Text("list.empty.activity"),
		Columns: columns(c),
		Rows:    func(r *model.Register) []row { return rows(r, s.Words()) },
		ID:      func(w row) model.ID { return w.id },
		Search:  func(w row) string { return w.search },
		Filters: []listing.Filter[row]{
			{Label: c.Text("list.filter.special"), Keep: holds(model.Special)},
			{Label: c.Text("list.filter.national_id"), Keep: holds(model.NationalID)},
			{Label: c.Text("list.filter.transfers"), Keep: func(w row) bool { return w.transfers }},
			{Label: c.Text("list.filter.missing"), Keep: missing},
		},
		Choices: []listing.Selection[row]{{
			All: c.Text("list.all_departments"), Of: departments,
			Keep: func(w row, code string) bool { return w.department == code },
		}},
		Groups: []ui.Group{
			{Key: asController, Title: c.Text("list.as_controller"), Subtitle: c.Text("list.article_30_1")},
			{Key: asProcessor, Title: c.Text("list.as_processor"), Subtitle: c.Text("list.article_30_2")},
		},
		GroupOf: func(w row) string {
			if w.role == model.AsProcessor {
				return asProcessor
			}
			return asController
		},
		Legend: legend(c),
	})
}

// The parts of the list: Art. 30(1) and 30(2).
const (
	asController = "30(1)"
	asProcessor  = "30(2)"
)

func holds(class model.Class) func(row) bool {
	return func(w row) bool {
		for _, c := range w.classes {
			if c == class {
				return true
			}
		}
		return false
	}
}

func missing(w row) bool {
	for _, state := range w.letters {
		if state == model.Missing || state == model.Partial {
			return true
		}
	}
	return false
}

func departments(r *model.Register) []ui.Option {
	var options []ui.Option
	seen := map[string]bool{"": true}
	for _, a := range r.Activities() {
		if !seen[a.Department] {
			seen[a.Department] = true
			options = append(options, ui.Option{Code: a.Department, Label: a.Department})
		}
	}
	return options
}

func columns(c *words.Catalogue) []ui.Column[row] {
	return []ui.Column[row]{
		{ID: "number", Title: c.Text("list.number"), Width: 60, Quiet: true,
			Text: func(w row) string { return w.number }, Compare: func(a, b row) int { return cmp.Compare(a.order, b.order) }},
		{ID: "title", Title: c.Text("list.activity"), Width: 190, Stretch: true,
			Text: func(w row) string { return w.title }, Compare: listing.By(c, func(w row) string { return w.title })},
		{ID: "classes", Title: c.Text("list.data"), Width: 96, Drop: 1, Marks: classMarks,
			Copy:    func(w row) string { return classWords(c, w) },
			Compare: func(a, b row) int { return cmp.Compare(heaviest(a), heaviest(b)) }},
		{ID: "processors", Title: c.Text("list.processors"), Width: 140, Drop: 3,
			Text: func(w row) string { return w.processors }, Italic: func(w row) bool { return w.unstated.processors },
			Compare: listing.By(c, func(w row) string { return w.processors })},
		{ID: "retention", Title: c.Text("list.erased"), Width: 160, Stretch: true, Drop: 2,
			Text: func(w row) string { return w.retention }, Italic: func(w row) bool { return w.unstated.retention },
			Compare: listing.By(c, func(w row) string { return w.retention })},
		{ID: "letters", Heads: model.Letters, Width: 8*18 + 16, Pitch: 18, Drop: 4, Marks: letterMarks,
			Copy:    func(w row) string { return letterWords(c, w) },
			Compare: func(a, b row) int { return cmp.Compare(open(a), open(b)) }, Align: fyne.TextAlignLeading},
	}
}
