package findings

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app/record/recordtest"
	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/check"
)

// visits remembers where the screen led to.
type visits struct {
	at      []string
	answers int
	failed  []error
}

func (v *visits) OpenAt(id model.ID, field string) { v.at = append(v.at, string(id)+" "+field) }
func (v *visits) Answers()                         { v.answers++ }
func (v *visits) Fail(err error)                   { v.failed = append(v.failed, err) }

// screen is the findings of the Kalmia register in a window.
func screen(t *testing.T) (*Screen, *session.Session, *session.Memory, *visits, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(ui.NewTheme(ui.Light, ui.DefaultTextSize))
	s, memory := recordtest.Session(t, recordtest.Kalmia(t), "da")
	w := NewWatch(s, func(work func()) { work() }, 0)
	nav := &visits{}
	f := NewScreen(s, w, nav)
	win := test.NewTempWindow(t, f.Content())
	win.SetPadded(false)
	win.Resize(fyne.NewSize(1072, 752))
	t.Cleanup(func() { f.Close(); w.Close() })
	return f, s, memory, nav, win
}

// says returns the words of an object, one text per line.
func says(o fyne.CanvasObject) string {
	var all []string
	for _, o := range test.LaidOutObjects(o) {
		switch o := o.(type) {
		case *ui.Text:
			all = append(all, o.Content)
		case *ui.Button:
			all = append(all, "["+o.Text+"]")
		}
	}
	return strings.Join(all, "\n")
}

// first selects the first finding of a severity and returns it.
func first(t *testing.T, f *Screen, severity check.Severity) *Row {
	t.Helper()
	for _, w := range f.Shown() {
		if w.Rule.Severity == severity {
			f.Select(w)
			return w
		}
	}
	t.Fatalf("no %s is found", severity)
	return nil
}

