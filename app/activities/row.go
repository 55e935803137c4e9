// Package activities shows the processing activities: the list and the page
// of one.
package activities

import (
	"slices"
	"strconv"
	"strings"

	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// row is what the list shows of one activity, made once per change.
type row struct {
	id         model.ID
	number     string
	title      string
	department string
	role       model.Role
	classes    []model.Class // without repeats, ordinary first
	processors string
	retention  string
	unstated   struct{ processors, retention bool }
	letters    map[string]model.Completion
	transfers  bool
	search     string // everything in it that can be found, folded
	order      int
}

// classOrder is the order in which classes of data are drawn.
var classOrder = []model.Class{model.Ordinary, model.Confidential, model.Special, model.NationalID, model.Criminal}

func rows(r *model.Register, c *words.Catalogue) []row {
	phrases := report.Phrases{Words: c, Register: r}
	activities := r.Activities()
	out := make([]row, 0, len(activities))
	for i, a := range activities {
		w := row{
			id: a.ID, number: a.Number, title: a.Title, role: a.Role, department: a.Department,
			letters: model.Completeness(a), transfers: a.Transfers.Given(), order: i,
		}
		w.classes = classes(a)
		w.processors, w.unstated.processors = processors(r, c, a)
		w.retention, w.unstated.retention = retention(phrases, a)
		w.search = strings.Join([]string{a.Number, a.Title, a.Department, w.processors, w.retention, strings.Join(a.Tags, " ")}, " ")
		out = append(out, w)
	}
	return out
}

func classes(a *model.Activity) []model.Class {
	var have []model.Class
	for _, d := range a.Items() {
		have = append(have, d.Class)
	}
	return slices.DeleteFunc(slices.Clone(classOrder), func(c model.Class) bool { return !slices.Contains(have, c) })
}

// processors names the first processor and counts the others.
func processors(r *model.Register, c *words.Catalogue, a *model.Activity) (text string, unstated bool) {
	uses := a.Processors.Value
	switch {
	case !a.Processors.Given():
		return c.Answer(a.Processors.State), true
	case len(uses) == 0:
		return "", false
	}
	first := r.TitleOf(uses[0].Processor)
	if len(uses) > 1 {
		first += " +" + strconv.Itoa(len(uses)-1)
	}
	return first, false
}

// retention says the first rule in short.
func retention(p report.Phrases, a *model.Activity) (text string, unstated bool) {
	if !a.Retention.Given() {
		return p.Words.Answer(a.Retention.State), true
	}
	for _, id := range a.Retention.Value {
		if rule, ok := model.Find[*model.RetentionRule](p.Register, id); ok {
			return p.Retention(rule).String(), false
		}
	}
	return p.Words.Answer(model.None), false
}
