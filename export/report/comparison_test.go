package report

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
	"fortegnelse/model/words"
)

var (
	comparedFrom = time.Date(2026, time.March, 1, 23, 59, 59, 0, time.UTC)
	comparedTo   = time.Date(2026, time.November, 20, 14, 2, 0, 0, time.UTC)
)

func comparing(language string) ComparisonOptions {
	return ComparisonOptions{Language: language, Edition: Internal, From: comparedFrom, To: comparedTo,
		Author: "DPO", GeneratedAt: printedAt, Version: "1.0"}
}

// aYear returns Kalmia's register and what a year of work has made of it.
func aYear(t testing.TB) (before, after *model.Register) {
	t.Helper()
	before = example(t, "kalmia")
	edit := func(number string, change func(rec model.Record) error) model.Record {
		t.Helper()
		rec, ok := before.Numbered(number)
		if !ok {
			t.Fatalf("there is no %s", number)
		}
		rec = model.Clone(rec)
		if err := change(rec); err != nil {
			t.Fatal(err)
		}
		return rec
	}
	set := func(rec model.Record, path string, values ...string) error { return model.Set(rec, path, values...) }
	first, _ := before.Numbered("S-01")
	gone, _ := before.Numbered("B-05")
	measure := &model.Measure{Title: "Kryptering af bærbare computere", Description: "Hele disken, med nøgle i chippen."}
	measure.ID, measure.Number = "01931000-0000-7000-8000-000000000090", "S-90"
	info := before.Info()
	info.Name, info.LawData = "Kalmia", model.Date{Year: 2026, Month: time.October, Day: 1}
	after = before.With(model.Change{
		Info: &info, Delete: []model.ID{gone.Meta().ID},
		Put: []model.Record{
			measure,
			edit("B-01", func(rec model.Record) error {
				a := rec.(*model.Activity)
				a.Measures = model.Value([]model.ID{first.Meta().ID, measure.ID})
				return errors.Join(
					set(a, "title", "Undersøgelse og behandling"),
					model.Insert(a, "purposes", 0), set(a, "purposes[0].text", "Visitation af henvisninger"),
					model.SetState(a, "purposes[0].bases", model.NotStated),
					model.SetState(a, "dpia", model.NotApplicable),
					set(a, "nextReview", "2027-03-01"),
				)
			}),
			edit("B-02", func(rec model.Record) error {
				return errors.Join(
					model.Remove(rec, "groups[0].data", 1),
					set(rec, "groups[0].data[0].class", string(model.Confidential)),
					model.SetState(rec, "recipients", model.None),
					set(rec, "notes", "Drøftet med ledelsen."),
				)
			}),
			edit("E-01", func(rec model.Record) error {
				return errors.Join(set(rec, "dpo.status", "appointed"), set(rec, "phone", "45 46 16 01"))
			}),
		},
	})
	return before, after
}

func TestComparison(t *testing.T) {
	before, after := aYear(t)
	for _, language := range words.Languages() {
		d, err := BuildComparison(before, after, comparing(language))
		if err != nil {
			t.Fatal(err)
		}
		text := dump(d)
		for _, r := range []*model.Register{before, after} { // changes with every correction of the data
			sum, err := Checksum(r)
			if err != nil {
				t.Fatal(err)
			}
			text = strings.NewReplacer(sum, "CHECKSUM", ShortSum(sum), "CHECK SUM").Replace(text)
		}
		golden := filepath.Join("testdata", "comparison."+language+".golden")
		sameAsGolden(t, golden, text)
		if strings.Contains(text, "⟨") {
			t.Errorf("%s: words are missing", language)
		}
	}
}

// The edition for the authority shows neither the clinic's notes nor that
// they have changed.
func TestComparisonForTheAuthority(t *testing.T) {
	before := example(t, "kalmia")
	rec, _ := before.Numbered("B-02")
	rec = model.Clone(rec)
	if err := model.Set(rec, "notes", "Drøftet med ledelsen."); err != nil {
		t.Fatal(err)
	}
	after := before.With(model.Change{Put: []model.Record{rec}})
	for edition, changed := range map[Edition]int{ForAuthority: 0, "": 0, Internal: 1} {
		o := comparing("da")
		o.Edition = edition
		c, err := Compare(before, after, o)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, n := c.Totals(); n != changed || c.Empty() != (changed == 0) {
			t.Errorf("edition %q: %d changed, want %d", edition, n, changed)
		}
		if text := dump(c.Document()); strings.Contains(text, "Drøftet") != (changed > 0) {
			t.Errorf("edition %q: notes shown: %t", edition, changed == 0)
		}
	}
}

