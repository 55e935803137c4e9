package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// topBar stands over everything: which register, search, whether it is saved,
// and the way out.
type topBar struct {
	desk    *Desk
	content fyne.CanvasObject
	reason  *fyne.Container // holds the chip that says why changes are made now
	told    string          // what the chip says; "" if there is none
	state   *ui.Text
	tick    fyne.CanvasObject
	search  *searchButton
}

func newTopBar(d *Desk) *topBar {
	b := &topBar{desk: d}
	name := ui.NewButton(d.session.Register().Info().Name, "", nil)
	name.Kind, name.Strong, name.Trailing = ui.ButtonBare, true, ui.IconChevronDown
	name.OnTapped = func() { b.registerMenu(name) }
	b.reason = container.NewStack()
	b.reason.Hide()
	b.state = ui.NewLabel("")
	b.tick = ui.NewSign(ui.SignYes)
	b.search = newSearchButton(d.words.Text("bar.search"), func() {
		if d.shell != nil {
			d.shell.find()
		}
	})
	export := ui.NewButton(d.words.Text("bar.export"), ui.IconExport, d.askExport)
	room := ui.NewFill(ui.ColorNav) // over the navigation; a long name takes more
	room.Least.Width = ui.Px(navWidth - 20)
	row := ui.Row(12,
		container.NewStack(room, container.NewHBox(name)),
		ui.Grow(ui.FixedWidth(400, b.search)), b.reason, b.tick, b.state, export)
	b.content = ui.OnGround(ui.ColorNav, ui.FixedHeight(48, ui.Inset(0, 24, 0, 12, row)))
	b.saved()
	return b
}

// saved says when the last change was saved, and why changes are made now.
func (b *topBar) saved() {
	defer b.content.Refresh() // the words may take more room than those before
	b.showReason()
	at := b.desk.session.Saved()
	if at.IsZero() {
		b.state.SetText(b.desk.words.Text("bar.unchanged"))
		return
	}
	key := "bar.saved"
	switch b.desk.session.Cause() {
	case model.ByUndo:
		key = "bar.undone"
	case model.ByRedo:
		key = "bar.redone"
	}
	b.state.SetText(b.desk.words.Text(key, "Time", b.desk.words.Clock(at)))
}

// registerMenu opens below the register's name.
func (b *topBar) registerMenu(below fyne.CanvasObject) {
	d := b.desk
	t := d.words.Text
	items := []ui.MenuItem{
		{Text: t("menu.entities"), Shortcut: "Alt+3", Do: d.shell.goEntities},
		{Text: t("menu.settings"), Shortcut: "Ctrl+,", Do: d.shell.goSettings},
		{Text: t("bar.show_folder"), Do: func() { d.showFolder(d.session.Path()) }},
		{Text: t("menu.open"), Shortcut: "Ctrl+O", Do: d.askOpen},
		{Text: t("menu.close"), Shortcut: "Ctrl+W", Do: d.leaveRegister},
	}
	if d.lockable() {
		items = slices.Insert(items, len(items)-1, ui.MenuItem{Text: t("menu.lock"), Shortcut: "Ctrl+L", Do: d.Lock})
	}
	ui.ShowMenu(below, items)
}
