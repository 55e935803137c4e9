package xlsx

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"fortegnelse/export/jsonfile"
	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/modeltest"
	"fortegnelse/model/words"
)

var update = flag.Bool("update", false, "write the golden files anew")

func kalmia(t testing.TB) *model.Register {
	t.Helper()
	content, err := jsonfile.Example("kalmia")
	if err != nil {
		t.Fatal(err)
	}
	r, err := model.NewRegister(content.Register, content.Records())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Kalmia's workbook as text, sheet by sheet: what an inspector reads.
func TestKalmia(t *testing.T) {
	r := kalmia(t)
	sum, err := report.Checksum(r)
	if err != nil {
		t.Fatal(err)
	}
	hide := strings.NewReplacer(sum, "<sum>", report.ShortSum(sum), "<sum>") // changes with every word
	f := written(t, r, report.Options{Version: "0.1.0"})
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		fmt.Fprintf(&b, "== %s ==\n", sheet)
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for col, cell := range row {
				if cell != "" {
					fmt.Fprintf(&b, "%s%d %s\n", columnName(col), i+1, hide.Replace(strings.ReplaceAll(cell, "\n", " / ")))
				}
			}
		}
	}
	golden := filepath.Join("testdata", "kalmia.da.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")); diff != "" {
		t.Errorf("the workbook has changed (write it anew with -update):\n%s", diff)
	}
}

func TestSameBytes(t *testing.T) {
	r := modeltest.Register(20)
	first, second := writtenBytes(t, r, report.Options{}), writtenBytes(t, r, report.Options{})
	if !bytes.Equal(first, second) {
		t.Error("the same register at the same time gave two different workbooks")
	}
}

func TestSheetNames(t *testing.T) {
	for _, lang := range words.Languages() {
		c, err := words.In(lang)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{strings.ToLower(IndexSheet): true}
		keys := []string{"front"}
		for _, s := range sheets() {
			keys = append(keys, s.key)
			if !c.Has("workbook.about." + s.key) {
				t.Errorf("%s: sheet %s is not explained on the front sheet", lang, s.key)
			}
		}
		for _, key := range keys {
			name := c.Text("workbook.sheet." + key)
			switch {
			case len([]rune(name)) > excelize.MaxSheetNameLength:
				t.Errorf("%s: the name %q is longer than a sheet's may be", lang, name)
			case strings.ContainsAny(name, `:\/?*[]'⟨`):
				t.Errorf("%s: the name %q holds what a sheet's may not", lang, name)
			case seen[strings.ToLower(name)]:
				t.Errorf("%s: two sheets are called %q", lang, name)
			}
			seen[strings.ToLower(name)] = true
		}
	}
}

// Every key that the sheets use has words in every language.
func TestNoMissingWords(t *testing.T) {
	for _, lang := range words.Languages() {
		f := written(t, filled(t), report.Options{Language: lang, Edition: report.Internal})
		seen, _ := cellsOf(t, f)
		for _, cell := range seen {
			if strings.Contains(cell, "⟨") {
				t.Errorf("%s: %s", lang, cell)
			}
		}
	}
}

func TestTables(t *testing.T) {
	f := written(t, kalmia(t), report.Options{})
	names := map[string]bool{}
	for _, sheet := range f.GetSheetList()[1:] {
		if sheet == IndexSheet {
			if visible, _ := f.GetSheetVisible(sheet); visible {
				t.Error("the hidden sheet is not hidden")
			}
			continue
		}
		tables, err := f.GetTables(sheet)
		if err != nil || len(tables) != 1 {
			t.Fatalf("%s has %d tables (%v), want 1", sheet, len(tables), err)
		}
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if want := "A1:" + columnName(len(rows[0])-1) + itoa(len(rows)); tables[0].Range != want {
			t.Errorf("%s: the table covers %s, its cells %s", sheet, tables[0].Range, want)
		}
		if names[tables[0].Name] || !strings.HasPrefix(tables[0].Name, TablePrefix) {
			t.Errorf("%s: table name %q", sheet, tables[0].Name)
		}
		names[tables[0].Name] = true
		heads := slices.Clone(rows[0])
		slices.Sort(heads)
		if len(slices.Compact(heads)) != len(rows[0]) {
			t.Errorf("%s: two columns have the same head: %q", sheet, rows[0])
		}
		if panes, err := f.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the head does not stay in view", sheet)
		}
		if layout, err := f.GetPageLayout(sheet); err != nil || *layout.Size != 9 || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 {
			t.Errorf("%s: not set up for A4 landscape", sheet)
		}
		if !slices.ContainsFunc(f.GetDefinedName(), func(n excelize.DefinedName) bool {
			return n.Scope == sheet && n.Name == "_xlnm.Print_Titles"
		}) {
			t.Errorf("%s: the head is not repeated on paper", sheet)
		}
	}
}

