package store

import (
	"errors"
	"path/filepath"
	"testing"

	"fortegnelse/model"
)

// A register without records can take over another one whole, with its ID. It
// verifies, is copied and protected like any other.
func TestRegisterThatTakesOverAnother(t *testing.T) {
	cheap(t)
	s, err := Create(filepath.Join(t.TempDir(), "x.fortegnelse"), model.Info{Name: "tom", Language: "da"}, nil, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	own := s.Register().Info().ID
	other := model.Info{ID: model.NewID(newYear), Name: "Kalmia", Language: "sv", Created: newYear}
	if _, err := s.Import(model.Change{Info: &other, Put: []model.Record{titled("Lås")}}, "dpo"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Verify(); err != nil {
		t.Errorf("Verify = %v", err)
	}
	for _, id := range []model.ID{own, other.ID} {
		if entries, err := s.History(Filter{Record: id}); err != nil || len(entries) != 1 {
			t.Errorf("the history of %s: %v, %v", id, entries, err)
		}
	}
	rotated(t, s, newYear)
	if _, err := s.Protect(passphrase); err != nil {
		t.Errorf("Protect = %v", err)
	}
	if _, err := s.Verify(); err != nil {
		t.Errorf("Verify = %v", err)
	}
	// What the register says of itself cannot be passed off as another one's.
	strange := other
	strange.ID = model.NewID(newYear)
	if err := s.update(func(tx transaction) error { return tx.putMeta(registerKey, strange) }); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Verify(); !errors.Is(err, ErrTampered) {
		t.Errorf("Verify = %v, want %v", err, ErrTampered)
	}
}
