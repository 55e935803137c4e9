package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"fortegnelse/export/jsonfile"
	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/modeltest"
)

func example(t testing.TB, name string) *model.Register {
	t.Helper()
	content, err := jsonfile.Example(name)
	if err != nil {
		t.Fatal(err)
	}
	r, err := model.NewRegister(content.Register, content.Records())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func document(t testing.TB, r *model.Register, language string) *report.Document {
	t.Helper()
	d, err := report.Build(r, report.Options{Language: language, GeneratedAt: printedAt, Version: "1.0"})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestSameDocumentSameBytes(t *testing.T) {
	r := example(t, "kalmia")
	var first []byte
	for i := range 3 {
		var b bytes.Buffer
		if err := Write(t.Context(), &b, document(t, r, "da"), nil); err != nil {
			t.Fatal(err)
		}
		if i > 0 && !bytes.Equal(b.Bytes(), first) {
			t.Fatal("a second run gives other bytes")
		}
		first = b.Bytes()
	}
}

func TestHostileText(t *testing.T) {
	tests := []struct{ name, text, shown string }{
		{"emoji", "klient 🧑‍⚕️ ok", "klient �"},
		{"NUL and control characters", "a\x00b\x1b[31mc", "a�b�[31mc"},
		{"tab", "a\tb", "a b"},
		{"right to left", "אבג abc \u202eevil\u202c", "��� abc evil"},
		{"page number alias", "{nb} {{nb}}", "{nb} {{nb}}"},
		{"unpaired surrogate", "a\xed\xa0\x80b", "a�"},
		{"broken UTF-8", "a\xffb", "a�b"},
		{"PDF syntax", `\) Tj ET (x`, `\) Tj ET (x`},
		{"decomposed letters", "A\u030angstro\u0308m", "Ångström"},
		{"soft hyphen", "rets\u00adgrundlag", "retsgrundlag"},
		{"byte order mark", "\ufeffabc", "abc"},
		{"signs that the font lacks", "30−5 → ≥ 25", "30–5 -> >= 25"},
		{"formula", "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"},
		{"carriage return", "a\r\nb\rc", "a"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := example(t, "kalmia")
			a := model.Clone(r.Activities()[0]).(*model.Activity)
			a.Title, a.Description = test.text, test.text
			a.Purposes.Value[0].Text = test.text
			text := printed(t, r.With(model.Change{Put: []model.Record{a}}), report.Options{Language: "da"})
			if !strings.Contains(text, test.shown) {
				t.Errorf("%q is not printed", test.shown)
			}
		})
	}
}

func TestLongTextIsPrintedWhole(t *testing.T) {
	word := strings.Repeat("ordlang", 100)
	var numbered strings.Builder
	for i := range 6000 {
		fmt.Fprintf(&numbered, "ord%d ", i)
	}
	for name, text := range map[string]string{"many words": numbered.String(), "one word": word, "lines": strings.Repeat("linje\n", 300)} {
		t.Run(name, func(t *testing.T) {
			r := example(t, "kalmia")
			a := model.Clone(r.Activities()[0]).(*model.Activity)
			a.Title, a.Description, a.Scope = text, text, text
			a.Purposes.Value[0].Text = text
			p := model.Clone(r.Processors()[0]).(*model.Processor)
			p.Guarantees = model.Value(text)
			all := squeeze(printed(t, r.With(model.Change{Put: []model.Record{a, p}}), report.Options{Language: "da"}))
			all = strings.ReplaceAll(all, squeeze("B-01"), "")
			last := squeeze(text[max(0, len(text)-12):])
			if n := strings.Count(all, last); n < 5 {
				t.Errorf("the end of the text is printed %d times, want 5", n)
			}
		})
	}
}

func TestNothingStandsOutsideThePage(t *testing.T) {
	for name, r := range map[string]*model.Register{"kalmia": example(t, "kalmia"), "generated": modeltest.Register(20)} {
		l, err := laidOut(t.Context(), document(t, r, "da"))
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range l.pages {
			for _, o := range p.ops {
				right := float64(o.x)
				if o.kind == opText {
					right += l.width(o.text, o.face, float64(o.size))
				}
				limit := marginLeft + textWidth + 1
				if i == 0 {
					limit = pageWidth + 1
				}
				if right > limit || !p.bare && float64(o.y) > textBottom+4 || o.y < 0 {
					t.Errorf("%s, page %d: %q ends at %.1f, %.1f", name, i+1, o.text, right, o.y)
				}
			}
		}
	}
}

// A title, a small heading or the head of a table is never the last on a
// page.
func TestNoHeadingIsLeftAlone(t *testing.T) {
	for name, r := range map[string]*model.Register{"kalmia": example(t, "kalmia"), "generated": modeltest.Register(40)} {
		l, err := laidOut(t.Context(), document(t, r, "da"))
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range l.pages {
			if p.bare {
				continue
			}
			var last op
			for _, o := range p.ops {
				if o.kind == opText && o.y > last.y {
					last = o
				}
			}
			if last.face == bold && last.size > bodySize+0.6 {
				t.Errorf("%s, page %d ends with the heading %q", name, i+1, last.text)
			}
		}
	}
}

func TestTableHeadIsRepeated(t *testing.T) {
	var rows [][]report.Text
	for i := range 200 {
		rows = append(rows, []report.Text{report.Say(fmt.Sprint("row ", i)), report.Say("x")})
	}
	d := &report.Document{Title: "T", Language: "da", Labels: report.Labels{Continued: "fortsat"}, Sections: []report.Section{{
		Level: 1, Number: "1", Title: "Part", Own: true,
		Blocks: []report.Block{report.Table{Columns: []report.Column{{Title: "First", Width: 1}, {Title: "Second", Width: 1}}, Rows: rows}},
	}}}
	l, err := laidOut(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for i, p := range l.pages[2:] {
		text := ""
		for _, o := range p.ops {
			text += o.text + "\n"
		}
		if !strings.Contains(text, "First\nSecond\n") {
			t.Errorf("page %d has no head", i+3)
		}
		if i > 0 && !strings.Contains(text, "1  Part, fortsat") {
			t.Errorf("page %d does not say what it continues", i+3)
		}
		seen += strings.Count(text, "row ")
	}
	if seen != 200 {
		t.Errorf("%d rows are printed, want 200", seen)
	}
}

func TestContentsLeadToTheRightPages(t *testing.T) {
	l, err := laidOut(t.Context(), document(t, modeltest.Register(150), "en"))
	if err != nil {
		t.Fatal(err)
	}
	found := map[int]int{}
	for i, p := range l.pages {
		for _, at := range p.places {
			found[at.section] = i + 1
		}
	}
	listed := 0
	for _, p := range l.pages {
		for n, a := range p.links {
			listed++
			number := ""
			for _, o := range p.ops {
				if o.y > float32(a.y) && o.y < float32(a.y+a.h) && o.x > float32(a.x+a.w-40) && o.x < float32(a.x+a.w) && o.kind == opText {
					number = o.text
				}
			}
			if number != itoa(found[a.section]) {
				t.Errorf("entry %d, section %d: page %q, want %d", n, a.section, number, found[a.section])
			}
		}
	}
	if listed != len(l.doc.Sections) {
		t.Errorf("%d sections are listed, want %d", listed, len(l.doc.Sections))
	}
}

func TestRichActivityTakesTwoPages(t *testing.T) {
	l, err := laidOut(t.Context(), document(t, example(t, "kalmia"), "da"))
	if err != nil {
		t.Fatal(err)
	}
	begins := map[string]int{}
	for i, p := range l.pages {
		for _, at := range p.places {
			begins[l.doc.Sections[at.section].Number] = i
		}
	}
	if pages := begins["B-02"] - begins["B-01"]; pages > 2 {
		t.Errorf("the patient record takes %d pages, want 2 at most", pages)
	}
	for _, p := range l.pages {
		for _, o := range p.ops {
			if o.kind == opText && o.size < smallSize {
				t.Fatalf("%q is set in %.1f points, want 8 at least", o.text, o.size)
			}
		}
	}
}

func TestCancel(t *testing.T) {
	d := document(t, modeltest.Register(10), "da")
	ctx, cancel := context.WithCancel(t.Context())
	pages := 0
	var b bytes.Buffer
	err := Write(ctx, &b, d, func(done, total int) {
		if pages = done; done == 3 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || pages != 3 || b.Len() != 0 {
		t.Errorf("cancelled after page 3: error %v, %d pages, %d bytes", err, pages, b.Len())
	}
	if err := Write(ctx, &b, d, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled before the beginning: error %v", err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriterFails(t *testing.T) {
	err := Write(t.Context(), failing{}, document(t, example(t, "kalmia"), "da"), nil)
	if err == nil || !strings.Contains(err.Error(), "disk full") {
		t.Errorf("error %v, want disk full", err)
	}
}

func TestEmptyRegister(t *testing.T) {
	r, err := model.NewRegister(model.Info{Name: "Tom", Language: "da", Country: "dk"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	text := printed(t, r, report.Options{Language: "da"})
	if !strings.Contains(text, "Tom") || !strings.Contains(text, "ikke besvaret") {
		t.Error("the report on an empty register does not say that nothing is answered")
	}
}

// The fonts hold every character of the catalogues.
func TestFontsCoverTheLanguages(t *testing.T) {
	m, err := newMetrics()
	if err != nil {
		t.Fatal(err)
	}
	const letters = "abcdefghijklmnopqrstuvwxyzæøåäöéüABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÄÖÉÜ0123456789§№–…»«“”’€%&/()[]{}·�"
	for f := range m.faces {
		for _, r := range letters {
			if _, ok := m.faces[f].advance(r); !ok {
				t.Errorf("font %d lacks %q", f, r)
			}
		}
	}
}
