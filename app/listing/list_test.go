package listing

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// counter is a navigator that counts how often a record was made.
type counter struct{ added int }

func (c *counter) Open(model.ID) {}
func (c *counter) Add()          { c.added++ }

func systems(t *testing.T, products ...string) (*List[string], *counter, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(ui.NewTheme(ui.Light, ui.DefaultTextSize))
	c, err := words.In("da")
	if err != nil {
		t.Fatal(err)
	}
	r, err := model.NewRegister(model.Info{Name: "Prøve"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(&session.Memory{Snapshot: r}, "DPO", c, time.Now)
	nav := &counter{}
	l := New(s, nav, Config[string]{
		Title: "Systemer", Add: "Nyt system", Empty: "Her står systemerne.",
		Columns: []ui.Column[string]{{ID: "name", Title: "Navn", Width: 200, Text: func(row string) string { return row }}},
		Rows:    func(*model.Register) []string { return products },
		ID:      func(row string) model.ID { return model.ID(row) },
		Search:  func(row string) string { return row },
		Filters: []Filter[string]{{Label: "tom", Keep: func(row string) bool { return row == "" }}},
	})
	w := test.NewTempWindow(t, l.Content())
	w.Resize(fyne.NewSize(900, 600))
	return l, nav, w
}

// shows reports which texts and buttons stand in the window.
func shows(w fyne.Window) map[string]fyne.CanvasObject {
	found := map[string]fyne.CanvasObject{}
	for _, o := range test.LaidOutObjects(w.Content()) {
		switch x := o.(type) {
		case *ui.Text:
			found[x.Content] = x
		case *ui.Button:
			found[x.Text] = x
		}
	}
	return found
}

func TestEmptyListOffersTheFirstStep(t *testing.T) {
	l, nav, w := systems(t)
	if shows(w)["Her står systemerne."] == nil {
		t.Error("an empty list does not say what belongs there")
	}
	l.Focus(w.Canvas())
	if w.Canvas().Focused() != fyne.Focusable(l.first) {
		t.Fatalf("the focus is on %T, want the button that makes the first record", w.Canvas().Focused())
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if nav.added != 1 {
		t.Errorf("Enter made %d records, want 1", nav.added)
	}
}

func TestFilterThatFindsNothingCanBeTakenAway(t *testing.T) {
	l, _, w := systems(t, "Journal", "Regnskab")
	if shows(w)["Ingen poster passer til filteret."] != nil {
		t.Error("a list with rows says that it has none")
	}
	l.Search("findes ej")
	test.Tap(l.boxes[0])
	all, ok := shows(w)["Vis alle"].(*ui.Button)
	if shows(w)["Ingen poster passer til filteret."] == nil || !ok {
		t.Fatalf("a filter that finds nothing shows %v", shows(w))
	}
	test.Tap(all)
	if len(l.Shown()) != 2 || l.search.Text != "" || l.boxes[0].Checked {
		t.Errorf("after Vis alle: %v, typed %q, ticked %v", l.Shown(), l.search.Text, l.boxes[0].Checked)
	}
	if shows(w)["Ingen poster passer til filteret."] != nil {
		t.Error("the words stay after all rows are back")
	}
}
