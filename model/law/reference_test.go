package law_test

import (
	"slices"
	"strings"
	"testing"

	"fortegnelse/model"
	. "fortegnelse/model/law"
)

func TestReadReference(t *testing.T) {
	for _, c := range []struct {
		printed   string
		reference model.Reference
		problem   Problem
	}{
		// Danish
		{"artikel 6, stk. 1, litra c", "6(1)(c)", ""},
		{"databeskyttelsesforordningen artikel 6 stk. 1 a", "6(1)(a)", ""},
		{"databeskyttelsesforordningens artikel 6, stk. 1, litra e, for den behandling", "6(1)(e)", ""},
		{"databeskyttelsesforordningens 6, stk. 1, litra a for almindelige personoplysninger", "6(1)(a)", ""},
		{"6, stk. 1 a", "6(1)(a)", ""},
		{"jf. databeskyttelsesforordningens artikel 9, stk. 2, litra h)", "9(2)(h)", ""},
		{"Artikel 9, stk. 2, litra i", "9(2)(i)", ""},
		{"databeskyttelsesforordningen artikel 6(1)(b).", "6(1)(b)", ""},
		{"Retsgrundlaget er databeskyttelsesforordningen artikel 9, stk. 2, litra", "9(2)", Incomplete},
		{"Art. 9, stk. 2, litra\n", "9(2)", Incomplete},
		{"artikel 9, stk. 2 i forordningen", "9(2)", Incomplete},
		{"artikel 9, stk. 2, litra i forordningen", "9(2)", Incomplete},
		{"artikel 9, stk. 2, litra h, i databeskyttelsesforordningen", "9(2)(h)", ""},
		{"artikel 6", "6(1)", Incomplete},
		{"artikel 6, stk. 1", "6(1)", Incomplete},
		{"ART 6(1)(1) i Forordningen", "6(1)", NoSuchLetter},
		{"ART 9(2)(a)", "9(2)(a)", ""},
		{"artikel 6, stk. 1, litra g", "6(1)", NoSuchLetter},
		{"artikel 6, stk. 1, nr. 1", "6(1)", NoSuchLetter},
		{"artikel 9, stk. 2, litra k", "9(2)", NoSuchLetter},
		{"artikel 9, stk. 1", "", NotABasis},
		{"artikel 9, stk. 7", "", NoSuchParagraph},
		{"artikel 10", "10", ""},
		{"artikel 87", "87", ""},
		{"artikel 10, stk. 2", "10", NoSuchParagraph},
		{"artikel 89, stk. 1", "89", ""},
		{"artikel 28, stk. 3, litra a", "", NotABasis},
		{"artikel 100", "", NoSuchArticle},
		{"artikel 0", "", NoSuchArticle},
		// Swedish
		{"artikel 6.1 c", "6(1)(c)", ""},
		{"art. 6.1 c dataskyddsförordningen", "6(1)(c)", ""},
		{"artikel 6.1 första stycket c", "6(1)(c)", ""},
		{"artikel 9.2 led h", "9(2)(h)", ""},
		{"artikel 9.2 i dataskyddsförordningen", "9(2)", Incomplete},
		{"6.1 c", "6(1)(c)", ""},
		// Norwegian
		{"artikkel 6 nr. 1 bokstav c", "6(1)(c)", ""},
		{"personvernforordningen artikkel 9 nr. 2 bokstav h", "9(2)(h)", ""},
		{"artikkel 6 nr. 1 bokstav", "6(1)", Incomplete},
		{"GDPR art. 6 nr. 1 bokstav f)", "6(1)(f)", ""},
		// English and others
		{"6(1)(c)", "6(1)(c)", ""},
		{"6 (1) (c)", "6(1)(c)", ""},
		{"Article 9(2)(h) GDPR", "9(2)(h)", ""},
		{"Art. 6 para. 1 point f", "6(1)(f)", ""},
		{"Artikel 6 Abs. 1 lit. a", "6(1)(a)", ""},
		{"6-1-f", "6(1)(f)", ""},
		{"87", "87", ""},
		// no references to the GDPR
		{"§§ 5-10", "", NotGDPR},
		{"databeskyttelseslovens § 11, stk. 2, nr. 1", "", NotGDPR},
		{"sundhedslovens § 79, stk. 2", "", NotGDPR},
		{"§§ 39 og 40, stk. 2", "", NotGDPR},
		{"3 kap. 10 § dataskyddslagen", "", NotGDPR},
		{"personopplysningsloven § 12 nr. 1", "", NotGDPR},
		{"se kapitel 6.1 a", "", NotGDPR},
		{"Opdateret d.12/9 2018", "", NotGDPR},
		{"Samtycke från dig", "", NotGDPR},
		{"", "", NotGDPR},
		{"6", "6(1)", Incomplete},
		{"i 10 år", "", NotGDPR},
	} {
		got := ReadReference(c.printed)
		if got.Reference != c.reference || got.Problem != c.problem || got.Printed != c.printed {
			t.Errorf("%q: %q, %q; want %q, %q", c.printed, got.Reference, got.Problem, c.reference, c.problem)
		}
	}
}

