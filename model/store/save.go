package store

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"time"

	"fortegnelse/model"
)

// Saved tells what a save has changed.
type Saved struct {
	Seq     uint64    // of the first entry in the history, and name of the whole group; 0 where nothing has changed
	Time    time.Time // UTC
	Author  string
	Changes []Change
	Info    bool // what the register says of itself has changed
}

// Change is what a save has done to one record.
type Change struct {
	Action Action
	Before model.Record // nil where the record is new
	After  model.Record // nil where it is deleted
}

// Save stores a change and its history in one transaction: all of it is on
// the disk, or none. Records that do not differ from what is stored make no
// entry. The records of the change belong to the register from then on.
//
// Errors are *InvalidError, *RecordInUseError, ErrReadOnly, ErrClosed,
// *ReplacedError, ErrDamaged and those of the system; the register is then as it was.
func (s *Store) Save(c model.Change, author string) (Saved, error) {
	action, known := actions[c.Cause]
	if !known {
		return Saved{}, fmt.Errorf("saving to %s: unknown cause %q", s.path, c.Cause)
	}
	return s.save(c, author, action)
}

// Import is Save for a change that comes from another file; the history says
// so.
func (s *Store) Import(c model.Change, author string) (Saved, error) {
	return s.save(c, author, Import)
}

func (s *Store) save(c model.Change, author string, action Action) (Saved, error) {
	s.saving.Lock()
	defer s.saving.Unlock()
	if s.closed {
		return Saved{}, ErrClosed
	}
	if s.readOnly {
		return Saved{}, ErrReadOnly
	}
	if err := s.InPlace(); err != nil {
		return Saved{}, err
	}
	saved := Saved{Time: s.now().UTC(), Author: author}
	before := s.Register()
	if err := s.fits(c); err != nil {
		return Saved{}, err
	}
	// Next to a fast disk, checking takes as long as writing: it goes on beside
	// it, and has its say before anything is final.
	invalid := make(chan error, 1)
	go func() { invalid <- s.valid(c) }()
	encoded := make([][]byte, len(c.Put))
	for i, rec := range c.Put {
		encoded[i] = model.AppendJSON(nil, rec)
	}
	var j *journal
	err := s.update(func(tx transaction) error {
		j = newJournal(tx, s.state, author, saved.Time, c.Reason)
		j.waiting = s.waiting
		written := j.write(c, encoded, action, before, &saved)
		return cmp.Or(<-invalid, written)
	})
	if err != nil {
		return Saved{}, s.saveError(err)
	}
	if j.state.Seq == s.state.Seq {
		return Saved{}, nil
	}
	saved.Seq = j.group
	s.state = j.state
	s.numbers.follow(saved.Changes)
	s.register.Store(before.With(c))
	s.counted()
	return saved, nil
}

// write puts a whole change into the transaction.
func (j *journal) write(c model.Change, encoded [][]byte, action Action, before *model.Register, saved *Saved) error {
	if c.Info != nil {
		seq := j.state.Seq
		if err := j.register(*c.Info, action); err != nil {
			return err
		}
		saved.Info = j.state.Seq > seq
	}
	for i, rec := range c.Put {
		changed, err := j.put(rec, encoded[i], action)
		if err != nil {
			return err
		}
		if !changed {
			continue
		}
		was, there := before.Record(rec.Meta().ID)
		did := action
		if there && did == Created {
			did = Changed
		}
		saved.Changes = append(saved.Changes, Change{did, was, rec})
	}
	for _, id := range c.Delete {
		was, _ := before.Record(id)
		if err := j.remove(was, action.or(Deleted)); err != nil {
			return err
		}
		saved.Changes = append(saved.Changes, Change{action.or(Deleted), was, nil})
	}
	if j.state.Seq < j.group {
		return nil
	}
	return j.finish()
}

func (s *Store) saveError(err error) error {
	switch {
	case errors.Is(err, ErrDamaged) || errors.Is(err, ErrInvalid):
		return err
	case errors.Is(err, errValue) || errors.Is(err, errSeal):
		return s.unread("", err)
	case errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS):
		return ErrReadOnly
	}
	return fmt.Errorf("saving to %s: %w", s.path, asFull(err))
}
