package report

import (
	"strconv"

	"fortegnelse/model"
)

// Value says what stands at one place of a record, whatever the field: a
// text as it is, a code by its name, a date in full, a reference with number
// and name, an answer without a value in its own words.
func (p Phrases) Value(rec model.Record, l model.Leaf) Text {
	if l.State == model.Unanswered {
		return nil
	}
	if l.State != model.Given {
		return p.Answer(l.State)
	}
	if l.Field.Type == model.TypeGroup || len(l.Values) == 0 {
		return p.Answer(model.None) // a list that is given, and empty
	}
	if len(l.Values) == 1 && l.Field.Type == model.TypeCode && l.Values[0] == string(model.NotStated) {
		return p.Answer(model.NotStated)
	}
	if len(l.Values) == 1 {
		return Say(p.value(rec, l.Field, l.Values[0]))
	}
	all := make([]string, 0, len(l.Values))
	for _, v := range l.Values {
		all = append(all, p.value(rec, l.Field, v))
	}
	return Say(joinWords("; ", all...))
}

func (p Phrases) value(rec model.Record, f *model.Field, v string) string {
	switch f.Type {
	case model.TypeCode:
		if f.Vocabulary == "reference" {
			return p.Reference(model.Reference(v))
		}
		return p.Code(f.Vocabulary, v)
	case model.TypeDate:
		if d, err := model.ParseDate(v); err == nil {
			return p.Date(d)
		}
	case model.TypeNumber:
		if n, err := strconv.Atoi(v); err == nil {
			return p.Words.Number(n)
		}
	case model.TypeReference:
		return p.Link(model.ID(v))
	case model.TypeData:
		if a, ok := rec.(*model.Activity); ok {
			return p.Items(a, []string{v})
		}
	}
	return v
}
