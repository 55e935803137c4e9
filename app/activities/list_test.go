package activities

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"fortegnelse/app/listing"
	"fortegnelse/app/session"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// nowhere is a navigator that remembers where it was sent.
type nowhere struct{ opened model.ID }

func (n *nowhere) Open(id model.ID) { n.opened = id }
func (n *nowhere) Add()             {}

func listOf(t *testing.T, activities ...*model.Activity) (*listing.List[row], *session.Session) {
	t.Helper()
	test.NewTempApp(t)
	c, err := words.In("da")
	if err != nil {
		t.Fatal(err)
	}
	var records []model.Record
	for i, a := range activities {
		a.ID = model.NewID(time.Unix(int64(i), 0))
		records = append(records, a)
	}
	r, err := model.NewRegister(model.Info{Name: "Prøve"}, records)
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(&session.Memory{Snapshot: r}, "DPO", c, time.Now)
	return NewList(s, &nowhere{}), s
}

func activity(number, title string, class model.Class) *model.Activity {
	a := &model.Activity{Title: title, Role: model.AsController}
	a.Number = number
	if class != "" {
		a.Groups = model.Value([]model.Group{{Subjects: "patient", Data: []model.DataItem{{Key: "d1", Class: class}}}})
	}
	return a
}

func numbers(l *listing.List[row]) []string {
	var got []string
	for _, w := range l.Shown() {
		got = append(got, w.number)
	}
	return got
}

func TestListIsPartedByRole(t *testing.T) {
	processor := activity("B-01", "For kommunen", "")
	processor.Role = model.AsProcessor
	l, _ := listOf(t, processor, activity("B-02", "Journal", ""))
	if got := numbers(l); !slices.Equal(got, []string{"B-02", "B-01"}) {
		t.Errorf("the list shows %v, want the activities as controller first", got)
	}
}

func TestSearchFoldsSpelling(t *testing.T) {
	l, _ := listOf(t, activity("B-01", "Bogføring", ""), activity("B-02", "Ansættelse", ""), activity("B-03", "Århus-projekt", ""))
	for typed, want := range map[string][]string{
		"":           {"B-01", "B-02", "B-03"},
		"bogforing":  {"B-01"},
		"ansaettels": {"B-02"},
		"aarhus":     {"B-03"},
		"arhus":      {"B-03"},
		"b-03":       {"B-03"},
		"findes ej":  nil,
	} {
		l.Search(typed)
		if got := numbers(l); !slices.Equal(got, want) {
			t.Errorf("searching %q shows %v, want %v", typed, got, want)
		}
	}
}

func TestListFollowsWhatIsSaved(t *testing.T) {
	l, s := listOf(t, activity("B-01", "Journal", ""))
	if _, err := s.Create(model.KindActivity, nil); err != nil {
		t.Fatal(err)
	}
	if got := numbers(l); !slices.Equal(got, []string{"B-01", "B-02"}) {
		t.Errorf("after a new record the list shows %v", got)
	}
	l.Close()
	if _, err := s.Create(model.KindActivity, nil); err != nil {
		t.Fatal(err)
	}
	if got := numbers(l); len(got) != 2 {
		t.Errorf("a closed list still follows: %v", got)
	}
}

func TestRows(t *testing.T) {
	mixed := activity("B-01", "Journal", model.Special)
	mixed.Groups.Value[0].Data = append(mixed.Groups.Value[0].Data, model.DataItem{Key: "d2", Class: model.Ordinary}, model.DataItem{Key: "d3", Class: model.Special})
	mixed.Processors = model.Say[[]model.ProcessorUse](model.NotStated)
	mixed.Retention = model.Say[[]model.ID](model.NotStated)
	l, _ := listOf(t, mixed)
	w := l.Shown()[0]
	if !slices.Equal(w.classes, []model.Class{model.Ordinary, model.Special}) {
		t.Errorf("the classes are %v, want each once, ordinary first", w.classes)
	}
	if w.processors != "ikke oplyst" || !w.unstated.processors || w.retention != "ikke oplyst" || !w.unstated.retention {
		t.Errorf("what is not stated is shown as %q and %q", w.processors, w.retention)
	}
}
