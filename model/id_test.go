package model_test

import (
	"testing"
	"time"

	"fortegnelse/model"
)

func TestDayOfID(t *testing.T) {
	for _, c := range []struct {
		name string
		id   model.ID
		want string
	}{
		{"by day", model.NewID(time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC)), "2026-11-22"},
		{"a day earlier in UTC", model.NewID(time.Date(2026, 11, 22, 0, 30, 0, 0, time.FixedZone("", 3600))), "2026-11-21"},
		{"not an ID", "B-01", model.Date{}.String()},
		{"none", "", model.Date{}.String()},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.id.Day().String(); got != c.want {
				t.Errorf("made on %s, want %s", got, c.want)
			}
		})
	}
}
