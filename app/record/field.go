package record

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/law"
)

// answers are what an answer field can say without a value, in the order in
// which they are offered.
var answers = []string{string(model.None), string(model.NotStated), string(model.NotApplicable)}

// LabelWidth is the width of the column of labels at text size 14: the longest
// word of the field names fits in it.
const LabelWidth = 172

// Fields makes the fields at paths, one below the other. Paths with spaces
// between stand side by side where their values can be read so.
func (f *Form) Fields(paths ...string) []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(paths))
	for _, p := range paths {
		parts := strings.Fields(p)
		if len(parts) == 1 {
			objects = append(objects, f.Field(p))
			continue
		}
		if slices.ContainsFunc(parts, f.wide) {
			objects = append(objects, f.Fields(parts...)...)
			continue
		}
		columns := make([]fyne.CanvasObject, len(parts))
		for i, part := range parts {
			columns[i] = f.Field(part)
		}
		objects = append(objects, Columns(columns...))
	}
	return objects
}

// halfLine is how many letters of a code's name can be read in half a line.
const halfLine = 22

// wide reports whether a field holds a code whose vocabulary has longer names
// than can be read in half a line.
func (f *Form) wide(path string) bool {
	field := f.field(path)
	return field.Type == model.TypeCode && slices.ContainsFunc(law.Codes(field.Vocabulary), func(item law.Item) bool {
		return utf8.RuneCountInString(f.Words().Code(field.Vocabulary, item.Code)) > halfLine
	})
}

// Field makes the field at path with its label. A group comes with all it
// holds.
func (f *Form) Field(path string) fyne.CanvasObject {
	field := f.field(path)
	if field.Type == model.TypeGroup {
		if field.Many {
			return f.List(path)
		}
		return f.Group(path)
	}
	return f.Labelled(path, f.Words().Label(field))
}

// Labelled makes the field at path under a label of one's own.
func (f *Form) Labelled(path, label string) fyne.CanvasObject {
	e := f.editor(path)
	row := ui.NewFieldRow(label, f.answered(e), "")
	row.Labels = LabelWidth
	e.tell = func(problem string) {
		severity := ui.SignError
		if problem == "" {
			severity = ui.SignNothing
		}
		if s, text := row.Problem(); s != severity || text != problem {
			row.SetProblem(severity, problem)
			if control, ok := f.part.controls[f.key(path)].(interface{ SetSeverity(ui.Sign) }); ok {
				control.SetSeverity(severity)
			}
			f.page.reflow()
		}
	}
	if advice := f.advice(e.field, path); advice != nil {
		e.whole = ui.Stack(0, row, container.New(beneath{}, f.Advise(path, advice)))
		return e.whole
	}
	return row
}

// Control makes the field at path without a label, that wide; 0 for its own
// width. What goes wrong with it is said at the top of the page.
func (f *Form) Control(path string, width float32) fyne.CanvasObject {
	e := f.editor(path)
	if width == 0 {
		return e.object
	}
	return ui.FixedWidth(width, e.object)
}

// answered wraps the control of an answer in the other answers there are.
func (f *Form) answered(e *editor) fyne.CanvasObject {
	control := e.object
	if e.widest > 0 {
		control = AtMost(e.widest, control)
	}
	if !e.field.Answer {
		return control
	}
	object := ui.NewAnswerField(f.Widgets(), control, string(f.at(e.path).State), answers, func(state string) {
		e.change(func(rec model.Record) error { return answer(rec, e.path, state) })
		f.page.reflow()
	})
	onFocus(object, e.focused)
	f.part.answers[f.key(e.path)] = object
	f.Follow(func() {
		// "" is shown as it is while a person has begun to answer.
		if state := string(f.at(e.path).State); state != object.State() {
			object.SetState(state)
		}
	})
	if e.widest > 0 { // keeps the button for other answers beside the control
		return AtMost(max(e.widest, 144)+36, object)
	}
	return object
}

// answer says an answer without a value, or opens the question again.
func answer(rec model.Record, path, state string) error {
	switch model.State(state) {
	case model.Given, model.Unanswered:
		field, _ := model.FieldAt(rec.Kind(), path)
		if field.Type == model.TypeGroup && state == string(model.Given) {
			return model.SetState(rec, path, model.Given)
		}
		return model.SetState(rec, path, model.Unanswered)
	}
	return model.SetState(rec, path, model.State(state))
}

