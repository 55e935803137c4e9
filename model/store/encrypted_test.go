package store

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"filippo.io/age"
)

// cheapScrypt makes the passphrases of encrypted backups cost little.
func cheapScrypt(t testing.TB) {
	was := scryptWork
	scryptWork = 2
	t.Cleanup(func() { scryptWork = was })
}

// backedUp makes an encrypted backup of a register that is not protected.
func backedUp(t testing.TB) (s *Store, backup string) {
	t.Helper()
	cheapScrypt(t)
	s = plain(t)
	backup = filepath.Join(t.TempDir(), "x.age")
	if err := s.EncryptedBackupTo(backup, passphrase, false); err != nil {
		t.Fatal(err)
	}
	return s, backup
}

// The cost of a passphrase is at least that of the tool age.
func TestCostOfAnEncryptedBackup(t *testing.T) {
	if scryptWork < 18 || scryptWork > maxScryptWork {
		t.Error(scryptWork)
	}
}

func TestEncryptedBackupRestores(t *testing.T) {
	s, backup := backedUp(t)
	if files := noPlaintext(t, filepath.Dir(backup)); files != 1 {
		t.Errorf("%d files", files)
	}
	target := filepath.Join(t.TempDir(), "restored")
	if err := Restore(backup, target, passphrase); err != nil {
		t.Fatal(err)
	}
	r, err := OpenBackup(target, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if r.state != s.state {
		t.Errorf("restored at %+v, want %+v", r.state, s.state)
	}
	if info, err := os.Stat(backup); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

// What the program writes is a file of age and nothing else: age alone reads
// it, and it is the same bytes as a backup that is not encrypted.
func TestAgeReadsAnEncryptedBackup(t *testing.T) {
	s, backup := backedUp(t)
	var want bytes.Buffer
	if _, err := s.Backup(&want); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	identity, err := age.NewScryptIdentity(string(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	content, err := age.Decrypt(bytes.NewReader(data), identity)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(content); err != nil || !bytes.Equal(got, want.Bytes()) {
		t.Errorf("%d bytes, want %d; %v", len(got), want.Len(), err)
	}
}

// An "å" may be typed as one character or as two.
func TestPassphraseOfAnEncryptedBackupInAnotherForm(t *testing.T) {
	cheapScrypt(t)
	composed, apart := Secret("p\u00e5 et h\u00e6ngende h\u00e5r"), Secret("pa\u030a et h\u00e6ngende ha\u030ar")
	s := plain(t)
	for name, c := range map[string]struct{ write, read Secret }{"composed": {composed, apart}, "apart": {apart, composed}} {
		backup := filepath.Join(t.TempDir(), name)
		if err := s.EncryptedBackupTo(backup, c.write, false); err != nil {
			t.Fatal(err)
		}
		if err := Restore(backup, backup+".restored", c.read); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	byAge := filepath.Join(t.TempDir(), "age") // as the tool age takes it: as it was typed
	writeAge(t, byAge, scryptRecipient(t, apart, 2), s)
	if err := Restore(byAge, byAge+".restored", apart); err != nil {
		t.Error(err)
	}
}

func scryptRecipient(t testing.TB, passphrase Secret, work int) age.Recipient {
	t.Helper()
	r, err := age.NewScryptRecipient(string(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	r.SetWorkFactor(work)
	return r
}

// writeAge encrypts a register as the tool age would.
func writeAge(t testing.TB, path string, to age.Recipient, s *Store) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w, err := age.Encrypt(file, to)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Backup(w)
	if err := errors.Join(err, w.Close(), file.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestRestoreOfAnEncryptedBackupRefuses(t *testing.T) {
	s, backup := backedUp(t)
	whole, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	flipped := func(at int) []byte {
		data := bytes.Clone(whole)
		data[at] ^= 1
		return data
	}
	dir := t.TempDir()
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	writeAge(t, filepath.Join(dir, "to a key"), key.Recipient(), s)
	var letter bytes.Buffer
	w, err := age.Encrypt(&letter, scryptRecipient(t, passphrase, 2))
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.WriteString(w, "Kære Datatilsyn")
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name    string
		content []byte // nil: it is there
		secret  Secret
		want    error
	}{
		{"no passphrase", whole, nil, ErrProtected},
		{"wrong passphrase", whole, Secret("not the passphrase"), ErrWrongPassphrase},
		{"cut at the end", whole[:len(whole)-1], passphrase, ErrDamaged},
		{"cut between two parts", whole[:len(whole)-len(whole)%(64<<10)], passphrase, ErrDamaged},
		{"cut in the header", whole[:40], passphrase, ErrDamaged},
		{"the first line alone", []byte(ageHeader), passphrase, ErrDamaged},
		{"changed in the middle", flipped(len(whole) / 2), passphrase, ErrDamaged},
		{"changed at the end", flipped(len(whole) - 1), passphrase, ErrDamaged},
		{"longer", append(bytes.Clone(whole), 'x'), passphrase, ErrDamaged},
		{"not a register inside", letter.Bytes(), passphrase, ErrNotRegister},
		{"to a key", nil, passphrase, ErrNotRegister},
		{"too much work", bytes.Replace(whole, []byte(" 2\n"), []byte(" 21\n"), 1), passphrase, ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(dir, c.name)
			if c.content != nil {
				if err := os.WriteFile(path, c.content, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			into := t.TempDir()
			if err := Restore(path, filepath.Join(into, "x"), c.secret); !errors.Is(err, c.want) {
				t.Errorf("%v, want %v", err, c.want)
			}
			if left, err := os.ReadDir(into); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
	if err := Restore(backup, s.path, passphrase); !errors.Is(err, ErrExists) {
		t.Errorf("over the register: %v", err)
	}
}

func TestEncryptedBackupRefuses(t *testing.T) {
	s, backup := backedUp(t)
	if err := s.EncryptedBackupTo(backup, passphrase, false); !errors.Is(err, ErrExists) {
		t.Errorf("over a file: %v", err)
	}
	if err := s.EncryptedBackupTo(s.path, passphrase, true); !errors.Is(err, ErrExists) {
		t.Errorf("over the register: %v", err)
	}
	if err := s.EncryptedBackupTo(backup, passphrase, true); err != nil {
		t.Errorf("over a backup: %v", err)
	}
	dir := t.TempDir()
	if err := s.EncryptedBackupTo(filepath.Join(dir, "x"), Secret("short"), false); !errors.Is(err, ErrShortPassphrase) {
		t.Error(err)
	}
	if err := s.EncryptedBackup(&full{room: 1000}, passphrase); !errors.Is(err, errFull) {
		t.Errorf("to a full medium: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.EncryptedBackupTo(filepath.Join(dir, "x"), passphrase, false); !errors.Is(err, ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// full is a medium that takes so many bytes.
type full struct{ room int }

var errFull = errors.New("no room")

func (f *full) Write(b []byte) (int, error) {
	if len(b) > f.room {
		return 0, errFull
	}
	f.room -= len(b)
	return len(b), nil
}

// A protected register stays protected in an encrypted backup.
func TestEncryptedBackupOfAProtectedRegister(t *testing.T) {
	cheapScrypt(t)
	s, _ := protected(t)
	backup := filepath.Join(t.TempDir(), "x.age")
	if err := s.EncryptedBackupTo(backup, passphrase, false); err != nil {
		t.Fatal(err)
	}
	if err := Restore(backup, backup+".restored", passphrase); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenBackup(backup+".restored", nil); !errors.Is(err, ErrProtected) {
		t.Error(err)
	}
}

func TestIsEncrypted(t *testing.T) {
	s, backup := backedUp(t)
	for path, want := range map[string]bool{backup: true, s.path: false, t.TempDir(): false} {
		if got, err := IsEncrypted(path); got != want || err != nil {
			t.Errorf("%s: %v, %v", path, got, err)
		}
	}
	if _, err := IsEncrypted(filepath.Join(t.TempDir(), "gone")); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
}
