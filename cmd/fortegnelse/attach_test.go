package main

import (
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"fortegnelse/app"
	"fortegnelse/app/session"
	"fortegnelse/model"
	"fortegnelse/model/store"
)

// The window is told why a file cannot be attached or is not there.
func TestReasonsAboutAttachedFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.fortegnelse")
	f, _, err := files{}.Create(path, model.Info{Name: "x"}, nil, "dpo", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	attach := func(r io.ReadSeeker) error { _, _, err := f.Attach(r); return err }
	attached := func(hash string) error { _, err := f.Attached(hash); return err }
	for _, c := range []struct {
		name string
		err  error
		want app.Reason
	}{
		{"too large", attach(io.NewSectionReader(zeros{}, 0, 50<<20+1)), app.TooLarge},
		{"empty", attach(strings.NewReader("")), app.DocumentEmpty},
		{"not attached", attached(strings.Repeat("0", 64)), app.NotAttached},
		{"nothing to extract", f.Extract(io.Discard, ""), app.NotAttached},
	} {
		t.Run(c.name, func(t *testing.T) {
			var said *app.FileError
			if !errors.As(c.err, &said) || said.Reason != c.want {
				t.Errorf("%v, want %s", c.err, c.want)
			}
		})
	}
	hash, size, err := f.Attach(strings.NewReader("en aftale"))
	if err != nil || size != 9 {
		t.Fatal(size, err)
	}
	d := &model.Document{Title: "Aftale", SHA256: hash}
	d.ID, d.Number = model.NewID(f.Register().Info().Created), "K-01"
	if err := f.Save(model.Change{Put: []model.Record{d}}, "dpo"); err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	if err := f.Extract(&got, hash); err != nil || got.String() != "en aftale" {
		t.Errorf("%q, %v", got.String(), err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	r := file{readOnly: true}
	if r.Store, err = store.OpenReadOnly(path, nil); err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, _, err := r.Attach(strings.NewReader("x")); !errors.Is(err, session.ErrReadOnly) {
		t.Errorf("attaching to what can only be read: %v", err)
	}
}

// zeros is a file of nothing.
type zeros struct{}

func (zeros) ReadAt(p []byte, _ int64) (int, error) { clear(p); return len(p), nil }
