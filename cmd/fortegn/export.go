package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"time"

	"fortegnelse/export"
	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

var exportCommand = command{
	name:      "export",
	opens:     true,
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
	if err := export.Known(x.format); err != nil {
		return err
	}
	edition, err := editionOf(x.edition)
	if err != nil {
		return err
	}
	made, err := p.generated(x.generatedAt)
	if err != nil {
		return err
	}
	o := report.Options{Edition: edition, GeneratedAt: made, Version: version}
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
	r, err := p.readRegisterAsOf(file, at)
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
	return p.deliver(x.out, x.force, file, func(w io.Writer) error { return export.Write(p.ctx, x.format, w, r, o, nil) })
}

// deliver writes what was made of a file to the path out; "-" is standard
// output. A file that exists is kept, unless force is set.
func (p *program) deliver(out string, force bool, file string, write func(io.Writer) error) error {
	if out == "-" {
		w := bufio.NewWriter(p.stdout)
		if err := write(w); err != nil {
			return about(file, err)
		}
		return w.Flush()
	}
	if err := export.WriteFile(out, force, write); err != nil {
		return about(out, err)
	}
	fmt.Fprintln(p.stdout, p.words.Text("cli.export.done", "Path", out))
	return nil
}

// editionOf reads the name of an edition.
func editionOf(name string) (report.Edition, error) {
	switch e := report.Edition(name); e {
	case report.ForAuthority, report.Internal:
		return e, nil
	}
	return "", &usageError{key: "cli.usage.edition", pairs: []any{"Edition", name}}
}

// generated reads the time that an export bears; none is now.
func (p *program) generated(text string) (time.Time, error) {
	if text == "" {
		return p.now(), nil
	}
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return at, &usageError{key: "cli.usage.time", pairs: []any{"Time", text}}
	}
	return at, nil
}
