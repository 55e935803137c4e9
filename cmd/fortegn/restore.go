package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"

	"fortegnelse/model/store"
)

var restoreCommand = command{
	name: "restore", opens: true, arguments: "-out FILE BACKUP", example: "fortegn restore -out kalmia-2.fortegnelse kalmia-2026-11-21.age",
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

// restore makes a register of a backup, encrypted or not.
func (p *program) restore(backup, target string) error {
	err := p.unlock(backup, func(secret store.Secret) error { return store.Restore(backup, target, secret) })
	switch {
	case errors.Is(err, store.ErrNotRegister) && encrypted(about(backup, err)):
		return about(backup, errNotRestorable)
	case err == nil:
		p.warnSynced(target)
		fmt.Fprintln(p.stdout, p.words.Text("cli.export.done", "Path", target))
		return nil
	case ofBackup(backup, err):
		return about(backup, err)
	}
	return about(target, err)
}

var errNotRestorable = errors.New("there is no register in the encrypted backup")

// ofBackup reports whether an error of store.Restore is about the backup and
// not about the new file.
func ofBackup(backup string, err error) bool {
	var secret *secretError
	var path *fs.PathError
	for _, known := range []error{
		store.ErrNotFound, store.ErrNotRegister, store.ErrDamaged, store.ErrTampered, store.ErrNewerSchema,
		store.ErrInUse, store.ErrProtected, store.ErrWrongPassphrase,
	} {
		if errors.Is(err, known) {
			return true
		}
	}
	return errors.As(err, &secret) || errors.As(err, &path) && path.Path == backup
}
