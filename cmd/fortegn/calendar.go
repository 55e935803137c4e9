package main

import (
	"flag"
	"fmt"
	"slices"
	"time"

	"fortegnelse/export/icalendar"
	"fortegnelse/model"
	"fortegnelse/model/check"
	"fortegnelse/model/law"
	"fortegnelse/model/words"
)

var calendarCommand = command{
	name: "calendar", opens: true,
	arguments: "[-until DATE] [-as-of DATE|TIME] [-language L] [-format text|ics|json] [-generated-at TIME] FILE",
	example:   "fortegn calendar -format ics kalmia.fortegnelse > kalmia.ics",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		var x listing
		f.StringVar(&x.until, "until", "", p.text("until"))
		f.StringVar(&x.asOf, "as-of", "", p.text("as-of"))
		f.StringVar(&x.language, "language", "", p.text("language"))
		f.StringVar(&x.format, "format", "text", p.text("format.calendar"))
		f.StringVar(&x.generatedAt, "generated-at", "", p.text("generated-at"))
		return func(args []string) error {
			if len(args) != 1 {
				return wrongCount("calendar")
			}
			return p.calendar(x, args[0])
		}
	},
}

// listing holds the flags of a calendar.
type listing struct{ until, asOf, language, format, generatedAt string }

// calendar prints what falls due in a register.
func (p *program) calendar(x listing, file string) error {
	if !slices.Contains([]string{"text", "ics", "json"}, x.format) {
		return &usageError{key: "cli.usage.format.calendar", pairs: []any{"Format", x.format}}
	}
	until, err := model.ParseDate(x.until)
	if err != nil {
		return &usageError{key: "cli.usage.day", pairs: []any{"Day", x.until}}
	}
	made, err := p.generated(x.generatedAt)
	if err != nil {
		return err
	}
	if x.language != "" {
		if _, err := words.In(x.language); err != nil {
			return err
		}
	}
	at, err := p.instant(x.asOf)
	if err != nil {
		return err
	}
	r, err := p.readRegisterAsOf(file, at)
	if err != nil {
		return err
	}
	c, err := p.languageOf(x.language, r)
	if err != nil {
		return err
	}
	on := model.DateOf(p.now())
	if !at.IsZero() {
		on = model.DateOf(at.Local())
	}
	dues := check.Calendar(r, on)
	if !until.IsZero() {
		dues = slices.DeleteFunc(dues, func(d check.Due) bool { return until.Before(d.On) })
	}
	switch x.format {
	case "ics":
		return icalendar.Write(p.stdout, r, dues, icalendar.Options{Words: c, GeneratedAt: made, Version: version})
	case "json":
		return p.printDuesJSON(r, c, on, dues)
	}
	p.printDues(r, c, at, dues)
	return nil
}

// urgencySigns stand before what is due.
var urgencySigns = map[check.Urgency]string{check.Overdue: "✕", check.Soon: "!", check.Later: "·"}

func (p *program) printDues(r *model.Register, c *words.Catalogue, at time.Time, dues []check.Due) {
	p.printAsOf(c, at)
	n := map[check.Urgency]int{}
	for _, d := range dues {
		n[d.Urgency]++
		fmt.Fprintf(p.stdout, "%s %s %-6s %s\n", urgencySigns[d.Urgency], d.On, d.Record.Meta().Number, d.Message(c, r))
	}
	fmt.Fprintln(p.stdout, c.Text("cli.calendar.sum", "Overdue", c.Number(n[check.Overdue]), "Soon", c.Number(n[check.Soon]), "Later", c.Number(n[check.Later])))
}

// calendarJSON is what calendar -format json prints; its schema is
// assets/schema/calendar.schema.json.
type calendarJSON struct {
	Register string     `json:"register"`
	AsOf     model.Date `json:"asOf"`
	LawData  model.Date `json:"lawData"`
	Dues     []dueJSON  `json:"dues"`
}

type dueJSON struct {
	Key      string        `json:"key"`
	Event    string        `json:"event"`
	On       model.Date    `json:"on"`
	Urgency  check.Urgency `json:"urgency"`
	Remind   []int         `json:"remind"`
	Record   string        `json:"record"`
	RecordID model.ID      `json:"recordId"`
	Field    string        `json:"field"`
	Message  string        `json:"message"`
}

func (p *program) printDuesJSON(r *model.Register, c *words.Catalogue, on model.Date, dues []check.Due) error {
	out := calendarJSON{Register: r.Info().Name, AsOf: on, LawData: law.Date(), Dues: []dueJSON{}}
	for _, d := range dues {
		out.Dues = append(out.Dues, dueJSON{
			Key: d.Key(), Event: d.Event, On: d.On, Urgency: d.Urgency, Remind: d.Remind,
			Record: d.Record.Meta().Number, RecordID: d.Record.Meta().ID, Field: d.Field, Message: d.Message(c, r),
		})
	}
	return p.printJSON(out)
}
