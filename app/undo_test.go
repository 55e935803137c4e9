package app

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// editMenu returns what the menu for editing says, and whether each can be
// chosen.
func editMenu(d *Desk) string {
	var lines []string
	for _, item := range d.window.MainMenu().Items[1].Items {
		line := item.Label
		if item.Disabled {
			line = "(" + line + ")"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, ", ")
}

// pressed does what the keys of a menu item do, as the window does it.
func pressed(t *testing.T, d *Desk, shortcut fyne.Shortcut) {
	t.Helper()
	for _, menu := range d.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == shortcut.ShortcutName() {
				item.Action()
				return
			}
		}
	}
	t.Fatalf("no menu item has %s", shortcut.ShortcutName())
}

func ctrlZ(t *testing.T, d *Desk)      { t.Helper(); pressed(t, d, &fyne.ShortcutUndo{}) }
func ctrlShiftZ(t *testing.T, d *Desk) { t.Helper(); pressed(t, d, ctrlShift(fyne.KeyZ)) }

func numbered(t *testing.T, d *Desk, number string) model.Record {
	t.Helper()
	rec, ok := d.session.Register().Numbered(number)
	if !ok {
		t.Fatalf("there is no %s", number)
	}
	return rec
}

func rename(t *testing.T, d *Desk, number, title string) {
	t.Helper()
	if err := d.session.Edit(numbered(t, d, number).Meta().ID, nil, func(r model.Record) error { return model.Set(r, "title", title) }); err != nil {
		t.Fatal(err)
	}
}

func TestUndoAndRedoShowTheRecord(t *testing.T) {
	d, _ := withKalmia(t)
	if got := editMenu(d); got != "(Fortryd), (Gentag)" {
		t.Errorf("at first the menu says %s", got)
	}
	was := numbered(t, d, "B-01").Name()
	rename(t, d, "B-01", "Ny titel")
	if got := editMenu(d); got != "Fortryd: ændring af B-01, (Gentag)" {
		t.Errorf("after an edit the menu says %s", got)
	}
	d.shell.goProcessors()
	ctrlZ(t, d)
	if got := numbered(t, d, "B-01").Name(); got != was {
		t.Errorf("B-01 is called %q, want %q", got, was)
	}
	if !strings.HasPrefix(d.window.Title(), "B-01 ") {
		t.Errorf("the window shows %q, want B-01", d.window.Title())
	}
	if got := texts(d); !strings.Contains(got, "Fortrudt 12.00") {
		t.Errorf("the bar does not tell of it:\n%s", got)
	}
	if got := editMenu(d); got != "(Fortryd), Gentag: ændring af B-01" {
		t.Errorf("after undoing the menu says %s", got)
	}
	page := d.shell.screen
	ctrlShiftZ(t, d)
	if got := numbered(t, d, "B-01").Name(); got != "Ny titel" {
		t.Errorf("after redoing B-01 is called %q", got)
	}
	if d.shell.screen != page {
		t.Error("the page that shows the record is made anew")
	}
	if got := texts(d); !strings.Contains(got, "Gentaget 12.00") {
		t.Errorf("the bar does not tell of it:\n%s", got)
	}
}

func TestUndoOfANewRecordGoesToItsList(t *testing.T) {
	d, memory := withKalmia(t)
	before := len(memory.Snapshot.Activities())
	d.shell.add()
	if got := editMenu(d); got != "Fortryd: ny aktivitet B-12, (Gentag)" {
		t.Errorf("the menu says %s", got)
	}
	d.shell.goProcessors()
	ctrlZ(t, d)
	if at := d.shell.trail.now(); at.kind != model.KindActivity || at.record != "" || len(memory.Snapshot.Activities()) != before {
		t.Errorf("the window shows %+v, there are %d activities", at, len(memory.Snapshot.Activities()))
	}
	ctrlShiftZ(t, d)
	if at := d.shell.trail.now(); at.record != numbered(t, d, "B-12").Meta().ID {
		t.Errorf("after redoing the window shows %+v", at)
	}
	ctrlZ(t, d) // while its page is shown
	if at := d.shell.trail.now(); at.kind != model.KindActivity || at.record != "" {
		t.Errorf("after undoing again the window shows %+v", at)
	}
}

