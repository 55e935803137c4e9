package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/ui"
)

// showAbout says what the program is and what it will not do.
func (d *Desk) showAbout() {
	ui.Message(d.window.Canvas(), ui.WordsIn(d.words), "Fortegnelse",
		d.words.Text("about.text", "Version", d.version, "Date", d.words.ShortDate(lawDate())))
}

// showKeyboard lists every shortcut, read off the menus, and the keys that
// tables and fields know.
func (d *Desk) showKeyboard() {
	var lines []fyne.CanvasObject
	add := func(what, keys string) {
		key := ui.NewLabel(keys)
		lines = append(lines, ui.Row(ui.Px(16), ui.FixedWidth(240, ui.NewText(what)), ui.Grow(key)))
	}
	for _, m := range d.commands() {
		for _, c := range m.commands {
			if c != nil && c.shortcut != nil && c.with == "" {
				add(c.words(d.words), keyNames(c.shortcut))
			}
		}
	}
	add(d.words.Text("menu.quit"), "Ctrl+Q")
	add(d.words.Text("keyboard.section"), "Ctrl+1 … 9")
	add(d.words.Text("keyboard.move"), d.words.Text("keyboard.move_keys"))
	add(d.words.Text("keyboard.open"), "Enter")
	add(d.words.Text("keyboard.leave"), "Esc")
	add(d.words.Text("keyboard.next"), "Tab")
	add(d.words.Text("keyboard.copy"), "Ctrl+C")
	list := container.NewVScroll(ui.Stack(0, lines...))
	room := d.window.Canvas().Size().Height - ui.Px(190) // what the dialog's head and foot leave
	list.SetMinSize(fyne.NewSize(0, max(min(list.Content.MinSize().Height+ui.Px(8), room), ui.Px(120))))
	modal := &ui.Modal{Title: d.words.Text("menu.keyboard"), Content: list, Width: 640}
	modal.Buttons = []*ui.Button{ui.NewPrimary(d.words.Text("exporting.close"), "", modal.Hide)}
	modal.Show(d.window.Canvas())
}

// keyNames writes a shortcut as on the keys: "Ctrl+Shift+N".
func keyNames(s fyne.KeyboardShortcut) string {
	names := ""
	if s.Mod()&fyne.KeyModifierShortcutDefault != 0 {
		names += "Ctrl+"
	}
	if s.Mod()&fyne.KeyModifierAlt != 0 {
		names += "Alt+"
	}
	if s.Mod()&fyne.KeyModifierShift != 0 {
		names += "Shift+"
	}
	switch s.Key() {
	case fyne.KeyLeft:
		return names + "←"
	case fyne.KeyUp:
		return names + "↑"
	case fyne.KeyDown:
		return names + "↓"
	}
	return names + string(s.Key())
}
