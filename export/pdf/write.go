package pdf

import (
	"context"
	"fmt"
	"io"

	"fortegnelse/export/report"
)

// Write prints a document. progress, if not nil, is told after each page how
// many pages of how many are drawn. Where ctx ends, Write stops and returns
// its error; w then holds nothing.
func Write(ctx context.Context, w io.Writer, d *report.Document, progress func(done, total int)) error {
	return write(ctx, w, d, progress, false)
}

func write(ctx context.Context, w io.Writer, d *report.Document, progress func(done, total int), plain bool) error {
	l, err := laidOut(ctx, d)
	if err != nil {
		return fmt.Errorf("laying out the PDF: %w", err)
	}
	if err := paint(ctx, w, l, progress, plain); err != nil {
		return fmt.Errorf("drawing the PDF: %w", err)
	}
	return nil
}
