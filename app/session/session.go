// Package session holds one open register for the screens: the snapshot they
// show, the words they speak, and the one way to save. A screen never calls
// another; it listens to the session's events.
package session

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"fortegnelse/model"
	"fortegnelse/model/words"
)

// Keeper keeps a register on disk. Save is all or nothing and durable when it
// returns.
type Keeper interface {
	Register() *model.Register
	Save(change model.Change, author string) error
	Path() string
	Close() error
}

// Event tells what a save or a change of language did. Screens show the
// session's snapshot anew if it concerns them.
type Event struct {
	Changed  []model.ID // records put or deleted
	Language bool       // all words are others now
	From     any        // who saved, so that a screen can skip its own event
}

// Session is one open register in one window. It belongs to the goroutine of
// the user interface.
type Session struct {
	keeper    Keeper
	author    string
	catalogue *words.Catalogue
	reason    string // of what is saved from now on
	saved     time.Time
	cause     model.Cause // of what was saved last
	steps     steps
	listeners []*listener
	now       func() time.Time
}

type listener struct{ hear func(Event) }

// New opens a session on a register. Author is written into the history with
// each change; now tells the time.
func New(keeper Keeper, author string, catalogue *words.Catalogue, now func() time.Time) *Session {
	return &Session{keeper: keeper, author: author, catalogue: catalogue, now: now}
}

// Register returns the snapshot to show.
func (s *Session) Register() *model.Register { return s.keeper.Register() }

// Words returns the catalogue of the screen's language.
func (s *Session) Words() *words.Catalogue { return s.catalogue }

// Path returns the file that holds the register.
func (s *Session) Path() string { return s.keeper.Path() }

// Now tells the time, Today the date, where the user sits.
func (s *Session) Now() time.Time { return s.now() }

// Today returns the date where the user sits.
func (s *Session) Today() model.Date { return model.DateOf(s.now()) }

// Saved returns when the last change was saved; zero if none was.
func (s *Session) Saved() time.Time { return s.saved }

// Cause returns how what was saved last came about.
func (s *Session) Cause() model.Cause { return s.cause }

// Close closes the register.
func (s *Session) Close() error { return s.keeper.Close() }

// Listen calls hear after each event, until the returned function is called.
func (s *Session) Listen(hear func(Event)) (stop func()) {
	l := &listener{hear}
	s.listeners = append(s.listeners, l)
	return func() {
		s.listeners = slices.DeleteFunc(s.listeners, func(other *listener) bool { return other == l })
	}
}

func (s *Session) tell(e Event) {
	for _, l := range slices.Clone(s.listeners) {
		l.hear(e)
	}
}

// SetWords changes the language of the screen.
func (s *Session) SetWords(c *words.Catalogue) {
	s.catalogue = c
	s.tell(Event{Language: true})
}

// Save saves a change, which is one action to undo; from is passed on in the
// event.
func (s *Session) Save(change model.Change, from any) error {
	if change.Reason == "" {
		change.Reason = s.reason
	}
	action, changes := newStep(s.Register(), change)
	if err := s.keeper.Save(change, s.author); err != nil {
		return err
	}
	if changes {
		s.steps.did(action)
	}
	s.announce(change, from)
	return nil
}

// announce tells the listeners of a change that is saved, and returns the
// records it touched.
func (s *Session) announce(change model.Change, from any) []model.ID {
	s.saved, s.cause = s.now(), change.Cause
	changed := slices.Clone(change.Delete)
	for _, rec := range change.Put {
		changed = append(changed, rec.Meta().ID)
	}
	s.tell(Event{From: from, Changed: changed})
	return changed
}

// Reasons why a register cannot be saved, which a keeper gives.
var (
	// ErrReadOnly says that the register can be read and not changed.
	ErrReadOnly = errors.New("the register can only be read")
	// ErrMoved says that its file is no longer where it was opened.
	ErrMoved = errors.New("the file of the register is no longer where it was opened")
	// ErrFull says that there is no room left on the disk.
	ErrFull = errors.New("the disk is full")
)

// ErrGone says that the record to be edited no longer exists.
var ErrGone = errors.New("the record no longer exists")

// Edit changes one record: it calls edit on a copy and saves the copy if it
// differs.
func (s *Session) Edit(id model.ID, from any, edit func(model.Record) error) error {
	rec, ok := s.Register().Record(id)
	if !ok {
		return ErrGone
	}
	c := model.Clone(rec)
	if err := edit(c); err != nil {
		return err
	}
	if model.Diff(rec, c) == nil {
		return nil
	}
	return s.Save(model.Change{Put: []model.Record{c}}, from)
}

// Create saves a new record of a kind, after fill has set what is known of
// it, and returns it.
func (s *Session) Create(kind model.Kind, fill func(model.Record)) (model.Record, error) {
	rec, err := model.New(kind)
	if err != nil {
		return nil, err
	}
	return s.add(rec, fill)
}

// Duplicate saves a copy of a record under a new number; mark changes the
// copy's name.
func (s *Session) Duplicate(id model.ID, mark func(model.Record)) (model.Record, error) {
	rec, ok := s.Register().Record(id)
	if !ok {
		return nil, ErrGone
	}
	return s.add(model.Clone(rec), mark)
}

func (s *Session) add(rec model.Record, fill func(model.Record)) (model.Record, error) {
	head := rec.Meta()
	head.ID = model.NewID(s.now())
	head.Number = s.Register().NextNumber(rec.Kind())
	head.Status = model.Draft
	if fill != nil {
		fill(rec)
	}
	if err := s.Save(model.Change{Put: []model.Record{rec}}, nil); err != nil {
		return nil, err
	}
	return rec, nil
}

// Restore brings a deleted record back and shows it. Back is what does so in
// the file, and returns the record as it is stored.
func (s *Session) Restore(id model.ID, back func(id model.ID, author string) (model.Record, error)) (model.Record, error) {
	before := s.Register()
	rec, err := back(id, s.author)
	if err != nil {
		return nil, err
	}
	change := model.Change{Put: []model.Record{rec}, Cause: model.ByRestore}
	if action, changes := newStep(before, change); changes {
		s.steps.did(action)
	}
	s.announce(change, nil)
	return rec, nil
}

// InUseError says that a record cannot be deleted because others refer to
// it.
type InUseError struct {
	Record model.Record
	Uses   []model.Use
}

func (e *InUseError) Error() string {
	return fmt.Sprintf("%s is used by %d other records", e.Record.Meta().Number, len(e.Uses))
}

// Delete deletes a record that no other record refers to.
func (s *Session) Delete(id model.ID) error {
	rec, ok := s.Register().Record(id)
	if !ok {
		return ErrGone
	}
	uses := slices.DeleteFunc(slices.Clone(s.Register().UsedBy(id)), func(u model.Use) bool { return u.From.Meta().ID == id })
	if len(uses) > 0 {
		return &InUseError{rec, uses}
	}
	return s.Save(model.Change{Delete: []model.ID{id}}, nil)
}

// Reason returns why changes are made now, in the person's own words; "" where
// nobody has said so.
func (s *Session) Reason() string { return s.reason }

// SetReason has a reason written into the history with each change that is
// saved from now on, but not with what is undone or redone.
func (s *Session) SetReason(reason string) { s.reason = reason }

// SetAuthor changes who is written into the history from now on.
func (s *Session) SetAuthor(author string) { s.author = author }
