package store

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
)

// verifyDocuments reads all attached documents; kept is how many there are by
// the state of the file. Its errors name the records that name the document.
func (tx transaction) verifyDocuments(kept int) error {
	complete := 0
	c := tx.Bucket(chunksBucket).Cursor()
	for k, v := c.First(); k != nil; {
		name := bytes.Clone(nameOf(k))
		if len(name) == 0 {
			return errors.New("a chunk of another form")
		}
		var check *documentCheck // nil for parts without a manifest, which nobody reads
		var failed error
		for ; bytes.HasPrefix(k, name) && len(k) == len(name)+8; k, v = c.Next() {
			if failed == nil {
				check, failed = tx.verifyChunk(check, k, v)
			}
		}
		if failed == nil && check != nil {
			failed = check.end()
			complete++
		}
		if failed != nil {
			return tx.about(name, failed)
		}
	}
	if complete != kept {
		return tx.lostDocuments(complete, kept)
	}
	return nil
}

// verifyChunk reads the next chunk of a document, and goes on with its check.
func (tx transaction) verifyChunk(check *documentCheck, key, value []byte) (*documentCheck, error) {
	c, err := tx.openChunk(key, value)
	if err != nil {
		return check, err
	}
	if c.number != manifest {
		if check == nil {
			return nil, nil
		}
		return check, check.add(c)
	}
	size, err := c.size()
	if err != nil {
		return nil, err
	}
	return newDocumentCheck(hex.EncodeToString(c.document), size)
}

// lostDocuments says that documents are missing as a whole, and which they may
// be: those that records name and that are not there.
func (tx transaction) lostDocuments(complete, kept int) error {
	there := map[string]bool{}
	tx.eachDocument(func(name []byte, complete bool) { there[string(name)] = complete })
	numbers, err := tx.naming(func(hash string) bool { return !there[string(tx.hide("document", hash))] })
	if err != nil {
		return err
	}
	return fmt.Errorf("%d attached documents instead of %d; without bytes: %s: %w", complete, kept, strings.Join(numbers, ", "), errSaid)
}
