package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"fortegnelse/model"
)

// Attached returns the size of the document whose SHA-256, in lower-case hex,
// is hash. ErrNotAttached says that its bytes are not in the file: a record may
// name a document that lies elsewhere.
func (s *Store) Attached(hash string) (size int64, err error) {
	document, err := hex.DecodeString(hash)
	if err != nil || len(document) != sha256.Size {
		return 0, ErrNotAttached
	}
	err = s.view(func(tx transaction) error {
		c, err := tx.chunkAt(document, manifest)
		if err == nil && c.document == nil {
			return ErrNotAttached
		}
		if err == nil {
			size, err = c.size()
		}
		if err != nil {
			return tx.about(tx.documentName(document), err)
		}
		return nil
	})
	if err != nil && !errors.Is(err, ErrNotAttached) {
		err = s.unread("", err)
	}
	return size, err
}

// Extract writes the document whose SHA-256, in lower-case hex, is hash, and
// verifies it on the way. Where it fails, what was written is not the document.
// It holds nothing back while w is slow: others can save meanwhile.
//
// Errors are ErrNotAttached, ErrClosed, *DamagedError, *TamperedError and those
// of w.
func (s *Store) Extract(w io.Writer, hash string) error {
	size, err := s.Attached(hash)
	if err != nil {
		return err
	}
	check, err := newDocumentCheck(hash, size)
	if err != nil {
		return err
	}
	var buffer []byte
	for !check.done() {
		err := s.view(func(tx transaction) error {
			c, err := tx.chunkAt(check.document, check.next)
			if err == nil {
				err = check.add(c)
			}
			if err == nil && check.done() {
				err = check.end()
			}
			if err != nil {
				return tx.about(tx.documentName(check.document), err)
			}
			buffer = append(buffer[:0], c.data...)
			return nil
		})
		if err != nil {
			return s.unread("", err)
		}
		if _, err := w.Write(buffer); err != nil {
			return fmt.Errorf("writing the document: %w", err)
		}
	}
	return nil
}

// documentCheck goes through the parts of a document.
type documentCheck struct {
	document []byte
	left     int64
	next     uint64
	sum      interface {
		io.Writer
		Sum([]byte) []byte
	}
}

func newDocumentCheck(hash string, size int64) (*documentCheck, error) {
	document, err := hex.DecodeString(hash)
	return &documentCheck{document, size, manifest + 1, sha256.New()}, err
}

func (d *documentCheck) done() bool { return d.left <= 0 }

// add takes the next part.
func (d *documentCheck) add(c chunk) error {
	switch n := int64(len(c.data)); {
	case c.document == nil || c.number != d.next:
		return fmt.Errorf("part %d is missing", d.next)
	case n == 0 || n > d.left:
		return fmt.Errorf("part %d: %d bytes, when %d are left", d.next, n, d.left)
	}
	d.sum.Write(c.data)
	d.left -= int64(len(c.data))
	d.next++
	return nil
}

// end reports why the parts are not the document.
func (d *documentCheck) end() error {
	if d.left > 0 {
		return fmt.Errorf("part %d is missing", d.next)
	}
	if !bytes.Equal(d.sum.Sum(nil), d.document) {
		return fmt.Errorf("the SHA-256 of its bytes: %w", errSaid)
	}
	return nil
}

// about says of which documents an error is: those that the history knows
// under a name.
func (tx transaction) about(name []byte, err error) error {
	numbers, failed := tx.naming(func(hash string) bool { return string(tx.hide("document", hash)) == string(name) })
	if failed != nil || len(numbers) == 0 {
		return fmt.Errorf("an attached document: %w", err)
	}
	return fmt.Errorf("the document of %s: %w", strings.Join(numbers, ", "), err)
}

// naming returns the numbers of the records that name one of the documents,
// or have named it once, in the order of the history.
func (tx transaction) naming(chosen func(hash string) bool) ([]string, error) {
	var numbers []string
	err := tx.eachEntry(Filter{}, func(e Entry) error {
		if e.Kind != model.KindDocument || e.After == nil {
			return nil
		}
		var d model.Document
		if err := json.Unmarshal(e.After, &d); err != nil {
			return fmt.Errorf("entry %d: %w", e.Seq, err)
		}
		if d.SHA256 != "" && !slices.Contains(numbers, e.Number) && chosen(d.SHA256) {
			numbers = append(numbers, e.Number)
		}
		return nil
	})
	return numbers, err
}
