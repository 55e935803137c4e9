package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"fortegnelse/model"
	. "fortegnelse/model/store"
)

// damages are ways in which a file can suffer; each returns a damaged copy.
var damages = []struct {
	name  string
	times int
	do    func(r *rand.Rand, data []byte) []byte
}{
	{"cut off", 60, func(r *rand.Rand, data []byte) []byte { return data[:r.IntN(len(data))] }},
	{"cut off at a page", 40, func(r *rand.Rand, data []byte) []byte { return data[:4096*r.IntN(len(data)/4096)] }},
	{"zeros", 100, func(r *rand.Rand, data []byte) []byte {
		start := r.IntN(len(data))
		clear(data[start:min(len(data), start+1+r.IntN(9000))])
		return data
	}},
	{"a flipped bit", 300, func(r *rand.Rand, data []byte) []byte {
		data[r.IntN(len(data))] ^= 1 << r.IntN(8)
		return data
	}},
	{"a flipped bit in the head of a page", 300, func(r *rand.Rand, data []byte) []byte {
		data[4096*r.IntN(len(data)/4096)+r.IntN(80)] ^= 1 << r.IntN(8)
		return data
	}},
	{"two pages swapped", 60, func(r *rand.Rand, data []byte) []byte {
		one, two := 4096*r.IntN(len(data)/4096), 4096*r.IntN(len(data)/4096)
		page := bytes.Clone(data[one : one+4096])
		copy(data[one:one+4096], data[two:two+4096])
		copy(data[two:], page)
		return data
	}},
	{"random bytes", 60, func(r *rand.Rand, data []byte) []byte {
		start := r.IntN(len(data))
		for i := start; i < min(len(data), start+100); i++ {
			data[i] = byte(r.Uint32())
		}
		return data
	}},
}

// A damaged file either opens as what it was or is told as damaged. It never
// ends the program and never shows something else.
func TestDamagedFiles(t *testing.T) {
	s, path := create(t, 1)
	for i := range 4 { // so that there are free pages, and old versions of pages
		if _, err := s.Save(model.Change{Put: []model.Record{retitled(s.Register(), 0, fmt.Sprint("Titel ", i))}}, "dpo"); err != nil {
			t.Fatal(err)
		}
	}
	want := s.Register()
	history, err := s.History(Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, d := range damages {
		t.Run(d.name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(5, uint64(len(d.name))))
			damaged := 0
			for i := range d.times {
				file := filepath.Join(dir, "damaged")
				if err := os.WriteFile(file, d.do(random, bytes.Clone(whole)), 0o600); err != nil {
					t.Fatal(err)
				}
				if wholeOrDamaged(t, i, file, want, history) {
					damaged++
				}
			}
			t.Logf("%d of %d damages are told", damaged, d.times)
			if damaged == 0 {
				t.Error("no damage at all is told")
			}
		})
	}
}

func wholeOrDamaged(t *testing.T, i int, path string, want *model.Register, history []Entry) (told bool) {
	t.Helper()
	isDamage := func(err error) bool { return errors.Is(err, ErrDamaged) || errors.Is(err, ErrNotRegister) }
	s, err := Open(path, nil)
	if err != nil {
		if !isDamage(err) {
			t.Errorf("damage %d: %v", i, err)
		}
		return true
	}
	defer s.Close()
	same(t, s.Register(), want)
	entries, err := s.History(Filter{})
	if err != nil {
		if !isDamage(err) {
			t.Errorf("damage %d: history: %v", i, err)
		}
		return true
	}
	if !slices.EqualFunc(entries, history, func(a, b Entry) bool { return a.Seq == b.Seq && a.Hash == b.Hash }) {
		t.Errorf("damage %d: the history is another one", i)
	}
	for _, a := range want.Activities() {
		if _, err := s.History(Filter{Record: a.ID}); err != nil && !isDamage(err) {
			t.Errorf("damage %d: history of %s: %v", i, a.Number, err)
		}
	}
	if _, err := s.Save(model.Change{Put: []model.Record{retitled(want, 0, "Videre")}}, "dpo"); err != nil && !isDamage(err) {
		t.Errorf("damage %d: saving: %v", i, err)
	}
	return false
}

// A file that is cut short by somebody else while it is open must not end
// the program either.
func TestFileCutShortWhileOpen(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Log("Windows does not let others cut a mapped file")
		return
	}
	s, path := create(t, 30)
	if err := os.Truncate(path, 8192); err != nil {
		t.Fatal(err)
	}
	if _, err := s.History(Filter{}); !errors.Is(err, ErrDamaged) {
		t.Errorf("History = %v, want %v", err, ErrDamaged)
	}
	if _, err := s.Save(model.Change{Put: []model.Record{retitled(s.Register(), 0, "Videre")}}, "dpo"); !errors.Is(err, ErrDamaged) {
		t.Errorf("Save = %v, want %v", err, ErrDamaged)
	}
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	s, path := create(t, 1)
	want := s.Register()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(path)
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o700)
	r, err := OpenReadOnly(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	same(t, r.Register(), want)
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Log("permissions do not hold here for this user; the rest is left out")
		return
	}
	r.Close()
	if _, err := Open(path, nil); !errors.Is(err, ErrReadOnly) {
		t.Errorf("Open = %v, want %v", err, ErrReadOnly)
	}
	if _, err := Create(filepath.Join(dir, "x"), model.Info{}, nil, "dpo"); !errors.Is(err, os.ErrPermission) {
		t.Errorf("Create = %v, want %v", err, os.ErrPermission)
	}
}
