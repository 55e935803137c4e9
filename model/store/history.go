package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"time"

	"fortegnelse/model"
)

// Action says what happened to a record.
type Action string

// The actions of the history.
const (
	Created Action = "create"
	Changed Action = "change"
	Deleted Action = "delete"
	Import  Action = "import" // created or changed, from another file

	// These put a record, or delete it where an entry has no After.
	Undone   Action = "undo"
	Redone   Action = "redo"
	Restored Action = "restore" // put back after it was deleted
)

// actions says what the history calls a change by its cause.
var actions = map[model.Cause]Action{"": Created, model.ByUndo: Undone, model.ByRedo: Redone, model.ByRestore: Restored}

// or returns a where it says that a change was undone or redone, whatever
// was done to the record then; else what was done.
func (a Action) or(done Action) Action {
	if a == Undone || a == Redone {
		return a
	}
	return done
}

// KindRegister stands in the history for what the register says of itself.
const KindRegister model.Kind = "register"

// Entry is one change of one record.
type Entry struct {
	Seq      uint64     // from 1, without gaps
	Group    uint64     // seq of the first entry that was saved with it
	Time     time.Time  // UTC, by the clock of the machine
	Counts   time.Time  // since when it counts: Time, or the latest time before it where the clock has gone back
	Author   string     // as given
	Action   Action     //
	Kind     model.Kind // or KindRegister
	Record   model.ID   //
	Number   string     // "B-01", as it was then
	Revision int        // of the record, from 1
	Reason   string     // in the person's own words, or ""
	Before   []byte     // the record as JSON; nil where it was new
	After    []byte     // the record as JSON; nil where it was deleted
	Previous string     // hash of the entry before
	Hash     string     // of this entry
}

// entryHead is an entry as it stands in the file, before the two records.
type entryHead struct {
	Previous string     `json:"previous"`
	Seq      uint64     `json:"seq"`
	Group    uint64     `json:"group"`
	Time     time.Time  `json:"time"`
	Counts   time.Time  `json:"counts,omitzero"` // only where the clock has gone back
	Author   string     `json:"author"`
	Action   Action     `json:"action"`
	Kind     model.Kind `json:"kind"`
	Record   model.ID   `json:"record"`
	Number   string     `json:"number,omitempty"`
	Revision int        `json:"revision"`
	Reason   string     `json:"reason,omitempty"`
}

// counts returns since when an entry counts.
func (h entryHead) counts() time.Time {
	if h.Counts.IsZero() {
		return h.Time
	}
	return h.Counts
}

// Fields returns the fields that the change has changed.
func (e Entry) Fields() ([]model.FieldChange, error) {
	if e.Kind == KindRegister {
		return infoFields(e.Before, e.After)
	}
	var before, after model.Record
	var err error
	if e.Before != nil {
		if before, err = decodeJSON(e.Kind, e.Before); err != nil {
			return nil, fmt.Errorf("change %d: %w", e.Seq, err)
		}
	}
	if e.After != nil {
		if after, err = decodeJSON(e.Kind, e.After); err != nil {
			return nil, fmt.Errorf("change %d: %w", e.Seq, err)
		}
	}
	return model.Diff(before, after), nil
}

func infoFields(before, after []byte) ([]model.FieldChange, error) {
	var old, now map[string]any
	for data, to := range map[*[]byte]*map[string]any{&before: &old, &after: &now} {
		if *data == nil {
			continue
		}
		if err := json.Unmarshal(*data, to); err != nil {
			return nil, fmt.Errorf("what the register says of itself: %w", err)
		}
	}
	all := maps.Clone(old)
	if all == nil {
		all = map[string]any{}
	}
	maps.Copy(all, now)
	var changes []model.FieldChange
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if !reflect.DeepEqual(old[name], now[name]) {
			changes = append(changes, model.FieldChange{Path: name, Before: old[name], After: now[name]})
		}
	}
	return changes, nil
}

// Filter chooses entries of the history. The zero Filter chooses all.
type Filter struct {
	Record model.ID  // only of this record
	Since  time.Time // only from then on
	Newest bool      // the newest first instead of the oldest
	Limit  int       // at most so many; 0 for all
}

