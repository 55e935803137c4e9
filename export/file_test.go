package export_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"fortegnelse/export"
)

var errBroken = errors.New("broken")

func TestWriteFile(t *testing.T) {
	hello := func(w io.Writer) error { _, err := io.WriteString(w, "new"); return err }
	half := func(w io.Writer) error {
		if _, err := io.WriteString(w, "half"); err != nil {
			return err
		}
		return errBroken
	}
	for _, tt := range []struct {
		name    string
		before  string // content of the file; "" for no file
		replace bool
		write   func(io.Writer) error
		want    string
		err     error
	}{
		{"a new file", "", false, hello, "new", nil},
		{"a file that exists is kept", "old", false, hello, "old", fs.ErrExist},
		{"a file that exists is replaced when asked", "old", true, hello, "new", nil},
		{"an export that fails leaves the old file", "old", true, half, "old", errBroken},
		{"an export that fails leaves no new file", "", false, half, "", errBroken},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "out.pdf")
			if tt.before != "" {
				if err := os.WriteFile(path, []byte(tt.before), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if err := export.WriteFile(path, tt.replace, tt.write); !errors.Is(err, tt.err) {
				t.Errorf("WriteFile: %v, want %v", err, tt.err)
			}
			got, err := os.ReadFile(path)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				t.Fatal(err)
			}
			if string(got) != tt.want {
				t.Errorf("the file holds %q, want %q", got, tt.want)
			}
			left, err := os.ReadDir(dir)
			if err != nil {
				t.Fatal(err)
			}
			if len(left) > 1 {
				t.Errorf("%d files are left in the folder", len(left))
			}
			if info, err := os.Stat(path); err == nil && tt.before == "" && info.Mode().Perm() != 0o600 {
				t.Errorf("the file has mode %v, want 0600", info.Mode().Perm())
			}
		})
	}
	missing := filepath.Join(t.TempDir(), "no", "such", "folder", "out.pdf")
	if err := export.WriteFile(missing, true, hello); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("into a missing folder: %v, want fs.ErrNotExist", err)
	}
}
