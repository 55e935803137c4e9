package report

import (
	"strings"
	"testing"

	"fortegnelse/model"
)

// A report on one of two companies names the other where they act together,
// and says nothing of what is the other's alone.
func TestSharedActivities(t *testing.T) {
	r := example(t, "hudlakargruppen")
	own, _ := r.Numbered("E-01")
	other, _ := r.Numbered("E-02")
	processor, _ := r.Numbered("D-01")
	alone := []model.ID{other.Meta().ID}
	first, _ := r.Numbered("B-01")
	shared := model.Clone(first).(*model.Activity)
	shared.Measures = model.Value(append(shared.Measures.Value, "s99"))
	r = r.With(model.Change{Put: []model.Record{
		shared,
		&model.Agreement{Head: model.Head{ID: "a99", Number: "A-99"}, Title: "Den andras avtal", Type: "data_processing",
			Entities: alone, Processor: processor.Meta().ID, State: "in_force"},
		&model.Measure{Head: model.Head{ID: "s99", Number: "S-99"}, Title: "Den andras åtgärd", Type: "technical",
			Scopes: []model.Scope{{Type: "organisation", Record: alone[0]}}},
	}})
	d, err := Build(r, Options{Language: "sv", Entity: own.Meta().ID, GeneratedAt: printedAt})
	if err != nil {
		t.Fatal(err)
	}
	text := dump(d)
	for _, want := range []string{"tillsammans med Antero Medical Consulting AB", "Sekretessavtal med mottagarna"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	for _, foreign := range []string{"org.nr 556524-6369", "Den andras avtal", "Den andras åtgärd", "A-99", "Antero Medical Consulting AB: ej angivet", "Hela verksamheten: E-02"} {
		if strings.Contains(text, foreign) {
			t.Errorf("%q belongs to the other company", foreign)
		}
	}
}

// The wording of Article 30(2) is accounted for only where it is printed.
func TestWordingOfTheLetters(t *testing.T) {
	r := example(t, "kalmia")
	const unchecked = "endnu ikke kontrolleret"
	for _, tt := range []struct {
		name string
		role model.Role
		want bool
	}{
		{"as controller", model.AsController, false},
		{"as processor", model.AsProcessor, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := &model.Activity{Head: model.Head{ID: "b99", Number: "B-99"}, Title: "Andres oplysninger", Role: tt.role}
			d, err := Build(r.With(model.Change{Put: []model.Record{a}}), Options{Language: "da", GeneratedAt: printedAt})
			if err != nil {
				t.Fatal(err)
			}
			_, colophon, _ := strings.Cut(dump(d), "Lovens ordlyd")
			if got := strings.Contains(colophon, "art. 30, stk. 2"); got != tt.want {
				t.Errorf("the colophon speaks of Article 30(2): %t, want %t", got, tt.want)
			}
			if got := strings.Contains(colophon, unchecked); got != tt.want {
				t.Errorf("the colophon says %q: %t, want %t", unchecked, got, tt.want)
			}
		})
	}
}

// A source that cites the law within its own words is not cited again.
func TestCitationIsSaidOnce(t *testing.T) {
	p := phrases(t, "da")
	for printed, want := range map[string]string{
		"specialsygehus (jf. sundhedslovens § 79, stk. 2)": "",
		"sundhedslovens § 79, stk. 2":                      "",
		"sygehusloven":                                     "sundhedslovens § 79, stk. 2",
	} {
		if got := p.Citation(model.LawReference{Code: "DK-SUL-79-2", Printed: printed}); got != want {
			t.Errorf("Citation of %q = %q, want %q", printed, got, want)
		}
	}
	if got := p.Citation(model.LawReference{Code: "own", Printed: "vedtægter"}); got != "own" {
		t.Errorf("a law that is not in the law data is cited as %q", got)
	}
}
