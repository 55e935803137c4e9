package record_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"fortegnelse/app/activities"
	"fortegnelse/app/entities"
	"fortegnelse/app/processors"
	"fortegnelse/app/record"
	"fortegnelse/app/record/recordtest"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/modeltest"
	"fortegnelse/model/words"
)

// layouts are the layouts of all kinds, as the window uses them.
func layouts() map[model.Kind]record.Layout {
	out := map[model.Kind]record.Layout{}
	for _, k := range model.Kinds {
		out[k] = record.General(k)
	}
	out[model.KindActivity] = activities.Layout()
	out[model.KindProcessor] = processors.Layout()
	out[model.KindLegalEntity] = entities.Layout()
	return out
}

// TestEveryFieldCanBeEdited opens a record in which every field is set and
// looks for the control of each.
func TestEveryFieldCanBeEdited(t *testing.T) {
	for kind, layout := range layouts() {
		t.Run(string(kind), func(t *testing.T) {
			test.NewTempApp(t)
			rec := modeltest.Filled(kind)
			rec.Meta().ID, rec.Meta().Number = model.NewID(recordtest.Noon()), "X-01"
			r, err := model.NewRegister(model.Info{Country: "dk"}, []model.Record{rec})
			if err != nil {
				t.Fatal(err)
			}
			s, _ := recordtest.Session(t, r, "da")
			p := record.New(s, rec.Meta().ID, layout, &recordtest.Visits{})
			defer p.Close()
			recordtest.Window(t, p)
			p.All()
			for _, text := range findAll[*ui.Text](p.Content()) {
				if strings.Contains(text.Content, "⟨") {
					t.Errorf("untranslated: %s", text.Content)
				}
			}
			for _, f := range model.FieldsOf(kind) {
				if f.Identity || f.Type == model.TypeGroup || f.Path == "status" {
					continue
				}
				if p.Control(rec.Meta().ID, modeltest.Concrete(f.Path)) == nil {
					t.Errorf("%s cannot be edited", f.Path)
				}
			}
		})
	}
}

// TestNothingFallsThrough holds the layouts to naming all fields themselves.
func TestNothingFallsThrough(t *testing.T) {
	for kind, layout := range layouts() {
		if rest := layout.Rest(kind); len(rest) > 0 {
			t.Errorf("%s: left out: %s", kind, strings.Join(rest, ", "))
		}
	}
}

func TestRestIsShown(t *testing.T) {
	layout := record.Layout{{Title: "record.section.measure", Paths: []string{"title", "scopes[].type"}}}
	rest := layout.Rest(model.KindMeasure)
	for _, want := range []string{"item", "scopes[].record", "verified", "notes", "evidence"} {
		if !slices.Contains(rest, want) {
			t.Errorf("%s is not among the rest: %v", want, rest)
		}
	}
	for _, taken := range []string{"title", "scopes", "scopes[].type", "status", "id", "evidence[].quote"} {
		if slices.Contains(rest, taken) {
			t.Errorf("%s is among the rest: %v", taken, rest)
		}
	}
}

// TestCataloguesSayTheSame holds the page's words to the same keys in all
// languages.
func TestCataloguesSayTheSame(t *testing.T) {
	danish := recordtest.In(t, "da")
	for _, language := range words.Languages() {
		other := recordtest.In(t, language)
		for _, key := range danish.Keys() {
			if strings.HasPrefix(key, "record.") && !other.Has(key) {
				t.Errorf("%s: %s is missing", language, key)
			}
		}
		for _, key := range other.Keys() {
			if strings.HasPrefix(key, "record.") && !danish.Has(key) {
				t.Errorf("da: %s is missing, %s has it", key, language)
			}
		}
	}
}
