package store

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"
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
	encoded, err := s.prepare(c)
	if err != nil {
		return Saved{}, err
	}
	saved := Saved{Time: s.now().UTC(), Author: author}
	before := s.Register()
	var j *journal
	err = s.update(func(tx transaction) error {
		j = newJournal(tx, s.state, author, saved.Time, c.Reason)
		j.waiting = s.waiting
		return j.write(c, encoded, action, before, &saved)
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

// prepare checks a change and encodes its records, both at once: next to a
// fast disk each takes as long as the writing.
func (s *Store) prepare(c model.Change) (encoded [][]byte, err error) {
	encoded = make([][]byte, len(c.Put))
	var encoding sync.WaitGroup
	encoding.Go(func() {
		for i, rec := range c.Put {
			encoded[i] = model.AppendJSON(nil, rec)
		}
	})
	err = s.Check(c)
	encoding.Wait()
	return encoded, err
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
	case errors.Is(err, ErrDamaged):
		return err
	case errors.Is(err, errValue) || errors.Is(err, errSeal):
		return s.unread("", err)
	case errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS):
		return ErrReadOnly
	}
	return fmt.Errorf("saving to %s: %w", s.path, asFull(err))
}

// Check returns the *InvalidError or *RecordInUseError with which Save would
// refuse a change. It looks at the records of the change only.
func (s *Store) Check(c model.Change) error {
	r := s.Register()
	var problems []model.Problem
	report := func(rec model.Record, field, format string, args ...any) {
		name := string(rec.Kind()) + " " + rec.Meta().Number
		problems = append(problems, model.Problem{Record: name, Field: field, Text: fmt.Sprintf(format, args...)})
	}
	put := map[model.ID]model.Record{}
	numbers := map[string]model.ID{}
	for _, rec := range c.Put {
		head := rec.Meta()
		if !head.ID.Valid() {
			report(rec, "id", "%q is not a UUID of version 7", head.ID)
		} else if _, twice := put[head.ID]; twice || slices.Contains(c.Delete, head.ID) {
			report(rec, "id", "the change names %s twice", head.ID)
		} else if was, there := r.Record(head.ID); there && was.Kind() != rec.Kind() {
			report(rec, "id", "%s is a %s", head.ID, was.Kind())
		}
		put[head.ID] = rec
		if _, twice := numbers[numberKey(head.Number)]; head.Number == "" {
			report(rec, "number", "it is missing")
		} else if twice {
			report(rec, "number", "the change gives it twice")
		}
		numbers[numberKey(head.Number)] = head.ID
	}
	for number, id := range numbers {
		owner, taken := s.numbers.get(number)
		if _, moves := put[owner]; taken && owner != id && !moves && !slices.Contains(c.Delete, owner) {
			report(put[id], "number", "another record has it")
		}
	}
	find := func(id model.ID) (model.Record, bool) {
		if rec, ok := put[id]; ok {
			return rec, true
		}
		if slices.Contains(c.Delete, id) {
			return nil, false
		}
		return r.Record(id)
	}
	for _, rec := range c.Put {
		problems = append(problems, model.ValidateRecord(rec, find)...)
	}
	if c.Info != nil && c.Info.ID != r.Info().ID && s.numbers.len() > 0 {
		problems = append(problems, model.Problem{Record: string(KindRegister), Field: "id", Text: "it cannot change"})
	}
	for _, id := range c.Delete {
		rec, there := r.Record(id)
		if !there {
			problems = append(problems, model.Problem{Record: string(id), Text: "there is no such record to delete"})
			continue
		}
		users := slices.Clone(r.UsedBy(id))
		users = slices.DeleteFunc(users, func(u model.Use) bool {
			_, changes := put[u.From.Meta().ID] // then what it refers to now is checked above
			return changes || slices.Contains(c.Delete, u.From.Meta().ID)
		})
		if len(users) > 0 {
			return &RecordInUseError{Record: rec, Users: users}
		}
	}
	if len(problems) > 0 {
		return &InvalidError{problems}
	}
	return nil
}