// Group makes the fields inside a group that occurs once: under its name where
// it is always there, beside the other answers where it is an answer.
func (f *Form) Group(path string) fyne.CanvasObject {
	field := f.field(path)
	label := f.Words().Label(field)
	if !field.Answer {
		return ui.Stack(ui.Px(8), f.Caption(label), f.indented(f.inside(path)...))
	}
	f.Shape(func() string { return string(f.at(path).State) })
	state := f.state(path, label)
	if f.at(path).State != model.Given {
		return state
	}
	return ui.Stack(ui.Px(8), state, f.indented(f.inside(path)...))
}

// state makes the row that says whether a group is answered, and how.
func (f *Form) state(path, label string) fyne.CanvasObject {
	row := ui.NewFieldRow(label, ui.Row(0, f.stateChoice(path)), "")
	row.Labels = LabelWidth
	return row
}

// stateChoice makes the control that says whether a group is answered.
func (f *Form) stateChoice(path string) *ui.Choice {
	now := string(f.at(path).State)
	options := []ui.Option{
		{Code: string(model.Given), Label: f.Text("record.answer.given")},
		{Code: string(model.None), Label: f.Words().Answer(model.None)},
		{Code: string(model.NotStated), Label: f.Words().Answer(model.NotStated)},
		{Code: string(model.NotApplicable), Label: f.Words().Answer(model.NotApplicable)},
		{Code: "", Label: f.Words().Answer(model.Unanswered)},
	}
	choice := ui.NewChoice(f.Widgets(), options, now, func(state string) { f.setState(path, state) })
	choice.Placeholder = f.Words().Answer(model.Unanswered)
	choice.Italic = now != string(model.Given)
	choice.SetWidth(144)
	f.control(path, choice)
	onFocus(choice, func() { f.page.reveal(f.part, choice) })
	return choice
}

func (f *Form) setState(path, state string) {
	f.Do(func(rec model.Record) error { return model.SetState(rec, path, model.State(state)) })
}

// inside makes the fields that a group at a concrete path holds.
func (f *Form) inside(path string) []fyne.CanvasObject {
	return f.Fields(f.names(path)...)
}

// names returns the concrete paths of what a group holds; short fields that
// belong together stand side by side.
func (f *Form) names(path string) []string {
	kind := f.Record().Kind()
	general := model.General(path)
	if strings.HasSuffix(path, "]") {
		general += "[]"
	}
	var paths []string
	pending := ""
	for _, field := range model.FieldsOf(kind) {
		if field.Identity || !strings.HasPrefix(field.Path, general+".") || strings.ContainsRune(field.Path[len(general)+1:], '.') {
			continue
		}
		at := path + "." + field.Name
		if !short(field) {
			paths, pending = flush(paths, pending), ""
			paths = append(paths, at)
			continue
		}
		if pending != "" {
			paths = append(paths, pending+" "+at)
			pending = ""
			continue
		}
		pending = at
	}
	return flush(paths, pending)
}

func flush(paths []string, pending string) []string {
	if pending == "" {
		return paths
	}
	return append(paths, pending)
}

// short reports whether a field needs half a line only.
func short(f *model.Field) bool {
	if f.Many || f.Answer {
		return false
	}
	switch f.Type {
	case model.TypeDate, model.TypeNumber, model.TypeCode, model.TypeSub:
		return true
	}
	return false
}

// Caption makes the name of a group of fields.
func (f *Form) Caption(text string) fyne.CanvasObject {
	return ui.Inset(ui.Px(4), 0, 0, 0, ui.NewBold(text))
}

// indented sets fields off under the row they belong to.
func (f *Form) indented(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return ui.Inset(0, 0, ui.Px(4), ui.Px(16), ui.Stack(ui.Px(8), objects...))
}

// Button makes a quiet button of a section, such as one that adds a record.
func (f *Form) Button(text string, tapped func()) fyne.CanvasObject {
	b := ui.NewQuiet(text, ui.IconPlus, func() {
		f.page.leave()
		tapped()
	})
	onFocus(b, func() { f.page.reveal(f.part, b) })
	f.control("button/"+text, b)
	return ui.Row(0, b)
}
