package main

import (
	"os"

	"fortegnelse/model"
	"fortegnelse/model/store"
)

// create makes a register in a new file, under a passphrase if it is to be
// protected or a passphrase file is named.
func (p *program) create(file string, protect bool, info model.Info, records []model.Record, author string) error {
	if !protect && p.passphraseFile == "" {
		s, err := store.Create(file, info, records, author)
		if err != nil {
			return about(file, err)
		}
		p.warnSynced(file)
		return about(file, s.Close())
	}
	if _, err := os.Lstat(file); err == nil { // nobody is asked in vain
		return about(file, store.ErrExists)
	}
	passphrase, err := p.newSecret(file, p.secretPath())
	if err != nil {
		return about(file, err)
	}
	defer clear(passphrase)
	s, recovery, err := store.CreateProtected(file, passphrase, info, records, author)
	if err != nil {
		return about(file, err)
	}
	p.printRecovery("cli.passphrase.set", file, recovery)
	p.warnSynced(file)
	return about(file, s.Close())
}
