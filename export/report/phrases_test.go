package report

import (
	"testing"

	"fortegnelse/model"
	"fortegnelse/model/words"
)

func phrases(t testing.TB, language string) Phrases {
	t.Helper()
	c, err := words.In(language)
	if err != nil {
		t.Fatal(err)
	}
	r, err := model.NewRegister(model.Info{Country: "dk"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return Phrases{c, r}
}

func TestRetention(t *testing.T) {
	years := func(n, most int) model.Answer[model.Period] {
		return model.Value(model.Period{Length: n, Max: most, Unit: "year"})
	}
	tests := []struct {
		name   string
		rule   model.RetentionRule
		da, en string
	}{
		{"a whole rule", model.RetentionRule{
			Qualifier: "minimum", Period: years(10, 0), Start: model.Value(model.Start{Text: "seneste tilførsel til journalen"}),
			Laws: model.Value([]model.LawReference{{Printed: "journalføringsbekendtgørelsen"}}),
			Hold: model.Value(model.Hold{Text: "ved klagesag eller erstatningssag", Until: "indtil sagen er endeligt afsluttet"}), Then: "delete",
		}, "min. 10 år fra seneste tilførsel til journalen; journalføringsbekendtgørelsen; ved klagesag eller erstatningssag: indtil sagen er endeligt afsluttet; derefter slettes",
			"at least 10 years from seneste tilførsel til journalen; journalføringsbekendtgørelsen; ved klagesag eller erstatningssag: indtil sagen er endeligt afsluttet; then erased"},
		{"a start with a preposition of its own", model.RetentionRule{Period: years(1, 0), Start: model.Value(model.Start{Text: "efter endt forløb"})},
			"1 år efter endt forløb", "1 year efter endt forløb"},
		{"a range", model.RetentionRule{Qualifier: "range", Period: years(5, 10), Then: "anonymise"},
			"5–10 år; derefter anonymiseres", "5–10 years; then anonymised"},
		{"a criterion whose start nobody states", model.RetentionRule{Qualifier: "criterion", Criterion: "så længe det er nødvendigt.",
			Start: model.Say[model.Start](model.NotStated), Then: "delete"},
			"så længe det er nødvendigt; begyndelse ikke oplyst; derefter slettes", "så længe det er nødvendigt; start not stated; then erased"},
		{"an event", model.RetentionRule{Qualifier: "event", Start: model.Value(model.Start{Text: "sagen er afgjort"})},
			"indtil sagen er afgjort", "until sagen er afgjort"},
		{"no period, no law", model.RetentionRule{Period: model.Say[model.Period](model.NotStated), Laws: model.Say[[]model.LawReference](model.NotStated)},
			"periode ikke oplyst; lov ikke oplyst", "period not stated; law not stated"},
		{"nothing", model.RetentionRule{}, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := phrases(t, "da").Retention(&test.rule).String(); got != test.da {
				t.Errorf("da: %q\nwant %q", got, test.da)
			}
			if got := phrases(t, "en").Retention(&test.rule).String(); got != test.en {
				t.Errorf("en: %q\nwant %q", got, test.en)
			}
		})
	}
}

func TestNotStatedIsSetApart(t *testing.T) {
	rule := model.RetentionRule{Start: model.Say[model.Start](model.NotStated)}
	for _, run := range phrases(t, "da").Retention(&rule) {
		if run.Text == "ikke oplyst" && run.Style == Absent {
			return
		}
	}
	t.Error("»ikke oplyst« is not in a style of its own")
}

func TestReference(t *testing.T) {
	tests := []struct{ code, da, en string }{
		{"6(1)(a)", "art. 6, stk. 1, litra a (samtykke)", "Art. 6(1)(a) (consent)"},
		{"6(1)", "art. 6, stk. 1 (litra mangler)", "Art. 6(1) (letter missing)"},
		{"30(1)(f)", "art. 30, stk. 1, litra f", "Art. 30(1)(f)"},
		{"5", "art. 5", "Art. 5"},
		{"ART 6(1)(1)", "ART 6(1)(1)", "ART 6(1)(1)"},
		{"", "", ""},
	}
	for _, test := range tests {
		if got := phrases(t, "da").Reference(model.Reference(test.code)); got != test.da {
			t.Errorf("%s: %q, want %q", test.code, got, test.da)
		}
		if got := phrases(t, "en").Reference(model.Reference(test.code)); got != test.en {
			t.Errorf("%s: %q, want %q", test.code, got, test.en)
		}
	}
}

func TestBasisKeepsWhatIsPrinted(t *testing.T) {
	a := &model.Activity{Groups: model.Value([]model.Group{{Data: []model.DataItem{
		{Key: "d1", Text: "Navn", Class: model.Ordinary, PrintedClass: "almindelige"},
		{Key: "d2", Text: "Adresse", Class: model.Ordinary, PrintedClass: "almindelige"},
		{Key: "d3", Text: "Telefon", Class: model.Ordinary, PrintedClass: "almindelige"},
		{Key: "d4", Text: "Helbred, hvis det er relevant", Class: model.Special},
	}}})}
	tests := []struct {
		name  string
		basis model.Basis
		want  string
	}{
		{"printed wrongly", model.Basis{Reference: "6(1)", Printed: "ART 6(1)(1)"}, "art. 6, stk. 1 (litra mangler); skrevet som »ART 6(1)(1)«"},
		{"printed only", model.Basis{Printed: "lovpligtigt"}, "»lovpligtigt«"},
		{"a whole group", model.Basis{Reference: "5", Data: []string{"d1", "d2", "d3"}}, "art. 5; for alle oplysninger i gruppen »almindelige«"},
		{"some data", model.Basis{Reference: "5", Data: []string{"d1", "d2", "d4"}}, "art. 5; for Navn, Adresse, Helbred"},
		{"a key that leads nowhere", model.Basis{Reference: "5", Data: []string{"d9"}}, "art. 5; for d9"},
		{"a law", model.Basis{Laws: []model.LawReference{{Printed: "sundhedslovens kap. 9"}}, Remark: "se noten"}, "sundhedslovens kap. 9; se noten"},
	}
	for _, test := range tests {
		if got := phrases(t, "da").Basis(a, test.basis).String(); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestContactsAndNumbers(t *testing.T) {
	p := phrases(t, "da")
	for _, test := range []struct{ got, want string }{
		{p.Phone("45 46 16 00"), "tlf. 45 46 16 00"},
		{p.Phone("Tlf. 45 46 16 00"), "Tlf. 45 46 16 00"},
		{p.Phone(""), ""},
		{p.Registration(model.Registration{Kind: "cvr", Printed: "CVR-nr. 31 06 89 91"}), "CVR-nr. 31 06 89 91"},
		{p.Registration(model.Registration{Printed: "", Normalised: "31068991"}), "31068991"},
		{p.Address(model.Address{Street: "Ved Slotshaven 3", Postcode: "2820", City: "Gentofte", Country: "dk"}), "Ved Slotshaven 3, 2820 Gentofte"},
		{p.Address(model.Address{City: "Malmø", Country: "se"}), "Malmø, Sverige"},
		{p.Contact(model.Contact{Role: "Databeskyttelse", Email: "dpo@klinik.dk"}), "Databeskyttelse, dpo@klinik.dk"},
		{p.Period(model.Period{Length: 1, Unit: "year"}), "1 år"},
		{p.Period(model.Period{Length: 3, Unit: "fortnight"}), "3 fortnight"},
		{p.Link("nowhere"), "nowhere"},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}
