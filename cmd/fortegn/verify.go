package main

import (
	"flag"
	"fmt"

	"fortegnelse/model/store"
)

var verifyCommand = command{
	name: "verify", arguments: "FILE", example: "fortegn verify kalmia.fortegnelse",
	flags: func(p *program, _ *flag.FlagSet) func([]string) error {
		return func(args []string) error {
			if len(args) != 1 {
				return wrongCount("verify")
			}
			return about(args[0], p.verify(args[0]))
		}
	},
}

func (p *program) verify(file string) error {
	s, err := store.OpenReadOnly(file, nil)
	if err != nil {
		return err
	}
	defer s.Close() // only read
	entries, err := s.Verify()
	if err != nil {
		return err
	}
	fmt.Fprintln(p.stdout, p.words.Count("cli.verify.done", entries))
	return nil
}
