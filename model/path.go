package model

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// PathError says which part of a record could not be reached or set.
type PathError struct {
	Kind Kind
	Path string
	Err  error
}

func (e *PathError) Error() string { return fmt.Sprintf("%s.%s: %v", e.Kind, e.Path, e.Err) }

// Unwrap returns the cause.
func (e *PathError) Unwrap() error { return e.Err }

// Leaf is what stands at one concrete path of a record.
type Leaf struct {
	Path   string   // "purposes[0].text"
	Field  *Field   // the field of "purposes[].text"
	State  State    // Given, or for an Answer what was said; Unanswered if empty
	Values []string // canonical text: ISO dates, decimal numbers, codes, IDs; one unless Field.Many
}

// Text returns the one value, or the values joined by ", ".
func (l Leaf) Text() string { return strings.Join(l.Values, ", ") }

// JSON returns the leaf as a value for JSON: nil, a string, a list of
// strings, or {"state": …}.
func (l Leaf) JSON() any {
	switch {
	case l.State == Unanswered:
		return nil
	case l.State != Given:
		return map[string]string{"state": string(l.State)}
	case l.Field.Many:
		return l.Values
	case len(l.Values) == 0:
		return nil
	}
	return l.Values[0]
}

// Get returns what stands at a concrete path. For a group it returns only
// the state; for a list of groups Values is empty.
func Get(r Record, path string) (Leaf, error) {
	f, v, err := locate(r, path)
	if err != nil {
		return Leaf{}, err
	}
	return leafOf(f, path, v), nil
}

// Len returns how many entries the list at path holds.
func Len(r Record, path string) int {
	_, v, err := locate(r, path)
	if err != nil {
		return 0
	}
	if v = unwrap(v); v.Kind() != reflect.Slice {
		return 0
	}
	return v.Len()
}

// Set puts canonical text at a concrete path, and makes an Answer a value.
// Setting no value, or one that is empty, clears the field: an Answer becomes
// unanswered. r is changed: it must be a clone.
func Set(r Record, path string, values ...string) error {
	f, v, err := locate(r, path)
	if err != nil {
		return err
	}
	if f.Type == TypeGroup {
		return &PathError{r.Kind(), path, fmt.Errorf("it holds other fields and has no text")}
	}
	empty := len(values) == 0 || len(values) == 1 && values[0] == "" && !f.Many
	if err := put(f, v, values, empty); err != nil {
		return &PathError{r.Kind(), path, err}
	}
	return nil
}

// SetState says an answer without a value; Given makes an empty value.
func SetState(r Record, path string, s State) error {
	f, v, err := locate(r, path)
	if err != nil {
		return err
	}
	if !f.Answer {
		return &PathError{r.Kind(), path, fmt.Errorf("it cannot be %q, it is not an answer", s)}
	}
	if s != Given {
		v.Set(reflect.Zero(v.Type()))
	}
	v.FieldByName("State").SetString(string(s))
	return nil
}

// Insert puts an empty entry at position at of the list of groups at path.
// Evidence for the entries after it follows them.
func Insert(r Record, path string, at int) error {
	err := changeList(r, path, func(list reflect.Value) (reflect.Value, error) {
		if at < 0 || at > list.Len() {
			return list, fmt.Errorf("position %d of %d", at, list.Len())
		}
		out := reflect.MakeSlice(list.Type(), 0, list.Len()+1)
		out = reflect.AppendSlice(out, list.Slice(0, at))
		out = reflect.Append(out, reflect.Zero(list.Type().Elem()))
		return reflect.AppendSlice(out, list.Slice(at, list.Len())), nil
	})
	if err == nil {
		moveEvidence(r, path, func(i int) int {
			if i >= at {
				return i + 1
			}
			return i
		})
	}
	return err
}

// Remove takes entry at out of the list at path. Evidence for it stays, as
// evidence for the list; references to data items that go with it are
// dropped, or the error is [ErrOnlyData].
func Remove(r Record, path string, at int) error {
	err := changeList(r, path, func(list reflect.Value) (reflect.Value, error) {
		if at < 0 || at >= list.Len() {
			return list, fmt.Errorf("position %d of %d", at, list.Len())
		}
		out := reflect.MakeSlice(list.Type(), 0, list.Len()-1)
		out = reflect.AppendSlice(out, list.Slice(0, at))
		return reflect.AppendSlice(out, list.Slice(at+1, list.Len())), nil
	})
	if err != nil {
		return err
	}
	moveEvidence(r, path, func(i int) int {
		switch {
		case i == at:
			return gone
		case i > at:
			return i - 1
		}
		return i
	})
	if a, ok := r.(*Activity); ok {
		if err := a.forget(); err != nil {
			return &PathError{r.Kind(), path, err}
		}
	}
	return nil
}

// Swap exchanges two entries of the list at path, with all they hold and the
// evidence for it.
func Swap(r Record, path string, i, j int) error {
	err := changeList(r, path, func(list reflect.Value) (reflect.Value, error) {
		if n := list.Len(); i < 0 || j < 0 || i >= n || j >= n {
			return list, fmt.Errorf("positions %d and %d of %d", i, j, n)
		}
		reflect.Swapper(list.Interface())(i, j)
		return list, nil
	})
	if err == nil {
		moveEvidence(r, path, func(at int) int {
			switch at {
			case i:
				return j
			case j:
				return i
			}
			return at
		})
	}
	return err
}

