package app

import (
	"strings"
	"unicode/utf8"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// page is a screen of one record.
type page interface {
	screen
	Duplicate()
	Delete()
	Jump(section int)
}

// opened returns the page of the record that a command is about: the one that
// is shown, or that of the selected row of a list, which is opened for it.
func (s *shell) opened() (page, bool) {
	if l, ok := s.screen.(list); ok && l.Selected() != "" {
		s.openRecord(l.Selected())
	}
	p, ok := s.screen.(page)
	return p, ok
}

// add makes a new record of the kind that is shown, and opens it.
func (s *shell) add() {
	d := s.desk
	k := s.trail.now().kind
	if k == "" {
		return
	}
	rec, err := d.session.Create(k, func(r model.Record) {
		if a, ok := r.(*model.Activity); ok {
			a.Role = model.AsController
			if own := d.session.Register().LegalEntities(); len(own) == 1 {
				a.Entities = []model.ID{own[0].ID}
			}
		}
	})
	if err != nil {
		d.fail(d.words.Text("error.save"), err)
		return
	}
	s.openRecord(rec.Meta().ID)
}

// duplicate copies the record and opens the copy.
func (s *shell) duplicate() {
	if p, ok := s.opened(); ok {
		p.Duplicate()
	}
}

// delete asks and deletes; a record that others refer to is not deleted, and
// they are named.
func (s *shell) delete() {
	if p, ok := s.opened(); ok {
		p.Delete()
	}
}

// jump goes to a section of the page, counted from 0.
func (s *shell) jump(section int) {
	if p, ok := s.screen.(page); ok {
		p.Jump(section)
	}
}

// find opens the palette: every record by any of its words.
func (s *shell) find() {
	d := s.desk
	r := d.session.Register()
	var options []ui.Option
	for _, k := range model.Kinds {
		for _, rec := range r.Records(k) {
			options = append(options, ui.Option{
				Code: string(rec.Meta().ID), Label: rec.Meta().Number + "  " + r.Title(rec),
				Detail: d.words.Kind(k), Group: capital(d.words.Kinds(k)),
			})
		}
	}
	picker := &ui.Picker{Words: ui.WordsIn(d.words), Options: options, Width: 672}
	picker.OnPick = func(ids []string) {
		if len(ids) == 1 {
			s.openRecord(model.ID(ids[0]))
		}
	}
	picker.Show(d.window.Canvas(), nil)
}

func capital(s string) string {
	_, first := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:first]) + s[first:]
}
