package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// recovery shows the recovery key of a register, once. It closes when the
// person has shown to have it: by typing its last group.
type recovery struct {
	desk  *Desk
	key   string
	name  string // of the register's file
	modal *ui.Modal
	last  *ui.Entry
	row   *ui.FieldRow
	said  *ui.Text // what was done with the key
}

// showRecovery shows the recovery key that the open register has now.
func (d *Desk) showRecovery(key string) *recovery {
	t := d.words.Text
	r := &recovery{desk: d, key: key, name: baseName(d.session.Path())}
	r.last = ui.NewEntry("", nil)
	r.row = ui.NewFieldRow(t("recovery.last"), r.last, "")
	r.row.Above = true
	r.said = ui.NewCaption("")
	r.modal = &ui.Modal{Title: t("recovery.title"), Width: 600, OnClose: r.unconfirmed, Content: ui.Stack(ui.Px(12),
		ui.NewParagraph(t("recovery.what")),
		r.card(),
		ui.Row(ui.Px(8),
			ui.NewButton(t("recovery.copy"), "", r.copy),
			ui.NewButton(t("recovery.save")+" …", ui.IconDocument, func() { d.askFolder("recovery", r.save) }),
			ui.Grow(nil)),
		r.said,
		ui.NewParagraph(t("recovery.where")),
		r.row)}
	r.modal.Buttons = []*ui.Button{ui.NewPrimary(t("recovery.done"), ui.IconCheck, r.confirm)}
	r.modal.Show(d.window.Canvas())
	d.window.Canvas().Focus(r.last)
	return r
}

// card shows the key as large as it is read off to be written down: two lines
// of four groups.
func (r *recovery) card() fyne.CanvasObject {
	groups := strings.Split(r.key, "-")
	half := (len(groups) + 1) / 2
	var lines []fyne.CanvasObject
	for _, part := range [][]string{groups[:half], groups[half:]} {
		line := ui.NewText(strings.Join(part, "  "))
		line.TextSize, line.Align = theme.SizeNameHeadingText, fyne.TextAlignCenter
		line.Style = fyne.TextStyle{Monospace: true}
		lines = append(lines, line)
	}
	frame := ui.NewFill(ui.ColorRaised)
	frame.Border, frame.Radius = ui.ColorLine2, 4
	return container.NewStack(frame, ui.Inset(16, 16, 16, 16, ui.Stack(4, lines...)))
}

func (r *recovery) copy() {
	r.desk.app.Clipboard().SetContent(r.key)
	r.said.SetText(r.desk.words.Text("recovery.copied"))
	r.desk.grown()
}

// save writes the key, and what to do with it, into a text file that can be
// printed.
func (r *recovery) save(folder string) {
	t := r.desk.words.Text
	date := r.desk.words.ShortDate(model.DateOf(r.desk.now()))
	text := strings.Join([]string{
		t("recovery.title"), "",
		t("recovery.of", "Name", r.name, "Date", date), "",
		r.key, "",
		t("recovery.what"), t("recovery.where"), "",
	}, "\n")
	path, err := writeNew(filepath.Join(folder, r.name+" "+fileName(t("recovery.file"))), ".txt", text)
	if err != nil {
		r.desk.fail(t("recovery.not_saved"), err)
		return
	}
	r.said.SetText(t("recovery.saved", "Name", shortPath(path)))
	r.desk.grown()
}

// writeNew writes a text that only the person may read into a new file, under
// a name with a number where the wished one exists.
func writeNew(base, ending, text string) (path string, err error) {
	path = base + ending
	for i := 2; ; i++ {
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if os.IsExist(err) {
			path = fmt.Sprintf("%s-%d%s", base, i, ending)
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.WriteString(text)
		if err == nil {
			err = f.Sync()
		}
		if closed := f.Close(); err == nil {
			err = closed
		}
		if err != nil {
			os.Remove(path) // it is not whole
			return "", err
		}
		return path, nil
	}
}

// unconfirmed keeps the key on the screen until the person has it.
func (r *recovery) unconfirmed() {
	r.row.SetProblem(ui.SignError, r.desk.words.Text("recovery.confirm"))
	r.desk.grown()
	r.row.Focus()
}

func (r *recovery) confirm() {
	groups := strings.Split(r.key, "-")
	if !strings.EqualFold(strings.TrimSpace(r.last.Text), groups[len(groups)-1]) {
		r.unconfirmed()
		return
	}
	r.modal.Hide()
	r.key = ""
}
