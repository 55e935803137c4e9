package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	bolt "go.etcd.io/bbolt"

	"fortegnelse/model"
)

// journal writes records and, for each, an entry of the history, within one
// transaction.
type journal struct {
	tx                      *bolt.Tx
	records, history, index *bolt.Bucket
	state                   state
	group                   uint64
	author, reason          string
	now                     time.Time
}

func newJournal(tx *bolt.Tx, s state, author string, now time.Time, reason string) *journal {
	j := &journal{
		tx: tx, state: s, group: s.Seq + 1, author: author, reason: reason, now: now.UTC(),
		records: tx.Bucket(recordsBucket), history: tx.Bucket(historyBucket), index: tx.Bucket(indexBucket),
	}
	j.history.FillPercent = 0.9 // it only grows at its end
	return j
}

// put stores a record, whose JSON is data, and enters it as done by action,
// or as a change if it was there. It reports false where nothing changes.
func (j *journal) put(rec model.Record, data []byte, action Action) (bool, error) {
	head := rec.Meta()
	key := []byte(head.ID)
	before, err := j.stored(key)
	if err != nil {
		return false, err
	}
	switch {
	case before == nil:
		j.state.Records++
	case bytes.Equal(before, data):
		return false, nil
	case action == Created:
		action = Changed
	}
	if err := j.enter(action, rec.Kind(), head.ID, head.Number, before, data); err != nil {
		return false, err
	}
	return true, j.records.Put(key, wrap(recordsBucket, key, recordPayload(rec.Kind(), data)))
}

// remove deletes a record and enters it as done by action.
func (j *journal) remove(rec model.Record, action Action) error {
	head := rec.Meta()
	key := []byte(head.ID)
	before, err := j.stored(key)
	if err != nil {
		return err
	}
	if err := j.enter(action, rec.Kind(), head.ID, head.Number, before, nil); err != nil {
		return err
	}
	j.state.Records--
	return j.records.Delete(key)
}

// stored returns the JSON of a record as it stands in the file, or nil.
func (j *journal) stored(key []byte) ([]byte, error) {
	value := j.records.Get(key)
	if value == nil {
		return nil, nil
	}
	payload, err := unwrap(recordsBucket, key, value)
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", key, err)
	}
	_, data, err := splitRecord(payload)
	return data, err
}

// register stores what the register says of itself, and enters it as a
// change, or as undone or redone if action is that.
func (j *journal) register(info model.Info, action Action) error {
	data, err := encode(info)
	if err != nil {
		return err
	}
	did := Created
	meta := j.tx.Bucket(metaBucket)
	var before []byte
	if value := meta.Get(registerKey); value != nil {
		if before, err = unwrap(metaBucket, registerKey, value); err != nil {
			return fmt.Errorf("meta register: %w", err)
		}
		if bytes.Equal(before, data) {
			return nil
		}
		did = action.or(Changed)
	}
	if err := j.enter(did, KindRegister, info.ID, "", before, data); err != nil {
		return err
	}
	return meta.Put(registerKey, wrap(metaBucket, registerKey, data))
}

// enter appends an entry to the history.
func (j *journal) enter(action Action, kind model.Kind, id model.ID, number string, before, after []byte) error {
	revision, err := j.revision(id)
	if err != nil {
		return err
	}
	counts, err := j.counts()
	if err != nil {
		return err
	}
	j.state.Seq++
	head, err := encode(entryHead{
		Previous: j.state.Head, Seq: j.state.Seq, Group: j.group, Time: j.now, Counts: counts, Author: j.author,
		Action: action, Kind: kind, Record: id, Number: number, Revision: revision + 1, Reason: j.reason,
	})
	if err != nil {
		return err
	}
	payload := make([]byte, 0, len(head)+len(before)+len(after)+32)
	payload = append(payload, head[:len(head)-1]...)
	if before != nil {
		payload = append(append(payload, `,"before":`...), before...)
	}
	if after != nil {
		payload = append(append(payload, `,"after":`...), after...)
	}
	payload = append(payload, '}')
	j.state.Head = hashOf(payload)
	key := seqKey(j.state.Seq)
	if err := j.history.Put(key, wrap(historyBucket, key, payload)); err != nil {
		return err
	}
	key = indexKey(id, j.state.Seq)
	return j.index.Put(key, wrap(indexBucket, key, strconv.AppendInt(nil, int64(revision+1), 10)))
}

// counts returns the time at which the next entry counts where that is not
// its own: the clock has gone back since the last one. So the times at which
// entries count never fall, and one can be found among them.
func (j *journal) counts() (time.Time, error) {
	if j.state.Seq == 0 {
		return time.Time{}, nil
	}
	last, err := headAt(j.history, j.state.Seq)
	if err != nil {
		return time.Time{}, err
	}
	if latest := last.counts(); j.now.Before(latest) {
		return latest, nil
	}
	return time.Time{}, nil
}

// revision returns how often a record has been entered.
func (j *journal) revision(id model.ID) (int, error) {
	c := j.index.Cursor()
	key, _ := c.Seek(indexKey(id, 1<<64-1))
	var value []byte
	if key == nil {
		key, value = c.Last()
	} else {
		key, value = c.Prev()
	}
	if key == nil || !bytes.HasPrefix(key, []byte(id)) {
		return 0, nil
	}
	return revisionAt(key, value)
}

func revisionAt(key, value []byte) (int, error) {
	payload, err := unwrap(indexBucket, key, value)
	if err != nil {
		return 0, fmt.Errorf("index: %w", err)
	}
	return strconv.Atoi(string(payload))
}

// finish stores the state after all entries.
func (j *journal) finish() error { return putMeta(j.tx, stateKey, j.state) }

func putMeta(tx *bolt.Tx, key []byte, v any) error {
	payload, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return tx.Bucket(metaBucket).Put(key, wrap(metaBucket, key, payload))
}

func hashOf(payload []byte) string {
	sum := sha256.Sum256(payload)
	return hex.EncodeToString(sum[:])
}

func seqKey(seq uint64) []byte { return binary.BigEndian.AppendUint64(nil, seq) }

func indexKey(id model.ID, seq uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte(id), seq)
}
