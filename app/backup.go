package app

import (
	"context"
	"errors"
	"log/slog"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
)

// BackupFolderError says that no backup could be made in the folder that was
// chosen.
type BackupFolderError struct {
	Folder string
	Beside bool // it was made beside the register instead
	Err    error
}

func (e *BackupFolderError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *BackupFolderError) Unwrap() error { return e.Err }

// backUp brings the backups of a register that was just opened up to date,
// beside the work, and goes on doing so. Where that fails the person is told,
// and can work.
func (d *Desk) backUp(file File) {
	if file.ReadOnly() {
		return
	}
	d.backUpAfter(file)
	d.runner.start(Task{
		Work: func(context.Context, func(int, int)) error { return file.Backup() },
		Done: func(err error) {
			if err != nil {
				d.tellNoBackup(err)
			}
		},
	}, func(int, int) {})
}

// backUpAfter makes a backup after so many changes as the settings say.
func (d *Desk) backUpAfter(file File) {
	file.BackUpAfter(d.settings.BackUpAfter(), func(err error) {
		fyne.Do(func() { d.tellNoBackup(err) })
	})
}

// tellNoBackup tells that no backup could be made, once as long as the
// register is open.
func (d *Desk) tellNoBackup(err error) {
	slog.Warn("no backup", "error", err)
	if d.session == nil || d.noBackup {
		return
	}
	d.noBackup = true
	t := d.words.Text
	why := d.explain(err)
	var folder *BackupFolderError
	if errors.As(err, &folder) {
		key := "backups.folder_gone"
		if folder.Beside {
			key = "backups.folder_gone_beside"
		}
		why = t(key, "Folder", shortPath(folder.Folder))
	}
	ui.Message(d.window.Canvas(), ui.WordsIn(d.words), t("backup.failed"), t("backup.failed_text")+" "+why)
}
