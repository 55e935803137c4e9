package app

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
)

const kalmiaPath = "/a/Kalmia.fortegnelse"

// guarded is files where kalmiaPath is protected.
type guarded struct {
	*memoryFiles
	passphrase string
	fail       error // of opening with the right passphrase
	secrets    [][]byte
	copies     *CopiesError // of changes of the protection
}

// guardedFile is its register.
type guardedFile struct {
	*still
	files *guarded
}

func (g *guarded) try(secret []byte) error {
	g.secrets = append(g.secrets, secret)
	if string(secret) != g.passphrase && string(secret) != stillKey {
		return &FileError{Reason: WrongPassphrase, Err: errors.New("wrong")}
	}
	if g.copies != nil {
		return g.copies
	}
	return nil
}

func (g *guarded) Open(path string, secret []byte) (File, error) {
	if path != kalmiaPath {
		return g.memoryFiles.Open(path, secret)
	}
	if secret == nil {
		return nil, &FileError{Reason: Protected, Err: errors.New("protected")}
	}
	if err := g.try(secret); err != nil {
		return nil, err
	}
	if g.fail != nil {
		return nil, g.fail
	}
	return &guardedFile{&still{Memory: g.made[path], path: path, protected: true}, g}, nil
}

func (g *guarded) Create(path string, info model.Info, records []model.Record, author string, passphrase []byte) (File, string, error) {
	if passphrase != nil {
		g.passphrase, g.secrets = string(passphrase), append(g.secrets, passphrase)
	}
	file, recovery, err := g.memoryFiles.Create(path, info, records, author, passphrase)
	return file, recovery, err
}

func (f *guardedFile) Protect(next []byte) (string, error) {
	f.protected, f.files.passphrase = true, string(next)
	f.files.secrets = append(f.files.secrets, next)
	if f.files.copies != nil {
		return stillKey, f.files.copies
	}
	return stillKey, nil
}

func (f *guardedFile) Unprotect(secret []byte) error {
	if err := f.files.try(secret); err != nil {
		return err
	}
	f.protected = false
	return nil
}

func (f *guardedFile) ChangePassphrase(secret, next []byte) error {
	if err := f.files.try(secret); err != nil {
		return err
	}
	f.files.passphrase = string(next)
	f.files.secrets = append(f.files.secrets, next)
	return nil
}

func (f *guardedFile) NewRecoveryKey(secret []byte) (string, error) {
	return stillKey, f.files.try(secret)
}

// withGuarded makes a desk where kalmiaPath is protected by a passphrase.
func withGuarded(t *testing.T) (*Desk, *guarded) {
	t.Helper()
	d, files := newDesk(t)
	register, err := kalmia()
	if err != nil {
		t.Fatal(err)
	}
	files.made[kalmiaPath] = &session.Memory{Snapshot: register}
	g := &guarded{memoryFiles: files, passphrase: "korrekt hest"}
	d.files = g
	return d, g
}

// unlocked opens the protected register.
func unlocked(t *testing.T) (*Desk, *guarded) {
	t.Helper()
	d, g := withGuarded(t)
	d.OpenFile(kalmiaPath)
	d.unlock.field.entry.SetText("korrekt hest")
	d.unlock.start()
	if d.session == nil {
		t.Fatalf("the register is not open:\n%s", texts(d))
	}
	return d, g
}

// entries returns the fields in the topmost dialog.
func entries(t *testing.T, d *Desk) []*ui.Entry {
	t.Helper()
	top := d.window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("there is no dialog")
	}
	var found []*ui.Entry
	for _, o := range test.LaidOutObjects(top) {
		if e, ok := o.(*ui.Entry); ok {
			found = append(found, e)
		}
	}
	return found
}

// fillIn types into the fields of the topmost dialog and presses a button.
func fillIn(t *testing.T, d *Desk, button string, typed ...string) {
	t.Helper()
	fields := entries(t, d)
	if len(fields) != len(typed) {
		t.Fatalf("the dialog has %d fields, want %d:\n%s", len(fields), len(typed), texts(d))
	}
	for i, text := range typed {
		fields[i].SetText(text)
	}
	press(t, d, button)
}

func (g *guarded) checkCleared(t *testing.T) {
	t.Helper()
	for i, secret := range g.secrets {
		if len(bytes.Trim(secret, "\x00")) > 0 {
			t.Errorf("secret %d is still in the memory", i)
		}
	}
}

