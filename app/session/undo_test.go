package session_test

import (
	"errors"
	"testing"

	"fortegnelse/app/session"
	"fortegnelse/model"
)

func retitle(t *testing.T, s *session.Session, id model.ID, title string) {
	t.Helper()
	if err := s.Edit(id, nil, func(r model.Record) error { return model.Set(r, "title", title) }); err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, _ []model.ID, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// system makes a system with a title and forgets that it can be undone.
func system(t *testing.T) (*session.Session, *session.Memory, model.ID) {
	t.Helper()
	s, memory := open(t)
	rec := create(t, s, model.KindSystem, func(r model.Record) { r.(*model.System).Title = "Journal" })
	return s, memory, rec.Meta().ID
}

// alike fails unless two registers hold the same.
func alike(t *testing.T, when string, got, want *model.Register) {
	t.Helper()
	if got.Info() != want.Info() {
		t.Errorf("%s the register says %+v of itself, want %+v", when, got.Info(), want.Info())
	}
	g, w := got.Content().Records(), want.Content().Records()
	if len(g) != len(w) {
		t.Fatalf("%s there are %d records, want %d", when, len(g), len(w))
	}
	for i := range g {
		if d := model.Diff(w[i], g[i]); d != nil {
			t.Errorf("%s %s differs: %v", when, w[i].Meta().Number, d)
		}
	}
}

func TestUndoAndRedo(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*testing.T, *session.Session, model.ID)
		want session.Deed
	}{
		{"an edit", func(t *testing.T, s *session.Session, id model.ID) { retitle(t, s, id, "Arkiv") },
			session.Deed{What: session.Changed, Kind: model.KindSystem, Number: "Y-01"}},
		{"a new record", func(t *testing.T, s *session.Session, _ model.ID) { create(t, s, model.KindActivity, nil) },
			session.Deed{What: session.Created, Kind: model.KindActivity, Number: "B-01"}},
		{"a copy", func(t *testing.T, s *session.Session, id model.ID) {
			if _, err := s.Duplicate(id, nil); err != nil {
				t.Fatal(err)
			}
		}, session.Deed{What: session.Created, Kind: model.KindSystem, Number: "Y-02"}},
		{"a deletion", func(t *testing.T, s *session.Session, id model.ID) {
			if err := s.Delete(id); err != nil {
				t.Fatal(err)
			}
		}, session.Deed{What: session.Deleted, Kind: model.KindSystem, Number: "Y-01"}},
		{"what the register says of itself", func(t *testing.T, s *session.Session, _ model.ID) {
			if err := s.Save(model.Change{Info: &model.Info{Name: "Andet navn"}}, nil); err != nil {
				t.Fatal(err)
			}
		}, session.Deed{What: session.Register}},
		{"three records at once", func(t *testing.T, s *session.Session, id model.ID) {
			rec, _ := s.Register().Record(id)
			changed := model.Clone(rec).(*model.System)
			changed.Title = "Arkiv"
			var put []model.Record
			for _, number := range []string{"Y-08", "S-09"} {
				other := model.Clone(rec).(*model.System)
				other.ID, other.Number = model.NewID(s.Now()), number
				put = append(put, other)
			}
			if err := s.Save(model.Change{Put: append([]model.Record{changed}, put...)}, nil); err != nil {
				t.Fatal(err)
			}
		}, session.Deed{What: session.Changed, Kind: model.KindSystem, Number: "Y-01", More: 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, memory, id := system(t)
			before := s.Register()
			c.do(t, s, id)
			after := s.Register()
			if deed, ok := s.Undoable(); !ok || deed != c.want {
				t.Errorf("Undoable = %+v, want %+v", deed, c.want)
			}
			for range 2 { // and again
				ids, err := s.Undo()
				must(t, ids, err)
				alike(t, "after undoing", s.Register(), before)
				if deed, ok := s.Redoable(); !ok || deed != c.want {
					t.Errorf("Redoable = %+v, want %+v", deed, c.want)
				}
				if len(ids) != len(memory.Changes[len(memory.Changes)-1].Put)+len(memory.Changes[len(memory.Changes)-1].Delete) {
					t.Errorf("Undo tells of %v", ids)
				}
				if got := memory.Changes[len(memory.Changes)-1].Cause; got != model.ByUndo || s.Cause() != got {
					t.Errorf("the cause of undoing is %q", got)
				}
				ids, err = s.Redo()
				must(t, ids, err)
				alike(t, "after redoing", s.Register(), after)
				if got := memory.Changes[len(memory.Changes)-1].Cause; got != model.ByRedo || s.Cause() != got {
					t.Errorf("the cause of redoing is %q", got)
				}
			}
		})
	}
}

func TestUndoGoesBackStepByStep(t *testing.T) {
	s, _, id := system(t)
	var seen []*model.Register
	step := func(do func()) {
		seen = append(seen, s.Register())
		do()
	}
	step(func() { retitle(t, s, id, "Arkiv") })
	step(func() { create(t, s, model.KindMeasure, nil) })
	step(func() { retitle(t, s, id, "Regnskab") })
	step(func() {
		if err := s.Delete(id); err != nil {
			t.Fatal(err)
		}
	})
	last := s.Register()
	for i := len(seen) - 1; i >= 0; i-- {
		ids, err := s.Undo()
		must(t, ids, err)
		alike(t, "after undoing", s.Register(), seen[i])
	}
	for range seen {
		ids, err := s.Redo()
		must(t, ids, err)
	}
	alike(t, "after redoing all", s.Register(), last)
	if _, err := s.Redo(); !errors.Is(err, session.ErrNothing) {
		t.Errorf("redoing too much: %v", err)
	}
}

