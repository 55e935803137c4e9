package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"fortegnelse/model"
)

// fullDisk names the folder in which a child works on a disk that is full.
const fullDisk = "FORTEGNELSE_TEST_FULL_DISK"

// On a disk that is full at any write, what is under way fails with an error that
// says so, nothing is lost, and when there is room again work goes on. It is
// tried on a small tmpfs, if the system lets a user mount one for itself, and
// with files that may not grow.
func TestFullDisk(t *testing.T) {
	if dir := os.Getenv(fullDisk); dir != "" {
		t.Run("child", func(t *testing.T) { fillDisk(t, dir) })
		return
	}
	run := func(t *testing.T, how string, command ...string) {
		dir := t.TempDir()
		child := exec.Command(command[0], command[1:]...)
		child.Env = append(os.Environ(), fullDisk+"="+dir, "FORTEGNELSE_TEST_FULL_HOW="+how)
		out, err := child.CombinedOutput()
		if err != nil {
			t.Errorf("%v\n%s", err, out)
			return
		}
		for line := range strings.Lines(string(out)) {
			if strings.Contains(line, "failed for want of room") {
				t.Log(strings.TrimSpace(line))
			}
		}
		if !bytes.Contains(out, []byte("failed for want of room")) {
			t.Errorf("nothing was tried:\n%s", out)
		}
	}
	self := []string{os.Args[0], "-test.run=^TestFullDisk$", "-test.v"}
	t.Run("files that cannot grow", func(t *testing.T) { run(t, "limit", self...) })
	t.Run("tmpfs", func(t *testing.T) {
		mount := `mount -t tmpfs -o size=3m,mode=700 none "$FORTEGNELSE_TEST_FULL_DISK" || exit 77; exec "$@"`
		shell := []string{"unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, "sh"}
		if os.Geteuid() == 0 {
			shell = slices.Delete(shell, 1, 3)
		}
		probe := exec.Command(shell[0], slices.Concat(shell[1:], []string{"true"})...)
		probe.Env = append(os.Environ(), fullDisk+"="+t.TempDir())
		if out, err := probe.CombinedOutput(); err != nil {
			t.Logf("no tmpfs can be mounted here, files that cannot grow must do: %v %s", err, out)
			return
		}
		run(t, "tmpfs", slices.Concat(shell, self)...)
	})
}

// room says how the child makes the disk full, and makes room again.
type room struct {
	t      *testing.T
	dir    string
	limits bool
	limit  syscall.Rlimit
}

// less leaves room for so many bytes, in each file or on the disk.
func (r *room) less(bytes int64) {
	r.t.Helper()
	if r.limits {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: uint64(bytes), Max: r.limit.Max}); err != nil {
			r.t.Fatal(err)
		}
		return
	}
	var disk syscall.Statfs_t
	if err := syscall.Statfs(r.dir, &disk); err != nil {
		r.t.Fatal(err)
	}
	if free := int64(disk.Bavail)*disk.Bsize - bytes; free > 0 {
		if err := os.WriteFile(filepath.Join(r.dir, "ballast"), make([]byte, free), 0o600); err != nil {
			r.t.Fatal(err)
		}
	}
}

func (r *room) more() {
	r.t.Helper()
	if r.limits {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &r.limit); err != nil {
			r.t.Fatal(err)
		}
		return
	}
	if err := os.Remove(filepath.Join(r.dir, "ballast")); err != nil && !errors.Is(err, os.ErrNotExist) {
		r.t.Fatal(err)
	}
}

// fillDisk does everything that writes with ever less room.
func fillDisk(t *testing.T, dir string) {
	cheap(t)
	signal.Ignore(syscall.SIGXFSZ)
	r := &room{t: t, dir: dir, limits: os.Getenv("FORTEGNELSE_TEST_FULL_HOW") == "limit"}
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &r.limit); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "x.fortegnelse")
	big := func() *model.Measure {
		m := titled("Stor")
		m.Notes = strings.Repeat("Bemærkning. ", 8000)
		return m
	}
	for _, c := range []struct {
		name string
		do   func(s *Store) error
	}{
		{"save", func(s *Store) error {
			for range 40 {
				if _, err := s.Save(model.Change{Put: []model.Record{big()}}, "dpo"); err != nil {
					return err
				}
			}
			return nil
		}},
		{"attach", func(s *Store) error {
			_, _, err := s.Attach(bytes.NewReader(bytes.Repeat([]byte(fmt.Sprint(time.Now())), 40_000)))
			return err
		}},
		{"backup", func(s *Store) error { return s.BackupTo(filepath.Join(dir, "backup"), true) }},
		{"rotate", func(s *Store) error { return s.Rotate(time.Now()) }},
		{"protect", func(s *Store) error { _, err := s.Protect(passphrase); return err }},
		{"create", func(*Store) error {
			s, err := Create(filepath.Join(dir, "other"), model.Info{Name: "y"}, []model.Record{big(), big(), big()}, "dpo")
			if err != nil {
				return err
			}
			return errors.Join(s.Close(), os.Remove(filepath.Join(dir, "other")))
		}},
		{"restore", func(s *Store) error {
			defer os.Remove(filepath.Join(dir, "restored"))
			return Restore(filepath.Join(dir, "kept"), filepath.Join(dir, "restored"), nil)
		}},
		{"rescue", func(s *Store) error {
			defer os.Remove(filepath.Join(dir, "rescued"))
			_, err := Rescue(filepath.Join(dir, "kept"), filepath.Join(dir, "rescued"), nil, "dpo")
			return err
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			failed := 0
			for _, bytes := range []int64{0, 4096, 20_000, 70_000, 150_000, 300_000} {
				if removed, err := filepath.Glob(filepath.Join(dir, "*")); err == nil {
					for _, old := range removed {
						if err := os.RemoveAll(old); err != nil {
							t.Fatal(err)
						}
					}
				}
				s, err := Create(path, model.Info{Name: "x"}, []model.Record{titled("a"), big()}, "dpo")
				if err != nil {
					t.Fatal(err)
				}
				if err := s.BackupTo(filepath.Join(dir, "kept"), false); err != nil {
					t.Fatal(err)
				}
				room := *r
				room.t = t
				room.less(bytes)
				err = c.do(s)
				room.more()
				if err != nil {
					failed++
					if !errors.Is(err, ErrFull) || !errors.Is(err, syscall.ENOSPC) {
						t.Errorf("with %d bytes: %v", bytes, err)
					}
				}
				s = goesOn(t, s, path)
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			}
			if failed == 0 {
				t.Error("there was always room")
			}
			t.Logf("%s: %d times failed for want of room", c.name, failed)
		})
	}
}

// goesOn looks whether nothing is lost after the disk was full: the store can be
// saved to, and so can the file when it is opened again.
func goesOn(t *testing.T, s *Store, path string) *Store {
	t.Helper()
	want := s.Register()
	retitle(t, s, "Videre")
	if _, err := s.Verify(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	var secret Secret
	if protected, err := Inspect(path); err != nil {
		t.Fatal(err)
	} else if protected {
		secret = passphrase
	}
	again, err := Open(path, secret)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := again.Verify(); err != nil {
		t.Error(err)
	}
	if got, want := len(again.Register().Content().Records()), len(want.Content().Records()); got != want {
		t.Errorf("%d records, want %d", got, want)
	}
	retitle(t, again, "Videre igen")
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".*.tmp"))
	if err != nil || len(left) > 0 {
		t.Errorf("left over: %v %v", left, err)
	}
	return again
}
