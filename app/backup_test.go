package app

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"fortegnelse/app/session"
	"fortegnelse/app/ui"
)

func (m *memoryFiles) Restore(string, string, []byte) error { return nil }

// backedUp is files where /a/kalmia.fortegnelse is damaged and has a backup.
type backedUp struct {
	*memoryFiles
	restored                [2]string
	failBackup, failRestore error
}

// copied is a file of backedUp.
type copied struct {
	*still
	fail error
}

func (c copied) Backup() error { return c.fail }

func (b *backedUp) Open(path string, secret []byte) (File, error) {
	if path != "/a/kalmia.fortegnelse" {
		return copied{&still{Memory: b.made[path]}, b.failBackup}, nil
	}
	return nil, &FileError{
		Reason: Damaged, Err: errors.New("page 7"), Backup: Backup{Path: "/a/copy", Taken: time.Date(2026, time.November, 20, 8, 15, 3, 0, time.UTC)},
	}
}

func (b *backedUp) Restore(backup, target string, _ []byte) error {
	if b.failRestore != nil {
		return b.failRestore
	}
	register, err := kalmia()
	if err != nil {
		return err
	}
	b.restored = [2]string{backup, target}
	b.made[target] = &session.Memory{Snapshot: register}
	return nil
}

func withBackups(t *testing.T) (*Desk, *backedUp) {
	t.Helper()
	d, files := newDesk(t)
	b := &backedUp{memoryFiles: files}
	d.files = b
	return d, b
}

// press presses the button with a text in the topmost dialog.
func press(t *testing.T, d *Desk, text string) {
	t.Helper()
	top := d.window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatalf("there is no dialog with %q", text)
	}
	for _, o := range test.LaidOutObjects(top) {
		if b, ok := o.(*ui.Button); ok && b.Text == text {
			b.Tapped(nil)
			return
		}
	}
	t.Fatalf("there is no button %q:\n%s", text, texts(d))
}

func TestADamagedRegisterOffersItsBackup(t *testing.T) {
	d, files := withBackups(t)
	d.OpenFile("/a/kalmia.fortegnelse")
	shown := texts(d)
	for _, want := range []string{"kalmia.fortegnelse kunne ikke åbnes", "beskadiget", "20.11.2026 kl. 08.15", "kalmia-2026-11-20.fortegnelse"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not told:\n%s", want, shown)
		}
	}
	press(t, d, "Luk")
	if d.session != nil || files.restored != [2]string{} {
		t.Errorf("something was opened or restored: %v", files.restored)
	}
	d.OpenFile("/a/kalmia.fortegnelse")
	press(t, d, "Åbn sikkerhedskopien")
	if want := [2]string{"/a/copy", "/a/kalmia-2026-11-20.fortegnelse"}; files.restored != want {
		t.Errorf("restored %v, want %v", files.restored, want)
	}
	if d.session == nil || d.window.Canvas().Overlays().Top() != nil {
		t.Errorf("the backup is not open:\n%s", texts(d))
	}
}

func TestABackupThatCannotBeRestoredIsTold(t *testing.T) {
	d, files := withBackups(t)
	files.failRestore = &os.PathError{Op: "open", Path: "/a/x", Err: os.ErrPermission}
	d.OpenFile("/a/kalmia.fortegnelse")
	press(t, d, "Åbn sikkerhedskopien")
	if got := texts(d); !strings.Contains(got, "Sikkerhedskopien kunne ikke gendannes") || !strings.Contains(got, "ikke adgang") {
		t.Errorf("the failure is not told:\n%s", got)
	}
	if d.session != nil {
		t.Error("a register is open")
	}
}

// A folder that takes no backups is told once, and the register is open.
func TestABackupThatCannotBeMadeIsTold(t *testing.T) {
	d, files := withBackups(t)
	register, err := kalmia()
	if err != nil {
		t.Fatal(err)
	}
	files.made["/b/kalmia.fortegnelse"] = &session.Memory{Snapshot: register}
	files.failBackup = &os.PathError{Op: "mkdir", Path: "/b/kalmia.fortegnelse.backups", Err: os.ErrPermission}
	d.OpenFile("/b/kalmia.fortegnelse")
	if got := texts(d); !strings.Contains(got, "Der kunne ikke tages en sikkerhedskopi") || !strings.Contains(got, "ændringer bliver gemt") {
		t.Errorf("the failure is not told:\n%s", got)
	}
	press(t, d, "OK")
	if d.session == nil || d.window.Canvas().Overlays().Top() != nil {
		t.Error("work does not go on")
	}
}
