// Package records shows the records of any kind as a plain list. Activities
// and processors have lists of their own.
package records

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"fortegnelse/app/listing"
	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// row is what the list shows of one record, made once per change.
type row struct {
	id     model.ID
	number string
	title  string
	detail string
	status string
	used   int
	order  int
}

// NewList makes the list of a kind.
func NewList(s *session.Session, k model.Kind, nav listing.Navigator) *listing.List[row] {
	c := s.Words()
	add := c.Text("list.add." + string(k))
	if k == model.KindFindingAnswer { // answers are given where the findings are
		add = ""
	}
	return listing.New(s, nav, listing.Config[row]{
		Title:   c.Text("nav." + string(k)),
		Add:     add,
		Empty:   c.Text("list.empty." + string(k)),
		Rows:    func(r *model.Register) []row { return rows(r, s.Words(), k) },
		ID:      func(w row) model.ID { return w.id },
		Search:  func(w row) string { return strings.Join([]string{w.number, w.title, w.detail, w.status}, " ") },
		Columns: columns(c, k),
	})
}

func columns(c *words.Catalogue, k model.Kind) []ui.Column[row] {
	return []ui.Column[row]{
		{ID: "number", Title: c.Text("list.number"), Width: 64, Quiet: true,
			Text: func(w row) string { return w.number }, Compare: func(a, b row) int { return cmp.Compare(a.order, b.order) }},
		{ID: "title", Title: c.Text("list.name"), Width: 240, Stretch: true,
			Text: func(w row) string { return w.title }, Compare: listing.By(c, func(w row) string { return w.title })},
		{ID: "detail", Title: c.Text("list.detail." + string(k)), Width: 220, Stretch: true, Drop: 1,
			Text: func(w row) string { return w.detail }, Compare: listing.By(c, func(w row) string { return w.detail })},
		{ID: "status", Title: c.Text("field.head.status"), Width: 110, Quiet: true, Drop: 2,
			Text: func(w row) string { return w.status }, Compare: listing.By(c, func(w row) string { return w.status })},
		{ID: "used", Title: c.Text("list.used"), Width: 90, Align: fyne.TextAlignTrailing,
			Text: func(w row) string { return c.Number(w.used) }, Compare: func(a, b row) int { return cmp.Compare(a.used, b.used) }},
	}
}

func rows(r *model.Register, c *words.Catalogue, k model.Kind) []row {
	var out []row
	for i, rec := range r.Records(k) {
		head := rec.Meta()
		out = append(out, row{
			id: head.ID, number: head.Number, title: r.Title(rec), detail: detail(r, c, rec),
			status: c.Code("status", string(head.Status)), used: len(r.UsedBy(head.ID)), order: i,
		})
	}
	return out
}
