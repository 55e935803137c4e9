package main

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/store"
)

var undeleteCommand = command{
	name: "undelete", opens: true, arguments: "[-author NAME] FILE [RECORD]", example: "fortegn undelete kalmia.fortegnelse D-02",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		by := f.String("author", "", p.text("author"))
		return func(args []string) error {
			switch len(args) {
			case 1:
				return about(args[0], p.deletions(args[0]))
			case 2:
				return about(args[0], p.undelete(args[0], args[1], author(*by)))
			}
			return wrongCount("undelete")
		}
	},
}

// deletions prints the deleted records, the one deleted last first.
func (p *program) deletions(file string) error {
	s, err := p.openReadOnly(file)
	if err != nil {
		return err
	}
	defer s.Close() // only read
	deletions, err := s.Deletions()
	if err != nil {
		return err
	}
	for _, d := range deletions {
		at := d.Time.Local()
		fmt.Fprintf(p.stdout, "%s  %s %s  %s  %s  (%s)\n", d.Record.Meta().Number, p.words.ShortDate(model.DateOf(at)),
			p.words.Clock(at), d.Author, s.Register().Title(d.Record), p.words.Kind(d.Record.Kind()))
	}
	if len(deletions) == 0 {
		fmt.Fprintln(p.stdout, p.words.Text("cli.undelete.none"))
	}
	return nil
}

// undelete brings a deleted record back. Of several that had the number, it
// is the one deleted last.
func (p *program) undelete(file, name, author string) error {
	s, err := p.open(file)
	if err != nil {
		return err
	}
	defer s.Close() // saved or not, the file is whole
	deletions, err := s.Deletions()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(deletions, func(d store.Deletion) bool {
		return string(d.Record.Meta().ID) == name || strings.EqualFold(d.Record.Meta().Number, name)
	})
	if i < 0 {
		return &notDeletedError{name}
	}
	was := deletions[i].Record.Meta().Number
	rec, err := s.Restore(deletions[i].Record.Meta().ID, author)
	if err != nil {
		return err
	}
	key := "cli.undelete.done"
	if rec.Meta().Number != was {
		key = "cli.undelete.renumbered"
	}
	fmt.Fprintln(p.stdout, p.words.Text(key, "Number", rec.Meta().Number, "Was", was, "Name", s.Register().Title(rec)))
	return nil
}

// notDeletedError says that no deleted record has a number or ID.
type notDeletedError struct{ name string }

func (e *notDeletedError) Error() string { return "there is no deleted record " + e.name }

// namesOf lists records by number and name.
func namesOf(records []model.Record) string {
	names := make([]string, len(records))
	for i, rec := range records {
		names[i] = strings.TrimSpace(rec.Meta().Number + " " + rec.Name())
	}
	return strings.Join(names, ", ")
}
