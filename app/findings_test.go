package app

import (
	"fmt"
	"strings"
	"testing"

	"fortegnelse/app/findings"
	"fortegnelse/app/record"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/check"
)

// findingsLine is what the navigation says of the findings.
func findingsLine(s *shell) string {
	for _, item := range s.navigation() {
		if item.ID == findingsPlace {
			return fmt.Sprint(item.Text, item.Marks)
		}
	}
	return ""
}

func TestNavigationCountsTheFindings(t *testing.T) {
	d, _ := withKalmia(t)
	n := check.Count(check.Judge(d.session.Register(), check.Run(d.session.Register(), d.session.Today()), d.session.Today()))
	want := fmt.Sprint("Fund", []ui.Mark{{Sign: ui.SignError, Text: fmt.Sprint(n[check.Error])}, {Sign: ui.SignWarning, Text: fmt.Sprint(n[check.Warning])}})
	if got := findingsLine(d.shell); got != want || n[check.Error]*n[check.Warning] == 0 {
		t.Errorf("the navigation says %q, want %q", got, want)
	}
	rec := numbered(t, d, "B-01")
	if err := d.session.Edit(rec.Meta().ID, nil, func(r model.Record) error {
		r.(*model.Activity).Purposes = model.Answer[[]model.Purpose]{}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if findingsLine(d.shell) == want {
		t.Error("the counts do not follow what is saved")
	}
}

// TestEveryFindingLeadsToItsField opens each finding of the example and looks
// whether something on the page has the keyboard.
func TestEveryFindingLeadsToItsField(t *testing.T) {
	d, _ := withKalmia(t)
	d.shell.goFindings()
	screen := d.shell.screen.(*findings.Screen)
	screen.ShowAll()
	for _, w := range screen.Shown() {
		if w.Record == nil {
			continue
		}
		d.window.Canvas().Unfocus()
		d.shell.OpenAt(w.Record.Meta().ID, w.Field)
		p, ok := d.shell.screen.(*record.Page)
		if !ok || p.ID() != w.Record.Meta().ID {
			t.Fatalf("%s does not open %s", w.Rule.ID, w.Number)
		}
		if w.Field != "" && d.window.Canvas().Focused() == nil {
			t.Errorf("%s: nothing at %s of %s takes the keyboard", w.Rule.ID, w.Field, w.Number)
		}
	}
}

func TestUndoneAnswerStaysAmongTheFindings(t *testing.T) {
	d, _ := withKalmia(t)
	d.shell.goFindings()
	screen := d.shell.screen.(*findings.Screen)
	w := screen.Shown()[0]
	answer := check.NewAnswer(w.Finding, "explained", "Aftalt.", "DPO", d.session.Today(), model.Date{})
	if _, err := d.session.Create(model.KindFindingAnswer, func(rec model.Record) {
		head := *rec.Meta()
		*rec.(*model.FindingAnswer) = *answer
		*rec.Meta() = head
	}); err != nil {
		t.Fatal(err)
	}
	ctrlZ(t, d)
	if _, ok := d.shell.screen.(*findings.Screen); !ok || len(d.session.Register().FindingAnswers()) > 0 {
		t.Errorf("undo of an answer shows %T", d.shell.screen)
	}
	ctrlShiftZ(t, d)
	if _, ok := d.shell.screen.(*findings.Screen); !ok || len(d.session.Register().FindingAnswers()) != 1 {
		t.Errorf("redo of an answer shows %T", d.shell.screen)
	}
	d.shell.Answers()
	if d.shell.nav.Current() != findingsPlace || !strings.Contains(texts(d), "Svar på fund") {
		t.Error("the list of the answers is not reached, or does not stand among the findings")
	}
	d.shell.add()
	if strings.Contains(texts(d), "Nyt svar") || len(d.session.Register().FindingAnswers()) != 1 {
		t.Error("an answer can be made without a finding")
	}
}

func TestFindingAboutTheRegisterLeadsToTheEntities(t *testing.T) {
	d, _ := withKalmia(t)
	d.shell.OpenAt("", "country")
	if at := d.shell.trail.now(); at.kind != model.KindLegalEntity || at.record != "" {
		t.Errorf("led to %v", at)
	}
	d.shell.OpenAt("gone", "title")
	if at := d.shell.trail.now(); at.kind != model.KindLegalEntity {
		t.Errorf("a record that is gone led to %v", at)
	}
}
