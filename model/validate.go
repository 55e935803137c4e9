package model

import (
	"fmt"
	"slices"
	"strings"
)

// Problem is something that keeps records from being stored: broken
// identity or a reference that leads nowhere. What the law misses is not a
// problem but a finding.
type Problem struct {
	Record string // kind and number, "activity B-01"
	Field  string // concrete path, or ""
	Text   string
}

func (p Problem) Error() string {
	if p.Field == "" {
		return p.Record + ": " + p.Text
	}
	return p.Record + ", " + p.Field + ": " + p.Text
}

// Validate returns what keeps c from being a register, in the order of the
// records.
func Validate(c *Content) []Problem {
	var problems []Problem
	ids := map[ID]Record{}
	numbers := map[string]Record{}
	records := c.Records()
	for _, rec := range records {
		head := rec.Meta()
		report := func(field, format string, args ...any) {
			problems = append(problems, Problem{describe(rec), field, fmt.Sprintf(format, args...)})
		}
		if !head.ID.Valid() {
			report("id", "%q is not a UUID of version 7", head.ID)
		} else if twin, twice := ids[head.ID]; twice {
			report("id", "%s is also the id of %s", head.ID, describe(twin))
		}
		ids[head.ID] = rec
		if head.Number == "" {
			report("number", "it is missing")
		} else if twin, twice := numbers[strings.ToUpper(head.Number)]; twice {
			report("number", "it is also the number of %s", describe(twin))
		}
		numbers[strings.ToUpper(head.Number)] = rec
	}
	for _, rec := range records {
		problems = append(problems, ValidateRecord(rec, func(id ID) (Record, bool) { r, ok := ids[id]; return r, ok })...)
	}
	return problems
}

// linking are the fields by which parts and records refer to each other.
var linking = setOf(func(f *Field) bool {
	switch f.Type {
	case TypeReference, TypeData, TypeSub:
		return true
	}
	return f.Name == "key"
})

// ValidateRecord returns what is wrong inside one record: references that
// find does not know or that lead to another kind, and keys.
func ValidateRecord(rec Record, find func(ID) (Record, bool)) []Problem {
	var problems []Problem
	report := func(field, format string, args ...any) {
		problems = append(problems, Problem{describe(rec), field, fmt.Sprintf(format, args...)})
	}
	var data, subs []string
	w := walker{only: linking}
	w.record(rec)
	for _, l := range w.leaves {
		if l.Field.Name != "key" {
			continue
		}
		keys := &data
		if l.Field.Owner == "sub_processor" {
			keys = &subs
		}
		if slices.Contains(*keys, l.Text()) {
			report(l.Path, "the key %q occurs twice", l.Text())
		}
		*keys = append(*keys, l.Text())
	}
	for _, l := range w.leaves {
		for _, v := range l.Values {
			switch l.Field.Type {
			case TypeReference:
				to, ok := find(ID(v))
				if v == "" {
					continue
				} else if !ok {
					report(l.Path, "there is no record %s", v)
				} else if l.Field.Refers != "*" && to.Kind() != l.Field.Refers {
					report(l.Path, "%s is a %s, not a %s", to.Meta().Number, to.Kind(), l.Field.Refers)
				}
			case TypeData:
				if !slices.Contains(data, v) {
					report(l.Path, "there is no data item %q in this activity", v)
				}
			case TypeSub:
				if !slices.Contains(subs, v) {
					report(l.Path, "there is no sub-processor %q in this record", v)
				}
			}
		}
	}
	return problems
}

func describe(r Record) string { return string(r.Kind()) + " " + r.Meta().Number }
