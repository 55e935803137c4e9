package words

import (
	"slices"
	"strings"
	"testing"
)

func TestSameKeysInEveryLanguage(t *testing.T) {
	reference := messages(t, "da")
	for _, lang := range Languages() {
		have := messages(t, lang)
		for key := range reference {
			if _, ok := have[key]; !ok {
				t.Errorf("%s lacks %s", lang, key)
			}
		}
		for key := range have {
			if _, ok := reference[key]; !ok {
				t.Errorf("da lacks %s, which %s has", key, lang)
			}
		}
	}
}

// A message filled in for one language is filled in the same way for all.
func TestSamePlaceholdersInEveryLanguage(t *testing.T) {
	reference := messages(t, "da")
	for _, lang := range Languages() {
		for key, m := range messages(t, lang) {
			da, ok := reference[key]
			if !ok {
				continue // reported as a missing key
			}
			if got, want := m.placeholders(), da.placeholders(); !slices.Equal(got, want) {
				t.Errorf("%s %s has the placeholders %v, in Danish %v", lang, key, got, want)
			}
			if m.plural() != da.plural() {
				t.Errorf("%s %s: plural forms in one language and not in the other", lang, key)
			}
			for _, text := range m.texts() {
				if strings.Contains(placeholder.ReplaceAllString(text, ""), "{{") {
					t.Errorf("%s %s: %q holds something that is no placeholder", lang, key, text)
				}
			}
		}
	}
}

// The four languages count alike: one, and any other number.
func TestPluralFormsAreComplete(t *testing.T) {
	for _, lang := range Languages() {
		c := catalogue(t, lang)
		for key, m := range messages(t, lang) {
			if !m.plural() {
				continue
			}
			if len(m) != 2 || m["one"] == "" || m["other"] == "" {
				t.Errorf("%s %s has the forms %v; one and other are wanted", lang, key, m)
			}
			pairs := []any{}
			for _, name := range m.placeholders() {
				if name != "Count" {
					pairs = append(pairs, name, "x")
				}
			}
			for _, n := range []int{0, 1, 2, 1234} {
				if got := c.Count(key, n, pairs...); strings.Contains(got, "⟨") || strings.Contains(got, "<no value>") {
					t.Errorf("%s %s for %d: %q", lang, key, n, got)
				}
			}
		}
	}
}

// Every text can be shown with its placeholders filled.
func TestEveryMessageRenders(t *testing.T) {
	for _, lang := range Languages() {
		c := catalogue(t, lang)
		for key, m := range messages(t, lang) {
			if m.plural() {
				continue
			}
			var pairs []any
			for _, name := range m.placeholders() {
				pairs = append(pairs, name, "x")
			}
			want := placeholder.ReplaceAllString(m[""], "x")
			if got := c.Text(key, pairs...); got != want {
				t.Errorf("%s %s is shown as %q, want %q", lang, key, got, want)
			}
		}
	}
}

func TestTextsAreClean(t *testing.T) {
	for _, lang := range Languages() {
		for key, m := range messages(t, lang) {
			for _, text := range m.texts() {
				switch {
				case text == "":
					t.Errorf("%s %s is empty", lang, key)
				case text != strings.TrimSpace(text):
					t.Errorf("%s %s has blanks at its ends: %q", lang, key, text)
				case strings.Contains(text, key) && strings.Contains(key, "."):
					t.Errorf("%s %s names its key: %q", lang, key, text)
				case strings.Contains(text, "TODO"), strings.Contains(text, "FIXME"), strings.Contains(text, "??"):
					t.Errorf("%s %s is not finished: %q", lang, key, text)
				case strings.Contains(text, "!"):
					t.Errorf("%s %s shouts: %q", lang, key, text)
				}
			}
			if strings.HasPrefix(key, "help.") && !strings.HasSuffix(m[""], ".") {
				t.Errorf("%s %s is no whole sentence: %q", lang, key, m[""])
			}
		}
	}
}

// A text that reads the same as in English was probably never translated,
// unless the table of such words says otherwise.
func TestTextsAreTranslated(t *testing.T) {
	english := messages(t, "en")
	for _, lang := range Languages() {
		if lang == "en" {
			continue
		}
		meant := map[string]bool{}
		for _, word := range sameAsEnglish[lang] {
			meant[word] = true
		}
		for key, m := range messages(t, lang) {
			if strings.HasPrefix(key, "language.") {
				continue // each language is named in itself
			}
			if strings.HasPrefix(key, "code.country.") {
				continue // many countries have one name everywhere
			}
			if slices.Equal(m.texts(), english[key].texts()) {
				for _, text := range m.texts() {
					if !meant[text] && strings.ContainsFunc(placeholder.ReplaceAllString(text, ""), isLetter) {
						t.Errorf("%s %s is English: %q", lang, key, text)
					}
				}
			}
		}
	}
}

func catalogue(t *testing.T, lang string) *Catalogue {
	t.Helper()
	c, err := In(lang)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
