package app

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fortegnelse/app/session"
	"fortegnelse/assets"
	"fortegnelse/export/jsonfile"
	"fortegnelse/model"
)

// extension is what the names of registers end with.
const extension = ".fortegnelse"

// Files opens and makes registers on disk. Its errors may be a *FileError.
type Files interface {
	Open(path string) (session.Keeper, error)
	Create(path string, info model.Info, records []model.Record, author string) (session.Keeper, error)
	// Backup brings the backups beside an open register up to date. It may
	// run while the register is saved to. An error does not keep from work.
	Backup(keeper session.Keeper) error
	// Restore makes a register of a backup in the new file at target.
	Restore(backup, target string) error
}

// Reason says why a register could not be opened or made, as far as the
// person is told apart what to do.
type Reason string

// The reasons. Each has its sentence in the catalogue, "error.<reason>".
const (
	InUse       Reason = "in_use"
	Damaged     Reason = "damaged"
	NotRegister Reason = "not_register"
	Newer       Reason = "newer"
	Exists      Reason = "exists"
)

// FileError is a failure of [Files] with its reason.
type FileError struct {
	Reason Reason
	By     string // who has the file open, if known
	Backup Backup // the newest whole one of a file that cannot be read, if there is one
	Err    error
}

// Backup is a copy of a register as it was once. The zero Backup is none.
type Backup struct {
	Path  string
	Taken time.Time
}

func (e *FileError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *FileError) Unwrap() error { return e.Err }

// Bring opens a file that was dropped or named at the start: a register, or
// an export of one.
func (d *Desk) Bring(path string) {
	if strings.EqualFold(filepath.Ext(path), ".json") {
		d.importJSON(path)
		return
	}
	d.OpenFile(path)
}

// OpenFile opens a register in place of the present one.
func (d *Desk) OpenFile(path string) {
	if d.session != nil && samePath(d.session.Path(), path) {
		return
	}
	if !d.closeRegister() {
		return
	}
	keeper, err := d.files.Open(path)
	if err != nil {
		d.build()
		var file *FileError
		if errors.As(err, &file) && file.Backup != (Backup{}) {
			d.offerBackup(path, file)
			return
		}
		d.fail(d.words.Text("error.open", "Name", filepath.Base(path)), err)
		return
	}
	d.enter(keeper)
	d.backUp(keeper)
}

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
	keeper, err := d.files.Create(path, info, records, d.settings.Author())
	if err != nil {
		d.build()
		d.fail(d.words.Text("error.create", "Name", filepath.Base(path)), err)
		return
	}
	d.enter(keeper)
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

// freeName returns base with the extension, and with a number where that
// exists.
func freeName(base string) string {
	name := base + extension
	for i := 2; ; i++ {
		if _, err := os.Lstat(name); err != nil {
			return name
		}
		name = fmt.Sprintf("%s-%d%s", base, i, extension)
	}
}

// example is a register that comes with the program.
type example struct {
	file string // "kalmia.json"
	info model.Info
}

// examples returns the registers that come with the program, by file name.
func examples() ([]example, error) {
	names, err := fs.Glob(assets.Examples(), "*.json")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var found []example
	for _, name := range names {
		f, err := assets.Examples().Open(name)
		if err != nil {
			return nil, err
		}
		info, err := jsonfile.ReadInfo(f)
		f.Close() // embedded: cannot fail
		if err != nil {
			return nil, fmt.Errorf("example %s: %w", name, err)
		}
		found = append(found, example{name, info})
	}
	return found, nil
}

// read reads the whole example.
func (e example) read() (*model.Content, error) {
	return jsonfile.Example(strings.TrimSuffix(e.file, ".json"))
}

// openExample opens a copy of an example in the folder for registers; a copy
// made earlier stays as it is.
func (d *Desk) openExample(e example) {
	dir, err := registerFolder()
	if err != nil {
		d.fail(d.words.Text("error.folder"), err)
		return
	}
	content, err := e.read()
	if err != nil {
		d.fail(d.words.Text("error.import", "Name", e.file), err)
		return
	}
	base := strings.TrimSuffix(e.file, ".json")
	d.create(freeName(filepath.Join(dir, base)), content.Register, content.Records())
}

// registerFolder returns the folder for registers, "Fortegnelser" among the
// person's documents or else in the home folder, and makes it.
func registerFolder() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(home, "Fortegnelser")
	for _, documents := range []string{"Documents", "Dokumenter", "Dokument"} {
		if info, err := os.Stat(filepath.Join(home, documents)); err == nil && info.IsDir() {
			dir = filepath.Join(home, documents, "Fortegnelser")
			break
		}
	}
	return dir, os.MkdirAll(dir, 0o700)
}
