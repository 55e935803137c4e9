package law

import "testing"

func TestContainsWords(t *testing.T) {
	for _, c := range []struct {
		text, phrase string
		want         bool
	}{
		{"drift", "drift", true},
		{"drift af klinikken", "drift", true},
		{"driften", "drift", false},
		{"it-drift", "drift", true},
		{"bedrift og drift", "drift", true},
		{"navn m.m.", "m.m.", true},
		{"navn, adresse m.m. og andet", "m.m.", true},
		{"hemm.m.", "m.m.", false},
		{"årlig", "lig", false},
		{"", "x", false},
	} {
		if got := containsWords(c.text, c.phrase); got != c.want {
			t.Errorf("containsWords(%q, %q) = %v", c.text, c.phrase, got)
		}
	}
}

func TestPhrasesOfAnyCase(t *testing.T) {
	if phrase, found := FindPhrase("placeholder_contact", "Skriv til [Email protected]"); !found || phrase != "[email protected]" {
		t.Errorf("%q, %v", phrase, found)
	}
	if !IsPhrase("placeholder_contact", " Example.com. ") || IsPhrase("placeholder_contact", "klinik@example.com") {
		t.Error("a phrase is the whole text")
	}
	if Limit("review_months") <= 0 {
		t.Error("no limit")
	}
}
