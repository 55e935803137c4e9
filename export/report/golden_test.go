package report

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fortegnelse/export/jsonfile"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

var update = flag.Bool("update", false, "write the golden files anew")

var printedAt = time.Date(2026, 11, 20, 14, 2, 0, 0, time.UTC)

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

func TestKalmia(t *testing.T) {
	for _, language := range []string{"da", "en"} {
		d, err := Build(example(t, "kalmia"), Options{Language: language, GeneratedAt: printedAt, Version: "1.0"})
		if err != nil {
			t.Fatal(err)
		}
		// Checksum and law date change with every correction of the data.
		text := strings.NewReplacer(d.Meta.Checksum, "CHECKSUM", ShortSum(d.Meta.Checksum), "CHECK SUM").Replace(dump(d))
		golden := filepath.Join("testdata", "kalmia."+language+".golden")
		sameAsGolden(t, golden, text)
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("the end: %d lines, want %d", len(g), len(w))
}

// No word is missing in any catalogue.
func TestNoKeyIsMissing(t *testing.T) {
	for _, language := range words.Languages() {
		for _, edition := range []Edition{ForAuthority, Internal} {
			d, err := Build(example(t, "kalmia"), Options{Language: language, Edition: edition, GeneratedAt: printedAt})
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.SplitSeq(dump(d), "\n") {
				if strings.Contains(line, "⟨") {
					t.Errorf("%s: %s", language, line)
				}
			}
		}
	}
}

func TestBuildRefuses(t *testing.T) {
	r := example(t, "kalmia")
	var unknown *words.UnknownLanguageError
	if _, err := Build(r, Options{Language: "fi"}); !errors.As(err, &unknown) {
		t.Errorf("a language without a catalogue: %v", err)
	}
	if _, err := Build(r, Options{Language: "da", Entity: "nobody"}); err == nil || !strings.Contains(err.Error(), "nobody") {
		t.Errorf("an entity that is not ours: %v", err)
	}
}

// A report on one entity holds its activities and what they use, and no
// others.
func TestOneEntity(t *testing.T) {
	r := example(t, "kalmia")
	other := &model.LegalEntity{Head: model.Head{ID: "e2", Number: "E-02"}, LegalName: model.Value("Søsterselskabet ApS")}
	alone := &model.Activity{Head: model.Head{ID: "b99", Number: "B-99"}, Title: "Egen aktivitet", Entities: []model.ID{"e2"},
		Systems: model.Value([]model.ID{"y99"})}
	system := &model.System{Head: model.Head{ID: "y99", Number: "Y-99"}, Title: "Eget system"}
	r = r.With(model.Change{Put: []model.Record{other, alone, system}})

	d, err := Build(r, Options{Language: "da", Entity: "e2", GeneratedAt: printedAt})
	if err != nil {
		t.Fatal(err)
	}
	text := dump(d)
	for _, want := range []string{"Søsterselskabet ApS", "Egen aktivitet", "Eget system"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	for _, foreign := range []string{"Undersøgelse, behandling og journal", "Hejlesen", "Pihl"} {
		if strings.Contains(text, foreign) {
			t.Errorf("%q does not belong to the entity", foreign)
		}
	}
}

// dump writes a document as text, one line for each thing that is said.
func dump(d *Document) string {
	var b strings.Builder
	line := func(depth int, format string, args ...any) {
		b.WriteString(strings.Repeat("  ", depth) + strings.ReplaceAll(fmt.Sprintf(format, args...), "\n", " / ") + "\n")
	}
	fmt.Fprintf(&b, "%s\n%s\n%s\n", d.Title, d.Owner, d.Cover.Subtitle)
	for _, p := range d.Cover.Rows {
		line(1, "%s: %s", p.Label, p.Value)
	}
	line(1, "%s", d.Cover.Promise)
	for _, s := range d.Sections {
		line(0, "")
		line(0, "%s %s %s | %s", strings.Repeat("#", s.Level), s.Number, s.Title, s.Under)
		dumpBlocks(line, 1, s.Blocks)
	}
	return b.String()
}

func dumpBlocks(line func(int, string, ...any), depth int, blocks []Block) {
	for _, block := range blocks {
		switch b := block.(type) {
		case Heading:
			line(depth, "%s %s %s | %s | %s", strings.Repeat("*", b.Level), b.Number, b.Title, b.Aside, b.Note)
		case Paragraph:
			line(depth, "%s", b.Text)
		case Lettered:
			line(depth, "%s %s", b.Letter, b.Wording)
			dumpBlocks(line, depth+1, b.Blocks)
		case Pairs:
			for _, p := range b.Pairs {
				line(depth, "%s: %s", p.Label, p.Value)
			}
		case Table:
			var heads []string
			for _, c := range b.Columns {
				heads = append(heads, c.Title)
			}
			line(depth, "[%s]", strings.Join(heads, " | "))
			for _, row := range b.Rows {
				var cells []string
				for _, c := range row {
					cells = append(cells, c.String())
				}
				line(depth, "- %s", strings.Join(cells, " | "))
			}
		case Legend:
			var all []string
			for _, e := range b.Entries {
				all = append(all, e.String())
			}
			line(depth, "legend: %s", strings.Join(all, ", "))
		case Box:
			line(depth, "box %s", b.Title)
			for _, item := range b.Items {
				line(depth+1, "%s", item)
			}
		case Bars:
			for _, r := range b.Rows {
				states := ""
				for _, m := range r.States {
					states += string(m)
				}
				line(depth, "%s %s %s %s", r.Letter, r.Label, states, r.Note)
			}
		}
	}
}

// sameAsGolden compares a text with a file, which -update writes anew.
func sameAsGolden(t *testing.T, golden, text string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if text != string(want) {
		t.Errorf("what is written differs from %s at:\n%s", golden, firstDifference(text, string(want)))
	}
}
