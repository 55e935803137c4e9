package documents_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app/documents"
	"fortegnelse/app/record"
	"fortegnelse/app/record/recordtest"
	"fortegnelse/app/ui"
	"fortegnelse/model"
)

const hash = "c57b44665d0efe8f8b7a5b74671806611ddc13e7aed33d984ba7c988da383fa8"

// files remembers what a page asked for.
type files struct {
	held     map[string]bool
	readOnly bool
	asked    []string
}

func (f *files) Held(hash string) bool { return f.held[hash] }
func (f *files) Writable() bool        { return !f.readOnly }
func (f *files) Attach(id model.ID)    { f.asked = append(f.asked, "attach "+string(id)) }
func (f *files) Open(id model.ID)      { f.asked = append(f.asked, "open "+string(id)) }
func (f *files) SaveAs(id model.ID)    { f.asked = append(f.asked, "save "+string(id)) }

func TestPageOfADocument(t *testing.T) {
	attached := func(d *model.Document) { d.SHA256, d.Size, d.MediaType = hash, 1258291, "application/pdf" }
	for _, c := range []struct {
		name     string
		held     bool
		readOnly bool
		change   func(*model.Document)
		shows    []string
		hides    []string
	}{
		{"nothing attached", false, false, func(*model.Document) {},
			[]string{"Der er ikke vedhæftet en fil.", "Vedhæft fil …", "Op til 50 MB."}, []string{"Åbn", "Kontrolsum", "Størrelse i byte"}},
		{"nothing attached, only for reading", false, true, func(*model.Document) {},
			[]string{"Der er ikke vedhæftet en fil."}, []string{"Vedhæft fil …", "Op til 50 MB."}},
		{"attached", true, false, attached,
			[]string{"IT- og Datasikkerhedsinstruks.pdf", "1,2 MB", "Åbn", "Gem som …", "Erstat …", "Kontrolsum (SHA-256) " + hash}, []string{"Vedhæft fil …", "Størrelse i byte"}},
		{"attached, only for reading", true, true, attached,
			[]string{"IT- og Datasikkerhedsinstruks.pdf", "Åbn", "Gem som …"}, []string{"Erstat …"}},
		{"elsewhere", false, false, attached,
			[]string{"Filen ligger ikke i fortegnelsen.", "Vedhæft fil …", "Størrelse i byte"}, []string{"Åbn", "Gem som …"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			newApp(t)
			f := &files{held: map[string]bool{hash: c.held}, readOnly: c.readOnly}
			p, d := page(t, f)
			if err := edit(t, p, d, c.change); err != nil {
				t.Fatal(err)
			}
			got := strings.Join(texts(p.page.Content()), "\n")
			for _, want := range c.shows {
				if !strings.Contains(got, want) {
					t.Errorf("the page lacks %q:\n%s", want, got)
				}
			}
			for _, other := range c.hides {
				if strings.Contains(got, other) {
					t.Errorf("the page shows %q", other)
				}
			}
		})
	}
}

func TestButtonsOfADocument(t *testing.T) {
	newApp(t)
	f := &files{held: map[string]bool{hash: true}}
	p, d := page(t, f)
	tap(t, p.page, "Vedhæft fil …")
	if err := edit(t, p, d, func(d *model.Document) { d.SHA256, d.Size = hash, 5 }); err != nil {
		t.Fatal(err)
	}
	for _, button := range []string{"Åbn", "Gem som …", "Erstat …"} {
		tap(t, p.page, button)
	}
	id := string(d)
	if got, want := strings.Join(f.asked, ", "), "attach "+id+", open "+id+", save "+id+", attach "+id; got != want {
		t.Errorf("asked for %s, want %s", got, want)
	}
}

func TestSizes(t *testing.T) {
	c := recordtest.In(t, "da")
	for bytes, want := range map[int]string{1: "1 kB", 1024: "1 kB", 1025: "2 kB", 900 << 10: "900 kB",
		1 << 20: "1,0 MB", 1258291: "1,2 MB", 50 << 20: "50,0 MB", 1023 << 10: "1,0 MB"} {
		if got := documents.Size(c, bytes); got != want {
			t.Errorf("%d: %s, want %s", bytes, got, want)
		}
	}
}

func TestPageIsDrawn(t *testing.T) {
	for name, held := range map[string]bool{"document-held": true, "document-elsewhere": false} {
		policy := "f464e236d0dc5464b2b83d60bb18e812b1365c4c45e2e24a78efe68be5e9a12d"
		recordtest.Shots(t, name, "K-01", documents.Layout(&files{held: map[string]bool{policy: held}}), 1)
	}
}

func newApp(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(ui.NewTheme(ui.Light, ui.DefaultTextSize))
}

// opened is a page in a window, with who saves behind it.
type opened struct {
	page *record.Page
	save func(model.Change) error
	find func(model.ID) model.Record
}

func page(t *testing.T, f *files) (opened, model.ID) {
	t.Helper()
	s, _ := recordtest.Session(t, recordtest.Kalmia(t), "da")
	rec, ok := s.Register().Numbered("K-02")
	if !ok {
		t.Fatal("no K-02")
	}
	id := rec.Meta().ID
	p := record.New(s, id, documents.Layout(f), &recordtest.Visits{})
	recordtest.Window(t, p)
	return opened{
		p,
		func(c model.Change) error { return s.Save(c, nil) },
		func(id model.ID) model.Record { rec, _ := s.Register().Record(id); return rec },
	}, id
}

func edit(t *testing.T, p opened, id model.ID, change func(*model.Document)) error {
	t.Helper()
	d := model.Clone(p.find(id)).(*model.Document)
	change(d)
	return p.save(model.Change{Put: []model.Record{d}})
}

func texts(o fyne.CanvasObject) []string {
	var found []string
	for _, child := range test.LaidOutObjects(o) {
		switch x := child.(type) {
		case *ui.Text:
			found = append(found, x.Content)
		case *ui.Button:
			found = append(found, x.Text)
		}
	}
	return found
}

func tap(t *testing.T, p *record.Page, text string) {
	t.Helper()
	for _, child := range test.LaidOutObjects(p.Content()) {
		if b, ok := child.(*ui.Button); ok && b.Text == text {
			b.Tapped(nil)
			return
		}
	}
	t.Fatalf("no button %q", text)
}
