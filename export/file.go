package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"fortegnelse/export/report"
	"fortegnelse/model"
)

// ToFile writes the register in a format into the file at path. The file is
// there whole or not at all: it is written beside its place, under a name of
// its own, and moved there at the end. A file that exists is kept, and the
// error is fs.ErrExist, unless replace is set.
func ToFile(ctx context.Context, format, path string, replace bool, r *model.Register, o report.Options, progress Progress) error {
	return WriteFile(path, replace, func(w io.Writer) error {
		return Write(ctx, format, w, r, o, progress)
	})
}

// WriteFile makes the file at path of what write writes, as [ToFile] does. It
// can be read by the user alone.
func WriteFile(path string, replace bool, write func(io.Writer) error) (err error) {
	if _, err := os.Lstat(path); err == nil && !replace {
		return &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
	}
	dir, name := filepath.Split(path)
	if dir == "" {
		dir = "."
	}
	f, err := os.CreateTemp(dir, "."+name+".*") // 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close() // a second Close does no harm
			os.Remove(f.Name())
		}
	}()
	buffered := bufio.NewWriterSize(f, 1<<16)
	if err := write(buffered); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := f.Sync(); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return place(f.Name(), path, replace)
}

// place moves a finished file to its name. Without replace it is linked, so
// that a file which came into being meanwhile is kept too; where the medium
// knows no links it is renamed.
func place(from, to string, replace bool) error {
	if !replace {
		switch err := os.Link(from, to); {
		case err == nil:
			return os.Remove(from)
		case os.IsExist(err):
			return err
		}
	}
	return os.Rename(from, to)
}
