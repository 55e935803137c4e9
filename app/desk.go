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

	words   *words.Catalogue
	session *session.Session // nil while no register is open
	shell   *shell           // nil while no register is open
	edited  string           // what the menu says that can be undone and redone
}

// New makes the desk with its window, showing the start screen. Now tells the
// time where the user sits.
func New(a fyne.App, files Files, version string, now func() time.Time) *Desk {
	d := &Desk{app: a, files: files, version: version, settings: Settings{a.Preferences()}, runner: newRunner(), now: now}
	d.speak(d.settings.Language())
	d.look()
	d.window = a.NewWindow("Fortegnelse")
	d.window.SetIcon(ui.AppIcon())
	d.window.SetPadded(false)
	d.window.Resize(d.settings.Size())
	d.window.SetCloseIntercept(d.Quit)
	d.window.SetOnDropped(func(_ fyne.Position, dropped []fyne.URI) {
		if len(dropped) > 0 {
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
func (d *Desk) build() {
	d.window.Canvas().Unfocus() // a field that is left saves itself
	d.window.SetMainMenu(d.menu())
	if d.session == nil {
		d.shell = nil
		d.window.SetTitle("Fortegnelse")
		d.setContent(d.startScreen())
		return
	}
	at := trail{}
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
	d.window.SetContent(container.NewStack(least, o))
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
	d.session, d.shell = nil, nil
	return true
}

// enter shows a register that was just opened.
func (d *Desk) enter(keeper session.Keeper) {
	d.session = session.New(keeper, d.settings.Author(), d.words, d.now)
	if keeper.Path() != "" {
		d.settings.AddRecent(Recent{Path: keeper.Path(), Name: keeper.Register().Info().Name, Opened: d.now()})
	}
	d.shell = nil
	d.build()
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
	if d.shell != nil {
		d.shell.focus()
	}
}