func TestUnlocking(t *testing.T) {
	d, files := withGuarded(t)
	d.OpenFile(kalmiaPath)
	shown := texts(d)
	for _, want := range []string{"Kalmia", "Adgangskode eller genoprettelsesnøgle", "Lås op"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the screen lacks %q:\n%s", want, shown)
		}
	}
	if strings.Contains(shown, "Kalmia A/S") {
		t.Errorf("the screen tells what the register is called inside:\n%s", shown)
	}
	if !d.unlock.field.entry.Password || d.window.Canvas().Focused() != d.unlock.field.entry {
		t.Error("the passphrase cannot be typed unseen at once")
	}
	enter := func(secret string) {
		d.unlock.field.entry.SetText(secret)
		d.unlock.field.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	for _, s := range []struct{ secret, said string }{{"", "Skriv adgangskoden"}, {"forkert", "Adgangskoden er forkert"}} {
		enter(s.secret)
		if _, said := d.unlock.field.row.Problem(); !strings.Contains(said, s.said) || d.session != nil {
			t.Errorf("%q: %q is said", s.secret, said)
		}
		if d.window.Canvas().Overlays().Top() != nil {
			t.Errorf("%q: there is a dialog:\n%s", s.secret, texts(d))
		}
	}
	enter(stillKey)
	if d.session == nil || d.unlock != nil || d.window.Title() != "Kalmia A/S – Fortegnelse" {
		t.Fatalf("the recovery key does not open:\n%s", texts(d))
	}
	if recents := d.settings.Recents(); len(recents) != 1 || recents[0].Name != "Kalmia" {
		t.Errorf("the list of registers tells %+v", recents)
	}
	files.checkCleared(t)
}

// What keeps a register from being opened is said in three ways.
func TestWhyALockedRegisterStaysLocked(t *testing.T) {
	for _, tt := range []struct {
		fail error
		want string
	}{
		{&FileError{Reason: Damaged, Detail: "page 7", Err: errors.New("the file is damaged: page 7")}, "beskadiget"},
		{&FileError{Reason: Tampered, Detail: "records", Err: errors.New("x")}, "ændret af andet end programmet"},
		{&FileError{Reason: InUse, By: "dpo@laptop", Since: noon, Err: errors.New("x")}, "dpo@laptop siden 21.11.2026 kl. 12.00"},
	} {
		d, files := withGuarded(t)
		files.fail = tt.fail
		d.OpenFile(kalmiaPath)
		d.unlock.field.entry.SetText(files.passphrase)
		d.unlock.start()
		got := texts(d)
		if !strings.Contains(got, tt.want) || strings.Contains(got, "the file is damaged") {
			t.Errorf("%v is told without %q:\n%s", tt.fail, tt.want, got)
		}
		if d.session != nil || d.unlock == nil || d.unlock.busy {
			t.Errorf("%v: one cannot try again", tt.fail)
		}
	}
}

// Whoever goes on to something else while a passphrase is tried is not
// brought back.
func TestARegisterThatNobodyWaitsForIsClosed(t *testing.T) {
	d, _ := withGuarded(t)
	var tried func()
	d.runner.background = func(work func()) { tried = work }
	d.OpenFile(kalmiaPath)
	d.unlock.field.entry.SetText("korrekt hest")
	d.unlock.start()
	if got := texts(d); !strings.Contains(got, "Låser op …") {
		t.Errorf("it is not said that this takes its time:\n%s", got)
	}
	d.leaveRegister()
	tried()
	if d.session != nil || !strings.Contains(texts(d), "Senest åbnet") {
		t.Errorf("the start screen is gone:\n%s", texts(d))
	}
}