// History returns entries of the history, the oldest first. A damaged one
// makes the whole an ErrDamaged.
func (s *Store) History(f Filter) ([]Entry, error) {
	var entries []Entry
	err := s.view(func(tx transaction) error {
		each := transaction.eachEntry
		if f.Record != "" {
			each = transaction.eachEntryOf
		}
		return each(tx, f, func(e Entry) error {
			if e.Time.Before(f.Since) {
				return nil
			}
			entries = append(entries, e)
			if f.Limit > 0 && len(entries) == f.Limit {
				return errEnough
			}
			return nil
		})
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, s.unread("history", err)
	}
	return entries, nil
}

var errEnough = errors.New("enough")

// eachEntry visits all entries.
func (tx transaction) eachEntry(f Filter, visit func(Entry) error) error {
	c := tx.Bucket(historyBucket).Cursor()
	start, step := c.First, c.Next
	if f.Newest {
		start, step = c.Last, c.Prev
	}
	for k, v := start(); k != nil; k, v = step() {
		e, err := tx.decodeEntry(k, v)
		if err != nil {
			return err
		}
		if err := visit(e); err != nil {
			return err
		}
	}
	return nil
}

// eachEntryOf visits the entries of one record, by the index. A revision
// that is missing is damage; so is a last one that is not what is stored.
func (tx transaction) eachEntryOf(f Filter, visit func(Entry) error) error {
	seqs, err := tx.revisionsOf(f.Record)
	if err != nil {
		return err
	}
	history := tx.Bucket(historyBucket)
	entries := make([]Entry, 0, len(seqs))
	for i, seq := range seqs {
		key := seqKey(seq)
		e, err := tx.decodeEntry(key, history.Get(key))
		if err != nil {
			return err
		}
		if e.Record != f.Record || e.Revision != i+1 {
			return fmt.Errorf("entry %d is not revision %d of %s", seq, i+1, f.Record)
		}
		entries = append(entries, e)
	}
	if err := tx.lastIsStored(f.Record, entries); err != nil {
		return err
	}
	if f.Newest {
		slices.Reverse(entries)
	}
	for _, e := range entries {
		if err := visit(e); err != nil {
			return err
		}
	}
	return nil
}

func (tx transaction) lastIsStored(id model.ID, entries []Entry) error {
	var stored []byte
	var err error
	if n := len(entries); n > 0 && entries[n-1].Kind == KindRegister {
		var info model.Info
		if err := tx.readMeta(registerKey, &info); err != nil || info.ID != id { // it has taken over the ID of another one since
			return err
		}
		stored, err = tx.get(metaBucket, registerKey)
	} else {
		stored, err = tx.stored(id)
	}
	if err != nil {
		return err
	}
	var last []byte
	if n := len(entries); n > 0 {
		last = entries[n-1].After
	}
	if !bytes.Equal(stored, last) {
		return fmt.Errorf("record %s, as it is stored: %w", id, errSaid)
	}
	return nil
}

// decodeEntry reads an entry; what it returns outlives the transaction.
func (v *vault) decodeEntry(key, value []byte) (Entry, error) {
	payload, err := v.unwrap(historyBucket, key, value)
	if err != nil {
		return Entry{}, fmt.Errorf("entry %x: %w", key, err)
	}
	var stored struct {
		entryHead
		Before json.RawMessage `json:"before"`
		After  json.RawMessage `json:"after"`
	}
	if err := json.Unmarshal(payload, &stored); err != nil {
		return Entry{}, fmt.Errorf("entry %x: %w", key, err)
	}
	h := stored.entryHead
	if !bytes.Equal(key, seqKey(h.Seq)) {
		return Entry{}, fmt.Errorf("entry %x names itself %d", key, h.Seq)
	}
	return Entry{
		Seq: h.Seq, Group: h.Group, Time: h.Time, Counts: h.counts(), Author: h.Author, Action: h.Action, Kind: h.Kind, Record: h.Record,
		Number: h.Number, Revision: h.Revision, Reason: h.Reason, Before: stored.Before, After: stored.After,
		Previous: h.Previous, Hash: hashOf(payload),
	}, nil
}
