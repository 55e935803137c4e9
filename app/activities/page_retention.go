package activities

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/record"
	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// retentionSection shows the retention rules of an activity. The open one is a
// sentence whose words can be changed; below it stands the sentence as report
// and workbook say it.
func retentionSection(f *record.Form) []fyne.CanvasObject {
	return []fyne.CanvasObject{f.Linked("retention", record.LinkStyle{
		Add:   f.Text("record.add.activity.retention"),
		First: true, Strong: true,
		Summary: func(rec model.Record) (string, string) {
			r := rec.(*model.RetentionRule)
			return f.Register().Title(r), f.Phrases().Retention(r).String()
		},
		Mark: func(rec model.Record) ui.Sign {
			switch q := rec.(*model.RetentionRule).Qualifier; q {
			case "", "criterion": // cannot be measured
				return ui.SignWarning
			}
			return ui.SignNothing
		},
		Inside: Rule,
	})}
}

// Rule makes the fields of a retention rule as a sentence: how long, from
// when, by which law, what stops it, and what then happens.
func Rule(f *record.Form) []fyne.CanvasObject {
	objects := []fyne.CanvasObject{
		f.Field("data"),
		f.Field("categories"),
		f.Statutes(),
		f.Phrase("record.rule.kept",
			f.Control("qualifier", 104), f.Part("period", f.Control("period.length", 48), f.Control("period.unit", 84)),
			f.Word("record.rule.from"), f.Part("start", f.Control("start.event", 232)), f.Control("alignment", 116)),
		ui.Stack(0, f.Field("laws"), f.Minimum()),
		f.Phrase("record.rule.held", f.Part("hold", f.Control("hold.reasons", 440))),
	}
	if f.At("hold").State == model.Given {
		objects = append(objects, f.Phrase("record.rule.until", f.Control("hold.until", 440)))
	}
	return append(objects,
		f.Phrase("record.rule.then", f.Control("then", 180), f.Word("record.rule.responsible"), f.Control("responsible", 132),
			f.Word("record.rule.check"), f.Control("checkEvery", 52), f.Word("record.rule.months")),
		ui.Stack(0, sentence(f), f.Example()),
	)
}

// sentence is the rule as the exports say it.
func sentence(f *record.Form) fyne.CanvasObject {
	text := ui.NewParagraph("")
	say := func() {
		if r, ok := f.Record().(*model.RetentionRule); ok {
			text.SetText(f.Phrases().Retention(r).String())
		}
	}
	say()
	f.Follow(say)
	bar := ui.NewFill(ui.ColorAccent)
	bar.Least = fyne.NewSize(3, 1)
	return ui.OnGround(ui.ColorRaised, container.NewBorder(nil, nil, bar, nil, ui.Inset(ui.Px(6), ui.Px(12), ui.Px(6), ui.Px(12), text)))
}
