package record_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"fortegnelse/app/record"
	"fortegnelse/app/record/recordtest"
	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// BenchmarkOpen opens the richest activity of Kalmia.
func BenchmarkOpen(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(ui.NewTheme(ui.Light, ui.DefaultTextSize))
	s, _ := recordtest.Session(b, recordtest.Kalmia(b), "da")
	rec, _ := s.Register().Numbered("B-01")
	layout := layouts()[model.KindActivity]
	for b.Loop() {
		p := record.New(s, rec.Meta().ID, layout, &recordtest.Visits{})
		w := recordtest.Window(b, p)
		p.Close()
		w.SetContent(nil)
	}
}

// BenchmarkSave leaves a changed field on a page all of which has been seen.
func BenchmarkSave(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(ui.NewTheme(ui.Light, ui.DefaultTextSize))
	s, _ := recordtest.Session(b, recordtest.Kalmia(b), "da")
	rec, _ := s.Register().Numbered("B-01")
	p := record.New(s, rec.Meta().ID, layouts()[model.KindActivity], &recordtest.Visits{})
	defer p.Close()
	recordtest.Window(b, p)
	p.All()
	title := p.Control(rec.Meta().ID, "title").(*ui.Entry)
	for i := 0; b.Loop(); i++ {
		title.OnCommit("Titel " + string(rune('a'+i%26)))
	}
}
