// Package icalendar writes what falls due in a register as a calendar that
// every calendar program reads, RFC 5545.
package icalendar

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"fortegnelse/model"
	"fortegnelse/model/check"
	"fortegnelse/model/words"
)

// Options choose the words and the time that a calendar bears.
type Options struct {
	Words       *words.Catalogue
	GeneratedAt time.Time
	Version     string // of the program
}

// stamp and day are the forms of a time in UTC and of a day.
const (
	stamp = "20060102T150405Z"
	day   = "20060102"
)

// Write writes dues of a register, each as an event of a whole day with its
// reminders. An event keeps its identifier when its day changes, so that a
// calendar that reads a newer file moves it.
func Write(w io.Writer, r *model.Register, dues []check.Due, o Options) error {
	c := newWriter(w)
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.text("PRODID", "-//Fortegnelse//fortegn "+o.Version+"//"+strings.ToUpper(o.Words.Language()))
	c.line("CALSCALE", "GREGORIAN")
	name := o.Words.Text("calendar.name", "Register", r.Info().Name)
	c.text("NAME", name)
	c.text("X-WR-CALNAME", name) // what programs older than RFC 7986 read
	if len(dues) == 0 {
		c.utc()
	}
	for _, d := range dues {
		c.event(r, d, o)
	}
	c.line("END", "VCALENDAR")
	if err := c.out.Flush(); err != nil {
		return fmt.Errorf("writing the calendar: %w", err)
	}
	return nil
}

// writer writes content lines; what goes wrong shows when it is flushed.
type writer struct{ out *bufio.Writer }

func newWriter(w io.Writer) writer { return writer{bufio.NewWriter(w)} }

func (c writer) event(r *model.Register, d check.Due, o Options) {
	summary := d.Message(o.Words, r)
	c.line("BEGIN", "VEVENT")
	c.line("UID", d.Key()+"@fortegnelse")
	c.line("DTSTAMP", o.GeneratedAt.UTC().Format(stamp))
	c.line("DTSTART;VALUE=DATE", d.On.Time().Format(day))
	c.text("SUMMARY", summary)
	c.text("DESCRIPTION", o.Words.Text("calendar.detail", "Record", name(r, d.Record), "Field", label(o.Words, d)))
	c.line("TRANSP", "TRANSPARENT") // nobody is busy the whole day
	for _, days := range d.Remind {
		c.line("BEGIN", "VALARM")
		c.line("ACTION", "DISPLAY")
		c.text("DESCRIPTION", summary)
		c.line("TRIGGER", fmt.Sprintf("-P%dD", days))
		c.line("END", "VALARM")
	}
	c.line("END", "VEVENT")
}

// name names a record by its number and what people call it.
func name(r *model.Register, rec model.Record) string {
	if title := r.Title(rec); title != rec.Meta().Number {
		return rec.Meta().Number + " " + title
	}
	return rec.Meta().Number
}

// label names the field that a day follows from.
func label(c *words.Catalogue, d check.Due) string {
	if f, known := model.FieldAt(d.Record.Kind(), d.Field); known {
		return c.Label(f)
	}
	return d.Field
}

// utc writes a time zone: a calendar without any component is none.
func (c writer) utc() {
	for _, l := range [][2]string{
		{"BEGIN", "VTIMEZONE"}, {"TZID", "UTC"}, {"BEGIN", "STANDARD"}, {"DTSTART", "19700101T000000"},
		{"TZOFFSETFROM", "+0000"}, {"TZOFFSETTO", "+0000"}, {"END", "STANDARD"}, {"END", "VTIMEZONE"},
	} {
		c.line(l[0], l[1])
	}
}

// text writes a line whose value is text, which may hold anything.
func (c writer) text(property, value string) { c.line(property, escaped(value)) }

// longest is how many bytes a line has at most, without its end.
const longest = 75

// line writes a content line, folded where it is too long: the next line goes
// on behind a blank. No character is torn apart.
func (c writer) line(property, value string) {
	line := property + ":" + value
	for room := longest; len(line) > room; room = longest - 1 {
		at := room
		for !utf8.RuneStart(line[at]) {
			at--
		}
		c.out.WriteString(line[:at] + "\r\n ")
		line = line[at:]
	}
	c.out.WriteString(line + "\r\n")
}

// escaped writes text as the value of a property: some characters have a
// meaning there, and control characters cannot stand in it.
func escaped(text string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\r\n", "\n") {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\\' || r == ';' || r == ',':
			b.WriteString(`\` + string(r))
		case r == '\t' || r >= ' ' && r != 0x7f:
			b.WriteRune(r)
		}
	}
	return b.String()
}
