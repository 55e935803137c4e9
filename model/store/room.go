package store

import (
	"errors"
	"runtime"
	"strings"
	"syscall"
)

// ErrFull says that there is no room for what is to be written: the disk is
// full, the person's share of it used up, or the file as large as it may be.
var ErrFull = errors.New("there is no room left on the disk")

// fullError is an ErrFull, and an ENOSPC for those who know the system.
type fullError struct{ err error }

func (e *fullError) Error() string { return e.err.Error() }

func (e *fullError) Unwrap() error { return e.err }

func (e *fullError) Is(target error) bool { return target == ErrFull || target == syscall.ENOSPC }

// asFull makes an error an ErrFull if that is what it says. The database hands
// some errors of the system on as text only.
func asFull(err error) error {
	if err == nil || errors.Is(err, ErrFull) {
		return err
	}
	signs := []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}
	if runtime.GOOS == "windows" {
		signs = []syscall.Errno{39, 112} // ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
	}
	for _, sign := range signs {
		if errors.Is(err, sign) || strings.HasSuffix(err.Error(), sign.Error()) {
			return &fullError{err}
		}
	}
	return err
}
