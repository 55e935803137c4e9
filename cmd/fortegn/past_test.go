package main

import (
	"errors"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"fortegnelse/model"
	"fortegnelse/model/store"
	"fortegnelse/model/words"
)

// spring writes the register that the scripts look back on. In Copenhagen
// the second change of 1 March falls on the 2nd.
//
//	3 February 2025, 09.00 UTC  the example Kalmia is imported
//	1 March 2025, 22.30 UTC     B-01 gets another title
//	1 March 2025, 23.30 UTC     B-02 gets another title
//	1 April 2025, 08.00 UTC     B-05 is deleted, S-90 is added, and the register renamed
func spring(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "spring.fortegnelse")
	synctest.Test(t, func(t *testing.T) { // here, time passes as it is told
		until := func(month time.Month, day, hour, minute int) {
			time.Sleep(time.Until(time.Date(2025, month, day, hour, minute, 0, 0, time.UTC)))
		}
		check := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		until(time.February, 3, 9, 0)
		content, err := readExample("kalmia")
		check(err)
		s, err := store.Create(path, content.Register, content.Records(), "dpo")
		check(err)
		defer s.Close()
		save := func(c model.Change) {
			t.Helper()
			_, err := s.Save(c, "dpo")
			check(err)
		}
		retitle := func(number, title string) {
			t.Helper()
			rec, _ := s.Register().Numbered(number)
			rec = model.Clone(rec)
			check(model.Set(rec, "title", title))
			save(model.Change{Put: []model.Record{rec}})
		}
		until(time.March, 1, 22, 30)
		retitle("B-01", "Undersøgelse og behandling")
		until(time.March, 1, 23, 30)
		retitle("B-02", "Kontaktoplysninger og pårørende")
		until(time.April, 1, 8, 0)
		info := s.Register().Info()
		info.Name = "Kalmia"
		gone, _ := s.Register().Numbered("B-05")
		added := &model.Measure{Title: "Kryptering"}
		added.ID, added.Number = model.NewID(time.Now()), "S-90"
		save(model.Change{Put: []model.Record{added}, Delete: []model.ID{gone.Meta().ID}, Info: &info})
	})
	return path
}

func TestInstant(t *testing.T) {
	now := time.Date(2026, time.November, 21, 14, 2, 0, 0, time.Local)
	p := &program{now: func() time.Time { return now }}
	for _, c := range []struct {
		name, text string
		want       time.Time
	}{
		{"nothing", "", time.Time{}},
		{"a day is its end", "2026-03-01", time.Date(2026, time.March, 2, 0, 0, 0, 0, time.Local).Add(-1)},
		{"the end of a year", "2025-12-31", time.Date(2026, time.January, 1, 0, 0, 0, 0, time.Local).Add(-1)},
		{"today is now", "2026-11-21", now},
		{"a time", "2026-03-01T12:00:00Z", time.Date(2026, time.March, 1, 12, 0, 0, 0, time.UTC)},
		{"a time in another zone", "2026-03-01T12:00:00.5+02:00", time.Date(2026, time.March, 1, 10, 0, 0, 5e8, time.UTC)},
		{"now", now.Format(time.RFC3339), now},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := p.instant(c.text); err != nil || !got.Equal(c.want) {
				t.Errorf("%v, %v; want %v", got, err, c.want)
			}
		})
	}
	for _, text := range []string{"2026-11-22", now.Add(time.Second).Format(time.RFC3339)} {
		var future *futureError
		if _, err := p.instant(text); !errors.As(err, &future) {
			t.Errorf("%s: %v, want a *futureError", text, err)
		}
	}
	for _, text := range []string{"yesterday", "2026-02-30", "1.3.2026", "2026-03-01T12:00", " "} {
		var usage *usageError
		if _, err := p.instant(text); !errors.As(err, &usage) {
			t.Errorf("%q: %v, want a *usageError", text, err)
		}
	}
}

// A comparison has a word for everything that a register says of itself.
func TestEveryFieldOfTheRegisterHasALabel(t *testing.T) {
	info := model.Info{
		ID: "x", Name: "x", Language: "x", Country: "x", Example: true, Source: "x",
		LawData: model.Date{Year: 2026, Month: time.March, Day: 1}, Created: time.Unix(0, 0),
	}
	before, err := model.NewRegister(model.Info{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	changes := model.Compare(before, before.With(model.Change{Info: &info})).Register
	if len(changes) != 8 {
		t.Errorf("%d changes", len(changes))
	}
	for _, language := range words.Languages() {
		c, err := words.In(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range changes {
			if !c.Has("comparison.info." + f.Path) {
				t.Errorf("%s: no label for %s", language, f.Path)
			}
		}
	}
}
