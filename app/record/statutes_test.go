package record_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// pick opens a picker with a button, types and takes the first that is found.
func (o *opened) pick(button, typed string) {
	o.t.Helper()
	test.Tap(control[*ui.Button](o, button))
	search := o.window.Canvas().Focused()
	test.Type(search, typed)
	search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func TestStatuteFillsTheRule(t *testing.T) {
	o := open(t, "R-3") // a criterion, with nothing else stated
	o.say("title", "")
	o.say("categories", "questionnaire_health")
	o.pick("statutes", "regnskabsmateriale")
	for path, want := range map[string]string{
		"qualifier": "minimum", "period.length": "5", "period.unit": "year", "start.event": "end_of_accounting_year",
		"then": "delete", "laws[0].code": "DK-BOGF", "title": "Regnskabsmateriale",
		"categories": "questionnaire_health", // a person's choice
		"medium":     "digital",
	} {
		o.want(path, want)
	}
	o.pick("statutes", "regnskabsmateriale")
	if n := model.Len(o.record(), "laws"); n != 1 {
		t.Errorf("picked twice, it refers to %d laws", n)
	}
	o.pick("statutes", "ansøgninger") // practice, without a law
	o.want("qualifier", "maximum")
	o.want("laws[0].code", "DK-BOGF")
}

func TestRuleIsHeldAgainstTheLaw(t *testing.T) {
	o := open(t, "R-1")
	tests := []struct {
		name, length, unit, code string
		want                     ui.Sign
		says                     string // "" for nothing
	}{
		{"as the law", "10", "year", "DK-JOURNAL", ui.SignYes, "lovens minimum: 10 år"},
		{"longer", "130", "month", "DK-JOURNAL", ui.SignYes, "lovens minimum: 10 år"},
		{"shorter", "9", "year", "DK-JOURNAL", ui.SignWarning, "lovens minimum: 10 år"},
		{"a law without a period", "9", "year", "DK-SUL-9", "", ""},
		{"a law that nobody knows", "9", "year", "X", "", ""},
		{"a maximum", "31", "day", "DK-TVO-4C", ui.SignWarning, "lovens maksimum: 30 dage"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o.say("period.length", tt.length)
			o.say("period.unit", tt.unit)
			o.say("laws[0].code", tt.code)
			got := o.advised("laws")
			if !strings.HasPrefix(got, string(tt.want)+tt.says) || (got == "") != (tt.says == "") || strings.Contains(got, "\n") {
				t.Errorf("it says %q, want %q", got, string(tt.want)+tt.says)
			}
		})
	}
}

func TestRuleIsWorkedOut(t *testing.T) {
	o := open(t, "R-1")
	tests := []struct {
		name string
		say  map[string]string
		want string
	}{
		{"a minimum", nil, "Eksempel: seneste tilførsel til journalen 21.11.2026 → slettes tidligst 21.11.2036"},
		{"a maximum", map[string]string{"qualifier": "maximum", "period.length": "6", "period.unit": "month"},
			"Eksempel: seneste tilførsel til journalen 21.11.2026 → slettes senest 21.05.2027"},
		{"from the turn of the year", map[string]string{"qualifier": "exact", "start.event": "end_of_accounting_year", "period.length": "5", "period.unit": "year"},
			"Eksempel: udgangen af regnskabsåret 31.12.2026 → slettes 31.12.2031"},
		{"a range", map[string]string{"qualifier": "range", "period.max": "7"},
			"Eksempel: udgangen af regnskabsåret 31.12.2026 → slettes mellem 31.12.2031 og 31.12.2033"},
		{"no end action", map[string]string{"qualifier": "exact", "period.max": "", "then": ""},
			"Eksempel: udgangen af regnskabsåret 31.12.2026 → fristen udløber 31.12.2031"},
		{"no period", map[string]string{"period.length": ""}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for path, v := range tt.say {
				o.say(path, v)
			}
			if got := o.advised("example"); got != tt.want {
				t.Errorf("it says %q, want %q", got, tt.want)
			}
		})
	}
}
