package main

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"fortegnelse/app"
	"fortegnelse/model"
	"fortegnelse/model/store"
)

// files opens and makes registers on disk for the window.
type files struct{}

// Open implements app.Files.
func (files) Open(path string, secret []byte) (app.File, error) {
	s, err := store.Open(path, secret)
	if errors.Is(err, store.ErrReadOnly) {
		s, err = store.OpenReadOnly(path, secret)
		if err == nil {
			return file{s, true}, nil
		}
	}
	if err != nil {
		return nil, withBackup(path, reasoned(named(path, err)))
	}
	return file{s, false}, nil
}

// Create implements app.Files.
func (files) Create(path string, info model.Info, records []model.Record, author string, passphrase []byte) (app.File, string, error) {
	var s *store.Store
	var recovery string
	var err error
	if passphrase == nil {
		s, err = store.Create(path, info, records, author)
	} else {
		s, recovery, err = store.CreateProtected(path, passphrase, info, records, author)
	}
	if err != nil {
		return nil, "", reasoned(err)
	}
	return file{s, false}, recovery, nil
}

// Restore implements app.Files.
func (files) Restore(backup, target string, secret []byte) error {
	return reasoned(store.Restore(backup, target, secret))
}

// Backups implements app.Files.
func (files) Backups(path string) []app.Backup {
	var backups []app.Backup
	for _, c := range store.Copies(path) {
		backups = append(backups, app.Backup{Path: c.Path, Taken: c.Taken})
	}
	return backups
}

// Risk implements app.Files.
func (files) Risk(path string) (app.Risk, string) {
	if service, ok := store.SyncedFolder(path); ok {
		return app.Synced, service
	}
	if store.NetworkFolder(path) {
		return app.Network, ""
	}
	return app.NoRisk, ""
}

// ExportNewer implements app.Files.
func (files) ExportNewer(path, target string, secret []byte) error {
	return wholeFile(target, func(w io.Writer) error { return reasoned(store.ExportNewer(path, secret, w)) })
}

// wholeFile writes a new file that only the person may read; one that fails is
// removed.
func wholeFile(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		os.Remove(path) // it is not whole
	}
	return err
}

// MinPassphrase implements app.Files.
func (files) MinPassphrase() int { return store.MinPassphrase }

// named turns the errors that say nothing but that a file is missing or cannot
// be written into those of the system, which name it.
func named(path string, err error) error {
	switch {
	case errors.Is(err, store.ErrNotFound):
		return &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
	case errors.Is(err, store.ErrReadOnly):
		return &fs.PathError{Op: "open", Path: path, Err: fs.ErrPermission}
	}
	return err
}

// withBackup adds the newest whole backup to the error for a file that cannot
// be read, or is not to be trusted, if there is one.
func withBackup(path string, err error) error {
	var failed *app.FileError
	if !errors.As(err, &failed) {
		return err
	}
	switch failed.Reason {
	case app.Damaged, app.Tampered, app.NotRegister:
		if backup, ok := store.NewestBackup(path); ok {
			failed.Backup = app.Backup{Path: backup.Path, Taken: backup.Taken}
		}
	}
	return err
}

// reasons are the errors of the store that the window can say in the person's
// language.
var reasons = []struct {
	err    error
	reason app.Reason
}{
	{store.ErrInUse, app.InUse},
	{store.ErrProtected, app.Protected},
	{store.ErrWrongPassphrase, app.WrongPassphrase},
	{store.ErrTooLarge, app.TooLarge},
	{store.ErrEmptyDocument, app.DocumentEmpty},
	{store.ErrReadTwice, app.DocumentChanges},
	{store.ErrNotAttached, app.NotAttached},
	{store.ErrTampered, app.Tampered},
	{store.ErrDamaged, app.Damaged},
	{store.ErrNotRegister, app.NotRegister},
	{store.ErrNewerSchema, app.Newer},
	{store.ErrExists, app.Exists},
	{store.ErrNothingRescued, app.NothingRescued},
	{store.ErrKeyLost, app.KeyLost},
}

// reasoned turns an error of the store into one that the window can say.
func reasoned(err error) error {
	var copies *store.CopiesError
	if errors.As(err, &copies) {
		return &app.CopiesError{Paths: copies.Paths, Err: err}
	}
	for _, r := range reasons {
		if !errors.Is(err, r.err) {
			continue
		}
		said := &app.FileError{Reason: r.reason, Err: err}
		if inUse, ok := errors.AsType[*store.InUseError](err); ok {
			said.By, said.Since = inUse.By, inUse.Since
		}
		if damaged, ok := errors.AsType[*store.DamagedError](err); ok {
			said.Detail = damaged.Detail
		}
		if tampered, ok := errors.AsType[*store.TamperedError](err); ok {
			said.Detail = tampered.Detail
		}
		return said
	}
	return unwritable(err)
}
