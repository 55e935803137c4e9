package store

import (
	"errors"
	"fmt"
	"os"
	"runtime"
)

// InPlace returns a *ReplacedError, which is an ErrReplaced, where the path no longer leads to the file
// that is open: it was moved or removed, its folder is gone, or another file,
// such as one that a service for synchronisation has fetched, has taken its
// place. What is saved then would not be found again, so nothing is saved:
// make a copy elsewhere with BackupTo, which needs the open file only.
func (s *Store) InPlace() error {
	if s.temp != "" { // what is open is a copy
		return nil
	}
	there, err := os.Stat(s.path)
	if err != nil {
		return &ReplacedError{Path: s.path, Err: err}
	}
	open, err := s.opened()
	switch {
	case errors.Is(err, os.ErrClosed):
		return ErrClosed
	case err != nil:
		return &ReplacedError{Path: s.path, Err: err}
	case !os.SameFile(open, there):
		return &ReplacedError{Path: s.path}
	}
	return nil
}

// opened describes the file that is open, wherever it is now.
func (s *Store) opened() (os.FileInfo, error) {
	s.using.RLock()
	defer s.using.RUnlock()
	return s.file.Stat()
}

// isOpen reports whether a file is the one that is open.
func (s *Store) isOpen(other os.FileInfo) bool {
	open, err := s.opened()
	return err == nil && os.SameFile(open, other)
}

// ReplacedError says that a register is no longer where it was opened. It is
// an ErrReplaced.
type ReplacedError struct {
	Path string
	Err  error // why there is no file any more; nil where there is another one
}

func (e *ReplacedError) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("%v: another file is there", ErrReplaced)
	}
	return fmt.Sprintf("%v: %v", ErrReplaced, e.Err)
}

// Is reports whether target is ErrReplaced.
func (e *ReplacedError) Is(target error) bool { return target == ErrReplaced }

// ownerOnly takes the rights of others to a file or folder away, as far as
// they have any. It is allowed to fail: not every medium knows rights, and a
// file may belong to somebody else.
func ownerOnly(path string) {
	if runtime.GOOS == "windows" { // it has other means
		return
	}
	if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o077 != 0 {
		_ = os.Chmod(path, info.Mode().Perm()&0o700)
	}
}
