package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Backup writes the file as it is now, whole and consistent, while it is open
// and may be saved to. It returns how many bytes it wrote.
func (s *Store) Backup(w io.Writer) (n int64, err error) {
	to := &remembering{Writer: w}
	err = s.view(func(tx transaction) (err error) {
		n, err = tx.WriteTo(to)
		return err
	})
	if to.err != nil { // of which the database keeps the text only
		return n, asFull(to.err)
	}
	if errors.Is(err, io.EOF) { // the file has become shorter
		return n, &DamagedError{Path: s.path, Detail: "it ends too early"}
	}
	return n, asFull(err)
}

// remembering is a writer that keeps the error it ended with.
type remembering struct {
	io.Writer
	err error
}

func (r *remembering) Write(p []byte) (n int, err error) {
	n, r.err = r.Writer.Write(p)
	return n, r.err
}

// BackupTo writes a backup into the file at path. The file is there whole and
// verified or not at all. A file that exists is kept, and the error is
// ErrExists, unless replace is set; the register itself is never replaced.
func (s *Store) BackupTo(path string, replace bool) error {
	return s.deliver(path, replace, func(dir, pattern string) (string, error) {
		temp, _, err := s.copyTo(dir, pattern)
		return temp, err
	})
}

// deliver lets write make a file in a folder, named as by os.CreateTemp, and
// gives it the name path when it is whole.
func (s *Store) deliver(path string, replace bool, write func(dir, pattern string) (temp string, err error)) error {
	if there, err := os.Stat(path); err == nil {
		named, err := os.Stat(s.path) // which may be another file by now
		own := s.isOpen(there) || err == nil && os.SameFile(there, named)
		if !replace || own || !there.Mode().IsRegular() {
			return ErrExists
		}
	}
	temp, err := write(filepath.Dir(path), "."+filepath.Base(path)+".*.tmp")
	if err != nil {
		return err
	}
	defer os.Remove(temp) // fails where it was renamed
	if !replace {
		return publish(temp, path)
	}
	if err := os.Rename(temp, path); err != nil {
		return fmt.Errorf("naming %s: %w", path, err)
	}
	return syncFolder(filepath.Dir(path))
}

// copyTo writes a backup into a new file in dir, named as by os.CreateTemp,
// and verifies it. It returns the path of the file and the hash of the last
// entry of its history.
func (s *Store) copyTo(dir, pattern string) (path, head string, err error) {
	file, err := os.CreateTemp(dir, pattern) // 0600
	if err != nil {
		return "", "", err
	}
	defer func() {
		if err != nil {
			file.Close() // a second Close does no harm
			os.Remove(file.Name())
		}
	}()
	if _, err := s.Backup(file); err != nil {
		return "", "", err
	}
	if err := errors.Join(file.Sync(), file.Close()); err != nil {
		return "", "", fmt.Errorf("writing a copy of %s: %w", s.path, err)
	}
	written, err := openBackup(file.Name(), s.vault)
	if err != nil {
		return "", "", fmt.Errorf("verifying a copy of %s: %w", s.path, err)
	}
	head = written.state.Head
	return file.Name(), head, written.Close()
}

// OpenBackup opens a backup for reading and verifies the whole of it: its
// pages, its checksums and the chain of its history. Its errors are those of
// OpenReadOnly and Verify.
func OpenBackup(path string, secret Secret) (*Store, error) { return openBackup(path, secret) }

func openBackup(path string, key opener) (*Store, error) {
	s, err := openReadOnly(path, key)
	if err != nil {
		return nil, err
	}
	if _, err := s.Verify(); err != nil {
		s.Close() // only read
		return nil, err
	}
	return s, nil
}

// Restore makes a register of a backup in the new file at target. A backup
// that does not verify is not restored. Secret is the passphrase of an
// encrypted backup, else that of the register. Its errors are those of
// OpenBackup, and ErrExists: no file is ever written over.
func Restore(backup, target string, secret Secret) error {
	encrypted, err := IsEncrypted(backup)
	if err != nil {
		return err
	}
	if encrypted {
		return restoreEncrypted(backup, target, secret)
	}
	s, err := OpenBackup(backup, secret)
	if err != nil {
		return err
	}
	defer s.Close() // only read
	return s.BackupTo(target, false)
}
