package report

import (
	"regexp"
	"slices"
	"strings"

	"fortegnelse/model"
)

var article = regexp.MustCompile(`^(\d+)(?:\((\d+)\))?(?:\(([a-z])\))?$`)

// Reference writes an article of the GDPR as the language's lawyers do: "art.
// 6, stk. 1, litra a (samtykke)" for "6(1)(a)". An article that is not in the
// vocabulary is written without its name, and anything else as it is.
func (p Phrases) Reference(r model.Reference) string {
	part := article.FindStringSubmatch(string(r))
	if part == nil || p.Words.Has("code.reference."+string(r)) {
		return p.Code("reference", string(r))
	}
	key := "report.article"
	switch paragraph, letter := part[2] != "", part[3] != ""; {
	case paragraph && letter:
		key = "report.article.letter"
	case paragraph:
		key = "report.article.paragraph"
	case letter:
		key = "report.article.onlyletter"
	}
	return p.Words.Text(key, "Article", part[1], "Paragraph", part[2], "Letter", part[3])
}

// Basis says a legal basis of an activity: the article, as printed where the
// source says it in other words, national law, and what it covers. "art. 6,
// stk. 1; skrevet som »ART 6(1)(1)«".
func (p Phrases) Basis(a *model.Activity, b model.Basis) Text {
	var printed, data, subjects Text
	if b.Printed != "" {
		key := "report.basis.printed"
		if b.Reference == "" {
			key = "report.basis.onlyprinted"
		}
		printed = Say(p.Words.Text(key, "Printed", b.Printed))
	}
	if len(b.Data) > 0 {
		data = Say(p.Words.Text("report.basis.data", "Data", p.covered(a, b.Data))).in(Aside)
	}
	if b.Subjects != "" {
		subjects = Say(p.Words.Text("report.basis.subjects", "Subjects", b.Subjects))
	}
	return join("; ", Say(p.Reference(b.Reference)), printed, Say(p.Laws(b.Laws)), data, subjects, Say(b.Remark))
}

// Bases says the legal bases of a purpose, or that there are none.
func (p Phrases) Bases(a *model.Activity, bases model.Answer[[]model.Basis]) Text {
	return said(p, bases, func(list []model.Basis) Text {
		var all []Text
		for _, b := range list {
			all = append(all, p.Basis(a, b))
		}
		return join(". ", all...)
	})
}

// covered names the data that a basis covers: by the source's own label or
// by the class where it covers all of them, else one by one.
func (p Phrases) covered(a *model.Activity, keys []string) string {
	if len(keys) < 3 {
		return p.Items(a, keys)
	}
	items := a.Items()
	for _, group := range []func(model.DataItem) string{
		func(d model.DataItem) string { return d.PrintedClass },
		func(d model.DataItem) string { return p.Class(d.Class) },
	} {
		if name := p.wholeGroup(items, keys, group); name != "" {
			return p.Words.Text("report.basis.all", "Class", name)
		}
	}
	names := make([]string, 0, len(keys))
	for _, key := range keys {
		name := p.itemOf(items, key)
		if i := strings.IndexAny(name, ",(;"); i > 0 { // what limits it stands in the grid
			name = strings.TrimSpace(name[:i])
		}
		names = append(names, name)
	}
	return joinWords(", ", names...)
}

// wholeGroup returns the name of the group of items that keys are, all of
// them and no others, or "".
func (p Phrases) wholeGroup(items []model.DataItem, keys []string, group func(model.DataItem) string) string {
	name, found := "", 0
	for _, d := range items {
		if slices.Contains(keys, d.Key) {
			if found > 0 && group(d) != name {
				return ""
			}
			name = group(d)
			found++
		}
	}
	for _, d := range items {
		if group(d) == name && !slices.Contains(keys, d.Key) {
			return ""
		}
	}
	if found != len(keys) {
		return ""
	}
	return name
}
