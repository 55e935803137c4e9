package app

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/ui"
)

// unlockScreen asks for the passphrase of a protected register: one that is
// to be opened, or one that was locked.
type unlockScreen struct {
	desk   *Desk
	path   string
	at     trail // where in it the person was
	field  *secretField
	button *ui.Button
	busy   bool
}

const unlockWidth = 440

func newUnlockScreen(d *Desk, path string, at trail) *unlockScreen {
	return &unlockScreen{desk: d, path: path, at: at}
}

// name is what the register is called as long as nothing in it can be read.
func (u *unlockScreen) name() string { return baseName(u.path) }

// draw makes the screen in the words and the look of now.
func (u *unlockScreen) draw() fyne.CanvasObject {
	t := u.desk.words.Text
	u.field = u.desk.newSecretField(t("protect.secret"), "")
	u.button = ui.NewPrimary(t("protect.unlock"), ui.IconLock, u.start)
	u.enable()
	form := ui.Stack(ui.Px(16),
		ui.Row(ui.Px(12), ui.NewIcon(ui.IconLock, ui.ColorAccent, 28),
			ui.Grow(ui.Stack(0, ui.NewHeading(u.name()), small(shortPath(filepath.Dir(u.path)))))),
		ui.NewParagraph(t("protect.locked")),
		u.field.row,
		u.desk.showSecrets(u.field),
		ui.Row(ui.Px(8), u.button, ui.Grow(nil)),
		ui.NewLine(ui.ColorLine),
		ui.Row(ui.Px(24), ui.NewLink(t("protect.other"), u.desk.askOpen), ui.NewLink(t("protect.start"), u.desk.leaveRegister), ui.Grow(nil)))
	form.Resize(fyne.NewSize(ui.Px(unlockWidth), 0)) // wrapped texts have their height only at their width
	return ui.OnGround(ui.ColorNav, container.NewCenter(ui.OnGround(ui.ColorBackground,
		ui.Inset(28, 32, 28, 32, ui.FixedWidth(unlockWidth, form)))))
}

func (u *unlockScreen) enable() {
	t := u.desk.words.Text
	u.field.enable(!u.busy)
	u.button.Text = t("protect.unlock")
	if u.busy {
		u.button.Text = t("protect.unlocking")
		u.button.Disable()
	} else {
		u.button.Enable()
	}
	u.button.Refresh()
}

// start tries what was typed. A passphrase is slow to try, so that is done
// beside the window.
func (u *unlockScreen) start() {
	if u.busy || u.desk.window.Canvas().Overlays().Top() != nil {
		return
	}
	secret := u.field.secret()
	u.field.right()
	if len(secret) == 0 {
		u.field.wrong(u.desk.words.Text("protect.empty"))
		return
	}
	u.busy = true
	u.enable()
	var file File
	u.desk.runner.start(Task{
		Work: func(context.Context, func(int, int)) (err error) {
			defer clear(secret)
			file, err = u.desk.files.Open(u.path, secret)
			return err
		},
		Done: func(err error) { u.done(file, err) },
	}, func(int, int) {})
}

// done shows the register, or says why it stays locked.
func (u *unlockScreen) done(file File, err error) {
	d := u.desk
	u.busy = false
	if d.unlock != u { // the person has gone on to something else
		if file != nil {
			closeUnseen(file)
		}
		return
	}
	u.enable()
	var failed *FileError
	switch {
	case err == nil:
		u.field.empty()
		d.enterAt(file, u.at)
		d.backUp(file)
	case errors.As(err, &failed) && failed.Reason == WrongPassphrase:
		u.field.wrong(d.explain(err))
	case errors.As(err, &failed):
		d.tellTrouble(u.path, failed)
	default:
		d.fail(d.words.Text("error.open", "Name", filepath.Base(u.path)), err)
	}
}

// closeUnseen closes a register that was opened and is not to be shown.
func closeUnseen(file File) {
	if err := file.Close(); err != nil {
		slog.Error("closing a register", "error", err)
	}
}
