package findings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fortegnelse/app/listing"
	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/check"
)

// Navigator is the way from the screen to others.
type Navigator interface {
	// OpenAt opens the page of a record at a field, "" for none. Without a
	// record it shows what the register as a whole is about.
	OpenAt(id model.ID, field string)
	Answers()       // the list of all answers, also those to what is no longer found
	Fail(err error) // says that something could not be saved
}

// Screen is the list of what the checks find, one part for each rule, and
// beside it what the selected finding means.
type Screen struct {
	session *session.Session
	watch   *Watch
	nav     Navigator
	content fyne.CanvasObject
	table   *ui.DataTable[*Row]
	head    *ui.Text
	count   *ui.Text
	search  *ui.Entry
	boxes   map[check.Severity]*ui.Check
	states  *ui.Choice
	all     *ui.Button
	detail  *detail
	stop    func()

	needle ui.Needle
	total  int // rows before the filter
	line   int // where the selected row stands among those shown
}

// The states by which the list can be narrowed. Answered errors are pending,
// and so in both.
const (
	pending  = "pending"
	answered = "answered"
	either   = ""
)

// detailWidth is the width of the pane beside the list, at text size 14.
const detailWidth = 320

// NewScreen makes the screen of what a watch has found.
func NewScreen(s *session.Session, watch *Watch, nav Navigator) *Screen {
	c := s.Words()
	f := &Screen{session: s, watch: watch, nav: nav, boxes: map[check.Severity]*ui.Check{}}
	f.table = ui.NewDataTable(f.columns(), func(w *Row) string { return w.key })
	f.table.OnOpen = f.open
	f.table.OnSelect = func(w *Row) {
		f.line = f.lineOf(w.key)
		f.detail.show(w, true)
	}
	f.table.SetGroups(group, nil)
	f.head = ui.NewLabel("")
	f.count = ui.NewLabel("")
	f.count.TextSize = theme.SizeNameCaptionText
	f.all = ui.NewButton(c.Text("list.show_all"), "", f.ShowAll)
	f.detail = newDetail(f)
	f.content = f.build()
	f.fill()
	f.stop = watch.Listen(f.fill)
	return f
}

func (f *Screen) columns() []ui.Column[*Row] {
	c := f.session.Words()
	state := func(w *Row) string { return f.state(w) }
	return []ui.Column[*Row]{
		{ID: "number", Title: c.Text("list.number"), Width: 60, Quiet: true, Text: func(w *Row) string { return w.Number },
			Compare: listing.By(c, func(w *Row) string { return w.Number })},
		{ID: "title", Title: c.Text("list.name"), Width: 140, Drop: 1, Text: func(w *Row) string { return w.Title },
			Compare: listing.By(c, func(w *Row) string { return w.Title })},
		{ID: "message", Title: c.Text("findings.message"), Width: 180, Stretch: true, Text: func(w *Row) string { return w.Message },
			Compare: listing.By(c, func(w *Row) string { return w.Message })},
		{ID: "state", Title: c.Text("findings.state"), Width: 84, Drop: 2, Quiet: true, Text: state, Compare: listing.By(c, state)},
	}
}

// state says in a word what was decided about a finding.
func (f *Screen) state(w *Row) string {
	switch {
	case w.Answer != nil:
		return f.session.Words().Code("finding_reply", string(w.Answer.Reply))
	case w.Lapsed != nil:
		return f.session.Words().Text("findings.lapsed")
	}
	return ""
}

// group puts the findings of one rule together.
func group(w *Row) string { return w.Rule.ID }

func (f *Screen) build() fyne.CanvasObject {
	t := f.session.Words().Text
	title := ui.Row(12, ui.NewHeading(t("findings.title")), ui.Grow(f.head), ui.NewButton(t("findings.answers"), "", f.nav.Answers))
	foot := ui.Row(16, ui.Grow(nil), f.count)
	list := ui.Inset(20, 24, 0, 24, container.New(column{},
		ui.Stack(12, title, f.filters()),
		ui.Stack(0, ui.NewLine(ui.ColorLine), ui.Inset(10, 0, 10, 0, foot)), f.table))
	beside := ui.FixedWidth(detailWidth, ui.OnGround(ui.ColorRaised, f.detail.content))
	return ui.OnGround(ui.ColorBackground, container.New(sides{}, list, ui.NewLine(ui.ColorLine), beside))
}

