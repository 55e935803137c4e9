package law_test

import (
	"testing"

	"fortegnelse/model"
	. "fortegnelse/model/law"
)

func TestCheckNumber(t *testing.T) {
	for _, c := range []struct {
		name, printed, normalised string
		kind                      model.NumberKind
		ok                        bool
	}{
		{"cvr, with blanks", "42 51 17 49", "42511749", CVR, true},
		{"cvr, with its name", "CVR-nr. 31 06 89 91", "31068991", CVR, true},
		{"cvr, digits only", "32761682", "32761682", CVR, true},
		{"cvr, two digits swapped", "31 06 98 91", "31069891", CVR, false},
		{"cvr, one digit short", "3106899", "3106899", CVR, false},
		{"cvr, zeros", "00000000", "00000000", CVR, false},
		{"cvr, no digits", "ikke oplyst", "", CVR, false},
		{"swedish, limited partnership", "969790-9423", "9697909423", SwedishOrg, true},
		{"swedish, company", "556524-6369", "5565246369", SwedishOrg, true},
		{"swedish, twelve digits", "16556524-6369", "5565246369", SwedishOrg, true},
		{"swedish, wrong check digit", "556524-6368", "5565246368", SwedishOrg, false},
		{"swedish, too long", "55652463690", "55652463690", SwedishOrg, false},
		{"swedish, empty", "", "", SwedishOrg, false},
		{"norwegian, check digit fits", "123 456 785", "123456785", NorwegianOrg, true},
		{"norwegian, wrong check digit", "123456786", "123456786", NorwegianOrg, false},
		{"norwegian, with suffix", "NO 123 456 785 MVA", "123456785", NorwegianOrg, true},
		{"norwegian, too short", "12345678", "12345678", NorwegianOrg, false},
		{"other, as it is", " HRB  1234 B ", "HRB 1234 B", "other", true},
		{"other, empty", "  ", "", "other", false},
		{"unknown kind", "77", "77", "xx_number", true},
	} {
		normalised, ok := CheckNumber(c.kind, c.printed)
		if normalised != c.normalised || ok != c.ok {
			t.Errorf("%s: %q, %v; want %q, %v", c.name, normalised, ok, c.normalised, c.ok)
		}
	}
}

// One wrong digit must never pass: that is what check digits are for.
func TestOneWrongDigitIsFound(t *testing.T) {
	for kind, number := range map[model.NumberKind]string{CVR: "31068991", SwedishOrg: "5565246369", NorwegianOrg: "123456785"} {
		for i := range number {
			for d := byte('0'); d <= '9'; d++ {
				if number[i] == d {
					continue
				}
				wrong := number[:i] + string(d) + number[i+1:]
				if _, ok := CheckNumber(kind, wrong); ok {
					t.Errorf("%s %s passes for %s", kind, wrong, number)
				}
			}
		}
	}
}
