package store

import (
	"slices"
	"testing"
	"time"
)

// A day with a machine that sleeps, a clock that jumps to the next day and
// back, and a person who travels: what is said of the past and which copies are
// kept agree with what was seen when it was saved.
func TestClockThatJumpsAcrossADay(t *testing.T) {
	west := time.FixedZone("west", -8*60*60)
	s := small(t)
	var clock time.Time
	s.now = func() time.Time { return clock }
	began := time.Now().UTC().Truncate(24*time.Hour).AddDate(0, 0, 30) // after the register was made
	at := func(day, hour int) time.Time { return began.AddDate(0, 0, day).Add(time.Duration(hour) * time.Hour) }
	for _, step := range []struct {
		title string
		clock time.Time
	}{
		{"morgen", at(0, 8)},
		{"efter dvale", at(0, 20)},
		{"på rejse", at(0, 23).In(west)},
		{"i morgen", at(1, 20)}, // the clock is a day ahead
		{"i dag igen", at(0, 23)},
	} {
		clock = step.clock
		retitle(t, s, step.title)
		rotated(t, s, clock)
	}
	title := func(when time.Time) string {
		r, err := s.AsOf(when)
		if err != nil {
			t.Fatal(err)
		}
		return r.Content().Records()[0].Name()
	}
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{at(0, 9), "morgen"}, {at(0, 22), "efter dvale"}, {at(0, 23).In(west), "på rejse"}, {at(1, 19), "på rejse"},
		{at(1, 20), "i dag igen"}, // the last one counts since the latest time seen before it
	} {
		if got := title(c.at); got != c.want {
			t.Errorf("at %s: %s, want %s", c.at, got, c.want)
		}
	}
	want := []string{at(1, 20).Format("2006-01-02 15:04"), at(0, 23).Format("2006-01-02 15:04")}
	if got := taken(t, BackupFolder(s.path)); !slices.Equal(got, want) {
		t.Errorf("copies of %v, want %v", got, want)
	}
	newest, ok := newestBackup(s.path, at(0, 23))
	if !ok || !newest.Taken.Equal(at(0, 23)) {
		t.Errorf("while the clock is right the newest is of %v, want the one made now", newest.Taken)
	}
}
