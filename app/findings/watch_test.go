package findings

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"fortegnelse/app/record/recordtest"
	"fortegnelse/app/session"
	"fortegnelse/model"
	"fortegnelse/model/check"
)

// queue keeps work until the test does it, in the order that the test chooses.
type queue struct{ waiting []func() }

func (q *queue) add(work func()) { q.waiting = append(q.waiting, work) }

func (q *queue) doNext(t *testing.T) {
	t.Helper()
	if len(q.waiting) == 0 {
		t.Fatal("nothing waits to be done")
	}
	work := q.waiting[0]
	q.waiting = q.waiting[1:]
	work()
}

func (q *queue) doAll() {
	for len(q.waiting) > 0 {
		work := q.waiting[0]
		q.waiting = q.waiting[1:]
		work()
	}
}

func kalmia(t *testing.T) *session.Session {
	t.Helper()
	test.NewTempApp(t)
	s, _ := recordtest.Session(t, recordtest.Kalmia(t), "da")
	return s
}

// clearPurpose takes all purposes of an activity away, which a rule tells of.
func clearPurpose(t *testing.T, s *session.Session, number string) {
	t.Helper()
	rec, ok := s.Register().Numbered(number)
	if !ok {
		t.Fatalf("no record %s", number)
	}
	if err := s.Edit(rec.Meta().ID, nil, func(r model.Record) error {
		r.(*model.Activity).Purposes = model.Answer[[]model.Purpose]{}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// keys returns what a watch knows; truth what it should know.
func keys(rows []*Row) string {
	all := ""
	for _, w := range rows {
		all += w.Key() + " "
	}
	return all
}

func truth(s *session.Session) string {
	all := ""
	for _, f := range check.Run(s.Register(), s.Today()) {
		all += f.Key() + " "
	}
	return all
}

func TestWatchLooksAgainAfterASave(t *testing.T) {
	s := kalmia(t)
	var q queue
	w := NewWatch(s, q.add, 0)
	defer w.Close()
	told := 0
	w.Listen(func() { told++ })
	if _, ok := w.Checked(); ok || len(w.Rows()) > 0 || !w.Looking() {
		t.Error("the watch knows something before it has looked")
	}
	q.doAll()
	if _, ok := w.Checked(); !ok || w.Looking() || keys(w.Rows()) != truth(s) || told != 1 {
		t.Errorf("after the first look: looking %v, told %d times", w.Looking(), told)
	}
	before := keys(w.Rows())
	clearPurpose(t, s, "B-01")
	if !w.Looking() || keys(w.Rows()) != before {
		t.Error("a save does not say that the findings are being looked for")
	}
	q.doAll()
	if got := keys(w.Rows()); got != truth(s) || got == before || w.Looking() {
		t.Error("the watch did not look again")
	}
}

// A look that was overtaken by a save is followed by another, and there are
// never two at a time.
func TestWatchEndsWithTheNewest(t *testing.T) {
	s := kalmia(t)
	var q queue
	w := NewWatch(s, q.add, 0)
	defer w.Close()
	old := truth(s)
	clearPurpose(t, s, "B-01")
	clearPurpose(t, s, "B-02")
	if len(q.waiting) != 1 {
		t.Fatalf("%d looks at a time", len(q.waiting))
	}
	q.doNext(t)
	if keys(w.Rows()) != old || !w.Looking() || len(q.waiting) != 1 {
		t.Errorf("after a look that was overtaken: looking %v, %d waiting", w.Looking(), len(q.waiting))
	}
	q.doAll()
	if keys(w.Rows()) != truth(s) || keys(w.Rows()) == old || w.Looking() {
		t.Error("the findings are not those of the newest register")
	}
}

func TestWatchThatIsClosedTakesNothing(t *testing.T) {
	s := kalmia(t)
	var q queue
	w := NewWatch(s, q.add, 0)
	w.Close()
	q.doAll()
	clearPurpose(t, s, "B-01")
	if len(w.Rows()) > 0 || len(q.waiting) > 0 {
		t.Error("a closed watch goes on")
	}
}

func TestWatchCountsWhatIsPending(t *testing.T) {
	s := kalmia(t)
	var q queue
	w := NewWatch(s, q.add, 0)
	defer w.Close()
	q.doAll()
	n, of := map[check.Severity]int{}, map[model.ID]int{}
	for _, row := range w.Rows() {
		n[row.Rule.Severity]++
		if row.Record != nil {
			of[row.Record.Meta().ID]++
		}
	}
	for _, severity := range severities {
		if w.Count(severity) != n[severity] {
			t.Errorf("%d of %s, want %d", w.Count(severity), severity, n[severity])
		}
	}
	if len(of) == 0 {
		t.Fatal("no finding is about a record")
	}
	for id, want := range of {
		if len(w.Of(id)) != want {
			t.Errorf("%d findings about %s, want %d", len(w.Of(id)), id, want)
		}
	}
}
