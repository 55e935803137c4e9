package check

import (
	"strings"
	"unicode"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// enoughLetters is from how many letters a name may differ in one of them and
// still be the same name; short names differ by a letter too often.
const enoughLetters = 8

// doubleParties finds organisations that stand in the register twice: with the
// same company number, or with names that differ in nothing but capitals,
// punctuation, legal form or a single letter. Names are compared by what is
// left without one of their letters, so that the work grows with their number
// only.
func doubleParties(r *review) {
	byNumber, byName := map[string]*model.Party{}, map[string]*model.Party{}
	for _, p := range r.Parties() {
		if !running(p) {
			continue
		}
		number, _ := law.CheckNumber(p.Registration.Value.Kind, p.Registration.Value.Printed)
		twin := byNumber[number]
		forms := spellings(p)
		for _, form := range forms {
			if other := byName[form]; twin == nil && other != nil && !distinct(p, other) {
				twin = other
			}
		}
		if twin != nil {
			r.tellOf(p, "legalName", "Name", p.LegalName, "Other", twin)
			continue
		}
		if number != "" {
			byNumber[number] = p
		}
		for _, form := range forms {
			if byName[form] == nil {
				byName[form] = p
			}
		}
	}
}

// distinct reports whether two organisations are known to be two.
func distinct(p, other *model.Party) bool {
	if p.Registration.Given() && other.Registration.Given() {
		return true // otherwise their numbers would have met
	}
	return p.Country.Given() && other.Country.Given() && p.Country.Value != other.Country.Value
}

// spellings returns the forms in which a name is compared: its letters, and
// for long names without digits also its letters without any one of them.
func spellings(p *model.Party) []string {
	var forms []string
	for _, name := range append([]string{p.LegalName}, p.Aliases...) {
		letters := []rune(bare(name))
		if len(letters) < 3 {
			continue
		}
		forms = append(forms, string(letters))
		if len(letters) < enoughLetters || strings.ContainsFunc(string(letters), unicode.IsDigit) {
			continue
		}
		for i := range letters {
			forms = append(forms, string(letters[:i])+string(letters[i+1:]))
		}
	}
	return forms
}

// bare returns the letters and digits of a name without its legal form.
func bare(name string) string {
	var b strings.Builder
	for _, word := range strings.Fields(name) {
		if !law.IsPhrase("company_form", word) {
			b.WriteString(word)
		}
	}
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, b.String())
}
