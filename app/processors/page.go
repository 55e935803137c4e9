package processors

import (
	"fyne.io/fyne/v2"

	"fortegnelse/app/record"
	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// Layout is the page of a processor: what it does, what it is in law, the
// agreements with it, its own processors, how it is supervised.
func Layout() record.Layout {
	return record.Layout{
		{Title: "record.processor.service", State: serviceState, Paths: []string{"party", "since", "services", "data", "places"}},
		{
			Title: "record.processor.role", Reference: "record.article.28.1", State: guaranteeState,
			Paths: []string{"assessment", "assessReason", "guarantees", "instructions", "measures"},
		},
		{Title: "record.processor.agreement", Reference: "record.article.28.3", State: agreementState, Build: agreementSection},
		{
			Title: "record.processor.subs", Reference: "record.article.28.2", State: subState,
			Paths: []string{"subProcessors", "changeNotice"}, Build: subSection,
		},
		{
			Title: "record.processor.supervision", Reference: "record.article.28.3h", State: supervisionState,
			Paths: []string{"risk", "plan"}, Build: supervisionSection,
		},
		{Title: "record.processor.transfer", Reference: "record.article.44", Build: transferSection},
		{Title: "record.processor.party", Build: partySection, Gap: true},
		record.Review(),
		record.Notes(),
		record.UsedBy(),
	}
}

func serviceState(_ *model.Register, rec model.Record) ui.Sign {
	p, ok := rec.(*model.Processor)
	switch {
	case !ok || p.Party.IsZero() || len(p.Services) == 0:
		return ui.SignError
	case !p.Party.Given():
		return ui.SignWarning
	}
	return ui.SignComplete
}

func guaranteeState(_ *model.Register, rec model.Record) ui.Sign {
	p, ok := rec.(*model.Processor)
	switch {
	case !ok || p.Assessment == "":
		return ui.SignOpen
	case !p.Guarantees.Given():
		return ui.SignWarning
	}
	return ui.SignComplete
}

func subState(_ *model.Register, rec model.Record) ui.Sign {
	p, ok := rec.(*model.Processor)
	switch {
	case !ok || p.SubProcessors.IsZero():
		return ui.SignOpen
	case p.SubProcessors.State == model.NotStated:
		return ui.SignWarning
	}
	return ui.SignComplete
}

func supervisionState(_ *model.Register, rec model.Record) ui.Sign {
	p, ok := rec.(*model.Processor)
	switch {
	case !ok || p.Plan.IsZero() && p.Risk.IsZero():
		return ui.SignOpen
	case p.Plan.State == model.NotStated || p.Risk.State == model.NotStated:
		return ui.SignWarning
	}
	return ui.SignComplete
}

func subSection(f *record.Form) []fyne.CanvasObject {
	return []fyne.CanvasObject{
		f.ListOf("subProcessors", record.ListStyle{Bare: true}),
		f.Field("changeNotice"),
	}
}

// processor returns the processor of the form; an empty one when it is gone.
func processor(f *record.Form) *model.Processor {
	if p, ok := f.Record().(*model.Processor); ok {
		return p
	}
	return &model.Processor{}
}

// partySection shows the organisation behind the processor, which other
// records may share.
func partySection(f *record.Form) []fyne.CanvasObject {
	f.Shape(func() string { return string(processor(f).Party.Value) })
	party := f.Of(processor(f).Party.Value)
	if party.Record() == nil {
		return []fyne.CanvasObject{ui.NewItalic(f.Text("record.processor.party.none"))}
	}
	return party.Fields("legalName", "aliases", "type", "registration", "address", "country", "parentName", "parentCountry", "web", "contacts")
}

// transferSection shows the transfers in which the processor's organisation
// takes part.
func transferSection(f *record.Form) []fyne.CanvasObject {
	ids := func() []model.ID {
		var ids []model.ID
		for _, rec := range f.Register().UsersOf(processor(f).Party.Value, model.KindTransfer) {
			ids = append(ids, rec.Meta().ID)
		}
		return ids
	}
	f.Shape(func() string { return string(rune('0' + min(len(ids()), 1))) })
	blocks := f.Blocks("transfers", ids, record.LinkStyle{
		Summary: func(rec model.Record) (string, string) {
			t := rec.(*model.Transfer)
			if t.Destination.Given() {
				return f.Register().Title(t), f.Phrases().Destination(t.Destination.Value)
			}
			return f.Register().Title(t), f.Phrases().Answer(t.Destination.State).String()
		},
		Inside: func(t *record.Form) []fyne.CanvasObject {
			return t.Fields("destination", "data", "condition", "gate", "tools", "decision", "scc", "dpf", "safeguards")
		},
	})
	add := f.Button(f.Text("record.processor.transfer.add"), func() {
		party := processor(f).Party
		f.Create(model.KindTransfer, func(rec model.Record) { rec.(*model.Transfer).Importer = party })
	})
	if len(ids()) == 0 {
		return []fyne.CanvasObject{ui.NewItalic(f.Text("record.processor.transfer.none")), add}
	}
	return []fyne.CanvasObject{blocks, add}
}
