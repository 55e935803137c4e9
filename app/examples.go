package app

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fortegnelse/assets"
	"fortegnelse/export/jsonfile"
	"fortegnelse/model"
)

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
