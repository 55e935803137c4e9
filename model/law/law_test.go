package law_test

import (
	"slices"
	"testing"

	"fortegnelse/model"
	. "fortegnelse/model/law"
)

func vocabulariesOfFields() []string {
	var names []string
	for _, f := range model.Fields {
		if f.Vocabulary != "" && !slices.Contains(names, f.Vocabulary) {
			names = append(names, f.Vocabulary)
		}
	}
	return names
}

// A form offers the codes of a field's vocabulary; an empty one could not be
// filled in.
func TestEveryFieldHasCodes(t *testing.T) {
	for _, name := range vocabulariesOfFields() {
		if len(Codes(name)) == 0 {
			t.Errorf("the vocabulary %s has no codes", name)
		}
	}
}

func TestItemsAreConsistent(t *testing.T) {
	has := func(vocabulary, code string) bool {
		_, ok := Find(vocabulary, code)
		return ok
	}
	kinds := map[string]string{"recipient_category": "recipient_kind", "measure_item": "measure_kind", "transfer_tool": "gate"}
	for _, vocabulary := range vocabulariesOfFields() {
		for _, item := range Codes(vocabulary) {
			if item.Verified && item.Source == "" {
				t.Errorf("%s %s: verified, but in what source?", vocabulary, item.Code)
			}
			if item.Class != "" && !has("class", string(item.Class)) {
				t.Errorf("%s %s: unknown class %q", vocabulary, item.Code, item.Class)
			}
			if (item.Class == model.Special) != (item.Special != "") {
				t.Errorf("%s %s: class %q with special category %q", vocabulary, item.Code, item.Class, item.Special)
			}
			if item.Special != "" && !has("special_kind", string(item.Special)) {
				t.Errorf("%s %s: unknown special category %q", vocabulary, item.Code, item.Special)
			}
			if item.Country != "" && !has("country", string(item.Country)) {
				t.Errorf("%s %s: unknown country %q", vocabulary, item.Code, item.Country)
			}
			if of := kinds[vocabulary]; of != "" && item.Kind != "" && !has(of, item.Kind) {
				t.Errorf("%s %s: kind %q is no %s", vocabulary, item.Code, item.Kind, of)
			}
		}
	}
	for _, item := range Codes("data_category") {
		if item.Class == "" {
			t.Errorf("data category %s has no class", item.Code)
		}
	}
}

// The codes that the model knows by name must be on offer.
func TestModelCodesAreInVocabularies(t *testing.T) {
	for _, c := range []struct{ vocabulary, code string }{
		{"status", string(model.Draft)}, {"status", string(model.Active)}, {"status", string(model.InReview)},
		{"status", string(model.Ended)}, {"status", string(model.NotDone)}, {"status", string(model.Archived)},
		{"role", string(model.AsController)}, {"role", string(model.AsJointController)}, {"role", string(model.AsProcessor)},
		{"class", string(model.Ordinary)}, {"class", string(model.Confidential)}, {"class", string(model.Special)},
		{"class", string(model.NationalID)}, {"class", string(model.Criminal)},
		{"disclosing", string(model.Receives)}, {"disclosing", string(model.ByLaw)}, {"disclosing", string(model.IfRelevant)},
		{"disclosing", string(model.NoDisclosed)}, {"disclosing", string(model.Unstated)},
		{"yes_no", string(model.Yes)}, {"yes_no", string(model.No)},
		{"number_kind", string(CVR)}, {"number_kind", string(SwedishOrg)}, {"number_kind", string(NorwegianOrg)},
	} {
		if _, ok := Find(c.vocabulary, c.code); !ok {
			t.Errorf("%s has no code %q", c.vocabulary, c.code)
		}
	}
}

