// Package modeltest makes registers for tests and benchmarks.
package modeltest

import (
	"fmt"
	"strings"

	"fortegnelse/model"
)

// Filled returns a record of a kind in which every field has a value: dates
// are 2026-11-21, numbers 7, and all other fields hold "x-" and their path.
// Lists hold one entry. References lead nowhere; the caller sets those it
// needs.
func Filled(k model.Kind) model.Record {
	r, err := model.New(k)
	if err != nil {
		panic(err)
	}
	for _, f := range model.FieldsOf(k) {
		path := Concrete(f.Path)
		switch {
		case f.Type == model.TypeGroup && f.Many:
			err = model.Insert(r, path, 0)
		case f.Type == model.TypeGroup && f.Answer:
			err = model.SetState(r, path, model.Given)
		case f.Type == model.TypeGroup:
		case f.Type == model.TypeDate:
			err = model.Set(r, path, "2026-11-21")
		case f.Type == model.TypeNumber:
			err = model.Set(r, path, "7")
		default:
			err = model.Set(r, path, "x-"+f.Path)
		}
		if err != nil {
			panic(fmt.Sprintf("filling %s.%s: %v", k, f.Path, err))
		}
	}
	return r
}

// Concrete turns the path of a field into that of its first occurrence.
func Concrete(path string) string { return strings.ReplaceAll(path, "[]", "[0]") }
