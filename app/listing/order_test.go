package listing

import (
	"slices"
	"strings"
	"testing"

	"fortegnelse/model/words"
)

func TestByFollowsTheLanguage(t *testing.T) {
	for language, want := range map[string]string{
		"da": "Adgang Bogføring Zone Ækvivalent Øre Ålborg Aarhus",
		"en": "Aarhus Adgang Ækvivalent Ålborg Bogføring Øre Zone",
	} {
		c, err := words.In(language)
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Fields("Øre Ålborg Zone Adgang Ækvivalent Bogføring Aarhus")
		slices.SortStableFunc(got, By(c, func(s string) string { return s }))
		if joined := strings.Join(got, " "); joined != want {
			t.Errorf("%s sorts %s, want %s", language, joined, want)
		}
	}
}

func TestByPutsNumbersInOrder(t *testing.T) {
	c, err := words.In("da")
	if err != nil {
		t.Fatal(err)
	}
	got := []string{"B-10", "B-9", "b-1"}
	slices.SortFunc(got, By(c, func(s string) string { return s }))
	if !slices.Equal(got, []string{"b-1", "B-9", "B-10"}) {
		t.Errorf("sorted %v", got)
	}
}
