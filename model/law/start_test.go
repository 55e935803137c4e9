package law_test

import (
	"errors"
	"testing"
	"time"

	"fortegnelse/model"
	"fortegnelse/model/law"
	"fortegnelse/model/words"
)

func TestStart(t *testing.T) {
	at := time.Date(2026, time.November, 21, 9, 0, 0, 0, time.UTC)
	for country, authority := range map[model.Country]model.Authority{"dk": "dk_datatilsynet", "se": "se_imy", "no": "no_datatilsynet"} {
		info := model.Info{Name: "Klinikken", Country: country, Language: law.LanguageOf(country)}
		catalogue, err := words.In(info.Language)
		if err != nil {
			t.Fatal(err)
		}
		bare, err := law.Start(info, "", catalogue, at)
		if err != nil || len(bare) != 1 {
			t.Fatalf("%s: %d records, %v", country, len(bare), err)
		}
		if e := bare[0].(*model.LegalEntity); e.LegalName.Value != "Klinikken" || e.Authority.Value != authority {
			t.Errorf("%s: the controller is %q under %s", country, e.LegalName.Value, e.Authority.Value)
		}
		full, err := law.Start(info, law.Clinic, catalogue, at)
		if err != nil {
			t.Fatal(err)
		}
		r, err := model.NewRegister(info, full)
		if err != nil {
			t.Fatal(err)
		}
		if problems := model.Validate(r.Content()); problems != nil {
			t.Errorf("%s: %v", country, problems)
		}
		if n := len(r.Activities()); n != len(law.UsualActivities()) {
			t.Errorf("%s: %d activities, want one for each usual one", country, n)
		}
	}
	info := model.Info{Name: "Klinikken", Country: "de", Language: law.LanguageOf("de")}
	catalogue, err := words.In(info.Language)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := law.Start(info, law.Clinic, catalogue, at); !errors.Is(err, law.ErrNoTemplate) {
		t.Errorf("a template for Germany: %v, want ErrNoTemplate", err)
	}
	if _, err := law.Start(info, "bakery", catalogue, at); !errors.Is(err, law.ErrNoTemplate) {
		t.Errorf("an unknown template: %v, want ErrNoTemplate", err)
	}
}
