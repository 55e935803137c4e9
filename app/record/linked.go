package record

import (
	"strings"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// LinkStyle says how records stand on the page of another record that they
// belong to.
type LinkStyle struct {
	// Summary says what stands in the closed line: name and quiet words.
	Summary func(rec model.Record) (name, detail string)
	Mark    func(rec model.Record) ui.Sign // may be nil
	// Inside makes the fields of the open record.
	Inside func(f *Form) []fyne.CanvasObject
	First  bool // the first is open although there are several
	Strong bool // bold names
	Add    string
	// Remove takes the record away from this page; nil where it cannot.
	Remove     func(id model.ID)
	RemoveText string
}

// Linked shows the records that the list of references at path leads to, with
// what adds others, existing or new, and the other answers there are.
func (f *Form) Linked(path string, style LinkStyle) fyne.CanvasObject {
	field := f.field(path)
	if style.RemoveText == "" {
		style.RemoveText = f.Text("record.entry.remove")
	}
	style.Remove = func(id model.ID) {
		f.Do(func(rec model.Record) error {
			return model.Set(rec, path, without(values(rec, path), string(id))...)
		})
	}
	f.Shape(func() string { return string(f.at(path).State) })
	ids := func() []model.ID {
		var ids []model.ID
		for _, v := range f.at(path).Values {
			ids = append(ids, model.ID(v))
		}
		return ids
	}
	add := ui.NewQuiet(style.Add, ui.IconPlus, nil)
	add.OnTapped = func() {
		f.page.leave()
		chosen := f.at(path).Values
		picker := &ui.Picker{Words: f.Widgets(), Options: f.records(field.Refers), Selected: chosen, Multi: true}
		picker.OnPick = func(codes []string) {
			f.Do(func(rec model.Record) error { return model.Set(rec, path, inOrder(chosen, codes)...) })
		}
		picker.OnCreate = func(typed string) {
			if id := f.createNamed(field.Refers, typed); id != "" {
				f.page.open[f.key(path)] = len(chosen)
				f.Do(func(rec model.Record) error { return model.Set(rec, path, append(chosen, string(id))...) })
			}
		}
		f.page.pick(picker, add)
	}
	onFocus(add, func() { f.page.reveal(f.part, add) })
	blocks := f.Blocks(path, ids, style)
	f.control(path, add)
	foot := []fyne.CanvasObject{add}
	if len(ids()) == 0 && field.Answer {
		foot = append(foot, ui.Grow(nil), f.instead(path))
	}
	return ui.Stack(0, blocks, ui.Row(ui.Px(12), foot...))
}

// Blocks shows records as lines of which one is open. Key names the list on
// the page.
func (f *Form) Blocks(key string, ids func() []model.ID, style LinkStyle) fyne.CanvasObject {
	openKey := f.key(key)
	f.Shape(func() string {
		var b strings.Builder
		all := ids()
		for _, id := range all {
			b.WriteString(string(id))
		}
		return b.String() + itoa(f.page.openOf(openKey, len(all), style.First))
	})
	all := ids()
	open := f.page.openOf(openKey, len(all), style.First)
	objects := make([]fyne.CanvasObject, 0, len(all))
	for i, id := range all {
		objects = append(objects, f.block(openKey, i, i == open, id, style))
	}
	return ui.Stack(0, objects...)
}

// block makes one record of [Form.Blocks].
func (f *Form) block(openKey string, i int, open bool, id model.ID, style LinkStyle) fyne.CanvasObject {
	of := f.Of(id)
	rec := of.Record()
	if rec == nil {
		return ui.NewItalic(f.Text("record.gone"))
	}
	head := &ui.Disclosure{Number: rec.Meta().Number, Open: open, Strong: open || style.Strong, OnOpen: func() {
		f.page.leave()
		if open {
			f.page.open[openKey] = -1
		} else {
			f.page.open[openKey] = i
		}
		f.part.refresh()
		f.page.reflow()
		f.page.focusIn(f.part, "block/"+string(id))
	}}
	f.part.controls["block/"+string(id)] = head
	f.part.order = append(f.part.order, "block/"+string(id))
	onFocus(head, func() { f.page.reveal(f.part, head) })
	say := func() {
		rec := of.Record()
		if rec == nil {
			return
		}
		title, detail, mark := head.Title, head.Detail, head.Mark
		if style.Summary != nil {
			head.Title, head.Detail = style.Summary(rec)
		} else {
			head.Title, head.Detail = f.Register().Title(rec), ""
		}
		if style.Mark != nil {
			head.Mark = style.Mark(rec)
		}
		if open {
			head.Detail, head.Mark = "", ui.SignNothing
		}
		if title != head.Title || detail != head.Detail || mark != head.Mark {
			head.Refresh()
		}
	}
	say()
	f.Follow(say)
	if !open || style.Inside == nil {
		return head
	}
	more := &ui.Button{Icon: ui.IconMore, Kind: ui.ButtonBare}
	more.OnTapped = func() {
		items := []ui.MenuItem{{Text: f.Text("record.open", "Number", rec.Meta().Number), Do: func() { f.Open(id) }}}
		if style.Remove != nil {
			items = append(items, ui.MenuItem{Text: style.RemoveText, Do: func() { style.Remove(id) }})
		}
		ui.ShowMenu(more, items)
	}
	return ui.Stack(0,
		ui.Row(0, ui.Grow(head), more),
		ui.Inset(ui.Px(4), 0, ui.Px(12), ui.Px(44), ui.Stack(ui.Px(8), style.Inside(of)...)),
		ui.NewLine(ui.ColorLine),
	)
}

// values returns what a list of references or codes holds.
func values(rec model.Record, path string) []string {
	leaf, err := model.Get(rec, path)
	if err != nil {
		return nil
	}
	return leaf.Values
}

func without(values []string, value string) []string {
	var out []string
	for _, v := range values {
		if v != value {
			out = append(out, v)
		}
	}
	return out
}
