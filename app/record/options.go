package record

import (
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/law"
)

// codes returns the codes of a vocabulary as options, with those that the
// register has of its own.
func (f *Form) codes(vocabulary string, own ...string) []ui.Option {
	var options []ui.Option
	if vocabulary == "country" {
		options = f.page.tongue.countries.list(f.Words())
	} else {
		for _, item := range law.Codes(vocabulary) {
			options = append(options, f.code(vocabulary, item.Code))
		}
	}
	for _, code := range own {
		if _, known := law.Find(vocabulary, code); !known && code != "" {
			options = append(options, ui.Option{Code: code, Label: code})
		}
	}
	return options
}

// code returns one code as an option.
func (f *Form) code(vocabulary, code string) ui.Option {
	o := ui.Option{Code: code, Label: f.Words().Code(vocabulary, code), Help: f.Words().CodeHelp(vocabulary, code)}
	switch vocabulary {
	case "class":
		o.Mark = Mark(model.Class(code))
	case "data_category":
		if item, ok := law.Find(vocabulary, code); ok {
			o.Mark = Mark(item.Class)
			o.Detail = f.Words().Code("class", string(item.Class))
		}
	case "reference":
		if item, ok := law.Find(vocabulary, code); ok {
			o.Group = f.Text("record.article", "Number", item.Kind)
		}
		o.Label = code + " " + o.Label
	case "agreement_item":
		o.Label = "(" + code + ") " + o.Label
	}
	return o
}

// Mark returns the sign of a class of data.
func Mark(class model.Class) ui.Sign {
	switch class {
	case model.Ordinary:
		return ui.SignOrdinary
	case model.Confidential:
		return ui.SignConfidential
	case model.Special:
		return ui.SignSpecial
	case model.NationalID:
		return ui.SignNationalID
	case model.Criminal:
		return ui.SignCriminal
	}
	return ui.SignNothing
}

// records returns the records of a kind as options, "*" for all kinds; the
// form's own record is left out.
func (f *Form) records(kind model.Kind) []ui.Option {
	kinds := []model.Kind{kind}
	if kind == "*" {
		kinds = model.Kinds
	}
	r := f.Register()
	var options []ui.Option
	for _, k := range kinds {
		for _, rec := range r.Records(k) {
			if rec.Meta().ID == f.id {
				continue
			}
			o := ui.Option{Code: string(rec.Meta().ID), Label: r.Title(rec), Detail: rec.Meta().Number}
			if kind == "*" {
				o.Group = f.Words().Kinds(k)
			}
			options = append(options, o)
		}
	}
	return options
}

// named says an option's words where only its code is known: a record that is
// referred to, a data item, a code.
func (f *Form) named(field *model.Field, value string) ui.Option {
	switch field.Type {
	case model.TypeReference:
		rec, ok := f.Register().Record(model.ID(value))
		if !ok {
			return ui.Option{Code: value, Label: f.Text("record.gone"), Mark: ui.SignError}
		}
		label := rec.Meta().Number
		if title := f.Register().Title(rec); title != label {
			label += " " + title
		}
		return ui.Option{Code: value, Label: label}
	case model.TypeCode:
		return f.code(field.Vocabulary, value)
	}
	for _, o := range f.options(field, nil) {
		if o.Code == value {
			return o
		}
	}
	return ui.Option{Code: value, Label: value}
}

// options returns what may be chosen in a field; own are values that it has.
func (f *Form) options(field *model.Field, own []string) []ui.Option {
	switch field.Type {
	case model.TypeCode:
		return f.codes(field.Vocabulary, own...)
	case model.TypeReference:
		return f.records(field.Refers)
	case model.TypeData:
		return f.items()
	case model.TypeSub:
		return f.subs()
	}
	return nil
}

// items returns the data items of the activity as options.
func (f *Form) items() []ui.Option {
	a, ok := f.Record().(*model.Activity)
	if !ok {
		return nil
	}
	var options []ui.Option
	phrases := f.Phrases()
	for _, g := range a.Groups.Value {
		for _, d := range g.Data {
			options = append(options, ui.Option{
				Code: d.Key, Label: phrases.Item(d), Mark: Mark(d.Class), Group: phrases.Subjects(g),
				Detail: f.Words().Code("class", string(d.Class)),
			})
		}
	}
	return options
}

// subs returns the sub-processors of the processor as options.
func (f *Form) subs() []ui.Option {
	p, ok := f.Record().(*model.Processor)
	if !ok {
		return nil
	}
	var options []ui.Option
	for _, s := range p.SubProcessors.Value {
		options = append(options, ui.Option{Code: s.Key, Label: f.subName(s)})
	}
	return options
}

// subName says what a person calls a sub-processor.
func (f *Form) subName(s model.SubProcessor) string {
	switch {
	case s.Party != "":
		return f.Register().TitleOf(s.Party)
	case s.Text != "":
		return s.Text
	case s.Service != "":
		return s.Service
	}
	return s.Key
}
