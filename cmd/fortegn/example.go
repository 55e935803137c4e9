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
)

var exampleCommand = command{
	name: "example", opens: true, arguments: "[-protect] [-author NAME] [NAME FILE]", example: "fortegn example kalmia kalmia.fortegnelse",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		by := f.String("author", "", p.text("author"))
		protect := f.Bool("protect", false, p.text("protect"))
		return func(args []string) error {
			switch len(args) {
			case 0:
				return p.listExamples()
			case 2:
				return p.writeExample(args[0], args[1], *protect, author(*by))
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

func (p *program) writeExample(name, file string, protect bool, author string) error {
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
	return p.create(file, protect, c.Register, c.Records(), author)
}
