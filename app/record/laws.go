package record

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/law"
)

// lists reports whether the entries of the list at path belong to an owner,
// such as "law_reference".
func (f *Form) lists(path, owner string) bool {
	fields := f.leaves(path)
	return len(fields) > 0 && fields[0].Owner == owner
}

// pickLaw lets a person choose a provision of the country's law for the list at
// path, or write one that the law data lack. It is one at a time, so that a
// citation can be typed with its spaces.
func (f *Form) pickLaw(path string, below fyne.CanvasObject) {
	f.page.leave()
	picker := &ui.Picker{Words: f.Widgets(), Options: f.lawOptions(path), Width: 760}
	picker.OnPick = func(codes []string) {
		if p, ok := law.ProvisionOf(codes[0]); ok {
			f.addLaw(path, p.LawReference(f.own().Language()))
		}
	}
	picker.OnCreate = func(typed string) { f.addLaw(path, model.LawReference{Printed: strings.TrimSpace(typed)}) }
	f.page.pick(picker, below)
}

// lawOptions returns the provisions that are law today and not in the list
// yet: those first that belong to what the list stands beside.
func (f *Form) lawOptions(path string) []ui.Option {
	today, own := f.page.session.Today(), f.own()
	suit, caption := f.suitable(path)
	var first, rest []ui.Option
	for _, p := range law.Provisions(f.country()) {
		if !p.On(today) || f.refersTo(path, p.Code) {
			continue
		}
		o := ui.Option{Code: p.Code, Label: p.Citation(own.Language()), Group: f.Text("record.law.other")}
		if name := "law.provision." + p.Code; own.Has(name) {
			o.Label += ": " + own.Text(name)
		}
		if !p.Verified {
			o.Detail = f.Text("record.law.unverified")
		}
		if suit(p) {
			o.Group = caption
			first = append(first, o)
			continue
		}
		rest = append(rest, o)
	}
	if len(first) == 0 { // one group needs no caption
		for i := range rest {
			rest[i].Group = ""
		}
	}
	return append(first, rest...)
}

// suitable tells which provisions belong to what a list stands beside: the
// article of a basis, or the keeping of data.
func (f *Form) suitable(path string) (suit func(law.Provision) bool, caption string) {
	if f.Record().Kind() == model.KindRetentionRule {
		statutes := law.Statutes(f.country(), f.page.session.Today())
		return func(p law.Provision) bool {
			return slices.ContainsFunc(statutes, func(s law.Statute) bool { return s.Provision == p.Code })
		}, f.Text("record.law.periods")
	}
	reference := model.Reference("")
	if basis, ok := strings.CutSuffix(path, ".laws"); ok && strings.HasSuffix(basis, "]") {
		reference = model.Reference(value(f.at(basis + ".reference")))
	}
	return func(p law.Provision) bool { return slices.Contains(p.Supports, reference) },
		f.Text("record.law.beside", "Reference", f.Phrases().Reference(reference))
}

// refersTo reports whether the list at path holds a provision.
func (f *Form) refersTo(path, code string) bool {
	for i := range f.Len(path) {
		if value(f.at(entry(path, i)+".code")) == code {
			return true
		}
	}
	return false
}

// addLaw puts a reference behind those of the list at path.
func (f *Form) addLaw(path string, l model.LawReference) {
	at := f.Len(path)
	ok := f.Do(func(rec model.Record) error {
		if err := model.Insert(rec, path, at); err != nil {
			return err
		}
		return setLaw(rec, entry(path, at), l)
	})
	if ok {
		f.page.focusIn(f.part, f.key(entry(path, at)))
	}
}

func setLaw(rec model.Record, path string, l model.LawReference) error {
	if err := model.Set(rec, path+".printed", l.Printed); err != nil {
		return err
	}
	if err := model.Set(rec, path+".code", l.Code); err != nil {
		return err
	}
	return model.Set(rec, path+".url", l.URL)
}

// lawAdvice says which provision a reference to the law means, and whether it
// is cited as it should be today.
func (f *Form) lawAdvice(path string) []Advice {
	printed, code := value(f.at(path+".printed")), value(f.at(path+".code"))
	var all []Advice
	for _, o := range law.OutdatedLaws(f.country(), printed) {
		// What a law does not say can be told only where it is to be the
		// ground for keeping data.
		if o.Kind == "wrong_act" && f.Record().Kind() != model.KindRetentionRule {
			continue
		}
		text := f.Text("law.outdated."+o.Kind, "Printed", o.Printed, "Now", o.Now)
		all = append(all, Advice{Sign: ui.SignWarning, Text: f.unverified(text, o.Verified)})
	}
	p, known := law.ProvisionOf(code)
	switch found, recognised := law.FindProvision(f.country(), printed); {
	case code == "" && recognised:
		all = append(all, Advice{
			Offer: f.Text("record.law.recognised", "Citation", found.Citation(f.own().Language())),
			Do: func(rec model.Record) error {
				if err := model.Set(rec, path+".code", found.Code); err != nil {
					return err
				}
				if value(f.at(path+".url")) != "" {
					return nil
				}
				return model.Set(rec, path+".url", found.URL)
			},
		})
	case known && len(all) == 0:
		if key := "law.provision." + code; f.Words().Has(key) {
			all = append(all, Advice{Text: f.unverified(f.Text(key), p.Verified)})
		}
	}
	return all
}