// press presses the button with that text on the topmost overlay, else in the
// window.
func press(t *testing.T, w fyne.Window, text string) {
	t.Helper()
	at := w.Content()
	if top := w.Canvas().Overlays().Top(); top != nil {
		at = top
	}
	for _, o := range test.LaidOutObjects(at) {
		if b, ok := o.(*ui.Button); ok && b.Text == text {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("there is no button %q:\n%s", text, says(at))
}

// fill types into the fields of the open dialog, in order; "" leaves one.
func fill(t *testing.T, w fyne.Window, typed ...string) {
	t.Helper()
	n := 0
	for _, o := range test.LaidOutObjects(w.Canvas().Overlays().Top()) {
		var entry *ui.Entry
		switch o := o.(type) {
		case *ui.Entry:
			entry = o
		case *ui.DateField:
			entry = &o.Entry
		default:
			continue
		}
		if n < len(typed) && typed[n] != "" {
			entry.SetText(typed[n])
			entry.FocusLost()
		}
		n++
	}
	if n < len(typed) {
		t.Fatalf("the dialog has %d fields, want %d", n, len(typed))
	}
}

func TestListShowsErrorsAndWarnings(t *testing.T) {
	f, _, _, _, _ := screen(t)
	var errors, warnings int
	for _, w := range f.Shown() {
		switch w.Rule.Severity {
		case check.Error:
			errors++
			if warnings > 0 {
				t.Errorf("the error %s stands after warnings", w.Rule.ID)
			}
		case check.Warning:
			warnings++
		default:
			t.Errorf("%s is advice and shown before anybody asks for it", w.Rule.ID)
		}
	}
	if errors != f.watch.Count(check.Error) || warnings != f.watch.Count(check.Warning) || errors*warnings == 0 {
		t.Errorf("shown are %d errors and %d warnings", errors, warnings)
	}
}

func TestFilters(t *testing.T) {
	f, _, _, _, _ := screen(t)
	test.Tap(f.boxes[check.Error])
	for _, w := range f.Shown() {
		if w.Rule.Severity != check.Warning {
			t.Errorf("%s is shown, though only warnings are ticked", w.Rule.ID)
		}
	}
	test.Tap(f.boxes[check.Error])
	all := len(f.Shown())
	f.Search("b-01")
	for _, w := range f.Shown() {
		if w.Number != "B-01" && !strings.Contains(w.Message, "B-01") {
			t.Errorf("%s about %q is found by b-01", w.Rule.ID, w.Number)
		}
	}
	if n := len(f.Shown()); n == 0 || n == all {
		t.Errorf("b-01 finds %d of %d", n, all)
	}
	f.Search("leg-01")
	for _, w := range f.Shown() {
		if w.Rule.ID != "LEG-01" {
			t.Errorf("%s is found by leg-01", w.Rule.ID)
		}
	}
	f.Search("findes slet ikke")
	if len(f.Shown()) > 0 || !strings.Contains(says(f.Content()), "Vælg et fund") {
		t.Error("a finding is shown that does not fit")
	}
	f.ShowAll()
	if len(f.Shown()) != len(f.watch.Rows()) {
		t.Errorf("all are %d, want %d", len(f.Shown()), len(f.watch.Rows()))
	}
}

func TestEveryFindingIsNamedInWords(t *testing.T) {
	f, _, _, _, _ := screen(t)
	f.ShowAll()
	for _, w := range f.Shown() {
		if strings.ContainsAny(w.Place, "[].") {
			t.Errorf("%s in %s: the field is named %q", w.Rule.ID, w.Number, w.Place)
		}
		f.Select(w)
		got := says(f.detail.content)
		for _, want := range []string{w.Message, w.Title, w.Rule.Fix(f.session.Words()), w.Rule.Why(f.session.Words()), w.Rule.Source()} {
			if !strings.Contains(got, want) {
				t.Errorf("%s does not say %q:\n%s", w.Rule.ID, want, got)
			}
		}
	}
}

func TestEnterGoesToTheField(t *testing.T) {
	f, _, _, nav, win := screen(t)
	w := first(t, f, check.Error)
	f.Focus(win.Canvas())
	win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	press(t, win, "Gå til feltet")
	want := string(w.Record.Meta().ID) + " " + w.Field
	if !slices.Equal(nav.at, []string{want, want}) || w.Field == "" {
		t.Errorf("led to %v, want twice %q", nav.at, want)
	}
	f.open(&Row{Judged: check.Judged{Finding: check.Finding{Rule: w.Rule, Field: "x"}}})
	if nav.at[2] != " x" {
		t.Errorf("a finding about the register led to %q", nav.at[2])
	}
	press(t, win, "Alle svar")
	if nav.answers != 1 {
		t.Error("the button does not lead to the answers")
	}
}

func TestAcceptAndWithdraw(t *testing.T) {
	f, s, memory, _, win := screen(t)
	w := first(t, f, check.Warning)
	press(t, win, "Acceptér …")
	fill(t, win, "Adressen står i en kilde, vi ikke ejer.", "DPO", "2.1.27")
	press(t, win, "Acceptér")

	answers := s.Register().FindingAnswers()
	if len(answers) != 1 {
		t.Fatalf("%d answers, want 1", len(answers))
	}
	a := answers[0]
	want := check.NewAnswer(w.Finding, accepted, "Adressen står i en kilde, vi ikke ejer.", "DPO", s.Today(), model.Date{Year: 2027, Month: 1, Day: 2})
	want.Head = a.Head
	if diff := model.Diff(want, a); diff != nil || a.Status != model.Active || a.Number == "" {
		t.Errorf("the answer %v is %v", a.Head, diff)
	}
	if slices.ContainsFunc(f.Shown(), func(x *Row) bool { return x.Key() == w.Key() }) {
		t.Error("an accepted warning is still open")
	}
	if _, ok := f.Finding(); !ok {
		t.Error("no finding is selected after the answer")
	}

	f.states.SetCode(answered)
	f.fill()
	if shown := f.Shown(); len(shown) != 1 || f.state(shown[0]) != "accepteret" {
		t.Fatalf("%d findings are answered, want 1", len(shown))
	}
	if got := says(f.detail.content); !strings.Contains(got, "Accepteret den 21.11.2026 af DPO") || !strings.Contains(got, "til og med 02.01.2027") ||
		!strings.Contains(got, "»Adressen står i en kilde, vi ikke ejer.«") || strings.Contains(got, "Acceptér …") {
		t.Errorf("an accepted finding says:\n%s", got)
	}
	press(t, win, "Træk svaret tilbage")
	if len(s.Register().FindingAnswers()) > 0 || len(f.Shown()) > 0 || len(memory.Changes) != 2 {
		t.Error("the answer is not withdrawn")
	}
	if _, err := s.Undo(); err != nil || len(f.Shown()) != 1 {
		t.Errorf("the withdrawal cannot be undone: %v", err)
	}
}

func TestErrorsCanOnlyBeExplained(t *testing.T) {
	f, s, _, _, win := screen(t)
	w := first(t, f, check.Error)
	if got := says(f.detail.content); strings.Contains(got, "Acceptér …") || !strings.Contains(got, "bliver stående") {
		t.Errorf("an error offers:\n%s", got)
	}
	f.Accept()
	if win.Canvas().Overlays().Top() != nil {
		t.Fatal("an error can be accepted")
	}
	press(t, win, "Forklar …")
	fill(t, win, "Grundlaget står i aftalen.", "")
	press(t, win, "Gem forklaringen")
	answers := s.Register().FindingAnswers()
	if len(answers) != 1 || answers[0].Reply != explained || !answers[0].Until.IsZero() {
		t.Fatalf("the answers are %v", answers)
	}
	i := slices.IndexFunc(f.Shown(), func(x *Row) bool { return x.key == w.key })
	if i < 0 || f.state(f.Shown()[i]) != "forklaret" {
		t.Error("an explained error does not stay, or does not say that it is explained")
	}
	if got := says(f.detail.content); !strings.Contains(got, "Forklaret den 21.11.2026\n") {
		t.Errorf("an explained error says:\n%s", got)
	}
}

func TestAnswersNeedAReasonAndADay(t *testing.T) {
	for name, c := range map[string]struct {
		typed []string
		want  string
	}{
		"no reason":  {[]string{" ", "DPO", ""}, "Skriv en begrundelse."},
		"no day":     {[]string{"Aftalt.", "DPO", " "}, "Vælg en dag fra i dag og frem."},
		"a past day": {[]string{"Aftalt.", "DPO", "20.11.2026"}, "Vælg en dag fra i dag og frem."},
		"not a day":  {[]string{"Aftalt.", "DPO", "engang"}, "Vælg en dag fra i dag og frem."},
	} {
		t.Run(name, func(t *testing.T) {
			f, s, _, _, win := screen(t)
			first(t, f, check.Warning)
			press(t, win, "Acceptér …")
			fill(t, win, c.typed...)
			press(t, win, "Acceptér")
			top := win.Canvas().Overlays().Top()
			if top == nil || !strings.Contains(says(top), c.want) || len(s.Register().FindingAnswers()) > 0 {
				t.Fatalf("the answer is taken, or the dialog does not say %q", c.want)
			}
			fill(t, win, "Aftalt.", "DPO", "21.11.2026")
			press(t, win, "Acceptér")
			if win.Canvas().Overlays().Top() != nil || len(s.Register().FindingAnswers()) != 1 {
				t.Error("the answer is not taken once it is right")
			}
		})
	}
}

func TestAnswerThatCannotBeSaved(t *testing.T) {
	f, _, memory, nav, win := screen(t)
	first(t, f, check.Warning)
	memory.Fail = session.ErrFull
	press(t, win, "Forklar …")
	fill(t, win, "Aftalt.")
	press(t, win, "Gem forklaringen")
	if len(nav.failed) != 1 || !errors.Is(nav.failed[0], session.ErrFull) {
		t.Errorf("told of %v", nav.failed)
	}
}

func TestLapsedAnswerIsTold(t *testing.T) {
	f, s, _, _, _ := screen(t)
	w := first(t, f, check.Warning)
	a := check.NewAnswer(w.Finding, accepted, "Aftalt.", "DPO", s.Today().AddDays(-30), s.Today().AddDays(-1))
	a.Head = model.Head{ID: model.NewID(recordtest.Noon()), Number: "F-1", Status: model.Active}
	if err := s.Save(model.Change{Put: []model.Record{a}}, nil); err != nil {
		t.Fatal(err)
	}
	got, _ := f.Finding()
	if got == nil || got.key != w.key || f.state(got) != "udløbet" || !strings.Contains(says(f.detail.content), "Et svar gjaldt til og med 20.11.2026: »Aftalt.«") {
		t.Errorf("the finding is %q, and says:\n%s", f.state(got), says(f.detail.content))
	}
}

// Nothing found is not the same as nothing left by the filter, nor as nothing
// looked at.
func TestEmptyListSaysWhy(t *testing.T) {
	s := kalmia(t)
	var q queue
	w := NewWatch(s, q.add, 0)
	f := NewScreen(s, w, &visits{})
	if text, _ := f.nothing(); text != "Fortegnelsen kontrolleres. Det tager et øjeblik." {
		t.Errorf("before the first look it says %q", text)
	}
	q.doAll()
	if text, offer := f.nothing(); text != "Ingen fund passer til filteret." || offer == nil {
		t.Errorf("with findings it says %q", text)
	}
	w.take(w.asked, found{}, recordtest.Noon())
	if text, offer := f.nothing(); text != "Ingen regel har fundet noget." || offer != nil {
		t.Errorf("without findings it says %q", text)
	}
}
