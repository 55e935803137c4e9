package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"fortegnelse/model"
)

// journal writes records and, for each, an entry of the history, within one
// transaction.
type journal struct {
	tx             transaction
	state          state
	group          uint64
	author, reason string
	now            time.Time
	waiting        map[string]int64 // see Store
}

func newJournal(tx transaction, s state, author string, now time.Time, reason string) *journal {
	tx.Bucket(historyBucket).FillPercent = 0.9 // it only grows at its end
	return &journal{tx: tx, state: s, group: s.Seq + 1, author: author, reason: reason, now: now.UTC()}
}

// put stores a record, whose JSON is data, and enters it as done by action,
// or as a change if it was there. It reports false where nothing changes.
func (j *journal) put(rec model.Record, data []byte, action Action) (bool, error) {
	head := rec.Meta()
	before, err := j.tx.stored(head.ID)
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
	if err := j.keep(rec); err != nil {
		return false, err
	}
	return true, j.tx.put(recordsBucket, j.tx.name(head.ID), recordParts(rec.Kind(), data)...)
}

// remove deletes a record and enters it as done by action.
func (j *journal) remove(rec model.Record, action Action) error {
	head := rec.Meta()
	before, err := j.tx.stored(head.ID)
	if err != nil {
		return err
	}
	if err := j.enter(action, rec.Kind(), head.ID, head.Number, before, nil); err != nil {
		return err
	}
	j.state.Records--
	return j.tx.Bucket(recordsBucket).Delete(j.tx.name(head.ID))
}

// stored returns the JSON of a record as it stands in the file, or nil.
func (tx transaction) stored(id model.ID) ([]byte, error) {
	key := tx.name(id)
	value := tx.Bucket(recordsBucket).Get(key)
	if value == nil {
		return nil, nil
	}
	payload, err := tx.unwrap(recordsBucket, key, value)
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", id, err)
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
	var before []byte
	if j.tx.Bucket(metaBucket).Get(registerKey) != nil {
		if before, err = j.tx.get(metaBucket, registerKey); err != nil {
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
	return j.tx.put(metaBucket, registerKey, data)
}

// enter appends an entry to the history.
func (j *journal) enter(action Action, kind model.Kind, id model.ID, number string, before, after []byte) error {
	revision, err := j.tx.lastRevision(id)
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
	payload := [][]byte{head[:len(head)-1]}
	if before != nil {
		payload = append(payload, []byte(`,"before":`), before)
	}
	if after != nil {
		payload = append(payload, []byte(`,"after":`), after)
	}
	payload = append(payload, []byte{'}'})
	j.state.Head = hashOf(payload...)
	if err := j.tx.put(historyBucket, seqKey(j.state.Seq), payload...); err != nil {
		return err
	}
	return j.tx.put(indexBucket, indexKey(j.tx.name(id), revision+1), seqKey(j.state.Seq))
}

// counts returns the time at which the next entry counts where that is not
// its own: the clock has gone back since the last one. So the times at which
// entries count never fall, and one can be found among them.
func (j *journal) counts() (time.Time, error) {
	if j.state.Seq == 0 {
		return time.Time{}, nil
	}
	last, err := j.tx.headAt(j.state.Seq)
	if err != nil {
		return time.Time{}, err
	}
	if latest := last.counts(); j.now.Before(latest) {
		return latest, nil
	}
	return time.Time{}, nil
}

// finish stores the state after all entries.
func (j *journal) finish() error { return j.tx.putMeta(stateKey, j.state) }

func (tx transaction) putMeta(key []byte, v any) error {
	payload, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return tx.put(metaBucket, key, payload)
}

// hashOf returns the SHA-256 of a payload, given in parts, in lower-case hex.
func hashOf(payload ...[]byte) string {
	sum := sha256.New()
	for _, part := range payload {
		sum.Write(part)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func seqKey(seq uint64) []byte { return binary.BigEndian.AppendUint64(nil, seq) }
