package main

import (
	"flag"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fortegnelse/model"
	"fortegnelse/model/law"
	"fortegnelse/model/words"
)

// countries are those whose law the program knows.
var countries = []string{"dk", "se", "no"}

var newCommand = command{
	name: "new", opens: true, arguments: "[-protect] [-name N] [-country dk|se|no] [-language L] [-template clinic] [-author NAME] FILE",
	example: "fortegn new -name 'Kalmia A/S' -country dk -template clinic kalmia.fortegnelse",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		name := f.String("name", "", p.text("name"))
		country := f.String("country", "dk", p.text("country"))
		language := f.String("language", "", p.text("language"))
		template := f.String("template", "", p.text("template"))
		by := f.String("author", "", p.text("author"))
		protect := f.Bool("protect", false, p.text("protect"))
		return func(args []string) error {
			if len(args) != 1 {
				return wrongCount("new")
			}
			if !slices.Contains(countries, *country) {
				return &usageError{key: "cli.usage.country", pairs: []any{"Country", *country, "Known", strings.Join(countries, ", ")}}
			}
			if *language == "" {
				*language = law.LanguageOf(model.Country(*country))
			}
			catalogue, err := words.In(*language)
			if err != nil {
				return err
			}
			if *template != "" && !slices.Contains(law.Templates(), *template) {
				return &usageError{key: "cli.usage.template", pairs: []any{"Template", *template, "Known", strings.Join(law.Templates(), ", ")}}
			}
			file := args[0]
			if *name == "" {
				*name = strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
			}
			info := model.Info{Name: *name, Language: *language, Country: model.Country(*country), LawData: law.Date()}
			var records []model.Record
			if *template != "" {
				if records, err = law.Start(info, *template, catalogue, time.Now()); err != nil {
					return about(file, err)
				}
			}
			return p.create(file, *protect, info, records, author(*by))
		}
	},
}
