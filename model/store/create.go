package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"fortegnelse/model"
)

// Create makes a register in a new file and opens it. The records are
// entered as imported by author. A missing ID and a missing time of creation
// of the register are filled in. Its errors are ErrExists, *InvalidError and
// those of the system.
func Create(path string, info model.Info, records []model.Record, author string) (*Store, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, ErrExists
	}
	now := time.Now().UTC()
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
	temp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.tmp") // 0600
	if err != nil {
		return nil, fmt.Errorf("making %s: %w", path, err)
	}
	defer os.Remove(temp.Name())
	if err := temp.Close(); err != nil {
		return nil, fmt.Errorf("making %s: %w", path, err)
	}
	if err := fill(temp.Name(), info, register.Content().Records(), author, now); err != nil {
		return nil, fmt.Errorf("making %s: %w", path, err)
	}
	if err := publish(temp.Name(), path); err != nil {
		return nil, err
	}
	return Open(path)
}

// fill makes the database in an empty file.
func fill(path string, info model.Info, records []model.Record, author string, now time.Time) error {
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: lockTimeout})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error {
		for _, name := range buckets {
			if _, err := tx.CreateBucket(name); err != nil {
				return err
			}
		}
		format := formatInfo{Format: model.Format, File: fileVersion, Schema: model.SchemaVersion, Created: now}
		if err := putMeta(tx, formatKey, format); err != nil {
			return err
		}
		j := newJournal(tx, state{Head: strings.Repeat("0", 64)}, author, now, "")
		if err := j.register(info, Created); err != nil {
			return err
		}
		for _, rec := range records {
			if _, err := j.put(rec, model.AppendJSON(nil, rec), Import); err != nil {
				return err
			}
		}
		return j.finish()
	})
	return errors.Join(err, db.Close())
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
