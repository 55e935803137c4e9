package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"fortegnelse/model"
	. "fortegnelse/model/store"
)

// A file that is cut short by somebody else while it is open must not end
// the program either.
func TestFileCutShortWhileOpen(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Log("Windows does not let others cut a mapped file")
		return
	}
	s, path := create(t, 30)
	if err := os.Truncate(path, 8192); err != nil {
		t.Fatal(err)
	}
	if _, err := s.History(Filter{}); !errors.Is(err, ErrDamaged) {
		t.Errorf("History = %v, want %v", err, ErrDamaged)
	}
	if _, err := s.Save(model.Change{Put: []model.Record{retitled(s.Register(), 0, "Videre")}}, "dpo"); !errors.Is(err, ErrDamaged) {
		t.Errorf("Save = %v, want %v", err, ErrDamaged)
	}
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	s, path := create(t, 1)
	want := s.Register()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(path)
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o700)
	r, err := OpenReadOnly(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	same(t, r.Register(), want)
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Log("permissions do not hold here for this user; the rest is left out")
		return
	}
	r.Close()
	if _, err := Open(path, nil); !errors.Is(err, ErrReadOnly) {
		t.Errorf("Open = %v, want %v", err, ErrReadOnly)
	}
	if _, err := Create(filepath.Join(dir, "x"), model.Info{}, nil, "dpo"); !errors.Is(err, os.ErrPermission) {
		t.Errorf("Create = %v, want %v", err, os.ErrPermission)
	}
}