// filters is the line with the search field, a box for each severity, and the
// choice of open or answered findings.
func (f *Screen) filters() fyne.CanvasObject {
	c := f.session.Words()
	f.search = ui.NewEntry("", nil)
	f.search.SetPlaceHolder(c.Text("findings.search"))
	f.search.OnChanged = func(typed string) {
		f.needle = ui.NewNeedle(typed)
		f.fill()
	}
	line := []fyne.CanvasObject{ui.FixedWidth(160, f.search)}
	for _, s := range severities {
		f.boxes[s] = ui.NewCheck("", s != check.Info, func(bool) { f.fill() })
		line = append(line, ui.Row(ui.Px(4), ui.NewSignImage(signs[s]), f.boxes[s]))
	}
	f.states = ui.NewChoice(ui.WordsIn(c), []ui.Option{
		{Code: pending, Label: c.Text("findings.open")}, {Code: answered, Label: c.Text("findings.answered")}, {Code: either, Label: c.Text("findings.all")},
	}, pending, func(string) { f.fill() })
	return ui.Flow(12, append(line, ui.FixedWidth(124, f.states))...)
}

// keeps reports whether a row passes the filter.
func (f *Screen) keeps(w *Row) bool {
	switch f.states.Code() {
	case pending:
		if !w.Pending() {
			return false
		}
	case answered:
		if w.Answer == nil {
			return false
		}
	}
	return f.boxes[w.Rule.Severity].Checked && f.needle.In(w.hay)
}

// fill shows what is found now and passes the filter.
func (f *Screen) fill() {
	c := f.session.Words()
	rows := f.watch.Rows()
	var kept []*Row
	var groups []ui.Group
	for _, w := range rows {
		if !f.keeps(w) {
			continue
		}
		if n := len(groups); n == 0 || groups[n-1].Key != group(w) {
			groups = append(groups, ui.Group{Key: group(w), Mark: w.Sign(), Title: w.Rule.ID, Subtitle: f.about(w.Rule)})
		}
		kept = append(kept, w)
	}
	for _, s := range severities {
		f.boxes[s].Text = c.Text("findings.box."+string(s), "Count", c.Number(f.watch.Count(s)))
		f.boxes[s].Refresh()
	}
	f.head.SetText(f.when())
	f.count.SetText(c.Text("findings.count", "Shown", c.Number(len(kept)), "Total", c.Number(len(rows))))
	f.total = len(rows)
	f.table.Nothing, f.table.Offer = f.nothing()
	f.table.SetRows(kept)
	f.table.SetGroups(group, groups)
	f.reselect()
}

// about says where a rule comes from and what to do where it finds something.
func (f *Screen) about(r *check.Rule) string {
	fix := r.Fix(f.session.Words())
	if source := r.Source(); source != "" {
		return source + " · " + fix
	}
	return fix
}

// when says when the register was looked at, or that it is being looked at.
func (f *Screen) when() string {
	c := f.session.Words()
	at, ok := f.watch.Checked()
	if !ok || f.watch.Looking() {
		return c.Text("findings.checking")
	}
	return c.Text("findings.checked", "Time", c.Clock(at), "Rules", c.Number(len(check.Rules())))
}

// nothing is what stands in a list without rows.
func (f *Screen) nothing() (string, fyne.CanvasObject) {
	t := f.session.Words().Text
	if _, ok := f.watch.Checked(); !ok {
		return t("findings.wait"), nil
	}
	if f.total == 0 {
		return t("findings.none"), nil
	}
	return t("findings.nothing"), f.all
}

// reselect keeps a row selected: the one that was, or the one that has taken
// its place.
func (f *Screen) reselect() {
	shown := f.table.Shown()
	if len(shown) == 0 {
		f.line = 0
		f.detail.clear()
		return
	}
	w, ok := f.table.Selected()
	if !ok {
		w = shown[min(f.line, len(shown)-1)]
		f.table.Select(w.key)
	}
	f.line = f.lineOf(w.key)
	f.detail.show(w, false)
}

