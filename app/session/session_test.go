package session_test

import (
	"errors"
	"testing"
	"time"

	"fortegnelse/app/session"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

func open(t *testing.T) (*session.Session, *session.Memory) {
	t.Helper()
	r, err := model.NewRegister(model.Info{Name: "Prøve"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := words.In("da")
	if err != nil {
		t.Fatal(err)
	}
	memory := &session.Memory{Snapshot: r}
	return session.New(memory, "DPO", c, func() time.Time { return time.Unix(1e9, 0) }), memory
}

func create(t *testing.T, s *session.Session, k model.Kind, fill func(model.Record)) model.Record {
	t.Helper()
	rec, err := s.Create(k, fill)
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

func TestEditSavesWhatDiffers(t *testing.T) {
	s, memory := open(t)
	id := create(t, s, model.KindSystem, nil).Meta().ID
	var heard []session.Event
	stop := s.Listen(func(e session.Event) { heard = append(heard, e) })
	edit := func(title string) {
		if err := s.Edit(id, "me", func(r model.Record) error { return model.Set(r, "title", title) }); err != nil {
			t.Fatal(err)
		}
	}
	edit("Journal")
	edit("Journal")
	if len(heard) != 1 || heard[0].From != "me" || len(heard[0].Changed) != 1 || heard[0].Changed[0] != id {
		t.Errorf("heard %v, want one event", heard)
	}
	if len(memory.Changes) != 2 {
		t.Errorf("%d changes were saved, want the new record and one edit", len(memory.Changes))
	}
	stop()
	edit("Arkiv")
	if len(heard) != 1 {
		t.Error("a listener that stopped still hears")
	}
	if got := s.Register().TitleOf(id); got != "Arkiv" {
		t.Errorf("the system is called %q", got)
	}
}

func TestEditKeepsTheSnapshotWhenSavingFails(t *testing.T) {
	s, memory := open(t)
	id := create(t, s, model.KindSystem, nil).Meta().ID
	memory.Fail = errors.New("full")
	err := s.Edit(id, nil, func(r model.Record) error { return model.Set(r, "title", "Journal") })
	if !errors.Is(err, memory.Fail) {
		t.Errorf("Edit: %v, want the keeper's error", err)
	}
	if got := s.Register().TitleOf(id); got == "Journal" {
		t.Error("the snapshot shows what was not saved")
	}
}

func TestDuplicateHasANumberOfItsOwn(t *testing.T) {
	s, _ := open(t)
	first := create(t, s, model.KindActivity, func(r model.Record) { r.(*model.Activity).Title = "Journal" })
	second, err := s.Duplicate(first.Meta().ID, func(r model.Record) { r.(*model.Activity).Title += " (kopi)" })
	if err != nil {
		t.Fatal(err)
	}
	if second.Meta().ID == first.Meta().ID || second.Meta().Number != "B-02" || second.Name() != "Journal (kopi)" {
		t.Errorf("the copy is %s %q", second.Meta().Number, second.Name())
	}
	if first.Name() != "Journal" {
		t.Errorf("the first is now called %q", first.Name())
	}
}

func TestDeleteNamesTheUsers(t *testing.T) {
	s, _ := open(t)
	party := create(t, s, model.KindParty, nil)
	processor := create(t, s, model.KindProcessor, func(r model.Record) { r.(*model.Processor).Party = model.Value(party.Meta().ID) })
	var used *session.InUseError
	if err := s.Delete(party.Meta().ID); !errors.As(err, &used) || len(used.Uses) != 1 || used.Uses[0].From.Meta().ID != processor.Meta().ID {
		t.Fatalf("deleting a used party: %v", err)
	}
	for _, id := range []model.ID{processor.Meta().ID, party.Meta().ID} {
		if err := s.Delete(id); err != nil {
			t.Errorf("deleting an unused record: %v", err)
		}
	}
	if err := s.Delete(party.Meta().ID); !errors.Is(err, session.ErrGone) {
		t.Errorf("deleting again: %v, want ErrGone", err)
	}
}
