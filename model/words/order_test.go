package words

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Each list stands in the order in which the language's own dictionaries and
// telephone books put it.
var ordered = map[string][]string{
	"da": {"adresse", "Amalieklinikken", "Bispebjerg", "Cookies", "Odense", "Vejle", "Ypperlig", "Zebra", "Æbeltoft", "Ærø", "Øjenklinik", "Ørsted", "Ål", "Aarhus", "Århus N", "Ås"},
	"sv": {"Adress", "Bokning", "Oskarshamn", "Uppsala", "Zinkgruvan", "Åhus", "Åre", "Ängelholm", "Örebro", "Östersund"},
	"nb": {"Adresse", "Bergen", "Oslo", "Trondheim", "Zermatt", "Ærfugl", "Ørsta", "Østfold", "Ålesund", "Ås"},
	"en": {"Aarhus", "access", "Åland", "backup", "Örebro", "Oslo", "patient", "Zebra"},
}

func TestOrder(t *testing.T) {
	for lang, want := range ordered {
		order := OrderOf(lang)
		for range 20 {
			got := slices.Clone(want)
			rand.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
			slices.SortFunc(got, order.Compare)
			if !slices.Equal(got, want) {
				t.Fatalf("%s: %q, want %q", lang, got, want)
			}
		}
	}
}

func TestOrderPairs(t *testing.T) {
	for _, c := range []struct{ lang, first, second string }{
		{"da", "B-2", "B-10"},
		{"da", "z", "æ"}, {"da", "æ", "ø"}, {"da", "ø", "å"}, {"da", "ø", "aa"}, {"da", "az", "aa"},
		{"nb", "o", "æ"}, {"nb", "æ", "ø"}, {"nb", "ø", "å"}, {"nb", "ø", "aa"},
		{"sv", "z", "å"}, {"sv", "å", "ä"}, {"sv", "ä", "ö"}, {"sv", "aa", "ab"},
		{"en", "å", "b"}, {"en", "ø", "p"},
		{"da", "Navn", "navn"}, {"da", "", "a"}, {"xx", "a", "b"},
	} {
		order := OrderOf(c.lang)
		if order.Compare(c.first, c.second) >= 0 || order.Compare(c.second, c.first) <= 0 {
			t.Errorf("%s: %q does not come before %q", c.lang, c.first, c.second)
		}
	}
	if OrderOf("da").Compare("kort", "kort") != 0 {
		t.Error("a text comes before itself")
	}
}

// Keys and comparison agree, and the order of any three texts is one order.
func TestOrderIsAnOrder(t *testing.T) {
	texts := rapid.StringOfN(rapid.SampledFrom([]rune("aAåÅæøöäzo19 -é")), 0, 6, -1)
	rapid.Check(t, func(t *rapid.T) {
		order := OrderOf(rapid.SampledFrom([]string{"da", "sv", "nb", "en"}).Draw(t, "language"))
		a, b, c := texts.Draw(t, "a"), texts.Draw(t, "b"), texts.Draw(t, "c")
		if order.Compare(a, b) != -order.Compare(b, a) {
			t.Errorf("%q and %q each come first", a, b)
		}
		if order.Compare(a, b) <= 0 && order.Compare(b, c) <= 0 && order.Compare(a, c) > 0 {
			t.Errorf("%q, %q, %q go round in a circle", a, b, c)
		}
		if k := bytes.Compare(order.Key(a), order.Key(b)); k != 0 && k != order.Compare(a, b) {
			t.Errorf("the keys of %q and %q disagree with their order", a, b)
		}
	})
}
