package model_test

import (
	"reflect"
	"testing"

	. "fortegnelse/model"
	"fortegnelse/model/modeltest"
)

// Every structure of the model must come out in the table, with a path that
// leads back to it.
func TestFieldsLeadToValues(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Fields {
		key := string(f.Kind) + "." + f.Path
		if seen[key] {
			t.Errorf("%s stands twice in the table", key)
		}
		seen[key] = true
		if f.Name == "" || f.Name == "-" {
			t.Errorf("%s has no JSON name", key)
		}
	}
	for _, k := range Kinds {
		filled := modeltest.Filled(k)
		reached := map[string]bool{}
		for _, l := range Leaves(filled) {
			reached[l.Field.Path] = true
			got, err := Get(filled, l.Path)
			if err != nil || !reflect.DeepEqual(got, l) {
				t.Errorf("Get(%s, %s) = %+v, %v; want %+v", k, l.Path, got, err, l)
			}
		}
		for _, f := range FieldsOf(k) {
			if f.Type != TypeGroup && !reached[f.Path] {
				t.Errorf("%s.%s is not reached by Leaves", k, f.Path)
			}
		}
	}
}

func TestCloneIsDeepAndWhole(t *testing.T) {
	for _, k := range Kinds {
		r := modeltest.Filled(k)
		c := Clone(r)
		if d := Diff(r, c); d != nil {
			t.Errorf("%s: the clone differs: %v", k, d)
		}
		if err := Set(c, "notes", "changed"); err != nil {
			t.Fatal(err)
		}
		d := Diff(r, c)
		if len(d) != 1 || d[0].Path != "notes" || d[0].After != "changed" {
			t.Errorf("%s: Diff = %v, want the notes", k, d)
		}
	}
}
