package report

import (
	"regexp"

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
	s := p.Words.Text("report.article", "Article", part[1])
	if part[2] != "" {
		s += p.Words.Text("report.article.paragraph", "Paragraph", part[2])
	}
	if part[3] != "" {
		s += p.Words.Text("report.article.letter", "Letter", part[3])
	}
	return s
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
		data = Say(p.Words.Text("report.basis.data", "Data", p.Items(a, b.Data)))
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
