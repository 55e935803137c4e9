package main

import (
	"errors"

	"fortegnelse/app"
	"fortegnelse/app/session"
	"fortegnelse/model"
	"fortegnelse/model/store"
)

// files opens and makes registers on disk for the window.
type files struct{}

// Open implements app.Files.
func (files) Open(path string) (session.Keeper, error) {
	s, err := store.Open(path)
	if err != nil {
		return nil, reasoned(err)
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

// keeper is a register in a file, as a session needs it.
type keeper struct{ *store.Store }

// Save implements session.Keeper.
func (k keeper) Save(c model.Change, author string) error {
	_, err := k.Store.Save(c, author)
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
