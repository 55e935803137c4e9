package words

import (
	"strings"
	"testing"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// Everything that the law data hold is named, and nothing is named that they
// do not hold.
func TestLawDataHaveWords(t *testing.T) {
	wanted := map[string]bool{}
	want := func(group, code string) { wanted["law."+group+"."+code] = true }
	for _, p := range []law.Problem{law.Incomplete, law.NoSuchLetter, law.NoSuchParagraph, law.NoSuchArticle, law.NotABasis, law.NotGDPR} {
		want("problem", string(p))
	}
	for _, c := range law.Countries() {
		if c.Note != "" {
			want("territory", c.Note)
		}
	}
	for _, country := range []model.Country{"dk", "se", "no"} {
		for _, p := range law.Provisions(country) {
			want("provision", p.Code)
		}
		for _, a := range law.SectorAuthorities(country) {
			want("task", a.Task)
		}
		for _, day := range []string{"2025-06-01", "2026-11-21"} { // periods that changed in between
			on, err := model.ParseDate(day)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range law.Statutes(country, on) {
				want("material", s.Code)
				want("statute", s.Kind)
			}
		}
	}
	for _, o := range law.AllOutdatedLaws() {
		want("citation", o.Code)
		want("outdated", o.Kind)
	}
	for _, item := range law.Codes("reference") {
		for _, d := range law.Demands(model.Reference(item.Code), "dk") {
			want("demand", d.Code)
		}
	}
	for _, a := range law.Adequacies() {
		want("adequacy", a.Code)
	}
	for _, item := range law.Codes("transfer_tool") {
		for _, n := range law.Needs(model.TransferTool(item.Code)) {
			want("need", n.Code)
		}
	}
	for _, module := range law.Codes("scc_module") {
		for _, c := range law.SCCClauses(model.SCCModule(module.Code)) {
			want("scc", c.Code)
			for _, option := range c.Options {
				want("scc", option)
			}
		}
	}
	for _, key := range []string{"law.unverified", "law.asOf", "law.dpf.appeal", "law.adequacy.eea"} {
		wanted[key] = true
	}
	for _, lang := range Languages() {
		c := catalogue(t, lang)
		for _, activity := range law.UsualActivities() {
			if !c.Has("law.template.purpose." + string(activity)) {
				t.Errorf("%s does not say what %s is for", lang, activity)
			}
		}
		for key := range wanted {
			if !c.Has(key) {
				t.Errorf("%s lacks %s", lang, key)
			}
		}
		for _, key := range c.Keys() {
			if strings.HasPrefix(key, "law.") && !strings.HasPrefix(key, "law.template.") && !wanted[key] {
				t.Errorf("%s names %s, which the law data do not hold", lang, key)
			}
		}
	}
}

// Names of countries that are easily taken from a neighbour's language, or
// from an old list.
func TestCountryNames(t *testing.T) {
	for _, c := range []struct {
		lang    string
		country string
		want    string
	}{
		{"da", "fr", "Frankrig"}, {"sv", "fr", "Frankrike"}, {"nb", "fr", "Frankrike"}, {"en", "fr", "France"},
		{"da", "ch", "Schweiz"}, {"sv", "ch", "Schweiz"}, {"nb", "ch", "Sveits"},
		{"da", "cz", "Tjekkiet"}, {"sv", "cz", "Tjeckien"}, {"nb", "cz", "Tsjekkia"},
		{"da", "gb", "Storbritannien"}, {"nb", "gb", "Storbritannia"}, {"nb", "gr", "Hellas"}, {"nb", "at", "Østerrike"},
		{"nb", "mk", "Nord-Makedonia"}, {"da", "sz", "Eswatini"}, {"en", "tr", "Türkiye"},
		{"da", "fo", "Færøerne"}, {"sv", "fo", "Färöarna"}, {"nb", "fo", "Færøyene"}, {"en", "fo", "Faroe Islands"},
		{"sv", "gl", "Grönland"}, {"nb", "sj", "Svalbard og Jan Mayen"}, {"sv", "no", "Norge"}, {"sv", "ax", "Åland"},
	} {
		if got := catalogue(t, c.lang).Code("country", c.country); got != c.want {
			t.Errorf("%s: %s is %q, want %q", c.lang, c.country, got, c.want)
		}
	}
}