func TestWhatTheLawSaysOfCodes(t *testing.T) {
	for _, c := range []struct {
		vocabulary, code string
		holds            func(Item) bool
	}{
		{"reference", "6(1)(c)", func(i Item) bool { return i.National && i.Kind == "6" && i.Verified }},
		{"reference", "6(1)(a)", func(i Item) bool { return !i.National && !i.Incomplete }},
		{"reference", "6(1)", func(i Item) bool { return i.Incomplete }},
		{"reference", "9(2)(h)", func(i Item) bool { return i.National && i.Kind == "9" }},
		{"reference", "9(2)", func(i Item) bool { return i.Incomplete && !i.National }},
		{"data_category", "national_id", func(i Item) bool { return i.Class == model.NationalID && i.Special == "" }},
		{"data_category", "sex_life", func(i Item) bool { return i.Class == model.Special && i.Special == "sex_life" }},
		{"data_category", "family", func(i Item) bool { return i.Class == model.Confidential && !i.Verified }},
		{"system_type", "se_patient_overview", func(i Item) bool { return i.Country == "se" }},
		{"system_type", "patient_record", func(i Item) bool { return i.Country == "" }},
		{"agreement_basis", "eu_2021_915", func(i Item) bool { return !i.Verified }},
		{"agreement_item", "F8", func(i Item) bool { return i.Kind == "frame" }},
		{"transfer_tool", "49(1)(2)", func(i Item) bool { return i.Kind == "derogation" }},
	} {
		item, ok := Find(c.vocabulary, c.code)
		if !ok || !c.holds(item) {
			t.Errorf("%s %s: %+v", c.vocabulary, c.code, item)
		}
	}
	if item, ok := Find("reference", "6(1)(1)"); ok {
		t.Errorf("6(1)(1) does not exist in the law, but is known as %+v", item)
	}
	if got := Codes("colour"); len(got) != 0 {
		t.Errorf("an unknown vocabulary has %v", got)
	}
}

func TestCodesMayBeChangedByTheCaller(t *testing.T) {
	Codes("role")[0].Code = "changed"
	if got := Codes("role")[0].Code; got != "controller" {
		t.Errorf("the vocabulary was changed to %q", got)
	}
}

func TestIsEEA(t *testing.T) {
	count := 0
	for _, c := range Codes("country") {
		if c.EEA {
			count++
		}
	}
	if count != 37 { // 27 of the EU, three of the EEA, and Åland and six French territories, which are in the EU
		t.Errorf("%d countries are in the EEA", count)
	}
	for c, want := range map[model.Country]bool{
		"dk": true, "no": true, "is": true, "li": true, "ax": true,
		"gl": false, "fo": false, "gb": false, "us": false, "ch": false, "": false, "xx": false,
	} {
		if IsEEA(c) != want {
			t.Errorf("IsEEA(%q) = %v", c, !want)
		}
	}
}

func TestCountries(t *testing.T) {
	if got := len(Countries()); got != 249 {
		t.Errorf("ISO 3166-1 has 249 countries and territories, not %d", got)
	}
	day := func(s string) model.Date {
		d, err := model.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		code model.Country
		on   string
		want bool
	}{
		{"gb", "2020-12-31", true}, {"gb", "2021-01-01", false},
		{"hr", "2013-06-30", false}, {"hr", "2013-07-01", true},
		{"no", "1993-12-31", false}, {"no", "1994-01-01", true},
		{"fo", "2026-11-21", false}, {"xx", "2026-11-21", false},
	} {
		if got := IsEEAOn(c.code, day(c.on)); got != c.want {
			t.Errorf("IsEEAOn(%s, %s) = %v", c.code, c.on, got)
		}
	}
	for territory, of := range map[model.Country]model.Country{"fo": "dk", "gl": "dk", "ax": "fi", "sj": "no", "je": "gb", "re": "fr"} {
		if c, ok := CountryOf(territory); !ok || c.Of != of || c.Note == "" {
			t.Errorf("%s: %+v", territory, c)
		}
	}
	members := 0
	for _, c := range Countries() {
		if c.Of == "" && c.EU.On(Date()) {
			members++
		}
	}
	if members != 27 {
		t.Errorf("the EU has %d members", members)
	}
	if _, ok := CountryOf("uk"); ok {
		t.Error("uk is no code of ISO 3166-1")
	}
}

