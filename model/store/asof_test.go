package store

import (
	"bytes"
	"errors"
	"maps"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
)

// morning returns eight o'clock of a day in March.
func morning(day int) time.Time { return time.Date(2026, time.March, day, 8, 0, 0, 0, time.UTC) }

func measure(number, title string) *model.Measure {
	m := &model.Measure{Title: title}
	m.ID, m.Number = model.NewID(modeltest.Generated), number
	return m
}

// march makes a register that changes in the course of a month:
//
//	1st   S-1 and S-2 come in with the register
//	5th   both get another title
//	10th  S-1 is deleted, and the register gets another name
//	7th   the clock has gone back: S-3 comes in
//	12th  S-2 changes again
func march(t *testing.T) *Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "march")
	one, two := measure("S-1", "Lås"), measure("S-2", "Kode")
	info := model.Info{ID: model.NewID(morning(1)), Name: "Klinik"}
	s, err := create(path, nil, protection{}, info, []model.Record{one, two}, "dpo", morning(1))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	save := func(day int, c model.Change) {
		t.Helper()
		s.now = func() time.Time { return morning(day) }
		if _, err := s.Save(c, "dpo"); err != nil {
			t.Fatal(err)
		}
	}
	renamed := func(m *model.Measure, title string) model.Record {
		m = model.Clone(m).(*model.Measure)
		m.Title = title
		return m
	}
	save(5, model.Change{Put: []model.Record{renamed(one, "Låse"), renamed(two, "Koder")}})
	info.Name = "Klinikken"
	save(10, model.Change{Delete: []model.ID{one.ID}, Info: &info})
	save(7, model.Change{Put: []model.Record{measure("S-3", "Kryptering")}})
	save(12, model.Change{Put: []model.Record{renamed(two, "Adgangskoder")}})
	return s
}

func TestAsOf(t *testing.T) {
	s := march(t)
	for _, c := range []struct {
		name     string
		at       time.Time
		register string
		titles   map[string]string
	}{
		{"the instant at which it was made", morning(1), "Klinik", map[string]string{"S-1": "Lås", "S-2": "Kode"}},
		{"just before a change", morning(5).Add(-1), "Klinik", map[string]string{"S-1": "Lås", "S-2": "Kode"}},
		{"the instant of a change", morning(5), "Klinik", map[string]string{"S-1": "Låse", "S-2": "Koder"}},
		{"in another zone", morning(5).In(time.FixedZone("", 2*60*60)), "Klinik", map[string]string{"S-1": "Låse", "S-2": "Koder"}},
		{"when the clock had not gone back yet", morning(8), "Klinik", map[string]string{"S-1": "Låse", "S-2": "Koder"}},
		{"a deleted record, and what came while the clock was behind", morning(10), "Klinikken", map[string]string{"S-2": "Koder", "S-3": "Kryptering"}},
		{"the last change", morning(12), "Klinikken", map[string]string{"S-2": "Adgangskoder", "S-3": "Kryptering"}},
		{"long after", morning(31), "Klinikken", map[string]string{"S-2": "Adgangskoder", "S-3": "Kryptering"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := s.AsOf(c.at)
			if err != nil {
				t.Fatal(err)
			}
			titles := map[string]string{}
			for _, m := range r.Measures() {
				titles[m.Number] = m.Title
			}
			if r.Info().Name != c.register || !maps.Equal(titles, c.titles) {
				t.Errorf("%s with %v, want %s with %v", r.Info().Name, titles, c.register, c.titles)
			}
		})
	}
}

func TestAsOfBeforeTheBeginning(t *testing.T) {
	_, err := march(t).AsOf(morning(1).Add(-1))
	var before *BeforeBeginningError
	if !errors.As(err, &before) || !errors.Is(err, ErrBeforeBeginning) || !before.Beginning.Equal(morning(1)) {
		t.Errorf("%v, want a *BeforeBeginningError with %v", err, morning(1))
	}
}

// The history tells when the clock has gone back, and since when the change
// counts.
func TestClockThatGoesBack(t *testing.T) {
	entries, err := march(t).History(Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range entries {
		counts := e.Time
		if e.Number == "S-3" {
			counts = morning(10)
		}
		if !e.Counts.Equal(counts) {
			t.Errorf("change %d of %v counts from %v on, want %v", i+1, e.Time, e.Counts, counts)
		}
	}
	if n := len(entries); n != 9 || !entries[n-2].Time.Equal(morning(7)) {
		t.Errorf("%d entries, the one before the last at %v", n, entries[n-2].Time)
	}
}

func TestAsOfClosed(t *testing.T) {
	s := march(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.AsOf(morning(5)); !errors.Is(err, ErrClosed) {
		t.Errorf("%v, want %v", err, ErrClosed)
	}
}

// What was is shown as it was or not at all.
func TestAsOfDamaged(t *testing.T) {
	for _, c := range []struct {
		name   string
		damage func(tx *bolt.Tx) error
	}{
		{"the state", func(tx *bolt.Tx) error { return tx.Bucket(metaBucket).Put(stateKey, []byte("x")) }},
		{"an entry that is looked at for its time", func(tx *bolt.Tx) error { return tx.Bucket(historyBucket).Put(seqKey(5), []byte("x")) }},
		{"the first entry", func(tx *bolt.Tx) error { return tx.Bucket(historyBucket).Delete(seqKey(1)) }},
		{"the entry of a record", func(tx *bolt.Tx) error {
			return rewrite(tx, historyBucket, seqKey(5), `"after":{`, `"after":{{`)
		}},
		{"the number of a revision", func(tx *bolt.Tx) error { return eachKey(tx, indexBucket, seqKey(9)) }},
		{"a value of the index", func(tx *bolt.Tx) error { return eachKey(tx, indexBucket, nil) }},
		{"a key of the index", func(tx *bolt.Tx) error { return tx.Bucket(indexBucket).Put([]byte("x"), []byte("x")) }},
		{"a record that names itself otherwise", func(tx *bolt.Tx) error {
			return rewrite(tx, historyBucket, seqKey(5), `"after":{"id":"`, `"after":{"id":"x`)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := march(t)
			if err := s.db.Update(c.damage); err != nil {
				t.Fatal(err)
			}
			if r, err := s.AsOf(morning(6)); r != nil || !errors.Is(err, ErrDamaged) {
				t.Errorf("%v, %v; want %v", r, err, ErrDamaged)
			}
		})
	}
}

// eachKey puts the same payload, or a broken value, under all keys.
func eachKey(tx *bolt.Tx, bucket, payload []byte) error {
	b := tx.Bucket(bucket)
	var keys [][]byte
	if err := b.ForEach(func(k, _ []byte) error {
		keys = append(keys, bytes.Clone(k))
		return nil
	}); err != nil {
		return err
	}
	for _, k := range keys {
		value := []byte("x")
		if payload != nil {
			value = wrapPlain(bucket, k, payload)
		}
		if err := b.Put(k, value); err != nil {
			return err
		}
	}
	return nil
}

// The head of an entry is found whatever a person has written in it.
func TestHeadOfAnyEntry(t *testing.T) {
	s := march(t)
	reason := `,"before":{ ","after":{ \",\"before\":`
	if _, err := s.Save(model.Change{Put: []model.Record{measure("S-4", "x")}, Reason: reason}, `,"after":`); err != nil {
		t.Fatal(err)
	}
	err := s.view(func(tx transaction) error {
		head, err := tx.headAt(10)
		if err == nil && (head.Reason != reason || head.Author != `,"after":` || !head.Time.Equal(morning(12))) {
			t.Errorf("%+v", head)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