func TestReadReferences(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // reference|printed
	}{
		{"one after another", "artikel 6 stk. 1 a, og/eller kontrakt jf. artikel 6 stk. 1 b, og/eller lovgivning jf. artikel 6 stk. 1 c.",
			[]string{"6(1)(a)|artikel 6 stk. 1 a", "6(1)(b)|artikel 6 stk. 1 b", "6(1)(c)|artikel 6 stk. 1 c"}},
		{"several letters", "artikel 6, stk. 1, litra a, b og c", []string{"6(1)(a)|artikel 6, stk. 1, litra a, b og c", "6(1)(b)|artikel 6, stk. 1, litra a, b og c", "6(1)(c)|artikel 6, stk. 1, litra a, b og c"}},
		{"range", "art. 6(1) litra a-c", []string{"6(1)(a)|art. 6(1) litra a-c", "6(1)(b)|art. 6(1) litra a-c", "6(1)(c)|art. 6(1) litra a-c"}},
		{"no letters in words", "litra c i artikel 6, stk. 1, litra c, da vi skal; e-mail", []string{"6(1)(c)|artikel 6, stk. 1, litra c"}},
		{"beside national law", "databeskyttelseslovens § 7, stk. 3, jf. databeskyttelsesforordningens artikel 9, stk. 2, litra h", []string{"9(2)(h)|artikel 9, stk. 2, litra h"}},
		{"second in Swedish", "artikel 6.1 c och 9.2 h", []string{"6(1)(c)|artikel 6.1 c", "9(2)(h)|9.2 h"}},
		{"none", "sundhedslovens kap. 9 og serviceloven § 153", nil},
	} {
		var got []string
		for _, r := range ReadReferences(c.text) {
			got = append(got, string(r.Reference)+"|"+r.Printed)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Every reference of the vocabulary is read back from the words that each
// country writes it with.
func TestReadReferenceReadsEveryWayOfWriting(t *testing.T) {
	for _, item := range Codes("reference") {
		parts := strings.FieldsFunc(item.Code, func(r rune) bool { return r == '(' || r == ')' })
		for len(parts) < 3 {
			parts = append(parts, "")
		}
		for _, written := range [][3]string{
			{"artikel ", ", stk. ", ", litra "}, {"artikel ", ".", " "}, {"artikkel ", " nr. ", " bokstav "}, {"Article ", " (", ") point "},
		} {
			text := written[0] + parts[0]
			if parts[1] != "" {
				text += written[1] + parts[1]
			}
			if parts[2] != "" {
				text += written[2] + parts[2]
			} else if strings.HasSuffix(text, "("+parts[1]) {
				text += ")"
			}
			if got := ReadReference(text); string(got.Reference) != item.Code || (got.Problem == Incomplete) != item.Incomplete {
				t.Errorf("%q is read as %q, %q; want %q", text, got.Reference, got.Problem, item.Code)
			}
		}
	}
}

func FuzzReadReferences(f *testing.F) {
	for _, seed := range []string{"artikel 6, stk. 1, litra c", "ART 6(1)(1)", "§§ 5-10", "art. 9.2 i", "6(1)(a)-(f)", "artikel 6 stk. 1 å", "\xff6(1)"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, r := range ReadReferences(text) {
			if !strings.Contains(text, r.Printed) {
				t.Errorf("%q does not stand in %q", r.Printed, text)
			}
			if _, known := Find("reference", string(r.Reference)); !known && r.Reference != "" {
				t.Errorf("%q gives %q, which is no reference", text, r.Reference)
			}
			if r.Reference == "" && r.Problem == "" {
				t.Errorf("%q gives nothing and no problem", text)
			}
		}
		if got := ReadReference(text); got.Printed != text {
			t.Errorf("%q was changed to %q", text, got.Printed)
		}
	})
}