func TestComparisonOfTheSame(t *testing.T) {
	r := example(t, "kalmia")
	for _, language := range words.Languages() {
		c, err := words.In(language)
		if err != nil {
			t.Fatal(err)
		}
		d, err := BuildComparison(r, r, comparing(language))
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Sections) != 2 {
			t.Errorf("%s: %d sections, want the overview and the colophon", language, len(d.Sections))
		}
		if verdict := c.Text("comparison.nothing"); !strings.Contains(dump(d), verdict) {
			t.Errorf("%s: the comparison does not say %q", language, verdict)
		}
	}
}

func TestComparisonRefuses(t *testing.T) {
	r := example(t, "kalmia")
	var unknown *words.UnknownLanguageError
	if _, err := BuildComparison(r, r, comparing("fi")); !errors.As(err, &unknown) {
		t.Errorf("a language without a catalogue: %v", err)
	}
}

// Every kind stands in a comparison, once.
func TestComparedKinds(t *testing.T) {
	got, want := slices.Sorted(slices.Values(comparedKinds)), slices.Sorted(slices.Values(model.Kinds))
	if !slices.Equal(got, want) {
		t.Errorf("compared are %v, want %v", got, want)
	}
}

// compareRecords says what differs between two versions of a record.
func compareRecords(t *testing.T, before, after model.Record) []Difference {
	t.Helper()
	c, err := words.In("en")
	if err != nil {
		t.Fatal(err)
	}
	r, err := model.NewRegister(model.Info{Language: "en", Country: "dk"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return differences(Internal, side{Phrases{c, r}, before}, side{Phrases{c, r}, after})
}

// Whichever field changes, the comparison says what stood there and what
// stands there; and it says it of a record that comes or goes.
func TestEveryFieldIsCompared(t *testing.T) {
	for _, k := range model.Kinds {
		full := modeltest.Filled(k)
		all := compareRecords(t, nil, full)
		lost := compareRecords(t, full, nil)
		for _, l := range model.Leaves(full) {
			f := l.Field
			if f.Path == "id" {
				continue
			}
			c, _ := words.In("en")
			label := c.Label(f)
			if f.Path != "number" && (!saysLabel(all, label) || !saysLabel(lost, label)) {
				t.Errorf("%s %s: not said of a record that comes or goes", k, l.Path)
			}
			emptied := model.Clone(full)
			if err := model.Set(emptied, l.Path); err != nil {
				t.Fatal(err)
			}
			for _, d := range [][]Difference{compareRecords(t, full, emptied), compareRecords(t, emptied, full)} {
				if len(d) == 0 {
					t.Errorf("%s %s: nothing differs where it is emptied", k, l.Path)
				} else if !saysLabel(d, label) {
					t.Errorf("%s %s: %q is not named in %q", k, l.Path, label, written(d))
				}
			}
		}
	}
}

func saysLabel(all []Difference, label string) bool {
	return slices.ContainsFunc(all, func(d Difference) bool {
		return strings.Contains(d.Field.String(), label) || strings.Contains(d.Before.String(), label) || strings.Contains(d.After.String(), label)
	})
}

// written writes differences as "field: before → after".
func written(all []Difference) []string {
	var out []string
	for _, d := range all {
		out = append(out, fmt.Sprintf("%s: %s → %s", d.Field, d.Before, d.After))
	}
	return out
}

// What stands in a list is compared with what it has come from.
func TestComparisonOfLists(t *testing.T) {
	purposes := func(texts ...string) model.Answer[[]model.Purpose] {
		var list []model.Purpose
		for _, text := range texts {
			list = append(list, model.Purpose{Text: text, Bases: model.Say[[]model.Basis](model.NotStated)})
		}
		return model.Value(list)
	}
	for _, c := range []struct {
		name          string
		before, after model.Answer[[]model.Purpose]
		want          []string
	}{
		{"nothing", purposes("A", "B"), purposes("A", "B"), nil},
		{"one is put first", purposes("A", "B"), purposes("N", "A", "B"), []string{"Purposes 1: – → Purpose: N\nLegal bases: not stated"}},
		{"one is put between", purposes("A", "B"), purposes("A", "N", "B"), []string{"Purposes 2: – → Purpose: N\nLegal bases: not stated"}},
		{"the first is taken out", purposes("A", "B", "C"), purposes("B", "C"), []string{"Purposes 1: Purpose: A\nLegal bases: not stated → –"}},
		{"one is written anew", purposes("A", "B", "C"), purposes("A", "X", "C"), []string{"Purposes 2 · Purpose: B → X"}},
		{"the only one", purposes("A"), purposes("X"), []string{"Purposes · Purpose: A → X"}},
		{"an answer becomes a list", model.Say[[]model.Purpose](model.NotStated), purposes("A"), []string{"Purposes: not stated → Purpose: A\nLegal bases: not stated"}},
		{"a list becomes an answer", purposes("A"), model.Say[[]model.Purpose](model.None), []string{"Purposes: Purpose: A\nLegal bases: not stated → none"}},
		{"none, and not answered", model.Say[[]model.Purpose](model.None), model.Answer[[]model.Purpose]{}, []string{"Purposes: none → not answered"}},
		{"not stated, and not applicable", model.Say[[]model.Purpose](model.NotStated), model.Say[[]model.Purpose](model.NotApplicable), []string{"Purposes: not stated → not applicable"}},
		{"past an empty one", model.Value([]model.Purpose{{}, {Text: "A"}}), model.Value([]model.Purpose{{Text: "A"}}), []string{"Purpose (purposes 1): not answered → A", "Purpose (purposes 2): A → not answered"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := written(compareRecords(t, &model.Activity{Purposes: c.before}, &model.Activity{Purposes: c.after}))
			if !slices.Equal(got, c.want) {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

// Evidence that has followed its entry to another place says the same; one
// that has been given to another entry does not.
func TestComparisonOfEvidence(t *testing.T) {
	a := &model.Activity{Purposes: model.Value([]model.Purpose{{Text: "A"}, {Text: "B"}})}
	a.Evidence = []model.Evidence{{Field: "purposes[1].text", Quote: "b"}}
	moved := model.Clone(a)
	if err := errors.Join(model.Insert(moved, "purposes", 0), model.Set(moved, "purposes[0].text", "N")); err != nil {
		t.Fatal(err)
	}
	if got, want := written(compareRecords(t, a, moved)), []string{"Purposes 1: – → Purpose: N"}; !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
	moved.Meta().Evidence[0].Field = "purposes[1].text"
	if got := written(compareRecords(t, a, moved)); len(got) != 2 || !strings.Contains(got[1], "Purpose (purposes 2) → Purpose (purposes 2)") {
		t.Errorf("evidence for another entry: %q", got)
	}
}

// A long list is still compared, by position.
func TestComparisonOfALongList(t *testing.T) {
	list := func(n int, text string) model.Answer[[]model.Purpose] {
		all := make([]model.Purpose, n)
		for i := range all {
			all[i].Text = fmt.Sprint(text, i)
		}
		return model.Value(all)
	}
	d := compareRecords(t, &model.Activity{Purposes: list(3000, "a")}, &model.Activity{Purposes: list(3001, "b")})
	if len(d) != 3001 {
		t.Errorf("%d differences, want 3001", len(d))
	}
}

func TestContrast(t *testing.T) {
	english, err := words.In("en")
	if err != nil {
		t.Fatal(err)
	}
	bold := func(text Text) string {
		var b strings.Builder
		for _, r := range text {
			if r.Style == Bold {
				b.WriteString("[" + r.Text + "]")
			} else {
				b.WriteString(r.Text)
			}
		}
		return b.String()
	}
	several := func(all ...string) Text {
		var out Text
		for _, s := range all {
			out = join("; ", out, Say(s))
		}
		return out
	}
	for _, c := range []struct {
		name                  string
		before, after         Text
		wantBefore, wantAfter string
	}{
		{"a word in the middle", Say("slettes efter fem år ved udgangen"), Say("slettes efter ti år ved udgangen"), "slettes efter [fem] år ved udgangen", "slettes efter [ti] år ved udgangen"},
		{"a word more", Say("navn og adresse"), Say("navn og privat adresse"), "navn og adresse", "navn og [privat ]adresse"},
		{"little in common", Say("ja"), Say("nej, aldrig"), "ja", "nej, aldrig"},
		{"half a letter in common", Say("å og ø"), Say("æ og ø"), "[å] og ø", "[æ] og ø"},
		{"one value more", several("A", "B"), several("A", "B", "C"), "A; B", "A; B; [C]"},
		{"one value of many", several("A", "B", "C", "D", "E"), several("X", "A", "B", "C", "D", "E"), "5 unchanged", "[X]; 5 unchanged"},
		{"another order", several("A", "B", "C", "D", "E"), several("E", "A", "B", "C", "D"), "A; B; C; D; E", "E; A; B; C; D"},
		{"an answer", styled("not stated", Absent), Say("A"), "not stated", "A"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, a := contrast(english, c.before, c.after)
			if bold(b) != c.wantBefore || bold(a) != c.wantAfter {
				t.Errorf("%q and %q, want %q and %q", bold(b), bold(a), c.wantBefore, c.wantAfter)
			}
		})
	}
}
