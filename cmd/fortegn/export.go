package main

import (
	"bufio"
	"flag"
	"fmt"
	"time"

	"fortegnelse/export"
	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

var exportCommand = command{
	name:      "export",
	arguments: "-format FORMAT [-language L] [-edition authority|internal] [-entity ID] [-as-of DATE|TIME] [-generated-at TIME] [-force] -out PATH FILE",
	example:   "fortegn export -format pdf -language da -out kalmia.pdf kalmia.fortegnelse",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		var x exporting
		f.StringVar(&x.format, "format", "", p.text("format.export"))
		f.StringVar(&x.language, "language", "", p.text("language"))
		f.StringVar(&x.edition, "edition", string(report.ForAuthority), p.text("edition"))
		f.StringVar(&x.entity, "entity", "", p.text("entity"))
		f.StringVar(&x.asOf, "as-of", "", p.text("as-of"))
		f.StringVar(&x.generatedAt, "generated-at", "", p.text("generated-at"))
		f.StringVar(&x.out, "out", "", p.text("out"))
		f.BoolVar(&x.force, "force", false, p.text("force"))
		return func(args []string) error {
			if len(args) != 1 {
				return wrongCount("export")
			}
			return p.export(x, args[0])
		}
	},
}

// exporting holds the flags of an export.
type exporting struct {
	format, language, edition, entity, asOf, generatedAt, out string
	force                                                     bool
}

func (p *program) export(x exporting, file string) error {
	if x.out == "" {
		return &usageError{key: "cli.usage.out"}
	}
	if !known(x.format) {
		return &export.UnknownFormatError{Format: x.format}
	}
	o := report.Options{Edition: report.Edition(x.edition), GeneratedAt: p.now(), Version: version}
	if o.Edition != report.ForAuthority && o.Edition != report.Internal {
		return &usageError{key: "cli.usage.edition", pairs: []any{"Edition", x.edition}}
	}
	if x.generatedAt != "" {
		t, err := time.Parse(time.RFC3339, x.generatedAt)
		if err != nil {
			return &usageError{key: "cli.usage.time", pairs: []any{"Time", x.generatedAt}}
		}
		o.GeneratedAt = t
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
	o.AsOf = at
	r, err := readRegisterAsOf(file, at)
	if err != nil {
		return err
	}
	catalogue, err := p.languageOf(x.language, r)
	if err != nil {
		return err
	}
	o.Language = catalogue.Language()
	if x.entity != "" {
		rec, err := findRecord(r, x.entity)
		if err != nil {
			return about(file, err)
		}
		if rec.Kind() != model.KindLegalEntity {
			return &usageError{key: "cli.usage.entity", pairs: []any{"Record", x.entity}}
		}
		o.Entity = rec.Meta().ID
	}
	if x.out == "-" {
		w := bufio.NewWriter(p.stdout)
		if err := export.Write(p.ctx, x.format, w, r, o, nil); err != nil {
			return about(file, err)
		}
		return w.Flush()
	}
	if err := export.ToFile(p.ctx, x.format, x.out, x.force, r, o, nil); err != nil {
		return about(x.out, err)
	}
	fmt.Fprintln(p.stdout, p.words.Text("cli.export.done", "Path", x.out))
	return nil
}

func known(format string) bool {
	for _, f := range export.Formats {
		if f.Name == format {
			return true
		}
	}
	return false
}
