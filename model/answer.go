package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
)

// State says what kind of answer was given.
type State string

// The states of an answer. The zero State is "unanswered": nobody has looked
// at the question yet.
const (
	Unanswered    State = ""
	NotStated     State = "not_stated"     // looked at; the sources do not say
	NotApplicable State = "not_applicable" // the question does not arise
	None          State = "none"           // answered: there are none
	Given         State = "value"          // answered: see the value
)

// States lists every state in the order in which a person meets them.
var States = []State{Unanswered, Given, None, NotStated, NotApplicable}

// Answer is the answer to one question of the register. Its zero value is
// unanswered.
//
// In JSON an unanswered field is absent, a value is {"value": …} and any
// other answer is {"state": "not_stated"}.
type Answer[T any] struct {
	State State
	Value T
}

// Value returns the answer v.
func Value[T any](v T) Answer[T] { return Answer[T]{State: Given, Value: v} }

// Say returns an answer without a value, such as NotStated.
func Say[T any](s State) Answer[T] { return Answer[T]{State: s} }

// Given reports whether the answer is a value.
func (a Answer[T]) Given() bool { return a.State == Given }

// IsZero reports whether the question is unanswered.
func (a Answer[T]) IsZero() bool { return a.State == Unanswered }

// Or returns the value, or fallback where the answer is not a value.
func (a Answer[T]) Or(fallback T) T {
	if a.State == Given {
		return a.Value
	}
	return fallback
}

// MarshalJSON implements json.Marshaler.
func (a Answer[T]) MarshalJSON() ([]byte, error) {
	switch a.State {
	case Given:
		value, err := encode(a.Value)
		if err != nil {
			return nil, err
		}
		if string(value) == "null" { // a list that is given, and empty
			value = []byte("[]")
		}
		return append(append([]byte(`{"value":`), value...), '}'), nil
	case Unanswered:
		return []byte("{}"), nil
	}
	return fmt.Appendf(nil, `{"state":%q}`, a.State), nil
}

// UnmarshalJSON implements json.Unmarshaler. A list without an answer around
// it is a value: some fields were lists before they could be answered.
func (a *Answer[T]) UnmarshalJSON(data []byte) error {
	if data = bytes.TrimSpace(data); len(data) > 0 && data[0] == '[' {
		data = slices.Concat([]byte(`{"value":`), data, []byte("}"))
	}
	var raw struct {
		State *State           `json:"state"`
		Value *json.RawMessage `json:"value"`
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&raw); err != nil {
		return err
	}
	*a = Answer[T]{}
	switch {
	case raw.Value != nil && raw.State != nil:
		return fmt.Errorf("an answer holds either a state or a value, not both")
	case raw.Value != nil:
		a.State = Given
		dec := json.NewDecoder(bytes.NewReader(*raw.Value))
		dec.DisallowUnknownFields()
		return dec.Decode(&a.Value)
	case raw.State != nil:
		switch *raw.State {
		case NotStated, NotApplicable, None:
			a.State = *raw.State
		default:
			return fmt.Errorf("unknown answer state %q", *raw.State)
		}
	}
	return nil
}

// answer lets the field walker see through any Answer[T].
type answer interface{ answerState() State }

func (a Answer[T]) answerState() State { return a.State }

// encode is json.Marshal without the escapes that HTML would need, so that
// the text in a file reads as it was typed.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
