package store

import (
	"errors"
	"io/fs"
	"syscall"
	"testing"
)

// What the system says of a medium is told as what it means for the register.
func TestErrorsOfTheMedium(t *testing.T) { errorsOfTheMedium(t) }

func errorsOfTheMedium(t *testing.T) {
	t.Helper()
	s := small(t)
	for _, c := range []struct {
		name string
		says error
		want error
	}{
		{"read-only", syscall.EROFS, ErrReadOnly},
		{"no permission", syscall.EACCES, ErrReadOnly},
		{"full", syscall.ENOSPC, syscall.ENOSPC},
		{"taken out", syscall.EIO, syscall.EIO},
		{"damaged", errValue, ErrDamaged},
		{"tampered with", errSeal, ErrTampered},
	} {
		err := s.saveError(&fs.PathError{Op: "write", Path: s.path, Err: c.says})
		if !errors.Is(err, c.want) || c.want != ErrDamaged && errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}
