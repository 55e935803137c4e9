// Package processors shows the processors: the list and the page of one.
package processors

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"fortegnelse/app/listing"
	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// row is what the list shows of one processor, made once per change.
type row struct {
	id        model.ID
	number    string
	name      string
	service   string
	agreement string // its state first
	items     string // of Art. 28(3)
	supervise string
	country   string
	unstated  struct{ agreement, items, country bool } // written in italics
	used      int
	search    string
	order     int
}

// NewList makes the list of the processors.
func NewList(s *session.Session, nav listing.Navigator) *listing.List[row] {
	c := s.Words()
	return listing.New(s, nav, listing.Config[row]{
		Title:   c.Text("nav.processor"),
		Add:     c.Text("list.add.processor"),
		Empty:   c.Text("list.empty.processor"),
		Columns: columns(c),
		Rows:    func(r *model.Register) []row { return rows(r, s.Words()) },
		ID:      func(w row) model.ID { return w.id },
		Search:  func(w row) string { return w.search },
		Filters: []listing.Filter[row]{
			{Label: c.Text("list.filter.unused"), Keep: func(w row) bool { return w.used == 0 }},
		},
	})
}

func columns(c *words.Catalogue) []ui.Column[row] {
	by := func(text func(row) string) func(a, b row) int { return listing.By(c, text) }
	name := func(w row) string { return w.name }
	service := func(w row) string { return w.service }
	agreement := func(w row) string { return w.agreement }
	supervise := func(w row) string { return w.supervise }
	country := func(w row) string { return w.country }
	return []ui.Column[row]{
		{ID: "number", Title: c.Text("list.number"), Width: 60, Quiet: true,
			Text: func(w row) string { return w.number }, Compare: func(a, b row) int { return cmp.Compare(a.order, b.order) }},
		{ID: "name", Title: c.Text("list.processor"), Width: 150, Stretch: true, Text: name, Compare: by(name)},
		{ID: "service", Title: c.Text("list.service"), Width: 150, Stretch: true, Drop: 2, Text: service, Compare: by(service)},
		{ID: "agreement", Title: c.Text("list.agreement"), Width: 200, Stretch: true, Text: agreement, Compare: by(agreement),
			Italic: func(w row) bool { return w.unstated.agreement }},
		{ID: "items", Title: c.Text("list.items28"), Width: 90, Drop: 4, Text: func(w row) string { return w.items },
			Italic: func(w row) bool { return w.unstated.items }},
		{ID: "supervision", Title: c.Text("list.supervision"), Width: 130, Drop: 3, Text: supervise, Compare: by(supervise)},
		{ID: "country", Title: c.Text("list.country"), Width: 110, Drop: 1, Text: country, Compare: by(country),
			Italic: func(w row) bool { return w.unstated.country }},
		{ID: "used", Title: c.Text("list.used"), Width: 80, Align: fyne.TextAlignTrailing,
			Text: func(w row) string { return c.Number(w.used) }, Compare: func(a, b row) int { return cmp.Compare(a.used, b.used) }},
	}
}

func rows(r *model.Register, c *words.Catalogue) []row {
	p := report.Phrases{Words: c, Register: r}
	var out []row
	for i, x := range r.Processors() {
		w := row{
			id: x.ID, number: x.Number, name: r.Title(x), service: p.Services(x.Services),
			items: p.Items28(x), supervise: p.Supervised(x).String(), used: len(r.ActivitiesOf(x.ID)), order: i,
		}
		w.agreement, w.unstated.agreement = agreementsWith(r, c, x)
		w.country, w.unstated.country = country(r, c, x)
		w.unstated.items = w.items == c.Answer(model.NotStated)
		w.search = strings.Join([]string{w.number, w.name, w.service, w.agreement, p.AgreementState(x).String(), w.supervise, w.country, aliases(r, x)}, " ")
		out = append(out, w)
	}
	return out
}

// agreementsWith says which agreements there are with a processor, the state of
// each before its number. Other agreements are named only where none is about
// the processing.
func agreementsWith(r *model.Register, c *words.Catalogue, x *model.Processor) (text string, none bool) {
	all := r.AgreementsOf(x.ID)
	about := slices.DeleteFunc(slices.Clone(all), func(a *model.Agreement) bool { return a.Type != "data_processing" })
	if len(about) == 0 {
		about = all
	}
	var parts []string
	for _, a := range about {
		state := c.Code("agreement_state", string(a.State))
		if short := "list.agreement_state." + string(a.State); c.Has(short) {
			state = c.Text(short)
		}
		parts = append(parts, strings.TrimPrefix(state+", "+a.Number, ", "))
	}
	if len(parts) == 0 {
		return c.Text("list.agreement_state.none"), true
	}
	return strings.Join(parts, "; "), false
}

// country says where the party sits.
func country(r *model.Register, c *words.Catalogue, x *model.Processor) (text string, unstated bool) {
	party, ok := model.Find[*model.Party](r, x.Party.Value)
	switch {
	case !ok:
		return "", false
	case party.Country.Given():
		return c.Code("country", string(party.Country.Value)), false
	}
	return c.Answer(party.Country.State), true
}

func aliases(r *model.Register, x *model.Processor) string {
	party, ok := model.Find[*model.Party](r, x.Party.Value)
	if !ok {
		return ""
	}
	return strings.Join(party.Aliases, " ")
}
