package store

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
)

// soaking returns how long a part of the soak may take; without it, 0, the
// tests are as small as other tests. FORTEGNELSE_SOAK is the time for all
// parts, "10m".
func soaking(t testing.TB, share float64) time.Duration {
	t.Helper()
	text := os.Getenv("FORTEGNELSE_SOAK")
	if text == "" {
		return 0
	}
	all, err := time.ParseDuration(text)
	if err != nil {
		t.Fatal(err)
	}
	return time.Duration(share * float64(all))
}

// times returns how often to do something: few in other tests, many in the soak.
func times(t testing.TB, few, many int) int {
	if soaking(t, 1) > 0 {
		return many
	}
	return few
}

// quickDir returns a folder in memory, where there is one, for tests that do not
// ask what lasts on the disk.
func quickDir(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "fortegnelse-test-*")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// subject is a register on which damage is done, and all that was ever in it.
type subject struct {
	path     string
	data     []byte // of the file
	secret   Secret
	register *model.Register
	history  []Entry
	now      map[model.ID]string          // JSON of the records
	ever     map[model.ID]map[string]bool // JSON of all versions
	values   map[model.ID][][]byte        // as they lie in the file, stored and in the history
}

// newSubject makes a register of n activities and 20 small records for each, with
// a history of changes, deleted records, what was undone, and an attached
// document.
func newSubject(t testing.TB, n int, secret Secret) *subject {
	t.Helper()
	cheap(t)
	path := filepath.Join(quickDir(t), "register.fortegnelse")
	r := modeltest.Register(n)
	var s *Store
	var err error
	if secret == nil {
		s, err = Create(path, r.Info(), r.Content().Records(), "dpo")
	} else {
		s, _, err = CreateProtected(path, secret, r.Info(), r.Content().Records(), "dpo")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	random := rand.New(rand.NewPCG(7, uint64(n)))
	keep := func(c model.Change) {
		if _, err := s.Save(c, "dpo"); err != nil {
			t.Fatal(err)
		}
	}
	attached := bytes.Repeat([]byte("Aftale om databehandling. "), 2000)
	hash, size, err := s.Attach(bytes.NewReader(attached))
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Document{Title: "Aftale", SHA256: hash, Size: int(size)}
	d.ID, d.Number = model.NewID(modeltest.Generated), "D-9001"
	keep(model.Change{Put: []model.Record{d}})
	extra := titled("Slettet")
	keep(model.Change{Put: []model.Record{extra}})
	keep(model.Change{Delete: []model.ID{extra.ID}})
	var small []model.Record
	for i := range 20 * n {
		small = append(small, titled(fmt.Sprint("Foranstaltning ", i)))
	}
	keep(model.Change{Put: small})
	for i := range 5 * n {
		m := model.Clone(small[random.IntN(len(small))]).(*model.Measure)
		m.Title = fmt.Sprint("Ændret ", i)
		keep(model.Change{Put: []model.Record{m}})
	}
	for i := range 3 * n / 2 {
		was := s.Register().Activities()[random.IntN(n)]
		a := model.Clone(was).(*model.Activity)
		a.Title = fmt.Sprint("Titel ", i)
		keep(model.Change{Put: []model.Record{a}, Reason: "rettelse"})
		if i%7 == 0 {
			keep(model.Change{Put: []model.Record{model.Clone(was)}, Cause: model.ByUndo})
		}
	}
	return take(t, s, secret)
}

// take keeps all that is in a register, and closes it.
func take(t testing.TB, s *Store, secret Secret) *subject {
	t.Helper()
	sub := &subject{
		path: s.path, secret: secret, register: s.Register(),
		now: map[model.ID]string{}, ever: map[model.ID]map[string]bool{}, values: map[model.ID][][]byte{},
	}
	var err error
	if sub.history, err = s.History(Filter{}); err != nil {
		t.Fatal(err)
	}
	for _, e := range sub.history {
		if sub.ever[e.Record] == nil {
			sub.ever[e.Record] = map[string]bool{}
		}
		sub.ever[e.Record][string(e.After)] = true
	}
	if err := s.view(func(tx transaction) error {
		for _, rec := range sub.register.Content().Records() {
			id := rec.Meta().ID
			sub.now[id] = string(model.AppendJSON(nil, rec))
			sub.values[id] = append(sub.values[id], bytes.Clone(tx.Bucket(recordsBucket).Get(tx.name(id))))
		}
		for _, e := range sub.history {
			if string(e.After) == sub.now[e.Record] && e.After != nil {
				sub.values[e.Record] = append(sub.values[e.Record], bytes.Clone(tx.Bucket(historyBucket).Get(seqKey(e.Seq))))
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if sub.data, err = os.ReadFile(sub.path); err != nil {
		t.Fatal(err)
	}
	meta, err := readMeta(bytes.NewReader(sub.data), int64(len(sub.data)))
	if err != nil {
		t.Fatal(err)
	}
	sub.data = sub.data[:meta.pages*meta.pageSize] // what lies behind was never written to
	return sub
}

// rescuedWrongly compares what was rescued with what was there: no record may be
// another than it was, and only those that are said to be uncertain may be older.
func (sub *subject) rescuedWrongly(s *Store, told Rescued) error {
	cut := map[model.ID][]CutReference{}
	for _, c := range told.Cut {
		cut[c.From.ID] = append(cut[c.From.ID], c)
	}
	uncertain, renumbered := map[model.ID]bool{}, map[model.ID]string{}
	for _, r := range told.Uncertain {
		uncertain[r.ID] = true
	}
	for _, r := range told.Renumbered {
		renumbered[r.ID] = r.Number
	}
	records := s.Register().Content().Records()
	if len(records) != told.Records {
		return fmt.Errorf("%d records, %d are told", len(records), told.Records)
	}
	for _, rec := range records {
		id := rec.Meta().ID
		versions := sub.ever[id]
		if !uncertain[id] && !told.LastUncertain {
			versions = map[string]bool{sub.now[id]: true}
		}
		if versions[string(model.AppendJSON(nil, rec))] {
			continue
		}
		if !slices.ContainsFunc(keysOf(versions), func(version string) bool {
			was, err := decodeJSON(rec.Kind(), []byte(version))
			if err != nil {
				return false
			}
			for _, c := range cut[id] {
				leaf, err := model.Get(was, c.Path)
				if err != nil {
					return false
				}
				left := slices.DeleteFunc(slices.Clone(leaf.Values), func(v string) bool { return v == string(c.To) })
				if err := model.Set(was, c.Path, left...); err != nil {
					return false
				}
			}
			if number := renumbered[id]; number == was.Meta().Number {
				was.Meta().Number = rec.Meta().Number
			}
			return bytes.Equal(model.AppendJSON(nil, was), model.AppendJSON(nil, rec))
		}) {
			return fmt.Errorf("%s %s is not as it was (uncertain: %t)", rec.Kind(), rec.Meta().Number, uncertain[id])
		}
	}
	if told.Whole() && len(records) != len(sub.now) {
		return fmt.Errorf("whole with %d records instead of %d", len(records), len(sub.now))
	}
	if told.Counted && !told.LastUncertain {
		lost := told.Unnamed
		for _, l := range told.Lost {
			if l.Why != SignDocument {
				lost++
			}
		}
		if missing := len(sub.now) - len(records); missing > lost {
			return fmt.Errorf("%d records are missing, %d are told", missing, lost)
		}
	}
	if told.History {
		entries, err := s.History(Filter{})
		if err != nil {
			return err
		}
		for i, e := range entries {
			if e.Hash != sub.history[i].Hash {
				return fmt.Errorf("change %d is another one", e.Seq)
			}
		}
		if len(entries) < len(sub.history) && !told.LastUncertain {
			return fmt.Errorf("%d changes of %d are kept", len(entries), len(sub.history))
		}
	}
	return nil
}

// legible returns the records whose newest version lies whole in a damaged file.
func (sub *subject) legible(data []byte) (ids []model.ID) {
	for id, values := range sub.values {
		if slices.ContainsFunc(values, func(v []byte) bool { return bytes.Contains(data, v) }) {
			ids = append(ids, id)
		}
	}
	return ids
}

func keysOf(m map[string]bool) (keys []string) {
	for k := range m {
		keys = append(keys, k)
	}
	return keys
}

// table prints counts as they are read in the note of a soak.
func table(title string, counts map[string]map[string]int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", title)
	rows := make([]string, 0, len(counts))
	columns := map[string]bool{}
	for row, cells := range counts {
		rows = append(rows, row)
		for column := range cells {
			columns[column] = true
		}
	}
	names := keysOf(columns)
	slices.Sort(rows)
	slices.Sort(names)
	for _, row := range rows {
		fmt.Fprintf(&b, "  %-40s", row)
		for _, column := range names {
			if n := counts[row][column]; n > 0 {
				fmt.Fprintf(&b, "  %s: %d", column, n)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}
