package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fortegnelse/model"
)

// plain makes a register without protection.
func plain(t testing.TB) *Store {
	t.Helper()
	var records []model.Record
	for i := range 100 { // more than one part of an encrypted backup holds
		records = append(records, titled(fmt.Sprint(known, i)))
	}
	s, err := Create(filepath.Join(t.TempDir(), "x.fortegnelse"), model.Info{Name: known, Language: "da"}, records, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// While one program saves without a pause, every copy that another one is
// given is whole, and holds the register as it was after one of the saves.
func TestCopiesWhileSomebodySaves(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(t *testing.T) (*Store, Secret)
	}{
		{"plain", func(t *testing.T) (*Store, Secret) { return plain(t), nil }},
		{"protected", func(t *testing.T) (*Store, Secret) { s, _ := protected(t); return s, passphrase }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, secret := c.make(t)
			stop, stopped := make(chan struct{}), make(chan int)
			go func() {
				saves := 0
				defer func() { stopped <- saves }()
				for {
					select {
					case <-stop:
						return
					default:
					}
					info := s.Register().Info()
					info.Name = fmt.Sprintf("save %d", saves)
					if _, err := s.Save(model.Change{Info: &info}, "dpo"); err != nil {
						t.Error(err)
						return
					}
					saves++
				}
			}()
			given, last := 0, -1
			for range 60 {
				l, err := OpenCopy(s.path, secret)
				if errors.Is(err, ErrInUse) { // saved faster than copied
					continue
				}
				if err != nil {
					t.Error(err)
					break
				}
				given++
				entries, err := l.Verify()
				if err != nil || entries == 0 {
					t.Errorf("%d entries, %v", entries, err)
				}
				if n := 0; strings.HasPrefix(l.Register().Info().Name, "save ") {
					if _, err := fmt.Sscanf(l.Register().Info().Name, "save %d", &n); err != nil || n < last {
						t.Errorf("%s after save %d", l.Register().Info().Name, last)
					}
					last = n
				}
				if err := l.Close(); err != nil {
					t.Error(err)
				}
			}
			close(stop)
			saves := <-stopped
			t.Logf("%d saves, %d of 60 copies", saves, given)
			if given == 0 || saves == 0 {
				t.Errorf("%d saves, %d copies", saves, given)
			}
			if left, _ := filepath.Glob(filepath.Join(filepath.Dir(s.path), ".*.tmp")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// A copy of a register in use is read, backed up and closed like any other.
func TestBackupOfARegisterInUse(t *testing.T) {
	s := plain(t)
	if _, err := OpenBackup(s.path, nil); !errors.Is(err, ErrInUse) {
		t.Fatalf("%v, want ErrInUse", err)
	}
	l, err := OpenCopy(s.path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if err := l.BackupTo(s.path, true); !errors.Is(err, ErrExists) {
		t.Errorf("over the register: %v", err)
	}
	target := filepath.Join(t.TempDir(), "copy")
	if err := l.BackupTo(target, false); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Save(model.Change{Put: []model.Record{titled("x")}}, "dpo"); !errors.Is(err, ErrReadOnly) {
		t.Errorf("saving to a copy: %v", err)
	}
	b, err := OpenBackup(target, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if b.state != s.state {
		t.Errorf("the backup is at %+v, the register at %+v", b.state, s.state)
	}
}

func TestCopyOfWhatCannotBeCopied(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	s, _ := protected(t)
	data, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{
		"empty": nil, "letter": []byte("Kære Datatilsyn"), "cut": data[:len(data)/2], "protected": data,
	} {
		if err := os.WriteFile(in(name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name   string
		secret Secret
		want   error
	}{
		{"gone", nil, ErrNotFound},
		{".", nil, ErrNotRegister},
		{"empty", nil, ErrNotRegister},
		{"letter", nil, ErrNotRegister},
		{"cut", nil, ErrDamaged},
		{"protected", nil, ErrProtected},
		{"protected", Secret("not the passphrase"), ErrWrongPassphrase},
	} {
		if _, err := OpenCopy(in(c.name), c.secret); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	if left, _ := filepath.Glob(in(".*.tmp")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
