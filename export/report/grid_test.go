package report

import (
	"strings"
	"testing"

	"fortegnelse/model"
)

// No cell of the grid is left empty: it names a rule, or says which answer
// stands in its place.
func TestErasureIsSaidOfAllData(t *testing.T) {
	item := func(key, text string, own model.Answer[[]model.ID]) model.DataItem {
		return model.DataItem{Key: key, Text: text, Class: model.Ordinary, Retention: own}
	}
	var silent model.Answer[[]model.ID]
	activity := func(id model.ID, retention model.Answer[[]model.ID], data ...model.DataItem) *model.Activity {
		return &model.Activity{Head: model.Head{ID: id, Number: strings.ToUpper(string(id))}, Retention: retention,
			Groups: model.Value([]model.Group{{Text: "personer", Data: data}})}
	}
	rule := &model.RetentionRule{Head: model.Head{ID: "r1", Number: "R-01"}, Title: "regel"}
	r := example(t, "kalmia").With(model.Change{Put: []model.Record{
		rule,
		activity("b91", model.Value([]model.ID{"r1"}), item("d1", "ét", model.Value([]model.ID{"r1"})), item("d2", "to", silent)),
		activity("b92", model.Say[[]model.ID](model.NotStated), item("d1", "tre", silent)),
		activity("b93", silent, item("d1", "fire", silent)),
		activity("b94", model.Value([]model.ID{"r1"}), item("d1", "fem", silent), item("d2", "seks", model.Say[[]model.ID](model.NotStated))),
	}})
	d, err := Build(r, Options{Language: "da", GeneratedAt: printedAt})
	if err != nil {
		t.Fatal(err)
	}
	text := dump(d)
	for _, want := range []string{"○ ét | R-01", "○ to | ikke besvaret", "○ tre | ikke oplyst", "○ fire | ikke besvaret", "○ fem | R-01", "○ seks | ikke oplyst"} {
		if !strings.Contains(text, "- "+want+"\n") {
			t.Errorf("the report does not say %q", want)
		}
	}
}
