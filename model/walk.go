package model

import (
	"reflect"
	"strconv"
)

// Leaves returns everything that r says, in the order of [Fields]: values,
// and answers without a value. Fields that are empty or unanswered, and
// groups with a value, are left out; what such a group holds is in.
func Leaves(r Record) []Leaf {
	w := walker{kind: r.Kind()}
	v := reflect.ValueOf(r).Elem()
	for _, f := range fieldsByKind[r.Kind()] {
		if !topLevel(f) {
			continue
		}
		owner := v
		if f.Owner == "head" {
			owner = v.FieldByName("Head")
		}
		w.field(f, f.Path, owner.FieldByIndex(f.index))
	}
	return w.leaves
}

func topLevel(f *Field) bool { return f.Path == f.Name }

type walker struct {
	kind   Kind
	leaves []Leaf
}

func (w *walker) field(f *Field, path string, v reflect.Value) {
	l := leafOf(f, path, v)
	if l.State == Unanswered {
		return
	}
	if l.State != Given || f.Type != TypeGroup {
		w.leaves = append(w.leaves, l)
		return
	}
	v = unwrap(v)
	if v.Kind() != reflect.Slice {
		w.structure(f.Path+".", path+".", v)
		return
	}
	if v.Len() == 0 { // given, and empty
		w.leaves = append(w.leaves, l)
	}
	for i := range v.Len() {
		w.structure(f.Path+"[].", path+"["+strconv.Itoa(i)+"].", v.Index(i))
	}
}

func (w *walker) structure(general, concrete string, v reflect.Value) {
	t := v.Type()
	byPath := fieldsByPath[w.kind]
	for i := range t.NumField() {
		name := jsonName(t.Field(i))
		w.field(byPath[general+name], concrete+name, v.Field(i))
	}
}

// Use is one reference from a record to another.
type Use struct {
	From Record
	Path string // concrete path in From
	To   ID
}

// References returns the references that r makes.
func References(r Record) []Use {
	var uses []Use
	for _, l := range Leaves(r) {
		if l.Field.Type != TypeReference {
			continue
		}
		for _, id := range l.Values {
			if id != "" {
				uses = append(uses, Use{r, l.Path, ID(id)})
			}
		}
	}
	return uses
}
