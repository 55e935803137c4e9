package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
)

// Completeness tells how the letters of Art. 30(1) stand in a register.
type Completeness struct {
	// Activities are the activities that go on, by their IDs: each letter of
	// [model.Letters] with how far it is answered.
	Activities map[model.ID]map[string]model.Completion
	// Letters are the sums over the register, in the order of [model.Letters].
	Letters []LetterCount
}

// LetterCount says in how many records a letter is answered in full, in part,
// or not. (a) counts our legal entities too.
type LetterCount struct {
	Letter                     string
	Complete, Partial, Missing int
}

// Of returns in how many records the letter is asked.
func (l LetterCount) Of() int { return l.Complete + l.Partial + l.Missing }

func (l *LetterCount) count(state model.Completion) {
	switch state {
	case model.Complete:
		l.Complete++
	case model.Partial:
		l.Partial++
	case model.Missing:
		l.Missing++
	}
}

// CompletenessOf tells how far the letters are answered: what is filled in, less
// what the rules have found. An error at a field of a letter leaves the letter
// answered in part at best, also where the field is in a record that the
// activity refers to. It counts what is in part; nil is all.
func CompletenessOf(r *model.Register, part model.Part, found []Finding) Completeness {
	wrong := wrongLetters(found)
	c := Completeness{Activities: map[model.ID]map[string]model.Completion{}}
	for _, letter := range model.Letters {
		c.Letters = append(c.Letters, LetterCount{Letter: letter})
	}
	for _, a := range model.Within(part, r.Activities()) {
		if !running(a) {
			continue
		}
		states := model.Completeness(a)
		records := []model.ID{a.ID}
		for _, use := range model.References(a) {
			records = append(records, use.To)
		}
		for i := range c.Letters {
			letter := c.Letters[i].Letter
			if states[letter] == model.Complete && slices.ContainsFunc(records, func(id model.ID) bool { return wrong[id][letter] }) {
				states[letter] = model.Partial
			}
			c.Letters[i].count(states[letter])
		}
		c.Activities[a.ID] = states
	}
	for _, e := range model.Within(part, r.LegalEntities()) {
		if running(e) {
			c.Letters[0].count(controllerNamed(e, wrong[e.ID]["a"]))
		}
	}
	return c
}

// wrongLetters returns the letters in which the rules have found an error, for
// each record.
func wrongLetters(found []Finding) map[model.ID]map[string]bool {
	wrong := map[model.ID]map[string]bool{}
	for _, f := range found {
		if f.Rule.Severity != Error || f.Record == nil {
			continue
		}
		if letter := letterAt(f.Record.Kind(), f.Field); letter != "" {
			id := f.Record.Meta().ID
			if wrong[id] == nil {
				wrong[id] = map[string]bool{}
			}
			wrong[id][letter] = true
		}
	}
	return wrong
}

// letterAt returns the letter that a field answers, "" for none.
func letterAt(kind model.Kind, field string) string {
	general := model.General(field)
	if kind == model.KindActivity && strings.HasPrefix(general, "purposes[].bases") {
		return model.BasisSign
	}
	if f, ok := model.FieldAt(kind, general); ok {
		return f.Letter
	}
	return ""
}

// controllerNamed says how far one of our legal entities answers (a).
func controllerNamed(e *model.LegalEntity, wrong bool) model.Completion {
	state := model.Complete
	if wrong {
		state = model.Partial
	}
	for _, f := range model.FieldsOf(model.KindLegalEntity) {
		if f.Letter != "a" || !f.Required || strings.Contains(f.Path, "[]") {
			continue
		}
		switch leaf, err := model.Get(e, f.Path); {
		case err != nil || leaf.State == model.Unanswered:
			return model.Missing
		case leaf.State == model.NotStated:
			state = model.Partial
		}
	}
	return state
}
