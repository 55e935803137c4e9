package words

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"

	"fortegnelse/model"
)

func isLetter(r rune) bool { return unicode.IsLetter(r) }

func TestUnknownLanguage(t *testing.T) {
	_, err := In("fr")
	var unknown *UnknownLanguageError
	if !errors.As(err, &unknown) {
		t.Fatalf("In(fr) = %v", err)
	}
	if unknown.Language != "fr" || !slices.Contains(unknown.Known, "da") || !strings.Contains(err.Error(), `"fr"`) || !strings.Contains(err.Error(), "da, ") {
		t.Errorf("the error does not tell which languages there are: %v", err)
	}
	for _, lang := range []string{"", "DA", "../da", "da/.."} {
		if c, err := In(lang); !errors.As(err, &unknown) {
			t.Errorf("In(%q) = %v, %v", lang, c, err)
		}
	}
}

func TestInGivesOneCatalogue(t *testing.T) {
	a, b := catalogue(t, "da"), catalogue(t, "da")
	if a != b || a.Language() != "da" {
		t.Errorf("two catalogues, or not Danish but %s", a.Language())
	}
	if Languages()[0] != "da" {
		t.Errorf("Danish does not come first: %v", Languages())
	}
}

func TestText(t *testing.T) {
	c, err := load(fstest.MapFS{"da/a.json": {Data: []byte(`{"a": "tekst", "b": "{{.Name}} & {{.Other}}", "c": {"one": "{{.Count}} post", "other": "{{.Count}} poster i {{.Name}}"}}`)}}, "da")
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []struct{ name, got, want string }{
		{"plain", c.Text("a"), "tekst"},
		{"placeholders, nothing escaped", c.Text("b", "Name", "<Kalmia>", "Other", `"x"`), `<Kalmia> & "x"`},
		{"one", c.Count("c", 1, "Name", "x"), "1 post"},
		{"several", c.Count("c", 12345, "Name", "x"), "12.345 poster i x"},
		{"none", c.Count("c", 0, "Name", "x"), "0 poster i x"},
		{"missing key", c.Text("no.such"), "⟨no.such⟩"},
		{"missing key, counted", c.Count("no.such", 2), "⟨no.such⟩"},
		{"keys", strings.Join(c.Keys(), " "), "a b c"},
	} {
		if k.got != k.want {
			t.Errorf("%s: %q, want %q", k.name, k.got, k.want)
		}
	}
	if !c.Has("a") || c.Has("no.such") {
		t.Error("Has does not tell keys from others")
	}
}

func TestCodeOfTheRegistersOwn(t *testing.T) {
	c := catalogue(t, "da")
	for _, k := range []struct{ vocabulary, code, want string }{
		{"qualifier", "minimum", "mindst"},
		{"qualifier", "roughly", "roughly"},
		{"colour", "red", "red"},
		{"qualifier", "", ""},
	} {
		if got := c.Code(k.vocabulary, k.code); got != k.want {
			t.Errorf("Code(%s, %s) = %q, want %q", k.vocabulary, k.code, got, k.want)
		}
	}
}

func TestAnswer(t *testing.T) {
	c := catalogue(t, "da")
	seen := map[string]model.State{}
	for state, want := range map[model.State]string{
		model.Unanswered: "ikke besvaret", model.NotStated: "ikke oplyst", model.NotApplicable: "ikke relevant", model.None: "ingen",
	} {
		got := c.Answer(state)
		if got != want {
			t.Errorf("Answer(%q) = %q, want %q", state, got, want)
		}
		if other, taken := seen[got]; taken {
			t.Errorf("%q and %q read alike", state, other)
		}
		seen[got] = state
	}
}

func TestHelpMayBeAbsent(t *testing.T) {
	c := catalogue(t, "da")
	if got := c.Help(&model.Field{Help: "help.no.such"}); got != "" {
		t.Errorf("help that is not there is %q", got)
	}
}

