package findings

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"fortegnelse/app/session"
	"fortegnelse/model"
	"fortegnelse/model/check"
	"fortegnelse/model/words"
)

// Pause is how long a watch lets a person go on before it looks again, so that
// it does not look after each of several fields left in a row.
const Pause = 300 * time.Millisecond

// Watch knows what the checks find in a session's register, and looks again
// after each change. There is never more than one look at a time, and one that
// was overtaken by a change is followed by another, so that what is known last
// is of the register as it is.
type Watch struct {
	session    *session.Session
	background func(work func()) // does work beside the user interface
	pause      time.Duration

	found     found
	checked   time.Time // when it looked; zero before the first time
	asked     int       // changes so far
	looking   bool
	closed    bool
	listeners []*listener
	stop      func()
}

// found is what one look has found.
type found struct {
	rows     []*Row
	ofRecord map[model.ID][]*Row
	pending  map[check.Severity]int
}

// find looks at a register as on a day.
func find(r *model.Register, c *words.Catalogue, on model.Date) found {
	f := found{
		rows:     rowsOf(r, c, check.Judge(r, check.Run(r, on), on)),
		ofRecord: map[model.ID][]*Row{}, pending: map[check.Severity]int{},
	}
	for _, row := range f.rows {
		if row.Pending() {
			f.pending[row.Rule.Severity]++
		}
		if row.Record != nil {
			id := row.Record.Meta().ID
			f.ofRecord[id] = append(f.ofRecord[id], row)
		}
	}
	return f
}

type listener struct{ hear func() }

// NewWatch starts to watch. Background does work beside the user interface;
// before each look but the first it waits for the pause.
func NewWatch(s *session.Session, background func(work func()), pause time.Duration) *Watch {
	w := &Watch{session: s, background: background, pause: pause}
	w.stop = s.Listen(func(session.Event) { w.changed() })
	w.asked = 1
	w.looking = true
	w.look()
	return w
}

// changed has the watch look again.
func (w *Watch) changed() {
	w.asked++
	if w.looking {
		return // and it will look again
	}
	w.looking = true
	w.tell()
	w.again()
}

// again looks after the pause.
func (w *Watch) again() {
	pause := w.pause
	w.background(func() {
		time.Sleep(pause)
		fyne.Do(w.look)
	})
}

// look looks at the register as it is now.
func (w *Watch) look() {
	if w.closed {
		return
	}
	asked, register, catalogue := w.asked, w.session.Register(), w.session.Words()
	today, now := w.session.Today(), w.session.Now()
	w.background(func() {
		found := find(register, catalogue, today)
		fyne.Do(func() { w.take(asked, found, now) })
	})
}

// take keeps what a look has found.
func (w *Watch) take(asked int, found found, now time.Time) {
	if w.closed {
		return
	}
	w.found, w.checked = found, now
	w.looking = w.asked > asked
	w.tell()
	if w.looking {
		w.again()
	}
}

// Rows returns all findings, the gravest first.
func (w *Watch) Rows() []*Row { return w.found.rows }

// Of returns the findings about a record, the gravest first.
func (w *Watch) Of(id model.ID) []*Row { return w.found.ofRecord[id] }

// Count returns how many findings of a severity are pending.
func (w *Watch) Count(s check.Severity) int { return w.found.pending[s] }

// Checked returns when the register was looked at; ok is false before the first
// time.
func (w *Watch) Checked() (at time.Time, ok bool) { return w.checked, !w.checked.IsZero() }

// Looking reports whether something has changed that was not looked at.
func (w *Watch) Looking() bool { return w.looking }

// Listen calls hear when the findings or Looking have changed, until the
// returned function is called.
func (w *Watch) Listen(hear func()) (stop func()) {
	l := &listener{hear}
	w.listeners = append(w.listeners, l)
	return func() {
		w.listeners = slices.DeleteFunc(w.listeners, func(other *listener) bool { return other == l })
	}
}

func (w *Watch) tell() {
	for _, l := range slices.Clone(w.listeners) {
		l.hear()
	}
}

// Close ends the watch. A look that is under way comes to nothing.
func (w *Watch) Close() {
	w.closed = true
	w.stop()
}
