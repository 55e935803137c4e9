package model

import (
	"reflect"
	"strconv"
	"strings"
)

// Leaves returns everything that r says, in the order of [Fields]: values,
// and answers without a value. Fields that are empty or unanswered, and
// groups with a value, are left out; what such a group holds is in.
func Leaves(r Record) []Leaf {
	w := walker{}
	w.record(r)
	return w.leaves
}

// heldBy lists the fields of every entity and of every group, in order. The
// fields of an entity stand under nil and its kind.
var heldBy = func() map[holder][]*Field {
	m := map[holder][]*Field{}
	for k, fields := range fieldsByKind {
		for _, f := range fields {
			h := holder{kind: k}
			if !topLevel(f) {
				outer := strings.TrimSuffix(strings.TrimSuffix(f.Path, "."+f.Name), "[]")
				h.group = fieldsByPath[k][outer]
			}
			m[h] = append(m[h], f)
		}
	}
	return m
}()

type holder struct {
	kind  Kind
	group *Field
}

func topLevel(f *Field) bool { return f.Path == f.Name }

// fieldSet marks fields, by their address in [Fields].
type fieldSet map[*Field]bool

// setOf marks the fields that are wanted, and the groups that lead to them.
func setOf(wanted func(*Field) bool) fieldSet {
	set := fieldSet{}
	for k, fields := range fieldsByKind {
		for _, f := range fields {
			if !wanted(f) {
				continue
			}
			set[f] = true
			for path := f.Path; ; {
				i := strings.LastIndexByte(path, '.')
				if i < 0 {
					break
				}
				path = path[:i]
				set[fieldsByPath[k][strings.TrimSuffix(path, "[]")]] = true
			}
		}
	}
	return set
}

// walker collects leaves: all of them, or those in a set.
type walker struct {
	only   fieldSet // nil: all
	leaves []Leaf
}

func (w *walker) record(r Record) {
	v := reflect.ValueOf(r).Elem()
	head := v.FieldByName("Head")
	for _, f := range heldBy[holder{kind: r.Kind()}] {
		owner := v
		if f.Owner == "head" {
			owner = head
		}
		w.field(f, "", owner.FieldByIndex(f.index))
	}
}

// field adds what stands in a field; prefix is the concrete path of the
// structure that holds it, with a dot at its end.
func (w *walker) field(f *Field, prefix string, v reflect.Value) {
	if w.only != nil && !w.only[f] || v.IsZero() {
		return // most fields: their path is never needed
	}
	path := prefix + f.Name
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
		w.structure(f, path+".", v)
		return
	}
	if v.Len() == 0 { // given, and empty
		w.leaves = append(w.leaves, l)
	}
	for i := range v.Len() {
		w.structure(f, path+"["+strconv.Itoa(i)+"].", v.Index(i))
	}
}

// structure adds what stands in the fields of a group.
func (w *walker) structure(group *Field, prefix string, v reflect.Value) {
	for _, f := range heldBy[holder{group.Kind, group}] {
		w.field(f, prefix, v.FieldByIndex(f.index))
	}
}

// Use is one reference from a record to another.
type Use struct {
	From Record
	Path string // concrete path in From
	To   ID
}

var references = setOf(func(f *Field) bool { return f.Type == TypeReference })

// References returns the references that r makes.
func References(r Record) []Use {
	var uses []Use
	w := walker{only: references}
	w.record(r)
	for _, l := range w.leaves {
		if l.Field.Type != TypeReference { // a group, answered without a value
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
