package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/google/go-cmp/cmp"
)

func TestPicker(t *testing.T) {
	press := func(names ...fyne.KeyName) func(w fyne.Window) {
		return func(w fyne.Window) {
			for _, name := range names {
				w.Canvas().Focused().TypedKey(key(name))
			}
		}
	}
	typed := func(text string) func(w fyne.Window) {
		return func(w fyne.Window) { typeOn(w, text) }
	}
	create := func(w fyne.Window) {
		shortcut := &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl}
		w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(shortcut)
	}
	tests := []struct {
		name     string
		multi    bool
		selected []string
		do       []func(w fyne.Window)
		want     []string
		created  string
	}{
		{name: "takes the first found on Enter", do: []func(fyne.Window){typed("korr"), press(fyne.KeyReturn)}, want: []string{"letters"}},
		{name: "moves over captions", do: []func(fyne.Window){typed("opl"), press(fyne.KeyDown, fyne.KeyReturn)}, want: []string{"invoices"}},
		{name: "moves up again", do: []func(fyne.Window){press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)}, want: []string{"family"}},
		{name: "begins at what is chosen", selected: []string{"health"}, do: []func(fyne.Window){press(fyne.KeyDown, fyne.KeyReturn)}, want: []string{"gender"}},
		{name: "finds folded letters", do: []func(fyne.Window){typed("bogforing"), press(fyne.KeyReturn)}, want: []string{"bookkeeping"}},
		{name: "leaves with Esc", do: []func(fyne.Window){typed("re"), press(fyne.KeyEscape)}},
		{name: "ticks with Space", multi: true, do: []func(fyne.Window){typed("re "), press(fyne.KeyDown), typed(" "), press(fyne.KeyReturn)}, want: []string{"religion", "family"}},
		{name: "keeps what is ticked", multi: true, selected: []string{"work"}, do: []func(fyne.Window){typed("korr "), press(fyne.KeyReturn)}, want: []string{"work", "letters"}},
		{name: "unticks", multi: true, selected: []string{"religion", "work"}, do: []func(fyne.Window){typed(" "), press(fyne.KeyReturn)}, want: []string{"work"}},
		{name: "takes the current one where none is ticked", multi: true, do: []func(fyne.Window){press(fyne.KeyDown, fyne.KeyReturn)}, want: []string{"family"}},
		{name: "creates with Ctrl+Enter", do: []func(fyne.Window){typed("Hobby"), create}, created: "Hobby"},
		{name: "creates from the list", do: []func(fyne.Window){typed("Hobby"), press(fyne.KeyReturn)}, created: "Hobby"},
		{name: "creates nothing of nothing", do: []func(fyne.Window){create, press(fyne.KeyEscape)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dress(t, Light)
			field := NewEntry("", nil)
			w := stage(t, field, 700, 600)
			w.Canvas().Focus(field)
			var got []string
			created := ""
			p := &Picker{Words: danishWords(t), Options: pickerOptions(), Selected: tt.selected, Multi: tt.multi,
				OnPick: func(codes []string) { got = codes }, OnCreate: func(text string) { created = text }}
			p.Show(w.Canvas(), field)
			for _, do := range tt.do {
				do(w)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("picked (-want +got):\n%s", diff)
			}
			if created != tt.created {
				t.Errorf("created %q, want %q", created, tt.created)
			}
			if w.Canvas().Overlays().Top() != nil {
				t.Error("the picker is still open")
			}
			if w.Canvas().Focused() != fyne.Focusable(field) {
				t.Errorf("the focus is on %T", w.Canvas().Focused())
			}
		})
	}
}

func TestPickerCounts(t *testing.T) {
	dress(t, Light)
	w := stage(t, NewEntry("", nil), 700, 600)
	p := &Picker{Words: danishWords(t), Options: pickerOptions(), Multi: true, Selected: []string{"work"}}
	p.Show(w.Canvas(), nil)
	typeOn(w, "re")
	if p.count.Content != "7 af 9" || p.take.Text != "Vælg 1" {
		t.Errorf("says %q and %q", p.count.Content, p.take.Text)
	}
	typeOn(w, "xx")
	if p.count.Content != "0 af 9" || len(p.list.lines) != 1 || p.list.lines[0].caption != "Intet fundet" {
		t.Errorf("says %q with the lines %v", p.count.Content, p.list.lines)
	}
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyReturn} {
		p.search.TypedKey(key(name)) // must do no harm where nothing is found
	}
}

