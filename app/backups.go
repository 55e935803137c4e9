package app

import (
	"path/filepath"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// backupsSection says where the backups of the register go and how often, and
// leads to them.
func (d *Desk) backupsSection() fyne.CanvasObject {
	t := d.words.Text
	see := ui.NewButton(t("backups.see")+" …", ui.IconHistory, d.showBackups)
	if d.file.ReadOnly() {
		return ui.NewSection("", t("backups.title"), "", ui.Row(0, see, ui.Grow(nil)))
	}
	where := t("backups.beside")
	if folder := d.file.BackupFolder(); folder != "" {
		where = shortPath(folder)
	}
	folder := ui.NewFieldRow(t("backups.folder"), ui.NewParagraph(where), t("backups.folder_hint"))
	folder.SetTrailing(ui.NewButton(t("new.choose"), ui.IconFolder, func() { d.askFolder("backups", d.setBackupFolder) }))
	var counts []ui.Option
	for _, n := range backupChanges {
		label := t("backups.only_opening")
		if n > 0 {
			label = d.words.Count("backups.changes", n)
		}
		counts = append(counts, ui.Option{Code: strconv.Itoa(n), Label: label})
	}
	after := ui.NewChoice(ui.WordsIn(d.words), counts, strconv.Itoa(d.settings.BackUpAfter()), func(code string) {
		if n, err := strconv.Atoi(code); err == nil {
			d.settings.SetBackUpAfter(n)
			d.backUpAfter(d.file)
		}
	})
	buttons := []fyne.CanvasObject{see, ui.NewButton(t("backups.copy")+" …", "", func() { d.askFolder("copies", d.copyTo) })}
	if d.file.BackupFolder() != "" {
		buttons = append(buttons, ui.NewButton(t("backups.put_beside"), "", func() { d.setBackupFolder("") }))
	}
	return ui.NewSection("", t("backups.title"), "", ui.Stack(ui.Px(8),
		folder, ui.NewFieldRow(t("backups.when"), after, ""), ui.Flow(ui.Px(8), buttons...)))
}

// setBackupFolder chooses where the backups go from now on; "" is beside the
// register.
func (d *Desk) setBackupFolder(folder string) {
	if err := d.file.SetBackupFolder(folder); err != nil {
		d.fail(d.words.Text("backups.folder_failed"), err)
		return
	}
	d.backUp(d.file)
	d.build()
}

// copyTo writes a backup into a folder that the person has chosen.
func (d *Desk) copyTo(folder string) {
	t := d.words.Text
	path := freeFile(filepath.Join(folder, baseName(d.file.Path())+" "+d.now().Format(time.DateOnly)), ".backup")
	file := d.file
	d.withSecret(&secretDialog{
		failed: t("backup.failed"),
		do:     func([]byte, []byte) error { return file.CopyTo(path) },
		done: func() {
			ui.Message(d.window.Canvas(), ui.WordsIn(d.words), t("backups.copied"), t("backups.copied_text", "Name", shortPath(path)))
		},
	})
}

// showBackups lists the backups of the open register; each can be restored to
// a new file.
func (d *Desk) showBackups() {
	t := d.words.Text
	path := d.file.Path()
	modal := &ui.Modal{Title: t("backups.title"), Width: 560}
	var rows []fyne.CanvasObject
	for _, b := range d.files.Backups(path) {
		row := ui.NewLineButton(d.moment(b.Taken), shortPath(filepath.Dir(b.Path)), t("deleted.restore")+" …", "", func() {
			modal.Hide()
			d.askRestore(path, b)
		})
		rows = append(rows, row, ui.NewLine(ui.ColorLine))
	}
	var list fyne.CanvasObject = ui.NewParagraph(t("backups.none"))
	if rows != nil {
		scroll := container.NewVScroll(ui.Stack(0, rows...))
		scroll.SetMinSize(fyne.NewSize(0, min(scroll.Content.MinSize().Height+ui.Px(8), ui.Px(360))))
		list = scroll
	}
	modal.Content = list
	modal.Buttons = []*ui.Button{
		ui.NewButton(t("backups.other")+" …", ui.IconFolder, func() {
			modal.Hide()
			d.askFile("copies", ".backup", func(chosen string) { d.askRestore(path, Backup{Path: chosen, Taken: d.now()}) })
		}),
		ui.NewPrimary(t("exporting.close"), "", modal.Hide),
	}
	modal.Show(d.window.Canvas())
}

// askRestore asks whether to restore a backup, and does it.
func (d *Desk) askRestore(path string, b Backup) {
	t := d.words.Text
	target := d.restoreTarget(path, b)
	ui.Confirm(d.window.Canvas(), t("backups.restore", "Name", filepath.Base(b.Path)),
		[]string{t("backups.restore_text", "Name", filepath.Base(target))},
		t("deleted.restore"), t("exporting.cancel"), false, func(yes bool) {
			if yes {
				d.openBackup(b, target)
			}
		})
}

// date writes the day of a moment where the person sits.
func (d *Desk) date(at time.Time) string {
	return d.words.ShortDate(model.DateOf(at.In(d.now().Location())))
}
