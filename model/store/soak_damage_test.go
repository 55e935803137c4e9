package store

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fortegnelse/model"
)

// damages are ways in which a file can suffer; each changes the data.
var damages = []struct {
	name string
	do   func(r *rand.Rand, data []byte) []byte
}{
	{"cut off", func(r *rand.Rand, data []byte) []byte { return data[:r.IntN(len(data))] }},
	{"cut off at a page", func(r *rand.Rand, data []byte) []byte { return data[:4096*r.IntN(len(data)/4096)] }},
	{"cut off near the end", func(r *rand.Rand, data []byte) []byte {
		return data[:len(data)-1-r.IntN(len(data)/20)]
	}},
	{"zeros", func(r *rand.Rand, data []byte) []byte {
		start := r.IntN(len(data))
		clear(data[start:min(len(data), start+1+r.IntN(9000))])
		return data
	}},
	{"zeros over many pages", func(r *rand.Rand, data []byte) []byte {
		start := r.IntN(len(data))
		clear(data[start:min(len(data), start+len(data)/8)])
		return data
	}},
	{"zeros from the beginning", func(r *rand.Rand, data []byte) []byte {
		clear(data[:4096*(1+r.IntN(min(40, len(data)/4096)))])
		return data
	}},
	{"a flipped bit", func(r *rand.Rand, data []byte) []byte {
		data[r.IntN(len(data))] ^= 1 << r.IntN(8)
		return data
	}},
	{"a hundred flipped bits", func(r *rand.Rand, data []byte) []byte {
		for range 100 {
			data[r.IntN(len(data))] ^= 1 << r.IntN(8)
		}
		return data
	}},
	{"a flipped bit in the head of a page", func(r *rand.Rand, data []byte) []byte {
		data[4096*r.IntN(len(data)/4096)+r.IntN(80)] ^= 1 << r.IntN(8)
		return data
	}},
	{"a flipped bit in a header", func(r *rand.Rand, data []byte) []byte {
		data[4096*r.IntN(2)+r.IntN(80)] ^= 1 << r.IntN(8)
		return data
	}},
	{"two pages swapped", func(r *rand.Rand, data []byte) []byte {
		one, two := 4096*r.IntN(len(data)/4096), 4096*r.IntN(len(data)/4096)
		page := bytes.Clone(data[one : one+4096])
		copy(data[one:one+4096], data[two:two+4096])
		copy(data[two:], page)
		return data
	}},
	{"a page over another", func(r *rand.Rand, data []byte) []byte {
		one, two := 4096*r.IntN(len(data)/4096), 4096*r.IntN(len(data)/4096)
		copy(data[one:one+4096], data[two:two+4096])
		return data
	}},
	{"random bytes", func(r *rand.Rand, data []byte) []byte {
		start := r.IntN(len(data))
		for i := start; i < min(len(data), start+100); i++ {
			data[i] = byte(r.Uint32())
		}
		return data
	}},
}

// A damaged file either opens as what it was or is told as damaged. It never
// ends the program and never shows something else, and what is still whole in it
// is rescued.
func TestDamagedFiles(t *testing.T) {
	for _, c := range []struct {
		name   string
		secret Secret
	}{{"plain", nil}, {"protected", passphrase}} {
		t.Run(c.name, func(t *testing.T) {
			sub := newSubject(t, times(t, 2, 12), c.secret)
			t.Logf("%d records, %d changes, %d bytes", len(sub.now), len(sub.history), len(sub.data))
			until := time.Now().Add(soaking(t, 0.22))
			counts := map[string]map[string]int{"opening": {}, "rescue": {}}
			done := 0
			for i := range times(t, 3, 100) {
				for n, d := range damages {
					if soaking(t, 1) > 0 && time.Now().After(until) {
						break
					}
					random := rand.New(rand.NewPCG(uint64(i), uint64(n)))
					outcome, rescue := sub.suffer(t, d.name, d.do(random, bytes.Clone(sub.data)))
					counts["opening"][outcome]++
					counts["rescue"][rescue]++
					if counts[d.name] == nil {
						counts[d.name] = map[string]int{}
					}
					counts[d.name][outcome]++
					counts[d.name]["rescue: "+rescue]++
					done++
				}
			}
			t.Log(table("damages "+c.name, counts))
			if done == 0 || counts["opening"]["told at opening"] == 0 || counts["rescue"]["part"] == 0 {
				t.Errorf("%d damages", done)
			}
		})
	}
}

