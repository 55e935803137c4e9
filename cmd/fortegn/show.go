package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"time"

	"fortegnelse/export/jsonfile"
	"fortegnelse/model"
	"fortegnelse/model/store"
	"fortegnelse/model/words"
)

var showCommand = command{
	name: "show", opens: true, arguments: "[-as-of DATE|TIME] [-format text|json] [-language L] FILE [RECORD]", example: "fortegn show kalmia.fortegnelse B-01",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		asOf := f.String("as-of", "", p.text("as-of"))
		format := f.String("format", "text", p.text("format"))
		language := f.String("language", "", p.text("language"))
		return func(args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return wrongCount("show")
			}
			if err := textOrJSON(*format); err != nil {
				return err
			}
			if *language != "" {
				if _, err := words.In(*language); err != nil {
					return err
				}
			}
			at, err := p.instant(*asOf)
			if err != nil {
				return err
			}
			r, err := p.readRegisterAsOf(args[0], at)
			if errors.Is(err, store.ErrNewerSchema) && *format == "json" && len(args) == 1 && at.IsZero() {
				return about(args[0], p.showNewer(args[0]))
			}
			if err != nil {
				return err
			}
			c, err := p.languageOf(*language, r)
			if err != nil {
				return err
			}
			if len(args) == 1 {
				return p.showRegister(r, c, *format, at)
			}
			rec, err := findRecord(r, args[1])
			if err != nil {
				return about(args[0], err)
			}
			if *format == "json" {
				return p.printJSON(rec)
			}
			p.printAsOf(c, at)
			outline{p.stdout, r, c}.record(rec)
			return nil
		}
	},
}

// textOrJSON refuses any other format.
func textOrJSON(format string) error {
	if format == "text" || format == "json" {
		return nil
	}
	return &usageError{key: "cli.usage.format", pairs: []any{"Format", format}}
}

func (p *program) printJSON(v any) error {
	enc := json.NewEncoder(p.stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// showRegister prints the name and number of every record.
func (p *program) showRegister(r *model.Register, c *words.Catalogue, format string, at time.Time) error {
	if format == "json" {
		return jsonfile.Write(p.stdout, r)
	}
	p.printAsOf(c, at)
	fmt.Fprintln(p.stdout, r.Info().Name)
	for _, k := range model.Kinds {
		records := r.Records(k)
		if len(records) == 0 {
			continue
		}
		fmt.Fprintf(p.stdout, "\n%s (%d)\n", c.Kinds(k), len(records))
		outline{p.stdout, r, c}.titles(records)
	}
	return nil
}