func TestANewActionEndsWhatCanBeRedone(t *testing.T) {
	s, _, id := system(t)
	retitle(t, s, id, "Arkiv")
	ids, err := s.Undo()
	must(t, ids, err)
	retitle(t, s, id, "Regnskab")
	if deed, ok := s.Redoable(); ok {
		t.Errorf("%+v can be redone", deed)
	}
	if _, err := s.Redo(); !errors.Is(err, session.ErrNothing) {
		t.Errorf("Redo: %v, want ErrNothing", err)
	}
	if got := s.Register().TitleOf(id); got != "Regnskab" {
		t.Errorf("the system is called %q", got)
	}
}

func TestWhatChangesNothingCannotBeUndone(t *testing.T) {
	s, _ := open(t)
	info := s.Register().Info()
	if err := s.Save(model.Change{Info: &info}, nil); err != nil {
		t.Fatal(err)
	}
	if deed, ok := s.Undoable(); ok {
		t.Errorf("%+v can be undone", deed)
	}
	if _, err := s.Undo(); !errors.Is(err, session.ErrNothing) {
		t.Errorf("Undo: %v, want ErrNothing", err)
	}
}

// What is saved past the session makes an action that no longer fits. It is
// refused, nothing changes, and it can be undone when it fits again.
func TestUndoThatNoLongerFitsIsRefused(t *testing.T) {
	past := func(t *testing.T, m *session.Memory, c model.Change) {
		t.Helper()
		if err := m.Save(c, "another"); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("another record refers to the new one", func(t *testing.T) {
		s, memory := open(t)
		party := create(t, s, model.KindParty, nil)
		processor := &model.Processor{Party: model.Value(party.Meta().ID)}
		processor.ID, processor.Number = model.NewID(s.Now()), "D-01"
		past(t, memory, model.Change{Put: []model.Record{processor}})
		var used *session.InUseError
		before := s.Register()
		if _, err := s.Undo(); !errors.As(err, &used) || used.Uses[0].From.Meta().Number != "D-01" {
			t.Fatalf("Undo: %v, want the processor as user", err)
		}
		alike(t, "after refusing", s.Register(), before)
		past(t, memory, model.Change{Delete: []model.ID{processor.ID}})
		ids, err := s.Undo()
		must(t, ids, err)
	})
	for _, c := range []struct {
		name string
		past func(*model.System) model.Change
	}{
		{"the record has changed", func(sys *model.System) model.Change {
			sys.Title = "Fremmed"
			return model.Change{Put: []model.Record{sys}}
		}},
		{"the record is gone", func(sys *model.System) model.Change { return model.Change{Delete: []model.ID{sys.ID}} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, memory, id := system(t)
			retitle(t, s, id, "Arkiv")
			rec, _ := s.Register().Record(id)
			past(t, memory, c.past(model.Clone(rec).(*model.System)))
			before := s.Register()
			if _, err := s.Undo(); !errors.Is(err, session.ErrOvertaken) {
				t.Fatalf("Undo: %v, want ErrOvertaken", err)
			}
			alike(t, "after refusing", s.Register(), before)
			past(t, memory, model.Change{Put: []model.Record{rec}})
			ids, err := s.Undo()
			must(t, ids, err)
		})
	}
	t.Run("a deleted record is back", func(t *testing.T) {
		s, memory, id := system(t)
		rec, _ := s.Register().Record(id)
		if err := s.Delete(id); err != nil {
			t.Fatal(err)
		}
		past(t, memory, model.Change{Put: []model.Record{rec}})
		if _, err := s.Undo(); !errors.Is(err, session.ErrOvertaken) {
			t.Errorf("Undo: %v, want ErrOvertaken", err)
		}
	})
}

func TestUndoThatCannotBeSavedCanBeTriedAgain(t *testing.T) {
	s, memory, id := system(t)
	retitle(t, s, id, "Arkiv")
	memory.Fail = errors.New("full")
	if _, err := s.Undo(); !errors.Is(err, memory.Fail) {
		t.Fatalf("Undo: %v, want the keeper's error", err)
	}
	if got := s.Register().TitleOf(id); got != "Arkiv" {
		t.Errorf("the system is called %q", got)
	}
	if _, ok := s.Redoable(); ok {
		t.Error("what was not undone can be redone")
	}
	memory.Fail = nil
	ids, err := s.Undo()
	must(t, ids, err)
	if got := s.Register().TitleOf(id); got != "Journal" {
		t.Errorf("the system is called %q", got)
	}
}

func TestUndoIsBounded(t *testing.T) {
	s, _, id := system(t)
	for i := range 250 {
		retitle(t, s, id, string(rune('a'+i%2)))
	}
	n := 0
	for _, err := s.Undo(); err == nil; _, err = s.Undo() {
		n++
	}
	if n != 200 {
		t.Errorf("%d actions could be undone, want 200", n)
	}
	for ; n > 0; n-- {
		if _, err := s.Redo(); err != nil {
			t.Fatalf("%d actions before the last: %v", n, err)
		}
	}
}

// A listener that hears of an undo sees what can be undone after it.
func TestListenersHearWhenAllIsDone(t *testing.T) {
	s, _, id := system(t)
	retitle(t, s, id, "Arkiv")
	heard := 0
	s.Listen(func(session.Event) {
		heard++
		deed, _ := s.Undoable()
		if _, redoable := s.Redoable(); !redoable || deed.What != session.Created {
			t.Errorf("Undoable is %+v, something can be redone: %v", deed, redoable)
		}
	})
	ids, err := s.Undo()
	must(t, ids, err)
	if heard != 1 || len(ids) != 1 || ids[0] != id {
		t.Errorf("heard %d events, of %v", heard, ids)
	}
}
