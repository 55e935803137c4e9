package model

import "slices"

// FieldChange is one field that differs between two versions of a record.
type FieldChange struct {
	Path   string `json:"path"`
	Before any    `json:"before"` // as [Leaf.JSON]
	After  any    `json:"after"`
}

// Diff returns the fields that differ, in the order of [Fields]; fields that
// only before has come last. Either record may be nil: then everything the
// other says differs.
func Diff(before, after Record) []FieldChange {
	old := map[string]Leaf{}
	var oldOrder []string
	if before != nil {
		for _, l := range Leaves(before) {
			old[l.Path] = l
			oldOrder = append(oldOrder, l.Path)
		}
	}
	var changes []FieldChange
	if after != nil {
		for _, l := range Leaves(after) {
			o, had := old[l.Path]
			delete(old, l.Path)
			if had && o.State == l.State && slices.Equal(o.Values, l.Values) {
				continue
			}
			c := FieldChange{Path: l.Path, After: l.JSON()}
			if had {
				c.Before = o.JSON()
			}
			changes = append(changes, c)
		}
	}
	for _, path := range oldOrder {
		if l, gone := old[path]; gone {
			changes = append(changes, FieldChange{Path: path, Before: l.JSON()})
		}
	}
	return changes
}
