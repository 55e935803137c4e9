package app

import (
	"cmp"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/listing"
	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// deletedScreen lists the records that were deleted, and brings them back.
type deletedScreen struct {
	desk    *Desk
	table   *ui.DataTable[deletedRow]
	button  *ui.Button
	content fyne.CanvasObject
	stop    func()
}

// deletedRow is what the list shows of one of them.
type deletedRow struct {
	id                        model.ID
	number, title, kind, when string
	author                    string
	order                     int // the last deleted first
}

func newDeletedScreen(d *Desk) *deletedScreen {
	t := d.words.Text
	s := &deletedScreen{desk: d}
	s.table = ui.NewDataTable(deletedColumns(d.words), func(r deletedRow) string { return string(r.id) })
	s.table.Nothing = t("deleted.none")
	s.table.OnOpen = s.ask
	s.table.OnSelect = func(deletedRow) { s.button.Enable() }
	s.button = ui.NewPrimary(t("deleted.restore")+" …", ui.IconHistory, func() {
		if row, ok := s.table.Selected(); ok {
			s.ask(row)
		}
	})
	back := &ui.Button{Text: t("nav.settings"), Icon: ui.IconBack, Kind: ui.ButtonBare, OnTapped: d.shell.goSettings}
	head := ui.Stack(ui.Px(8), ui.Row(0, back, ui.Grow(nil)),
		ui.Row(12, ui.NewHeading(t("deleted.title")), ui.Grow(nil), s.button), ui.NewCaption(t("deleted.text")))
	s.content = ui.OnGround(ui.ColorBackground, ui.Inset(12, 24, 0, 24, container.NewBorder(
		ui.Inset(0, 0, 12, 0, head), nil, nil, nil, s.table)))
	s.fill()
	s.stop = d.session.Listen(func(session.Event) { s.fill() })
	return s
}

func deletedColumns(c *words.Catalogue) []ui.Column[deletedRow] {
	newest := func(a, b deletedRow) int { return cmp.Compare(a.order, b.order) }
	by := func(of func(deletedRow) string) func(a, b deletedRow) int { return listing.By(c, of) }
	number := func(r deletedRow) string { return r.number }
	title := func(r deletedRow) string { return r.title }
	kind := func(r deletedRow) string { return r.kind }
	author := func(r deletedRow) string { return r.author }
	return []ui.Column[deletedRow]{
		{ID: "number", Title: c.Text("list.number"), Width: 64, Quiet: true, Text: number, Compare: by(number)},
		{ID: "title", Title: c.Text("list.name"), Width: 220, Stretch: true, Text: title, Compare: by(title)},
		{ID: "kind", Title: c.Text("deleted.kind"), Width: 170, Drop: 2, Text: kind, Compare: by(kind)},
		{ID: "when", Title: c.Text("deleted.when"), Width: 150, Text: func(r deletedRow) string { return r.when }, Compare: newest},
		{ID: "author", Title: c.Text("deleted.by"), Width: 150, Drop: 1, Text: author, Compare: by(author)},
	}
}

// fill shows what is deleted now.
func (s *deletedScreen) fill() {
	d := s.desk
	deletions, err := d.file.Deletions()
	if err != nil {
		s.table.Nothing = d.explain(err)
	}
	rows := make([]deletedRow, len(deletions))
	for i, gone := range deletions {
		head := gone.Record.Meta()
		rows[i] = deletedRow{
			id: head.ID, number: head.Number, title: d.session.Register().Title(gone.Record), kind: d.words.Kind(gone.Record.Kind()),
			when: d.moment(gone.Time), author: gone.Author, order: i,
		}
	}
	s.table.SetRows(rows)
	if _, selected := s.table.Selected(); !selected {
		s.button.Disable()
	}
}

// ask asks whether to bring a record back, and does it.
func (s *deletedScreen) ask(row deletedRow) {
	d := s.desk
	t := d.words.Text
	title := t("deleted.restore_what", "Number", row.number)
	ui.Confirm(d.window.Canvas(), title, []string{row.title, t("deleted.was", "When", row.when, "By", row.author)},
		t("deleted.restore"), t("exporting.cancel"), false, func(yes bool) {
			if !yes {
				return
			}
			rec, err := d.session.Restore(row.id, d.file.Restore)
			if err != nil {
				d.fail(t("deleted.failed", "Number", row.number), err)
				return
			}
			d.shell.openRecord(rec.Meta().ID)
		})
}

// explainLost names the records that must come back first; false for other
// errors.
func (d *Desk) explainLost(err error) (string, bool) {
	lost, ok := errors.AsType[*LostReferenceError](err)
	if !ok {
		return "", false
	}
	var names []string
	for _, rec := range lost.Lost {
		names = append(names, rec.Meta().Number)
	}
	return d.words.Text("deleted.lost", "Names", strings.Join(names, ", ")), true
}

// Content implements screen.
func (s *deletedScreen) Content() fyne.CanvasObject { return s.content }

// Close implements screen.
func (s *deletedScreen) Close() { s.stop() }

// Focus implements list.
func (s *deletedScreen) Focus(c fyne.Canvas) { c.Focus(s.table) }

// Selected implements list: none of the rows is a record of the register.
func (s *deletedScreen) Selected() model.ID { return "" }