func TestProtecting(t *testing.T) {
	d, files := unlocked(t)
	d.askUnprotect()
	fillIn(t, d, "Fjern beskyttelsen", "forkert")
	if got := texts(d); !strings.Contains(got, "Adgangskoden er forkert") || !d.file.Protected() {
		t.Errorf("a wrong passphrase is not refused:\n%s", got)
	}
	fillIn(t, d, "Fjern beskyttelsen", "korrekt hest")
	if d.file.Protected() || d.window.Canvas().Overlays().Top() != nil {
		t.Fatalf("the protection is not removed:\n%s", texts(d))
	}
	if recents := d.settings.Recents(); recents[0].Name != "Kalmia A/S" {
		t.Errorf("the list of registers tells %+v", recents)
	}

	d.shell.goSettings()
	d.askProtect()
	fillIn(t, d, "Beskyt med adgangskode", "kort", "kort")
	if got := texts(d); !strings.Contains(got, "mindst 8 tegn") || d.file.Protected() {
		t.Errorf("a short passphrase is not refused:\n%s", got)
	}
	fillIn(t, d, "Beskyt med adgangskode", "batteri klamme", "batteri klammer")
	if got := texts(d); !strings.Contains(got, "ikke ens") || d.file.Protected() {
		t.Errorf("a slip of the finger is not noticed:\n%s", got)
	}
	files.copies = &CopiesError{Paths: []string{"/a/k/1", "/a/k/2"}, Err: errors.New("x")}
	fillIn(t, d, "Beskyt med adgangskode", "batteri klamme", "batteri klamme")
	if got := texts(d); !d.file.Protected() || !strings.Contains(got, "2 kopier i") {
		t.Fatalf("what has not followed is not told:\n%s", got)
	}
	press(t, d, "OK")
	fillIn(t, d, "Jeg har nøglen", "FS20")
	if got := texts(d); !strings.Contains(got, "FS2O") || !strings.Contains(got, "som de står ovenfor") {
		t.Errorf("the key goes before the person has it:\n%s", got)
	}
	fillIn(t, d, "Jeg har nøglen", " fs2o ")
	if got := texts(d); strings.Contains(got, "FS2O") || !strings.Contains(got, "er krypteret") {
		t.Errorf("the settings do not say that the file is protected:\n%s", got)
	}

	files.copies = nil
	d.askChangePassphrase()
	fillIn(t, d, "Skift adgangskode", "batteri klamme", "helt anden kode", "helt anden kode")
	press(t, d, "OK")
	if files.passphrase != "helt anden kode" {
		t.Errorf("the passphrase is now %q", files.passphrase)
	}
	d.askNewKey()
	fillIn(t, d, "Lav en ny nøgle", "helt anden kode")
	fillIn(t, d, "Jeg har nøglen", "FS2O")
	files.checkCleared(t)
}

func TestTheRecoveryKeyCanBePrinted(t *testing.T) {
	d, _ := unlocked(t)
	dir := t.TempDir()
	r := d.showRecovery(stillKey)
	r.save(dir)
	r.save(dir) // the first file stays
	for _, name := range []string{"Kalmia genoprettelsesnøgle.txt", "Kalmia genoprettelsesnøgle-2.txt"} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || !bytes.Contains(text, []byte(stillKey)) || bytes.Contains(text, []byte("A/S")) {
			t.Errorf("%s: %v\n%s", name, err, text)
		}
		if info, err := os.Stat(filepath.Join(dir, name)); err == nil && info.Mode().Perm() != 0o600 {
			t.Errorf("others can read %s: %v", name, info.Mode())
		}
	}
	r.copy()
	if got := d.app.Clipboard().Content(); got != stillKey {
		t.Errorf("copied %q", got)
	}
	r.save(filepath.Join(dir, "nowhere"))
	if got := texts(d); !strings.Contains(got, "Nøglen kunne ikke gemmes") {
		t.Errorf("the failure is not told:\n%s", got)
	}
}

func TestANewRegisterCanBeProtected(t *testing.T) {
	d, files := withGuarded(t)
	dir := t.TempDir()
	n := d.showNewRegister()
	n.name.SetText("Klinik Nord")
	n.folder.SetText(dir)
	n.protect.SetChecked(true)
	n.create()
	path := filepath.Join(dir, "Klinik Nord.fortegnelse")
	press(t, d, "Annullér")
	if files.made[path] != nil || !n.modal.Shown() {
		t.Fatal("the register is made without its passphrase")
	}
	n.create()
	fillIn(t, d, "Opret", "korrekt hest", "korrekt hest")
	if files.made[path] == nil || d.session == nil || !d.file.Protected() {
		t.Fatalf("the register is not open:\n%s", texts(d))
	}
	fillIn(t, d, "Jeg har nøglen", "fs2o")
	if d.window.Canvas().Overlays().Top() != nil || d.window.Title() != "Klinik Nord – Fortegnelse" {
		t.Errorf("work cannot begin:\n%s", texts(d))
	}
	files.checkCleared(t)
}
