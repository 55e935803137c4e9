package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// search types into the palette and returns the window's focused field.
func search(t *testing.T, d *Desk, typed string) fyne.Focusable {
	t.Helper()
	d.shell.find()
	field := d.window.Canvas().Focused()
	for _, r := range typed {
		field.TypedRune(r)
	}
	return field
}

func TestPaletteFindsRecordsByAnyWord(t *testing.T) {
	for typed, want := range map[string]string{
		"b-08 fakturering":        "B-08 ", // the title
		"elevatormusik":           "R-2 ",  // a field
		"slettefrist elevatormus": "R-2 ",  // a field and the title together
	} {
		d, _ := withKalmia(t)
		rec, ok := d.session.Register().Numbered("R-2")
		if !ok {
			t.Fatal("there is no R-2")
		}
		if err := d.session.Edit(rec.Meta().ID, nil, func(r model.Record) error {
			r.(*model.RetentionRule).Title = "Slettefrist"
			r.Meta().Notes = "Aftalt med en elevatormusiker."
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		search(t, d, typed).TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if got := d.window.Title(); !strings.HasPrefix(got, want) {
			t.Errorf("typing %q opened %q, want %s", typed, got, want)
		}
	}
}

func TestPaletteDoesCommands(t *testing.T) {
	d, _ := withKalmia(t)
	search(t, d, "indstillinger").TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if _, ok := d.shell.screen.(*settingsScreen); !ok {
		t.Errorf("the command shows %T, want the settings", d.shell.screen)
	}
	options, do := d.foundCommands()
	if len(options) != len(do) {
		t.Errorf("%d commands, but %d of them do something", len(options), len(do))
	}
	for _, o := range options {
		if do[o.Code] == nil {
			t.Errorf("%s does nothing", o.Label)
		}
	}
}

func TestPaletteFoldsOnlyWhatHasChanged(t *testing.T) {
	d, _ := withKalmia(t)
	var p palette
	r := d.session.Register()
	before := p.of(r, d.words)
	rec, _ := r.Numbered("B-01")
	if err := d.session.Edit(rec.Meta().ID, nil, func(r model.Record) error {
		r.Meta().Notes = "nyt"
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	after := p.of(d.session.Register(), d.words)
	var changed []string
	for rec, says := range after {
		if before[rec] != says {
			changed = append(changed, rec.Meta().Number)
		}
	}
	if !slices.Equal(changed, []string{"B-01"}) || len(after) != len(before) {
		t.Errorf("folded again: %v; %d records before, %d after", changed, len(before), len(after))
	}
}

func TestSaidLeavesNoKeys(t *testing.T) {
	c, err := words.In("da")
	if err != nil {
		t.Fatal(err)
	}
	agreement := &model.Agreement{Type: "data_processing", Supersedes: model.NewID(noon)}
	got := said(agreement, c)
	if strings.Contains(got, string(agreement.Supersedes)) || !strings.Contains(got, "Databehandleraftale") {
		t.Errorf("the agreement says %q", got)
	}
}

// BenchmarkPalette opens the palette on 10 000 records for the first time.
func BenchmarkPalette(b *testing.B) {
	test.NewTempApp(b)
	c, err := words.In("da")
	if err != nil {
		b.Fatal(err)
	}
	register, err := kalmia()
	if err != nil {
		b.Fatal(err)
	}
	var records []model.Record
	for i := 0; len(records) < 10_000; i++ {
		for _, rec := range register.Records(model.KindActivity) {
			twin := *rec.(*model.Activity)
			twin.ID = model.NewID(noon)
			records = append(records, &twin)
		}
	}
	many, err := model.NewRegister(register.Info(), records)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		var p palette
		var options []ui.Option
		for rec, says := range p.of(many, c) {
			options = append(options, ui.Option{Code: string(rec.Meta().ID), Says: says})
		}
		if len(options) == 0 {
			b.Fatal("the palette holds nothing")
		}
	}
}

func TestF1ShowsTheKeyboard(t *testing.T) {
	d, _ := withKalmia(t)
	d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	if !strings.Contains(texts(d), "Ctrl+Shift+N") {
		t.Error("F1 does not list the keys")
	}
	d.typed(&fyne.KeyEvent{Name: fyne.KeyF1})
	if n := len(d.window.Canvas().Overlays().List()); n != 1 {
		t.Errorf("F1 behind the list opens it again: %d", n)
	}
}
