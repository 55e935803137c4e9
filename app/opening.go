package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fortegnelse/export/jsonfile"
	"fortegnelse/model"
)

// Bring opens a file that was dropped or named at the start: a register, or
// an export of one.
func (d *Desk) Bring(path string) {
	if strings.EqualFold(filepath.Ext(path), ".json") {
		d.importJSON(path)
		return
	}
	d.OpenFile(path)
}

// OpenFile opens a register in place of the present one. One that is protected
// asks for its passphrase first.
func (d *Desk) OpenFile(path string) {
	if whole, err := filepath.Abs(path); err == nil { // also at the next start, wherever that is
		path = whole
	}
	if d.session != nil && samePath(d.session.Path(), path) {
		return
	}
	if !d.closeRegister() {
		return
	}
	d.unlock = nil
	file, err := d.files.Open(path, nil)
	if err != nil {
		d.notOpened(path, err)
		return
	}
	d.enter(file)
	d.backUp(file)
}

// notOpened tells why a register is not open, and what can be done.
func (d *Desk) notOpened(path string, err error) {
	var file *FileError
	known := errors.As(err, &file)
	if known && file.Reason == Protected {
		d.unlock = newUnlockScreen(d, path, trail{})
		d.build()
		return
	}
	d.build()
	if known {
		d.tellTrouble(path, file)
		return
	}
	d.fail(d.words.Text("error.open", "Name", filepath.Base(path)), err)
}

// baseName is the name of a register's file without its ending.
func baseName(path string) string { return strings.TrimSuffix(filepath.Base(path), extension) }

func samePath(a, b string) bool {
	x, errX := filepath.Abs(a)
	y, errY := filepath.Abs(b)
	return errX == nil && errY == nil && x == y
}

// create writes a new register and opens it.
func (d *Desk) create(path string, info model.Info, records []model.Record) {
	if !d.closeRegister() {
		return
	}
	d.unlock = nil
	file, _, err := d.files.Create(path, info, records, d.settings.Author(), nil)
	if err != nil {
		d.build()
		d.fail(d.words.Text("error.create", "Name", filepath.Base(path)), err)
		return
	}
	d.enter(file)
	d.backUpAfter(file)
}

// importJSON makes a register of an export, beside it.
func (d *Desk) importJSON(path string) {
	content, err := readJSON(path)
	if err != nil {
		d.fail(d.words.Text("error.import", "Name", filepath.Base(path)), err)
		return
	}
	target := freeName(strings.TrimSuffix(path, filepath.Ext(path)))
	d.create(target, content.Register, content.Records())
}

func readJSON(path string) (*model.Content, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return jsonfile.Read(f)
}

// freeName returns base with the extension of registers, and with a number
// where that exists.
func freeName(base string) string { return freeFile(base, extension) }

// freeFile is freeName for another ending.
func freeFile(base, ending string) string {
	name := base + ending
	for i := 2; ; i++ {
		if _, err := os.Lstat(name); err != nil {
			return name
		}
		name = fmt.Sprintf("%s-%d%s", base, i, ending)
	}
}
