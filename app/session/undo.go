package session

import (
	"errors"
	"slices"

	"fortegnelse/model"
)

// Deed says what one action of a person did, so that a menu can name it.
type Deed struct {
	What   What
	Kind   model.Kind // of the record; "" where the register itself was changed
	Number string     // of the record, "B-01"
	More   int        // how many other records it touched
}

// What is what a deed did to its record.
type What string

// What a deed can have done.
const (
	Created  What = "create"
	Changed  What = "change"
	Deleted  What = "delete"
	Register What = "register" // what the register says of itself
)

// remembered is how many actions can be taken back.
const remembered = 200

var (
	// ErrNothing says that there is nothing to undo or redo.
	ErrNothing = errors.New("there is nothing to undo or redo")
	// ErrOvertaken says that an action cannot be undone or redone because
	// what it touched is no longer as it left it.
	ErrOvertaken = errors.New("the record has been changed since in another way")
)

// step is one action that was saved, and how to take it back.
type step struct {
	deed        Deed
	back, forth model.Change
}

// steps are the actions that can be undone and redone, the next one last.
type steps struct{ done, undone []step }

// newStep returns the step that leads from a register over a change; false if
// the change changes nothing.
func newStep(before *model.Register, c model.Change) (step, bool) {
	s := step{back: model.Change{Cause: model.ByUndo}, forth: model.Change{Cause: model.ByRedo}}
	for _, rec := range c.Put {
		id := rec.Meta().ID
		was, there := before.Record(id)
		switch {
		case !there:
			s.back.Delete = append(s.back.Delete, id)
			s.deed.touch(Created, rec)
		case model.Diff(was, rec) != nil:
			s.back.Put = append(s.back.Put, was)
			s.deed.touch(Changed, rec)
		default:
			continue
		}
		s.forth.Put = append(s.forth.Put, rec)
	}
	for _, id := range c.Delete {
		if was, there := before.Record(id); there {
			s.back.Put = append(s.back.Put, was)
			s.forth.Delete = append(s.forth.Delete, id)
			s.deed.touch(Deleted, was)
		}
	}
	if was := before.Info(); c.Info != nil && *c.Info != was {
		now := *c.Info
		s.back.Info, s.forth.Info = &was, &now
		if s.deed.What == "" {
			s.deed.What = Register
		}
	}
	return s, s.deed.What != ""
}

// touch adds a record to what the deed did. The first one gives its name.
func (d *Deed) touch(what What, rec model.Record) {
	if d.What != "" {
		d.More++
		return
	}
	d.What, d.Kind, d.Number = what, rec.Kind(), rec.Meta().Number
}

// did remembers an action; what was undone before can then not be redone.
func (t *steps) did(s step) {
	t.done, t.undone = push(t.done, s), nil
}

func push(stack []step, s step) []step {
	if len(stack) == remembered {
		stack = slices.Delete(stack, 0, 1)
	}
	return append(stack, s)
}

// Undoable returns what Undo would take back.
func (s *Session) Undoable() (Deed, bool) { return last(s.steps.done) }

// Redoable returns what Redo would do again.
func (s *Session) Redoable() (Deed, bool) { return last(s.steps.undone) }

func last(stack []step) (Deed, bool) {
	if len(stack) == 0 {
		return Deed{}, false
	}
	return stack[len(stack)-1].deed, true
}

// Undo takes back the last action that was saved and returns the records that
// it touched. It is itself saved, with an entry in the history. Errors are
// ErrNothing, ErrOvertaken, *InUseError and those of saving; nothing has then
// changed and the action can be undone later.
func (s *Session) Undo() ([]model.ID, error) {
	done := s.steps.done
	if len(done) == 0 {
		return nil, ErrNothing
	}
	top := done[len(done)-1]
	if err := s.fits(top.forth, top.back); err != nil {
		return nil, err
	}
	return s.repeat(top.back, func() {
		s.steps.done, s.steps.undone = done[:len(done)-1], push(s.steps.undone, top)
	})
}

// Redo does again what Undo has taken back last. Its errors are those of
// Undo.
func (s *Session) Redo() ([]model.ID, error) {
	undone := s.steps.undone
	if len(undone) == 0 {
		return nil, ErrNothing
	}
	top := undone[len(undone)-1]
	if err := s.fits(top.back, top.forth); err != nil {
		return nil, err
	}
	return s.repeat(top.forth, func() {
		s.steps.done, s.steps.undone = push(s.steps.done, top), undone[:len(undone)-1]
	})
}

// repeat saves one side of a step and moves the step before anybody hears of
// it.
func (s *Session) repeat(c model.Change, move func()) ([]model.ID, error) {
	if err := s.keeper.Save(c, s.author); err != nil {
		return nil, err
	}
	move()
	return s.announce(c, nil), nil
}

// fits returns an error unless the register is still as one side of a step
// has left it, and no other record refers to what the other side deletes.
func (s *Session) fits(left, next model.Change) error {
	r := s.Register()
	for _, rec := range left.Put {
		now, there := r.Record(rec.Meta().ID)
		if !there || model.Diff(now, rec) != nil {
			return ErrOvertaken
		}
	}
	for _, id := range left.Delete {
		if _, there := r.Record(id); there {
			return ErrOvertaken
		}
	}
	if left.Info != nil && *left.Info != r.Info() {
		return ErrOvertaken
	}
	for _, id := range next.Delete {
		rec, _ := r.Record(id)
		uses := slices.DeleteFunc(slices.Clone(r.UsedBy(id)), func(u model.Use) bool { return touches(next, u.From.Meta().ID) })
		if len(uses) > 0 {
			return &InUseError{rec, uses}
		}
	}
	return nil
}

// touches reports whether a change puts or deletes a record.
func touches(c model.Change, id model.ID) bool {
	return slices.Contains(c.Delete, id) ||
		slices.ContainsFunc(c.Put, func(rec model.Record) bool { return rec.Meta().ID == id })
}
