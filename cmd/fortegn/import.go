package main

import (
	"errors"
	"flag"
	"fmt"

	"fortegnelse/export/jsonfile"
	"fortegnelse/model"
	"fortegnelse/model/store"
)

var importCommand = command{
	name: "import", opens: true, arguments: "[-dry-run] [-author NAME] FILE SOURCE", example: "fortegn import -dry-run kalmia.fortegnelse kalmia.json",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		dry := f.Bool("dry-run", false, p.text("dry-run"))
		by := f.String("author", "", p.text("author"))
		return func(args []string) error {
			if len(args) != 2 {
				return wrongCount("import")
			}
			return p.importJSON(args[0], args[1], author(*by), *dry)
		}
	},
}

// importJSON brings the records of a JSON export into a register: into an
// empty one whole, else by their IDs. Nothing is half imported.
func (p *program) importJSON(file, source, author string, dry bool) error {
	isJSON, err := looksLikeJSON(source)
	if err != nil {
		return about(source, err)
	}
	if !isJSON {
		return &usageError{key: "cli.usage.import", pairs: []any{"Source", source}}
	}
	content, err := readJSON(source, jsonfile.Decode)
	if err != nil {
		return err
	}
	open := p.open
	if dry {
		open = p.openReadOnly
	}
	s, err := open(file)
	if err != nil {
		return about(file, err)
	}
	defer s.Close() // saved or not, the file is whole
	if !dry {
		if err := s.Rotate(p.now()); err != nil {
			p.warnBackup(file, err)
		}
	}
	merge := compare(s.Register(), content)
	err = s.Check(merge.change)
	var invalid *store.InvalidError
	if errors.As(err, &invalid) {
		merge.unreadable = invalid.Problems
	} else if err != nil {
		return about(file, err)
	}
	if dry {
		for _, line := range merge.lines {
			fmt.Fprintf(p.stdout, "%s %s %s\n", p.words.Text("cli.action."+string(line.action)), line.record.Meta().Number, line.record.Name())
		}
	}
	for _, problem := range merge.unreadable {
		fmt.Fprintln(p.stderr, source+": "+problem.Error())
	}
	if len(merge.unreadable) > 0 && !dry {
		return about(source, errNothingImported)
	}
	if !dry {
		if _, err := s.Import(merge.change, author); err != nil {
			return about(file, err)
		}
	}
	fmt.Fprintln(p.stdout, p.words.Text("cli.import.counts", "Added", merge.count(store.Created), "Changed", merge.count(store.Changed),
		"Removed", 0, "Unreadable", merge.bad())) // a merge never removes
	return nil
}

var errNothingImported = errors.New("nothing was imported")

// merging is what an import would do.
type merging struct {
	change     model.Change
	lines      []mergeLine
	unreadable []model.Problem
}

type mergeLine struct {
	action store.Action
	record model.Record
}

// compare finds what is new or different in content.
func compare(r *model.Register, content *model.Content) merging {
	var m merging
	if len(r.Content().Records()) == 0 {
		info := content.Register
		if info.ID == "" {
			info.ID = r.Info().ID
		}
		m.change.Info = &info
	}
	for _, rec := range content.Records() {
		was, there := r.Record(rec.Meta().ID)
		switch {
		case !there:
			m.lines = append(m.lines, mergeLine{store.Created, rec})
		case was.Kind() != rec.Kind() || model.Diff(was, rec) != nil:
			m.lines = append(m.lines, mergeLine{store.Changed, rec})
		default:
			continue
		}
		m.change.Put = append(m.change.Put, rec)
	}
	return m
}

func (m merging) count(a store.Action) int {
	n := 0
	for _, l := range m.lines {
		if l.action == a {
			n++
		}
	}
	return n
}

// bad returns how many records cannot be taken.
func (m merging) bad() int {
	records := map[string]bool{}
	for _, p := range m.unreadable {
		records[p.Record] = true
	}
	return len(records)
}
