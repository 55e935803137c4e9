package ui

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"fortegnelse/model"
)

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

// typeInto focuses a field and types at the beginning of its text.
func typeInto(w fyne.Window, f fyne.Focusable, text string) {
	w.Canvas().Focus(f)
	typeOn(w, text)
}

// typeOn types into what has the focus.
func typeOn(w fyne.Window, text string) {
	for _, r := range text {
		w.Canvas().Focused().TypedRune(r)
	}
}

func TestEntryHandsOver(t *testing.T) {
	tests := []struct {
		name string
		do   func(e *Entry, w fyne.Window)
		want []string
		text string
	}{
		{"when the focus goes", func(e *Entry, w fyne.Window) {
			typeInto(w, e, "x")
			w.Canvas().Unfocus()
		}, []string{"xKalmia"}, "xKalmia"},
		{"not when nothing has changed", func(e *Entry, w fyne.Window) {
			w.Canvas().Focus(e)
			w.Canvas().Unfocus()
		}, nil, "Kalmia"},
		{"once on Enter", func(e *Entry, w fyne.Window) {
			typeInto(w, e, "x")
			e.TypedKey(key(fyne.KeyReturn))
			w.Canvas().Unfocus()
		}, []string{"xKalmia"}, "xKalmia"},
		{"not after Esc", func(e *Entry, w fyne.Window) {
			typeInto(w, e, "x")
			e.TypedKey(key(fyne.KeyEscape))
			w.Canvas().Unfocus()
		}, nil, "Kalmia"},
		{"again after it was rejected", func(e *Entry, w fyne.Window) {
			typeInto(w, e, "x")
			e.TypedKey(key(fyne.KeyReturn))
			e.Reject()
			w.Canvas().Unfocus()
		}, []string{"xKalmia", "xKalmia"}, "xKalmia"},
		{"not a value that comes from the register", func(e *Entry, w fyne.Window) {
			w.Canvas().Focus(e)
			e.SetValue("Amalie")
			w.Canvas().Unfocus()
		}, nil, "Amalie"},
		{"what was typed when a value comes from the register", func(e *Entry, w fyne.Window) {
			typeInto(w, e, "x")
			e.SetValue("Amalie")
			w.Canvas().Unfocus()
		}, []string{"xKalmia"}, "xKalmia"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dress(t, Light)
			var got []string
			e := NewEntry("Kalmia", func(text string) { got = append(got, text) })
			w := stage(t, e, 300, 60)
			tt.do(e, w)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("handed over (-want +got):\n%s", diff)
			}
			if e.Text != tt.text {
				t.Errorf("shows %q, want %q", e.Text, tt.text)
			}
		})
	}
}

func TestMultiLineEntry(t *testing.T) {
	dress(t, Light)
	handed := ""
	e := NewMultiLine("", 3, func(text string) { handed = text })
	w := stage(t, e, 300, 120)
	w.Canvas().Focus(e)
	e.TypedRune('a')
	e.TypedKey(key(fyne.KeyReturn))
	e.TypedRune('b')
	if handed != "" {
		t.Errorf("Enter handed over %q, want a new line", handed)
	}
	if e.AcceptsTab() {
		t.Error("Tab must leave the field")
	}
	w.Canvas().Unfocus()
	if handed != "a\nb" {
		t.Errorf("handed over %q", handed)
	}
}

func TestKeysReachTheScreen(t *testing.T) {
	dress(t, Light)
	e := NewEntry("", nil)
	check, link, choice := NewCheck("Ja", false, nil), NewLink("Åbn", nil), NewChoice(Words{}, nil, "", nil)
	nav, table := NewNavList(nil, "", nil), sampleTable()
	w := stage(t, Stack(0, e, check, link, choice, nav, table), 400, 600)
	var got []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(event *fyne.KeyEvent) { got = append(got, event.Name) })
	focusables := []fyne.Focusable{e, check, link, choice, nav, table, table.head, NewButton("", "", nil), NewChip("", "", nil)}
	for i, f := range focusables {
		f.TypedKey(key(fyne.KeyEscape))
		if len(got) != i+1 {
			t.Fatalf("%T keeps Esc to itself", f)
		}
	}
}

// TestSpaceIsTheRune shows that Space acts on its rune alone: on its key a list
// would open that then gets the rune.
func TestSpaceIsTheRune(t *testing.T) {
	dress(t, Light)
	done := 0
	act := func() { done++ }
	focusables := []fyne.Focusable{
		NewButton("", "", act), NewLink("", act), &Disclosure{OnOpen: act}, NewCheck("", false, func(bool) { act() }),
		NewNavList([]NavItem{{ID: "a"}}, "a", func(string) { act() }), NewLineButton("", "", "", "", act),
	}
	for i, f := range focusables {
		f.TypedKey(key(fyne.KeySpace))
		if done != i {
			t.Fatalf("%T acts on the key", f)
		}
		f.TypedRune(' ')
		f.TypedRune('x')
		if done != i+1 {
			t.Fatalf("%T acts %d times on the rune", f, done-i)
		}
	}
}

