package record

import (
	"errors"
	"reflect"

	"fyne.io/fyne/v2"

	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// Form makes the fields of one record in one section of a page. The record is
// the page's own or one that belongs to it, such as a processor's agreement.
type Form struct {
	page *Page
	part *part
	id   model.ID
}

// Of returns a form for another record in the same section.
func (f *Form) Of(id model.ID) *Form { return &Form{f.page, f.part, id} }

// ID returns the record that the form edits.
func (f *Form) ID() model.ID { return f.id }

// Record returns the record as it is in the register now. It must not be
// changed. It is nil when the record is gone.
func (f *Form) Record() model.Record {
	rec, _ := f.Register().Record(f.id)
	return rec
}

// Register returns the register as it is now.
func (f *Form) Register() *model.Register { return f.page.session.Register() }

// Session returns the session that saves.
func (f *Form) Session() *session.Session { return f.page.session }

// Words returns the words of the screen's language.
func (f *Form) Words() *words.Catalogue { return f.page.tongue.Words }

// Text returns the words for a key.
func (f *Form) Text(key string, pairs ...any) string { return f.Words().Text(key, pairs...) }

// Widgets returns the fixed words of the widgets.
func (f *Form) Widgets() ui.Words { return f.page.tongue.widgets }

// Phrases says facts as the exports say them.
func (f *Form) Phrases() report.Phrases {
	return report.Phrases{Words: f.Words(), Register: f.Register()}
}

// Open shows another record.
func (f *Form) Open(id model.ID) { f.page.openRecord(id) }

// Follow has show called whenever the register has changed.
func (f *Form) Follow(show func()) { f.part.update = append(f.part.update, show) }

// Shape has the section made anew whenever now returns something else.
func (f *Form) Shape(now func() string) {
	f.part.shapes = append(f.part.shapes, shape{now, now()})
}

// control notes which control edits the field at path, and follows the
// keyboard to it.
func (f *Form) control(path string, c fyne.Focusable) {
	key := f.key(path)
	if _, twice := f.part.controls[key]; !twice {
		f.part.order = append(f.part.order, key)
	}
	f.part.controls[key] = c
}

func (f *Form) key(path string) string { return string(f.id) + "/" + path }

// At returns what stands at a path now; an empty leaf if the path is gone.
func (f *Form) At(path string) model.Leaf { return f.at(path) }

// Show opens what a path of the form's record leads through, scrolls to the
// field and gives it the keyboard.
func (f *Form) Show(path string) {
	if f.id == f.page.id {
		f.page.Focus(path)
	}
}

// Keep notes a control of one's own under a name, so that it keeps the
// keyboard when the section is made anew.
func (f *Form) Keep(name string, control fyne.Focusable) {
	f.control(name, control)
	if object, ok := control.(fyne.CanvasObject); ok {
		onFocus(object, func() { f.page.reveal(f.part, object) })
	}
}

// at returns what stands at a path now; an empty leaf if the path is gone.
func (f *Form) at(path string) model.Leaf {
	rec := f.Record()
	if rec == nil {
		return model.Leaf{}
	}
	leaf, err := model.Get(rec, path)
	if err != nil {
		field, _ := model.FieldAt(rec.Kind(), path)
		return model.Leaf{Path: path, Field: field}
	}
	return leaf
}

// Len returns how many entries the list at path holds.
func (f *Form) Len(path string) int {
	rec := f.Record()
	if rec == nil {
		return 0
	}
	return model.Len(rec, path)
}

// field returns the field at a path; a path that does not exist is a mistake
// in a layout.
func (f *Form) field(path string) *model.Field {
	field, ok := model.FieldAt(f.Record().Kind(), path)
	if !ok {
		panic("record: " + string(f.Record().Kind()) + " has no field " + path)
	}
	return field
}

// Edit changes the form's record and shows the page anew. It returns what kept
// the change from being saved.
func (f *Form) Edit(change func(model.Record) error) error {
	if err := f.page.session.Edit(f.id, f.page, change); err != nil {
		return err
	}
	f.page.changed()
	return nil
}

// Do is Edit for a button: what goes wrong is said at the top of the page. The
// field that has the keyboard is saved first.
func (f *Form) Do(change func(model.Record) error) bool {
	f.page.leave()
	err := f.put(change)
	f.page.header.say(f.page.tongue.problem(err))
	return err == nil
}

// put changes the form's record also where no field says something new: an
// entry that is still empty, a group that is given and holds nothing yet.
func (f *Form) put(change func(model.Record) error) error {
	rec := f.Record()
	if rec == nil {
		return session.ErrGone
	}
	changed := model.Clone(rec)
	if err := change(changed); err != nil {
		return err
	}
	if reflect.DeepEqual(rec, changed) {
		return nil
	}
	if err := f.page.session.Save(model.Change{Put: []model.Record{changed}}, f.page); err != nil {
		return err
	}
	f.page.changed()
	return nil
}

// Create makes a new record and says what goes wrong. It returns the ID, ""
// on failure.
func (f *Form) Create(kind model.Kind, fill func(model.Record)) model.ID {
	rec, err := f.page.session.Create(kind, fill)
	f.page.header.say(f.page.tongue.problem(err))
	if err != nil {
		return ""
	}
	return rec.Meta().ID
}

// problem says why a change was not saved; "" for nil.
func (t tongue) problem(err error) string {
	var path *model.PathError
	switch {
	case err == nil:
		return ""
	case errors.Is(err, session.ErrGone):
		return t.Text("record.error.gone")
	case errors.Is(err, session.ErrReadOnly):
		return t.Text("record.error.read_only")
	case errors.Is(err, session.ErrMoved):
		return t.Text("record.error.moved")
	case errors.Is(err, session.ErrFull):
		return t.Text("record.error.full")
	case errors.Is(err, model.ErrOnlyData):
		return t.Text("record.error.only_data")
	case errors.As(err, &path):
		return t.Text("record.error.value")
	}
	return t.Text("record.error.save")
}

// entry returns the path of an entry of a list.
func entry(list string, i int) string { return list + "[" + itoa(i) + "]" }
