package xlsx

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"fortegnelse/export/report"
	"fortegnelse/model"
)

// register returns one activity with a title and a description.
func oneActivity(t *testing.T, title, description string) *model.Register {
	t.Helper()
	a := &model.Activity{Title: title, Description: description}
	a.ID, a.Number = "01931000-0000-7000-8000-000000000001", "B-01"
	r, err := model.NewRegister(model.Info{Name: "A & B &P &\"Arial\"" + strings.Repeat("x", 300), Language: "da", Country: "dk"}, []model.Record{a})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// column returns the cells below a head, one after the other.
func columnOf(t *testing.T, f *excelize.File, sheet, head string) []string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range rows[0] {
		if h != head {
			continue
		}
		var out []string
		for _, row := range rows[1:] {
			if i < len(row) {
				out = append(out, row[i])
			}
		}
		return out
	}
	t.Fatalf("%s has no column %q: %q", sheet, head, rows[0])
	return nil
}

func TestHostileText(t *testing.T) {
	const particulars = "Aktiviteter, flere oplysninger"
	long := strings.Repeat("Lorem ipsum dolor 🙂 sit amet ", 1400)
	for _, c := range []struct{ name, in, want string }{
		{"emoji", "Læge 🩺 og 👩‍⚕️", "Læge 🩺 og 👩‍⚕️"},
		{"right to left", "\u202eabc\u202c שלום", "\u202eabc\u202c שלום"},
		{"formula", "=cmd|'/c calc'!A1", "=cmd|'/c calc'!A1"},
		{"plus", "+45 45 46 16 00", "+45 45 46 16 00"},
		{"at", "@SUM(1+1)", "@SUM(1+1)"},
		{"minus", "-1+1", "-1+1"},
		{"number", "00451", "00451"},
		{"alias", "{nb}", "{nb}"},
		{"markup", "<b>&amp;</b> ]]>", "<b>&amp;</b> ]]>"},
		{"escape", "_x0041_ _x000D_", "_x0041_ _x000D_"},
		{"escapes that overlap", "_x0041_x0042_x005F_", "_x0041_x0042_x005F_"},
		{"control", "a\x00b\x07c", "a\uFFFDb\uFFFDc"},
		{"broken bytes", "a\xffb", "a\uFFFDb"},
		{"line ends", "a\r\nb\rc\nd", "a\nb\nc\nd"},
		{"spaces", "  a  ", "  a  "},
		{"template", "{{.Name}}", "{{.Name}}"},
		{"long", long, long},
		{"long word", strings.Repeat("æ", 40000), strings.Repeat("æ", 40000)},
		{"many lines", strings.Repeat("a\n", 500) + "z", strings.Repeat("a\n", 500) + "z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := written(t, oneActivity(t, "Aktivitet", c.in), report.Options{})
			cells := columnOf(t, f, particulars, "Beskrivelse")
			if got := strings.Join(cells, ""); got != c.want {
				t.Errorf("printed %.80q (%d bytes), want %.80q (%d bytes)", got, len(got), c.want, len(c.want))
			}
			for _, cell := range cells {
				if n := len(utf16.Encode([]rune(cell))); n > maxUnits {
					t.Errorf("a cell has %d characters", n)
				}
			}
			for i := range cells {
				for _, col := range []string{"A", "B", "C", "D", "E", "F", "G"} {
					if formula, err := f.GetCellFormula(particulars, col+itoa(i+2)); err != nil || formula != "" {
						t.Errorf("%s%d is the formula %q (%v)", col, i+2, formula, err)
					}
				}
			}
			title := columnOf(t, f, particulars, "Aktivitet")
			for i, cell := range title[1:] {
				if cell != "Aktivitet (fortsat)" {
					t.Errorf("row %d, which goes on, is called %q", i+3, cell)
				}
			}
		})
	}
}

// A name that is itself too long goes on like any other text.
func TestLongName(t *testing.T) {
	long := strings.Repeat("Behandling ", 4000)
	f := written(t, oneActivity(t, long, ""), report.Options{})
	if got := strings.Join(columnOf(t, f, "Aktiviteter", "Aktivitet"), ""); got != long {
		t.Errorf("the name has %d bytes, want %d", len(got), len(long))
	}
}

func TestLinks(t *testing.T) {
	for _, c := range []struct {
		link string
		safe bool
	}{
		{"https://example.dk/politik.pdf", true},
		{"mailto:info@example.dk", true},
		{"http://example.dk", false},
		{"javascript:alert(1)", false},
		{"file:///etc/passwd", false},
		{"https:", false},
		{"https://example.dk/a b", false},
		{`\\server\share`, false},
		{"HTTPS://EXAMPLE.DK", true},
		{"https://example.dk/" + strings.Repeat("x", 3000), false},
	} {
		d := &model.Document{Title: "Politik", Link: c.link}
		d.ID, d.Number = "01931000-0000-7000-8000-000000000001", "K-01"
		r, err := model.NewRegister(model.Info{Name: "Links"}, []model.Record{d})
		if err != nil {
			t.Fatal(err)
		}
		f := written(t, r, report.Options{})
		rows, err := f.GetRows("Dokumenter")
		if err != nil {
			t.Fatal(err)
		}
		linked := false
		for col, cell := range rows[1] {
			has, target, err := f.GetCellHyperLink("Dokumenter", columnName(col)+"2")
			if err != nil {
				t.Fatal(err)
			}
			linked = linked || has
			if has && (target != c.link || cell != c.link) {
				t.Errorf("%q leads to %q", cell, target)
			}
		}
		if linked != c.safe {
			t.Errorf("%.40q: linked %v, want %v", c.link, linked, c.safe)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct {
		name string
		date model.Date
		kind cellKind
		want string
	}{
		{"today", model.Date{Year: 2026, Month: 11, Day: 21}, dated, "2026-11-21"},
		{"first that Excel counts right", model.Date{Year: 1900, Month: 3, Day: 1}, dated, "1900-03-01"},
		{"before that", model.Date{Year: 1899, Month: 1, Day: 1}, textual, "1899-01-01"},
		{"none", model.Date{}, blank, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := date(c.date); got.kind != c.kind || got.text != c.want {
				t.Errorf("got %+v", got)
			}
		})
	}
	if got := date(model.Date{Year: 2026, Month: 11, Day: 21}).number; got != 46347 {
		t.Errorf("21 November 2026 is day %d, Excel says 46347", got)
	}
}

func TestHeaderText(t *testing.T) {
	if got, want := headerText("A & B\n"+strings.Repeat("x", 300)), "A && B "+strings.Repeat("x", 74); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
