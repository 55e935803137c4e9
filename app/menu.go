package app

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"fortegnelse/app/ui"
	"fortegnelse/model/words"
)

// command is one thing the person can do from anywhere. Every shortcut
// belongs to a menu item: only those are heard while a field has the focus.
type command struct {
	key      string // of its words in the catalogue
	shortcut fyne.KeyboardShortcut
	do       func()
	open     bool // needs an open register
	checked  bool
	with     string // fills {{.Number}} of its words
	title    string // what the menu says instead of its words
	idle     bool   // there is nothing to do now
	always   bool   // is heard behind a dialog, too
}

func (c *command) words(w *words.Catalogue) string { return w.Text(c.key, "Number", c.with) }

func ctrl(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

func alt(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// commands returns the menus: a key for each and what it holds; nil is a
// line.
func (d *Desk) commands() []menuOf {
	inShell := func(do func(*shell)) func() {
		return func() {
			if d.shell != nil {
				do(d.shell)
			}
		}
	}
	sections := make([]*command, 9)
	for i := range sections {
		number := string(rune('1' + i))
		sections[i] = &command{key: "menu.section", with: number, shortcut: ctrl(fyne.KeyName(number)),
			do: inShell(func(s *shell) { s.jump(i) }), open: true}
	}
	return []menuOf{
		{"menu.file", []*command{
			{key: "menu.new", shortcut: ctrl(fyne.KeyN), do: d.askNew},
			{key: "menu.open", shortcut: ctrl(fyne.KeyO), do: d.askOpen},
			{key: "menu.import", shortcut: ctrl(fyne.KeyI), do: d.askImport},
			nil,
			{key: "menu.export", shortcut: ctrl(fyne.KeyE), do: d.askExport, open: true},
			nil,
			{key: "menu.lock", shortcut: ctrl(fyne.KeyL), do: d.Lock, open: true, idle: !d.lockable(), always: true},
			{key: "menu.close", shortcut: ctrl(fyne.KeyW), do: d.leaveRegister, open: true},
		}},
		{"menu.edit", d.edits()},
		{"menu.record", []*command{
			{key: "menu.add", shortcut: ctrlShift(fyne.KeyN), do: inShell((*shell).add), open: true},
			{key: "menu.duplicate", shortcut: ctrl(fyne.KeyD), do: inShell((*shell).duplicate), open: true},
			{key: "menu.delete", shortcut: ctrlShift(fyne.KeyD), do: inShell((*shell).delete), open: true},
			{key: "menu.reason", do: inShell((*shell).askReason), open: true},
		}},
		{"menu.go", []*command{
			{key: "menu.find", shortcut: ctrl(fyne.KeyK), do: inShell((*shell).find), open: true},
			{key: "menu.back", shortcut: alt(fyne.KeyLeft), do: inShell((*shell).back), open: true},
			nil,
			{key: "menu.activities", shortcut: alt(fyne.Key1), do: inShell((*shell).goActivities), open: true},
			{key: "menu.processors", shortcut: alt(fyne.Key2), do: inShell((*shell).goProcessors), open: true},
			{key: "menu.entities", shortcut: alt(fyne.Key3), do: inShell((*shell).goEntities), open: true},
			{key: "menu.findings", shortcut: alt(fyne.Key4), do: inShell((*shell).goFindings), open: true},
			{key: "menu.deleted", do: inShell((*shell).goDeleted), open: true},
			{key: "menu.settings", shortcut: ctrl(fyne.KeyComma), do: inShell((*shell).goSettings), open: true},
		}},
		{"menu.sections", sections},
		{"menu.view", []*command{
			{key: "menu.light", do: func() { d.SetVariant(ui.Light) }, checked: d.settings.Variant() == ui.Light},
			{key: "menu.dark", do: func() { d.SetVariant(ui.Dark) }, checked: d.settings.Variant() == ui.Dark},
			{key: "menu.system", do: func() { d.SetVariant(ui.System) }, checked: d.settings.Variant() == ui.System},
			nil,
			{key: "menu.larger", shortcut: alt(fyne.KeyUp), do: func() { d.SetTextSize(min(d.settings.TextSize()+1, ui.MaxTextSize)) }},
			{key: "menu.smaller", shortcut: alt(fyne.KeyDown), do: func() { d.SetTextSize(max(d.settings.TextSize()-1, ui.MinTextSize)) }},
		}},
		{"menu.help", []*command{
			{key: "menu.keyboard", shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyF1}, do: d.showKeyboard},
			{key: "menu.about", do: d.showAbout},
		}},
	}
}

type menuOf struct {
	key      string
	commands []*command
}

// menu makes the window's menu.
func (d *Desk) menu() *fyne.MainMenu {
	d.edited = d.editTitles()
	main := fyne.NewMainMenu()
	for i, m := range d.commands() {
		menu := fyne.NewMenu(d.words.Text(m.key))
		for _, c := range m.commands {
			if c == nil {
				menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
				continue
			}
			do := c.do
			if !c.always {
				do = d.unlessModal(do)
			}
			item := fyne.NewMenuItem(cmp.Or(c.title, c.words(d.words)), do)
			item.Checked = c.checked
			item.Disabled = c.idle || c.open && d.session == nil
			if c.shortcut != nil {
				item.Shortcut = c.shortcut
			}
			menu.Items = append(menu.Items, item)
		}
		if i == 0 {
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(), d.languageItem(), fyne.NewMenuItemSeparator(), d.quitItem())
		}
		main.Items = append(main.Items, menu)
	}
	return main
}

// unlessModal keeps shortcuts from working behind a dialog.
func (d *Desk) unlessModal(do func()) func() {
	return func() {
		if d.window.Canvas().Overlays().Top() == nil {
			do()
		}
	}
}

func (d *Desk) languageItem() *fyne.MenuItem {
	item := fyne.NewMenuItem(d.words.Text("menu.language"), nil)
	item.ChildMenu = fyne.NewMenu("")
	for _, l := range words.Languages() {
		choice := fyne.NewMenuItem(d.words.Text("language."+l), func() { d.SetLanguage(l) })
		choice.Checked = l == d.words.Language()
		item.ChildMenu.Items = append(item.ChildMenu.Items, choice)
	}
	return item
}

// quitItem takes the place of Fyne's own, which would not ask the window.
func (d *Desk) quitItem() *fyne.MenuItem {
	item := fyne.NewMenuItem(d.words.Text("menu.quit"), d.Quit)
	item.IsQuit = true
	item.Shortcut = ctrl(fyne.KeyQ)
	return item
}

// leaveRegister closes the register, or leaves one that is locked, and shows
// the start screen.
func (d *Desk) leaveRegister() {
	if d.closeRegister() {
		d.unlock = nil
		d.build()
	}
}
