package app

import (
	"log/slog"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
)

// protectSection says whether a passphrase protects the register, and is
// where that is changed.
func (d *Desk) protectSection() fyne.CanvasObject {
	t := d.words.Text
	if d.file.ReadOnly() {
		state := t("protect.state_open")
		if d.file.Protected() {
			state = t("protect.state_protected")
		}
		return ui.NewSection("", t("protect.title"), "", ui.NewParagraph(state))
	}
	if !d.file.Protected() {
		return ui.NewSection("", t("protect.title"), "", ui.Stack(ui.Px(12),
			ui.NewParagraph(t("protect.state_open")),
			ui.Row(0, ui.NewButton(t("protect.protect")+" …", ui.IconLock, d.askProtect), ui.Grow(nil))))
	}
	var minutes []ui.Option
	for _, m := range lockMinutes {
		label := t("protect.never")
		if m > 0 {
			label = d.words.Count("protect.minutes", m)
		}
		minutes = append(minutes, ui.Option{Code: strconv.Itoa(m), Label: label})
	}
	after := strconv.Itoa(int(d.settings.LockAfter().Minutes()))
	return ui.NewSection("", t("protect.title"), "", ui.Stack(ui.Px(12),
		ui.NewParagraph(t("protect.state_protected")),
		ui.NewFieldRow(t("protect.lock_after"), ui.NewChoice(ui.WordsIn(d.words), minutes, after, func(code string) {
			if m, err := strconv.Atoi(code); err == nil {
				d.settings.SetLockAfter(m)
			}
		}), t("protect.lock_hint")),
		ui.Flow(ui.Px(8),
			ui.NewButton(t("protect.change")+" …", "", d.askChangePassphrase),
			ui.NewButton(t("protect.new_key")+" …", "", d.askNewKey),
			ui.NewButton(t("protect.remove")+" …", "", d.askUnprotect))))
}

// askProtect puts the open register under a passphrase.
func (d *Desk) askProtect() {
	t := d.words.Text
	var recovery string
	file := d.file
	dialog := &secretDialog{
		desk: d, title: t("protect.protect"), button: t("protect.protect"), failed: t("protect.failed"), chooses: true,
		lines: []string{t("protect.explain"), t("protect.explain_copies")},
		do: func(_, next []byte) (err error) {
			recovery, err = file.Protect(next)
			return err
		},
		done: func() {
			d.remember()
			d.build()
			d.showRecovery(recovery)
		},
	}
	dialog.show()
}

func (d *Desk) askChangePassphrase() {
	t := d.words.Text
	file := d.file
	dialog := &secretDialog{
		desk: d, title: t("protect.change"), button: t("protect.change"), failed: t("protect.failed"),
		lines: []string{t("protect.change_explain")}, current: t("protect.secret"), chooses: true,
		do: file.ChangePassphrase,
		done: func() {
			ui.Message(d.window.Canvas(), ui.WordsIn(d.words), t("protect.change"), t("protect.changed"))
		},
	}
	dialog.show()
}

func (d *Desk) askNewKey() {
	t := d.words.Text
	var recovery string
	file := d.file
	dialog := &secretDialog{
		desk: d, title: t("protect.new_key"), button: t("protect.new_key_do"), failed: t("protect.failed"),
		lines: []string{t("protect.new_key_explain")}, current: t("protect.secret"),
		do: func(current, _ []byte) (err error) {
			recovery, err = file.NewRecoveryKey(current)
			return err
		},
		done: func() { d.showRecovery(recovery) },
	}
	dialog.show()
}

func (d *Desk) askUnprotect() {
	t := d.words.Text
	file := d.file
	dialog := &secretDialog{
		desk: d, title: t("protect.remove"), button: t("protect.remove"), failed: t("protect.failed"), danger: true,
		lines: []string{t("protect.remove_explain")}, current: t("protect.secret"),
		do: func(current, _ []byte) error { return file.Unprotect(current) },
		done: func() {
			d.remember()
			d.build()
		},
	}
	dialog.show()
}

// tellCopies says which backups have not followed a change of the protection.
func (d *Desk) tellCopies(e *CopiesError) {
	slog.Warn("backups keep their protection", "error", e)
	var names []string
	for _, path := range e.Paths {
		names = append(names, filepath.Base(path))
	}
	ui.Message(d.window.Canvas(), ui.WordsIn(d.words), d.words.Text("protect.copies"),
		d.words.Count("protect.copies_text", len(names), "Names", strings.Join(names, ", "), "Folder", shortPath(filepath.Dir(e.Paths[0]))))
}
