package record

import (
	"strings"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// place picks the field that a piece of evidence belongs to: the whole record,
// or one of its fields, named as the page names them.
func (e *editor) place() {
	f := e.form
	now := value(f.at(e.path))
	c := ui.NewChoice(f.Widgets(), f.places(now), now, func(path string) { e.save(path) })
	show := func(path string) {
		if path == "" {
			c.Shown = f.fieldName("")
		} else {
			c.Shown = ""
		}
		c.SetCode(path)
	}
	show(now)
	e.object, e.widest = c, 440
	e.show = func(l model.Leaf) {
		c.SetOptions(f.places(value(l)))
		show(value(l))
	}
	e.keep = func() { show(value(f.at(e.path))) }
	onFocus(c, e.focused)
	e.takes(c)
}

// places returns the fields of the record that evidence can belong to: the
// record itself, its fields, and the entries of its lists.
func (f *Form) places(now string) []ui.Option {
	options := []ui.Option{{Label: f.fieldName("")}}
	known := now == ""
	add := func(path string) {
		known = known || path == now
		options = append(options, ui.Option{Code: path, Label: f.fieldName(path)})
	}
	for _, field := range model.FieldsOf(f.Record().Kind()) {
		if field.Path != field.Name || field.Identity || field.Name == "evidence" {
			continue
		}
		add(field.Path)
		if field.Type == model.TypeGroup && field.Many {
			for i := range f.Len(field.Path) {
				add(entry(field.Path, i))
			}
		}
	}
	if !known {
		add(now)
	}
	return options
}

// fieldName says in words which field of the page's record a path leads to.
func (f *Form) fieldName(path string) string {
	return FieldName(f.Words(), f.Record().Kind(), path)
}

// FieldName says in words which field of a kind of records a path leads to:
// "Formål 1 › Behandlingsgrundlag 2". A path to no field stays as it is.
func FieldName(c *words.Catalogue, kind model.Kind, path string) string {
	if path == "" {
		return c.Text("record.place.whole")
	}
	var names []string
	so := ""
	for part := range strings.SplitSeq(path, ".") {
		so += part
		field, ok := model.FieldAt(kind, so)
		if !ok {
			return path
		}
		name := c.Label(field)
		if _, i, listed := parent(part); listed {
			name += " " + itoa(i+1)
		}
		names = append(names, name)
		so += "."
	}
	return strings.Join(names, " › ")
}
