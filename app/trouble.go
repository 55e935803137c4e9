package app

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
)

// tellTrouble tells why a register cannot be opened, and offers what can be
// done: its newest whole backup, what can be rescued of it, or, where it is of
// a newer version, an export.
func (d *Desk) tellTrouble(path string, failed *FileError) {
	t := d.words.Text
	doing := t("error.open", "Name", filepath.Base(path))
	slog.Error("failed", "doing", doing, "error", failed)
	lines := []string{d.explain(failed)}
	modal := &ui.Modal{Title: doing, Width: 560}
	after := func(do func()) func() {
		return func() {
			modal.Hide()
			do()
		}
	}
	modal.Buttons = []*ui.Button{ui.NewButton(t("exporting.close"), "", modal.Hide)}
	switch failed.Reason {
	case Damaged, Tampered:
		modal.Buttons = append(modal.Buttons, ui.NewButton(t("rescue.rescue")+" …", "", after(func() { d.rescue(path) })))
	case Newer:
		modal.Buttons = append(modal.Buttons, ui.NewButton(t("newer.export")+" …", ui.IconExport, after(func() { d.askExportNewer(path) })))
	}
	if b := failed.Backup; b != (Backup{}) {
		target := d.restoreTarget(path, b)
		lines = append(lines, t("backup.offer", "Date", d.date(b.Taken), "Time", d.words.Clock(b.Taken.In(d.now().Location())),
			"Name", filepath.Base(target)))
		modal.Buttons = append(modal.Buttons, ui.NewPrimary(t("backup.open"), "", after(func() { d.openBackup(b, target) })))
	}
	var texts []fyne.CanvasObject
	for _, line := range lines {
		texts = append(texts, ui.NewParagraph(line))
	}
	modal.Content = ui.Stack(ui.Px(8), texts...)
	modal.Show(d.window.Canvas())
}

// restoreTarget is the new file that a backup of the register at path is
// restored to.
func (d *Desk) restoreTarget(path string, b Backup) string {
	return freeName(strings.TrimSuffix(path, filepath.Ext(path)) + "-" + b.Taken.In(d.now().Location()).Format(time.DateOnly))
}

// openBackup restores a backup to a new file and opens that.
func (d *Desk) openBackup(b Backup, target string) {
	t := d.words.Text
	d.withSecret(&secretDialog{
		title: t("backup.secret"), button: t("backup.open"), failed: t("backup.restore_failed"), lines: []string{t("backup.secret_text")},
		do:   func(secret, _ []byte) error { return d.files.Restore(b.Path, target, secret) },
		done: func() { d.OpenFile(target) },
	})
}

// askExportNewer asks for a folder and writes there what a file of a newer
// version holds.
func (d *Desk) askExportNewer(path string) {
	d.askFolder("exports", func(folder string) { d.exportNewer(path, folder) })
}

func (d *Desk) exportNewer(path, folder string) {
	t := d.words.Text
	target := freeFile(filepath.Join(folder, baseName(path)), ".json")
	d.withSecret(&secretDialog{
		title: t("newer.export"), button: t("newer.export"), failed: t("exporting.failed"),
		do: func(secret, _ []byte) error { return d.files.ExportNewer(path, target, secret) },
		done: func() {
			ui.Message(d.window.Canvas(), ui.WordsIn(d.words), t("exporting.done"), t("newer.exported", "Name", shortPath(target)))
		},
	})
}

// withSecret does what a dialog is for at once where no secret is needed, and
// asks for it where one is.
func (d *Desk) withSecret(s *secretDialog) {
	s.desk, s.current = d, d.words.Text("protect.secret")
	busy := &ui.Modal{Title: d.words.Text("busy.title"), Content: ui.NewParagraph(d.words.Text("busy.text")), Width: 440, OnClose: func() {}}
	busy.Show(d.window.Canvas())
	d.runner.start(Task{
		Work: func(context.Context, func(int, int)) error { return s.do(nil, nil) },
		Done: func(err error) {
			busy.Hide()
			var file *FileError
			switch {
			case err == nil:
				s.done()
			case errors.As(err, &file) && file.Reason == Protected:
				s.show()
			default:
				d.fail(s.failed, err)
			}
		},
	}, func(int, int) {})
}
