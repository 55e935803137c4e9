package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sort"

	bolt "go.etcd.io/bbolt"

	"fortegnelse/model"
)

// The index leads from a record to the entries of the history that are its
// revisions: name of the record and number of the revision → sequence number
// of the entry. Both are 8 bytes, big-endian. What belongs together thus
// stands in the sealed values only.

// revision is one line of the index.
type revision struct {
	name   []byte // of the record, see vault.name
	number int    // from 1
	seq    uint64 // of the entry
}

const revisionLength = 8

func indexKey(name []byte, revision int) []byte {
	return binary.BigEndian.AppendUint64(bytes.Clone(name), uint64(revision))
}

// at reads the line of the index under a key.
func (tx transaction) at(key, value []byte) (revision, error) {
	name := len(key) - revisionLength
	if name <= 0 {
		return revision{}, fmt.Errorf("index: key %x", key)
	}
	payload, err := tx.unwrap(indexBucket, key, value)
	if err == nil && len(payload) != 8 {
		err = errors.New("a line of another form")
	}
	number := binary.BigEndian.Uint64(key[name:])
	if err == nil && (number == 0 || number > math.MaxInt32) {
		err = fmt.Errorf("revision %d", number)
	}
	if err != nil {
		return revision{}, fmt.Errorf("index: %w", err)
	}
	return revision{key[:name], int(number), binary.BigEndian.Uint64(payload)}, nil
}

// lastRevision returns how often a record has been entered.
func (tx transaction) lastRevision(id model.ID) (int, error) {
	name := tx.name(id)
	key, value := lastOf(tx.Bucket(indexBucket).Cursor(), name)
	if !bytes.HasPrefix(key, name) {
		return 0, nil
	}
	last, err := tx.at(key, value)
	return last.number, err
}

// lastOf returns the last line of the index whose name is not behind another.
func lastOf(c *bolt.Cursor, name []byte) (key, value []byte) {
	if key, _ = c.Seek(binary.BigEndian.AppendUint64(bytes.Clone(name), math.MaxUint64)); key == nil {
		return c.Last()
	}
	return c.Prev()
}

// revisionsOf returns the sequence numbers of the entries of a record. One
// that is missing is damage.
func (tx transaction) revisionsOf(id model.ID) ([]uint64, error) {
	var seqs []uint64
	name := tx.name(id)
	c := tx.Bucket(indexBucket).Cursor()
	for k, v := c.Seek(name); bytes.HasPrefix(k, name); k, v = c.Next() {
		r, err := tx.at(k, v)
		if err != nil {
			return nil, err
		}
		seqs = append(seqs, r.seq)
		if r.number != len(seqs) {
			return nil, fmt.Errorf("record %s: revision %d follows revision %d", id, r.number, len(seqs)-1)
		}
	}
	return seqs, nil
}

// eachLast visits the last revision of every record that was ever made.
func (tx transaction) eachLast(visit func(revision) error) error {
	c := tx.Bucket(indexBucket).Cursor()
	for k, _ := c.First(); k != nil; {
		name := k[:max(len(k)-revisionLength, 0)]
		last, err := tx.at(lastOf(c, name))
		if err != nil {
			return err
		}
		if err := visit(last); err != nil {
			return err
		}
		k, _ = c.Seek(binary.BigEndian.AppendUint64(bytes.Clone(name), math.MaxUint64)) // the next record
	}
	return nil
}

// revisionsUntil returns, for each record that was ever made until then, its
// last revision not after an entry.
func (tx transaction) revisionsUntil(seq uint64) ([]revision, error) {
	var found []revision
	index := tx.Bucket(indexBucket)
	err := tx.eachLast(func(last revision) (err error) {
		if last.seq > seq {
			last, err = tx.until(index, last, seq)
		}
		if err == nil && last.number > 0 {
			found = append(found, last)
		}
		return err
	})
	return found, err
}

// until returns the last revision of a record not after an entry; its number
// is 0 where there was none. Later revisions have later entries, so it is
// found in few steps.
func (tx transaction) until(index *bolt.Bucket, last revision, seq uint64) (revision, error) {
	var failed error
	found := revision{}
	sort.Search(last.number-1, func(i int) bool {
		key := indexKey(last.name, i+1)
		r, err := tx.at(key, index.Get(key))
		if err != nil {
			failed = err
			return true
		}
		if r.seq > seq {
			return true
		}
		found = r // each is later than the one found before
		return false
	})
	return found, failed
}
