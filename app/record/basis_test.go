package record_test

import (
	"strings"
	"testing"

	"fortegnelse/app/ui"
)

func TestPrintedBasisIsRead(t *testing.T) {
	const basis = "purposes[0].bases[0]"
	o := open(t, "B-01")
	o.page.Focus(basis + ".printed")
	warning := string(ui.SignWarning)
	tests := []struct {
		name, printed, reference string
		warns                    bool
		says                     string // "" for nothing
		takes, assigned          string // what following the link gives; "" where there is none
	}{
		{"an article", "artikel 6, stk. 1, litra c", "", false, "art. 6, stk. 1, litra c", "6(1)(c)", "source"},
		{"an article that is chosen", "artikel 6, stk. 1, litra c", "6(1)(c)", false, "", "", ""},
		{"a number for a letter", "ART 6(1)(1) i Forordningen", "6(1)", true, "»ART 6(1)(1)« findes ikke", "6(1)(a)", "us"},
		{"no letter for the number", "ART 6(1)(19)", "6(1)", true, "findes ikke", "", ""},
		{"a number that somebody has cleared up", "ART 6(1)(1)", "6(1)(a)", false, "findes ikke", "", ""},
		{"no letter", "Art. 9, stk. 2, litra", "", true, "litra mangler", "9(2)", ""},
		{"no letter, as is chosen", "Art. 9, stk. 2, litra", "9(2)", true, "litra mangler", "", ""},
		{"no such article", "artikel 100", "", true, "»artikel 100« findes ikke", "", ""},
		{"no basis", "artikel 28, stk. 3", "", true, "behandlingsgrundlag", "", ""},
		{"prose", "vi er forpligtet efter loven", "", false, "", "", ""},
		{"nothing", "", "", false, "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o.say(basis+".assigned", "")
			o.say(basis+".reference", tt.reference)
			o.say(basis+".printed", tt.printed)
			got := o.advised(basis + ".printed")
			if !strings.Contains(got, tt.says) || (got == "") != (tt.says == "") || strings.HasPrefix(got, warning) != tt.warns {
				t.Fatalf("it says %q, want %q, a warning: %v", got, tt.says, tt.warns)
			}
			if (strings.Contains(got, "Brug ")) != (tt.takes != "") {
				t.Fatalf("it offers %q", got)
			}
			if tt.takes == "" {
				return
			}
			o.take(basis + ".printed")
			o.want(basis+".reference", tt.takes)
			o.want(basis+".assigned", tt.assigned)
			o.want(basis+".printed", tt.printed)
		})
	}
}

func TestBasisSaysWhatItDemands(t *testing.T) {
	const basis = "purposes[0].bases[0]"
	o := open(t, "B-01")
	o.page.Focus(basis + ".reference")
	for reference, want := range map[string]string{
		"6(1)(f)": "Afvejningen", "9(2)(h)": "tavshedspligt efter lov", "": "", "6(1)": "",
	} {
		o.say(basis+".reference", reference)
		got := o.advised(basis + ".reference")
		if !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("of %q it says %q, want %q", reference, got, want)
		}
	}
}
