package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"sort"
	"time"

	bolt "go.etcd.io/bbolt"

	"fortegnelse/model"
)

// AsOf returns the register as it was at an instant, with all changes that
// were saved until then. Before the register was made, the error is a
// *BeforeBeginningError; a damaged history is an ErrDamaged.
//
// Where the clock of the machine has gone back, the changes after it count
// at the latest time seen until then, see [Entry.Counts]: a change never
// counts before those that it follows.
//
// The cost grows with the number of records that were ever made, not with
// the number of their revisions: for each record the index leads to the one
// that counts.
func (s *Store) AsOf(at time.Time) (*model.Register, error) {
	var register *model.Register
	err := s.view(func(tx *bolt.Tx) error {
		last, err := lastUntil(tx, at)
		if err != nil {
			return err
		}
		keys, err := revisionsUntil(tx, last)
		if err != nil {
			return err
		}
		register, err = registerOf(tx, keys)
		return err
	})
	switch {
	case err == nil:
		return register, nil
	case errors.Is(err, ErrBeforeBeginning) || errors.Is(err, ErrDamaged) || errors.Is(err, ErrClosed):
		return nil, err
	}
	return nil, &DamagedError{Path: s.path, Detail: "history: " + err.Error()}
}

// lastUntil returns the sequence number of the last entry that counted at an
// instant. Entries are numbered without gaps, and the times at which they
// count never fall, so it is found in few steps.
func lastUntil(tx *bolt.Tx, at time.Time) (uint64, error) {
	var st state
	if err := readMetaValue(tx.Bucket(metaBucket), stateKey, &st); err != nil {
		return 0, err
	}
	history := tx.Bucket(historyBucket)
	var failed error
	last := sort.Search(int(st.Seq), func(i int) bool {
		head, err := headAt(history, uint64(i)+1)
		failed = errors.Join(failed, err)
		return head.counts().After(at)
	})
	if failed != nil {
		return 0, failed
	}
	if last > 0 {
		return uint64(last), nil
	}
	first, err := headAt(history, 1)
	if err != nil {
		return 0, err
	}
	return 0, &BeforeBeginningError{first.counts()}
}

// revisionsUntil returns, for each record that was ever made until then, the
// key in the index of its last revision not after an entry.
func revisionsUntil(tx *bolt.Tx, last uint64) ([][]byte, error) {
	var keys [][]byte
	c := tx.Bucket(indexBucket).Cursor()
	for k, _ := c.First(); k != nil; {
		id := model.ID(k[:max(len(k)-seqLength, 0)])
		if id == "" {
			return nil, fmt.Errorf("index: key %x", k)
		}
		if before := lastBefore(c, indexKey(id, last+1)); bytes.HasPrefix(before, []byte(id)) {
			keys = append(keys, before)
		}
		k, _ = c.Seek(indexKey(id, math.MaxUint64)) // the next record
	}
	return keys, nil
}

// lastBefore returns the last key before another one, or nil.
func lastBefore(c *bolt.Cursor, key []byte) []byte {
	var before []byte
	if k, _ := c.Seek(key); k == nil {
		before, _ = c.Last()
	} else {
		before, _ = c.Prev()
	}
	return before
}

// registerOf makes a register of revisions, given by their keys in the index.
func registerOf(tx *bolt.Tx, keys [][]byte) (*model.Register, error) {
	index, history := tx.Bucket(indexBucket), tx.Bucket(historyBucket)
	indexed, entries := make([][]byte, len(keys)), make([][]byte, len(keys))
	for i, key := range keys { // a transaction is not for several goroutines
		indexed[i], entries[i] = index.Get(key), history.Get(key[len(key)-seqLength:])
	}
	infos, records := make([]*model.Info, len(keys)), make([]model.Record, len(keys))
	err := together(len(keys), func(i int) (err error) {
		infos[i], records[i], err = revisionOf(keys[i], indexed[i], entries[i])
		return err
	})
	if err != nil {
		return nil, err
	}
	var info *model.Info
	present := records[:0]
	for i := range keys {
		if infos[i] != nil {
			info = infos[i]
		}
		if records[i] != nil {
			present = append(present, records[i])
		}
	}
	if info == nil {
		return nil, errors.New("it does not say what the register says of itself")
	}
	return model.NewRegister(*info, present)
}

// revisionOf reads what stood in a record, or in what the register says of
// itself, after the entry that an index key names; neither where the record
// was deleted.
func revisionOf(key, indexed, entry []byte) (*model.Info, model.Record, error) {
	id, seq := model.ID(key[:len(key)-seqLength]), key[len(key)-seqLength:]
	revision, err := revisionAt(key, indexed)
	if err != nil {
		return nil, nil, err
	}
	e, err := decodeEntry(seq, entry)
	if err != nil {
		return nil, nil, err
	}
	if e.Record != id || e.Revision != revision {
		return nil, nil, fmt.Errorf("entry %d is not revision %d of %s", e.Seq, revision, id)
	}
	if e.After == nil {
		return nil, nil, nil
	}
	if e.Kind == KindRegister {
		var info model.Info
		if err := json.Unmarshal(e.After, &info); err != nil {
			return nil, nil, fmt.Errorf("entry %d: %w", e.Seq, err)
		}
		return &info, nil, nil
	}
	rec, err := decodeJSON(e.Kind, e.After)
	if err != nil {
		return nil, nil, fmt.Errorf("entry %d: %w", e.Seq, err)
	}
	if rec.Meta().ID != id {
		return nil, nil, fmt.Errorf("entry %d: the record names itself %s", e.Seq, rec.Meta().ID)
	}
	return nil, rec, nil
}

// headAt reads an entry without the records in it, which stand behind the
// head. Their names cannot stand in the head: within a string of JSON, a
// quotation mark never follows a comma.
func headAt(history *bolt.Bucket, seq uint64) (entryHead, error) {
	var head entryHead
	key := seqKey(seq)
	payload, err := unwrap(historyBucket, key, history.Get(key))
	if err != nil {
		return head, fmt.Errorf("entry %d: %w", seq, err)
	}
	for _, name := range []string{`,"before":`, `,"after":`} {
		if before, _, found := bytes.Cut(payload, []byte(name)); found {
			payload = append(bytes.Clone(before), '}')
			break
		}
	}
	if err := json.Unmarshal(payload, &head); err != nil {
		return head, fmt.Errorf("entry %d: %w", seq, err)
	}
	if head.Seq != seq {
		return head, fmt.Errorf("entry %d names itself %d", seq, head.Seq)
	}
	return head, nil
}

// seqLength is the length of a sequence number in a key.
const seqLength = 8
