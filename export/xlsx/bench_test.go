package xlsx

import (
	"fmt"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"fortegnelse/export/report"
	"fortegnelse/model/modeltest"
)

var sizes = []int{10, 200, 2000}

func BenchmarkXLSX(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r := modeltest.Register(n)
			b.ReportAllocs()
			for b.Loop() {
				if err := Write(b.Context(), io.Discard, r, report.Options{Language: "da", GeneratedAt: generatedAt}, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkXLSXRaw writes the same cells with the same styles with the bare
// library.
func BenchmarkXLSXRaw(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			rec := &recorder{File: excelize.NewFile()}
			if err := write(b.Context(), io.Discard, rec, modeltest.Register(n), report.Options{Language: "da", GeneratedAt: generatedAt}, nil); err != nil {
				b.Fatal(err)
			}
			rec.File = nil
			b.ReportAllocs()
			for b.Loop() {
				f := excelize.NewFile()
				for _, call := range rec.calls {
					if err := call.play(f); err != nil {
						b.Fatal(err)
					}
				}
				if _, err := f.WriteTo(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// recorder keeps what is written to a workbook.
type recorder struct {
	*excelize.File
	calls []call
}

// call is one thing that was written: a cell, or anything else.
type call struct {
	other            func(*excelize.File) error
	sheet, cell, end string
	text             string
	number           int64
	style            int
	what             byte
}

func (c *call) play(f *excelize.File) error {
	switch c.what {
	case 't':
		return f.SetCellStr(c.sheet, c.cell, c.text)
	case 'n':
		return f.SetCellInt(c.sheet, c.cell, c.number)
	case 's':
		return f.SetCellStyle(c.sheet, c.cell, c.end, c.style)
	}
	return c.other(f)
}

func (r *recorder) note(do func(*excelize.File) error) error {
	r.calls = append(r.calls, call{other: do})
	return do(r.File)
}

func (r *recorder) SetCellStr(sheet, cell, value string) error {
	r.calls = append(r.calls, call{what: 't', sheet: sheet, cell: cell, text: value})
	return r.File.SetCellStr(sheet, cell, value)
}

func (r *recorder) SetCellInt(sheet, cell string, value int64) error {
	r.calls = append(r.calls, call{what: 'n', sheet: sheet, cell: cell, number: value})
	return r.File.SetCellInt(sheet, cell, value)
}

func (r *recorder) SetCellStyle(sheet, from, to string, style int) error {
	r.calls = append(r.calls, call{what: 's', sheet: sheet, cell: from, end: to, style: style})
	return r.File.SetCellStyle(sheet, from, to, style)
}

func (r *recorder) NewStyle(s *excelize.Style) (id int, err error) {
	err = r.note(func(f *excelize.File) error { id, err = f.NewStyle(s); return err })
	return id, err
}

func (r *recorder) NewSheet(name string) (i int, err error) {
	err = r.note(func(f *excelize.File) error { i, err = f.NewSheet(name); return err })
	return i, err
}

func (r *recorder) SetSheetName(source, name string) error {
	return r.note(func(f *excelize.File) error { return f.SetSheetName(source, name) })
}

func (r *recorder) SetSheetVisible(sheet string, visible bool, _ ...bool) error {
	return r.note(func(f *excelize.File) error { return f.SetSheetVisible(sheet, visible) })
}

func (r *recorder) SetSheetView(sheet string, index int, o *excelize.ViewOptions) error {
	return r.note(func(f *excelize.File) error { return f.SetSheetView(sheet, index, o) })
}

func (r *recorder) SetSheetProps(sheet string, o *excelize.SheetPropsOptions) error {
	return r.note(func(f *excelize.File) error { return f.SetSheetProps(sheet, o) })
}

func (r *recorder) SetPageLayout(sheet string, o *excelize.PageLayoutOptions) error {
	return r.note(func(f *excelize.File) error { return f.SetPageLayout(sheet, o) })
}

func (r *recorder) SetPageMargins(sheet string, o *excelize.PageLayoutMarginsOptions) error {
	return r.note(func(f *excelize.File) error { return f.SetPageMargins(sheet, o) })
}

func (r *recorder) SetHeaderFooter(sheet string, o *excelize.HeaderFooterOptions) error {
	return r.note(func(f *excelize.File) error { return f.SetHeaderFooter(sheet, o) })
}

func (r *recorder) SetDefinedName(n *excelize.DefinedName) error {
	return r.note(func(f *excelize.File) error { return f.SetDefinedName(n) })
}

func (r *recorder) SetPanes(sheet string, p *excelize.Panes) error {
	return r.note(func(f *excelize.File) error { return f.SetPanes(sheet, p) })
}

func (r *recorder) SetColWidth(sheet, from, to string, width float64) error {
	return r.note(func(f *excelize.File) error { return f.SetColWidth(sheet, from, to, width) })
}

func (r *recorder) SetRowHeight(sheet string, row int, height float64) error {
	return r.note(func(f *excelize.File) error { return f.SetRowHeight(sheet, row, height) })
}

func (r *recorder) SetCellHyperLink(sheet, cell, link, kind string, o ...excelize.HyperlinkOpts) error {
	return r.note(func(f *excelize.File) error { return f.SetCellHyperLink(sheet, cell, link, kind, o...) })
}

func (r *recorder) AddTable(sheet string, t *excelize.Table) error {
	return r.note(func(f *excelize.File) error { return f.AddTable(sheet, t) })
}

func (r *recorder) SetDefaultFont(name string) error {
	return r.note(func(f *excelize.File) error { return f.SetDefaultFont(name) })
}

func (r *recorder) SetDocProps(p *excelize.DocProperties) error {
	return r.note(func(f *excelize.File) error { return f.SetDocProps(p) })
}

func (r *recorder) SetAppProps(p *excelize.AppProperties) error {
	return r.note(func(f *excelize.File) error { return f.SetAppProps(p) })
}
