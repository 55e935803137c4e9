package store

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// medium runs a test on a medium of its own, of so many bytes, which it mounts
// without touching the mounts of others: in a process that has its own. Where
// the system does not allow that, only what it says is looked at.
func medium(t *testing.T, size string, test func(t *testing.T, dir string)) {
	t.Helper()
	const inside = "FORTEGNELSE_TEST_MOUNTS"
	if os.Getenv(inside) == "" {
		c := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
		c.Env = append(os.Environ(), inside+"=1")
		c.SysProcAttr = &syscall.SysProcAttr{
			Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
			UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
		}
		said, err := c.CombinedOutput()
		var failed *exec.ExitError
		switch {
		case errors.As(err, &failed):
			t.Errorf("%v\n%s", err, said)
		case err != nil:
			t.Logf("no mounts of its own: %v", err)
			errorsOfTheMedium(t)
		}
		return
	}
	dir := filepath.Join(t.TempDir(), "medium")
	err := os.Mkdir(dir, 0o700)
	if err == nil {
		err = syscall.Mount("medium", dir, "tmpfs", 0, "mode=0700,size="+size)
	}
	if errors.Is(err, syscall.EPERM) {
		errorsOfTheMedium(t)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) }) // the test may have done it
	test(t, dir)
}

// onMedium makes a register on a medium.
func onMedium(t *testing.T, dir string) *Store {
	t.Helper()
	s := small(t)
	path := filepath.Join(dir, "x.fortegnelse")
	for _, err := range []error{s.BackupTo(path, false), s.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	s, err := Open(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestReadOnlyMedium(t *testing.T) {
	medium(t, "4m", func(t *testing.T, dir string) {
		s := onMedium(t, dir)
		retitle(t, s, "Før")
		rotated(t, s, newYear)
		old, err := os.ReadFile(layout1(t))
		for _, err := range []error{
			err, s.Close(), os.WriteFile(filepath.Join(dir, "old.fortegnelse"), old, 0o600),
			syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		if _, err := Open(s.path, nil); !errors.Is(err, ErrReadOnly) {
			t.Errorf("Open = %v, want %v", err, ErrReadOnly)
		}
		r, err := OpenReadOnly(s.path, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if _, err := r.Verify(); err != nil || r.Register().Content().Records()[0].Name() != "Før" {
			t.Errorf("Verify = %v of %v", err, r.Register().Content().Records())
		}
		if err := r.Rotate(newYear); err != nil {
			t.Errorf("Rotate = %v, though there is a copy", err)
		}
		if err := r.SetRotateOptions(RotateOptions{Days: 1}); !errors.Is(err, syscall.EROFS) {
			t.Errorf("SetRotateOptions = %v, want %v", err, syscall.EROFS)
		}
		if _, ok := NewestBackup(s.path); !ok {
			t.Error("there is no backup")
		}
		older, err := OpenReadOnly(filepath.Join(dir, "old.fortegnelse"), nil)
		if err != nil {
			t.Fatal(err)
		}
		defer older.Close()
		sameAsLayout1(t, older)
	})
}

func TestFullMedium(t *testing.T) {
	medium(t, "1m", func(t *testing.T, dir string) {
		s := onMedium(t, dir)
		retitle(t, s, "Før")
		filler := filepath.Join(dir, "filler")
		if err := os.WriteFile(filler, make([]byte, 2<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
			t.Fatalf("the medium takes everything: %v", err)
		}
		m := titled("Efter")
		m.Head = *s.Register().Content().Records()[0].Meta()
		var err error
		for saves := 0; err == nil && saves < 1000; saves++ { // the file may have room for some
			m.Title += " igen"
			err = saveOne(s, m)
		}
		last := s.Register().Content().Records()[0].Name()
		if !errors.Is(err, syscall.ENOSPC) || last == m.Title {
			t.Errorf("Save = %v, want %v", err, syscall.ENOSPC)
		}
		if err := s.Rotate(newYear); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("Rotate = %v, want %v", err, syscall.ENOSPC)
		}
		if left, err := os.ReadDir(BackupFolder(s.path)); err == nil && len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
		if err := os.Remove(filler); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Verify(); err != nil || s.Register().Content().Records()[0].Name() != last {
			t.Errorf("Verify = %v, the register shows another title than %q", err, last)
		}
		retitle(t, s, "Videre")
		rotated(t, s, newYear)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if s, err = Open(s.path, nil); err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if got := s.Register().Content().Records()[0].Name(); got != "Videre" {
			t.Errorf("the register shows %q", got)
		}
	})
}

// A stick is pulled out: nothing is written where it was, and what was open
// can be copied elsewhere.
func TestMediumPulledOut(t *testing.T) {
	medium(t, "4m", func(t *testing.T, dir string) {
		s := onMedium(t, dir)
		retitle(t, s, "Før")
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Fatal(err)
		}
		lostItsPlace(t, s, true)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("left where the stick was: %v, %v", left, err)
		}
	})
}