func TestFieldRowProblem(t *testing.T) {
	dress(t, Light)
	e := NewEntry("1234567", nil)
	row := NewFieldRow("CVR-nummer", e, "Otte cifre.")
	stage(t, Stack(0, row), 500, 200)
	before := row.MinSize().Height
	row.SetProblem(SignError, "Nummeret har syv cifre.")
	if sign, text := row.Problem(); sign != SignError || text == "" || e.Severity != SignError {
		t.Errorf("problem %q %q, field %q", sign, text, e.Severity)
	}
	if after := row.MinSize().Height; after <= before {
		t.Errorf("with a problem the row is %v high, without %v", after, before)
	}
	row.SetProblem(SignError, "")
	if sign, _ := row.Problem(); sign != SignNothing || e.Severity != SignNothing || row.MinSize().Height != before {
		t.Error("an empty problem must leave nothing behind")
	}
	row.Focus()
	if !e.focused {
		t.Error("Focus must reach the field")
	}
}

func TestFieldRowIsNarrow(t *testing.T) {
	dress(t, Light)
	e := NewEntry("", nil)
	row := NewFieldRow("Databeskyttelsesrådgiver", e, "")
	stage(t, Stack(0, row), 500, 200)
	if e.Position().X != LabelWidth || e.Position().Y != 0 {
		t.Errorf("in a wide place the field stands at %v", e.Position())
	}
	row.Resize(fyne.NewSize(300, 80))
	if e.Position().X != 0 || e.Position().Y == 0 {
		t.Errorf("in a narrow place the field stands at %v", e.Position())
	}
}

func TestDateField(t *testing.T) {
	day := func(d int) model.Date { return model.Date{Year: 2026, Month: 11, Day: d} }
	tests := []struct {
		name string
		do   func(d *DateField, w fyne.Window)
		want []model.Date
		text string
	}{
		{"reads what is typed", func(d *DateField, w fyne.Window) {
			d.SetText("2.11.26")
			d.TypedKey(key(fyne.KeyReturn))
		}, []model.Date{day(2)}, "2026-11-02"},
		{"keeps what is no date", func(d *DateField, w fyne.Window) {
			w.Canvas().Focus(d)
			d.SetText("i morgens")
			w.Canvas().Unfocus()
		}, nil, "i morgens"},
		{"can be emptied", func(d *DateField, w fyne.Window) {
			d.SetText("")
			d.TypedKey(key(fyne.KeyReturn))
		}, []model.Date{{}}, ""},
		{"says nothing of the same date written otherwise", func(d *DateField, w fyne.Window) {
			d.SetText("12-11-2026")
			d.TypedKey(key(fyne.KeyReturn))
		}, nil, "2026-11-12"},
		{"takes a day from the calendar", func(d *DateField, w fyne.Window) {
			w.Canvas().Focus(d)
			d.TypedKey(key(fyne.KeyDown))
			w.Canvas().Focused().TypedKey(key(fyne.KeyRight))
			w.Canvas().Focused().TypedKey(key(fyne.KeyDown))
			w.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
		}, []model.Date{day(20)}, "2026-11-20"},
		{"leaves the calendar with Esc", func(d *DateField, w fyne.Window) {
			w.Canvas().Focus(d)
			d.TypedKey(key(fyne.KeyDown))
			w.Canvas().Focused().TypedKey(key(fyne.KeyEscape))
		}, nil, "2026-11-12"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dress(t, Light)
			var got []model.Date
			d := NewDateField(danishWords(t), plainDates{}, day(12), func(date model.Date) { got = append(got, date) })
			w := stage(t, Inset(8, 8, 8, 8, d), 400, 400)
			tt.do(d, w)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("dates (-want +got):\n%s", diff)
			}
			if d.Text != tt.text {
				t.Errorf("shows %q, want %q", d.Text, tt.text)
			}
			if w.Canvas().Overlays().Top() != nil {
				t.Error("the calendar is still open")
			}
		})
	}
	t.Run("marks what is no date", func(t *testing.T) {
		dress(t, Light)
		var failure error
		d := NewDateField(danishWords(t), plainDates{}, model.Date{}, nil)
		d.OnInvalid = func(_ string, err error) { failure = errors.Join(failure, err) }
		stage(t, d, 400, 60)
		d.SetText("33.11.2026")
		d.Commit()
		if d.Severity != SignError || failure == nil {
			t.Errorf("severity %q, error %v", d.Severity, failure)
		}
		d.SetText("3.11.2026")
		d.Commit()
		if d.Severity != SignNothing || d.Date() != day(3) {
			t.Errorf("severity %q, date %v", d.Severity, d.Date())
		}
	})
}

func TestCalendarMonths(t *testing.T) {
	dress(t, Light)
	c := newCalendar(danishWords(t), model.Date{Year: 2026, Month: 1, Day: 31}, model.Date{Year: 2026, Month: 11, Day: 20})
	c.TypedKey(key(fyne.KeyPageDown))
	if want := (model.Date{Year: 2026, Month: 2, Day: 28}); c.day != want {
		t.Errorf("a month after 31 January is %v, want %v", c.day, want)
	}
	c.month(-2)
	if want := (model.Date{Year: 2025, Month: 12, Day: 28}); c.day != want {
		t.Errorf("two months before is %v, want %v", c.day, want)
	}
	if first := c.first(); first.Time().Weekday() != 1 || first.String() != "2025-12-01" {
		t.Errorf("December 2025 begins with %v", first)
	}
	c.TypedKey(key(fyne.KeyHome))
	if c.day != c.today {
		t.Errorf("Home goes to %v", c.day)
	}
}
