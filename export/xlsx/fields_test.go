package xlsx

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/modeltest"
	"fortegnelse/model/words"
)

var generatedAt = time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC)

// written writes a workbook and opens it again.
func written(t testing.TB, r *model.Register, o report.Options) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(writtenBytes(t, r, o)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func writtenBytes(t testing.TB, r *model.Register, o report.Options) []byte {
	t.Helper()
	if o.Language == "" {
		o.Language = "da"
	}
	if o.GeneratedAt.IsZero() {
		o.GeneratedAt = generatedAt
	}
	var b bytes.Buffer
	if err := Write(t.Context(), &b, r, o, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// filled returns a register with one record of each kind in which every
// field has a value of its own, and all references lead to a record.
func filled(t testing.TB) *model.Register {
	t.Helper()
	ids := map[model.Kind]string{}
	for i, k := range model.Kinds {
		ids[k] = fmt.Sprintf("01931000-0000-7000-8000-%012d", i)
	}
	var all []model.Record
	for i, k := range model.Kinds {
		rec := modeltest.Filled(k)
		rec.Meta().ID = model.ID(ids[k])
		rec.Meta().Number = fmt.Sprintf("x-number-%02d", i)
		for i, f := range model.FieldsOf(k) {
			value := ""
			switch f.Type {
			case model.TypeReference:
				value = ids[model.KindSystem]
				if f.Refers != "*" {
					value = ids[f.Refers]
				}
			case model.TypeNumber:
				value = fmt.Sprint(7000 + i)
			case model.TypeDate:
				value = model.Date{Year: 2027, Month: 1, Day: 1}.AddDays(i).String()
			case model.TypeData:
				value = "x-groups[].data[].key"
			case model.TypeSub:
				value = "x-subProcessors[].key"
			default:
				continue
			}
			if err := model.Set(rec, modeltest.Concrete(f.Path), value); err != nil {
				t.Fatal(err)
			}
		}
		all = append(all, rec)
	}
	r, err := model.NewRegister(model.Info{ID: "01931000-0000-7000-8000-0000000000ff", Name: "Prøven", Language: "da", Country: "dk"}, all)
	if err != nil {
		t.Fatal(err)
	}
	if problems := model.Validate(r.Content()); len(problems) > 0 {
		t.Fatalf("the register of the test is broken: %v", problems)
	}
	return r
}

// cellsOf returns all cells of the sheets that a reader sees, and those of
// the hidden sheet.
func cellsOf(t testing.TB, f *excelize.File) (seen, hidden []string) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			if sheet == IndexSheet {
				hidden = append(hidden, row...)
			} else {
				seen = append(seen, row...)
			}
		}
	}
	return seen, hidden
}

// expected returns what a reader must find of a leaf: its text, or the form
// in which it is printed.
func expected(t testing.TB, r *model.Register, rec model.Record, l model.Leaf) []string {
	c, err := words.In("da")
	if err != nil {
		t.Fatal(err)
	}
	v := l.Values[0]
	switch l.Field.Type {
	case model.TypeReference:
		return []string{report.Phrases{Words: c, Register: r}.Link(model.ID(v))}
	case model.TypeNumber:
		return []string{v[:1] + "," + v[1:], v[:1] + "." + v[1:]} // a number cell; in a text
	case model.TypeDate:
		d, _ := model.ParseDate(v)
		return []string{v, c.ShortDate(d)}
	case model.TypeData:
		return []string{"x-groups[].data[].text"}
	case model.TypeSub:
		return []string{r.TitleOf(rec.(*model.Processor).SubProcessors.Value[0].Party)}
	case model.TypeCode:
		return []string{c.Code(l.Field.Vocabulary, v)}
	}
	return []string{v}
}

func contains(cells []string, any []string) bool {
	return slices.ContainsFunc(cells, func(c string) bool {
		return slices.ContainsFunc(any, func(s string) bool { return strings.Contains(c, s) })
	})
}

// Every field of every entity is in the workbook. A field that is added to
// the model and printed nowhere fails here.
func TestEveryFieldIsPrinted(t *testing.T) {
	r := filled(t)
	for _, edition := range []report.Edition{report.Internal, report.ForAuthority} {
		t.Run(string(edition), func(t *testing.T) {
			f := written(t, r, report.Options{Edition: edition})
			_, hidden := cellsOf(t, f)
			byKind := visible(t, f)
			for _, rec := range r.Content().Records() {
				for _, l := range model.Leaves(rec) {
					want := expected(t, r, rec, l)
					name := string(rec.Kind()) + "." + l.Field.Path
					switch {
					case l.Field.Identity && l.Field.Name != "number":
						if !contains(hidden, want) {
							t.Errorf("%s = %q is not in the hidden sheet", name, want)
						}
					case edition == report.ForAuthority && report.Withheld(l.Field):
						if l.Field.Type == model.TypeText && l.Field.Name != "key" && contains(byKind[rec.Kind()], want) {
							t.Errorf("%s = %q is in the edition for the authority", name, want)
						}
					case !contains(byKind[rec.Kind()], want):
						t.Errorf("%s = %q is not in the workbook", name, want)
					}
				}
			}
		})
	}
}

// visible returns the cells of the rows of each kind of record: those of its
// sheets, and its rows in the sheets of all kinds.
func visible(t testing.TB, f *excelize.File) map[model.Kind][]string {
	t.Helper()
	c, err := words.In("da")
	if err != nil {
		t.Fatal(err)
	}
	out := map[model.Kind][]string{}
	for _, s := range sheets() {
		name := c.Text("workbook.sheet." + s.key)
		if i, _ := f.GetSheetIndex(name); i < 0 {
			continue
		}
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range s.kinds {
			for _, row := range rows[1:] {
				if len(s.kinds) == 1 || len(row) > 2 && row[2] == c.Kind(k) {
					out[k] = append(out[k], row...)
				}
			}
		}
	}
	return out
}

// Every answer without a value is printed as what it is.
func TestEveryAnswerIsPrinted(t *testing.T) {
	c, err := words.In("da")
	if err != nil {
		t.Fatal(err)
	}
	r := filled(t)
	// count composes the sheets without writing them, which takes its time.
	count := func(r *model.Register, k model.Kind, s model.State) int {
		plan := newPlan(sheets(), c, func(*model.Field) bool { return false })
		p := newPrinter(report.Phrases{Words: c, Register: r}, nil)
		for _, rec := range r.Records(k) {
			plan.add(p, rec)
		}
		word := regexp.MustCompile(`(?m)(^|[^\pL])` + c.Answer(s) + `($|[^\pL])`)
		n := 0
		for _, pg := range plan.pages {
			for _, line := range pg.rows {
				for _, cell := range line.cells {
					n += len(word.FindAllString(cell.text, -1))
				}
			}
		}
		return n
	}
	for _, state := range []model.State{model.NotStated, model.NotApplicable, model.None} {
		for _, k := range model.Kinds {
			before := count(r, k, state)
			for _, f := range model.FieldsOf(k) {
				if !f.Answer {
					continue
				}
				changed := model.Clone(r.Records(k)[0])
				if err := model.SetState(changed, modeltest.Concrete(f.Path), state); err != nil {
					t.Fatal(err)
				}
				if count(r.With(model.Change{Put: []model.Record{changed}}), k, state) <= before {
					t.Errorf("%s.%s: %q is not printed", k, f.Path, c.Answer(state))
				}
			}
		}
	}
}
