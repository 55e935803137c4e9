package main

import (
	"flag"
	"path/filepath"
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
	"fortegnelse/model/store"
	"fortegnelse/model/words"
)

// countries are those whose law the program knows.
var countries = []string{"dk", "se", "no"}

var newCommand = command{
	name: "new", arguments: "[-name N] [-country dk|se|no] [-language L] [-author NAME] FILE",
	example: "fortegn new -name 'Kalmia A/S' -country dk -language da kalmia.fortegnelse",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		name := f.String("name", "", p.text("name"))
		country := f.String("country", "dk", p.text("country"))
		language := f.String("language", "da", p.text("language"))
		by := f.String("author", "", p.text("author"))
		return func(args []string) error {
			if len(args) != 1 {
				return wrongCount("new")
			}
			if !slices.Contains(countries, *country) {
				return &usageError{key: "cli.usage.country", pairs: []any{"Country", *country, "Known", strings.Join(countries, ", ")}}
			}
			if _, err := words.In(*language); err != nil {
				return err
			}
			file := args[0]
			if *name == "" {
				*name = strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
			}
			info := model.Info{Name: *name, Language: *language, Country: model.Country(*country), LawData: law.Date()}
			s, err := store.Create(file, info, nil, author(*by))
			if err != nil {
				return about(file, err)
			}
			return about(file, s.Close())
		}
	},
}
