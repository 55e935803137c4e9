package words

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// chosen returns the vocabularies whose codes are chosen by what they are. A
// country needs no help.
func chosen() []string {
	var names []string
	for _, f := range model.Fields {
		if f.Vocabulary != "" && f.Vocabulary != "country" && !slices.Contains(names, f.Vocabulary) {
			names = append(names, f.Vocabulary)
		}
	}
	return names
}

// Whoever chooses a code is told when to choose it, in at most two lines of a
// list of choices.
func TestEveryCodeSaysWhenToChooseIt(t *testing.T) {
	known := map[string]bool{}
	for _, vocabulary := range chosen() {
		for _, item := range law.Codes(vocabulary) {
			key := "help.code." + vocabulary + "." + item.Code
			known[key] = true
			for _, lang := range Languages() {
				c := catalogue(t, lang)
				help, name := c.CodeHelp(vocabulary, item.Code), c.Code(vocabulary, item.Code)
				switch n := utf8.RuneCountInString(help); {
				case help == "":
					t.Errorf("%s lacks %s", lang, key)
				case n < 30 || n > 170:
					t.Errorf("%s %s is %d characters long: %q", lang, key, n, help)
				case strings.EqualFold(strings.TrimSuffix(help, "."), name):
					t.Errorf("%s %s says no more than the name: %q", lang, key, help)
				}
			}
		}
	}
	for key := range messages(t, "da") {
		if strings.HasPrefix(key, "help.code.") && !known[key] {
			t.Errorf("%s helps with a code that no vocabulary has", key)
		}
	}
}

// Two codes side by side with one help could not be told apart by it.
func TestCodesOfOneVocabularyHaveDifferentHelp(t *testing.T) {
	for _, lang := range Languages() {
		c := catalogue(t, lang)
		for _, vocabulary := range chosen() {
			seen := map[string]string{}
			for _, item := range law.Codes(vocabulary) {
				help := c.CodeHelp(vocabulary, item.Code)
				if other, taken := seen[help]; taken && help != "" {
					t.Errorf("%s %s: %s and %s have the same help %q", lang, vocabulary, other, item.Code, help)
				}
				seen[help] = item.Code
			}
		}
	}
}
