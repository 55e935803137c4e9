package store

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"fortegnelse/model"
)

// Deletion is a record that was deleted and is still in the history.
type Deletion struct {
	Seq    uint64       // of the entry that deleted it
	Time   time.Time    // UTC
	Author string       // who deleted it
	Record model.Record // as it was last
}

// Deletions returns the records that are deleted now, the one deleted last
// first. A damaged history is an ErrDamaged.
func (s *Store) Deletions() ([]Deletion, error) {
	var found []Deletion
	err := s.view(func(tx transaction) error {
		return tx.eachGone(func(seq uint64) error {
			d, err := tx.deletionAt(seq)
			if err == nil && d.Record != nil {
				found = append(found, d)
			}
			return err
		})
	})
	if err != nil {
		return nil, s.unread("history", err)
	}
	slices.SortFunc(found, func(a, b Deletion) int { return cmp.Compare(b.Seq, a.Seq) })
	return found, nil
}

// eachGone visits the last entry of every ID that is in the index and not
// among the records.
func (tx transaction) eachGone(visit func(seq uint64) error) error {
	records := tx.Bucket(recordsBucket)
	return tx.eachLast(func(last revision) error {
		if records.Get(last.name) != nil {
			return nil
		}
		return visit(last.seq)
	})
}

// deletionAt reads the entry that deleted a record. What is not a record, the
// register itself, gives no Record.
func (tx transaction) deletionAt(seq uint64) (Deletion, error) {
	key := seqKey(seq)
	e, err := tx.decodeEntry(key, tx.Bucket(historyBucket).Get(key))
	if err != nil || e.Kind == KindRegister {
		return Deletion{}, err
	}
	if e.After != nil || e.Before == nil {
		return Deletion{}, fmt.Errorf("entry %d: %s %s is not deleted and not stored", seq, e.Kind, e.Number)
	}
	rec, err := decodeJSON(e.Kind, e.Before)
	if err != nil {
		return Deletion{}, fmt.Errorf("entry %d: %w", seq, err)
	}
	return Deletion{Seq: seq, Time: e.Time, Author: e.Author, Record: rec}, nil
}

// Restore brings a deleted record back as it was, with an entry in the
// history. Where another record has its number by now, it gets the next one
// of its kind. It returns the record as it is stored.
//
// Errors are ErrNotDeleted, *LostReferenceError, and those of Save; the
// register is then as it was.
func (s *Store) Restore(id model.ID, author string) (model.Record, error) {
	deletions, err := s.Deletions()
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(deletions, func(d Deletion) bool { return d.Record.Meta().ID == id })
	if i < 0 {
		return nil, ErrNotDeleted
	}
	rec := deletions[i].Record
	if err := lostReferences(s.Register(), rec, deletions); err != nil {
		return nil, err
	}
	if _, taken := s.numbers.get(rec.Meta().Number); taken {
		rec.Meta().Number = s.Register().NextNumber(rec.Kind())
	}
	if _, err := s.Save(model.Change{Put: []model.Record{rec}, Cause: model.ByRestore}, author); err != nil {
		return nil, err
	}
	return rec, nil
}

// lostReferences finds what a record refers to that is no longer there.
func lostReferences(r *model.Register, rec model.Record, deletions []Deletion) error {
	lost := &LostReferenceError{Record: rec}
	for _, use := range model.References(rec) {
		if _, there := r.Record(use.To); there || use.To == rec.Meta().ID {
			continue
		}
		i := slices.IndexFunc(deletions, func(d Deletion) bool { return d.Record.Meta().ID == use.To })
		if i >= 0 && !slices.Contains(lost.Lost, deletions[i].Record) {
			lost.Lost = append(lost.Lost, deletions[i].Record)
		}
	}
	if len(lost.Lost) == 0 {
		return nil // what was never there is refused by Save
	}
	return lost
}
