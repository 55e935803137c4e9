package main

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"time"

	"fortegnelse/export"
	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

var compareCommand = command{
	name:      "compare",
	opens:     true,
	arguments: "-from DATE|TIME [-to DATE|TIME] [-format text|json|pdf|xlsx] [-language L] [-edition internal|authority] [-author A] [-generated-at TIME] [-force] [-out PATH] FILE",
	example:   "fortegn compare -from 2026-03-01 -to 2026-06-30 -format pdf -out spring.pdf kalmia.fortegnelse",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		var x comparing
		f.StringVar(&x.from, "from", "", p.text("from"))
		f.StringVar(&x.to, "to", "", p.text("to"))
		f.StringVar(&x.format, "format", "text", p.text("format.compare"))
		f.StringVar(&x.language, "language", "", p.text("language"))
		f.StringVar(&x.edition, "edition", string(report.Internal), p.text("edition"))
		f.StringVar(&x.author, "author", "", p.text("author.compare"))
		f.StringVar(&x.generatedAt, "generated-at", "", p.text("generated-at"))
		f.StringVar(&x.out, "out", "", p.text("out"))
		f.BoolVar(&x.force, "force", false, p.text("force"))
		return func(args []string) error {
			if len(args) != 1 {
				return wrongCount("compare")
			}
			return p.compare(x, args[0])
		}
	},
}

// comparing holds the flags of a comparison.
type comparing struct {
	from, to, format, language, edition, author, generatedAt, out string
	force                                                         bool
}

func (p *program) compare(x comparing, file string) error {
	o, err := p.comparisonOptions(&x)
	if err != nil {
		return err
	}
	s, err := p.openHistory(file)
	if err != nil {
		return err
	}
	defer s.Close() // only read
	before, err := s.AsOf(o.From)
	if err != nil {
		return about(file, err)
	}
	after, err := s.AsOf(o.To)
	if err != nil {
		return about(file, err)
	}
	c, err := p.languageOf(x.language, after)
	if err != nil {
		return err
	}
	o.Language = c.Language()
	return p.deliver(x.out, x.force, file, func(w io.Writer) error {
		to := *p
		to.stdout = w
		switch x.format {
		case "json":
			return to.printJSON(comparisonOf(model.Compare(before, after), before, after, o.From, o.To))
		case "text":
			to.printComparison(before, after, o, c)
			return nil
		}
		return export.WriteComparison(p.ctx, x.format, w, before, after, o, nil)
	})
}

// comparisonOptions reads the flags of a comparison. Text and JSON are
// printed where no file is named.
func (p *program) comparisonOptions(x *comparing) (o report.ComparisonOptions, err error) {
	printed := x.format == "text" || x.format == "json"
	switch {
	case !printed && !slices.Contains(export.ComparisonFormats, x.format):
		return o, &export.UnknownFormatError{Format: x.format, Known: append([]string{"text", "json"}, export.ComparisonFormats...)}
	case x.from == "":
		return o, &usageError{key: "cli.usage.from"}
	case x.out == "" && !printed:
		return o, &usageError{key: "cli.usage.out"}
	case x.out == "":
		x.out = "-"
	}
	o = report.ComparisonOptions{Author: author(x.author), Version: version}
	if o.Edition, err = editionOf(x.edition); err != nil {
		return o, err
	}
	if printed && o.Edition != report.Internal {
		return o, &usageError{key: "cli.usage.edition_of_print", pairs: []any{"Format", x.format}}
	}
	if o.GeneratedAt, err = p.generated(x.generatedAt); err != nil {
		return o, err
	}
	if o.From, err = p.instant(x.from); err != nil {
		return o, err
	}
	if o.To, err = p.instant(x.to); err != nil {
		return o, err
	}
	if o.To.IsZero() {
		o.To = p.now()
	}
	if o.From.After(o.To) {
		return o, &usageError{key: "cli.usage.order_of_dates", pairs: []any{"From", x.from, "To", x.to}}
	}
	if x.language != "" {
		_, err = words.In(x.language)
	}
	return o, err
}

// printComparison prints what has come, gone and changed; references are
// named as they were on each side.
func (p *program) printComparison(was, is *model.Register, o report.ComparisonOptions, c *words.Catalogue) {
	fmt.Fprintln(p.stdout, c.Text("cli.compare.title",
		"From", c.Date(model.DateOf(o.From)), "FromClock", c.Clock(o.From), "To", c.Date(model.DateOf(o.To)), "ToClock", c.Clock(o.To)))
	before, after := outline{p.stdout, was, c}, outline{p.stdout, is, c}
	comparison := model.Compare(was, is)
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
			fmt.Fprintf(p.stdout, "  %s: %s → %s\n", c.Text("comparison.info."+f.Path), infoSide(c, f.Path, f.Before), infoSide(c, f.Path, f.After))
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
