package record

import (
	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// canvas returns the canvas the page stands on, nil if none.
func (p *Page) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(p.root) }

// pick opens a picker below an object.
func (p *Page) pick(picker *ui.Picker, below fyne.CanvasObject) {
	if c := p.canvas(); c != nil {
		picker.Show(c, below)
	}
}

// ask has something done after a question.
func (p *Page) ask(title, text, confirm string, do func()) {
	c := p.canvas()
	if c == nil {
		return
	}
	ui.Confirm(c, title, []string{text}, confirm, p.tongue.widgets.Cancel, true, func(yes bool) {
		if yes {
			do()
		}
	})
}

// showUsers tells which records keep this one from being deleted; each leads
// to its page.
func (p *Page) showUsers(rec model.Record, users []model.Record) {
	c := p.canvas()
	if c == nil {
		return
	}
	modal := &ui.Modal{Title: p.tongue.Text("record.used.title", "Number", rec.Meta().Number), Width: 560}
	rows := make([]fyne.CanvasObject, 0, len(users)+1)
	rows = append(rows, ui.Inset(0, 0, ui.Px(8), 0, ui.NewParagraph(p.session.Words().Count("record.used.text", len(users)))))
	for _, user := range users {
		number, title, kind := p.naming(user)
		rows = append(rows, ui.NewLineButton(number+" "+title, "", kind, "", func() {
			modal.Hide()
			p.openRecord(user.Meta().ID)
		}))
	}
	modal.Content = ui.Stack(0, rows...)
	modal.Buttons = []*ui.Button{ui.NewPrimary(p.tongue.widgets.Close, "", modal.Hide)}
	modal.Show(c)
}

// UsedBy is the section that shows which records refer to this one.
func UsedBy() Section {
	return Section{Title: "record.section.used", Build: func(f *Form) []fyne.CanvasObject {
		f.Shape(func() string {
			shape := ""
			for _, user := range f.page.users() {
				shape += string(user.Meta().ID) + f.Register().Title(user)
			}
			return shape
		})
		users := f.page.users()
		if len(users) == 0 {
			return []fyne.CanvasObject{ui.NewItalic(f.Text("record.used.none"))}
		}
		rows := make([]fyne.CanvasObject, 0, len(users))
		for _, user := range users {
			number, title, kind := f.page.naming(user)
			rows = append(rows, f.Line(user.Meta().ID, number, title, kind))
		}
		return []fyne.CanvasObject{ui.Stack(0, rows...)}
	}}
}

// Line makes a line that leads to another record.
func (f *Form) Line(id model.ID, number, title, detail string) fyne.CanvasObject {
	row := ui.NewLineButton(number+"  "+title, "", detail, "", func() { f.Open(id) })
	onFocus(row, func() { f.page.reveal(f.part, row) })
	f.control("line/"+string(id), row)
	return row
}
