package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fortegnelse/app"
	"fortegnelse/app/session"
	"fortegnelse/model"
	"fortegnelse/model/store"
)

// A register that is opened is backed up; when it is damaged later, it is
// offered back as it was.
func TestADamagedFileComesWithItsBackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "clinic.fortegnelse")
	made, _, err := files{}.Create(path, model.Info{Name: "Klinikken", Language: "da", Country: "dk"}, nil, "dpo", nil)
	if err != nil {
		t.Fatal(err)
	}
	info := made.Register().Info()
	if err := made.Backup(); err != nil {
		t.Fatal(err)
	}
	if err := made.Close(); err != nil {
		t.Fatal(err)
	}
	if err := made.Backup(); err != nil {
		t.Errorf("Backup of a register that was closed meanwhile = %v", err)
	}
	for _, reason := range []app.Reason{app.Damaged, app.NotRegister} {
		size := map[app.Reason]int64{app.Damaged: 9000, app.NotRegister: 0}[reason]
		if err := os.Truncate(path, size); err != nil {
			t.Fatal(err)
		}
		_, err := files{}.Open(path, nil)
		var file *app.FileError
		if !errors.As(err, &file) || file.Reason != reason || file.Backup.Path == "" || file.Backup.Taken.IsZero() {
			t.Fatalf("Open = %#v, want %s with a backup", err, reason)
		}
		target := filepath.Join(filepath.Dir(path), string(reason)+".fortegnelse")
		if err := (files{}).Restore(file.Backup.Path, target, nil); err != nil {
			t.Fatal(err)
		}
		restored, err := files{}.Open(target, nil)
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
	if err := (files{}).Restore(path, path, nil); !errors.As(err, &file) || file.Reason != app.NotRegister {
		t.Errorf("Restore of what is no backup = %v", err)
	}
	if err := os.RemoveAll(store.BackupFolder(path)); err != nil {
		t.Fatal(err)
	}
	if _, err := (files{}).Open(path, nil); !errors.As(err, &file) || file.Backup != (app.Backup{}) {
		t.Errorf("Open = %#v, want no backup", err)
	}
}

// The window names a file that is missing or cannot be written.
func TestOpenNamesTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gone.fortegnelse")
	_, err := files{}.Open(path, nil)
	var missing *fs.PathError
	if !errors.Is(err, fs.ErrNotExist) || !errors.As(err, &missing) || missing.Path != path {
		t.Errorf("Open = %v, want that %s does not exist", err, path)
	}
	var file *fs.PathError
	if err := named(path, store.ErrReadOnly); !errors.Is(err, fs.ErrPermission) || !errors.As(err, &file) || file.Path != path {
		t.Errorf("a file that can only be read is told as %v", err)
	}
}

// A register is made, locked and opened in the window's way, with a real file.
func TestAProtectedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "clinic.fortegnelse")
	info := model.Info{Name: "Klinikken", Language: "da", Country: "dk"}
	secret := func(text string) []byte { return []byte(text) }
	made, recovery, err := files{}.Create(path, info, nil, "dpo", secret("korrekt hest"))
	if err != nil || recovery == "" || !made.Protected() || made.ReadOnly() {
		t.Fatalf("Create = %v, recovery key %q", err, recovery)
	}
	if err := made.Backup(); err != nil {
		t.Fatal(err)
	}
	if err := made.Close(); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name   string
		secret []byte
		want   app.Reason // "" opens it
	}{
		{"no secret", nil, app.Protected},
		{"a wrong one", secret("forkert hest"), app.WrongPassphrase},
		{"the passphrase", secret("korrekt hest"), ""},
		{"the recovery key", secret(recovery), ""},
	} {
		opened, err := files{}.Open(path, tt.secret)
		failed, _ := errors.AsType[*app.FileError](err)
		switch {
		case tt.want == "" && err != nil:
			t.Errorf("%s: %v", tt.name, err)
		case tt.want == "":
			if err := opened.Close(); err != nil {
				t.Error(err)
			}
		case failed == nil || failed.Reason != tt.want:
			t.Errorf("%s: Open = %v, want %s", tt.name, err, tt.want)
		}
	}
	opened, err := files{}.Open(path, secret("korrekt hest"))
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	var failed *app.FileError
	if err := opened.ChangePassphrase(secret("forkert hest"), secret("noget helt andet")); !errors.As(err, &failed) || failed.Reason != app.WrongPassphrase {
		t.Errorf("ChangePassphrase with a wrong one = %v", err)
	}
	if err := opened.ChangePassphrase(secret(recovery), secret("noget helt andet")); err != nil {
		t.Errorf("ChangePassphrase with the recovery key = %v", err)
	}
	if next, err := opened.NewRecoveryKey(secret("noget helt andet")); err != nil || next == recovery {
		t.Errorf("NewRecoveryKey = %q, %v", next, err)
	}
	if err := opened.Unprotect(secret(recovery)); !errors.As(err, &failed) || failed.Reason != app.WrongPassphrase {
		t.Errorf("Unprotect with the old recovery key = %v", err)
	}
	if err := opened.Unprotect(secret("noget helt andet")); err != nil || opened.Protected() {
		t.Errorf("Unprotect = %v", err)
	}
	if again, err := opened.Protect(secret("korrekt hest")); err != nil || again == "" || !opened.Protected() {
		t.Errorf("Protect = %q, %v", again, err)
	}
}

