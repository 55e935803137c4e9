package check

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// Finding is one thing that a rule has found.
type Finding struct {
	Rule   *Rule
	Record model.Record // nil: the register as a whole
	Field  string       // path in the record, "purposes[0].bases[0]"; "" for the whole record
	Case   string       // which of several words of the rule, "missing"; mostly ""
	Facts  []Fact       // for the words
}

// Fact is a placeholder of the words and what stands for it: a string as the
// register has it, an int, a model.Date, a model.Record, a Code, a model.Period,
// a law.Statute, or a list of those as []any.
type Fact struct {
	Name  string
	Value any
}

// Code is a fact that is a code of a vocabulary.
type Code struct{ Vocabulary, Code string }

// Key identifies what is found, whatever else changes in the register: the
// rule, the record, the field without the numbers of entries, and the facts. An
// answer to a finding holds as long as there is a finding with its key.
func (f Finding) Key() string {
	var b strings.Builder
	b.WriteString(f.Rule.ID + "\n")
	if f.Record != nil {
		b.WriteString(string(f.Record.Meta().ID))
	}
	b.WriteString("\n" + f.Case + "\n" + entryNumber.ReplaceAllString(f.Field, "[]"))
	for _, fact := range f.Facts {
		fmt.Fprintf(&b, "\n%s=%s", fact.Name, plain(fact.Value))
	}
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:8])
}

var entryNumber = regexp.MustCompile(`\[\d+\]`)

// plain writes a fact without words.
func plain(v any) string {
	switch v := v.(type) {
	case model.Record:
		return string(v.Meta().ID)
	case Code:
		return v.Vocabulary + "." + v.Code
	case *model.Field:
		return v.Path
	case law.Statute:
		return v.Code
	case []any:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = plain(v[i])
		}
		return strings.Join(parts, ", ")
	}
	return fmt.Sprint(v)
}
