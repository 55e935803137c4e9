package model_test

import (
	"testing"

	"fortegnelse/model"
)

func TestParseTypedDate(t *testing.T) {
	today := model.Date{Year: 2026, Month: 11, Day: 21}
	for typed, want := range map[string]string{
		"":             "",
		"2.1.26":       "2026-01-02",
		"02-01-2026":   "2026-01-02",
		"2/1 2026":     "2026-01-02",
		"12/9 2018":    "2018-09-12",
		"2026-01-02":   "2026-01-02",
		" 31.12.1999 ": "1999-12-31",
		"1.1.50":       "1950-01-01",
		"1.1.49":       "2049-01-01",
		"i dag":        "2026-11-21",
		"I GÅR":        "2026-11-20",
		"i morgon":     "2026-11-22",
	} {
		got, err := model.ParseTypedDate(typed, today)
		if err != nil || got.String() != want {
			t.Errorf("ParseTypedDate(%q) = %q, %v; want %q", typed, got, err, want)
		}
	}
	for _, typed := range []string{"31.2.2026", "2026-13-01", "snart", "1.1", "0.0.2026", "1.1.026", "1.1.0000"} {
		if got, err := model.ParseTypedDate(typed, today); err == nil {
			t.Errorf("ParseTypedDate(%q) = %v, want an error", typed, got)
		}
	}
}

func FuzzParseTypedDate(f *testing.F) {
	for _, s := range []string{"2.1.26", "2026-01-02", "i dag", "31.2.2026", "99999.1.1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := model.ParseTypedDate(s, model.Date{Year: 2026, Month: 11, Day: 21})
		if err != nil || d.IsZero() {
			return
		}
		if back, err := model.ParseDate(d.String()); err != nil || back != d {
			t.Errorf("%q is read as %s, which reads as %v, %v", s, d, back, err)
		}
	})
}
