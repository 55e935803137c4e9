package main

import (
	"errors"
	"flag"
	"fmt"

	"fortegnelse/model/store"
)

var verifyCommand = command{
	name: "verify", opens: true, arguments: "FILE", example: "fortegn verify kalmia.fortegnelse",
	flags: func(p *program, _ *flag.FlagSet) func([]string) error { return p.onFile("verify", p.verify) },
}

// verify looks at a file first without its secret, and then, if there is one,
// with it. It prints each step when it is known to be whole.
func (p *program) verify(file string) error {
	protected, err := store.Inspect(file)
	if err != nil {
		return err
	}
	fmt.Fprintln(p.stdout, p.words.Text("cli.verify.pages"))
	s, err := p.openReadOnly(file)
	if errors.Is(err, store.ErrProtected) {
		return &secretError{key: "unverified"}
	}
	if err != nil {
		return err
	}
	defer s.Close() // only read
	entries, err := s.Verify()
	if err != nil {
		return err
	}
	if protected {
		fmt.Fprintln(p.stdout, p.words.Text("cli.verify.seals"))
	}
	fmt.Fprintln(p.stdout, p.words.Count("cli.verify.done", entries))
	fmt.Fprintln(p.stdout, p.words.Count("cli.verify.records", len(s.Register().Content().Records())))
	return nil
}