// A file that cannot be written opens for reading, and refuses changes with an
// error that the window can say.
func TestAFileThatCanOnlyBeRead(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "clinic.fortegnelse")
	made, _, err := files{}.Create(path, model.Info{Name: "Klinikken", Language: "da"}, nil, "dpo", nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := made.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := store.OpenReadOnly(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	read := file{s, true}
	defer read.Close()
	info := read.Register().Info()
	info.Name = "En anden"
	if err := read.Save(model.Change{Info: &info}, "dpo"); !errors.Is(err, session.ErrReadOnly) {
		t.Errorf("Save = %v", err)
	}
	if _, err := read.Protect([]byte("korrekt hest")); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("Protect = %v", err)
	}
	if os.Geteuid() == 0 {
		return // may write everything
	}
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	opened, err := files{}.Open(path, nil)
	if err != nil || !opened.ReadOnly() {
		t.Fatalf("Open = %v", err)
	}
	if err := opened.Close(); err != nil {
		t.Error(err)
	}
}

// Why a register cannot be saved is said in the way of a session.
func TestWhyARegisterCannotBeSaved(t *testing.T) {
	for err, want := range map[error]error{
		store.ErrReadOnly:                  session.ErrReadOnly,
		&store.ReplacedError{Path: "/a/b"}: session.ErrMoved,
		store.ErrFull:                      session.ErrFull,
		store.ErrClosed:                    store.ErrClosed,
	} {
		if got := unwritable(err); !errors.Is(got, want) || !errors.Is(got, err) {
			t.Errorf("%v is told as %v, want %v", err, got, want)
		}
		if got := reasoned(err); !errors.Is(got, want) {
			t.Errorf("%v is told as %v, want %v", err, got, want)
		}
	}
}

// What was deleted is listed, and brought back.
func TestDeletedRecords(t *testing.T) {
	path := filepath.Join(t.TempDir(), "clinic.fortegnelse")
	rec, err := model.New(model.KindMeasure)
	if err != nil {
		t.Fatal(err)
	}
	id := model.NewID(time.Now())
	rec.Meta().ID, rec.Meta().Number, rec.Meta().Status = id, "S-1", model.Draft
	made, _, err := files{}.Create(path, model.Info{Name: "Klinikken", Language: "da"}, []model.Record{rec}, "dpo", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer made.Close()
	if err := made.Save(model.Change{Delete: []model.ID{id}}, "sekretær"); err != nil {
		t.Fatal(err)
	}
	gone, err := made.Deletions()
	if err != nil || len(gone) != 1 || gone[0].Author != "sekretær" || gone[0].Record.Meta().ID != id || gone[0].Time.IsZero() {
		t.Fatalf("Deletions = %+v, %v", gone, err)
	}
	if back, err := made.Restore(id, "dpo"); err != nil || back.Meta().Number != "S-1" {
		t.Errorf("Restore = %v, %v", back, err)
	}
	if gone, err := made.Deletions(); err != nil || len(gone) != 0 {
		t.Errorf("Deletions = %+v, %v", gone, err)
	}
	if _, err := made.Restore(id, "dpo"); err == nil {
		t.Error("what is there was restored")
	}
}
