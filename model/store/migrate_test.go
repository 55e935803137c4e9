package store

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fortegnelse/model"
)

// layout1 copies a register that was written before the index was changed: one
// measure with three revisions, and one with two.
func layout1(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "layout1.fortegnelse"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "x.fortegnelse")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// sameAsLayout1 checks what the register holds and what its history knows.
func sameAsLayout1(t *testing.T, s *Store) {
	t.Helper()
	if entries, err := s.Verify(); err != nil || entries != 6 {
		t.Errorf("Verify = %d, %v", entries, err)
	}
	titles := func(r *model.Register) (titles []string) {
		for _, rec := range r.Content().Records() {
			titles = append(titles, rec.Name())
		}
		return titles
	}
	if got := titles(s.Register()); len(got) != 2 || got[0] != "Tavshedserklæring" || got[1] != "Lås på alle døre" {
		t.Errorf("now: %q", got)
	}
	history, err := s.History(Filter{Record: s.Register().Content().Records()[0].Meta().ID})
	if err != nil || len(history) != 3 {
		t.Fatalf("%d revisions, %v", len(history), err)
	}
	then, err := s.AsOf(history[1].Time)
	if err != nil {
		t.Fatal(err)
	}
	if got := titles(then); len(got) != 1 || got[0] != "Tavshedspligt for alle" {
		t.Errorf("then: %q", got)
	}
}

func TestOlderLayoutIsMigratedWithABackup(t *testing.T) {
	path := layout1(t)
	s, err := Open(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	sameAsLayout1(t, s)
	retitle(t, s, "Tavshed")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	backup, ok := NewestBackup(path)
	if !ok {
		t.Fatal("there is no backup")
	}
	old, err := os.ReadFile(backup.Path)
	if want, _ := os.ReadFile(filepath.Join("testdata", "layout1.fortegnelse")); err != nil || string(old) != string(want) {
		t.Errorf("the backup is not the file as it was, %v", err)
	}
	restored := filepath.Join(t.TempDir(), "restored")
	if err := Restore(backup.Path, restored, nil); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(restored, nil); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	sameAsLayout1(t, s)
}

// Reading does not change an older file, and leaves nothing behind.
func TestOlderLayoutIsRead(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	path := layout1(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s, err := OpenReadOnly(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	sameAsLayout1(t, s)
	if s.Path() != path {
		t.Errorf("Path = %s", s.Path())
	}
	if err := s.Rotate(time.Now()); err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the file has changed, %v", err)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
