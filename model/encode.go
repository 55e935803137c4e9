package model

import (
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// AppendJSON appends r in the register format, on one line. It gives the
// bytes that encoding/json gives without HTML escapes, in a fraction of the
// time: that package encodes what stands inside an Answer once more for each
// Answer around it.
func AppendJSON(b []byte, r Record) []byte {
	return appendStruct(b, reflect.ValueOf(r).Elem())
}

// member is one field of a structure as JSON has it.
type member struct {
	index []int
	name  string // with quotes and colon
	omit  bool   // left out where it is empty
	form  form
}

// form says how a Go type is written.
type form int

const (
	formText form = iota
	formNumber
	formDate
	formAnswer
	formList
	formStruct
)

// formOf returns the form of a type. Asking the type once spares asking
// every value, which would copy it.
func formOf(t reflect.Type) form {
	switch {
	case t.Implements(answerType):
		return formAnswer
	case t == reflect.TypeFor[Date]():
		return formDate
	case t.Kind() == reflect.Slice:
		return formList
	case t.Kind() == reflect.Struct:
		return formStruct
	case t.Kind() == reflect.Int:
		return formNumber
	}
	return formText
}

// members lists the fields of every structure of the model, those of Head in
// the place where it is embedded.
var members = map[reflect.Type][]member{}

func init() {
	for _, k := range Kinds {
		r, err := New(k)
		if err != nil {
			panic("model: " + err.Error()) // Kinds and New hold the same
		}
		learn(reflect.TypeOf(r).Elem())
	}
}

// learn notes the members of a structure and of what it holds.
func learn(t reflect.Type) {
	if t.Implements(answerType) {
		v, _ := t.FieldByName("Value")
		t = v.Type
	}
	if t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if _, known := members[t]; known || t.Kind() != reflect.Struct || t == reflect.TypeFor[Date]() {
		return
	}
	members[t] = nil // known while its own fields are learnt
	for _, sf := range reflect.VisibleFields(t) {
		if sf.Anonymous {
			continue
		}
		name, options, _ := strings.Cut(sf.Tag.Get("json"), ",")
		members[t] = append(members[t], member{sf.Index, strconv.Quote(name) + ":", options != "", formOf(sf.Type)})
		learn(sf.Type)
	}
}

func appendStruct(b []byte, v reflect.Value) []byte {
	b = append(b, '{')
	first := true
	for _, m := range members[v.Type()] {
		f := v.FieldByIndex(m.index)
		if m.omit && empty(f, m.form) {
			continue
		}
		if !first {
			b = append(b, ',')
		}
		first = false
		b = appendValue(append(b, m.name...), f, m.form)
	}
	return append(b, '}')
}

// An Answer has its state in field 0 and its value in field 1.
const (
	stateField = 0
	valueField = 1
)

// empty reports whether a field that may be left out is.
func empty(v reflect.Value, f form) bool {
	switch f {
	case formList:
		return v.Len() == 0
	case formAnswer:
		return v.Field(stateField).Len() == 0
	}
	return v.IsZero()
}

func appendValue(b []byte, v reflect.Value, f form) []byte {
	switch f {
	case formAnswer:
		switch state := State(v.Field(stateField).String()); state {
		case Unanswered:
			return append(b, "{}"...)
		case Given:
			inner := v.Field(valueField)
			return append(appendValue(append(b, `{"value":`...), inner, formOf(inner.Type())), '}')
		default:
			return append(appendString(append(b, `{"state":`...), string(state)), '}')
		}
	case formList:
		b = append(b, '[')
		element := formOf(v.Type().Elem())
		for i := range v.Len() {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendValue(b, v.Index(i), element)
		}
		return append(b, ']')
	case formDate:
		return appendString(b, v.Interface().(Date).String())
	case formStruct:
		return appendStruct(b, v)
	case formNumber:
		return strconv.AppendInt(b, v.Int(), 10)
	}
	return appendString(b, v.String())
}

// appendString appends a JSON string (RFC 8259, section 7). What is no UTF-8
// becomes U+FFFD, as in encoding/json.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	for i := 0; i < len(s); {
		if plain := plainPrefix(s[i:]); plain > 0 {
			b = append(b, s[i:i+plain]...)
			i += plain
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r == '\b':
			b = append(b, `\b`...)
		case r == '\f':
			b = append(b, `\f`...)
		case r < ' ' || r == '\u2028' || r == '\u2029' || r == utf8.RuneError && size == 1:
			b = append(b, `\u`...)
			const hex = "0123456789abcdef"
			for shift := 12; shift >= 0; shift -= 4 {
				b = append(b, hex[r>>shift&15])
			}
		default:
			b = append(b, s[i:i+size]...)
		}
		i += size
	}
	return append(b, '"')
}

// plainPrefix counts the letters of ASCII at the beginning that JSON writes
// as they are.
func plainPrefix(s string) int {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= utf8.RuneSelf || c == '"' || c == '\\' {
			return i
		}
	}
	return len(s)
}
