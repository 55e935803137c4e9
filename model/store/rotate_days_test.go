package store

import (
	"slices"
	"testing"
	"time"
)

// In 400 days of work, two copies on every other day, the newest is kept of
// each of the last eight days and twelve months.
func TestRotationOver400Days(t *testing.T) {
	expected := map[int][]string{
		0: {"2026-01-01 08"},
		5: {"2026-01-06 09", "2026-01-05 08", "2026-01-04 09", "2026-01-03 08", "2026-01-02 09", "2026-01-01 08"},
		40: {
			"2026-02-10 08", "2026-02-09 09", "2026-02-08 08", "2026-02-07 09", "2026-02-06 08", "2026-02-05 09", "2026-02-04 08",
			"2026-02-03 09", "2026-01-31 08",
		},
		399: {
			"2027-02-04 09", "2027-02-03 08", "2027-02-02 09", "2027-02-01 08", "2027-01-31 09", "2027-01-30 08", "2027-01-29 09",
			"2027-01-28 08", "2026-12-31 08", "2026-11-30 09", "2026-10-31 09", "2026-09-30 08", "2026-08-31 08", "2026-07-31 09",
			"2026-06-30 08", "2026-05-31 08", "2026-04-30 09", "2026-03-31 09",
		},
	}
	var kept []RotatingCopy
	for day := range 400 {
		for times := range 1 + day%2 {
			kept = append(kept, RotatingCopy{Taken: time.Date(2026, time.January, 1+day, 8+times, 0, 0, 0, time.UTC)})
			old := RotateOptions{}.noLongerKept(kept, kept[len(kept)-1].Taken)
			kept = slices.DeleteFunc(kept, func(c RotatingCopy) bool { return slices.Contains(old, c) })
		}
		var got []string
		for _, c := range kept {
			got = append(got, c.Taken.Format("2006-01-02 15"))
		}
		slices.Sort(got)
		slices.Reverse(got)
		if want, asked := expected[day]; asked && !slices.Equal(got, want) {
			t.Errorf("after day %d: %v, want %v", day, got, want)
		}
	}
}
