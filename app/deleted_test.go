package app

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
)

func TestDeletedRecordsComeBack(t *testing.T) {
	d, memory := withKalmia(t)
	rec, ok := d.session.Register().Numbered("B-02")
	if !ok {
		t.Fatal("there is no B-02")
	}
	title := d.session.Register().Title(rec)
	file := d.file.(*still)
	d.shell.goDeleted()
	if got := texts(d); !strings.Contains(got, "Ingen poster er slettet") {
		t.Errorf("told:\n%s", got)
	}
	memory.Snapshot = memory.Snapshot.With(model.Change{Delete: []model.ID{rec.Meta().ID}})
	file.deletions = []Deletion{{Time: noon, Author: "sekretær", Record: rec}}
	d.shell.show()
	s := d.shell.screen.(*deletedScreen)
	row := s.table.Shown()[0]
	if want := (deletedRow{rec.Meta().ID, "B-02", title, "behandlingsaktivitet", "21.11.2026 kl. 12.00", "sekretær", 0}); row != want {
		t.Errorf("the list shows %+v, want %+v", row, want)
	}
	s.ask(row)
	press(t, d, "Annullér")
	s.ask(row)
	press(t, d, "Gendan")
	if d.shell.trail.now().record != rec.Meta().ID || len(file.deletions) > 0 {
		t.Errorf("B-02 is not open:\n%s", texts(d))
	}
	if deed, ok := d.session.Undoable(); !ok || deed.Number != "B-02" {
		t.Errorf("what can be undone is %+v", deed)
	}
	d.shell.back()
	for _, o := range test.LaidOutObjects(d.window.Content()) {
		if b, ok := o.(*ui.Button); ok && b.Text == "Gendan …" && !b.Disabled() {
			t.Error("nothing can be restored, and the button says it can")
		}
	}
}

func TestADeletedRecordThatNeedsOthersSaysSo(t *testing.T) {
	d, memory := withKalmia(t)
	rec, _ := d.session.Register().Numbered("B-02")
	d.file = lostFile{&still{Memory: memory, deletions: []Deletion{{Time: noon, Author: "DPO", Record: rec}}}}
	d.shell.goDeleted()
	s := d.shell.screen.(*deletedScreen)
	s.ask(s.table.Shown()[0])
	press(t, d, "Gendan")
	if got := texts(d); !strings.Contains(got, "Gendan dem først: B-02") {
		t.Errorf("told:\n%s", got)
	}
}

// lostFile is a register where what was deleted refers to other deleted records.
type lostFile struct{ *still }

func (f lostFile) Restore(model.ID, string) (model.Record, error) {
	return nil, &LostReferenceError{Lost: []model.Record{f.deletions[0].Record}, Err: errors.New("lost")}
}

// What can only be read says so, and refuses to be changed.
func TestReadOnly(t *testing.T) {
	d, memory := withKalmia(t)
	memory.Fail = session.ErrReadOnly
	d.file.(*still).readOnly = true
	d.build()
	if got := texts(d); !strings.Contains(got, "Kun læsning.") {
		t.Errorf("it is not said:\n%s", got)
	}
	d.shell.add()
	if got := texts(d); !strings.Contains(got, "åbnet til læsning") || len(memory.Changes) > 0 {
		t.Errorf("a change is not refused:\n%s", got)
	}
	press(t, d, "OK")
	d.shell.goSettings()
	if got := texts(d); strings.Contains(got, "Beskyt med adgangskode") || strings.Contains(got, "Gem en kopi") {
		t.Errorf("the settings offer what cannot be done:\n%s", got)
	}
	d.openNumbered("B-02", 0)
	field := titled(t, d, "Kontaktoplysninger")
	d.window.Canvas().Focus(field)
	field.SetText("Ændret")
	d.window.Canvas().Unfocus()
	if got := strings.ReplaceAll(texts(d), "\n", " "); !strings.Contains(got, "Ikke gemt. Fortegnelsen er åbnet til læsning.") {
		t.Errorf("the field does not say why:\n%s", got)
	}
}
