package activities

import (
	"fyne.io/fyne/v2"

	"fortegnelse/app/record"
	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// Layout is the page of an activity: the letters of Art. 30(1), or (2), and
// what belongs beside them.
func Layout() record.Layout {
	return record.Layout{
		{
			Letter: "a", Title: "record.activity.role", Short: "record.activity.role.short", Reference: "record.article.30a", State: letter("a"),
			Paths: []string{
				"title", "type", "role", "entities", "jointWith", "actingFor", "department", "responsibleRole",
				"validFrom validUntil", "scope", "description",
			},
		},
		{
			Letter: "b", Title: "record.activity.purposes", Short: "record.activity.purposes.short",
			Reference: "record.article.30b", State: letter("b", model.BasisSign),
			Paths: []string{"purposes"}, Build: purposeSection,
		},
		{
			Letter: "c", Title: "record.activity.data", Short: "record.activity.data.short",
			Reference: "record.article.30c", State: letter("c"),
			Paths: []string{"groups"}, Build: gridSection,
		},
		{
			Letter: "d", Title: "record.activity.recipients", Reference: "record.article.30d", State: letter("d"),
			Paths: []string{"recipients"}, Build: bare("recipients"),
		},
		{
			Letter: "d", Title: "record.activity.processors", Reference: "record.article.28", State: answered("processors"),
			Paths: []string{"processors"}, Build: bare("processors"),
		},
		{
			Letter: "e", Title: "record.activity.transfers", Short: "record.activity.transfers.short",
			Reference: "record.article.30e", State: letter("e"),
			Paths: []string{"transfers", "transferRemark"}, Build: transferSection,
		},
		{
			Letter: "f", Title: "record.activity.retention", Short: "record.activity.retention.short",
			Reference: "record.article.30f", State: letter("f"),
			Paths: []string{"retention"}, Build: retentionSection,
		},
		{
			Letter: "g", Title: "record.activity.measures", Short: "record.activity.measures.short",
			Reference: "record.article.30g", State: letter("g"), Beside: chosenMeasures,
			Paths: []string{"measures", "measureRemark"}, Build: measureSection,
		},
		{Title: "record.activity.consent", Reference: "record.article.7", Paths: []string{"consent"}, State: answered("consent"), Gap: true},
		{Title: "record.activity.information", Reference: "record.article.13", Paths: []string{"information"}, State: answered("information")},
		{Title: "record.activity.obligation", Reference: "record.article.13e", Paths: []string{"obligation"}, State: answered("obligation")},
		{Title: "record.activity.automated", Short: "record.activity.automated.short", Reference: "record.article.22", Paths: []string{"automated"}, State: answered("automated")},
		{Title: "record.activity.dpia", Reference: "record.article.35", Paths: []string{"dpia"}, State: answered("dpia")},
		{Title: "record.activity.systems", Paths: []string{"systems"}, Build: systemSection, State: answered("systems")},
		record.Review(),
		record.Notes(),
		record.UsedBy(),
	}
}

// letter tells how far letters of Art. 30 are answered, by the worst of them.
func letter(letters ...string) func(*model.Register, model.Record) ui.Sign {
	return func(_ *model.Register, rec model.Record) ui.Sign {
		a, ok := rec.(*model.Activity)
		if !ok {
			return ui.SignNothing
		}
		states := model.Completeness(a)
		sign := ui.SignNothing
		for _, l := range letters {
			switch states[l] {
			case model.Missing:
				return ui.SignError
			case model.Partial:
				sign = ui.SignWarning
			case model.Complete:
				if sign == ui.SignNothing {
					sign = ui.SignComplete
				}
			}
		}
		return sign
	}
}

// answered tells whether a question beside Art. 30 is answered.
func answered(path string) func(*model.Register, model.Record) ui.Sign {
	return func(_ *model.Register, rec model.Record) ui.Sign {
		leaf, err := model.Get(rec, path)
		switch {
		case err != nil || leaf.State == model.Unanswered:
			return ui.SignOpen
		case leaf.State == model.NotStated:
			return ui.SignWarning
		}
		return ui.SignComplete
	}
}

// bare shows a list without its name, which the section bears.
func bare(path string) func(*record.Form) []fyne.CanvasObject {
	return func(f *record.Form) []fyne.CanvasObject {
		return []fyne.CanvasObject{f.ListOf(path, record.ListStyle{Bare: true})}
	}
}

func purposeSection(f *record.Form) []fyne.CanvasObject {
	return []fyne.CanvasObject{f.ListOf("purposes", record.ListStyle{Bare: true, First: true})}
}

func transferSection(f *record.Form) []fyne.CanvasObject {
	phrases := f.Phrases()
	return []fyne.CanvasObject{
		f.Linked("transfers", record.LinkStyle{
			Add: f.Text("record.add.activity.transfers"),
			Summary: func(rec model.Record) (string, string) {
				t := rec.(*model.Transfer)
				detail := phrases.Answer(t.Destination.State).String()
				if t.Destination.Given() {
					detail = phrases.Destination(t.Destination.Value)
				}
				return f.Register().Title(t), detail
			},
			Inside: func(t *record.Form) []fyne.CanvasObject {
				return t.Fields("importer", "destination", "data", "condition", "gate", "tools", "decision", "safeguards")
			},
		}),
		f.Field("transferRemark"),
	}
}

func systemSection(f *record.Form) []fyne.CanvasObject {
	return []fyne.CanvasObject{f.Linked("systems", record.LinkStyle{
		Add: f.Text("record.add.activity.systems"),
		Summary: func(rec model.Record) (string, string) {
			s := rec.(*model.System)
			return s.Title, s.Product
		},
		Inside: func(s *record.Form) []fyne.CanvasObject {
			return s.Fields("title", "product", "purpose", "party", "data")
		},
	})}
}

// chosenMeasures says how many of the register's measures are chosen.
func chosenMeasures(f *record.Form) string {
	a, ok := f.Record().(*model.Activity)
	if !ok || len(a.Measures.Value) == 0 {
		return ""
	}
	return f.Text("record.measures.chosen", "Chosen", len(a.Measures.Value), "Total", len(f.Register().Measures()))
}

func measureSection(f *record.Form) []fyne.CanvasObject {
	return []fyne.CanvasObject{
		f.Linked("measures", record.LinkStyle{
			Add: f.Text("record.add.activity.measures"),
			Summary: func(rec model.Record) (string, string) {
				m := rec.(*model.Measure)
				name := m.Title
				if name == "" {
					name = f.Words().Code("measure_item", string(m.Item))
				}
				return name, f.Words().Code("measure_kind", string(m.Type))
			},
			Inside: func(m *record.Form) []fyne.CanvasObject {
				return m.Fields("title", "description", "item", "type", "scopes", "verified", "verifiedBy")
			},
		}),
		f.Field("measureRemark"),
	}
}