// suffer looks at what becomes of a damaged file.
func (sub *subject) suffer(t *testing.T, name string, data []byte) (outcome, rescue string) {
	t.Helper()
	path := filepath.Join(filepath.Dir(sub.path), "damaged")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	fail := func(format string, args ...any) {
		t.Helper()
		keep := filepath.Join(os.TempDir(), "fortegnelse-damaged")
		if os.WriteFile(keep, data, 0o600) == nil {
			t.Log("the damaged file is kept as", keep)
		}
		t.Fatalf(name+": "+format, args...)
	}
	outcome = "opens whole"
	s, err := OpenReadOnly(path, sub.secret)
	switch {
	case err == nil:
		if outcome, err = sub.asItWas(s); err != nil {
			fail("%v", err)
		}
		if err := s.Close(); err != nil {
			fail("closing: %v", err)
		}
	case isTold(err):
		outcome = "told at opening"
	default:
		fail("opening: %v", err)
	}
	target := path + ".rescued"
	told, err := Rescue(path, target, sub.secret, "dpo")
	if err != nil {
		if !errors.Is(err, ErrNothingRescued) && !errors.Is(err, ErrKeyLost) && !errors.Is(err, ErrNotRegister) {
			fail("rescue: %v", err)
		}
		return outcome, "nothing"
	}
	defer os.Remove(target)
	r, err := OpenBackup(target, sub.secret)
	if err != nil {
		fail("what was rescued: %v", err)
	}
	defer r.Close()
	if err := sub.rescuedWrongly(r, told); err != nil {
		fail("rescue: %v", err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, data) {
		fail("the damaged file was changed: %v", err)
	}
	switch {
	case told.Whole():
		return outcome, "all, with the history"
	case exact[name] && !sub.has(r, sub.legible(data)):
		fail("rescue: a record that is whole in the file is not rescued")
	case told.History && told.Records == len(sub.now):
		return outcome, "all, the end uncertain"
	case told.Records == len(sub.now) && len(told.Uncertain) == 0:
		return outcome, "all records"
	}
	return outcome, "part"
}

// exact are the damages that leave the other pages as they were.
var exact = map[string]bool{
	"cut off at a page": true, "zeros from the beginning": true, "two pages swapped": true, "a page over another": true,
}

func (sub *subject) has(s *Store, ids []model.ID) bool {
	return !slices.ContainsFunc(ids, func(id model.ID) bool {
		_, there := s.Register().Record(id)
		return !there
	})
}

// isTold reports whether an error says to the person that the file is damaged.
func isTold(err error) bool {
	return errors.Is(err, ErrDamaged) || errors.Is(err, ErrNotRegister) || errors.Is(err, ErrTampered)
}

// asItWas compares a damaged register that could be opened with what it was.
func (sub *subject) asItWas(s *Store) (outcome string, err error) {
	if s.Register().Info() != sub.register.Info() || len(s.Register().Content().Records()) != len(sub.now) {
		return "", errors.New("it opens as another register")
	}
	for id, want := range sub.now {
		rec, ok := s.Register().Record(id)
		if !ok {
			return "", errors.New("it opens without a record")
		}
		if !bytes.Equal(model.AppendJSON(nil, rec), []byte(want)) {
			return "", errors.New("it opens with another record")
		}
	}
	entries, failed := s.History(Filter{})
	if failed == nil && !slices.EqualFunc(entries, sub.history, func(a, b Entry) bool { return a.Seq == b.Seq && a.Hash == b.Hash }) {
		return "", errors.New("it opens with another history")
	}
	if failed != nil && !isTold(failed) {
		return "", failed
	}
	_, err = s.Verify()
	switch {
	case err != nil && !isTold(err):
		return "", err
	case err != nil:
		return "told by verify only", nil
	case failed != nil:
		return "", errors.Join(errors.New("it verifies and its history cannot be read"), failed)
	}
	return "opens whole", nil
}
