package store_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
	. "fortegnelse/model/store"
)

var sizes = []int{10, 200, 2000}

// BenchmarkSave changes one word of one activity.
func BenchmarkSave(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s, _ := create(b, n)
			one := retitled(s.Register(), n/2, "Et")
			two := retitled(s.Register(), n/2, "To")
			for i := 0; b.Loop(); i++ {
				rec := one
				if i%2 == 1 {
					rec = two
				}
				if _, err := s.Save(model.Change{Put: []model.Record{rec}}, "dpo"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkSaveRaw puts the same bytes into a database of the same size: the
// record, the entry with its state before and after, the key of the index
// and the state.
func BenchmarkSaveRaw(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			db, keys, values := raw(b, n)
			key, value := keys[len(keys)/2], largest(values)
			var seq uint64
			for b.Loop() {
				seq++
				err := db.Update(func(tx *bolt.Tx) error {
					if err := tx.Bucket([]byte("records")).Put(key, value); err != nil {
						return err
					}
					entry := append(append(make([]byte, 0, 2*len(value)+300), value...), value...)
					if err := tx.Bucket([]byte("history")).Put(fmt.Appendf(nil, "%08x", seq), append(entry, make([]byte, 300)...)); err != nil {
						return err
					}
					if err := tx.Bucket([]byte("index")).Put(fmt.Appendf(nil, "%s%08x", key, seq), make([]byte, 6)); err != nil {
						return err
					}
					return tx.Bucket([]byte("meta")).Put([]byte("state"), make([]byte, 120))
				})
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s, path := create(b, n)
			if err := s.Close(); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				s, err := Open(path, nil)
				if err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

// BenchmarkOpenRaw opens a database, reads all values and decodes them as
// records.
func BenchmarkOpenRaw(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			db, _, _ := raw(b, n)
			path := db.Path()
			if err := db.Close(); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				db, err := bolt.Open(path, 0o600, nil)
				if err != nil {
					b.Fatal(err)
				}
				err = db.View(func(tx *bolt.Tx) error {
					return tx.Bucket([]byte("records")).ForEach(func(_, v []byte) error {
						kind, data, _ := bytes.Cut(v, []byte("\n"))
						rec, err := model.New(model.Kind(kind))
						if err != nil {
							return err
						}
						return json.Unmarshal(data, rec)
					})
				})
				if err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				if err := db.Close(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

// raw makes a database that holds the records of a generated register, and a
// history as large as its own.
func raw(b *testing.B, n int) (db *bolt.DB, keys, values [][]byte) {
	b.Helper()
	db, err := bolt.Open(filepath.Join(b.TempDir(), "raw"), 0o600, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	err = db.Update(func(tx *bolt.Tx) error {
		for _, name := range []string{"meta", "records", "history", "index"} {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		for i, rec := range modeltest.Register(n).Content().Records() {
			data, err := json.Marshal(rec)
			if err != nil {
				return err
			}
			key, value := []byte(rec.Meta().ID), append([]byte(rec.Kind()+"\n"), data...)
			keys, values = append(keys, key), append(values, value)
			if err := tx.Bucket([]byte("records")).Put(key, value); err != nil {
				return err
			}
			if err := tx.Bucket([]byte("history")).Put(fmt.Appendf(nil, "%08d", i), value); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return db, keys, values
}

func largest(values [][]byte) []byte {
	var most []byte
	for _, v := range values {
		if len(v) > len(most) {
			most = v
		}
	}
	return most
}

// asOfSize is the size of a register and the length of its history.
type asOfSize struct{ activities, revisions int }

func (s *asOfSize) String() string { return fmt.Sprintf("%dx%d", s.activities, s.revisions) }

// Set reads a size, "10000x50".
func (s *asOfSize) Set(text string) error {
	_, err := fmt.Sscanf(text, "%dx%d", &s.activities, &s.revisions)
	if err == nil && (s.activities < 1 || s.revisions < 2) {
		err = errors.New("want at least 1x2")
	}
	return err
}

// larger is a size to measure instead of the usual ones. To make the file of
// 10000x50 takes many minutes, so that it is made only when asked for.
var larger = func() *asOfSize {
	s := new(asOfSize)
	flag.Var(s, "asof", "size of the register in BenchmarkAsOf, activities x revisions: 10000x50")
	return s
}()

// BenchmarkAsOf reads a register as it was halfway through its history. With
// ten times the revisions it takes as long.
func BenchmarkAsOf(b *testing.B) {
	usual := []asOfSize{{10, 5}, {200, 5}, {200, 50}}
	if *larger != (asOfSize{}) {
		usual = []asOfSize{*larger}
	}
	for _, c := range usual {
		b.Run(fmt.Sprintf("%d/revisions=%d", c.activities, c.revisions), func(b *testing.B) {
			s, _ := create(b, c.activities)
			var at time.Time
			for revision := 2; revision <= c.revisions; revision++ {
				var change model.Change
				for i := range c.activities {
					change.Put = append(change.Put, retitled(s.Register(), i, fmt.Sprint("Titel ", revision)))
				}
				saved, err := s.Save(change, "dpo")
				if err != nil {
					b.Fatal(err)
				}
				if revision == c.revisions/2 {
					at = saved.Time
				}
			}
			for b.Loop() {
				if _, err := s.AsOf(at); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
