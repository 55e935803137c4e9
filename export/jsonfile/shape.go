package jsonfile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"fortegnelse/model"
)

// checkShape compares JSON that is known to be well formed with the
// structures of the model: encoding/json alone would take names in any case
// and twice, and could not say where an error is.
func checkShape(data []byte) error {
	s := shape{data: data, fields: map[reflect.Type]map[string]reflect.Type{}}
	_, err := s.value(skipSpace(data, 0), reflect.TypeFor[model.Content](), "")
	return err
}

type shape struct {
	data   []byte
	fields map[reflect.Type]map[string]reflect.Type // of the structures met so far, by name in JSON
}

var (
	stateType = reflect.TypeFor[model.State]()
	dateType  = reflect.TypeFor[model.Date]()
	timeType  = reflect.TypeFor[time.Time]()
)

// value checks the value that begins at and returns where it ends.
func (s *shape) value(at int, t reflect.Type, path string) (int, error) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	got := kindAt(s.data, at)
	if got == "null" {
		return 0, errorAt(s.data, at, path, ErrNull)
	}
	want := "object"
	switch {
	case t == dateType, t == timeType, t.Kind() == reflect.String:
		want = "string"
	case t.Kind() == reflect.Int:
		want = "number"
	case t.Kind() == reflect.Bool:
		want = "boolean"
	case t.Kind() == reflect.Slice:
		want = "list"
	}
	if got != want {
		return 0, errorAt(s.data, at, path, fmt.Errorf("%w: %s instead of %s", ErrType, got, want))
	}
	switch want {
	case "object":
		return s.object(at, t, path)
	case "list":
		return s.list(at, t.Elem(), path)
	}
	end := scalarEnd(s.data, at)
	return end, s.scalar(s.data[at:end], t, at, path)
}

func (s *shape) scalar(text []byte, t reflect.Type, at int, path string) error {
	fits := true
	switch {
	case t == dateType:
		fits = json.Unmarshal(text, new(model.Date)) == nil
	case t == timeType:
		fits = json.Unmarshal(text, new(time.Time)) == nil
	case t == stateType:
		fits = slices.Contains(states, string(text))
	case t.Kind() == reflect.Int:
		_, err := strconv.Atoi(string(text))
		fits = err == nil
	}
	if !fits {
		return errorAt(s.data, at, path, fmt.Errorf("%w: %.40s", ErrValue, text))
	}
	return nil
}

// states are the answers without a value, as they stand in JSON.
var states = []string{
	strconv.Quote(string(model.NotStated)), strconv.Quote(string(model.NotApplicable)), strconv.Quote(string(model.None)),
}

func (s *shape) list(at int, t reflect.Type, path string) (int, error) {
	at = skipSpace(s.data, at+1)
	for i := 0; s.data[at] != ']'; i++ {
		end, err := s.value(at, t, path+"["+strconv.Itoa(i)+"]")
		if err != nil {
			return 0, err
		}
		at = skipComma(s.data, end)
	}
	return at + 1, nil
}

func (s *shape) object(at int, t reflect.Type, path string) (int, error) {
	fields, met := s.fields[t]
	if !met {
		fields = fieldTypes(t)
		s.fields[t] = fields
	}
	seen := map[string]bool{}
	start := at
	at = skipSpace(s.data, at+1)
	for s.data[at] != '}' {
		end := scalarEnd(s.data, at)
		var name string
		if err := json.Unmarshal(s.data[at:end], &name); err != nil {
			return 0, errorAt(s.data, at, path, err)
		}
		inner := strings.TrimPrefix(path+"."+name, ".")
		ft, known := fields[name]
		if !known {
			return 0, errorAt(s.data, at, inner, ErrUnknownField)
		}
		if seen[name] {
			return 0, errorAt(s.data, at, inner, ErrTwice)
		}
		seen[name] = true
		begin := skipSpace(s.data, skipSpace(s.data, end)+1) // behind the colon
		next, err := s.value(begin, ft, inner)
		if err != nil {
			return 0, err
		}
		at = skipComma(s.data, next)
	}
	if seen["state"] && seen["value"] && isAnswer(t) {
		return 0, errorAt(s.data, start, path, fmt.Errorf("%w: an answer has either a state or a value", ErrValue))
	}
	return at + 1, nil
}

// isAnswer reports whether t is some model.Answer.
func isAnswer(t reflect.Type) bool {
	state, ok := t.FieldByName("State")
	return ok && state.Type == stateType && t.NumField() == 2
}

// fieldTypes returns the fields of a structure by their names in JSON.
func fieldTypes(t reflect.Type) map[string]reflect.Type {
	fields := map[string]reflect.Type{}
	if isAnswer(t) {
		value, _ := t.FieldByName("Value")
		return map[string]reflect.Type{"state": stateType, "value": value.Type}
	}
	for _, f := range reflect.VisibleFields(t) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && !f.Anonymous {
			fields[name] = f.Type
		}
	}
	return fields
}

// kindAt names the kind of the JSON value that begins at.
func kindAt(data []byte, at int) string {
	switch data[at] {
	case '{':
		return "object"
	case '[':
		return "list"
	case '"':
		return "string"
	case 't', 'f':
		return "boolean"
	case 'n':
		return "null"
	}
	return "number"
}

// scalarEnd returns where the string, number or word that begins at ends.
func scalarEnd(data []byte, at int) int {
	if data[at] != '"' {
		if i := bytes.IndexAny(data[at:], ",]} \t\r\n"); i >= 0 {
			return at + i
		}
		return len(data)
	}
	for i := at + 1; ; i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
}

func skipSpace(data []byte, at int) int {
	for at < len(data) && (data[at] == ' ' || data[at] == '\t' || data[at] == '\r' || data[at] == '\n') {
		at++
	}
	return at
}

func skipComma(data []byte, at int) int {
	if at = skipSpace(data, at); data[at] == ',' {
		at = skipSpace(data, at+1)
	}
	return at
}
