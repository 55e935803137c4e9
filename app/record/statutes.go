package record

import (
	"slices"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/law"
)

// Statutes makes the button that fills a retention rule from what the
// country's law, or common practice, wants of one kind of material.
func (f *Form) Statutes() fyne.CanvasObject {
	button := ui.NewQuiet(f.Text("record.rule.statutes"), ui.IconSearch, nil)
	button.OnTapped = func() {
		f.page.leave()
		picker := &ui.Picker{Words: f.Widgets(), Options: f.statuteOptions(), Width: 760}
		picker.OnPick = func(codes []string) {
			if s, ok := law.StatuteOf(codes[0]); ok {
				f.Do(func(rec model.Record) error {
					f.fillRule(rec.(*model.RetentionRule), s)
					return nil
				})
			}
		}
		f.page.pick(picker, button)
	}
	f.Keep("statutes", button)
	return ui.Row(0, button)
}

// statuteOptions returns the periods that are law today, then those of common
// practice.
func (f *Form) statuteOptions() []ui.Option {
	var options []ui.Option
	for _, s := range law.Statutes(f.country(), f.page.session.Today()) {
		o := ui.Option{
			Code: s.Code, Label: f.Text("law.material."+s.Code) + ": " + f.statute(s), Group: f.Text("law.statute." + s.Kind),
		}
		if !s.Verified {
			o.Detail = f.Text("record.law.unverified")
		}
		options = append(options, o)
	}
	slices.SortStableFunc(options, func(a, b ui.Option) int { // options of a group stand together
		if a.Group == b.Group {
			return 0
		}
		if a.Group == f.Text("law.statute.statute") {
			return -1
		}
		return 1
	})
	return options
}

// statute says how long a statute wants its material kept, and from when:
// "min. 5 år fra udgangen af regnskabsåret".
func (f *Form) statute(s law.Statute) string {
	how := f.Words().Code("qualifier", string(s.Qualifier))
	if s.Length > 0 {
		how = f.least(s)
	}
	return how + " " + f.Text("record.rule.from") + " " + f.Words().Code("start_event", string(s.Start))
}

// least says the length of a statute's period, "min. 5 år".
func (f *Form) least(s law.Statute) string {
	period := f.Phrases().Period(model.Period{Length: s.Length, Unit: s.Unit})
	switch s.Qualifier {
	case "minimum", "maximum":
		return f.Text("record.grid."+string(s.Qualifier), "Period", period)
	}
	return period
}

// fillRule fills a rule from a statute. What the law fixes replaces what stood
// there; a name, categories and holds that a person has chosen stay.
func (f *Form) fillRule(r *model.RetentionRule, s law.Statute) {
	own := f.own()
	by := s.Rule(own.Language())
	r.Qualifier, r.Period, r.Start, r.Alignment, r.Then = by.Qualifier, by.Period, by.Start, by.Alignment, by.Then
	for _, l := range by.Laws.Value {
		known := slices.ContainsFunc(r.Laws.Value, func(have model.LawReference) bool { return have.Code == l.Code })
		if !known {
			r.Laws = model.Value(append(slices.Clone(r.Laws.Value), l))
		}
	}
	if len(by.Laws.Value) == 0 && !r.Laws.Given() {
		r.Laws = by.Laws
	}
	if r.Title == "" {
		r.Title = own.Text("law.material." + s.Code)
	}
	if len(r.Categories) == 0 {
		r.Categories = by.Categories
	}
	if !r.Hold.Given() {
		r.Hold = by.Hold
	}
}

// Minimum makes the line that holds a rule against the periods of the laws it
// refers to.
func (f *Form) Minimum() fyne.CanvasObject {
	return f.Advise("laws", func() []Advice {
		rule, ok := f.Record().(*model.RetentionRule)
		if !ok {
			return nil
		}
		var all []Advice
		for _, s := range f.statutesOf(rule) {
			a := f.against(rule, s)
			if !slices.ContainsFunc(all, a.same) { // two materials of one law with the same period
				all = append(all, a)
			}
		}
		return all
	})
}

