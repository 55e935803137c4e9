package main

import (
	"errors"
	"flag"
	"fmt"

	"fortegnelse/model/store"
)

var errProtectedAlready = errors.New("the register is protected already")

var passphraseSetCommand = command{
	name: "passphrase set", opens: true, arguments: "FILE", example: "fortegn passphrase set kalmia.fortegnelse",
	flags: func(p *program, _ *flag.FlagSet) func([]string) error {
		return p.onFile("passphrase set", p.setPassphrase)
	},
}

var passphraseChangeCommand = command{
	name: "passphrase change", opens: true, arguments: "[-new-passphrase-file PATH] FILE", example: "fortegn passphrase change kalmia.fortegnelse",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		next := f.String("new-passphrase-file", "", p.text("new-passphrase-file"))
		return p.onFile("passphrase change", func(file string) error { return p.changePassphrase(file, *next) })
	},
}

var passphraseRemoveCommand = command{
	name: "passphrase remove", opens: true, arguments: "FILE", example: "fortegn passphrase remove kalmia.fortegnelse",
	flags: func(p *program, _ *flag.FlagSet) func([]string) error {
		return p.onFile("passphrase remove", p.removePassphrase)
	},
}

var passphraseRecoveryCommand = command{
	name: "passphrase recovery", opens: true, arguments: "FILE", example: "fortegn passphrase recovery kalmia.fortegnelse",
	flags: func(p *program, _ *flag.FlagSet) func([]string) error {
		return p.onFile("passphrase recovery", p.renewRecovery)
	},
}

// onFile runs a command with the one file that it takes.
func (p *program) onFile(command string, do func(file string) error) func([]string) error {
	return func(args []string) error {
		if len(args) != 1 {
			return wrongCount(command)
		}
		return about(args[0], do(args[0]))
	}
}

func (p *program) setPassphrase(file string) error {
	s, err := store.Open(file, nil)
	if errors.Is(err, store.ErrProtected) {
		return errProtectedAlready
	}
	if err != nil {
		return err
	}
	defer s.Close() // Protect has written it, or left it
	p.warnSynced(file)
	passphrase, err := p.newSecret(file, p.secretPath())
	if err != nil {
		return err
	}
	defer clear(passphrase)
	recovery, err := s.Protect(passphrase)
	p.printRecovery("cli.passphrase.set", file, recovery)
	return err
}

func (p *program) changePassphrase(file, next string) error {
	return p.withStore(file, func(s *store.Store, current store.Secret) error {
		if !s.Protected() {
			return store.ErrNotProtected
		}
		passphrase, err := p.newSecret(file, next)
		if err != nil {
			return err
		}
		defer clear(passphrase)
		return p.done("cli.passphrase.changed", file, s.ChangePassphrase(current, passphrase))
	})
}

func (p *program) removePassphrase(file string) error {
	return p.withStore(file, func(s *store.Store, current store.Secret) error {
		return p.done("cli.passphrase.removed", file, s.Unprotect(current))
	})
}

func (p *program) renewRecovery(file string) error {
	return p.withStore(file, func(s *store.Store, current store.Secret) error {
		recovery, err := s.NewRecoveryKey(current)
		p.printRecovery("cli.passphrase.renewed", file, recovery)
		return err
	})
}

// withStore does something with a register that is open for writing, and with
// its secret.
func (p *program) withStore(file string, do func(*store.Store, store.Secret) error) error {
	return p.unlock(file, func(secret store.Secret) error {
		s, err := store.Open(file, secret)
		if err != nil {
			return err
		}
		defer s.Close() // it is written already
		p.warnSynced(file)
		return do(s, secret)
	})
}

// done says that the register has another protection. Where only copies of it
// were left, that is so as well.
func (p *program) done(key, file string, err error) error {
	var copies *store.CopiesError
	if err == nil || errors.As(err, &copies) {
		fmt.Fprintln(p.stdout, p.words.Text(key, "File", file))
	}
	return err
}

// printRecovery prints a recovery key, this one time, with what to do with
// it. Where there is none, nothing has happened.
func (p *program) printRecovery(key, file, recovery string) {
	if recovery != "" {
		fmt.Fprintf(p.stdout, "%s\n\n    %s\n\n%s\n",
			p.words.Text(key, "File", file), recovery, p.words.Text("cli.passphrase.advice"))
	}
}
