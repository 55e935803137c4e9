package main

import (
	"errors"
	"flag"
	"fmt"
	"io"

	"fortegnelse/model/store"
)

var backupCommand = command{
	name: "backup", opens: true, arguments: "[-encrypt] [-force] -out PATH FILE",
	example: "fortegn backup -encrypt -out kalmia-2026-11-21.age kalmia.fortegnelse",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		out := f.String("out", "", p.text("out"))
		force := f.Bool("force", false, p.text("force"))
		encrypt := f.Bool("encrypt", false, p.text("encrypt"))
		return func(args []string) error {
			if len(args) != 1 {
				return wrongCount("backup")
			}
			if *out == "" {
				return &usageError{key: "cli.usage.out"}
			}
			return p.backup(args[0], *out, *force, *encrypt || p.passphraseFile != "")
		}
	},
}

// backup writes a copy of a register, also while another program has it open;
// what is damaged is not copied. A protected register's copy is protected as
// the register is.
func (p *program) backup(file, out string, force, encrypt bool) error {
	s, err := p.opened(file, store.OpenBackup)
	if errors.Is(err, store.ErrInUse) {
		s, err = p.opened(file, store.OpenCopy)
	}
	if err != nil {
		return about(file, err)
	}
	defer s.Close() // only read
	write := func(w io.Writer) error { _, err := s.Backup(w); return err }
	writeTo := s.BackupTo
	if encrypt && !s.Protected() {
		passphrase, err := p.newSecret(out, p.secretPath())
		if err != nil {
			return about(file, err)
		}
		defer clear(passphrase)
		write = func(w io.Writer) error { return s.EncryptedBackup(w, passphrase) }
		writeTo = func(path string, replace bool) error { return s.EncryptedBackupTo(path, passphrase, replace) }
	}
	if out == "-" {
		return about(file, write(p.stdout))
	}
	if err := writeTo(out, force); err != nil {
		return about(out, err)
	}
	fmt.Fprintln(p.stdout, p.words.Text("cli.export.done", "Path", out))
	return nil
}
