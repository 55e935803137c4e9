package xlsx

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// compared returns the workbook on what differs between two registers.
func compared(t *testing.T, before, after *model.Register, language string) *excelize.File {
	t.Helper()
	at := time.Date(2026, 11, 20, 14, 2, 0, 0, time.UTC)
	c, err := report.Compare(before, after, report.ComparisonOptions{Language: language, Edition: report.Internal,
		From: at.AddDate(0, -3, 0), To: at, Author: "DPO", GeneratedAt: at, Version: "0.1.0"})
	if err != nil {
		t.Fatal(err)
	}
	var first, second bytes.Buffer
	var last, of int
	for _, w := range []*bytes.Buffer{&first, &second} {
		if err := WriteComparison(t.Context(), w, c, func(done, total int) { last, of = done, total }); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("a second run gives other bytes")
	}
	if last != of {
		t.Errorf("progress ends at %d of %d", last, of)
	}
	f, err := excelize.OpenReader(&first)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// retitled returns Kalmia's register, and it without S-02, with a new measure
// and with B-01 changed.
func retitled(t *testing.T) (before, after *model.Register) {
	t.Helper()
	before = kalmia(t)
	old, _ := before.Numbered("B-01")
	a := model.Clone(old)
	if err := errors.Join(model.Set(a, "title", "Undersøgelse og behandling"), model.SetState(a, "dpia", model.NotApplicable),
		model.Set(a, "nextReview", "2027-03-01")); err != nil {
		t.Fatal(err)
	}
	m := &model.Measure{Title: "Kryptering"}
	m.ID, m.Number = "01931000-0000-7000-8000-000000000090", "S-90"
	gone, _ := before.Numbered("K-03")
	return before, before.With(model.Change{Put: []model.Record{a, m}, Delete: []model.ID{gone.Meta().ID}})
}

func TestComparison(t *testing.T) {
	before, after := retitled(t)
	for _, language := range []string{"da", "en"} {
		f := compared(t, before, after, language)
		var b strings.Builder
		for _, sheet := range f.GetSheetList() {
			fmt.Fprintf(&b, "== %s ==\n", sheet)
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				fmt.Fprintln(&b, strings.ReplaceAll(strings.Join(row, " | "), "\n", " / "))
			}
		}
		text := b.String()
		for _, r := range []*model.Register{before, after} { // changes with every word
			sum, err := report.Checksum(r)
			if err != nil {
				t.Fatal(err)
			}
			text = strings.ReplaceAll(text, sum, "<sum>")
		}
		golden := filepath.Join("testdata", "comparison."+language+".golden")
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
			t.Errorf("the workbook in %s differs from %s:\n%s", language, golden, text)
		}
		if strings.Contains(text, "⟨") {
			t.Errorf("%s: words are missing", language)
		}
	}
}

// The table is made like the others: its head stays in view and is printed on
// every sheet of paper, and it can be filtered.
func TestComparisonTable(t *testing.T) {
	before, after := retitled(t)
	f := compared(t, before, after, "da")
	for _, sheet := range []string{"Overblik", "Ændringer"} {
		panes, err := f.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: panes %+v, %v", sheet, panes, err)
		}
		tables, err := f.GetTables(sheet)
		if err != nil || len(tables) != 1 || !strings.HasPrefix(tables[0].Name, TablePrefix) {
			t.Errorf("%s: tables %+v, %v", sheet, tables, err)
		}
		printed := "'" + sheet + "'!$1:$1"
		if !slices.ContainsFunc(f.GetDefinedName(), func(d excelize.DefinedName) bool { return d.RefersTo == printed }) {
			t.Errorf("%s: the head is not repeated in print", sheet)
		}
		layout, err := f.GetPageLayout(sheet)
		if err != nil || *layout.Size != 9 || *layout.Orientation != "landscape" {
			t.Errorf("%s: page layout %+v, %v", sheet, layout, err)
		}
	}
}

func TestComparisonOfTheSame(t *testing.T) {
	for _, language := range words.Languages() {
		c, err := words.In(language)
		if err != nil {
			t.Fatal(err)
		}
		f := compared(t, kalmia(t), kalmia(t), language)
		rows, err := f.GetRows(c.Text("workbook.sheet.changes"))
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != 2 || rows[1][0] != c.Text("comparison.nothing") {
			t.Errorf("%s: %q", language, rows)
		}
	}
}

// What is hostile to a workbook stands in a comparison as it reads, before
// and after; no cell is a formula and none is too long.
func TestComparisonOfHostileText(t *testing.T) {
	long := strings.Repeat("Lorem ipsum dolor 🙂 sit amet ", 1400)
	for _, c := range []struct{ name, in, want string }{
		{"formula", "=cmd|'/c calc'!A1", "=cmd|'/c calc'!A1"},
		{"at", "@SUM(1+1)", "@SUM(1+1)"},
		{"plus", "+45 45 46 16 00", "+45 45 46 16 00"},
		{"minus", "-1+1", "-1+1"},
		{"right to left", "\u202eabc\u202c שלום", "\u202eabc\u202c שלום"},
		{"markup", "<b>&amp;</b> ]]>", "<b>&amp;</b> ]]>"},
		{"escape", "_x0041_ _x000D_", "_x0041_ _x000D_"},
		{"control", "a\x00b", "a\uFFFDb"},
		{"broken bytes", "a\xffb", "a\uFFFDb"},
		{"line ends", "a\r\nb\rc", "a\nb\nc"},
		{"template", "{{.Name}}", "{{.Name}}"},
		{"long", long, long},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := compared(t, oneActivity(t, "Aktivitet", c.in), oneActivity(t, "Aktivitet", "andet"), "da")
			if got := strings.Join(columnOf(t, f, "Ændringer", "Før"), ""); got != c.want {
				t.Errorf("before is %.80q (%d bytes), want %.80q (%d bytes)", got, len(got), c.want, len(c.want))
			}
			f = compared(t, oneActivity(t, c.in, "x"), oneActivity(t, c.in, c.in), "da")
			if got := strings.Join(columnOf(t, f, "Ændringer", "Efter"), ""); got != c.want {
				t.Errorf("after is %.80q (%d bytes), want %.80q (%d bytes)", got, len(got), c.want, len(c.want))
			}
			rows, err := f.GetRows("Ændringer")
			if err != nil {
				t.Fatal(err)
			}
			for i, row := range rows {
				for col, cell := range row {
					if n := len(utf16.Encode([]rune(cell))); n > maxUnits {
						t.Errorf("a cell has %d characters", n)
					}
					if formula, err := f.GetCellFormula("Ændringer", columnName(col)+itoa(i+1)); err != nil || formula != "" {
						t.Errorf("row %d holds the formula %q (%v)", i+1, formula, err)
					}
				}
			}
		})
	}
}

func TestComparisonCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c, err := report.Compare(kalmia(t), kalmia(t), report.ComparisonOptions{Language: "da"})
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteComparison(ctx, new(bytes.Buffer), c, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled export: %v", err)
	}
}
