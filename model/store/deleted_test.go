package store_test

import (
	"errors"
	"testing"

	"fortegnelse/model"
	. "fortegnelse/model/store"
)

// remove takes the processor of a register of one activity out of the
// activity, and deletes it with its agreement.
func remove(t *testing.T, s *Store) (*model.Processor, *model.Agreement) {
	t.Helper()
	r := s.Register()
	processor, agreement := r.Processors()[0], r.Agreements()[0]
	a := model.Clone(r.Activities()[0]).(*model.Activity)
	a.Processors = model.Say[[]model.ProcessorUse](model.None)
	mustSave(t, s, model.Change{Put: []model.Record{a}})
	mustSave(t, s, model.Change{Delete: []model.ID{agreement.ID}})
	mustSave(t, s, model.Change{Delete: []model.ID{processor.ID}})
	return processor, agreement
}

func mustSave(t *testing.T, s *Store, c model.Change) {
	t.Helper()
	if _, err := s.Save(c, "dpo"); err != nil {
		t.Fatal(err)
	}
}

func TestHistorySaysWhatWasUndone(t *testing.T) {
	s, _ := create(t, 1)
	was := s.Register().Activities()[0]
	info := s.Register().Info()
	renamed := info
	renamed.Name = "Andet navn"
	made := model.Clone(was).(*model.Activity)
	made.ID, made.Number = model.NewID(info.Created), "B-77"
	steps := []struct {
		name   string
		change model.Change
		want   []Action
	}{
		{"edit", model.Change{Put: []model.Record{retitled(s.Register(), 0, "Ny")}, Info: &renamed}, []Action{Changed, Changed}},
		{"undo", model.Change{Put: []model.Record{was}, Info: &info, Cause: model.ByUndo}, []Action{Undone, Undone}},
		{"redo", model.Change{Put: []model.Record{retitled(s.Register(), 0, "Ny")}, Cause: model.ByRedo}, []Action{Redone}},
		{"create", model.Change{Put: []model.Record{made}}, []Action{Created}},
		{"undo it", model.Change{Delete: []model.ID{made.ID}, Cause: model.ByUndo}, []Action{Undone}},
		{"redo it", model.Change{Put: []model.Record{made}, Cause: model.ByRedo}, []Action{Redone}},
		{"delete", model.Change{Delete: []model.ID{made.ID}}, []Action{Deleted}},
		{"undo that", model.Change{Put: []model.Record{made}, Cause: model.ByUndo}, []Action{Undone}},
	}
	for _, step := range steps {
		saved, err := s.Save(step.change, "dpo")
		if err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		entries, err := s.History(Filter{Newest: true, Limit: len(step.want)})
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range step.want {
			if entries[i].Action != want || entries[i].Group != saved.Seq {
				t.Errorf("%s: entry %d is %s of group %d, want %s of %d", step.name, entries[i].Seq, entries[i].Action, entries[i].Group, want, saved.Seq)
			}
		}
		for _, c := range saved.Changes {
			if c.Action != step.want[0] {
				t.Errorf("%s: Save tells of %s, want %s", step.name, c.Action, step.want[0])
			}
		}
	}
	if _, err := s.Save(model.Change{Cause: "whim"}, "dpo"); err == nil {
		t.Error("a change of unknown cause is saved")
	}
	s = reopen(t, s)
	if _, err := s.Verify(); err != nil {
		t.Error(err)
	}
}

func TestDeletions(t *testing.T) {
	s, _ := create(t, 1)
	if none, err := s.Deletions(); err != nil || len(none) != 0 {
		t.Fatalf("Deletions of a new file: %v, %v", none, err)
	}
	processor, agreement := remove(t, s)
	s = reopen(t, s)
	found, err := s.Deletions()
	if err != nil || len(found) != 2 {
		t.Fatalf("Deletions = %v, %v; want two", found, err)
	}
	for i, want := range []model.Record{processor, agreement} { // the newest first
		if model.Diff(want, found[i].Record) != nil || found[i].Author != "dpo" || found[i].Time.IsZero() {
			t.Errorf("deletion %d is %+v, want %s", i, found[i], want.Meta().Number)
		}
	}
}

func TestRestore(t *testing.T) {
	s, _ := create(t, 1)
	want := s.Register()
	processor, agreement := remove(t, s)
	var lost *LostReferenceError
	if _, err := s.Restore(agreement.ID, "dpo"); !errors.As(err, &lost) || len(lost.Lost) != 1 || lost.Lost[0].Meta().ID != processor.ID {
		t.Fatalf("restoring an agreement without its processor: %v", err)
	}
	for _, rec := range []model.Record{processor, agreement} {
		got, err := s.Restore(rec.Meta().ID, "dpo")
		if err != nil || model.Diff(rec, got) != nil {
			t.Fatalf("Restore = %v, %v", got, err)
		}
		if _, err := s.Restore(rec.Meta().ID, "dpo"); !errors.Is(err, ErrNotDeleted) {
			t.Errorf("restoring again: %v, want ErrNotDeleted", err)
		}
		entries, err := s.History(Filter{Record: rec.Meta().ID, Newest: true, Limit: 1})
		if err != nil || entries[0].Action != Restored || entries[0].Before != nil || entries[0].After == nil {
			t.Errorf("the history of %s ends with %+v, %v", rec.Meta().Number, entries, err)
		}
	}
	for _, id := range []model.ID{want.Info().ID, "nobody"} {
		if _, err := s.Restore(id, "dpo"); !errors.Is(err, ErrNotDeleted) {
			t.Errorf("restoring %s: %v, want ErrNotDeleted", id, err)
		}
	}
	mustSave(t, s, model.Change{Put: []model.Record{want.Activities()[0]}})
	s = reopen(t, s)
	same(t, s.Register(), want)
	if _, err := s.Verify(); err != nil {
		t.Error(err)
	}
}

func TestRestoreGivesAnotherNumberWhereItIsTaken(t *testing.T) {
	s, _ := create(t, 1)
	processor, _ := remove(t, s)
	heir := model.Clone(processor).(*model.Processor)
	heir.ID = model.NewID(s.Register().Info().Created)
	mustSave(t, s, model.Change{Put: []model.Record{heir}})
	next := s.Register().NextNumber(model.KindProcessor)
	got, err := s.Restore(processor.ID, "dpo")
	if err != nil || got.Meta().Number != next || got.Meta().ID != processor.ID {
		t.Fatalf("Restore = %v, %v; want number %s", got, err, next)
	}
	if rec, ok := s.Register().Numbered(next); !ok || rec.Meta().ID != processor.ID {
		t.Errorf("%s is not in the register", next)
	}
}

func TestRestoreNeedsAFileThatCanBeWritten(t *testing.T) {
	s, path := create(t, 1)
	processor, _ := remove(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Restore(processor.ID, "dpo"); !errors.Is(err, ErrClosed) {
		t.Errorf("restoring in a closed file: %v", err)
	}
	readOnly, err := OpenReadOnly(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer readOnly.Close()
	if _, err := readOnly.Restore(processor.ID, "dpo"); !errors.Is(err, ErrReadOnly) {
		t.Errorf("restoring in a file that can only be read: %v", err)
	}
}