func TestUndoOfADeletionOpensTheRecord(t *testing.T) {
	d, _ := withKalmia(t)
	d.shell.add()
	made := numbered(t, d, "B-12").Meta().ID
	if err := d.session.Delete(made); err != nil {
		t.Fatal(err)
	}
	if got := editMenu(d); got != "Fortryd: sletning af B-12, (Gentag)" {
		t.Errorf("the menu says %s", got)
	}
	ctrlZ(t, d)
	if at := d.shell.trail.now(); at.record != made {
		t.Errorf("the window shows %+v", at)
	}
}

func TestUndoOfTheRegistersName(t *testing.T) {
	d, _ := withKalmia(t)
	d.changeInfo(func(i *model.Info) { i.Name = "Kalmia Vejle" })
	if got := editMenu(d); got != "Fortryd: ændring af fortegnelsens oplysninger, (Gentag)" {
		t.Errorf("the menu says %s", got)
	}
	ctrlZ(t, d)
	if got := d.window.Title(); got != "Kalmia A/S – Fortegnelse" {
		t.Errorf("the window is called %q", got)
	}
}

func TestTypingIsUndoneFirst(t *testing.T) {
	d, memory := withKalmia(t)
	rename(t, d, "B-01", "Ny titel")
	d.Open(numbered(t, d, "B-01").Meta().ID)
	i := slices.IndexFunc(test.LaidOutObjects(d.shell.screen.Content()), func(o fyne.CanvasObject) bool {
		e, ok := o.(*ui.Entry)
		return ok && e.Text == "Ny titel"
	})
	if i < 0 {
		t.Fatal("no field shows the title")
	}
	field := test.LaidOutObjects(d.shell.screen.Content())[i].(*ui.Entry)
	d.window.Canvas().Focus(field)
	saved := len(memory.Changes)
	test.Type(field, "xyz")
	for range 4 {
		if field.Text != "Ny titel" {
			ctrlZ(t, d)
		}
	}
	if field.Text != "Ny titel" || len(memory.Changes) != saved {
		t.Fatalf("the field holds %q, %d changes are saved, want %d", field.Text, len(memory.Changes), saved)
	}
	ctrlShiftZ(t, d)
	if field.Text == "Ny titel" || len(memory.Changes) != saved {
		t.Errorf("typing is not redone: %q", field.Text)
	}
	field.Revert()
	ctrlZ(t, d)
	if field.Text == "Ny titel" || len(memory.Changes) != saved+1 {
		t.Errorf("the saved change is not undone: the field holds %q, %d changes", field.Text, len(memory.Changes))
	}
	if d.window.Canvas().Focused() != fyne.Focusable(field) {
		t.Error("the field has lost the keyboard")
	}
}

func TestUndoThatIsRefusedIsTold(t *testing.T) {
	d, memory := withKalmia(t)
	rename(t, d, "B-01", "Ny titel")
	other := model.Clone(numbered(t, d, "B-01"))
	if err := model.Set(other, "title", "Fremmed"); err != nil {
		t.Fatal(err)
	}
	if err := memory.Save(model.Change{Put: []model.Record{other}}, "another"); err != nil {
		t.Fatal(err)
	}
	ctrlZ(t, d)
	if got := texts(d); !strings.Contains(got, "Kan ikke fortryde: ændring af B-01") || !strings.Contains(got, "på anden vis") {
		t.Errorf("the refusal is not told:\n%s", got)
	}
	if got := numbered(t, d, "B-01").Name(); got != "Fremmed" {
		t.Errorf("B-01 is called %q", got)
	}
	ctrlZ(t, d) // behind the message
	if n := len(d.window.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d messages are shown, want 1", n)
	}
}

func TestUndoThatCannotBeSavedIsTold(t *testing.T) {
	d, memory := withKalmia(t)
	rename(t, d, "B-01", "Ny titel")
	memory.Fail = errors.New("the disk is full")
	ctrlZ(t, d)
	if got := texts(d); !strings.Contains(got, "the disk is full") {
		t.Errorf("the failure is not told:\n%s", got)
	}
	if got := editMenu(d); got != "Fortryd: ændring af B-01, (Gentag)" {
		t.Errorf("the menu says %s", got)
	}
}
