package record

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// editor is the control of one field.
type editor struct {
	form  *Form
	path  string
	field *model.Field

	object fyne.CanvasObject
	whole  fyne.CanvasObject // the field with the advice below it, to be seen together; nil for the object
	widest float32           // at text size 14; 0 for as wide as there is room
	// show shows what stands in the register; what a person has typed and not
	// saved stays.
	show func(model.Leaf)
	// keep is called when a text could not be saved, so that it stays.
	keep func()
	// tell says what is wrong beside the field; "" that all is well.
	tell func(problem string)
}

// editor makes the control of the field at path.
func (f *Form) editor(path string) *editor {
	field := f.field(path)
	e := &editor{form: f, path: path, field: field, keep: func() {}}
	e.tell = func(problem string) { f.page.header.say(problem) }
	switch {
	case field.Owner == "evidence" && field.Name == "field":
		e.place()
	case field.Many && field.Type == model.TypeText:
		e.words()
	case field.Many:
		e.chips()
	case field.Type == model.TypeParagraph:
		e.paragraph()
	case field.Type == model.TypeNumber:
		e.number()
	case field.Type == model.TypeDate:
		e.date()
	case field.Type == model.TypeReference:
		e.reference()
	case field.Type == model.TypeText:
		e.line()
	default:
		e.choice()
	}
	f.Follow(func() { e.show(f.at(path)) })
	return e
}

// save puts values into the register and says what keeps them from it.
func (e *editor) save(values ...string) bool {
	return e.change(func(rec model.Record) error { return e.form.set(rec, e.field, e.path, values...) })
}

func (e *editor) change(change func(model.Record) error) bool {
	err := e.form.Edit(change)
	e.tell(e.form.page.tongue.problem(err))
	if err != nil {
		e.keep()
	}
	return err == nil
}

// takes notes a control as the one that gets the keyboard for this field.
func (e *editor) takes(control fyne.Focusable) { e.form.control(e.path, control) }

// value returns the one value as text.
func value(l model.Leaf) string {
	if len(l.Values) == 0 {
		return ""
	}
	return l.Values[0]
}

func (e *editor) line() {
	entry := ui.NewEntry(value(e.form.at(e.path)), func(typed string) { e.save(strings.TrimSpace(typed)) })
	e.object = entry
	e.writes(entry)
}

// writes ties the field to an entry that holds its value as it is stored.
func (e *editor) writes(entry *ui.Entry) {
	e.show = func(l model.Leaf) { entry.SetValue(value(l)) }
	e.keep = entry.Reject
	onFocus(entry, e.focused)
	e.takes(entry)
}

func (e *editor) number() {
	entry := ui.NewEntry(value(e.form.at(e.path)), nil)
	entry.OnCommit = func(typed string) {
		typed = strings.TrimSpace(typed)
		if n, err := strconv.Atoi(typed); typed != "" && (err != nil || n < 0) {
			e.tell(e.form.Text("record.error.number"))
			entry.Reject()
			return
		}
		e.save(typed)
	}
	e.object, e.widest = entry, 88
	e.writes(entry)
}

// date takes a date as people type it and shows it as the language writes it.
func (e *editor) date() {
	f := e.form
	stored := func(l model.Leaf) model.Date {
		d, _ := model.ParseDate(value(l)) // the model holds nothing else
		return d
	}
	field := ui.NewDateField(f.Widgets(), dates{f.page}, stored(f.at(e.path)), func(d model.Date) { e.save(d.String()) })
	field.OnInvalid = func(string, error) { e.tell(f.Text("record.error.date")) }
	e.object, e.widest = field, 148
	e.show = func(l model.Leaf) { field.SetValue(stored(l)) }
	e.keep = field.Reject
	onFocus(field, e.focused)
	e.takes(field)
}

// dates reads and writes dates in the language of the screen.
type dates struct{ page *Page }

// Parse implements ui.Dates.
func (d dates) Parse(typed string) (model.Date, error) { return model.ParseTypedDate(typed, d.Today()) }

// Format implements ui.Dates.
func (d dates) Format(date model.Date) string { return d.page.tongue.Words.ShortDate(date) }

// Today implements ui.Dates.
func (d dates) Today() model.Date { return d.page.session.Today() }

// choice picks one of several codes, data items or sub-processors.
func (e *editor) choice() {
	f := e.form
	now := value(f.at(e.path))
	options := func(now string) []ui.Option {
		none := ui.Option{Label: f.Text("record.empty")}
		return append([]ui.Option{none}, f.options(e.field, []string{now})...)
	}
	c := ui.NewChoice(f.Widgets(), options(now), now, func(code string) { e.save(code) })
	c.Placeholder = f.Text("record.choose")
	if e.field.Vocabulary == "country" { // too many to look through
		c.OnOpen = func() {
			picker := &ui.Picker{Words: f.Widgets(), Options: c.Options(), Selected: []string{c.Code()}}
			picker.OnPick = func(codes []string) { e.save(codes[0]) }
			f.page.pick(picker, c)
		}
	}
	e.object, e.widest = c, 360
	e.show = func(l model.Leaf) {
		if e.field.Type != model.TypeCode || value(l) != now {
			now = value(l)
			c.SetOptions(options(now))
		}
		c.SetCode(now)
	}
	e.keep = func() { c.SetCode(value(f.at(e.path))) }
	onFocus(c, e.focused)
	e.takes(c)
}

// focused brings the field into view and says what helps with it.
func (e *editor) focused() {
	e.form.page.explain(e.form, e.field, e.path)
	if e.whole != nil {
		e.form.page.reveal(e.form.part, e.whole)
		return
	}
	e.form.page.reveal(e.form.part, e.object)
}
