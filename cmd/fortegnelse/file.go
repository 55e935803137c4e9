package main

import (
	"errors"
	"fmt"
	"io"
	"time"

	"fortegnelse/app"
	"fortegnelse/app/session"
	"fortegnelse/model"
	"fortegnelse/model/store"
)

// file is a register in a file, as the window needs it.
type file struct {
	*store.Store
	readOnly bool
}

// ReadOnly implements app.File.
func (f file) ReadOnly() bool { return f.readOnly }

// Save implements session.Keeper.
func (f file) Save(c model.Change, author string) error {
	_, err := f.Store.Save(c, author)
	return unwritable(err)
}

// unwritable says why a register cannot be changed in the way of a session.
func unwritable(err error) error {
	switch {
	case errors.Is(err, store.ErrReadOnly):
		return fmt.Errorf("%w: %w", session.ErrReadOnly, err)
	case errors.Is(err, store.ErrReplaced):
		return fmt.Errorf("%w: %w", session.ErrMoved, err)
	case errors.Is(err, store.ErrFull):
		return fmt.Errorf("%w: %w", session.ErrFull, err)
	}
	return err
}

// Protect implements app.File.
func (f file) Protect(passphrase []byte) (string, error) {
	recovery, err := f.Store.Protect(passphrase)
	return recovery, reasoned(err)
}

// Unprotect implements app.File.
func (f file) Unprotect(secret []byte) error { return reasoned(f.Store.Unprotect(secret)) }

// ChangePassphrase implements app.File.
func (f file) ChangePassphrase(secret, next []byte) error {
	return reasoned(f.Store.ChangePassphrase(secret, next))
}

// NewRecoveryKey implements app.File.
func (f file) NewRecoveryKey(secret []byte) (string, error) {
	recovery, err := f.Store.NewRecoveryKey(secret)
	return recovery, reasoned(err)
}

// Attach implements app.Attachments.
func (f file) Attach(r io.ReadSeeker) (string, int64, error) {
	hash, size, err := f.Store.Attach(r)
	return hash, size, unwritable(reasoned(err))
}

// Attached implements app.Attachments.
func (f file) Attached(hash string) (int64, error) {
	size, err := f.Store.Attached(hash)
	return size, reasoned(err)
}

// Extract implements app.Attachments.
func (f file) Extract(w io.Writer, hash string) error { return reasoned(f.Store.Extract(w, hash)) }

// Backup implements app.File.
func (f file) Backup() error {
	err := f.Rotate(time.Now())
	if errors.Is(err, store.ErrClosed) { // the person was quicker
		return nil
	}
	return unkept(err)
}

// BackUpAfter implements app.File.
func (f file) BackUpAfter(changes int, failed func(error)) {
	f.RotateAfter(changes, func(err error) { failed(unkept(err)) })
}

// unkept says where a backup could not be made in the way of the window.
func unkept(err error) error {
	if folder, ok := errors.AsType[*store.BackupFolderError](err); ok {
		return &app.BackupFolderError{Folder: folder.Folder, Beside: folder.Beside, Err: err}
	}
	return err
}

// BackupFolder implements app.File.
func (f file) BackupFolder() string {
	o, err := store.RotateOptionsOf(f.Path())
	if err != nil {
		return "" // what cannot be read does not count
	}
	return o.Folder
}

// SetBackupFolder implements app.File.
func (f file) SetBackupFolder(folder string) error {
	o, err := store.RotateOptionsOf(f.Path())
	if err != nil {
		o = store.RotateOptions{}
	}
	o.Folder = folder
	return f.SetRotateOptions(o)
}

// CopyTo implements app.File.
func (f file) CopyTo(path string) error { return reasoned(f.BackupTo(path, false)) }

// Deletions implements app.File.
func (f file) Deletions() ([]app.Deletion, error) {
	found, err := f.Store.Deletions()
	if err != nil {
		return nil, reasoned(err)
	}
	deletions := make([]app.Deletion, len(found))
	for i, d := range found {
		deletions[i] = app.Deletion{Time: d.Time, Author: d.Author, Record: d.Record}
	}
	return deletions, nil
}

// Restore implements app.File.
func (f file) Restore(id model.ID, author string) (model.Record, error) {
	rec, err := f.Store.Restore(id, author)
	if lost, ok := errors.AsType[*store.LostReferenceError](err); ok {
		return nil, &app.LostReferenceError{Lost: lost.Lost, Err: err}
	}
	return rec, unwritable(err)
}
