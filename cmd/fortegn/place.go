package main

import (
	"errors"
	"fmt"

	"fortegnelse/model/store"
)

// warn says in one line what a person should know of a file.
func (p *program) warn(file, text string) { fmt.Fprintln(p.stderr, "fortegn: "+file+": "+text) }

// warnSynced says where a register that is written lies, if it does not lie
// well there.
func (p *program) warnSynced(file string) {
	if service, ok := store.SyncedFolder(file); ok {
		p.warn(file, p.words.Text("cli.place.synced", "Service", service))
	} else if store.NetworkFolder(file) {
		p.warn(file, p.words.Text("cli.place.network"))
	}
}

// warnBackup says that no backup could be made, or that it was made elsewhere.
func (p *program) warnBackup(file string, err error) {
	var folder *store.BackupFolderError
	if errors.As(err, &folder) && folder.Beside {
		p.warn(file, p.words.Text("cli.backup.beside", "Folder", folder.Folder, "Detail", p.sentence(folder.Err)))
		return
	}
	p.warn(file, p.words.Text("cli.backup.failed", "Detail", p.sentence(err)))
}

// showNewer prints the records of a register that a newer version has written.
func (p *program) showNewer(file string) error {
	err := p.unlock(file, func(secret store.Secret) error { return store.ExportNewer(file, secret, p.stdout) })
	if err == nil {
		p.warn(file, p.words.Text("cli.place.newer"))
	}
	return err
}
