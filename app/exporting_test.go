package app

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestExportWritesTheChosenFiles(t *testing.T) {
	d, _ := withKalmia(t)
	dir := t.TempDir()
	e := d.showExport()
	e.folder.SetText(dir)
	e.start()
	if got := texts(d); !strings.Contains(got, "Eksporten er færdig") {
		t.Fatalf("the end is not told:\n%s", got)
	}
	for name, begins := range map[string]string{"Kalmia A-S 2026-11-21.pdf": "%PDF-", "Kalmia A-S 2026-11-21.xlsx": "PK"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(data, []byte(begins)) {
			t.Errorf("%s begins with %q", name, data[:8])
		}
	}
}

func TestExportKeepsWhatIsThere(t *testing.T) {
	d, _ := withKalmia(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "Kalmia A-S 2026-11-21.json")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	e := d.showExport()
	e.folder.SetText(dir)
	e.formats = nil
	e.start()
	if got := e.note.Content; got != "Vælg mindst ét format." {
		t.Errorf("without a format: %q", got)
	}
	e.formats = []string{"json"}
	e.start()
	if got := e.note.Content; !strings.Contains(got, "findes allerede") {
		t.Errorf("with a file in the way: %q", got)
	}
	e.replace.Checked = true
	e.start()
	data, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(data, []byte("{")) {
		t.Errorf("the file holds %.20q, %v", data, err)
	}
	e.folder.SetText(filepath.Join(dir, "nowhere"))
	e.start()
	if got := e.note.Content; got != "Vælg en mappe, der findes." {
		t.Errorf("into a missing folder: %q", got)
	}
}
