package store

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"time"

	"fortegnelse/model"
)

// errOlder is the end of opening a file that must be migrated first.
var errOlder = errors.New("the file was written by an older version of the program")

// migrate brings the file at path to the layout of today. It is copied into a
// backup folder first, as it is; the new file takes its name when it is
// complete and verified.
//
// Layout 1 had sequence numbers in the keys of the index, and no protection.
func migrate(path string, key opener) error {
	if err := keepOld(path, key, time.Now()); err != nil {
		return fmt.Errorf("a backup before the migration: %w", err)
	}
	temp, err := newTemp(path)
	if err != nil {
		return err
	}
	defer os.Remove(temp) // fails where it was renamed
	if err := migrateTo(temp, path, key); err != nil {
		return err
	}
	if err := os.Rename(temp, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// migrateTo writes what the file at path holds into the empty file at temp, in
// the layout of today.
func migrateTo(temp, path string, key opener) error {
	err := older(path, key, func(tx transaction, _ *os.File) error {
		var p protection
		if tx.vault != nil {
			var err error
			if p, err = tx.protection(); err != nil {
				return err
			}
		}
		return fill(temp, tx.vault, p, func(f *filler) error { return f.take(tx) })
	})
	if err != nil {
		return err
	}
	return verifyFile(temp, key)
}

// keepOld copies a file that is not of today's layout into its backup folder.
func keepOld(path string, key opener, now time.Time) error {
	return older(path, key, func(tx transaction, file *os.File) error {
		var info model.Info
		var st state
		if err := errors.Join(tx.readMeta(registerKey, &info), tx.readMeta(stateKey, &st)); err != nil {
			return err
		}
		dir, err := folderFor(path)
		if err != nil {
			return err
		}
		kept, err := os.CreateTemp(dir, copyTemp)
		if err != nil {
			return err
		}
		defer os.Remove(kept.Name())
		_, err = io.Copy(kept, io.NewSectionReader(file, 0, math.MaxInt64))
		if err := errors.Join(err, kept.Sync(), kept.Close()); err != nil {
			return err
		}
		err = publish(kept.Name(), copyPath(dir, now, tagOf(info.ID), st.Head))
		if errors.Is(err, ErrExists) { // from a migration that was broken off
			return nil
		}
		return err
	})
}

// older reads a file whatever its layout, as far as all layouts have it.
func older(path string, key opener, read func(transaction, *os.File) error) error {
	db, file, _, err := openChecked(path)
	if err != nil {
		return err
	}
	s := &Store{path: path, db: db, file: file, readOnly: true, now: time.Now}
	err = s.view(func(tx transaction) (err error) {
		if _, err := tx.format(); err != nil && !errors.Is(err, errOlder) {
			return err
		}
		if tx.vault, err = tx.unlock(key); err != nil {
			return err
		}
		defer tx.vault.forget()
		return read(tx, file)
	})
	if err != nil {
		err = s.unread("", err)
	}
	return errors.Join(err, s.Close())
}

// openMigrated opens a file of an older layout for reading only, as it would be
// if it were migrated: a copy that has no name any more, or none that lasts.
func openMigrated(path string, key opener) (*Store, error) {
	temp, err := os.CreateTemp("", "fortegnelse.*.tmp") // 0600
	if err != nil {
		return nil, err
	}
	if err := temp.Close(); err != nil {
		return nil, err
	}
	defer os.Remove(temp.Name()) // fails on Windows, where Close does it
	if err := migrateTo(temp.Name(), path, key); err != nil {
		return nil, err
	}
	s, err := openReadOnly(temp.Name(), key)
	if err != nil {
		return nil, err
	}
	s.path, s.temp = path, temp.Name()
	return s, nil
}
