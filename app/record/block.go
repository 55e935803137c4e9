package record

import (
	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// List makes the entries of a list of groups: each a closed line that says
// what stands in it, the open one with its fields; groups of a few short
// fields stand as lines of fields. Below is what adds one, and the other
// answers there are.
func (f *Form) List(path string) fyne.CanvasObject {
	return f.ListOf(path, ListStyle{})
}

// ListStyle says how the entries of a list are shown, where it is not as the
// rest.
type ListStyle struct {
	// Summary says what stands in a closed entry: its name and quiet words.
	Summary func(i int) (name, detail string)
	// Mark is a sign before the name; may be nil.
	Mark func(i int) ui.Sign
	// Inside makes the fields of the open entry.
	Inside func(path string) []fyne.CanvasObject
	// First opens the first entry although there are several.
	First bool
	// Bare leaves the name of the list out, because the section bears it.
	Bare bool
}

// ListOf is [Form.List] in a style.
func (f *Form) ListOf(path string, style ListStyle) fyne.CanvasObject {
	field := f.field(path)
	f.Shape(func() string {
		return string(f.at(path).State) + " " + itoa(f.Len(path)) + " " + itoa(f.page.openOf(f.key(path), f.Len(path), style.First))
	})
	n := f.Len(path)
	objects := make([]fyne.CanvasObject, 0, n+2)
	if !style.Bare {
		objects = append(objects, f.Caption(f.Words().Label(field)))
	}
	lines := f.inLine(path)
	open := f.page.openOf(f.key(path), n, style.First)
	for i := range n {
		switch {
		case lines:
			objects = append(objects, f.line(path, i))
		case i == open:
			objects = append(objects, f.opened(path, i, n, style))
		default:
			objects = append(objects, f.closed(path, i, style))
		}
	}
	return ui.Stack(0, append(objects, f.foot(path, field, n))...)
}

// foot makes what stands below the entries: the button that adds one, and the
// other answers while there are none.
func (f *Form) foot(path string, field *model.Field, n int) fyne.CanvasObject {
	add := ui.NewQuiet(f.addWords(field), ui.IconPlus, func() { f.insert(path, n) })
	if f.lists(path, "law_reference") {
		add.OnTapped = func() { f.pickLaw(path, add) }
	}
	onFocus(add, func() { f.page.reveal(f.part, add) })
	f.control(path+"[]", add)
	row := []fyne.CanvasObject{add}
	if field.Answer && n == 0 {
		row = append(row, ui.Grow(nil), f.instead(path))
	}
	return ui.Row(ui.Px(12), row...)
}

// addWords says what adds an entry to a list, "Tilføj formål".
func (f *Form) addWords(field *model.Field) string {
	if key := "record.add." + field.Owner + "." + field.Name; f.Words().Has(key) {
		return f.Text(key)
	}
	return f.Text("record.add")
}

// instead offers the answers that a list without entries can have.
func (f *Form) instead(path string) fyne.CanvasObject {
	options := []ui.Option{
		{Code: "", Label: f.Words().Answer(model.Unanswered)},
		{Code: string(model.None), Label: f.Words().Answer(model.None)},
		{Code: string(model.NotStated), Label: f.Words().Answer(model.NotStated)},
		{Code: string(model.NotApplicable), Label: f.Words().Answer(model.NotApplicable)},
	}
	state := f.at(path).State
	now := string(state)
	if state == model.Given {
		now = ""
	}
	choice := ui.NewChoice(f.Widgets(), options, now, func(state string) { f.setState(path, state) })
	choice.Placeholder = f.Words().Answer(model.Unanswered)
	choice.Italic = true
	choice.SetWidth(152)
	onFocus(choice, func() { f.page.reveal(f.part, choice) })
	f.control(path, choice)
	return choice
}

// insert adds an entry, opens it and gives it the keyboard.
func (f *Form) insert(path string, at int) {
	ok := f.Do(func(rec model.Record) error {
		if err := model.Insert(rec, path, at); err != nil {
			return err
		}
		f.page.open[f.key(path)] = at
		return newKey(rec, path, at)
	})
	if ok {
		f.page.focusIn(f.part, f.key(entry(path, at)))
	}
}

// remove takes an entry away.
func (f *Form) remove(path string, at int) {
	f.Do(func(rec model.Record) error {
		f.page.open[f.key(path)] = -1
		return model.Remove(rec, path, at)
	})
}

// newKey gives a new data item or sub-processor a key of its own.
func newKey(rec model.Record, path string, at int) error {
	field, ok := model.FieldAt(rec.Kind(), path+"[].key")
	if !ok || !field.Identity {
		return nil
	}
	prefix := "d"
	if field.Owner == "sub_processor" {
		prefix = "s"
	}
	used := map[string]bool{}
	for _, l := range model.Leaves(rec) {
		if l.Field.Name == "key" && l.Field.Owner == field.Owner {
			used[l.Text()] = true
		}
	}
	n := 1
	for used[prefix+itoa(n)] {
		n++
	}
	return model.Set(rec, entry(path, at)+".key", prefix+itoa(n))
}

// opened makes the entry that holds its fields: a head that closes, moves and
// removes it, and the fields.
func (f *Form) opened(path string, i, n int, style ListStyle) fyne.CanvasObject {
	at := entry(path, i)
	head := &ui.Disclosure{Number: itoa(i + 1), Open: true, Strong: true, OnOpen: func() { f.toggle(path, -1) }}
	onFocus(head, func() { f.page.reveal(f.part, head) })
	f.summarise(head, path, i, style)
	more := &ui.Button{Icon: ui.IconMore, Kind: ui.ButtonBare}
	more.OnTapped = func() { f.entryMenu(more, path, i, n) }
	onFocus(more, head.OnFocus)
	var inside []fyne.CanvasObject
	if style.Inside != nil {
		inside = style.Inside(at)
	} else {
		inside = f.inside(at)
	}
	return ui.Stack(0,
		ui.Row(0, ui.Grow(head), more),
		ui.Inset(ui.Px(4), 0, ui.Px(12), ui.Px(24), ui.Stack(ui.Px(8), inside...)),
		ui.NewLine(ui.ColorLine),
	)
}

// closed makes the line of an entry that is not open.
func (f *Form) closed(path string, i int, style ListStyle) fyne.CanvasObject {
	row := &ui.Disclosure{Number: itoa(i + 1), OnOpen: func() { f.toggle(path, i) }}
	onFocus(row, func() { f.page.reveal(f.part, row) })
	f.summarise(row, path, i, style)
	f.control(entry(path, i), row)
	return row
}

func (f *Form) summarise(row *ui.Disclosure, path string, i int, style ListStyle) {
	say := func() {
		if i >= f.Len(path) { // about to be made anew
			return
		}
		title, detail, mark := row.Title, row.Detail, row.Mark
		if style.Summary != nil {
			row.Title, row.Detail = style.Summary(i)
		} else {
			row.Title, row.Detail = f.summary(entry(path, i))
		}
		if style.Mark != nil {
			row.Mark = style.Mark(i)
		}
		if row.Title == "" {
			row.Title = f.Text("record.entry.empty")
		}
		if row.Open {
			row.Detail, row.Mark = "", ui.SignNothing
		}
		if title != row.Title || detail != row.Detail || mark != row.Mark {
			row.Refresh()
		}
	}
	say()
	f.Follow(say)
}

// toggle opens an entry, or closes the open one with -1.
func (f *Form) toggle(path string, i int) {
	f.page.leave()
	was := f.page.openOf(f.key(path), f.Len(path), false)
	f.page.open[f.key(path)] = i
	f.part.refresh()
	f.page.reflow()
	if i >= 0 {
		f.page.focusIn(f.part, f.key(entry(path, i)))
	} else if was >= 0 {
		f.page.focusIn(f.part, f.key(entry(path, was)))
	}
}

// entryMenu offers what can be done with an entry.
func (f *Form) entryMenu(anchor fyne.CanvasObject, path string, i, n int) {
	items := make([]ui.MenuItem, 0, 3)
	if i > 0 {
		items = append(items, ui.MenuItem{Text: f.Text("record.entry.up"), Do: func() { f.move(path, i, i-1) }})
	}
	if i < n-1 {
		items = append(items, ui.MenuItem{Text: f.Text("record.entry.down"), Do: func() { f.move(path, i, i+1) }})
	}
	items = append(items, ui.MenuItem{Text: f.Text("record.entry.remove"), Do: func() { f.remove(path, i) }})
	ui.ShowMenu(anchor, items)
}

// move puts an entry in another place of its list.
func (f *Form) move(path string, from, to int) {
	f.Do(func(rec model.Record) error {
		f.page.open[f.key(path)] = to
		return model.Swap(rec, path, from, to)
	})
}
