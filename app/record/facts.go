package record

import (
	"slices"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/law"
)

// classAdvice says what class the category of a data item usually has, where
// the register says another.
func (f *Form) classAdvice(item string) []Advice {
	known, ok := law.Find("data_category", value(f.at(item+".category")))
	class := model.Class(value(f.at(item + ".class")))
	if !ok || known.Class == "" || class == "" || class == known.Class {
		return nil
	}
	return []Advice{{Sign: ui.SignWarning, Text: f.Text("record.class.usual", "Class", f.Words().Code("class", string(known.Class)))}}
}

// numberAdvice says whether the check digit of a company number fits.
func (f *Form) numberAdvice(registration string) []Advice {
	kind, printed := model.NumberKind(value(f.at(registration+".kind"))), value(f.at(registration+".printed"))
	if printed == "" || !slices.Contains([]model.NumberKind{law.CVR, law.SwedishOrg, law.NorwegianOrg}, kind) {
		return nil
	}
	normalised, fits := law.CheckNumber(kind, printed)
	if !fits {
		return []Advice{{Sign: ui.SignWarning, Text: f.Text("record.number.wrong")}}
	}
	return []Advice{{Sign: ui.SignYes, Text: f.Text("record.number.right", "Number", normalised)}}
}

// authorityAdvice says where an authority is to be reached.
func (f *Form) authorityAdvice(code model.Authority) []Advice {
	a, ok := law.AuthorityOf(code)
	if !ok {
		return nil
	}
	return []Advice{{Text: f.unverified(join(a.Address(), a.Email, a.Web), a.Verified)}}
}

// outdatedAdvice warns of what an authority was once called or where it was to
// be reached, wherever that stands.
func (f *Form) outdatedAdvice(text string) []Advice {
	o, found := law.OutdatedAddress(text)
	if !found {
		return nil
	}
	key := "record.outdated.replaced"
	if o.Now == "" {
		key = "record.outdated.gone"
	}
	a, _ := law.AuthorityOf(o.Authority)
	words := f.Text(key, "Printed", o.Printed, "Now", o.Now, "Authority", a.Name(f.Words().Language()))
	return []Advice{{Sign: ui.SignWarning, Text: f.unverified(words, o.Verified)}}
}
