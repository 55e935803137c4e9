package app

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// backUp brings the backups of a register that was just opened up to date,
// beside the work. Where that fails the person is told, and can work.
func (d *Desk) backUp(file File) {
	if file.ReadOnly() {
		return
	}
	d.runner.start(Task{
		Work: func(context.Context, func(int, int)) error { return file.Backup() },
		Done: func(err error) {
			if err == nil {
				return
			}
			slog.Warn("no backup", "error", err)
			ui.Message(d.window.Canvas(), ui.WordsIn(d.words), d.words.Text("backup.failed"),
				d.words.Text("backup.failed_text")+" "+d.explain(err))
		},
	}, func(int, int) {})
}

// offerBackup tells that a register cannot be read, and offers its newest
// whole backup, in a new file beside it.
func (d *Desk) offerBackup(path string, failed *FileError) {
	doing := d.words.Text("error.open", "Name", filepath.Base(path))
	slog.Error("failed", "doing", doing, "error", failed)
	taken := failed.Backup.Taken.In(d.now().Location())
	target := freeName(strings.TrimSuffix(path, filepath.Ext(path)) + "-" + taken.Format(time.DateOnly))
	offer := d.words.Text("backup.offer", "Date", d.words.ShortDate(model.DateOf(taken)),
		"Time", d.words.Clock(taken), "Name", filepath.Base(target))
	ui.Confirm(d.window.Canvas(), doing, []string{d.explain(failed), offer},
		d.words.Text("backup.open"), d.words.Text("exporting.close"), false, func(yes bool) {
			if yes {
				d.openBackup(failed.Backup, target)
			}
		})
}

// openBackup restores a backup to a new file and opens that. One that is
// protected asks for its passphrase first: the register's, as it was then.
func (d *Desk) openBackup(backup Backup, target string) {
	t := d.words.Text
	if !backup.Protected {
		if err := d.files.Restore(backup.Path, target, nil); err != nil {
			d.fail(t("backup.restore_failed"), err)
			return
		}
		d.OpenFile(target)
		return
	}
	dialog := &secretDialog{
		desk: d, title: t("backup.secret"), button: t("backup.open"), failed: t("backup.restore_failed"),
		lines: []string{t("backup.secret_text")}, current: t("protect.secret"),
		do:   func(current, _ []byte) error { return d.files.Restore(backup.Path, target, current) },
		done: func() { d.OpenFile(target) },
	}
	dialog.show()
}
