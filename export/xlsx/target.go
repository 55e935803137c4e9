package xlsx

import (
	"io"

	"github.com/xuri/excelize/v2"
)

// target is the part of *excelize.File that the workbook is written with. A
// test records what is written and writes it again without us.
type target interface {
	NewStyle(*excelize.Style) (int, error)
	NewSheet(name string) (int, error)
	SetSheetName(source, name string) error
	SetSheetVisible(sheet string, visible bool, veryHidden ...bool) error
	SetSheetView(sheet string, index int, o *excelize.ViewOptions) error
	SetSheetProps(sheet string, o *excelize.SheetPropsOptions) error
	SetPageLayout(sheet string, o *excelize.PageLayoutOptions) error
	SetPageMargins(sheet string, o *excelize.PageLayoutMarginsOptions) error
	SetHeaderFooter(sheet string, o *excelize.HeaderFooterOptions) error
	SetDefinedName(*excelize.DefinedName) error
	SetPanes(sheet string, p *excelize.Panes) error
	SetColWidth(sheet, from, to string, width float64) error
	SetRowHeight(sheet string, row int, height float64) error
	SetCellStr(sheet, cell, value string) error
	SetCellInt(sheet, cell string, value int64) error
	SetCellStyle(sheet, from, to string, style int) error
	SetCellHyperLink(sheet, cell, link, kind string, o ...excelize.HyperlinkOpts) error
	AddTable(sheet string, t *excelize.Table) error
	SetDefaultFont(name string) error
	SetDocProps(*excelize.DocProperties) error
	SetAppProps(*excelize.AppProperties) error
	WriteTo(w io.Writer, o ...excelize.Options) (int64, error)
}