// lineOf returns where a row stands among those shown.
func (f *Screen) lineOf(key string) int {
	for i, w := range f.table.Shown() {
		if w.key == key {
			return i
		}
	}
	return 0
}

// ShowAll takes every filter away.
func (f *Screen) ShowAll() {
	for _, box := range f.boxes {
		box.SetChecked(true)
	}
	f.states.SetCode(either)
	f.needle = ui.Needle{}
	f.search.SetText("")
	f.fill()
	if c := f.canvas(); c != nil {
		c.Focus(f.table) // the button that was pressed is gone
	}
}

// open goes to where a finding is.
func (f *Screen) open(w *Row) {
	if w.Record == nil {
		f.nav.OpenAt("", w.Field)
		return
	}
	f.nav.OpenAt(w.Record.Meta().ID, w.Field)
}

func (f *Screen) canvas() fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(f.content)
}

// Content returns what to show.
func (f *Screen) Content() fyne.CanvasObject { return f.content }

// Close makes the screen stop following the watch.
func (f *Screen) Close() { f.stop() }

// Focus gives the list the keyboard.
func (f *Screen) Focus(c fyne.Canvas) { c.Focus(f.table) }

// Selected returns "": a command for the selected record of a list is not meant
// for the one that a finding is about.
func (f *Screen) Selected() model.ID { return "" }

// Finding returns the selected finding, and whether there is one in sight.
func (f *Screen) Finding() (*Row, bool) { return f.table.Selected() }

// Select selects a finding in sight.
func (f *Screen) Select(w *Row) {
	f.table.Select(w.key)
	f.reselect()
}

// Go goes to where the selected finding is.
func (f *Screen) Go() {
	if w, ok := f.Finding(); ok {
		f.open(w)
	}
}

// Accept asks for the reason why the selected finding is accepted. An error
// cannot be.
func (f *Screen) Accept() {
	if w, ok := f.Finding(); ok && w.Rule.Severity != check.Error {
		f.ask(w, accepted)
	}
}

// Explain asks why what the selected finding says is right as it is.
func (f *Screen) Explain() {
	if w, ok := f.Finding(); ok {
		f.ask(w, explained)
	}
}

// Shown returns the findings in sight, in order.
func (f *Screen) Shown() []*Row { return f.table.Shown() }

// Search narrows the list as typing into the search field does.
func (f *Screen) Search(typed string) { f.search.SetText(typed) }

// column lays a head, a foot and what takes the room between them. The head
// gets its width before its height is asked for: its filters may need two lines.
type column struct{}

// Layout is Fyne's.
func (column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, foot, rest := objects[0], objects[1], objects[2]
	head.Resize(fyne.NewSize(size.Width, head.MinSize().Height))
	top, bottom := head.MinSize().Height, foot.MinSize().Height
	head.Resize(fyne.NewSize(size.Width, top))
	head.Move(fyne.NewPos(0, 0))
	rest.Move(fyne.NewPos(0, top))
	rest.Resize(fyne.NewSize(size.Width, max(size.Height-top-bottom, 0)))
	foot.Move(fyne.NewPos(0, size.Height-bottom))
	foot.Resize(fyne.NewSize(size.Width, bottom))
}

// MinSize is Fyne's.
func (column) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(ui.Px(200), ui.Px(200)) }

// sides lays the list and the pane side by side with a line between; the list
// takes what is left.
type sides struct{}

// Layout is Fyne's.
func (sides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	list, line, pane := objects[0], objects[1], objects[2]
	width := min(pane.MinSize().Width, size.Width*2/5)
	pane.Move(fyne.NewPos(size.Width-width, 0))
	pane.Resize(fyne.NewSize(width, size.Height))
	line.Move(fyne.NewPos(size.Width-width-1, 0))
	line.Resize(fyne.NewSize(1, size.Height))
	list.Move(fyne.NewPos(0, 0))
	list.Resize(fyne.NewSize(size.Width-width-1, size.Height))
}

// MinSize is Fyne's.
func (sides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(ui.Px(400), ui.Px(240)) }