func TestWording(t *testing.T) {
	letters := map[string]string{"30(1)": "abcdefg", "30(2)": "abcd"}
	for _, lang := range []string{"da", "sv", "nb", "en"} {
		for article, all := range letters {
			for _, letter := range all {
				text := Wording(article, string(letter), lang)
				if text.Text == "" || text.Source == "" {
					t.Errorf("%s (%c) has no wording in %s", article, letter, lang)
				}
			}
		}
		if Wording("30(1)", "", lang).Text == "" || Wording("30(1)", "", lang) != Wording("30(2)", "", lang) {
			t.Errorf("Article 30 has no one title in %s", lang)
		}
	}
	for _, c := range []struct {
		article, letter, lang, text string
		verified                    bool
	}{
		{"30(1)", "b", "da", "formålene med behandlingen", true},
		{"30(1)", "f", "sv", "om möjligt, de förutsedda tidsfristerna för radering av de olika kategorierna av uppgifter", true},
		{"30(2)", "b", "en", "the categories of processing carried out on behalf of each controller", true},
		{"30(2)", "b", "sv", "de kategorier av behandling som har utförts för varje personuppgiftsansvarigs räkning", false},
		{"30(1)", "h", "da", "", false},
		{"30(1)", "b", "de", "", false},
		{"31", "a", "da", "", false},
	} {
		if got := Wording(c.article, c.letter, c.lang); got.Text != c.text || got.Verified != c.verified {
			t.Errorf("Wording(%s, %s, %s) = %+v", c.article, c.letter, c.lang, got)
		}
	}
	if a, b := Wording("30(2)", "d", "nb").Text, Wording("30(1)", "g", "nb").Text; a != b {
		t.Errorf("30(2)(d) reads %q, 30(1)(g) %q", a, b)
	}
}

func TestAuthorities(t *testing.T) {
	for _, item := range Codes("authority") {
		a, ok := AuthorityOf(model.Authority(item.Code))
		if item.Code == "other" {
			if ok {
				t.Errorf("an authority that is not known has the address %s", a.Address())
			}
			continue
		}
		if !ok || a.Country != item.Country || a.Phone == "" || a.Email == "" || a.Web == "" || a.Source == "" {
			t.Errorf("%s: %+v", item.Code, a)
		}
	}
	dk, _ := AuthorityOf("dk_datatilsynet")
	if got := dk.Address(); got != "Carl Jacobsens Vej 35, 2500 Valby" || !dk.Verified {
		t.Errorf("Datatilsynet is at %s, verified: %v", got, dk.Verified)
	}
	if dk.Name("da") != "Datatilsynet" || dk.Name("fr") != dk.Name("en") {
		t.Errorf("names: %q, %q", dk.Name("da"), dk.Name("fr"))
	}
	if no, _ := AuthorityOf("no_datatilsynet"); no.Verified {
		t.Error("the Norwegian address was never seen, but is called verified")
	}
}

func TestSectorAuthorities(t *testing.T) {
	for country, lang := range map[model.Country]string{"dk": "da", "se": "sv", "no": "nb"} {
		supervises := false
		for _, a := range SectorAuthorities(country) {
			if a.Names[lang] == "" || a.Names["en"] == "" || a.Web == "" || a.Source == "" {
				t.Errorf("%+v", a)
			}
			supervises = supervises || a.Task == "supervision"
		}
		if !supervises {
			t.Errorf("nobody supervises health care in %s", country)
		}
	}
	if got := SectorAuthorities("fi"); got != nil {
		t.Errorf("Finland has %v", got)
	}
}

func TestOutdatedAddress(t *testing.T) {
	for _, c := range []struct{ name, text, what string }{
		{"address in a sentence", "Datatilsynet, Borgergade 28, 5. sal, DK-1300 København K, dt@datatilsynet.dk", "address"},
		{"broken over lines, in capitals", "BORGERGADE\n28", "address"},
		{"fax number alone", "fax 33193218", "fax"},
		{"old name", "anmäla till Datainspektionen", "name"},
		{"old Swedish mailbox", "Datainspektionen@datainspektionen.se", "name"},
		{"old Norwegian box", "Postboks 8177 Dep., 0034 Oslo", "address"},
		{"current Norwegian box", "Postboks 458 Sentrum, 0105 Oslo", ""},
		{"current address", "Carl Jacobsens Vej 35, 2500 Valby, tlf. 33 19 32 00", ""},
		{"nothing", "", ""},
	} {
		got, ok := OutdatedAddress(c.text)
		if ok != (c.what != "") || got.What != c.what {
			t.Errorf("%s: %+v, %v", c.name, got, ok)
		}
	}
	if o, _ := OutdatedAddress("Borgergade 28"); o.Now != "Carl Jacobsens Vej 35, 2500 Valby" || o.Authority != "dk_datatilsynet" {
		t.Errorf("replaced by %+v", o)
	}
}

func TestDate(t *testing.T) {
	if got := Date().String(); got != "2026-11-21" {
		t.Errorf("the law data are of %s", got)
	}
}
