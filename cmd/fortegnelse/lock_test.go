package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app"
	"fortegnelse/export/jsonfile"
)

// A protected file is opened in the window by its passphrase, locked, and
// opened again by its recovery key; nothing of what it says stands in any file.
func TestLockInTheWindow(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("TMPDIR", home)
	path := filepath.Join(home, "clinic.fortegnelse")
	content, err := jsonfile.Example("kalmia")
	if err != nil {
		t.Fatal(err)
	}
	made, recovery, err := files{}.Create(path, content.Register, content.Records(), "dpo", []byte("korrekt hest batteri"))
	if err != nil {
		t.Fatal(err)
	}
	if err := made.Close(); err != nil {
		t.Fatal(err)
	}
	desk := app.New(test.NewTempApp(t), files{}, "test", time.Now)
	desk.AtOnce()
	desk.SetLanguage("da")
	t.Cleanup(desk.Window().Close)
	expect := func(title string) {
		t.Helper()
		if got := desk.Window().Title(); got != title {
			t.Fatalf("the window is called %q, want %q", got, title)
		}
	}
	enter := func(secret string) {
		t.Helper()
		field := desk.Window().Canvas().Focused()
		if field == nil {
			t.Fatal("one cannot type")
		}
		field.(interface{ SetText(string) }).SetText("")
		test.Type(field, secret)
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	desk.Bring(path)
	expect("clinic – Fortegnelse")
	enter("forkert")
	expect("clinic – Fortegnelse")
	enter("korrekt hest batteri")
	expect("Kalmia A/S – Fortegnelse")
	desk.Lock()
	expect("clinic – Fortegnelse")
	enter(recovery)
	expect("Kalmia A/S – Fortegnelse")
	desk.Lock()
	desk.Quit()

	err = filepath.WalkDir(home, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		stored, err := os.ReadFile(name)
		for _, word := range []string{"Kalmia", "Kontaktoplysninger", "korrekt hest", recovery} {
			if bytes.Contains(stored, []byte(word)) {
				t.Errorf("%s stands in %s", word, strings.TrimPrefix(name, home))
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if backups := (files{}).Backups(path); len(backups) == 0 {
		t.Error("there is no backup")
	}
}
