package app

import (
	"errors"
	"io/fs"
	"log/slog"
	"path/filepath"

	"fortegnelse/app/ui"
)

// fail tells the person what could not be done, why, and what to do; the
// technical text goes to the log.
func (d *Desk) fail(doing string, err error) {
	slog.Error("failed", "doing", doing, "error", err)
	ui.Message(d.window.Canvas(), ui.WordsIn(d.words), doing, d.explain(err))
}

// explain says an error in a sentence of the person's language.
func (d *Desk) explain(err error) string {
	var file *FileError
	var path *fs.PathError
	name := ""
	refusal, undone := d.explainUndo(err)
	if errors.As(err, &path) {
		name = filepath.Base(path.Path)
	}
	switch {
	case errors.As(err, &file) && file.Reason == InUse && file.By != "":
		return d.words.Text("error.in_use_by", "By", file.By)
	case errors.As(err, &file):
		return d.words.Text("error."+string(file.Reason), "Name", name, "Detail", err.Error())
	case undone:
		return refusal
	case errors.Is(err, fs.ErrExist):
		return d.words.Text("error.exists", "Name", name)
	case errors.Is(err, fs.ErrPermission):
		return d.words.Text("error.permission", "Name", name)
	case errors.Is(err, fs.ErrNotExist):
		return d.words.Text("error.missing", "Name", name)
	}
	return err.Error()
}
