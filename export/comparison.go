package export

import (
	"context"
	"io"
	"slices"

	"fortegnelse/export/pdf"
	"fortegnelse/export/report"
	"fortegnelse/export/xlsx"
	"fortegnelse/model"
)

// ComparisonFormats lists the formats of a comparison.
var ComparisonFormats = []string{"pdf", "xlsx"}

// WriteComparison writes what differs between two states of a register in a
// format, or returns an *UnknownFormatError. Progress may be nil.
func WriteComparison(ctx context.Context, format string, w io.Writer, before, after *model.Register, o report.ComparisonOptions, progress Progress) error {
	if !slices.Contains(ComparisonFormats, format) {
		return &UnknownFormatError{format, ComparisonFormats}
	}
	c, err := report.Compare(before, after, o)
	if err != nil {
		return err
	}
	if format == "xlsx" {
		return xlsx.WriteComparison(ctx, w, c, progress)
	}
	return pdf.Write(ctx, w, c.Document(), progress)
}
