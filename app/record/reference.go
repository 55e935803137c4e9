package record

import (
	"strings"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// reference picks one record; a link beside it opens the record.
func (e *editor) reference() {
	f := e.form
	c := ui.NewChoice(f.Widgets(), nil, "", nil)
	c.Placeholder = f.Text("record.choose")
	link := ui.NewButton("", ui.IconChevronRight, func() {
		if id := value(f.at(e.path)); id != "" {
			f.Open(model.ID(id))
		}
	})
	link.Kind = ui.ButtonBare
	e.show = func(l model.Leaf) {
		label := ""
		if now := value(l); now != "" {
			label = f.named(e.field, now).Label
		}
		link.Hidden = label == ""
		if label != c.Shown {
			c.Shown = label
			c.Refresh()
		}
	}
	e.show(f.at(e.path))
	c.OnOpen = func() {
		now := value(f.at(e.path))
		options := f.options(e.field, nil)
		if now != "" {
			options = append(options, ui.Option{Label: f.Text("record.none"), Group: f.Text("record.pick.otherwise")})
		}
		picker := &ui.Picker{Words: f.Widgets(), Options: options}
		if now != "" {
			picker.Selected = []string{now}
		}
		picker.OnPick = func(codes []string) { e.save(codes[0]) }
		if e.field.Refers != "*" {
			picker.OnCreate = func(typed string) {
				if id := f.createNamed(e.field.Refers, typed); id != "" {
					e.save(string(id))
				}
			}
		}
		f.page.pick(picker, c)
	}
	e.object, e.widest = ui.Row(ui.Px(4), ui.Grow(c), link), 440
	onFocus(c, e.focused)
	e.takes(c)
}

// chips shows several codes, records or data items, each to be taken away, and
// a button that picks more.
func (e *editor) chips() {
	f := e.form
	add := ui.NewQuiet("", ui.IconPlus, nil)
	add.Text = f.Text("record.add")
	row := ui.Flow(ui.Px(6))
	shown := "\x00"
	e.show = func(l model.Leaf) {
		labels := make([]string, 0, len(l.Values))
		for _, v := range l.Values {
			o := f.named(e.field, v)
			labels = append(labels, v+"\x00"+o.Label+string(o.Mark))
		}
		state := strings.Join(labels, "\x00")
		if state == shown {
			return
		}
		shown = state
		objects := make([]fyne.CanvasObject, 0, len(l.Values)+1)
		for i, v := range l.Values {
			objects = append(objects, e.chip(f.named(e.field, v), i))
		}
		row.Objects = append(objects, add)
		row.Refresh()
		f.page.reflow()
	}
	add.OnTapped = func() {
		chosen := f.at(e.path).Values
		picker := &ui.Picker{Words: f.Widgets(), Options: f.options(e.field, chosen), Selected: chosen, Multi: true}
		picker.OnPick = func(codes []string) { e.save(inOrder(chosen, codes)...) }
		if e.field.Type == model.TypeReference && e.field.Refers != "*" {
			picker.OnCreate = func(typed string) {
				if id := f.createNamed(e.field.Refers, typed); id != "" {
					e.save(append(chosen, string(id))...)
				}
			}
		}
		f.page.pick(picker, add)
	}
	e.show(f.at(e.path))
	e.object = row
	onFocus(add, e.focused)
	e.takes(add)
}

// chip shows the i-th value; a record is opened by it.
func (e *editor) chip(o ui.Option, i int) fyne.CanvasObject {
	chip := ui.NewChip(o.Label, o.Mark, func() {
		values := append([]string{}, e.form.at(e.path).Values...)
		if i < len(values) {
			e.form.page.leave()
			e.save(append(values[:i], values[i+1:]...)...)
		}
	})
	if e.field.Type == model.TypeReference {
		chip.OnTapped = func() { e.form.Open(model.ID(o.Code)) }
	}
	onFocus(chip, e.focused)
	return chip
}

// inOrder returns the chosen codes: those that were there before in their old
// order, then the new ones.
func inOrder(before, chosen []string) []string {
	var out []string
	is := map[string]bool{}
	for _, c := range chosen {
		is[c] = true
	}
	for _, b := range before {
		if is[b] {
			out = append(out, b)
			delete(is, b)
		}
	}
	for _, c := range chosen {
		if is[c] {
			out = append(out, c)
		}
	}
	return out
}

// words is a list of short texts: chips, and a field that takes one more.
func (e *editor) words() {
	f := e.form
	entry := ui.NewEntry("", nil)
	entry.SetPlaceHolder(f.Text("record.add.word"))
	entry.OnCommit = func(typed string) {
		typed = strings.TrimSpace(typed)
		if typed == "" {
			return
		}
		if e.save(append(append([]string{}, f.at(e.path).Values...), typed)...) {
			entry.SetValue("")
		}
	}
	row := ui.Flow(ui.Px(6))
	shown := "\x00"
	e.show = func(l model.Leaf) {
		state := strings.Join(l.Values, "\x00")
		if state == shown {
			return
		}
		shown = state
		objects := make([]fyne.CanvasObject, 0, len(l.Values)+1)
		for i, v := range l.Values {
			objects = append(objects, e.chip(ui.Option{Code: v, Label: v}, i))
		}
		row.Objects = append(objects, ui.FixedWidth(176, entry))
		row.Refresh()
		f.page.reflow()
	}
	e.show(f.at(e.path))
	e.object = row
	e.keep = entry.Reject
	onFocus(entry, e.focused)
	e.takes(entry)
}

// createNamed makes a new record with the name that was typed; for a
// processor it makes the party that bears the name.
func (f *Form) createNamed(kind model.Kind, name string) model.ID {
	var party model.ID
	if kind == model.KindProcessor {
		if party = f.createNamed(model.KindParty, name); party == "" {
			return ""
		}
	}
	return f.Create(kind, func(rec model.Record) { Name(rec, name, party) })
}

// Name gives a new record the name that a person typed. A processor gets its
// party instead.
func Name(rec model.Record, name string, party model.ID) {
	switch rec := rec.(type) {
	case *model.LegalEntity:
		rec.LegalName = model.Value(name)
	case *model.Party:
		rec.LegalName = name
	case *model.Activity:
		rec.Title = name
	case *model.Processor:
		if party != "" {
			rec.Party = model.Value(party)
		}
	case *model.Agreement:
		rec.Title = name
	case *model.Supervision:
		rec.Scope = name
	case *model.Transfer:
		rec.Title = name
	case *model.RetentionRule:
		rec.Title = name
	case *model.Measure:
		rec.Title = name
	case *model.System:
		rec.Title = name
	case *model.Document:
		rec.Title = name
	}
}
