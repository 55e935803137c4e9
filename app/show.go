package app

import (
	"net/url"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
)

// showFile opens a file with the program that the system has for it.
func (d *Desk) showFile(path string) {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") { // "C:/…" on Windows
		slashed = "/" + slashed
	}
	address := &url.URL{Scheme: "file", Path: slashed}
	go func() { // on Windows this waits for the other program
		if err := d.app.OpenURL(address); err != nil {
			fyne.Do(func() { d.fail(d.words.Text("error.show", "Name", filepath.Base(path)), err) })
		}
	}()
}

// showFolder opens the folder that holds a file.
func (d *Desk) showFolder(path string) { d.showFile(filepath.Dir(path)) }
