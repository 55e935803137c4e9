package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// setPage sets how a sheet is printed: on A4, as wide as the paper,
// with the register's name, the sheet, the date and the page on each sheet
// of paper.
func (b *book) setPage(sheet, orientation string) error {
	a4, wide, high := 9, 1, 0
	if err := b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{
		Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high,
	}); err != nil {
		return err
	}
	fit := true
	if err := b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	side, end, edge := 0.4, 0.75, 0.3 // inches
	if err := b.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &end, Bottom: &end, Header: &edge, Footer: &edge,
	}); err != nil {
		return err
	}
	return b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + headerText(b.owner) + "&C&A&R" + headerText(b.date),
		OddFooter: "&L" + headerText(b.foot) + "&R" + headerText(b.text("workbook.page", "Page", "\x01", "Pages", "\x02")),
	})
}

// headerText makes a text safe in a header or footer, where & begins a code
// and all three parts together have 255 characters.
func headerText(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return r
	}, s)
	s = strings.ReplaceAll(s[:within16(s, 80)], "&", "&&")
	return strings.NewReplacer("\x01", "&P", "\x02", "&N").Replace(s)
}