func TestActivitiesBeginWithTheirName(t *testing.T) {
	rows, err := written(t, kalmia(t), report.Options{}).GetRows("Aktiviteter")
	if err != nil {
		t.Fatal(err)
	}
	var letters []string
	for _, head := range rows[0] {
		if strings.HasPrefix(head, "(") {
			letters = append(letters, head[1:2])
		}
	}
	if rows[0][0] != "Aktivitet" || rows[1][0] != "Undersøgelse, behandling og journal" {
		t.Errorf("the first column is %q: %q", rows[0][0], rows[1][0])
	}
	if !slices.IsSorted(letters) || letters[0] != "a" || letters[len(letters)-1] != "g" {
		t.Errorf("the letters stand in the order %q", letters)
	}
}

func TestEmptyRegister(t *testing.T) {
	r, err := model.NewRegister(model.Info{Name: "Tom"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := written(t, r, report.Options{}).GetRows("Aktiviteter")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 || rows[1][0] != "Intet registreret" {
		t.Errorf("an empty register gives %q", rows)
	}
}

func TestOneEntity(t *testing.T) {
	r := kalmia(t)
	ours := r.LegalEntities()[0]
	other := model.Clone(ours).(*model.LegalEntity)
	other.ID, other.Number, other.LegalName = "01931000-0000-7000-8000-0000000000aa", "E-99", model.Value("Den anden klinik")
	theirs := model.Clone(r.Activities()[0]).(*model.Activity)
	theirs.ID, theirs.Number, theirs.Title, theirs.Entities = "01931000-0000-7000-8000-0000000000ab", "B-99", "Kun hos den anden", []model.ID{other.ID}
	r = r.With(model.Change{Put: []model.Record{other, theirs}})
	seen, hidden := cellsOf(t, written(t, r, report.Options{Entity: ours.ID}))
	if contains(seen, []string{"Kun hos den anden", "B-99", "E-99"}) || contains(hidden, []string{"B-99"}) {
		t.Error("the workbook of one entity holds an activity of another")
	}
	if !contains(seen, []string{r.Activities()[0].Title}) {
		t.Error("the workbook of one entity lacks its activities")
	}
	err := Write(t.Context(), &bytes.Buffer{}, r, report.Options{Language: "da", Entity: "nowhere"}, nil)
	if err == nil {
		t.Error("an entity that does not exist was accepted")
	}
}

func TestErrors(t *testing.T) {
	var unknown *words.UnknownLanguageError
	if err := Write(t.Context(), &bytes.Buffer{}, kalmia(t), report.Options{Language: "tlh"}, nil); !errors.As(err, &unknown) {
		t.Errorf("an unknown language gave %v", err)
	}
	full := errors.New("disk full")
	if err := Write(t.Context(), failing{full}, kalmia(t), report.Options{Language: "da"}, nil); !errors.Is(err, full) {
		t.Errorf("a full disk gave %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestCancelled(t *testing.T) {
	for _, after := range []int{1, 3, 9} {
		ctx, cancel := context.WithCancel(t.Context())
		calls := 0
		err := Write(ctx, &bytes.Buffer{}, modeltest.Register(40), report.Options{Language: "da", GeneratedAt: generatedAt},
			func(done, total int) {
				if calls++; calls == after {
					cancel()
				}
			})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled after %d calls, it ended with %v", after, err)
		}
	}
}

func TestProgress(t *testing.T) {
	last, end := -1, 0
	err := Write(t.Context(), &bytes.Buffer{}, modeltest.Register(40), report.Options{Language: "da", GeneratedAt: generatedAt},
		func(done, total int) {
			if done < last || done > total {
				t.Errorf("progress went from %d to %d of %d", last, done, total)
			}
			last, end = done, total
		})
	if err != nil || last != end || end == 0 {
		t.Errorf("progress ended at %d of %d (%v)", last, end, err)
	}
}

func TestProperties(t *testing.T) {
	f := written(t, kalmia(t), report.Options{Version: "1.2.3"})
	p, err := f.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	got := []string{p.Title, p.Creator, p.Language, p.Created, p.Modified}
	want := []string{"Fortegnelse over behandlingsaktiviteter – Kalmia A/S", "Fortegnelse", "da-DK", "2026-11-21T09:30:00Z", "2026-11-21T09:30:00Z"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
