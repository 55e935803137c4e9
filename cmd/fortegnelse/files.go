package main

import (
	"errors"
	"io/fs"
	"time"

	"fortegnelse/app"
	"fortegnelse/app/session"
	"fortegnelse/model"
	"fortegnelse/model/store"
)

// files opens and makes registers on disk for the window.
type files struct{}

// Open implements app.Files.
func (files) Open(path string) (session.Keeper, error) {
	s, err := store.Open(path, nil)
	if err != nil {
		return nil, withBackup(path, reasoned(named(path, err)))
	}
	return keeper{s}, nil
}

// Create implements app.Files.
func (files) Create(path string, info model.Info, records []model.Record, author string) (session.Keeper, error) {
	s, err := store.Create(path, info, records, author)
	if err != nil {
		return nil, reasoned(err)
	}
	return keeper{s}, nil
}

// Backup implements app.Files.
func (files) Backup(k session.Keeper) error {
	err := k.(keeper).Rotate(time.Now())
	if errors.Is(err, store.ErrClosed) { // the person was quicker
		return nil
	}
	return err
}

// Restore implements app.Files.
func (files) Restore(backup, target string) error { return reasoned(store.Restore(backup, target, nil)) }

// keeper is a register in a file, as a session needs it.
type keeper struct{ *store.Store }

// Save implements session.Keeper.
func (k keeper) Save(c model.Change, author string) error {
	_, err := k.Store.Save(c, author)
	return err
}

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
// be read, if there is one.
func withBackup(path string, err error) error {
	var file *app.FileError
	if errors.As(err, &file) && (file.Reason == app.Damaged || file.Reason == app.NotRegister) {
		if backup, ok := store.NewestBackup(path); ok {
			file.Backup = app.Backup{Path: backup.Path, Taken: backup.Taken}
		}
	}
	return err
}

// reasoned turns an error of the store into one that the window can say in
// the person's language.
func reasoned(err error) error {
	var inUse *store.InUseError
	switch {
	case errors.As(err, &inUse):
		return &app.FileError{Reason: app.InUse, By: inUse.By, Err: err}
	case errors.Is(err, store.ErrInUse):
		return &app.FileError{Reason: app.InUse, Err: err}
	case errors.Is(err, store.ErrDamaged):
		return &app.FileError{Reason: app.Damaged, Err: err}
	case errors.Is(err, store.ErrNotRegister):
		return &app.FileError{Reason: app.NotRegister, Err: err}
	case errors.Is(err, store.ErrNewerSchema):
		return &app.FileError{Reason: app.Newer, Err: err}
	case errors.Is(err, store.ErrExists):
		return &app.FileError{Reason: app.Exists, Err: err}
	}
	return err
}
