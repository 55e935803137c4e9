package store

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
)

// Somebody who knows the format can make a change that no checksum shows.
// The chain shows it, and where.
func TestVerifyNamesTheFirstEntryThatDoesNotFit(t *testing.T) {
	for _, c := range []struct {
		name   string
		tamper func(tx *bolt.Tx) error
		seq    uint64 // 0: told, but not as an entry
		want   error
	}{
		{"untouched", func(*bolt.Tx) error { return nil }, 0, nil},
		{"an entry is changed", func(tx *bolt.Tx) error {
			return rewrite(tx, historyBucket, seqKey(3), `"author":"dpo"`, `"author":"xxx"`)
		}, 4, ErrTampered},
		{"the last entry is changed", func(tx *bolt.Tx) error {
			return rewrite(tx, historyBucket, seqKey(6), `"author":"dpo"`, `"author":"xxx"`)
		}, 7, ErrTampered},
		{"an entry is missing", func(tx *bolt.Tx) error { return tx.Bucket(historyBucket).Delete(seqKey(2)) }, 2, ErrTampered},
		{"an entry is broken", func(tx *bolt.Tx) error { return tx.Bucket(historyBucket).Put(seqKey(5), []byte("x")) }, 5, ErrDamaged},
		{"a record is changed", func(tx *bolt.Tx) error {
			key, _ := tx.Bucket(recordsBucket).Cursor().First()
			return rewrite(tx, recordsBucket, bytes.Clone(key), `"title":"`, `"title":"x`)
		}, 0, ErrTampered},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := five(t)
			if err := s.db.Update(c.tamper); err != nil {
				t.Fatal(err)
			}
			n, err := s.Verify()
			var chain *ChainError
			switch {
			case c.name == "untouched":
				if err != nil || n != 6 {
					t.Errorf("Verify = %d, %v", n, err)
				}
			case !errors.Is(err, c.want):
				t.Errorf("Verify = %v, want %v", err, c.want)
			case c.seq > 0 && (!errors.As(err, &chain) || chain.Seq != c.seq):
				t.Errorf("Verify = %v, want change %d", err, c.seq)
			}
		})
	}
}

// five makes a register of five records, whose history has six entries.
func five(t *testing.T) *Store {
	t.Helper()
	var records []model.Record
	for range 5 {
		m := &model.Measure{Title: "Tavshedspligt"}
		m.ID = model.NewID(modeltest.Generated)
		m.Number = string(m.ID)
		records = append(records, m)
	}
	s, err := Create(filepath.Join(t.TempDir(), "x"), model.Info{Name: "x"}, records, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// rewrite changes a payload and makes its checksum fit.
func rewrite(tx *bolt.Tx, bucket, key []byte, old, new string) error {
	b := tx.Bucket(bucket)
	payload, err := unwrapPlain(bucket, key, b.Get(key))
	if err != nil {
		return err
	}
	changed := bytes.Replace(payload, []byte(old), []byte(new), 1)
	if bytes.Equal(changed, payload) {
		return errors.New("nothing to change")
	}
	return b.Put(key, wrapPlain(bucket, key, changed))
}

// A newer file is refused politely, not called damaged.
func TestNewerFileIsRefused(t *testing.T) {
	s := five(t)
	err := s.db.Update(func(tx *bolt.Tx) error {
		return transaction{tx, nil}.putMeta(formatKey, formatInfo{Format: model.Format, File: fileVersion + 1, Schema: model.SchemaVersion})
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(s.path, nil); !errors.Is(err, ErrNewerSchema) {
		t.Errorf("Open = %v, want %v", err, ErrNewerSchema)
	}
}
