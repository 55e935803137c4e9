package record

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// header is the top of a page: the way back, the record's number and name, its
// status, and what else can be done with it. Below it stands what went wrong.
type header struct {
	page    *Page
	object  fyne.CanvasObject
	number  *ui.Text
	title   *ui.Text
	status  *ui.Choice
	remarks *ui.Button
	line    *fyne.Container
	problem *ui.Text
	note    *fyne.Container
}

func newHeader(p *Page) *header {
	h := &header{page: p, number: ui.NewLabel(""), title: &ui.Text{TextSize: theme.SizeNameSubHeadingText, Style: fyne.TextStyle{Bold: true}}}
	rec := p.record()
	back := ui.NewQuiet(p.tongue.Text("nav."+string(rec.Kind())), ui.IconBack, p.back)
	h.status = ui.NewChoice(p.tongue.widgets, h.statuses(), string(rec.Meta().Status), func(code string) {
		err := p.session.Edit(p.id, p, func(rec model.Record) error { return model.Set(rec, "status", code) })
		h.say(p.tongue.problem(err))
		p.changed()
	})
	h.status.SetWidth(132)
	h.status.OnFocus = func() {
		f := &Form{page: p, id: p.id}
		p.explain(f, f.field("status"), "status")
	}
	more := ui.NewButton("", ui.IconMore, nil)
	more.OnTapped = func() {
		ui.ShowMenu(more, []ui.MenuItem{
			{Text: p.tongue.Text("menu.reason"), Do: p.nav.Reason},
			{Text: p.tongue.Text("record.duplicate"), Do: p.Duplicate},
			{Text: p.tongue.Text("record.delete"), Do: p.Delete},
		})
	}
	h.remarks = h.newRemarks()
	h.line = ui.Row(ui.Px(12),
		back, ui.FixedHeight(20, ui.NewLine(ui.ColorLine2)), h.number, ui.Grow(h.title), h.remarks, h.status, more)
	h.count()
	line := ui.FixedHeight(headerHeight, ui.Inset(0, ui.Px(24), 0, ui.Px(24), h.line))
	h.problem = ui.NewParagraph("")
	h.problem.Color = ui.ColorError
	h.note = ui.OnGround(ui.ColorErrorTint, ui.Inset(ui.Px(8), ui.Px(24), ui.Px(8), ui.Px(24), h.problem))
	h.note.Hide()
	h.object = ui.Stack(0, line, h.note)
	h.show()
	return h
}

func (h *header) statuses() []ui.Option {
	f := &Form{page: h.page, id: h.page.id}
	return f.codes("status", string(h.page.record().Meta().Status))
}

// show shows the record as it is in the register.
func (h *header) show() {
	rec := h.page.record()
	title := h.page.session.Register().Title(rec)
	if title == rec.Meta().Number {
		title = h.page.tongue.Text("record.untitled")
	}
	h.number.SetText(rec.Meta().Number)
	h.title.SetText(title)
	h.status.SetCode(string(rec.Meta().Status))
}

// say shows what went wrong; "" takes it away.
func (h *header) say(problem string) {
	if problem == h.problem.Content {
		return
	}
	h.problem.SetText(problem)
	if problem == "" {
		h.note.Hide()
	} else {
		h.note.Show()
	}
	h.page.root.Refresh()
}

func (p *Page) back() {
	p.leave()
	p.nav.Back()
}

func (p *Page) openRecord(id model.ID) {
	p.leave()
	p.nav.Open(id)
}

// Duplicate makes a copy of the record and opens it.
func (p *Page) Duplicate() {
	p.leave()
	mark := p.tongue.Text("record.copy")
	copied, err := p.session.Duplicate(p.id, func(rec model.Record) {
		if name := rec.Name(); name != "" {
			Name(rec, name+" "+mark, processorParty(rec))
		}
	})
	p.header.say(p.tongue.problem(err))
	if err == nil {
		p.nav.Open(copied.Meta().ID)
	}
}

func processorParty(rec model.Record) model.ID {
	if p, ok := rec.(*model.Processor); ok {
		return p.Party.Value
	}
	return ""
}

// Delete deletes the record after a question, and goes back to the list. A
// record that others use is not deleted: they are shown instead.
func (p *Page) Delete() {
	p.leave()
	rec := p.record()
	if uses := p.users(); len(uses) > 0 {
		p.showUsers(rec, uses)
		return
	}
	name := rec.Meta().Number + " " + p.session.Register().Title(rec)
	p.ask(p.tongue.Text("record.delete.title", "Name", name), p.tongue.Text("record.delete.text"), p.tongue.Text("record.delete"), func() {
		err := p.session.Delete(p.id)
		var used *session.InUseError
		switch {
		case errors.As(err, &used):
			p.showUsers(rec, p.users())
		case err != nil:
			p.header.say(p.tongue.problem(err))
		default:
			p.nav.Back()
		}
	})
}

// users returns the records that refer to the page's record, each once.
func (p *Page) users() []model.Record {
	var users []model.Record
	seen := map[model.ID]bool{p.id: true}
	for _, u := range p.session.Register().UsedBy(p.id) {
		if id := u.From.Meta().ID; !seen[id] {
			seen[id] = true
			users = append(users, u.From)
		}
	}
	return users
}

// naming says a record with its kind, number and name.
func (p *Page) naming(rec model.Record) (number, title, kind string) {
	return rec.Meta().Number, p.session.Register().Title(rec), capital(p.session.Words().Kind(rec.Kind()))
}
