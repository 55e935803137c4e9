package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// withoutKey spoils the wrapped key wherever it stands.
func withoutKey(data []byte) []byte {
	data = bytes.Clone(data)
	for i := 0; ; {
		at := bytes.Index(data[i:], []byte(`"argon2id"`))
		if at < 0 {
			return data
		}
		i += at + 1
		data[i] ^= 1
	}
}

// A rescued register opens by the passphrase and by the recovery key of the
// damaged one, and shows as little.
func TestRescueStaysProtected(t *testing.T) {
	s, recovery := protected(t)
	retitle(t, s, known+" 3")
	path := s.Path()
	s.Close()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	clear(data[:8192])
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	target := path + ".rescued"
	if told, err := Rescue(path, target, Secret(recovery), "dpo"); err != nil || told.Records != 2 {
		t.Fatalf("%+v, %v", told, err)
	}
	for _, secret := range []Secret{passphrase, Secret(recovery)} {
		r, err := OpenBackup(target, secret)
		if err != nil {
			t.Fatal(err)
		}
		if title := r.Register().Measures()[0].Title; title != known+" 3" && r.Register().Measures()[1].Title != known+" 3" {
			t.Errorf("%q", title)
		}
		r.Close()
	}
	if _, err := OpenReadOnly(target, nil); !errors.Is(err, ErrProtected) {
		t.Errorf("without a passphrase: %v", err)
	}
	noPlaintext(t, filepath.Dir(path))
}

// Where the wrapped key is lost, that of a copy beside the register will do.
func TestRescueWithTheKeyOfACopy(t *testing.T) {
	s, _ := protected(t)
	if err := s.Rotate(time.Now()); err != nil {
		t.Fatal(err)
	}
	retitle(t, s, known+" 3")
	sub := take(t, s, passphrase)
	if err := os.WriteFile(sub.path, withoutKey(sub.data), 0o600); err != nil {
		t.Fatal(err)
	}
	target := sub.path + ".rescued"
	told, err := Rescue(sub.path, target, passphrase, "dpo")
	if err != nil || told.Records != 2 || !told.History {
		t.Fatalf("%+v, %v", told, err)
	}
	r, err := OpenBackup(target, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := sub.rescuedWrongly(r, told); err != nil {
		t.Error(err)
	}
	if _, err := Rescue(sub.path, target+"2", Secret("en helt anden"), "dpo"); !errors.Is(err, ErrWrongPassphrase) {
		t.Errorf("%v, want %v", err, ErrWrongPassphrase)
	}
}
