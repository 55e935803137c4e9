package main

import (
	"flag"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"fortegnelse/assets"
	"fortegnelse/export/jsonfile"
	"fortegnelse/model"
	"fortegnelse/model/store"
)

var exampleCommand = command{
	name: "example", arguments: "[-author NAME] [NAME FILE]", example: "fortegn example kalmia kalmia.fortegnelse",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		by := f.String("author", "", p.text("author"))
		return func(args []string) error {
			switch len(args) {
			case 0:
				return p.listExamples()
			case 2:
				return p.writeExample(args[0], args[1], author(*by))
			}
			return wrongCount("example")
		}
	},
}

func exampleNames() ([]string, error) {
	files, err := fs.Glob(assets.Examples(), "*.json")
	if err != nil {
		return nil, err
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(path.Base(f), ".json")
	}
	return files, nil
}

func readExample(name string) (*model.Content, error) {
	c, err := jsonfile.Example(name)
	return c, about(name, err)
}

func (p *program) listExamples() error {
	names, err := exampleNames()
	if err != nil {
		return err
	}
	for _, name := range names {
		c, err := readExample(name)
		if err != nil {
			return err
		}
		fmt.Fprintf(p.stdout, "%-16s %s\n", name, c.Register.Name)
	}
	return nil
}

func (p *program) writeExample(name, file, author string) error {
	names, err := exampleNames()
	if err != nil {
		return err
	}
	if !slices.Contains(names, name) {
		return &usageError{key: "cli.usage.example", pairs: []any{"Name", name, "Known", strings.Join(names, ", ")}}
	}
	c, err := readExample(name)
	if err != nil {
		return err
	}
	s, err := store.Create(file, c.Register, c.Records(), author)
	if err != nil {
		return about(file, err)
	}
	return about(file, s.Close())
}
