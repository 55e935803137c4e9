package model_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	. "fortegnelse/model"
	"fortegnelse/model/modeltest"
)

func TestCompare(t *testing.T) {
	measure := func(number, title string) *Measure {
		m := &Measure{Title: title}
		m.ID, m.Number = NewID(modeltest.Generated), number
		return m
	}
	kept, gone, changed, added := measure("S-1", "a"), measure("S-2", "b"), measure("S-3", "c"), measure("S-4", "d")
	r, err := NewRegister(Info{Name: "Klinik"}, []Record{kept, gone, changed})
	if err != nil {
		t.Fatal(err)
	}
	if c := Compare(r, r); !c.Empty() {
		t.Errorf("a register differs from itself: %+v", c)
	}
	again := Clone(changed).(*Measure)
	again.Title = "C"
	after := r.With(Change{Put: []Record{added, again}, Delete: []ID{gone.ID}, Info: &Info{Name: "Klinikken"}})
	want := Comparison{
		Register: []FieldChange{{Path: "name", Before: "Klinik", After: "Klinikken"}},
		Added:    []Record{added},
		Removed:  []Record{gone},
		Changed:  []Revised{{changed, again, []FieldChange{{Path: "title", Before: "c", After: "C"}}}},
	}
	if c := Compare(r, after); c.Empty() || cmp.Diff(want, c) != "" {
		t.Errorf("Compare: %s", cmp.Diff(want, c))
	}
	back := Compare(after, r)
	if len(back.Added) != 1 || back.Added[0] != Record(gone) || len(back.Removed) != 1 || back.Removed[0] != Record(added) {
		t.Errorf("the other way round: %+v", back)
	}
}

// Everything that a register says of itself is compared.
func TestCompareInfo(t *testing.T) {
	full := Info{
		ID: "x", Name: "x", Language: "x", Country: "x", Example: true, Source: "x",
		LawData: Date{Year: 2026, Month: time.March, Day: 1}, Created: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC),
	}
	value := reflect.ValueOf(full)
	for i := range value.NumField() {
		name := value.Type().Field(i).Name
		if value.Field(i).IsZero() {
			t.Fatalf("this test does not fill %s", name)
		}
		var one Info
		reflect.ValueOf(&one).Elem().Field(i).Set(value.Field(i))
		before, err := NewRegister(Info{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		changes := Compare(before, before.With(Change{Info: &one})).Register
		if len(changes) != 1 || changes[0].Before != nil || changes[0].After == nil {
			t.Errorf("%s: %v", name, changes)
		}
	}
}
