package store

import (
	"bytes"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// Inspect looks at a file as far as that can be done without a passphrase: its
// pages and the checksums of its values. It reports whether a passphrase
// protects it. Its errors are those of OpenReadOnly but ErrProtected and
// ErrWrongPassphrase.
func Inspect(path string) (protected bool, err error) {
	db, file, _, err := openChecked(path)
	if err != nil {
		return false, err
	}
	s := &Store{path: path, db: db, file: file, readOnly: true}
	err = s.view(func(tx transaction) error {
		if _, err := tx.format(); err != nil && !errors.Is(err, errOlder) {
			return err
		}
		protected = tx.Bucket(metaBucket).Get(protectionKey) != nil
		return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
			return b.ForEach(func(k, v []byte) error {
				if whole(name, k, v) {
					return nil
				}
				if bytes.Equal(name, chunksBucket) && len(nameOf(k)) > 0 {
					return tx.about(nameOf(k), fmt.Errorf("part %d: %w", numberOf(k), errValue))
				}
				return fmt.Errorf("%s %x: %w", name, k, errValue)
			})
		})
	})
	if err != nil {
		err = s.unread("", err)
	}
	if closed := s.Close(); err == nil {
		err = closed
	}
	return protected, err
}
