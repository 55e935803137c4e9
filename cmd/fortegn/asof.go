package main

import (
	"fmt"
	"time"

	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/store"
	"fortegnelse/model/words"
)

// futureError says that a date or time has not come yet.
type futureError struct{ text string }

func (e *futureError) Error() string { return e.text + " lies in the future" }

// noHistoryError says that a file holds a register but not its history.
type noHistoryError struct{}

func (noHistoryError) Error() string { return "a JSON export has no history" }

// instant reads an instant of the past: a date, 2026-03-01, stands for the
// end of that day here, and today for now; a time, 2026-03-01T12:00:00Z,
// stands for itself. The empty text is the zero time.
func (p *program) instant(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	now := p.now()
	if day, err := time.ParseInLocation(time.DateOnly, text, time.Local); err == nil {
		if day.After(now) {
			return time.Time{}, &futureError{text}
		}
		if end := day.AddDate(0, 0, 1).Add(-1); end.Before(now) {
			return end, nil
		}
		return now, nil
	}
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return time.Time{}, &usageError{key: "cli.usage.instant", pairs: []any{"Time", text}}
	}
	if at.After(now) {
		return time.Time{}, &futureError{text}
	}
	return at, nil
}

// readRegisterAsOf reads a register as it was; as it is at the zero time.
func (p *program) readRegisterAsOf(path string, at time.Time) (*model.Register, error) {
	if at.IsZero() {
		return p.readRegister(path)
	}
	s, err := p.openHistory(path)
	if err != nil {
		return nil, err
	}
	defer s.Close() // only read
	r, err := s.AsOf(at)
	return r, about(path, err)
}

// openHistory opens a register for reading what it was.
func (p *program) openHistory(path string) (*store.Store, error) {
	isJSON, err := looksLikeJSON(path)
	if err == nil && isJSON {
		err = noHistoryError{}
	}
	if err != nil {
		return nil, about(path, err)
	}
	s, err := p.openReadOnly(path)
	return s, about(path, err)
}

// printAsOf says above what is printed that it was so; nothing for the zero
// time.
func (p *program) printAsOf(c *words.Catalogue, at time.Time) {
	if !at.IsZero() {
		fmt.Fprintf(p.stdout, "%s\n\n", report.AsOf(c, at))
	}
}
