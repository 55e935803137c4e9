package main

import (
	"flag"
	"fmt"

	"fortegnelse/model/store"
)

var backupCommand = command{
	name: "backup", arguments: "[-force] -out PATH FILE", example: "fortegn backup -out kalmia-2026-11-21.fortegnelse kalmia.fortegnelse",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		out := f.String("out", "", p.text("out"))
		force := f.Bool("force", false, p.text("force"))
		return func(args []string) error {
			if len(args) != 1 {
				return wrongCount("backup")
			}
			if *out == "" {
				return &usageError{key: "cli.usage.out"}
			}
			return p.backup(args[0], *out, *force)
		}
	},
}

// backup writes a copy of a register; what is damaged is not copied.
func (p *program) backup(file, out string, force bool) error {
	s, err := store.OpenBackup(file, nil)
	if err != nil {
		return about(file, err)
	}
	defer s.Close() // only read
	if out == "-" {
		_, err := s.Backup(p.stdout)
		return about(file, err)
	}
	if err := s.BackupTo(out, force); err != nil {
		return about(out, err)
	}
	fmt.Fprintln(p.stdout, p.words.Text("cli.export.done", "Path", out))
	return nil
}
