package main

import (
	"flag"
	"fmt"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

var versionCommand = command{
	name: "version", example: "fortegn version",
	flags: func(p *program, _ *flag.FlagSet) func([]string) error {
		return func(args []string) error {
			if len(args) != 0 {
				return wrongCount("version")
			}
			fmt.Fprintf(p.stdout, "fortegn %s\n%s\n", version,
				p.words.Text("cli.version", "Schema", model.SchemaVersion, "Law", law.Date().String()))
			return nil
		}
	},
}
