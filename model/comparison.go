package model

import "time"

// Comparison is what differs between two states of a register.
type Comparison struct {
	Register []FieldChange // what the register says of itself
	Added    []Record      // by kind and number
	Removed  []Record
	Changed  []Revised
}

// Revised is a record that both states have and that differs.
type Revised struct {
	Before, After Record
	Fields        []FieldChange // in the order of [Diff]
}

// Empty reports whether nothing differs.
func (c Comparison) Empty() bool {
	return len(c.Register)+len(c.Added)+len(c.Removed)+len(c.Changed) == 0
}

// Compare returns what has come, gone and changed from one state of a
// register to another. It shares the records.
func Compare(before, after *Register) Comparison {
	c := Comparison{Register: diffInfo(before.info, after.info)}
	for _, k := range Kinds {
		for _, rec := range after.Records(k) {
			was, there := before.Record(rec.Meta().ID)
			if !there {
				c.Added = append(c.Added, rec)
			} else if fields := Diff(was, rec); fields != nil {
				c.Changed = append(c.Changed, Revised{was, rec, fields})
			}
		}
		for _, rec := range before.Records(k) {
			if _, there := after.Record(rec.Meta().ID); !there {
				c.Removed = append(c.Removed, rec)
			}
		}
	}
	return c
}

// diffInfo is [Diff] for what registers say of themselves.
func diffInfo(before, after Info) []FieldChange {
	var changes []FieldChange
	now := after.fields()
	for i, was := range before.fields() {
		if was.value != now[i].value {
			changes = append(changes, FieldChange{Path: was.path, Before: given(was.value), After: given(now[i].value)})
		}
	}
	return changes
}

// fields lists what a register says of itself, by the names of the format.
func (i Info) fields() []struct{ path, value string } {
	created, example := "", ""
	if !i.Created.IsZero() {
		created = i.Created.UTC().Format(time.RFC3339Nano)
	}
	if i.Example {
		example = "true"
	}
	return []struct{ path, value string }{
		{"id", string(i.ID)}, {"name", i.Name}, {"language", i.Language}, {"country", string(i.Country)},
		{"lawData", i.LawData.String()}, {"created", created}, {"example", example}, {"source", i.Source},
	}
}

// given returns nil for a text that is empty.
func given(text string) any {
	if text == "" {
		return nil
	}
	return text
}
