package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"fortegnelse/model"
)

// What happens to a register while it is open. Windows lets nobody do that, so
// there it must fail, and nothing else happens.
var misfortunes = []struct {
	name   string
	happen func(path string) error
	gone   bool // no file has the name any more
}{
	{"the file is moved", func(path string) error { return os.Rename(path, path+".old") }, true},
	{"the file is removed", os.Remove, true},
	{"the folder is moved", func(path string) error { return os.Rename(filepath.Dir(path), filepath.Dir(path)+".old") }, true},
	{"the folder is removed", func(path string) error { return os.RemoveAll(filepath.Dir(path)) }, true},
	{"another version is fetched", func(path string) error {
		fetched := path + ".part"
		data, err := os.ReadFile(path)
		return errors.Join(err, os.WriteFile(fetched, data, 0o600), os.Rename(fetched, path))
	}, false},
}

func TestWhatHappensToAnOpenRegister(t *testing.T) {
	for _, c := range misfortunes {
		t.Run(c.name, func(t *testing.T) {
			s := small(t)
			inner := filepath.Join(filepath.Dir(s.path), "inner")
			moved := filepath.Join(inner, "x.fortegnelse")
			for _, err := range []error{s.Close(), os.Mkdir(inner, 0o700), os.Rename(s.path, moved)} {
				if err != nil {
					t.Fatal(err)
				}
			}
			s, err := Open(moved, nil)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			retitle(t, s, "Før")
			if err := s.InPlace(); err != nil {
				t.Fatal(err)
			}
			if err := c.happen(s.path); runtime.GOOS == "windows" {
				if err == nil {
					t.Error("Windows let it happen")
				}
				retitle(t, s, "Efter")
				return
			} else if err != nil {
				t.Fatal(err)
			}
			lostItsPlace(t, s, c.gone)
			if err := s.Close(); err != nil {
				t.Errorf("Close = %v", err)
			}
		})
	}
}

// lostItsPlace checks that a register which is no longer where it was refuses
// changes, and can be copied whole.
func lostItsPlace(t *testing.T, s *Store, gone bool) {
	t.Helper()
	titles := func() string { return s.Register().Content().Records()[0].Name() }
	m := titled("Efter")
	m.Head = *s.Register().Content().Records()[0].Meta()
	for what, err := range map[string]error{
		"InPlace": s.InPlace(), "Save": saveOne(s, m), "Protect": protectOne(s), "Rotate": s.Rotate(time.Now()),
	} {
		var replaced *ReplacedError
		if !errors.Is(err, ErrReplaced) || !errors.As(err, &replaced) || (replaced.Err != nil) != gone || errors.Is(err, ErrDamaged) {
			t.Errorf("%s = %v, want %v", what, err, ErrReplaced)
		}
	}
	if titles() != "Før" {
		t.Errorf("the register shows %s", titles())
	}
	if _, err := os.Stat(BackupFolder(s.path)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder for copies was made: %v", err)
	}
	if _, err := s.Verify(); err != nil {
		t.Errorf("Verify = %v", err)
	}
	elsewhere := filepath.Join(t.TempDir(), "kopi")
	if err := s.BackupTo(elsewhere, false); err != nil {
		t.Fatal(err)
	}
	c, err := Open(elsewhere, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if got := c.Register().Content().Records()[0].Name(); got != "Før" {
		t.Errorf("the copy shows %s", got)
	}
	retitle(t, c, "Efter")
}

func saveOne(s *Store, m *model.Measure) error {
	_, err := s.Save(model.Change{Put: []model.Record{m}}, "dpo")
	return err
}

func protectOne(s *Store) error {
	_, err := s.Protect(passphrase)
	return err
}

// Where there is a folder for copies, what was saved before another version
// was fetched can still be copied there.
func TestRotateAfterAnotherVersionWasFetched(t *testing.T) {
	s := small(t)
	rotated(t, s, newYear)
	retitle(t, s, "Før")
	if err := os.Remove(s.path); err != nil && runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	rotated(t, s, newYear.AddDate(0, 0, 1))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	copied, ok := NewestBackup(s.path)
	if !ok {
		t.Fatal("there is no copy")
	}
	c, err := OpenBackup(copied.Path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if got := c.Register().Content().Records()[0].Name(); got != "Før" {
		t.Errorf("the copy shows %s", got)
	}
}
