package findings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/check"
	"fortegnelse/model/words"
)

// detail is the pane beside the list: what the selected finding says in full,
// where it is, what to do, why it matters, and what was decided about it.
type detail struct {
	screen  *Screen
	body    *fyne.Container
	scroll  *container.Scroll
	content fyne.CanvasObject
	buttons []*ui.Button // to go there, and to answer
}

func newDetail(f *Screen) *detail {
	d := &detail{screen: f, body: container.NewStack()}
	d.scroll = container.NewVScroll(ui.Inset(20, 20, 20, 20, d.body))
	d.content = d.scroll
	return d
}

// clear shows that no finding is selected.
func (d *detail) clear() {
	d.buttons = nil
	d.set(ui.NewCaption(d.screen.session.Words().Text("findings.select")))
}

// show shows a finding; from its top where it is another one.
func (d *detail) show(w *Row, another bool) {
	c := d.screen.session.Words()
	parts := []fyne.CanvasObject{
		d.headline(c, w), d.message(w), d.where(c, w),
		d.section(c.Text("findings.fix"), ui.NewParagraph(w.Rule.Fix(c))),
		d.section(c.Text("findings.why"), d.why(c, w.Rule)),
		d.section(c.Text("findings.answer"), d.answer(c, w)),
	}
	d.set(ui.Stack(16, parts...))
	if another {
		d.scroll.ScrollToTop()
	}
}

func (d *detail) set(o fyne.CanvasObject) {
	d.body.Objects = []fyne.CanvasObject{o}
	d.scroll.Refresh()
}

// headline says the severity, the rule and its source.
func (d *detail) headline(c *words.Catalogue, w *Row) fyne.CanvasObject {
	text := c.Text("findings.severity."+string(w.Rule.Severity)) + " · " + w.Rule.ID
	if source := w.Rule.Source(); source != "" {
		text += " · " + source
	}
	return ui.Row(ui.Px(8), ui.NewSignImage(w.Sign()), ui.Grow(ui.NewCaption(text)))
}

func (d *detail) message(w *Row) fyne.CanvasObject {
	title := ui.NewTitle(w.Message)
	title.Wrap = true
	return title
}

// where names the record and the field, and leads there.
func (d *detail) where(c *words.Catalogue, w *Row) fyne.CanvasObject {
	name := ui.NewParagraph(w.Title)
	if w.Number != "" {
		name.Content = w.Number + "  " + w.Title
	}
	way := "findings.go"
	switch {
	case w.Record == nil:
		way = "findings.go_register"
	case w.Field == "":
		way = "findings.go_record"
	}
	there := ui.NewButton(c.Text(way), ui.IconChevronRight, func() { d.screen.open(w) })
	d.buttons = []*ui.Button{there}
	lines := []fyne.CanvasObject{name}
	if w.Place != "" {
		lines = append(lines, ui.NewCaption(w.Place))
	}
	return ui.Stack(8, ui.Stack(0, lines...), ui.Row(0, there, ui.Grow(nil)))
}

func (d *detail) section(title string, content fyne.CanvasObject) fyne.CanvasObject {
	return ui.Stack(8, ui.NewBold(title), ui.NewLine(ui.ColorLine2), content)
}

// why says why a rule matters and where that stands.
func (d *detail) why(c *words.Catalogue, r *check.Rule) fyne.CanvasObject {
	lines := []fyne.CanvasObject{ui.NewParagraph(r.Why(c))}
	if source := r.Source(); source != "" {
		lines = append(lines, ui.NewCaption(c.Text("findings.source", "Source", source)))
	}
	if r.Asks {
		lines = append(lines, ui.NewCaption(c.Text("findings.asks")))
	}
	return ui.Stack(8, lines...)
}

// answer says what was decided, or offers to decide.
func (d *detail) answer(c *words.Catalogue, w *Row) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	if a := w.Answer; a != nil {
		lines = append(lines, ui.NewParagraph(given(c, a)), quoted(c, a.Reason))
		if !a.Until.IsZero() {
			lines = append(lines, ui.NewCaption(c.Text("findings.until", "Until", c.ShortDate(a.Until))))
		}
	} else if a := w.Lapsed; a != nil {
		was := ui.NewParagraph(c.Text("findings.was", "Until", c.ShortDate(a.Until), "Reason", a.Reason))
		was.Color = ui.ColorText2
		lines = append(lines, was)
	}
	var offers []fyne.CanvasObject
	offer := func(key string, do func()) {
		button := ui.NewButton(c.Text(key), "", do)
		d.buttons = append(d.buttons, button)
		offers = append(offers, button)
	}
	switch {
	case w.Answer != nil:
		offer("findings.withdraw", func() { d.screen.withdraw(w) })
	case w.Rule.Severity == check.Error:
		offer("findings.explain", func() { d.screen.ask(w, explained) })
	default:
		offer("findings.accept", func() { d.screen.ask(w, accepted) })
		offer("findings.explain", func() { d.screen.ask(w, explained) })
	}
	lines = append(lines, ui.Flow(8, offers...))
	if w.Rule.Severity == check.Error {
		lines = append(lines, ui.NewCaption(c.Text("findings.stays")))
	}
	return ui.Stack(8, lines...)
}

// given says how, when and by whom a finding was answered.
func given(c *words.Catalogue, a *model.FindingAnswer) string {
	reply, on := capital(c.Code("finding_reply", string(a.Reply))), c.ShortDate(a.On)
	if a.By == "" {
		return c.Text("findings.given", "Reply", reply, "On", on)
	}
	return c.Text("findings.given_by", "Reply", reply, "On", on, "By", a.By)
}

func quoted(c *words.Catalogue, reason string) fyne.CanvasObject {
	quote := ui.NewItalic(c.Text("findings.quote", "Reason", reason))
	quote.Wrap = true
	return quote
}
