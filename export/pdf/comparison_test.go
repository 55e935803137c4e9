package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"fortegnelse/export/report"
	"fortegnelse/model"
)

// A comparison is printed whatever its texts hold: on both sides, in its
// titles and over many pages.
func TestComparison(t *testing.T) {
	kalmia := example(t, "kalmia")
	nothing, err := model.NewRegister(kalmia.Info(), nil)
	if err != nil {
		t.Fatal(err)
	}
	hostile := func(text string) *model.Register {
		rec, _ := kalmia.Numbered("B-01")
		a := model.Clone(rec).(*model.Activity)
		a.Title, a.Description = text, strings.Repeat(text+"\n", 300)
		return kalmia.With(model.Change{Put: []model.Record{a}})
	}
	for _, c := range []struct {
		name          string
		before, after *model.Register
		pages         int // at least
	}{
		{"nothing differs", kalmia, kalmia, 2},
		{"everything is new", nothing, kalmia, 20},
		{"everything is gone", kalmia, nothing, 20},
		{"hostile before", hostile("a\x00\u202e🧑‍⚕️ {nb} \xff =1+1 <b>"), kalmia, 4},
		{"hostile after", kalmia, hostile(strings.Repeat("ÆØÅ", 400)), 4},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := time.Date(2026, 11, 20, 14, 2, 0, 0, time.UTC)
			d, err := report.BuildComparison(c.before, c.after, report.ComparisonOptions{Language: "da", Edition: report.Internal,
				From: at.AddDate(0, -3, 0), To: at, GeneratedAt: at})
			if err != nil {
				t.Fatal(err)
			}
			var first, second bytes.Buffer
			pages := 0
			for _, w := range []*bytes.Buffer{&first, &second} {
				if err := Write(t.Context(), w, d, func(_, total int) { pages = total }); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(first.Bytes(), second.Bytes()) {
				t.Error("a second run gives other bytes")
			}
			if pages < c.pages {
				t.Errorf("%d pages, want %d at least", pages, c.pages)
			}
			if text := fmt.Sprint(*d); strings.Contains(text, "⟨") {
				t.Error("words are missing")
			}
		})
	}
}

// The title of a chapter is never left alone at the foot of a page, however
// far down it comes.
func TestTitleStaysWithTheFirstRecord(t *testing.T) {
	for rows := range 60 {
		filler := report.Table{Columns: []report.Column{{Title: "A", Width: 1}}}
		for range rows {
			filler.Rows = append(filler.Rows, []report.Text{report.Say("x")})
		}
		d := &report.Document{Title: "T", Owner: "O", Language: "en", Sections: []report.Section{
			{Level: 1, Title: "First", Blocks: []report.Block{filler}},
			{Level: 1, Title: "Chapter", Under: report.Say("1 changed")},
			{Level: 2, Number: "B-01", Title: "Record", Blocks: []report.Block{
				report.Table{Columns: filler.Columns, Rows: [][]report.Text{{report.Say("y")}}},
			}},
		}}
		l, err := laidOut(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		on := map[int]int{}
		for page, p := range l.pages {
			for _, at := range p.places {
				on[at.section] = page
			}
		}
		if on[1] != on[2] {
			t.Errorf("after %d rows the chapter is on page %d and its first record on page %d", rows, on[1]+1, on[2]+1)
		}
	}
}
