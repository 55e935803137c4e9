package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// chips returns the chips of the top bar.
func (d *Desk) chips() []*ui.Chip {
	var found []*ui.Chip
	for _, o := range test.LaidOutObjects(d.shell.bar.content) {
		if c, ok := o.(*ui.Chip); ok {
			found = append(found, c)
		}
	}
	return found
}

// giveReason answers the question why.
func giveReason(d *Desk, reason string) {
	d.shell.askReason()
	field := d.window.Canvas().Focused()
	if e, ok := field.(*ui.Entry); ok {
		e.SetText("")
	}
	test.Type(field, reason)
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func TestAReasonGoesWithTheChangesOfARecord(t *testing.T) {
	d, memory := withKalmia(t)
	open := func(number string) model.ID {
		rec, ok := d.session.Register().Numbered(number)
		if !ok {
			t.Fatalf("there is no %s", number)
		}
		d.Open(rec.Meta().ID)
		return rec.Meta().ID
	}
	id := open("B-01")
	rename := func(title string) {
		err := d.session.Edit(id, nil, func(rec model.Record) error { return model.Set(rec, "title", title) })
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct {
		name string
		do   func()
		want string // the reason of the change that follows
	}{
		{"nothing said", func() {}, ""},
		{"a reason given", func() { giveReason(d, " tilsynsbrev ") }, "tilsynsbrev"},
		{"it stays", func() {}, "tilsynsbrev"},
		{"and in another language and look", func() { d.SetLanguage("sv"); d.SetVariant(ui.Dark) }, "tilsynsbrev"},
		{"another one", func() { giveReason(d, "rettet") }, "rettet"},
		{"taken away by its chip", func() { d.chips()[0].OnRemove() }, ""},
		{"given anew, then emptied", func() { giveReason(d, "x"); giveReason(d, "") }, ""},
		{"given anew, then left for another record", func() { giveReason(d, "x"); open("B-02") }, ""},
		{"nor is it back with the record", func() { d.shell.back() }, ""},
		{"given anew, then left for the list", func() { giveReason(d, "x"); d.shell.goActivities() }, ""},
	} {
		step.do()
		rename(step.name)
		last := memory.Changes[len(memory.Changes)-1]
		if last.Reason != step.want {
			t.Errorf("%s: the change has the reason %q, want %q", step.name, last.Reason, step.want)
		}
		var shown []string
		for _, c := range d.chips() {
			shown = append(shown, c.Text)
		}
		if said := strings.Join(shown, "; "); strings.Contains(said, "x") || (said != "") != (step.want != "") || !strings.Contains(said, step.want) {
			t.Errorf("%s: the bar shows %q for %q", step.name, said, step.want)
		}
	}
}

// What is taken back was not done for the reason that holds now.
func TestUndoHasNoReason(t *testing.T) {
	d, memory := withKalmia(t)
	rec, _ := d.session.Register().Numbered("B-01")
	d.Open(rec.Meta().ID)
	giveReason(d, "tilsynsbrev")
	if err := d.session.Edit(rec.Meta().ID, nil, func(rec model.Record) error { return model.Set(rec, "title", "x") }); err != nil {
		t.Fatal(err)
	}
	d.undo()
	if last := memory.Changes[len(memory.Changes)-1]; last.Cause != model.ByUndo || last.Reason != "" {
		t.Errorf("the change has the cause %q and the reason %q", last.Cause, last.Reason)
	}
}

func TestAReasonNeedsARecord(t *testing.T) {
	d, _ := withKalmia(t)
	d.shell.goSettings()
	d.shell.askReason()
	if d.window.Canvas().Overlays().Top() != nil {
		t.Error("a reason is asked for where nothing can be changed for it")
	}
}
