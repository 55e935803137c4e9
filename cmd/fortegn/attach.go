package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
	"fortegnelse/model/store"
)

var attachCommand = command{
	name: "attach", opens: true, arguments: "[-replace RECORD] [-title T] [-kind K] [-about RECORD] [-author NAME] FILE PATH",
	example: "fortegn attach -kind data_processing_agreement -about P-02 kalmia.fortegnelse aftale.pdf",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		var a attachment
		f.StringVar(&a.replace, "replace", "", p.text("replace"))
		f.StringVar(&a.title, "title", "", p.text("title"))
		f.StringVar(&a.kind, "kind", "", p.text("kind"))
		f.StringVar(&a.about, "about", "", p.text("about"))
		f.StringVar(&a.author, "author", "", p.text("author"))
		return func(args []string) error {
			if len(args) != 2 {
				return wrongCount("attach")
			}
			if _, known := law.Find("document_kind", a.kind); a.kind != "" && !known {
				return &usageError{key: "cli.usage.kind", pairs: []any{"Kind", a.kind, "Known", strings.Join(documentKinds(), ", ")}}
			}
			return p.attach(args[0], args[1], a)
		}
	},
}

// attachment holds the flags of attach.
type attachment struct{ replace, title, kind, about, author string }

var errNotFile = errors.New("it is not a file")

// notDocumentError says that a record is not a document.
type notDocumentError struct{ name string }

func (e *notDocumentError) Error() string { return e.name + " is not a document" }

// attach stores the bytes of the file at path in a register, with a new record
// or with one that is there.
func (p *program) attach(file, path string, a attachment) error {
	source, err := openFile(path)
	if err != nil {
		return about(path, err)
	}
	defer source.Close() // only read
	s, err := p.open(file)
	if err != nil {
		return about(file, err)
	}
	defer s.Close() // saved or not, the file is whole
	d, err := a.document(s.Register(), path)
	if err != nil {
		return about(file, err)
	}
	if d.ID == "" {
		d.ID = model.NewID(p.now())
	}
	hash, size, err := s.Attach(&interruptible{p.ctx, source})
	switch {
	case errors.Is(err, store.ErrTooLarge), errors.Is(err, store.ErrEmptyDocument), errors.Is(err, store.ErrReadTwice):
		return about(path, err)
	case err != nil:
		return about(file, err)
	}
	d.SHA256, d.Size, d.MediaType = hash, int(size), model.MediaTypeOf(path)
	if _, err := s.Save(model.Change{Put: []model.Record{d}}, author(a.author)); err != nil {
		return about(file, err)
	}
	fmt.Fprintln(p.stdout, p.words.Text("cli.attach.done", "Number", d.Number, "Title", d.Title, "Size", p.words.Number(d.Size), "Hash", hash))
	return nil
}

func openFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNotFile
	}
	return os.Open(path)
}

// document makes the record for a file at path, or changes one. A new one has
// no ID yet.
func (a attachment) document(r *model.Register, path string) (*model.Document, error) {
	var d *model.Document
	if a.replace != "" {
		was, err := findDocument(r, a.replace)
		if err != nil {
			return nil, err
		}
		d = model.Clone(was).(*model.Document)
	} else {
		name := filepath.Base(path)
		d = &model.Document{Title: strings.TrimSuffix(name, filepath.Ext(name))}
		d.Number = r.NextNumber(model.KindDocument)
	}
	if a.title != "" {
		d.Title = a.title
	}
	if a.kind != "" {
		d.Type = model.DocumentKind(a.kind)
	}
	if a.about != "" {
		rec, err := findRecord(r, a.about)
		if err != nil {
			return nil, err
		}
		if id := rec.Meta().ID; !slices.Contains(d.About, id) {
			d.About = append(d.About, id)
		}
	}
	return d, nil
}

// findDocument finds a document by its number or its ID.
func findDocument(r *model.Register, name string) (*model.Document, error) {
	rec, err := findRecord(r, name)
	if err != nil {
		return nil, err
	}
	d, ok := rec.(*model.Document)
	if !ok {
		return nil, &notDocumentError{rec.Meta().Number}
	}
	return d, nil
}

// documentKinds lists what -kind takes.
func documentKinds() []string {
	var kinds []string
	for _, item := range law.Codes("document_kind") {
		kinds = append(kinds, item.Code)
	}
	return kinds
}

// interruptible is a file that can be read until the program is to end.
type interruptible struct {
	ctx context.Context
	io.ReadSeeker
}

func (i *interruptible) Read(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	return i.ReadSeeker.Read(p)
}
