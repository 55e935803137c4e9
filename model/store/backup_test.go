package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"fortegnelse/model"
	. "fortegnelse/model/store"
)

// rename changes the register by one entry.
func rename(t testing.TB, s *Store, title string) {
	t.Helper()
	if _, err := s.Save(model.Change{Put: []model.Record{retitled(s.Register(), 0, title)}}, "dpo"); err != nil {
		t.Fatal(err)
	}
}

// equalHistory fails unless two registers have the same history.
func equalHistory(t testing.TB, got, want *Store) {
	t.Helper()
	g, errG := got.History(Filter{})
	w, errW := want.History(Filter{})
	if errG != nil || errW != nil {
		t.Fatal(errG, errW)
	}
	if len(g) != len(w) || g[len(g)-1].Hash != w[len(w)-1].Hash {
		t.Errorf("%d entries of history, want %d with the same end", len(g), len(w))
	}
}

func TestRestoreGivesTheWholeRegister(t *testing.T) {
	s, path := create(t, 12)
	rename(t, s, "Før")
	dir := filepath.Dir(path)
	backup, restored := filepath.Join(dir, "copy"), filepath.Join(dir, "restored.fortegnelse")
	if err := s.BackupTo(backup, false); err != nil {
		t.Fatal(err)
	}
	if err := Restore(backup, restored, nil); err != nil {
		t.Fatal(err)
	}
	r, err := Open(restored, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	same(t, r.Register(), s.Register())
	equalHistory(t, r, s)
	rename(t, r, "Efter") // it is a register like any other
	if _, err := r.Verify(); err != nil {
		t.Error(err)
	}
	for _, p := range []string{backup, restored} {
		if info, err := os.Stat(p); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", p, info.Mode(), err)
		}
	}
}

// What is written while a backup is made does not get into it by halves.
func TestBackupWhileSaving(t *testing.T) {
	s, path := create(t, 30)
	var saving sync.WaitGroup
	saving.Go(func() {
		for i := range 40 {
			rename(t, s, fmt.Sprint("Titel ", i))
		}
	})
	for i := range 8 {
		backup := filepath.Join(filepath.Dir(path), fmt.Sprint("copy", i))
		if err := s.BackupTo(backup, false); err != nil { // which verifies it
			t.Error(err)
		}
	}
	saving.Wait()
}

func TestBackupReplacesOnlyWhenAsked(t *testing.T) {
	s, path := create(t, 1)
	backup := filepath.Join(filepath.Dir(path), "copy")
	if err := os.WriteFile(backup, []byte("older"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.BackupTo(backup, false); !errors.Is(err, ErrExists) {
		t.Errorf("BackupTo = %v, want %v", err, ErrExists)
	}
	if data, err := os.ReadFile(backup); err != nil || string(data) != "older" {
		t.Errorf("the file now holds %q, %v", data, err)
	}
	if err := s.BackupTo(backup, true); err != nil {
		t.Fatal(err)
	}
	if err := Restore(backup, filepath.Join(t.TempDir(), "restored"), nil); err != nil {
		t.Error(err)
	}
	link := filepath.Join(filepath.Dir(path), "link")
	if err := os.Link(path, link); err != nil {
		t.Fatal(err)
	}
	for _, own := range []string{path, link} {
		if err := s.BackupTo(own, true); !errors.Is(err, ErrExists) {
			t.Errorf("BackupTo the register itself = %v, want %v", err, ErrExists)
		}
	}
}

func TestRestoreRefuses(t *testing.T) {
	s, path := create(t, 3)
	dir := filepath.Dir(path)
	in := func(name string) string { return filepath.Join(dir, name) }
	if err := s.BackupTo(in("whole"), false); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(in("whole"))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"short": whole[:len(whole)/2], "empty": nil, "letter": []byte("Kære Datatilsyn"), "taken": []byte("mine"),
		"changed": bytes.Replace(whole, []byte(`"action":"import"`), []byte(`"action":"IMPORT"`), 1),
	} {
		if err := os.WriteFile(in(name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name, backup, target string
		want                 error
	}{
		{"cut off", "short", "new", ErrDamaged},
		{"one entry changed", "changed", "new", ErrDamaged},
		{"empty", "empty", "new", ErrNotRegister},
		{"another file", "letter", "new", ErrNotRegister},
		{"no backup", "none", "new", ErrNotFound},
		{"a file is there", "whole", "taken", ErrExists},
		{"onto the backup", "whole", "whole", ErrExists},
		{"no folder", "whole", "none/new", os.ErrNotExist},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := Restore(in(c.backup), in(c.target), nil); !errors.Is(err, c.want) {
				t.Errorf("Restore = %v, want %v", err, c.want)
			}
			if _, err := os.Stat(in("new")); err == nil {
				t.Error("a file was made")
			}
		})
	}
	if data, _ := os.ReadFile(in("taken")); string(data) != "mine" {
		t.Errorf("the file that was there now holds %q", data)
	}
	if left, _ := filepath.Glob(in(".*")); left != nil {
		t.Errorf("left over: %v", left)
	}
}

func TestBackupAfterClose(t *testing.T) {
	s, _ := create(t, 1)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Backup(&bytes.Buffer{}); !errors.Is(err, ErrClosed) {
		t.Errorf("Backup = %v, want %v", err, ErrClosed)
	}
	if err := s.Rotate(time.Now()); !errors.Is(err, ErrClosed) {
		t.Errorf("Rotate = %v, want %v", err, ErrClosed)
	}
}

// full is a medium with room for so many bytes.
type full struct{ room int }

var errFull = errors.New("no room")

func (f *full) Write(p []byte) (int, error) {
	if len(p) > f.room {
		return 0, errFull
	}
	f.room -= len(p)
	return len(p), nil
}

func TestBackupToAFullMedium(t *testing.T) {
	s, _ := create(t, 3)
	if n, err := s.Backup(&full{room: 20_000}); !errors.Is(err, errFull) || n > 20_000 {
		t.Errorf("Backup = %d, %v, want %v", n, err, errFull)
	}
	if _, err := s.Verify(); err != nil {
		t.Error(err)
	}
}
