package xlsx

import (
	"reflect"
	"strconv"
	"strings"

	"fortegnelse/model"
)

// node is a record, or one entry of a list in it.
type node struct {
	value reflect.Value // of the structure
	index int           // position in its list
}

// exists reports whether there is such an entry.
func (n node) exists() bool { return n.value.IsValid() }

// access leads from a structure to a field in it, through groups but not
// through lists. It is worked out once for each column.
type access []step

type step struct {
	index  []int
	answer bool  // the field is an Answer, with
	state  []int // where it says what was answered
	value  []int // and where the value is
}

// ways finds the fields of structures by their names in JSON and remembers
// them, while the columns of a workbook are worked out.
type ways map[reflect.Type]map[string]reflect.StructField

// accessTo works out the way from a structure to the field at a path of JSON
// names, "dpo.contact.email". It returns the type of one value as well.
func (w ways) accessTo(t reflect.Type, path string) (access, reflect.Type) {
	var out access
	for name := range strings.SplitSeq(path, ".") {
		f, ok := w.field(t, name)
		if !ok {
			panic("xlsx: " + t.String() + " has no field " + name) // the table of fields says that it has
		}
		s := step{index: f.Index}
		t = f.Type
		if strings.HasPrefix(t.Name(), "Answer[") {
			state, _ := t.FieldByName("State")
			value, _ := t.FieldByName("Value")
			s.answer, s.state, s.value, t = true, state.Index, value.Index, value.Type
		}
		out = append(out, s)
	}
	if t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return out, t
}

// field finds a field of a structure by its name in JSON.
func (w ways) field(t reflect.Type, name string) (reflect.StructField, bool) {
	if w[t] == nil {
		w[t] = map[string]reflect.StructField{}
		for _, f := range reflect.VisibleFields(t) {
			tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			w[t][tag] = f
		}
	}
	f, ok := w[t][name]
	return f, ok
}

// read returns what stands in the field of a structure: Unanswered if
// nothing, Given with the value, or the answer without one.
func (a access) read(v reflect.Value) (model.State, reflect.Value) {
	for i, s := range a {
		last := i == len(a)-1
		v = v.FieldByIndex(s.index)
		if !s.answer {
			if last && v.IsZero() {
				return model.Unanswered, v
			}
			continue
		}
		state := model.State(v.FieldByIndex(s.state).String())
		v = v.FieldByIndex(s.value)
		if last || state != model.Given {
			if !last {
				state = model.Unanswered // what does not exist was not asked
			}
			return state, v
		}
	}
	return model.Given, v
}

// canonical returns the text of one value, as [model.Leaf] has it.
func canonical(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Int:
		return strconv.Itoa(int(v.Int()))
	}
	if d, ok := v.Interface().(model.Date); ok {
		return d.String()
	}
	return ""
}
