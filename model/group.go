package model

import (
	"errors"
	"slices"
)

// Group is one category of data subjects with the data kept about them.
// Art. 30(1)(c).
type Group struct {
	Subjects SubjectCategory `json:"subjects,omitempty" field:"letter=c,required"`
	Text     string          `json:"text,omitempty" field:"letter=c"` // in the register's own words
	Count    Answer[int]     `json:"count,omitzero"`                  // how many persons
	Data     []DataItem      `json:"data,omitempty" field:"letter=c,required"`

	Safeguards string `json:"safeguards,omitempty" field:"paragraph"` // extra ones for persons who need them, recital 75
}

// DataItem is one category of personal data about a group. What the law says
// of it (its class) is kept apart from how a policy labels it.
type DataItem struct {
	Key          string           `json:"key" field:"identity"` // unique within the activity, "d1"
	Category     DataCategory     `json:"category,omitempty" field:"letter=c"`
	Text         string           `json:"text,omitempty" field:"letter=c"` // in the register's own words
	Class        Class            `json:"class,omitempty" field:"letter=c,required"`
	Special      SpecialKind      `json:"special,omitempty"` // Art. 9(1)
	PrintedClass string           `json:"printedClass,omitempty"`
	Condition    string           `json:"condition,omitempty"` // collected only if …
	Optional     YesNo            `json:"optional,omitempty"`
	FreeText     YesNo            `json:"freeText,omitempty"`                                     // may hold anything that a person writes
	Sources      Answer[[]Source] `json:"sources,omitzero"`                                       // Art. 14(2)(f)
	Retention    Answer[[]ID]     `json:"retention,omitzero" field:"letter=f,ref=retention_rule"` // Art. 30(1)(f); see RulesFor
}

// Source is where data come from.
type Source struct {
	Category SourceCategory `json:"category,omitempty"`
	Text     string         `json:"text,omitempty"`
}

// Items returns the data items of all groups of a, in order.
func (a *Activity) Items() []DataItem {
	var items []DataItem
	for _, g := range a.Groups.Value {
		items = append(items, g.Data...)
	}
	return items
}

// RulesFor answers by which rules d is kept: its own answer, else the
// activity's. Rules of the activity that no data name hold for all data
// without an answer of their own; where it has no such rules, nobody has said
// how long d is kept.
func (a *Activity) RulesFor(d DataItem) Answer[[]ID] {
	if d.Retention.State != Unanswered {
		return d.Retention
	}
	if !a.Retention.Given() {
		return a.Retention
	}
	general := slices.Clone(a.Retention.Value)
	for _, other := range a.Items() {
		general = slices.DeleteFunc(general, func(id ID) bool { return slices.Contains(other.Retention.Value, id) })
	}
	if len(general) == 0 {
		return Answer[[]ID]{}
	}
	return Value(general)
}

// ErrOnlyData says that a legal basis covers nothing but data that were
// removed. A basis without data covers all, so the reference cannot simply be
// dropped: the basis must be changed or removed first.
var ErrOnlyData = errors.New("a legal basis covers only these data")

// forget drops the references to data items that a no longer has.
func (a *Activity) forget() error {
	var keys []string
	for _, d := range a.Items() {
		keys = append(keys, d.Key)
	}
	unknown := func(key string) bool { return !slices.Contains(keys, key) }
	cover := func(bases []Basis) error {
		for i := range bases {
			kept := slices.DeleteFunc(slices.Clone(bases[i].Data), unknown)
			if len(kept) == 0 && len(bases[i].Data) > 0 {
				return ErrOnlyData
			}
			bases[i].Data = kept
		}
		return nil
	}
	disclose := func(list []Disclosure) []Disclosure {
		return slices.DeleteFunc(list, func(d Disclosure) bool { return unknown(d.Data) })
	}
	for _, p := range a.Purposes.Value {
		if err := cover(p.Bases.Value); err != nil {
			return err
		}
	}
	for i := range a.Recipients.Value {
		r := &a.Recipients.Value[i]
		if err := cover(r.Basis); err != nil {
			return err
		}
		r.Data = disclose(r.Data)
	}
	for i := range a.Processors.Value {
		a.Processors.Value[i].Data = disclose(a.Processors.Value[i].Data)
	}
	return nil
}
