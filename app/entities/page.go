// Package entities shows our own legal entities: the list and the page of one.
package entities

import (
	"fortegnelse/app/record"
	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// Layout is the page of a legal entity: who it is, how to reach it, who
// watches over it, and how it meets the rights of data subjects.
func Layout() record.Layout {
	return record.Layout{
		{
			Letter: "a", Title: "record.entity.identity", Reference: "record.article.30a", State: state("legalName", "address"),
			Paths: []string{"legalName", "tradeNames", "registration", "address", "publicTask", "headcount", "exempt"},
		},
		{
			Letter: "a", Title: "record.entity.contact", Reference: "record.article.30a", State: state("email"),
			Paths: []string{"phone", "email", "web", "contactRole", "contacts"},
		},
		{
			Letter: "a", Title: "record.entity.dpo", Short: "record.entity.dpo.short", Reference: "record.article.27", State: state("dpo"),
			Paths: []string{"representative", "dpo"},
		},
		{Title: "record.entity.authority", Reference: "record.article.51", State: state("authority"), Paths: []string{"authority"}, Gap: true},
		{Title: "record.entity.rights", Reference: "record.article.12", State: rights, Paths: []string{"rights"}},
		{Title: "record.entity.breach", Reference: "record.article.33", State: state("breachRoutine"), Paths: []string{"breachRoutine"}},
		record.Review(),
		record.Notes(),
		record.UsedBy(),
	}
}

// state tells how far required answers are given, by the worst of them.
func state(paths ...string) func(*model.Register, model.Record) ui.Sign {
	return func(_ *model.Register, rec model.Record) ui.Sign {
		sign := ui.SignComplete
		for _, path := range paths {
			leaf, err := model.Get(rec, path)
			switch {
			case err != nil || leaf.State == model.Unanswered:
				if leaf.Field != nil && leaf.Field.Required {
					return ui.SignError
				}
				return ui.SignOpen
			case leaf.State == model.NotStated:
				sign = ui.SignWarning
			}
		}
		return sign
	}
}

func rights(_ *model.Register, rec model.Record) ui.Sign {
	if e, ok := rec.(*model.LegalEntity); ok && len(e.Rights) > 0 {
		return ui.SignComplete
	}
	return ui.SignOpen
}
