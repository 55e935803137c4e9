package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
)

const known = "Kaffeautomaten i venteværelset" // a text that no sealed file may show

var passphrase = Secret("syv små katte på et tag")

// cheap makes passphrases cost little, for tests that do not look at the cost.
func cheap(t testing.TB) {
	was := cost
	cost = argon{Time: 1, Memory: 64, Threads: 1}
	t.Cleanup(func() { cost = was })
}

// protected makes a register under the passphrase.
func protected(t testing.TB) (s *Store, recovery string) {
	t.Helper()
	cheap(t)
	s, recovery, err := CreateProtected(filepath.Join(t.TempDir(), "x.fortegnelse"), passphrase,
		model.Info{Name: known, Language: "da"}, []model.Record{titled(known + " 1"), titled(known + " 2")}, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, recovery
}

func titled(title string) *model.Measure {
	m := &model.Measure{Title: title}
	m.ID = model.NewID(modeltest.Generated)
	m.Number = string(m.ID)
	return m
}

// retitle saves another title for the first record.
func retitle(t testing.TB, s *Store, title string) {
	t.Helper()
	m := model.Clone(s.Register().Content().Records()[0]).(*model.Measure)
	m.Title = title
	if _, err := s.Save(model.Change{Put: []model.Record{m}, Reason: known}, known); err != nil {
		t.Fatal(err)
	}
}

// noPlaintext looks into every file of a folder for the known text.
func noPlaintext(t testing.TB, dir string) (files int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		data, err := os.ReadFile(path)
		if bytes.Contains(data, []byte("Kaffe")) || bytes.Contains(data, []byte("measure")) || bytes.Contains(data, passphrase) {
			t.Errorf("%s shows what is in the register", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestProtectedFileShowsNothing(t *testing.T) {
	s, _ := protected(t)
	retitle(t, s, known+" 3")
	if err := s.Rotate(time.Now()); err != nil {
		t.Fatal(err)
	}
	if err := s.BackupTo(s.path+".copy", false); err != nil {
		t.Fatal(err)
	}
	for _, rec := range s.Register().Content().Records() {
		data, err := os.ReadFile(s.path)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte(rec.Meta().ID)) {
			t.Error("the file shows the ID of a record")
		}
	}
	if files := noPlaintext(t, filepath.Dir(s.path)); files < 3 {
		t.Errorf("only %d files", files)
	}
}

// The cost of a passphrase is at least that of RFC 9106, second recommendation.
func TestCostOfAPassphrase(t *testing.T) {
	if cost.Time < 3 || cost.Memory < 64<<10 || cost.Threads < 4 {
		t.Errorf("%+v", cost)
	}
	s, _, err := CreateProtected(filepath.Join(t.TempDir(), "x"), passphrase, model.Info{Name: "x"}, nil, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.view(func(tx transaction) error {
		p, err := tx.protection()
		if p.Argon2id.Time != cost.Time || p.Argon2id.Memory != cost.Memory || len(p.Argon2id.Salt) < 16 {
			t.Errorf("stored: %+v", p.Argon2id)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

func TestSecretsThatOpen(t *testing.T) {
	s, recovery := protected(t)
	s.Close()
	for _, c := range []struct {
		name   string
		secret string
		want   error
	}{
		{"the passphrase", string(passphrase), nil},
		{"with å in two parts", strings.ReplaceAll(string(passphrase), "å", "a\u030a"), nil},
		{"the recovery key", recovery, nil},
		{"the recovery key as one might type it", " " + strings.ToLower(strings.ReplaceAll(recovery, "-", " ")) + "\n", nil},
		{"none", "", ErrProtected},
		{"another one", "otte små katte på et tag", ErrWrongPassphrase},
		{"a recovery key of another file", printRecoveryKey(newRecoveryKey()), ErrWrongPassphrase},
		{"very long", strings.Repeat("x", 100_000), ErrWrongPassphrase},
	} {
		t.Run(c.name, func(t *testing.T) {
			for name, open := range map[string]func(string, Secret) (*Store, error){
				"Open": Open, "OpenReadOnly": OpenReadOnly, "OpenBackup": OpenBackup,
			} {
				s, err := open(s.path, Secret(c.secret))
				if err == nil {
					err = s.Close()
				}
				if !errors.Is(err, c.want) {
					t.Errorf("%s = %v, want %v", name, err, c.want)
				}
			}
		})
	}
}

func TestProtectionComesAndGoes(t *testing.T) {
	cheap(t)
	s, err := Create(filepath.Join(t.TempDir(), "x"), model.Info{Name: "x"}, []model.Record{titled(known)}, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	retitle(t, s, known+" 2")
	if err := s.Rotate(time.Now()); err != nil {
		t.Fatal(err)
	}
	check := func(protected bool) {
		t.Helper()
		if s.Protected() != protected {
			t.Errorf("Protected = %v", !protected)
		}
		retitle(t, s, known+time.Now().String())
		if n, err := s.Verify(); err != nil || n == 0 {
			t.Errorf("Verify = %d, %v", n, err)
		}
		newest, ok := NewestBackup(s.path)
		if !ok || newest.Protected != protected {
			t.Errorf("NewestBackup = %+v, %v", newest, ok)
		}
	}
	check(false)
	if _, err := s.Protect(Secret("kort")); !errors.Is(err, ErrShortPassphrase) {
		t.Errorf("a short passphrase: %v", err)
	}
	recovery, err := s.Protect(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	check(true)
	if _, err := s.Protect(passphrase); err == nil {
		t.Error("protected twice")
	}
	if files := noPlaintext(t, filepath.Dir(s.path)); files < 2 {
		t.Errorf("only %d files", files)
	}
	if err := s.Unprotect(Secret("ikke denne")); !errors.Is(err, ErrWrongPassphrase) {
		t.Errorf("Unprotect = %v", err)
	}
	if err := s.Unprotect(Secret(recovery)); err != nil {
		t.Fatal(err)
	}
	check(false)
	if err := s.Unprotect(passphrase); !errors.Is(err, ErrNotProtected) {
		t.Errorf("Unprotect = %v", err)
	}
	want := s.Register()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(s.path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if changes := model.Compare(want, again.Register()); !changes.Empty() {
		t.Errorf("%+v", changes)
	}
}

// Another passphrase does not touch what is sealed.
func TestChangeOfPassphraseWrapsOnly(t *testing.T) {
	s, recovery := protected(t)
	if err := s.Rotate(time.Now()); err != nil {
		t.Fatal(err)
	}
	before := values(t, s)
	next := Secret("otte store hunde")
	if err := s.ChangePassphrase(Secret("ikke denne"), next); !errors.Is(err, ErrWrongPassphrase) {
		t.Errorf("ChangePassphrase = %v", err)
	}
	if err := s.ChangePassphrase(passphrase, Secret("kort")); !errors.Is(err, ErrShortPassphrase) {
		t.Errorf("ChangePassphrase = %v", err)
	}
	if err := s.ChangePassphrase(passphrase, next); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, values(t, s)) {
		t.Error("sealed values have changed")
	}
	other, err := s.NewRecoveryKey(next)
	if err != nil {
		t.Fatal(err)
	}
	newest, ok := NewestBackup(s.path)
	if !ok {
		t.Fatal("no backup")
	}
	s.Close()
	for _, path := range []string{s.path, newest.Path} {
		for secret, want := range map[string]error{
			string(passphrase): ErrWrongPassphrase, recovery: ErrWrongPassphrase, string(next): nil, other: nil,
		} {
			opened, err := OpenReadOnly(path, Secret(secret))
			if err == nil {
				err = opened.Close()
			}
			if !errors.Is(err, want) {
				t.Errorf("%s with %s: %v, want %v", path, secret, err, want)
			}
		}
	}
}

// values returns all values of a file but those that open it.
func values(t testing.TB, s *Store) (all []byte) {
	t.Helper()
	if err := s.view(func(tx transaction) error {
		for _, name := range buckets {
			if err := tx.Bucket(name).ForEach(func(k, v []byte) error {
				if !bytes.Equal(k, protectionKey) && !bytes.Equal(k, sealKey) {
					all = append(all, v...)
				}
				return nil
			}); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

// Somebody without the key changes the file so that every checksum fits.
func TestTamperingIsTold(t *testing.T) {
	for _, c := range []struct {
		name   string
		tamper func(tx *bolt.Tx) error
		want   error
	}{
		{"nothing", func(*bolt.Tx) error { return nil }, nil},
		{"two records swapped", func(tx *bolt.Tx) error {
			b := tx.Bucket(recordsBucket)
			c := b.Cursor()
			k1, v1 := c.First()
			k2, v2 := c.Next()
			return errors.Join(b.Put(bytes.Clone(k1), bytes.Clone(v2)), b.Put(bytes.Clone(k2), bytes.Clone(v1)))
		}, ErrTampered},
		{"a value from another bucket", func(tx *bolt.Tx) error {
			k, _ := tx.Bucket(recordsBucket).Cursor().First()
			_, v := tx.Bucket(historyBucket).Cursor().First()
			return tx.Bucket(recordsBucket).Put(bytes.Clone(k), bytes.Clone(v))
		}, ErrTampered},
		{"a record that is not sealed", func(tx *bolt.Tx) error {
			k, _ := tx.Bucket(recordsBucket).Cursor().First()
			return transaction{tx, nil}.put(recordsBucket, bytes.Clone(k), []byte("{}"))
		}, ErrTampered},
		{"a sealed byte, with its checksum", func(tx *bolt.Tx) error {
			k, v := tx.Bucket(recordsBucket).Cursor().First()
			v = bytes.Clone(v)
			v[40] ^= 1
			return tx.Bucket(recordsBucket).Put(bytes.Clone(k), reseal(v))
		}, ErrTampered},
		{"a sealed byte", func(tx *bolt.Tx) error {
			k, v := tx.Bucket(recordsBucket).Cursor().First()
			v = bytes.Clone(v)
			v[40] ^= 1
			return tx.Bucket(recordsBucket).Put(bytes.Clone(k), v)
		}, ErrDamaged},
		{"what the passphrase costs", func(tx *bolt.Tx) error {
			p, err := transaction{tx, nil}.protection()
			if err != nil {
				return err
			}
			p.Recovery = bytes.Clone(p.Passphrase)
			return transaction{tx, nil}.putMeta(protectionKey, p)
		}, ErrTampered},
		{"a cost beyond measure", func(tx *bolt.Tx) error {
			p, err := transaction{tx, nil}.protection()
			if err != nil {
				return err
			}
			p.Argon2id.Memory = 1 << 31
			return transaction{tx, nil}.putMeta(protectionKey, p)
		}, ErrDamaged},
		{"an older value at its place", func(tx *bolt.Tx) error {
			v := bytes.Clone(tx.Bucket(metaBucket).Get([]byte("older")))
			k, _ := tx.Bucket(recordsBucket).Cursor().First()
			return tx.Bucket(recordsBucket).Put(bytes.Clone(k), v)
		}, ErrTampered},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, _ := protected(t)
			if err := s.db.Update(func(tx *bolt.Tx) error { // so that an older value can be put back
				_, v := tx.Bucket(recordsBucket).Cursor().First()
				return tx.Bucket(metaBucket).Put([]byte("older"), bytes.Clone(v))
			}); err != nil {
				t.Fatal(err)
			}
			for _, rec := range s.Register().Content().Records() {
				m := model.Clone(rec).(*model.Measure)
				m.Title += " 4"
				if _, err := s.Save(model.Change{Put: []model.Record{m}}, "dpo"); err != nil {
					t.Fatal(err)
				}
			}
			if err := s.db.Update(c.tamper); err != nil {
				t.Fatal(err)
			}
			s.Close()
			opened, err := OpenBackup(s.path, passphrase)
			if err == nil {
				err = opened.Close()
			}
			if !errors.Is(err, c.want) {
				t.Errorf("%v, want %v", err, c.want)
			}
		})
	}
}

// reseal makes the checksum of a sealed value fit.
func reseal(value []byte) []byte {
	sum := checksumOf(value[valueHead:])
	copy(value[1:], sum)
	return value
}

// A closed store has no keys.
func TestCloseForgetsTheKeys(t *testing.T) {
	s, _ := protected(t)
	v := s.vault
	s.Close()
	if !bytes.Equal(v.data, make([]byte, dataKeyLength)) || v.aead != nil {
		t.Error("the keys are still there")
	}
	if _, err := s.Protect(passphrase); !errors.Is(err, ErrClosed) {
		t.Errorf("Protect = %v", err)
	}
}

// A protected register can be inspected without its passphrase.
func TestInspect(t *testing.T) {
	s, _ := protected(t)
	s.Close()
	if is, err := Inspect(s.path); !is || err != nil {
		t.Errorf("Inspect = %v, %v", is, err)
	}
	db, err := bolt.Open(s.path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Update(func(tx *bolt.Tx) error { return tx.Bucket(historyBucket).Put(seqKey(2), []byte("x")) }); err != nil {
		t.Fatal(err)
	}
	db.Close()
	if _, err := Inspect(s.path); !errors.Is(err, ErrDamaged) {
		t.Errorf("Inspect = %v", err)
	}
}

func checksumOf(sealed []byte) []byte {
	return binary.BigEndian.AppendUint32(nil, crc32.Checksum(sealed, castagnoli))
}
