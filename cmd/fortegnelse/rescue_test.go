package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fortegnelse/app"
	"fortegnelse/model"
	"fortegnelse/model/store"
)

// measures makes records with titles.
func measures(t *testing.T, titles ...string) []model.Record {
	t.Helper()
	var records []model.Record
	for i, title := range titles {
		m := &model.Measure{Title: title}
		m.ID, m.Number, m.Status = model.NewID(time.Now()), "S-"+string(rune('1'+i)), model.Draft
		records = append(records, m)
	}
	return records
}

// A record that is broken wherever the file holds it is lost, and named; the
// others are rescued.
func TestRescue(t *testing.T) {
	dir := t.TempDir()
	path, target := filepath.Join(dir, "clinic.fortegnelse"), filepath.Join(dir, "rescued.fortegnelse")
	made, _, err := files{}.Create(path, model.Info{Name: "Klinikken", Language: "da"}, measures(t, "Låst dør", "Ødelagt skab", "Alarm"), "dpo", nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := made.Close(); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	broken := bytes.ReplaceAll(content, []byte("Ødelagt skab"), []byte("Ødelagt skaB"))
	if bytes.Equal(broken, content) {
		t.Fatal("the file does not hold the title")
	}
	if err := os.WriteFile(path, broken, 0o600); err != nil {
		t.Fatal(err)
	}
	var failed *app.FileError
	if _, err := (files{}).Open(path, nil); !errors.As(err, &failed) || failed.Reason != app.Damaged || failed.Detail == "" {
		t.Fatalf("Open = %#v", err)
	}
	r, err := files{}.Rescue(path, target, nil, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	if r.Records != 2 || r.Whole || len(r.Lost) > 0 || r.Unnamed != 1 {
		t.Errorf("rescued %+v", r)
	}
	opened, err := files{}.Open(target, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	if got := opened.Register().Records(model.KindMeasure); len(got) != 2 {
		t.Errorf("%d records are rescued", len(got))
	}
	if _, err := (files{}).Rescue(path, target, nil, "dpo"); !errors.As(err, &failed) || failed.Reason != app.Exists {
		t.Errorf("Rescue into a file that exists = %v", err)
	}
	if _, err := (files{}).Rescue(filepath.Join(dir, "none"), filepath.Join(dir, "x"), nil, "dpo"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Rescue of nothing = %v", err)
	}
}

func TestExportNewer(t *testing.T) {
	dir := t.TempDir()
	path, target := filepath.Join(dir, "clinic.fortegnelse"), filepath.Join(dir, "clinic.json")
	made, _, err := files{}.Create(path, model.Info{Name: "Klinikken", Language: "da"}, measures(t, "Låst dør"), "dpo", []byte("korrekt hest"))
	if err != nil {
		t.Fatal(err)
	}
	if err := made.Close(); err != nil {
		t.Fatal(err)
	}
	var failed *app.FileError
	if err := (files{}).ExportNewer(path, target, nil); !errors.As(err, &failed) || failed.Reason != app.Protected {
		t.Errorf("without the passphrase: %v", err)
	}
	if _, err := os.Stat(target); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not whole is left: %v", err)
	}
	if err := (files{}).ExportNewer(path, target, []byte("korrekt hest")); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(target)
	if err != nil || !json.Valid(content) || !bytes.Contains(content, []byte("Låst dør")) {
		t.Errorf("written %s, %v", content, err)
	}
	if err := (files{}).ExportNewer(path, target, []byte("korrekt hest")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a file that exists: %v", err)
	}
}

// Backups go where they are wanted, are listed, and a copy can be made by hand.
func TestBackups(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	path := filepath.Join(dir, "clinic.fortegnelse")
	made, _, err := files{}.Create(path, model.Info{Name: "Klinikken", Language: "da"}, measures(t, "Låst dør"), "dpo", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer made.Close()
	if err := made.SetBackupFolder(other); err != nil || made.BackupFolder() != other {
		t.Fatalf("SetBackupFolder = %v, the folder is %s", err, made.BackupFolder())
	}
	if err := made.Backup(); err != nil {
		t.Fatal(err)
	}
	backups := files{}.Backups(path)
	if len(backups) != 1 || filepath.Dir(backups[0].Path) != other || backups[0].Taken.IsZero() {
		t.Errorf("Backups = %+v", backups)
	}
	made.BackUpAfter(25, func(err error) { t.Error(err) })
	copied := filepath.Join(other, "by hand.backup")
	if err := made.CopyTo(copied); err != nil {
		t.Fatal(err)
	}
	var failed *app.FileError
	if err := made.CopyTo(copied); !errors.As(err, &failed) || failed.Reason != app.Exists {
		t.Errorf("CopyTo over a file that exists = %v", err)
	}
	if err := (files{}).Restore(copied, filepath.Join(dir, "again.fortegnelse"), nil); err != nil {
		t.Errorf("Restore = %v", err)
	}
	var folder *app.BackupFolderError
	if err := unkept(&store.BackupFolderError{Folder: other, Beside: true, Err: fs.ErrPermission}); !errors.As(err, &folder) || folder.Folder != other || !folder.Beside {
		t.Errorf("a folder that cannot be used is told as %v", err)
	}
	if err := made.SetBackupFolder(""); err != nil || made.BackupFolder() != "" {
		t.Errorf("beside the register: %v, %s", err, made.BackupFolder())
	}
}

func TestRisk(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	for dir, want := range map[string]app.Risk{"OneDrive": app.Synced, "Dropbox": app.Synced, "Dokumenter": app.NoRisk} {
		folder := filepath.Join(home, dir)
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		if got, service := (files{}).Risk(filepath.Join(folder, "clinic.fortegnelse")); got != want || (service != "") != (want == app.Synced) {
			t.Errorf("%s: %q, %q; want %q", dir, got, service, want)
		}
	}
}
