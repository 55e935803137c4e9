package xlsx

import (
	"reflect"
	"strconv"
	"strings"

	"fortegnelse/export/report"
	"fortegnelse/model"
)

// printer turns what records say into cells of one language. What many cells
// share is said once and kept.
type printer struct {
	report.Phrases
	part      model.Part
	codes     map[[2]string]string
	links     map[model.ID]string
	dates     map[string]string
	labels    map[*model.Field]string
	answers   map[model.State]string
	sentences map[model.ID]string

	activity *model.Activity   // whose data are in items
	items    map[string]string // names of its data by key
}

func newPrinter(phrases report.Phrases, part model.Part) *printer {
	return &printer{
		Phrases: phrases, part: part,
		codes: map[[2]string]string{}, links: map[model.ID]string{}, dates: map[string]string{},
		labels: map[*model.Field]string{}, answers: map[model.State]string{}, sentences: map[model.ID]string{},
	}
}

// kept returns what was said for a key before, or says it now.
func kept[K comparable](m map[K]string, key K, say func() string) string {
	s, ok := m[key]
	if !ok {
		s = say()
		m[key] = s
	}
	return s
}

func (p *printer) label(f *model.Field) string {
	return kept(p.labels, f, func() string { return p.Words.Label(f) })
}

func (p *printer) code(vocabulary, code string) string {
	if code == "" {
		return ""
	}
	return kept(p.codes, [2]string{vocabulary, code}, func() string {
		if vocabulary == "reference" {
			return p.Reference(model.Reference(code))
		}
		return p.Words.Code(vocabulary, code)
	})
}

func (p *printer) link(id model.ID) string {
	if id == "" {
		return ""
	}
	return kept(p.links, id, func() string { return p.Link(id) })
}

func (p *printer) answer(s model.State) string {
	return kept(p.answers, s, func() string { return p.Words.Answer(s) })
}

// retention says a retention rule in one sentence.
func (p *printer) retention(r *model.RetentionRule) string {
	return kept(p.sentences, r.ID, func() string { return p.Retention(r).String() })
}

// item names a data item of an activity by its key.
func (p *printer) item(a *model.Activity, key string) string {
	if p.activity != a {
		p.activity = a
		p.items = map[string]string{}
		for _, d := range a.Items() {
			p.items[d.Key] = p.Item(d)
		}
	}
	if name := p.items[key]; name != "" {
		return name
	}
	return key
}

// value prints the value of one field: numbers and dates as such.
func (p *printer) value(rec model.Record, f *model.Field, v reflect.Value) cell {
	if !f.Many {
		switch f.Type {
		case model.TypeNumber:
			return number(int(v.Int()))
		case model.TypeDate:
			return date(v.Interface().(model.Date))
		}
	}
	c := text(p.joined(rec, f, v, "\n"))
	if c.kind == blank && f.Many { // a list that is given, and empty
		c = text(p.answer(model.None))
	}
	return c
}

// said prints the value of one field, or its answer, as part of a longer
// text.
func (p *printer) said(rec model.Record, f *model.Field, s model.State, v reflect.Value) string {
	switch s {
	case model.Unanswered:
		return ""
	case model.Given:
		return p.joined(rec, f, v, "; ")
	}
	return p.answer(s)
}

func (p *printer) joined(rec model.Record, f *model.Field, v reflect.Value, sep string) string {
	if !f.Many {
		return p.word(rec, f, canonical(v))
	}
	all := make([]string, 0, v.Len())
	for i := range v.Len() {
		all = append(all, p.word(rec, f, canonical(v.Index(i))))
	}
	return strings.Join(all, sep)
}

// word says one value, given in its canonical form.
func (p *printer) word(rec model.Record, f *model.Field, v string) string {
	switch f.Type {
	case model.TypeCode:
		return p.code(f.Vocabulary, v)
	case model.TypeReference:
		return p.link(model.ID(v))
	case model.TypeDate:
		return p.day(v)
	case model.TypeNumber:
		if n, err := strconv.Atoi(v); err == nil {
			return p.Words.Number(n)
		}
	case model.TypeData:
		if a, ok := rec.(*model.Activity); ok {
			return p.item(a, v)
		}
	case model.TypeSub:
		if processor, ok := rec.(*model.Processor); ok {
			return p.subProcessor(processor, v)
		}
	}
	return v
}

// day writes a date within a text, "21.11.2026".
func (p *printer) day(iso string) string {
	return kept(p.dates, iso, func() string {
		d, err := model.ParseDate(iso)
		if err != nil {
			return iso
		}
		return p.Words.ShortDate(d)
	})
}

// subProcessor names a sub-processor by its key.
func (p *printer) subProcessor(processor *model.Processor, key string) string {
	for _, s := range processor.SubProcessors.Value {
		if s.Key != key {
			continue
		}
		if s.Party != "" {
			return p.link(s.Party)
		}
		if s.Text != "" {
			return s.Text
		}
	}
	return key
}

// silence says why a field or a group of fields has no value; nothing where
// it has one.
func (p *printer) silence(n node, asks *part) cell {
	if !n.exists() {
		return cell{}
	}
	state, v := asks.leaf.read(n.value)
	if state == model.Given && (!asks.field.Many || v.Len() > 0) {
		return cell{}
	}
	return p.instead(state)
}

// instead says the answer that stands in the place of a value. A list that is
// given, and empty, has none.
func (p *printer) instead(state model.State) cell {
	if state == model.Given {
		state = model.None
	}
	c := text(p.answer(state))
	switch state {
	case model.NotStated:
		c.look = absent
	case model.Unanswered:
		c.look = silent
	}
	return c
}