// gone is the new position of an entry that was removed.
const gone = -1

// moveEvidence keeps evidence with the entries of a list that it belongs to,
// when their positions change. What was evidence for an entry that is gone
// becomes evidence for the list.
func moveEvidence(r Record, list string, to func(int) int) {
	evidence := r.Meta().Evidence
	for i := range evidence {
		rest, below := strings.CutPrefix(evidence[i].Field, list+"[")
		if !below {
			continue
		}
		number, tail, closed := strings.Cut(rest, "]")
		at, err := strconv.Atoi(number)
		if !closed || err != nil {
			continue
		}
		if now := to(at); now == gone {
			evidence[i].Field = list
		} else {
			evidence[i].Field = list + "[" + strconv.Itoa(now) + "]" + tail
		}
	}
}

func changeList(r Record, path string, change func(reflect.Value) (reflect.Value, error)) error {
	f, v, err := locate(r, path)
	if err != nil {
		return err
	}
	if !f.Many {
		return &PathError{r.Kind(), path, fmt.Errorf("it is not a list")}
	}
	list, err := change(unwrap(v))
	if err != nil {
		return &PathError{r.Kind(), path, err}
	}
	if f.Answer {
		v.FieldByName("State").SetString(string(Given))
	}
	unwrap(v).Set(list)
	return nil
}

// locate finds the field and the addressable value at a concrete path.
func locate(r Record, path string) (*Field, reflect.Value, error) {
	v := reflect.ValueOf(r).Elem()
	general := ""
	var f *Field
	for part := range strings.SplitSeq(path, ".") {
		name, rest, indexed := strings.Cut(part, "[")
		if f != nil {
			if f.Type != TypeGroup {
				return nil, v, &PathError{r.Kind(), path, fmt.Errorf("%s holds no other fields", f.Path)}
			}
			if v = unwrap(v); v.Kind() == reflect.Slice {
				return nil, v, &PathError{r.Kind(), path, fmt.Errorf("%s is a list and needs a position", f.Path)}
			}
			general += "."
		}
		general += name
		found, ok := fieldsByPath[r.Kind()][general]
		if !ok {
			return nil, v, &PathError{r.Kind(), path, fmt.Errorf("there is no such field")}
		}
		f = found
		if f.Owner == "head" {
			v = v.FieldByName("Head")
		}
		v = v.FieldByIndex(f.index)
		if !indexed {
			continue
		}
		i, err := strconv.Atoi(strings.TrimSuffix(rest, "]"))
		v = unwrap(v)
		if err != nil || v.Kind() != reflect.Slice || i < 0 || i >= v.Len() {
			return nil, v, &PathError{r.Kind(), path, fmt.Errorf("there is no entry %s", part)}
		}
		v = v.Index(i)
		general += "[]"
	}
	return f, v, nil
}

// unwrap sees through an Answer.
func unwrap(v reflect.Value) reflect.Value {
	if v.Type().Implements(answerType) {
		return v.FieldByName("Value")
	}
	return v
}

func leafOf(f *Field, path string, v reflect.Value) Leaf {
	l := Leaf{Path: path, Field: f, State: Given}
	if v.Type().Implements(answerType) {
		l.State = State(v.FieldByName("State").String())
		v = v.FieldByName("Value")
		if l.State != Given {
			return l
		}
	} else if v.IsZero() {
		l.State = Unanswered
		return l
	}
	if f.Type == TypeGroup {
		return l
	}
	if v.Kind() == reflect.Slice {
		for i := range v.Len() {
			l.Values = append(l.Values, canonical(v.Index(i)))
		}
		return l
	}
	l.Values = []string{canonical(v)}
	return l
}

// canonical returns the text of one value.
func canonical(v reflect.Value) string {
	switch x := v.Interface().(type) {
	case Date:
		return x.String()
	case int:
		return strconv.Itoa(x)
	}
	return v.String()
}

// put parses values into v.
func put(f *Field, v reflect.Value, values []string, empty bool) error {
	target := reflect.New(unwrap(v).Type()).Elem()
	if !empty {
		if f.Many {
			target = reflect.MakeSlice(target.Type(), len(values), len(values))
			for i, s := range values {
				if err := parse(target.Index(i), s); err != nil {
					return err
				}
			}
		} else if err := parse(target, values[0]); err != nil {
			return err
		}
	}
	if f.Answer {
		state := Given
		if empty {
			state = Unanswered
		}
		v.FieldByName("State").SetString(string(state))
	}
	unwrap(v).Set(target)
	return nil
}

// parse reads the canonical text of one value.
func parse(v reflect.Value, s string) error {
	switch v.Interface().(type) {
	case Date:
		d, err := ParseDate(s)
		if err != nil {
			return err
		}
		v.Set(reflect.ValueOf(d))
	case int:
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil {
			return fmt.Errorf("%q is not a whole number", s)
		}
		v.SetInt(int64(n))
	default:
		v.SetString(s)
	}
	return nil
}
