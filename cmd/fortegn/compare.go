package main

import (
	"flag"
	"fmt"
	"time"

	"fortegnelse/model"
	"fortegnelse/model/words"
)

var compareCommand = command{
	name:      "compare",
	arguments: "-from DATE|TIME [-to DATE|TIME] [-format text|json] [-language L] FILE",
	example:   "fortegn compare -from 2026-03-01 -to 2026-06-30 kalmia.fortegnelse",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		var x comparing
		f.StringVar(&x.from, "from", "", p.text("from"))
		f.StringVar(&x.to, "to", "", p.text("to"))
		f.StringVar(&x.format, "format", "text", p.text("format"))
		f.StringVar(&x.language, "language", "", p.text("language"))
		return func(args []string) error {
			if len(args) != 1 {
				return wrongCount("compare")
			}
			return p.compare(x, args[0])
		}
	},
}

// comparing holds the flags of a comparison.
type comparing struct{ from, to, format, language string }

func (p *program) compare(x comparing, file string) error {
	if err := textOrJSON(x.format); err != nil {
		return err
	}
	if x.from == "" {
		return &usageError{key: "cli.usage.from"}
	}
	from, err := p.instant(x.from)
	if err != nil {
		return err
	}
	to, err := p.instant(x.to)
	if err != nil {
		return err
	}
	if to.IsZero() {
		to = p.now()
	}
	if from.After(to) {
		return &usageError{key: "cli.usage.order_of_dates", pairs: []any{"From", x.from, "To", x.to}}
	}
	if x.language != "" {
		if _, err := words.In(x.language); err != nil {
			return err
		}
	}
	s, err := openHistory(file)
	if err != nil {
		return err
	}
	defer s.Close() // only read
	before, err := s.AsOf(from)
	if err != nil {
		return about(file, err)
	}
	after, err := s.AsOf(to)
	if err != nil {
		return about(file, err)
	}
	comparison := model.Compare(before, after)
	if x.format == "json" {
		return p.printJSON(comparisonOf(comparison, before, after, from, to))
	}
	c, err := p.languageOf(x.language, after)
	if err != nil {
		return err
	}
	fmt.Fprintln(p.stdout, c.Text("cli.compare.title",
		"From", c.Date(model.DateOf(from)), "FromClock", c.Clock(from), "To", c.Date(model.DateOf(to)), "ToClock", c.Clock(to)))
	p.printComparison(comparison, outline{p.stdout, before, c}, outline{p.stdout, after, c})
	return nil
}

// printComparison prints what has come, gone and changed; references are
// named as they were on each side.
func (p *program) printComparison(comparison model.Comparison, before, after outline) {
	c := after.c
	if comparison.Empty() {
		fmt.Fprintf(p.stdout, "\n%s\n", c.Text("cli.compare.none"))
	}
	heading := func(key string, n int) bool {
		if n > 0 {
			fmt.Fprintf(p.stdout, "\n%s (%d)\n", c.Text("cli.compare."+key), n)
		}
		return n > 0
	}
	if len(comparison.Register) > 0 {
		fmt.Fprintf(p.stdout, "\n%s\n", c.Text("cli.compare.register"))
		for _, f := range comparison.Register {
			fmt.Fprintf(p.stdout, "  %s: %s → %s\n", c.Text("cli.info."+f.Path), infoSide(c, f.Path, f.Before), infoSide(c, f.Path, f.After))
		}
	}
	if heading("added", len(comparison.Added)) {
		after.titles(comparison.Added)
	}
	if heading("removed", len(comparison.Removed)) {
		before.titles(comparison.Removed)
	}
	if heading("changed", len(comparison.Changed)) {
		for _, revised := range comparison.Changed {
			after.titles([]model.Record{revised.After})
			k := revised.After.Kind()
			for _, f := range revised.Fields {
				fmt.Fprintf(p.stdout, "      %s: %s → %s\n", after.label(k, f.Path), before.side(k, f.Path, f.Before), after.side(k, f.Path, f.After))
			}
		}
	}
}

// infoSide returns one side of a change of what the register says of itself.
func infoSide(c *words.Catalogue, path string, v any) string {
	text, given := v.(string)
	switch {
	case !given:
		return c.Answer(model.Unanswered)
	case path == "language" && c.Has("language."+text):
		return c.Text("language." + text)
	case path == "country":
		return c.Code("country", text)
	}
	return text
}

// comparisonJSON is what compare -format json prints; its schema is
// assets/schema/comparison.schema.json.
type comparisonJSON struct {
	From     time.Time           `json:"from"`
	To       time.Time           `json:"to"`
	Register []model.FieldChange `json:"register"`
	Added    []differenceJSON    `json:"added"`
	Removed  []differenceJSON    `json:"removed"`
	Changed  []differenceJSON    `json:"changed"`
}

type differenceJSON struct {
	Record   string              `json:"record"`
	RecordID model.ID            `json:"recordId"`
	Kind     model.Kind          `json:"kind"`
	Title    string              `json:"title"`
	Fields   []model.FieldChange `json:"fields"`
}

func comparisonOf(c model.Comparison, before, after *model.Register, from, to time.Time) comparisonJSON {
	out := comparisonJSON{
		From: from.UTC(), To: to.UTC(), Register: append([]model.FieldChange{}, c.Register...),
		Added: []differenceJSON{}, Removed: []differenceJSON{}, Changed: []differenceJSON{},
	}
	difference := func(r *model.Register, rec model.Record, fields []model.FieldChange) differenceJSON {
		head := rec.Meta()
		return differenceJSON{head.Number, head.ID, rec.Kind(), r.Title(rec), fields}
	}
	for _, rec := range c.Added {
		out.Added = append(out.Added, difference(after, rec, model.Diff(nil, rec)))
	}
	for _, rec := range c.Removed {
		out.Removed = append(out.Removed, difference(before, rec, model.Diff(rec, nil)))
	}
	for _, revised := range c.Changed {
		out.Changed = append(out.Changed, difference(after, revised.After, revised.Fields))
	}
	return out
}
