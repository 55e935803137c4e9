package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"

	"fortegnelse/export"
	"fortegnelse/model/store"
)

var extractCommand = command{
	name: "extract", opens: true, arguments: "[-as-of DATE|TIME] [-force] -out PATH FILE RECORD",
	example: "fortegn extract -out aftale.pdf kalmia.fortegnelse K-02",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		asOf := f.String("as-of", "", p.text("as-of"))
		out := f.String("out", "", p.text("out"))
		force := f.Bool("force", false, p.text("force"))
		return func(args []string) error {
			if len(args) != 2 {
				return wrongCount("extract")
			}
			if *out == "" {
				return &usageError{key: "cli.usage.out"}
			}
			return p.extract(args[0], args[1], *asOf, *out, *force)
		}
	},
}

// extract writes the file of a document as it is, or as it was, to the path
// out.
func (p *program) extract(file, name, asOf, out string, force bool) error {
	at, err := p.instant(asOf)
	if err != nil {
		return err
	}
	isJSON, err := looksLikeJSON(file)
	if err == nil && isJSON {
		err = store.ErrNotAttached
	}
	if err != nil {
		return about(file, err)
	}
	s, err := p.openReadOnly(file)
	if err != nil {
		return about(file, err)
	}
	defer s.Close() // only read
	r := s.Register()
	if !at.IsZero() {
		if r, err = s.AsOf(at); err != nil {
			return about(file, err)
		}
	}
	d, err := findDocument(r, name)
	if err != nil {
		return about(file, err)
	}
	write := func(w io.Writer) error {
		err := s.Extract(w, d.SHA256)
		if errors.Is(err, store.ErrNotAttached) || errors.Is(err, store.ErrDamaged) || errors.Is(err, store.ErrTampered) {
			return about(file, err)
		}
		return err
	}
	if out == "-" {
		w := bufio.NewWriter(p.stdout)
		if err := write(w); err != nil {
			return err
		}
		return w.Flush()
	}
	if err := export.WriteFile(out, force, write); err != nil {
		var register *fileError
		if errors.As(err, &register) {
			return err
		}
		return about(out, err)
	}
	fmt.Fprintln(p.stdout, p.words.Text("cli.export.done", "Path", out))
	return nil
}
