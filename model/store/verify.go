package store

import (
	"errors"
	"fmt"
	"strings"

	bolt "go.etcd.io/bbolt"

	"fortegnelse/model"
)

// ChainError names the first entry of the history that does not fit. It is
// an ErrDamaged.
type ChainError struct {
	Seq    uint64
	Detail string
}

func (e *ChainError) Error() string { return fmt.Sprintf("change %d: %s", e.Seq, e.Detail) }

// Is reports whether target is ErrDamaged.
func (e *ChainError) Is(target error) bool { return target == ErrDamaged }

// Verify recomputes the chain of history and compares its end with the
// records that are stored. It returns how many entries fit; an error is a
// *ChainError or a *DamagedError.
func (s *Store) Verify() (entries int, err error) {
	s.saving.Lock() // so that the state belongs to what is read
	defer s.saving.Unlock()
	err = s.view(func(tx *bolt.Tx) error {
		previous := strings.Repeat("0", 64)
		last := map[model.ID]string{}
		err := eachEntry(tx, Filter{}, func(e Entry) error {
			seq := uint64(entries) + 1
			if e.Seq != seq {
				return &ChainError{seq, "it is missing"}
			}
			if e.Previous != previous {
				return &ChainError{seq, "it does not follow the one before"}
			}
			previous = e.Hash
			entries++
			last[e.Record] = string(e.After)
			return nil
		})
		if err != nil {
			var chain *ChainError
			if errors.As(err, &chain) {
				return err
			}
			return &ChainError{uint64(entries) + 1, err.Error()}
		}
		if uint64(entries) != s.state.Seq || previous != s.state.Head {
			return &ChainError{uint64(entries) + 1, "the history ends too early"}
		}
		return agree(tx, last)
	})
	return entries, err
}

// agree compares the records with what the history says of them last.
func agree(tx *bolt.Tx, last map[model.ID]string) error {
	j := &journal{records: tx.Bucket(recordsBucket)}
	return j.records.ForEach(func(k, _ []byte) error {
		data, err := j.stored(k)
		if err != nil {
			return &DamagedError{Detail: err.Error()}
		}
		if last[model.ID(k)] != string(data) {
			return &DamagedError{Detail: fmt.Sprintf("record %s is not what the history says", k)}
		}
		return nil
	})
}