func TestChoice(t *testing.T) {
	options := []Option{{Code: "", Label: "Ikke valgt"}, {Code: "draft", Label: "Kladde"}, {Code: "active", Label: "I brug"}, {Code: "ended", Label: "Ophørt"}}
	tests := []struct {
		name string
		do   func(c *Choice, w fyne.Window)
		want []string
	}{
		{"opens with Space and takes with Enter", func(c *Choice, w fyne.Window) {
			c.TypedRune(' ')
			w.Canvas().Focused().TypedKey(key(fyne.KeyDown))
			w.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
		}, []string{"active"}},
		{"goes to a letter in the list", func(c *Choice, w fyne.Window) {
			c.TypedKey(key(fyne.KeyDown))
			w.Canvas().Focused().TypedRune('o')
			w.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
		}, []string{"ended"}},
		{"goes to a letter without the list", func(c *Choice, w fyne.Window) { c.TypedRune('o') }, []string{"ended"}},
		{"can be emptied", func(c *Choice, w fyne.Window) {
			c.TypedKey(key(fyne.KeyReturn))
			w.Canvas().Focused().TypedKey(key(fyne.KeyHome))
			w.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
		}, []string{""}},
		{"says nothing of the same", func(c *Choice, w fyne.Window) {
			c.TypedKey(key(fyne.KeyReturn))
			w.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
		}, nil},
		{"leaves with Esc", func(c *Choice, w fyne.Window) {
			c.TypedKey(key(fyne.KeyReturn))
			w.Canvas().Focused().TypedKey(key(fyne.KeyEscape))
		}, nil},
		{"stays shut while disabled", func(c *Choice, w fyne.Window) {
			c.Disable()
			c.Open()
			c.TypedRune('o')
		}, nil},
		{"is set without a word", func(c *Choice, w fyne.Window) { c.SetCode("ended") }, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dress(t, Light)
			var got []string
			c := NewChoice(danishWords(t), options, "draft", func(code string) { got = append(got, code) })
			w := stage(t, c, 300, 400)
			w.Canvas().Focus(c)
			tt.do(c, w)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("chose (-want +got):\n%s", diff)
			}
			if w.Canvas().Overlays().Top() != nil {
				t.Error("the list is still open")
			}
		})
	}
}

func TestAnswerField(t *testing.T) {
	dress(t, Light)
	var got []string
	entry := NewEntry("klienten", nil)
	a := NewAnswerField(danishWords(t), entry, AnswerValue, []string{AnswerNotStated, AnswerNone}, func(state string) { got = append(got, state) })
	w := stage(t, Stack(0, a), 400, 300)
	choose := func(steps int) {
		a.open()
		for range steps {
			w.Canvas().Focused().TypedKey(key(fyne.KeyDown))
		}
		w.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
	}
	choose(0)
	if a.State() != AnswerNotStated || a.field.Visible() || !a.word.Visible() || a.word.Shown != "ikke oplyst" {
		t.Errorf("state %q shows the word %q", a.State(), a.word.Shown)
	}
	if w.Canvas().Focused() != fyne.Focusable(a.word) {
		t.Errorf("the focus is on %T", w.Canvas().Focused())
	}
	a.word.TypedKey(key(fyne.KeyReturn)) // the first answer is to write one
	w.Canvas().Focused().TypedKey(key(fyne.KeyHome))
	w.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
	if a.State() != AnswerValue || !a.field.Visible() || w.Canvas().Focused() != fyne.Focusable(entry) {
		t.Errorf("state %q, the focus is on %T", a.State(), w.Canvas().Focused())
	}
	a.SetState(AnswerNone)
	if diff := cmp.Diff([]string{AnswerNotStated, AnswerValue}, got); diff != "" {
		t.Errorf("states (-want +got):\n%s", diff)
	}
	a.Disable()
	if !entry.Disabled() || !a.word.Disabled() {
		t.Error("Disable must reach the controls")
	}
}

func TestShowMenu(t *testing.T) {
	dress(t, Light)
	b := NewButton("…", "", nil)
	w := stage(t, b, 300, 300)
	done := ""
	ShowMenu(b, []MenuItem{{Text: "Kopiér", Do: func() { done += "k" }}, {Text: "Slet", Do: func() { done += "s" }}})
	w.Canvas().Focused().TypedKey(key(fyne.KeyDown))
	w.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
	if done != "s" || w.Canvas().Overlays().Top() != nil {
		t.Errorf("did %q", done)
	}
}