func TestCodeHelpMayBeAbsent(t *testing.T) {
	c, err := load(fstest.MapFS{"da/a.json": {Data: []byte(`{"help.code.role.controller": "Bestemmer formålet."}`)}}, "da")
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []struct{ vocabulary, code, want string }{
		{"role", "controller", "Bestemmer formålet."},
		{"role", "processor", ""},
		{"role", "our own", ""},
		{"colour", "red", ""},
	} {
		if got := c.CodeHelp(k.vocabulary, k.code); got != k.want {
			t.Errorf("CodeHelp(%s, %s) = %q, want %q", k.vocabulary, k.code, got, k.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, k := range []struct {
		lang string
		n    int
		want string
	}{
		{"da", 0, "0"}, {"da", 999, "999"}, {"da", 1234, "1.234"}, {"da", 1234567, "1.234.567"}, {"da", -4567, "−4.567"},
		{"en", 1234, "1,234"}, {"en", 100000, "100,000"}, {"en", -1, "−1"},
		{"sv", 1234, "1234"}, {"sv", 12345, "12\u00a0345"}, {"nb", 1234567, "1\u00a0234\u00a0567"},
	} {
		c := &Catalogue{language: k.lang}
		if got := c.Number(k.n); got != k.want {
			t.Errorf("%s: Number(%d) = %q, want %q", k.lang, k.n, got, k.want)
		}
	}
}

func TestDatesAndTimes(t *testing.T) {
	d := model.Date{Year: 2026, Month: time.March, Day: 1}
	at := time.Date(2026, 11, 21, 9, 5, 0, 0, time.UTC)
	for _, k := range []struct{ lang, full, short, clock string }{
		{"da", "1. marts 2026", "01.03.2026", "09.05"},
		{"en", "1 March 2026", "01/03/2026", "09:05"},
	} {
		c := catalogue(t, k.lang)
		if got := [3]string{c.Date(d), c.ShortDate(d), c.Clock(at)}; got != [3]string{k.full, k.short, k.clock} {
			t.Errorf("%s: %q", k.lang, got)
		}
	}
	for _, lang := range Languages() {
		c := catalogue(t, lang)
		if c.Date(model.Date{}) != "" || c.ShortDate(model.Date{}) != "" {
			t.Errorf("%s: no date is not empty", lang)
		}
		for m := time.January; m <= time.December; m++ {
			if got := c.Date(model.Date{Year: 2026, Month: m, Day: 2}); strings.ContainsAny(got, "⟨<") {
				t.Errorf("%s: %s", lang, got)
			}
		}
	}
}

// A broken catalogue must be named, or nobody finds it.
func TestLoadNamesTheBrokenFile(t *testing.T) {
	good := &fstest.MapFile{Data: []byte(`{"a": "x"}`)}
	for _, k := range []struct{ name, content, says string }{
		{"no JSON", "a = x", "da/bad.json"},
		{"cut off", `{"a": "x"`, "da/bad.json"},
		{"key twice over files", `{"a": "y"}`, `"a" occurs twice`},
		{"number for a text", `{"b": 7}`, "da/bad.json"},
		{"list for a text", `["b"]`, "da/bad.json"},
		{"empty", "", "da/bad.json"},
	} {
		files := fstest.MapFS{"da/a.json": good, "da/bad.json": {Data: []byte(k.content)}}
		_, err := load(files, "da")
		if err == nil || !strings.Contains(err.Error(), "da/bad.json") || !strings.Contains(err.Error(), k.says) {
			t.Errorf("%s: %v; want da/bad.json and %q named", k.name, err, k.says)
		}
	}
	if _, err := load(fstest.MapFS{"da/a.json": good}, "no such language"); err == nil {
		t.Error("a language that is none was loaded")
	}
	c, err := load(fstest.MapFS{"da/a.json": good, "en/bad.json": {Data: []byte("x")}}, "da")
	if err != nil || c.Text("a") != "x" {
		t.Errorf("a broken English file stops the Danish one: %v", err)
	}
}
