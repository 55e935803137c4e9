package words

import (
	"strings"
	"testing"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

func TestEveryFieldHasAName(t *testing.T) {
	known := map[string]bool{}
	for i := range model.Fields {
		f := &model.Fields[i]
		known[f.Label], known[f.Help] = true, true
		for _, lang := range Languages() {
			c := catalogue(t, lang)
			if !c.Has(f.Label) {
				t.Errorf("%s: %s %s has no name (%s)", lang, f.Kind, f.Path, f.Label)
			}
			if (f.Letter != "" || f.Required) && c.Help(f) == "" {
				t.Errorf("%s: %s %s is asked by Article 30 and has no help (%s)", lang, f.Kind, f.Path, f.Help)
			}
		}
	}
	for key := range messages(t, "da") {
		if strings.HasPrefix(key, "help.code.") {
			continue // names a code
		}
		if (strings.HasPrefix(key, "field.") || strings.HasPrefix(key, "help.")) && !known[key] {
			t.Errorf("%s names no field", key)
		}
	}
}

// Two fields side by side with one name could not be told apart.
func TestFieldsOfOneStructureHaveDifferentNames(t *testing.T) {
	for _, lang := range Languages() {
		c := catalogue(t, lang)
		seen := map[string]string{}
		for i := range model.Fields {
			f := &model.Fields[i]
			name := f.Owner + ": " + c.Label(f)
			if other, taken := seen[name]; taken && other != f.Label {
				t.Errorf("%s: %s and %s are both called %q", lang, other, f.Label, c.Label(f))
			}
			seen[name] = f.Label
		}
	}
}

func TestEveryKindHasAName(t *testing.T) {
	for _, lang := range Languages() {
		c := catalogue(t, lang)
		for _, k := range model.Kinds {
			if strings.HasPrefix(c.Kind(k), "⟨") || strings.HasPrefix(c.Kinds(k), "⟨") {
				t.Errorf("%s: %s, %s", lang, c.Kind(k), c.Kinds(k))
			}
		}
	}
}

func TestEveryCodeHasAName(t *testing.T) {
	vocabularies := map[string]bool{}
	for _, f := range model.Fields {
		if f.Vocabulary != "" {
			vocabularies[f.Vocabulary] = true
		}
	}
	known := map[string]bool{}
	for vocabulary := range vocabularies {
		for _, lang := range Languages() {
			c := catalogue(t, lang)
			names := map[string]string{}
			for _, item := range law.Codes(vocabulary) {
				key := "code." + vocabulary + "." + item.Code
				known[key] = true
				if !c.Has(key) {
					t.Errorf("%s lacks %s", lang, key)
					continue
				}
				name := c.Code(vocabulary, item.Code)
				if other, taken := names[name]; taken {
					t.Errorf("%s %s: %s and %s are both called %q", lang, vocabulary, other, item.Code, name)
				}
				names[name] = item.Code
			}
		}
	}
	for key := range messages(t, "da") {
		if strings.HasPrefix(key, "code.") && !known[key] {
			t.Errorf("%s names a code that no vocabulary has", key)
		}
	}
}

// Periods are read in a sentence with a number before them.
func TestEveryUnitCanBeCounted(t *testing.T) {
	for _, lang := range Languages() {
		c := catalogue(t, lang)
		for _, item := range law.Codes("unit") {
			one, two := c.Count("unit."+item.Code, 1), c.Count("unit."+item.Code, 2)
			if strings.HasPrefix(one, "⟨") || strings.HasPrefix(two, "⟨") {
				t.Errorf("%s: unit.%s cannot be counted", lang, item.Code)
			}
		}
	}
	for _, c := range []struct {
		lang, unit string
		n          int
		want       string
	}{
		{"da", "year", 10, "10 år"}, {"da", "month", 1, "1 måned"}, {"da", "month", 3, "3 måneder"}, {"da", "immediately", 0, "straks"},
		{"en", "year", 1, "1 year"}, {"en", "day", 30, "30 days"}, {"en", "day", 1200, "1,200 days"},
	} {
		if got := catalogue(t, c.lang).Count("unit."+c.unit, c.n); got != c.want {
			t.Errorf("%s: %d × %s is %q, want %q", c.lang, c.n, c.unit, got, c.want)
		}
	}
}

// The Danish words are the profession's.
func TestDanishTermsOfTheProfession(t *testing.T) {
	c := catalogue(t, "da")
	for key, want := range map[string]string{
		"field.activity.retention":            "Tidsfrister for sletning",
		"field.activity.purposes":             "Formål",
		"field.purpose.bases":                 "Behandlingsgrundlag",
		"field.activity.recipients":           "Modtagere",
		"field.transfer.gate":                 "Overførselsgrundlag",
		"field.legal_entity.dpo":              "Databeskyttelsesrådgiver",
		"field.processor.subProcessors":       "Underdatabehandlere",
		"field.activity.dpia":                 "Konsekvensanalyse",
		"kinds.activity":                      "behandlingsaktiviteter",
		"code.role.controller":                "Dataansvarlig",
		"code.role.joint_controller":          "Fælles dataansvarlig",
		"code.agreement_kind.data_processing": "Databehandleraftale",
		"code.reference.6(1)(a)":              "art. 6, stk. 1, litra a (samtykke)",
		"code.start_event.last_entry":         "seneste tilførsel til journalen",
		"code.data_category.national_id":      "Personnummer",
	} {
		if got := c.Text(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
}
