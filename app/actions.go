package app

import "fortegnelse/model"

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
	if k == "" || k == model.KindFindingAnswer { // an answer is given to a finding
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
