package model

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Date is a civil date: a day in a calendar, in no time zone. Its text form
// is ISO 8601, "2026-11-21". The zero Date is "no date" and is the empty
// string in text.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf returns the civil date of t in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads the ISO form, "2026-11-21", and nothing else. The empty
// string is the zero Date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a date of the form 2026-11-21", s)
	}
	return DateOf(t), nil
}

var (
	typedDay  = regexp.MustCompile(`^(\d{1,2})\s*[.\-/ ]\s*(\d{1,2})\s*[.\-/ ]\s*(\d{4}|\d{2})$`)
	typedYear = regexp.MustCompile(`^(\d{4})\s*[.\-/ ]\s*(\d{1,2})\s*[.\-/ ]\s*(\d{1,2})$`)
	todays    = map[string]int{
		"i dag": 0, "idag": 0, "today": 0, "dags dato": 0,
		"i morgen": 1, "imorgon": 1, "i morgon": 1, "tomorrow": 1,
		"i går": -1, "igår": -1, "yesterday": -1,
	}
)

// ParseTypedDate reads a date as people type it: "2.1.26", "02-01-2026",
// "2/1 2026", "2026-01-02", "i dag". Day comes before month, as in all Nordic
// countries. A two-digit year lies between 1950 and 2049. Today is the day on
// which "i dag" falls.
func ParseTypedDate(s string, today Date) (Date, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "" {
		return Date{}, nil
	}
	if days, ok := todays[s]; ok {
		return today.AddDays(days), nil
	}
	var y, m, d int
	if f := typedYear.FindStringSubmatch(s); f != nil {
		y, m, d = atoi(f[1]), atoi(f[2]), atoi(f[3])
	} else if f := typedDay.FindStringSubmatch(s); f != nil {
		d, m, y = atoi(f[1]), atoi(f[2]), atoi(f[3])
		if len(f[3]) == 2 {
			y += 1900
			if y < 1950 {
				y += 100
			}
		}
	} else {
		return Date{}, fmt.Errorf("%q is not a date", s)
	}
	date := Date{y, time.Month(m), d}
	if !date.Valid() {
		return Date{}, fmt.Errorf("%q is not a day in the calendar", s)
	}
	return date, nil
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s) // only called on digits
	return n
}

// Valid reports whether d is a day in the calendar.
func (d Date) Valid() bool { return DateOf(d.Time()) == d && d.Year > 0 }

// IsZero reports whether d is "no date".
func (d Date) IsZero() bool { return d == Date{} }

// Time returns midnight UTC of d.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// AddDays returns the date n days after d.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Time().Before(e.Time()) }

// String returns the ISO form, "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalText implements encoding.TextMarshaler.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *Date) UnmarshalText(text []byte) error {
	parsed, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
