// Package export hands a register over: in which formats, and safely into a
// file. The formats themselves are in the packages below.
package export

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"fortegnelse/export/jsonfile"
	"fortegnelse/export/pdf"
	"fortegnelse/export/report"
	"fortegnelse/export/xlsx"
	"fortegnelse/model"
)

// Progress is told how far an export has come, in parts of its own choosing.
type Progress func(done, total int)

// Format is a way to hand a register over.
type Format struct {
	Name  string // "pdf"; also the ending of its files
	write func(ctx context.Context, w io.Writer, r *model.Register, o report.Options, p Progress) error
}

// Formats lists the formats, the printed one first.
var Formats = []Format{
	{"pdf", writePDF},
	{"xlsx", func(ctx context.Context, w io.Writer, r *model.Register, o report.Options, p Progress) error {
		return xlsx.Write(ctx, w, r, o, p)
	}},
	{"json", writeJSON},
}

func writePDF(ctx context.Context, w io.Writer, r *model.Register, o report.Options, p Progress) error {
	document, err := report.Build(r, o)
	if err != nil {
		return err
	}
	return pdf.Write(ctx, w, document, p)
}

// writeJSON writes the whole register, whatever the options say: an export
// that is to be read in again must not leave anything out.
func writeJSON(_ context.Context, w io.Writer, r *model.Register, _ report.Options, p Progress) error {
	if err := jsonfile.Write(w, r); err != nil {
		return err
	}
	p(1, 1)
	return nil
}

// UnknownFormatError says that there is no such format.
type UnknownFormatError struct {
	Format string
	Known  []string
}

func (e *UnknownFormatError) Error() string {
	return fmt.Sprintf("unknown format %q; choose one of %s", e.Format, strings.Join(e.Known, ", "))
}

// Known returns an *UnknownFormatError unless there is such a format.
func Known(format string) error {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = f.Name
	}
	if slices.Contains(names, format) {
		return nil
	}
	return &UnknownFormatError{format, names}
}

// Write writes the register in a format, or returns an *UnknownFormatError.
// Progress may be nil.
func Write(ctx context.Context, format string, w io.Writer, r *model.Register, o report.Options, progress Progress) error {
	if err := Known(format); err != nil {
		return err
	}
	i := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == format })
	if progress == nil {
		progress = func(int, int) {}
	}
	return Formats[i].write(ctx, w, r, o, progress)
}
