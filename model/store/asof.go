package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"time"

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
	err := s.view(func(tx transaction) error {
		last, err := tx.lastUntil(at)
		if err != nil {
			return err
		}
		revisions, err := tx.revisionsUntil(last)
		if err != nil {
			return err
		}
		register, err = tx.registerOf(revisions)
		return err
	})
	switch {
	case err == nil:
		return register, nil
	case errors.Is(err, ErrBeforeBeginning):
		return nil, err
	}
	return nil, s.unread("history", err)
}

// lastUntil returns the sequence number of the last entry that counted at an
// instant. Entries are numbered without gaps, and the times at which they
// count never fall, so it is found in few steps.
func (tx transaction) lastUntil(at time.Time) (uint64, error) {
	var st state
	if err := tx.readMeta(stateKey, &st); err != nil {
		return 0, err
	}
	var failed error
	last := sort.Search(int(st.Seq), func(i int) bool {
		head, err := tx.headAt(uint64(i) + 1)
		failed = errors.Join(failed, err)
		return head.counts().After(at)
	})
	if failed != nil {
		return 0, failed
	}
	if last > 0 {
		return uint64(last), nil
	}
	first, err := tx.headAt(1)
	if err != nil {
		return 0, err
	}
	return 0, &BeforeBeginningError{first.counts()}
}

// registerOf makes a register of one revision of each record.
func (tx transaction) registerOf(revisions []revision) (*model.Register, error) {
	history := tx.Bucket(historyBucket)
	entries := make([][]byte, len(revisions))
	for i, r := range revisions { // a transaction is not for several goroutines
		entries[i] = history.Get(seqKey(r.seq))
	}
	infos, records := make([]*model.Info, len(revisions)), make([]model.Record, len(revisions))
	err := together(len(revisions), func(i int) (err error) {
		infos[i], records[i], err = tx.vault.readRevision(revisions[i], entries[i])
		return err
	})
	if err != nil {
		return nil, err
	}
	var info *model.Info
	present := records[:0]
	for i := range revisions {
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

// readRevision reads what stood in a record, or in what the register says of
// itself, after an entry; neither where the record was deleted.
func (v *vault) readRevision(r revision, entry []byte) (*model.Info, model.Record, error) {
	e, err := v.decodeEntry(seqKey(r.seq), entry)
	if err != nil {
		return nil, nil, err
	}
	if e.Revision != r.number || string(v.name(e.Record)) != string(r.name) {
		return nil, nil, fmt.Errorf("entry %d is another revision than the index says", e.Seq)
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
	if rec.Meta().ID != e.Record {
		return nil, nil, fmt.Errorf("entry %d: the record names itself %s", e.Seq, rec.Meta().ID)
	}
	return nil, rec, nil
}

// headAt reads an entry without the records in it, which stand behind the
// head. Their names cannot stand in the head: within a string of JSON, a
// quotation mark never follows a comma.
func (tx transaction) headAt(seq uint64) (entryHead, error) {
	var head entryHead
	payload, err := tx.get(historyBucket, seqKey(seq))
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
