package main

import (
	"flag"
	"fmt"

	"fortegnelse/model/store"
)

var restoreCommand = command{
	name: "restore", arguments: "-out FILE BACKUP", example: "fortegn restore -out kalmia-2.fortegnelse kalmia-2026-11-21.fortegnelse",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		out := f.String("out", "", p.text("out.restore"))
		return func(args []string) error {
			if len(args) != 1 {
				return wrongCount("restore")
			}
			if *out == "" || *out == "-" {
				return &usageError{key: "cli.usage.out_file"}
			}
			return p.restore(args[0], *out)
		}
	},
}

// restore makes a register of a backup, as store.Restore does, and says which
// of the two files an error is about.
func (p *program) restore(backup, target string) error {
	s, err := store.OpenBackup(backup, nil)
	if err != nil {
		return about(backup, err)
	}
	defer s.Close() // only read
	if err := s.BackupTo(target, false); err != nil {
		return about(target, err)
	}
	fmt.Fprintln(p.stdout, p.words.Text("cli.export.done", "Path", target))
	return nil
}
