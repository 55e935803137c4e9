package store

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"testing"
	"time"
)

// ended returns the number of a program that has ended.
func ended(t *testing.T) int {
	t.Helper()
	program := exec.Command(os.Args[0], "-test.run=^$")
	if err := program.Run(); err != nil {
		t.Fatal(err)
	}
	return program.Process.Pid
}

// What a program that has crashed left beside the file misleads nobody.
func TestInUseNamesOnlyWhoCanHaveIt(t *testing.T) {
	here, since := who(), newYear
	for _, c := range []struct {
		name string
		left func(t *testing.T) []byte
		by   string
	}{
		{"one that runs here", func(*testing.T) []byte { return lock(here, os.Getpid(), since) }, here},
		{"one that has crashed here", func(t *testing.T) []byte { return lock(here, ended(t), since) }, ""},
		{"one on another machine", func(t *testing.T) []byte { return lock("ida@klinik-7", ended(t), since) }, "ida@klinik-7"},
		{"no number", func(*testing.T) []byte { return lock(here, -1, since) }, ""},
		{"no name", func(*testing.T) []byte { return lock("", 1, since) }, ""},
		{"half a file", func(*testing.T) []byte { return lock(here, os.Getpid(), since)[:20] }, ""},
		{"something else", func(*testing.T) []byte { return []byte("[]") }, ""},
		{"nothing", func(*testing.T) []byte { return nil }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := small(t)
			if err := os.Remove(holderPath(s.path)); err != nil {
				t.Fatal(err)
			}
			if left := c.left(t); left != nil {
				if err := os.WriteFile(holderPath(s.path), left, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			var used *InUseError
			err := inUse(s.path)
			if !errors.As(err, &used) || used.By != c.by || c.by != "" && !used.Since.Equal(since) {
				t.Errorf("inUse = %v, want in use by %q", err, c.by)
			}
		})
	}
}

func lock(by string, pid int, since time.Time) []byte {
	data, _ := json.Marshal(holder{By: by, PID: pid, Since: since}) // it has no parts that could fail
	return data
}

// A file left behind keeps nobody out, and Close takes away only what is its own.
func TestHolderLeftBehind(t *testing.T) {
	s := small(t)
	for _, err := range []error{s.Close(), os.WriteFile(holderPath(s.path), lock("ida@klinik-7", 1, newYear), 0o600)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	s, err := Open(s.path, nil)
	if err != nil {
		t.Fatal(err)
	}
	var h holder
	if data, err := os.ReadFile(holderPath(s.path)); err != nil || json.Unmarshal(data, &h) != nil || h.By != who() || h.PID != os.Getpid() {
		t.Errorf("%+v, %v", h, err)
	}
	others := lock("ida@klinik-7", 1, newYear) // of who opened the file that has taken its place
	if err := os.WriteFile(holderPath(s.path), others, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(holderPath(s.path)); err != nil || string(data) != string(others) {
		t.Errorf("%s, %v", data, err)
	}
}