func TestModal(t *testing.T) {
	t.Run("Enter does the primary button, Esc closes", func(t *testing.T) {
		dress(t, Light)
		below := NewEntry("", nil)
		w := stage(t, below, 900, 600)
		w.Canvas().Focus(below)
		done := 0
		field := NewEntry("", nil)
		m := &Modal{Title: "Ny", Content: NewFieldRow("Navn", field, "")}
		m.Buttons = []*Button{NewButton("Annullér", "", m.Hide), NewPrimary("Opret", "", func() { done++ })}
		m.Show(w.Canvas())
		if w.Canvas().Focused() != fyne.Focusable(field) {
			t.Errorf("the focus is on %T", w.Canvas().Focused())
		}
		field.TypedKey(key(fyne.KeyReturn))
		if done != 1 || !m.Shown() {
			t.Errorf("Enter did it %d times", done)
		}
		field.TypedKey(key(fyne.KeyEscape))
		if m.Shown() || w.Canvas().Focused() != fyne.Focusable(below) {
			t.Errorf("after Esc the focus is on %T", w.Canvas().Focused())
		}
	})
	t.Run("a field that loses the focus to a dialog is saved", func(t *testing.T) {
		dress(t, Light)
		saved := ""
		below := NewEntry("", func(text string) { saved = text })
		w := stage(t, below, 900, 600)
		typeInto(w, below, "x")
		Message(w.Canvas(), danishWords(t), "Gemt", "Alt er gemt.")
		if saved != "x" {
			t.Errorf("saved %q", saved)
		}
	})
	t.Run("keys of an open dialog do not reach the screen", func(t *testing.T) {
		dress(t, Light)
		w := stage(t, NewEntry("", nil), 900, 600)
		screen := 0
		w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { screen++ })
		m := Message(w.Canvas(), danishWords(t), "Gemt", "Alt er gemt.")
		w.Canvas().Unfocus()
		w.Canvas().OnTypedKey()(key(fyne.KeyEscape))
		if m.Shown() || screen != 0 {
			t.Errorf("open %v, the screen got %d keys", m.Shown(), screen)
		}
		w.Canvas().OnTypedKey()(key(fyne.KeyEscape))
		if screen != 1 {
			t.Error("after the dialog the screen must listen again")
		}
	})
}

func TestAModalHigherThanTheWindowScrolls(t *testing.T) {
	dress(t, Light)
	w := stage(t, NewEntry("", nil), 900, 400)
	high := NewFill(ColorNav)
	high.Least = fyne.NewSize(100, 2000)
	ok := NewPrimary("Opret", "", nil)
	m := &Modal{Title: "Ny", Content: high, Buttons: []*Button{ok}}
	m.Show(w.Canvas())
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(ok)
	if bottom := at.Y + ok.Size().Height; bottom > 400 {
		t.Errorf("the button ends at %v below a window of 400", bottom)
	}
}

func TestConfirm(t *testing.T) {
	tests := []struct {
		name   string
		danger bool
		keys   []fyne.KeyName
		want   []bool
	}{
		{"Enter says yes", false, []fyne.KeyName{fyne.KeyReturn}, []bool{true}},
		{"Esc says no", false, []fyne.KeyName{fyne.KeyEscape}, []bool{false}},
		{"Enter says no to a danger", true, []fyne.KeyName{fyne.KeyReturn}, []bool{false}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dress(t, Light)
			w := stage(t, NewEntry("", nil), 900, 600)
			var got []bool
			Confirm(w.Canvas(), "Slet?", []string{"Det bruges af B-01."}, "Slet", "Annullér", tt.danger, func(yes bool) { got = append(got, yes) })
			for _, name := range tt.keys {
				w.Canvas().Focused().TypedKey(key(name))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("answers (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPickerFindsWhatAnOptionSays(t *testing.T) {
	says := func(text string) *Haystack { h := NewHaystack(text); return &h }
	l := newOptionList([]Option{
		{Code: "journal", Label: "Journal", Group: "Aktiviteter", Says: says("anamnese og bogføring")},
		{Code: "accounts", Label: "Bogføring", Group: "Aktiviteter", Says: says("bilag")},
		{Code: "shop", Label: "Butik", Group: "Steder"},
	}, nil, false)
	l.nothing, l.within = "Intet fundet", "I felterne"
	for _, tt := range []struct {
		typed string
		want  []string // captions and codes
	}{
		{"bogforing", []string{"Aktiviteter", "accounts", "I felterne", "journal"}},
		{"journal anamnese", []string{"I felterne", "journal"}},
		{"bilag butik", []string{"Intet fundet"}},
		{"", []string{"Aktiviteter", "journal", "accounts", "Steder", "shop"}},
	} {
		l.filter(tt.typed)
		if diff := cmp.Diff(tt.want, shownIn(l)); diff != "" {
			t.Errorf("typing %q (-want +got):\n%s", tt.typed, diff)
		}
	}
}

// shownIn returns the captions and codes of the lines that a list shows.
func shownIn(l *optionList) (shown []string) {
	for _, line := range l.lines {
		if line.option < 0 {
			shown = append(shown, line.caption)
		} else {
			shown = append(shown, l.options[line.option].Code)
		}
	}
	return shown
}

func TestPickerBeginsAtTheTop(t *testing.T) {
	dress(t, Light)
	field := NewEntry("", nil)
	w := stage(t, field, 700, 300)
	p := &Picker{Words: danishWords(t), Options: pickerOptions()}
	p.Show(w.Canvas(), nil)
	if got := p.list.view.scroll.Offset.Y; got != 0 {
		t.Errorf("the list begins %v below its top", got)
	}
}

func TestPickerShowsWhatIsChosen(t *testing.T) {
	dress(t, Light)
	field := NewEntry("", nil)
	w := stage(t, field, 700, 300)
	p := &Picker{Words: danishWords(t), Options: pickerOptions(), Selected: []string{"bookkeeping"}}
	p.Show(w.Canvas(), nil)
	view := p.list.view
	if view.last <= p.list.current {
		t.Errorf("line %d is chosen, but the lines in sight end before %d", p.list.current, view.last)
	}
}
