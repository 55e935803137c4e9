package check

import (
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
	"fortegnelse/model/words"
)

// Message says in a sentence what is found.
func (f Finding) Message(c *words.Catalogue, r *model.Register) string {
	key := "rule." + f.Rule.ID
	if f.Case != "" {
		key += "." + f.Case
	}
	// A text that is cut short at the end of a sentence ends it.
	return strings.ReplaceAll(c.Text(key, f.pairs(c, r)...), "….", "…")
}

// Source names the legal source of a rule, "GDPR 30(1)(a)"; it may be empty.
func (r *Rule) Source() string {
	if r.Reference != "" && r.Reference[0] >= '0' && r.Reference[0] <= '9' {
		return "GDPR " + r.Reference
	}
	return r.Reference
}

// Fix says what to do where a rule has found something.
func (r *Rule) Fix(c *words.Catalogue) string { return c.Text("rule." + r.ID + ".fix") }

// Why says why a rule matters.
func (r *Rule) Why(c *words.Catalogue) string { return c.Text("rule." + r.ID + ".why") }

func (f Finding) pairs(c *words.Catalogue, r *model.Register) []any {
	var pairs []any
	for _, fact := range f.Facts {
		pairs = append(pairs, fact.Name, say(c, r, fact.Value))
	}
	return pairs
}

// say writes a fact as the catalogue's language does.
func say(c *words.Catalogue, r *model.Register, v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return c.Number(v)
	case model.Date:
		return c.ShortDate(v)
	case model.Record:
		return strings.TrimSpace(v.Meta().Number + " " + r.Title(v))
	case Code:
		return c.Code(v.Vocabulary, v.Code)
	case model.Period:
		unit := "unit." + string(v.Unit)
		if v.Max > v.Length {
			return c.Number(v.Length) + "–" + c.Count(unit, v.Max)
		}
		return c.Count(unit, v.Length)
	case *model.Field:
		return c.Label(v)
	case law.Statute:
		return c.Text("law.material." + v.Code)
	case []any:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = say(c, r, v[i])
		}
		return strings.Join(parts, ", ")
	}
	return plain(v)
}
