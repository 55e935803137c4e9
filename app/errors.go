package app

import (
	"cmp"
	"errors"
	"io/fs"
	"log/slog"
	"path/filepath"
	"time"

	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
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
	refusal, refused := d.explainUndo(err)
	if !refused {
		refusal, refused = d.explainLost(err)
	}
	if errors.As(err, &path) {
		name = filepath.Base(path.Path)
	}
	switch {
	case errors.As(err, &file):
		return d.explainFile(file)
	case errors.Is(err, session.ErrReadOnly):
		return d.words.Text("error.read_only")
	case errors.Is(err, session.ErrMoved):
		return d.words.Text("error.moved")
	case errors.Is(err, session.ErrFull):
		return d.words.Text("error.full")
	case refused:
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

// moment writes a date and a time of day where the person sits.
func (d *Desk) moment(at time.Time) string {
	at = at.In(d.now().Location())
	return d.words.Text("moment", "Date", d.words.ShortDate(model.DateOf(at)), "Time", d.words.Clock(at))
}

// explainFile says why a file could not be opened, made or changed.
func (d *Desk) explainFile(e *FileError) string {
	t := d.words.Text
	switch {
	case e.Reason == InUse && e.By != "" && !e.Since.IsZero():
		return t("error.in_use_since", "By", e.By, "Since", d.moment(e.Since))
	case e.Reason == InUse && e.By != "":
		return t("error.in_use_by", "By", e.By)
	}
	return t("error."+string(e.Reason), "Detail", cmp.Or(e.Detail, e.Error()))
}