// statutesOf returns the periods of the laws that a rule refers to: those of
// the rule's own kind of data where the law tells several apart.
func (f *Form) statutesOf(rule *model.RetentionRule) []law.Statute {
	var cited, fitting []law.Statute
	for _, s := range law.Statutes(f.country(), f.page.session.Today()) {
		refers := slices.ContainsFunc(rule.Laws.Value, func(l model.LawReference) bool { return l.Code != "" && l.Code == s.Provision })
		if !refers || s.Length == 0 {
			continue
		}
		cited = append(cited, s)
		if slices.ContainsFunc(s.Categories, func(c model.DataCategory) bool { return slices.Contains(rule.Categories, c) }) {
			fitting = append(fitting, s)
		}
	}
	if len(fitting) > 0 {
		return fitting
	}
	return cited
}

// against holds a rule against a statute for one and the same day.
func (f *Form) against(rule *model.RetentionRule, s law.Statute) Advice {
	key, a := "record.rule.law.minimum", Advice{Sign: ui.SignYes}
	if s.Qualifier == "maximum" {
		key = "record.rule.law.maximum"
	}
	period := f.Phrases().Period(model.Period{Length: s.Length, Unit: s.Unit})
	a.Text = f.unverified(f.Text(key, "Period", period), s.Verified)
	ours, ends := f.ends(rule)
	wanted, known := f.ends(s.Rule(f.own().Language()))
	switch {
	case !ends || !known: // nothing to compare
		a.Sign = ui.SignNothing
	case s.Qualifier == "minimum" && ours.Longest.Before(wanted.Until),
		s.Qualifier == "maximum" && (ours.Open || wanted.Until.Before(ours.Longest)):
		a.Sign = ui.SignWarning
	}
	return a
}

// ends works a rule out for today; it cannot while the period has no length.
func (f *Form) ends(rule *model.RetentionRule) (law.Span, bool) {
	if p := rule.Period.Value; rule.Period.Given() && p.Length == 0 && p.Unit != "immediately" {
		return law.Span{}, false
	}
	span, err := law.Ends(rule, f.page.session.Today())
	return span, err == nil && !span.Until.IsZero()
}

// Example makes the line that works a rule out for today.
func (f *Form) Example() fyne.CanvasObject {
	return f.Advise("example", func() []Advice {
		rule, ok := f.Record().(*model.RetentionRule)
		if !ok || !rule.Start.Given() || rule.Start.Value.Event == "not_stated" {
			return nil
		}
		span, ends := f.ends(rule)
		if !ends {
			return nil
		}
		key := "record.rule.example.exact"
		switch {
		case rule.Qualifier == "minimum":
			key = "record.rule.example.minimum"
		case rule.Qualifier == "maximum":
			key = "record.rule.example.maximum"
		case span.Until.Before(span.Longest):
			key = "record.rule.example.range"
		}
		then := f.Text("record.rule.ends")
		if rule.Then != "" && rule.Then != "not_stated" {
			then = f.Words().Code("end_action", string(rule.Then))
		}
		event := rule.Start.Value.Text
		if code := rule.Start.Value.Event; code != "" {
			event = f.Words().Code("start_event", string(code))
		}
		return []Advice{{Text: f.Text(key, "Event", event, "Start", f.Words().ShortDate(span.From), "Then", then,
			"End", f.Words().ShortDate(span.Until), "Longest", f.Words().ShortDate(span.Longest))}}
	})
}

// ruleSection makes the fields of a retention rule with what the law data add
// to them.
func ruleSection(paths []string) func(*Form) []fyne.CanvasObject {
	return func(f *Form) []fyne.CanvasObject {
		objects := []fyne.CanvasObject{f.Statutes()}
		for _, path := range paths {
			field := f.Field(path)
			if path == "laws" {
				field = ui.Stack(0, field, f.Minimum())
			}
			objects = append(objects, field)
		}
		return append(objects, f.Example())
	}
}
