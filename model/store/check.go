package store

import (
	"fmt"
	"slices"

	"fortegnelse/model"
)

// Check returns the *InvalidError or *RecordInUseError with which Save would
// refuse a change. It looks at the records of the change only.
func (s *Store) Check(c model.Change) error {
	if err := s.fits(c); err != nil {
		return err
	}
	return s.valid(c)
}

// fits checks that the records of a change have their place in the register:
// IDs, numbers, and that nothing is deleted that is referred to. It is quick.
func (s *Store) fits(c model.Change) error {
	f := &candidate{register: s.Register(), change: c, put: map[model.ID]model.Record{}}
	f.ids()
	f.numbers(&s.numbers)
	if c.Info != nil && c.Info.ID != f.register.Info().ID && s.numbers.len() > 0 {
		f.problems = append(f.problems, model.Problem{Record: string(KindRegister), Field: "id", Text: "it cannot change"})
	}
	if err := f.deletions(); err != nil {
		return err
	}
	if len(f.problems) > 0 {
		return &InvalidError{f.problems}
	}
	return nil
}

// candidate is a change beside the register that it is for.
type candidate struct {
	register *model.Register
	change   model.Change
	put      map[model.ID]model.Record
	problems []model.Problem
}

func (f *candidate) report(rec model.Record, field, format string, args ...any) {
	name := string(rec.Kind()) + " " + rec.Meta().Number
	f.problems = append(f.problems, model.Problem{Record: name, Field: field, Text: fmt.Sprintf(format, args...)})
}

func (f *candidate) ids() {
	for _, rec := range f.change.Put {
		head := rec.Meta()
		if !head.ID.Valid() {
			f.report(rec, "id", "%q is not a UUID of version 7", head.ID)
		} else if _, twice := f.put[head.ID]; twice || slices.Contains(f.change.Delete, head.ID) {
			f.report(rec, "id", "the change names %s twice", head.ID)
		} else if was, there := f.register.Record(head.ID); there && was.Kind() != rec.Kind() {
			f.report(rec, "id", "%s is a %s", head.ID, was.Kind())
		}
		f.put[head.ID] = rec
	}
}

func (f *candidate) numbers(known *numbers) {
	given := map[string]bool{}
	for _, rec := range f.change.Put {
		head := rec.Meta()
		key := numberKey(head.Number)
		owner, taken := known.get(head.Number)
		_, moves := f.put[owner]
		switch {
		case head.Number == "":
			f.report(rec, "number", "it is missing")
		case given[key]:
			f.report(rec, "number", "the change gives it twice")
		case taken && owner != head.ID && !moves && !slices.Contains(f.change.Delete, owner):
			f.report(rec, "number", "another record has it")
		}
		given[key] = true
	}
}

func (f *candidate) deletions() error {
	for _, id := range f.change.Delete {
		rec, there := f.register.Record(id)
		if !there {
			f.problems = append(f.problems, model.Problem{Record: string(id), Text: "there is no such record to delete"})
			continue
		}
		users := slices.DeleteFunc(slices.Clone(f.register.UsedBy(id)), func(u model.Use) bool {
			_, changes := f.put[u.From.Meta().ID] // then valid looks at what it refers to now
			return changes || slices.Contains(f.change.Delete, u.From.Meta().ID)
		})
		if len(users) > 0 {
			return &RecordInUseError{Record: rec, Users: users}
		}
	}
	return nil
}

// valid checks what the records of a change say: required fields, codes, forms
// and references.
func (s *Store) valid(c model.Change) error {
	r := s.Register()
	put := make(map[model.ID]model.Record, len(c.Put))
	for _, rec := range c.Put {
		put[rec.Meta().ID] = rec
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
	var problems []model.Problem
	for _, rec := range c.Put {
		problems = append(problems, model.ValidateRecord(rec, find)...)
	}
	if len(problems) > 0 {
		return &InvalidError{problems}
	}
	return nil
}
