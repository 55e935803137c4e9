package app

import (
	"fortegnelse/app/record"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/check"
)

// findingsPlace is the findings' place in the navigation.
const findingsPlace = "findings"

func (s *shell) goFindings() { s.move(s.trail.to(place{findings: true})) }

// findingsItem is the findings' line in the navigation: how many errors and
// warnings are pending.
func (s *shell) findingsItem() ui.NavItem {
	c := s.desk.words
	item := ui.NavItem{ID: findingsPlace, Text: c.Text("nav.findings")}
	if n := s.watch.Count(check.Error); n > 0 {
		item.Marks = append(item.Marks, ui.Mark{Sign: ui.SignError, Text: c.Number(n)})
	}
	if n := s.watch.Count(check.Warning); n > 0 {
		item.Marks = append(item.Marks, ui.Mark{Sign: ui.SignWarning, Text: c.Number(n)})
	}
	return item
}

// navigated returns where in the navigation a kind of records stands. The
// answers to findings belong to the findings.
func navigated(k model.Kind) string {
	if k == model.KindFindingAnswer {
		return findingsPlace
	}
	return string(k)
}

// hearFindings follows what the checks find.
func (s *shell) hearFindings() {
	s.nav.SetItems(s.navigation())
	s.remark()
}

// remark tells the page that is shown what the checks find in its record and
// nobody has answered.
func (s *shell) remark() {
	p, ok := s.screen.(*record.Page)
	if !ok {
		return
	}
	var remarks []record.Remark
	for _, w := range s.watch.Of(p.ID()) {
		if w.Pending() {
			remarks = append(remarks, record.Remark{Field: w.Field, Sign: w.Sign(), Text: w.Message, Fix: w.Rule.Fix(s.desk.words), Rule: w.Rule.ID})
		}
	}
	p.SetRemarks(remarks)
}

// OpenAt implements the navigator of the findings: it opens a record at a
// field, and the own entities for what the register as a whole is about.
func (s *shell) OpenAt(id model.ID, field string) {
	if id == "" {
		s.goEntities()
		return
	}
	s.openRecord(id)
	if p, ok := s.screen.(*record.Page); ok && p.ID() == id && field != "" {
		p.Focus(field)
	}
}

// Answers implements the navigator of the findings.
func (s *shell) Answers() { s.goTo(string(model.KindFindingAnswer)) }

// Fail implements the navigator of the findings.
func (s *shell) Fail(err error) { s.desk.fail(s.desk.words.Text("error.save"), err) }
