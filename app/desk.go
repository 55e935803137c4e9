// Package app is the program's window: the shell with its navigation, the
// tasks that take long, and which screen is shown. Each area of screens is a
// package of its own below it.
package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// Desk is the program in one window: either the start screen, or one open
// register. It belongs to the goroutine of the user interface.
type Desk struct {
	app      fyne.App
	window   fyne.Window
	files    Files
	version  string
	settings Settings
	runner   *runner
	now      func() time.Time

	words       *words.Catalogue
	session     *session.Session // nil while no register is open
	file        File             // that holds it
	shell       *shell           // nil while no register is open
	attachments *attachments
	unlock      *unlockScreen // asks for a passphrase while no register is open; else nil
	idle        idle
	noBackup    bool   // and the person was told so
	edited      string // what the menu says that can be undone and redone
}

// New makes the desk with its window, showing the start screen. Now tells the
// time where the user sits.
func New(a fyne.App, files Files, version string, now func() time.Time) *Desk {
	d := &Desk{app: a, files: files, version: version, settings: Settings{a.Preferences()}, runner: newRunner(), now: now}
	d.attachments = &attachments{desk: d}
	d.speak(d.settings.Language())
	d.look()
	d.window = a.NewWindow("Fortegnelse")
	d.window.SetIcon(ui.AppIcon())
	d.window.SetPadded(false)
	d.window.Resize(d.settings.Size())
	d.window.SetCloseIntercept(d.Quit)
	d.window.SetOnDropped(func(_ fyne.Position, dropped []fyne.URI) {
		if len(dropped) > 0 && !d.attachments.dropped(dropped[0].Path()) {
			d.Bring(dropped[0].Path())
		}
	})
	d.window.Canvas().SetOnTypedKey(d.typed)
	d.build()
	return d
}

// typed takes the keys that nothing on the screen uses: Esc goes back.
func (d *Desk) typed(event *fyne.KeyEvent) {
	switch {
	case event.Name == fyne.KeyF1: // a shortcut without Ctrl or Alt is not heard in a real window
		d.unlessModal(d.showKeyboard)()
	case event.Name == fyne.KeyEscape && d.shell != nil:
		d.shell.back()
	case (event.Name == fyne.KeyReturn || event.Name == fyne.KeyEnter) && d.unlock != nil:
		d.unlock.start()
	}
}

// Window returns the desk's window.
func (d *Desk) Window() fyne.Window { return d.window }

// speak changes the language; a language without a catalogue cannot be chosen.
func (d *Desk) speak(language string) {
	c, err := words.In(language)
	if err != nil {
		c, err = words.In("da")
	}
	if err != nil {
		panic("app: " + err.Error()) // the catalogues are embedded and tested
	}
	d.words = c
	speakFyne(c)
}

// look applies the chosen theme.
func (d *Desk) look() {
	d.app.Settings().SetTheme(ui.NewTheme(d.settings.Variant(), d.settings.TextSize()))
}

// build draws the window anew: at the start, when a register is opened or
// closed, and when the language or the look has changed.
func (d *Desk) build() { d.buildAt(trail{}) }

// buildAt is build for a register that was just opened: at is where in it.
func (d *Desk) buildAt(at trail) {
	d.window.Canvas().Unfocus() // a field that is left saves itself
	d.window.SetMainMenu(d.menu())
	if d.session == nil && d.unlock != nil {
		d.window.SetTitle(d.unlock.name() + " – Fortegnelse")
		d.setContent(d.unlock.draw())
		d.unlock.field.focus()
		return
	}
	if d.session == nil {
		d.shell = nil
		d.window.SetTitle("Fortegnelse")
		d.setContent(d.startScreen())
		return
	}
	if d.shell != nil {
		at = d.shell.trail
		d.shell.leave()
	}
	d.window.SetTitle(d.session.Register().Info().Name + " – Fortegnelse")
	d.shell = newShell(d, at)
	d.setContent(d.shell.content)
	d.shell.show()
}

// setContent shows a screen that never gets smaller than the least window.
func (d *Desk) setContent(o fyne.CanvasObject) {
	least := ui.NewFill(ui.ColorBackground)
	least.Least = minimum
	d.window.SetContent(container.NewStack(least, newPresence(d.touch), o))
}

// SetLanguage switches the words of the whole screen.
func (d *Desk) SetLanguage(language string) {
	d.settings.SetLanguage(language)
	d.speak(language)
	if d.session != nil {
		d.session.SetWords(d.words)
	}
	d.build()
}

// SetVariant switches between light and dark.
func (d *Desk) SetVariant(v ui.Variant) {
	d.settings.SetVariant(v)
	d.look()
	d.build()
}

// SetTextSize changes the size of all text.
func (d *Desk) SetTextSize(size float32) {
	d.settings.SetTextSize(size)
	d.look()
	d.build()
}

// Quit saves what is being typed, closes the register and ends the program.
func (d *Desk) Quit() {
	d.settings.SetSize(d.window.Canvas().Size())
	if !d.closeRegister() {
		return
	}
	d.idle.end()
	d.app.Quit()
}

// closeRegister closes the open register, if any, and reports whether that
// worked.
func (d *Desk) closeRegister() bool {
	if d.session == nil {
		return true
	}
	d.window.Canvas().Unfocus()
	if err := d.session.Close(); err != nil {
		d.fail(d.words.Text("error.close"), err)
		return false
	}
	d.shell.leave()
	d.attachments.close()
	d.session, d.file, d.shell = nil, nil, nil
	return true
}

// enter shows a register that was just opened.
func (d *Desk) enter(file File) { d.enterAt(file, trail{}) }

// enterAt shows a register where the person was in it before.
func (d *Desk) enterAt(file File, at trail) {
	d.session, d.file = session.New(file, d.settings.Author(), d.words, d.now), file
	d.remember()
	d.touch()
	d.shell, d.unlock, d.noBackup = nil, nil, false
	d.buildAt(at)
	d.warnOfFolder()
}

// remember puts the open register on the list of those opened last. What a
// protected one is called inside stays in it.
func (d *Desk) remember() {
	path := d.file.Path()
	if path == "" {
		return
	}
	name := d.session.Register().Info().Name
	if d.file.Protected() {
		name = baseName(path)
	}
	d.settings.AddRecent(Recent{Path: path, Name: name, Opened: d.now()})
}

// Open opens a record of the register on its page.
func (d *Desk) Open(id model.ID) {
	if d.shell != nil {
		d.shell.openRecord(id)
	}
}

// Started is called when the window has come up: only then does the system
// tell whether it is light or dark.
func (d *Desk) Started() {
	d.look()
	d.idle.begin(d.lockIfIdle)
	if d.shell != nil {
		d.shell.focus()
	}
}
