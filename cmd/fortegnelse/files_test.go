package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"fortegnelse/app"
	"fortegnelse/model"
	"fortegnelse/model/store"
)

// A register that is opened is backed up; when it is damaged later, it is
// offered back as it was.
func TestADamagedFileComesWithItsBackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "clinic.fortegnelse")
	made, err := files{}.Create(path, model.Info{Name: "Klinikken", Language: "da", Country: "dk"}, nil, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	info := made.Register().Info()
	if err := (files{}).Backup(made); err != nil {
		t.Fatal(err)
	}
	if err := made.Close(); err != nil {
		t.Fatal(err)
	}
	if err := (files{}).Backup(made); err != nil {
		t.Errorf("Backup of a register that was closed meanwhile = %v", err)
	}
	for _, reason := range []app.Reason{app.Damaged, app.NotRegister} {
		size := map[app.Reason]int64{app.Damaged: 9000, app.NotRegister: 0}[reason]
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
		_, err := files{}.Open(path)
		var file *app.FileError
		if !errors.As(err, &file) || file.Reason != reason || file.Backup.Path == "" || file.Backup.Taken.IsZero() {
			t.Fatalf("Open = %#v, want %s with a backup", err, reason)
		}
		target := filepath.Join(filepath.Dir(path), string(reason)+".fortegnelse")
		if err := (files{}).Restore(file.Backup.Path, target); err != nil {
			t.Fatal(err)
		}
		restored, err := files{}.Open(target)
		if err != nil {
			t.Fatal(err)
		}
		if got := restored.Register().Info(); got != info {
			t.Errorf("restored %+v, want %+v", got, info)
		}
		if err := restored.Close(); err != nil {
			t.Error(err)
		}
	}
	var file *app.FileError
	if err := (files{}).Restore(path, path); !errors.As(err, &file) || file.Reason != app.NotRegister {
		t.Errorf("Restore of what is no backup = %v", err)
	}
	if err := os.RemoveAll(store.BackupFolder(path)); err != nil {
		t.Fatal(err)
	}
	if _, err := (files{}).Open(path); !errors.As(err, &file) || file.Backup != (app.Backup{}) {
		t.Errorf("Open = %#v, want no backup", err)
	}
}

// The window names a file that is missing or cannot be written.
func TestOpenNamesTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gone.fortegnelse")
	_, err := files{}.Open(path)
	var missing *fs.PathError
	if !errors.Is(err, fs.ErrNotExist) || !errors.As(err, &missing) || missing.Path != path {
		t.Errorf("Open = %v, want that %s does not exist", err, path)
	}
	var file *fs.PathError
	if err := named(path, store.ErrReadOnly); !errors.Is(err, fs.ErrPermission) || !errors.As(err, &file) || file.Path != path {
		t.Errorf("a file that can only be read is told as %v", err)
	}
}
