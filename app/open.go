package app

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// askOpen asks for a register and opens it.
func (d *Desk) askOpen() { d.askFile("registers", extension, d.OpenFile) }

// askImport asks for an export and makes a register of it.
func (d *Desk) askImport() { d.askFile("imports", ".json", d.importJSON) }

// askFile lets the person choose a file with an ending, beginning where they
// were last. Without an ending it is any file.
func (d *Desk) askFile(purpose, ending string, chosen func(path string)) {
	ask := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			d.fail(d.words.Text("error.choose"), err)
			return
		}
		if f == nil { // cancelled
			return
		}
		path := f.URI().Path()
		f.Close() // only the name was wanted
		d.settings.SetFolder(purpose, filepath.Dir(path))
		chosen(path)
	}, d.window)
	if ending != "" {
		ask.SetFilter(storage.NewExtensionFileFilter([]string{ending}))
	}
	d.startIn(purpose, ask.SetLocation)
	ask.Resize(d.mostOfWindow())
	ask.Show()
}

// askFolder lets the person choose a folder.
func (d *Desk) askFolder(purpose string, chosen func(path string)) {
	ask := dialog.NewFolderOpen(func(f fyne.ListableURI, err error) {
		if err != nil {
			d.fail(d.words.Text("error.choose"), err)
			return
		}
		if f == nil { // cancelled
			return
		}
		d.settings.SetFolder(purpose, f.Path())
		chosen(f.Path())
	}, d.window)
	d.startIn(purpose, ask.SetLocation)
	ask.Resize(d.mostOfWindow())
	ask.Show()
}

// startIn begins a file dialog in the folder used last, else in that for
// registers.
func (d *Desk) startIn(purpose string, set func(fyne.ListableURI)) {
	folder := d.folder(purpose)
	if folder == "" {
		return
	}
	if uri, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		set(uri)
	}
}

// folder returns the folder to begin in for a purpose, "" if there is none.
func (d *Desk) folder(purpose string) string {
	if f := d.settings.Folder(purpose); f != "" {
		return f
	}
	if d.session != nil && d.session.Path() != "" {
		return filepath.Dir(d.session.Path())
	}
	f, err := registerFolder()
	if err != nil {
		return ""
	}
	return f
}

func (d *Desk) mostOfWindow() fyne.Size {
	s := d.window.Canvas().Size()
	return fyne.NewSize(s.Width*0.8, s.Height*0.8)
}
