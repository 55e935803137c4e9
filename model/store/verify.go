package store

import (
	"errors"
	"fmt"

	"fortegnelse/model"
)

// ChainError names the first entry of the history that does not fit. It is
// an ErrTampered where the entry, or one before it, was made to fit, and an
// ErrDamaged where it is broken.
type ChainError struct {
	Seq    uint64
	Detail string
	broken bool
}

func (e *ChainError) Error() string { return fmt.Sprintf("change %d: %s", e.Seq, e.Detail) }

// Is reports whether target is what kind of error e is.
func (e *ChainError) Is(target error) bool {
	return target == ErrDamaged && e.broken || target == ErrTampered && !e.broken
}

// Verify recomputes the chain of history and compares its end with the index
// and the records that are stored, and these with the schema and with each
// other; and it reads all attached documents. It returns how many entries fit;
// an error is a *ChainError, a *TamperedError or a *DamagedError.
func (s *Store) Verify() (entries int, err error) {
	s.saving.Lock() // so that the state belongs to what is read
	defer s.saving.Unlock()
	err = s.view(func(tx transaction) error {
		previous := beginning
		last := map[model.ID]Entry{}
		err := tx.eachEntry(Filter{}, func(e Entry) error {
			seq := uint64(entries) + 1
			if e.Seq != seq {
				return &ChainError{Seq: seq, Detail: "it is missing"}
			}
			if e.Previous != previous {
				return &ChainError{Seq: seq, Detail: "it does not follow the one before"}
			}
			previous = e.Hash
			entries++
			e.Before = nil // not needed, and large
			last[e.Record] = e
			return nil
		})
		if err != nil {
			var chain *ChainError
			if errors.As(err, &chain) {
				return err
			}
			return &ChainError{uint64(entries) + 1, err.Error(), !errors.Is(err, errSeal)}
		}
		if uint64(entries) != s.state.Seq || previous != s.state.Head {
			return &ChainError{Seq: uint64(entries) + 1, Detail: "the history ends too early"}
		}
		if err := tx.agree(last); err != nil {
			return err
		}
		return tx.verifyDocuments(s.state.Documents)
	})
	if err == nil {
		if problems := model.Validate(s.Register().Content()); len(problems) > 0 {
			err = problems[0]
		}
	}
	if err != nil {
		return entries, s.unread("", err)
	}
	return entries, nil
}

// agree compares the index and the records with what the history says of them
// last.
func (tx transaction) agree(last map[model.ID]Entry) error {
	var info model.Info
	if err := tx.readMeta(registerKey, &info); err != nil {
		return err
	}
	if last[info.ID].Kind != KindRegister {
		return fmt.Errorf("the register %s: %w", info.ID, errSaid)
	}
	records := 0
	for id, entry := range last {
		revisions, err := tx.revisionsOf(id)
		if err != nil {
			return err
		}
		if len(revisions) != entry.Revision || revisions[len(revisions)-1] != entry.Seq {
			return fmt.Errorf("the index of %s %s: %w", entry.Kind, entry.Number, errSaid)
		}
		if err := tx.lastIsStored(id, []Entry{entry}); err != nil {
			return err
		}
		if entry.Kind != KindRegister && entry.After != nil {
			records++
		}
	}
	if stored := tx.Bucket(recordsBucket).Stats().KeyN; stored != records {
		return fmt.Errorf("%d records instead of %d: %w", stored, records, errSaid)
	}
	return nil
}
