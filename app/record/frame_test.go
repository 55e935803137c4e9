package record_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"fortegnelse/app/record"
	"fortegnelse/app/record/recordtest"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/modeltest"
	"fortegnelse/model/words"
)

// Every section of every page can be told by its whole name, in every language
// and at every size of text.
func TestNamesOfSectionsAreNotCut(t *testing.T) {
	app := test.NewTempApp(t)
	for _, size := range []float32{ui.DefaultTextSize, ui.MaxTextSize} {
		app.Settings().SetTheme(ui.NewTheme(ui.Light, size))
		for _, language := range words.Languages() {
			for kind, layout := range layouts() {
				rec := modeltest.Filled(kind)
				rec.Meta().ID, rec.Meta().Number = model.NewID(recordtest.Noon()), "X-01"
				r, err := model.NewRegister(model.Info{Country: "dk"}, []model.Record{rec})
				if err != nil {
					t.Fatal(err)
				}
				s, _ := recordtest.Session(t, r, language)
				p := record.New(s, rec.Meta().ID, layout, &recordtest.Visits{})
				if cut := p.CutNames(); len(cut) > 0 {
					t.Errorf("%s, %s, text size %v: %q", language, kind, size, cut)
				}
				p.Close()
			}
		}
	}
}

func TestCiting(t *testing.T) {
	o := open(t, "B-01")
	for _, tt := range []struct {
		name  string
		cited []model.Evidence
		want  string
	}{
		{"numbered, each once", []model.Evidence{{Section: "4.1"}, {Section: "6"}, {Section: "4.1"}}, "Kilde, pkt. 4.1, 6"},
		{"a heading has no number", []model.Evidence{{Section: "Cookies"}, {Section: "Cookies"}}, "Kilde, »Cookies«"},
		{"both", []model.Evidence{{Section: "Cookies"}, {Section: "2"}}, "Kilde, pkt. 2, »Cookies«"},
		{"neither", []model.Evidence{{}}, "Kilde"},
		{"two documents", []model.Evidence{{Section: "1"}, {Document: "gone", Section: "2"}}, "Kilde, pkt. 1; " + o.session.Register().TitleOf("gone") + ", pkt. 2"},
	} {
		if got := o.page.Citing(tt.cited); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
