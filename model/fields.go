package model

import (
	"reflect"
	"slices"
	"strings"
)

// Type says what a field holds.
type Type string

// The types of fields.
const (
	TypeText      Type = "text"      // one line
	TypeParagraph Type = "paragraph" // several lines
	TypeCode      Type = "code"      // a code of Field.Vocabulary
	TypeDate      Type = "date"      // a civil date
	TypeNumber    Type = "number"    // a whole number
	TypeReference Type = "reference" // the ID of a record of kind Field.Refers
	TypeData      Type = "data"      // the key of a DataItem of the same activity
	TypeSub       Type = "sub"       // the key of a SubProcessor of the same processor
	TypeGroup     Type = "group"     // holds other fields, whose paths begin with its own
)

// Field is one field of one entity. Forms, exports, imports, differences and
// completeness are driven by the table of fields.
type Field struct {
	Kind       Kind   // the entity
	Path       string // "purposes[].bases[].reference": names as in JSON, [] where there are several
	Name       string // last name of the path
	Owner      string // the structure that holds it, "basis"
	Letter     string // letter of Art. 30(1) that asks for it, or ""
	Required   bool   // Art. 30 or the register cannot do without it
	Type       Type
	Many       bool   // a list
	Answer     bool   // an Answer: may be not stated, not applicable, none
	Vocabulary string // of a code
	Refers     Kind   // of a reference; "*" for any kind
	Identity   bool   // names the record or the part of it; not a fact to fill in
	Label      string // catalogue key of its name
	Help       string // catalogue key of its help text; the text may be absent

	index []int // of the field in its structure
}

// Fields is the table of all fields of all entities, in the order in which
// they are asked and printed. It is read off the structures' field tags, so
// that a field is named once.
var Fields = fieldTable()

var fieldsByKind = func() map[Kind][]*Field {
	m := map[Kind][]*Field{}
	for i := range Fields {
		m[Fields[i].Kind] = append(m[Fields[i].Kind], &Fields[i])
	}
	return m
}()

var fieldsByPath = func() map[Kind]map[string]*Field {
	m := map[Kind]map[string]*Field{}
	for k, fields := range fieldsByKind {
		m[k] = make(map[string]*Field, len(fields))
		for _, f := range fields {
			m[k][f.Path] = f
		}
	}
	return m
}()

// FieldsOf returns the fields of one entity, groups before what they hold.
func FieldsOf(k Kind) []*Field { return slices.Clone(fieldsByKind[k]) }

// FieldAt returns the field at a path of an entity. The path may hold list
// positions: "purposes[2].text" is found as "purposes[].text".
func FieldAt(k Kind, path string) (*Field, bool) {
	f, ok := fieldsByPath[k][General(path)]
	return f, ok
}

// General turns the concrete path "purposes[2].text" into the path of the
// field, "purposes[].text".
func General(path string) string {
	if !strings.ContainsRune(path, '[') {
		return path
	}
	var b strings.Builder
	inside := false
	for _, r := range path {
		switch {
		case r == '[':
			inside = true
			b.WriteByte('[')
		case r == ']':
			inside = false
			b.WriteByte(']')
		case !inside:
			b.WriteRune(r)
		}
	}
	return strings.TrimSuffix(b.String(), "[]")
}

func fieldTable() []Field {
	var fields []Field
	for _, k := range Kinds {
		r, _ := New(k)
		t := reflect.TypeOf(r).Elem()
		// A record's own fields come before those that every record has,
		// except for its identity.
		all := structFields(k, t, "", "")
		own := slices.DeleteFunc(slices.Clone(all), func(f Field) bool { return inHead(f) && !f.Identity })
		head := slices.DeleteFunc(all, func(f Field) bool { return !inHead(f) || f.Identity })
		fields = append(append(fields, own...), head...)
	}
	return fields
}

// inHead reports whether f belongs to what every record has.
func inHead(f Field) bool { return f.Owner == "head" || f.Owner == "evidence" }

var answerType = reflect.TypeFor[answer]()

// structFields lists the fields of a structure and of what it holds.
func structFields(k Kind, t reflect.Type, prefix, letter string) []Field {
	var fields []Field
	for i := range t.NumField() {
		sf := t.Field(i)
		if sf.Anonymous {
			fields = append(fields, structFields(k, sf.Type, prefix, letter)...)
			continue
		}
		name := jsonName(sf)
		f := Field{Kind: k, Path: prefix + name, Name: name, Owner: snake(t.Name()), Letter: letter, index: sf.Index}
		f.Label = "field." + f.Owner + "." + name
		f.Help = "help." + f.Owner + "." + name
		f.readTag(sf.Tag.Get("field"))
		inner := f.readType(sf.Type)
		fields = append(fields, f)
		if f.Type == TypeGroup {
			below := f.Path + "."
			if f.Many {
				below = f.Path + "[]."
			}
			fields = append(fields, structFields(k, inner, below, f.Letter)...)
		}
	}
	return fields
}

func jsonName(sf reflect.StructField) string {
	name, _, _ := strings.Cut(sf.Tag.Get("json"), ",")
	return name
}

// readTag takes over what the field tag says.
func (f *Field) readTag(tag string) {
	for word := range strings.SplitSeq(tag, ",") {
		key, value, _ := strings.Cut(word, "=")
		switch key {
		case "letter":
			f.Letter = value
		case "required":
			f.Required = true
		case "identity":
			f.Identity = true
		case "paragraph":
			f.Type = TypeParagraph
		case "data":
			f.Type = TypeData
		case "sub":
			f.Type = TypeSub
		case "ref":
			f.Type, f.Refers = TypeReference, Kind(value)
		}
	}
}

// readType takes over what the Go type says and returns the type of one
// value, without Answer and list.
func (f *Field) readType(t reflect.Type) reflect.Type {
	if t.Implements(answerType) {
		f.Answer = true
		v, _ := t.FieldByName("Value")
		t = v.Type
	}
	if t.Kind() == reflect.Slice {
		f.Many = true
		t = t.Elem()
	}
	switch {
	case f.Type != "":
	case t == reflect.TypeFor[Date]():
		f.Type = TypeDate
	case t.Kind() == reflect.Struct:
		f.Type = TypeGroup
	case t.Kind() == reflect.Int:
		f.Type = TypeNumber
	case t.Name() != "string" && t != reflect.TypeFor[ID]():
		f.Type, f.Vocabulary = TypeCode, snake(t.Name())
	default:
		f.Type = TypeText
	}
	return t
}

// snake turns the name of a Go type into that of a catalogue key:
// "SCCModule" is "scc_module".
func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		upper := r >= 'A' && r <= 'Z'
		if upper && i > 0 {
			before := name[i-1] >= 'a' && name[i-1] <= 'z'
			after := i+1 < len(name) && name[i+1] >= 'a' && name[i+1] <= 'z'
			if before || after {
				b.WriteByte('_')
			}
		}
		b.WriteString(strings.ToLower(string(r)))
	}
	return b.String()
}
