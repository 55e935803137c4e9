package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fortegnelse/model"
)

// Create makes a register in a new file and opens it. The records are
// entered as imported by author. A missing ID and a missing time of creation
// of the register are filled in. Its errors are ErrExists, *InvalidError and
// those of the system.
func Create(path string, info model.Info, records []model.Record, author string) (*Store, error) {
	return create(path, nil, protection{}, info, records, author, time.Now())
}

// CreateProtected is Create for a file that a passphrase protects. It returns
// the recovery key as well, which opens the file too and is kept nowhere.
// ErrShortPassphrase is one more error.
func CreateProtected(path string, passphrase Secret, info model.Info, records []model.Record, author string) (*Store, string, error) {
	p, v, recovery, err := newProtection(passphrase)
	if err != nil {
		return nil, "", err
	}
	defer v.forget()
	s, err := create(path, v, p, info, records, author, time.Now())
	return s, recovery, err
}

func create(path string, v *vault, p protection, info model.Info, records []model.Record, author string, now time.Time) (*Store, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, ErrExists
	}
	now = now.UTC()
	if info.ID == "" {
		info.ID = model.NewID(now)
	}
	if info.Created.IsZero() {
		info.Created = now.Truncate(time.Second)
	}
	register, err := model.NewRegister(info, records)
	if err != nil {
		return nil, &InvalidError{[]model.Problem{{Text: err.Error()}}}
	}
	if problems := model.Validate(register.Content()); len(problems) > 0 {
		return nil, &InvalidError{problems}
	}
	temp, err := newTemp(path)
	if err != nil {
		return nil, fmt.Errorf("making %s: %w", path, err)
	}
	defer os.Remove(temp)
	if err := fill(temp, v, p, func(f *filler) error {
		j := newJournal(f.tx, state{Head: beginning}, author, now, "")
		if err := j.register(info, Created); err != nil {
			return err
		}
		for _, rec := range register.Content().Records() {
			if _, err := j.put(rec, model.AppendJSON(nil, rec), Import); err != nil {
				return err
			}
		}
		return j.finish()
	}); err != nil {
		return nil, fmt.Errorf("making %s: %w", path, err)
	}
	if err := publish(temp, path); err != nil {
		return nil, err
	}
	return open(path, v)
}

// beginning stands where the hash of the entry before the first would stand.
var beginning = strings.Repeat("0", 2*sha256.Size)

// newTemp makes an empty file for what is to bear the name path, beside it.
func newTemp(path string) (string, error) {
	temp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.tmp") // 0600
	if err != nil {
		return "", err
	}
	return temp.Name(), temp.Close()
}

// publish gives a complete file its name, never over an existing one.
func publish(temp, path string) error {
	err := os.Link(temp, path)
	if errors.Is(err, fs.ErrExist) {
		return ErrExists
	}
	if err != nil { // a file system without links
		if _, err := os.Lstat(path); err == nil {
			return ErrExists
		}
		if err := os.Rename(temp, path); err != nil {
			return fmt.Errorf("naming %s: %w", path, err)
		}
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder makes a new name last. Some systems cannot, and need not.
func syncFolder(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("opening %s: %w", dir, err)
	}
	_ = folder.Sync()
	return folder.Close()
}
