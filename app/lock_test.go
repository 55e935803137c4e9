package app

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"fortegnelse/app/ui"
)

func TestLockingReturnsToTheSamePlace(t *testing.T) {
	d, files := unlocked(t)
	d.openNumbered("B-02", 0)
	d.askExport() // a dialog does not keep the register open
	d.Lock()
	if d.session != nil || d.file != nil || d.shell != nil || d.window.Canvas().Overlays().Top() != nil {
		t.Fatalf("something is still open:\n%s", texts(d))
	}
	if got := texts(d); strings.Contains(got, "Kontakt") || !strings.Contains(got, "Lås op") || d.window.Title() != "Kalmia – Fortegnelse" {
		t.Errorf("%s shows:\n%s", d.window.Title(), got)
	}
	d.SetLanguage("en") // draws the screen anew
	d.unlock.field.entry.SetText(files.passphrase)
	d.unlock.start()
	if !strings.HasPrefix(d.window.Title(), "B-02 ") {
		t.Errorf("after unlocking %s is shown", d.window.Title())
	}
}

func TestOnlyAProtectedRegisterLocks(t *testing.T) {
	d, _ := withKalmia(t)
	d.Lock()
	d.idle.last = noon.Add(-9 * time.Hour)
	d.lockIfIdle()
	if d.session == nil {
		t.Error("a register that no passphrase opens is locked")
	}
	for _, m := range d.commands() {
		for _, c := range m.commands {
			if c != nil && c.key == "menu.lock" && !c.idle {
				t.Error("the menu offers to lock it")
			}
		}
	}
}

// What is being typed is saved before the register is locked; where that
// fails it stays open and can be locked later.
func TestLockingSavesFirst(t *testing.T) {
	d, files := unlocked(t)
	d.openNumbered("B-02", 0)
	field := titled(t, d, "Kontaktoplysninger")
	d.window.Canvas().Focus(field)
	field.SetText("Skrevet før låsen")
	memory := files.made[kalmiaPath]
	memory.Fail = errors.New("the disk is full")
	for range 2 {
		d.Lock()
		if d.session == nil || !field.Pending() || d.window.Canvas().Focused() != field {
			t.Fatal("what cannot be saved is lost")
		}
	}
	memory.Fail = nil
	d.Lock()
	if rec, _ := memory.Snapshot.Numbered("B-02"); memory.Snapshot.Title(rec) != "Skrevet før låsen" {
		t.Errorf("%q is saved", memory.Snapshot.Title(rec))
	}
	if d.session != nil {
		t.Error("the register is open")
	}
}

// titled returns the field on the screen whose text begins with a word.
func titled(t *testing.T, d *Desk, begins string) *ui.Entry {
	t.Helper()
	for _, o := range test.LaidOutObjects(d.window.Content()) {
		if e, ok := o.(*ui.Entry); ok && strings.HasPrefix(e.Text, begins) {
			return e
		}
	}
	t.Fatalf("there is no field that begins with %q", begins)
	return nil
}

func TestIdle(t *testing.T) {
	d, _ := unlocked(t)
	now := noon
	d.now = func() time.Time { return now }
	pass := func(minutes int) {
		now = now.Add(time.Duration(minutes) * time.Minute)
		d.lockIfIdle()
	}
	pass(0)
	pass(14)
	d.openNumbered("B-01", 0) // somebody is there
	pass(14)
	pass(14)
	d.window.Canvas().Focus(d.shell.bar.search)
	pass(1)
	pass(14)
	presenceOf(t, d).Cursor() // the mouse is moved
	pass(14)
	now = now.Add(-3 * time.Hour) // the clock is set back
	pass(0)
	pass(14)
	if d.session == nil {
		t.Fatal("the register was locked while somebody worked in it")
	}
	pass(1)
	if d.session != nil {
		t.Fatal("the register is open after a quarter of an hour")
	}

	for minutes, locks := range map[int]bool{5: true, 0: false, 7: false} {
		d, _ := unlocked(t)
		d.settings.SetLockAfter(minutes)
		d.lockIfIdle()
		d.now = func() time.Time { return noon.Add(6 * time.Minute) }
		d.lockIfIdle()
		if got := d.session == nil; got != locks {
			t.Errorf("set to %d minutes, after six it is locked: %v", minutes, got)
		}
	}
}

func presenceOf(t *testing.T, d *Desk) *presence {
	t.Helper()
	for _, o := range test.LaidOutObjects(d.window.Content()) {
		if p, ok := o.(*presence); ok {
			if p.Size() != d.window.Content().Size() {
				t.Errorf("the mouse is seen on %v of %v", p.Size(), d.window.Content().Size())
			}
			return p
		}
	}
	t.Fatal("nothing sees the mouse")
	return nil
}

// A lock waits for what is running and then follows.
func TestLockingWaitsForTasks(t *testing.T) {
	d, _ := unlocked(t)
	var work func()
	d.runner.background = func(w func()) { work = w }
	d.runner.start(Task{Work: func(context.Context, func(int, int)) error { return nil }, Done: func(error) {}}, nil)
	d.Lock()
	d.lockIfIdle()
	if d.session == nil {
		t.Fatal("the register was closed under a task")
	}
	work()
	d.runner.background = func(w func()) { w() }
	d.lockIfIdle()
	if d.session != nil {
		t.Error("the register is still open")
	}
}
