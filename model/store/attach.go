package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"

	"fortegnelse/model"
)

// MaxAttachment is how many bytes an attached document has at most.
const MaxAttachment = 50 << 20

const (
	chunkSize      = 256 << 10
	perTransaction = 4 << 20 // how many bytes of a document one transaction stores
)

// Errors of attached documents.
var (
	ErrTooLarge      = errors.New("the document is too large to be attached")
	ErrEmptyDocument = errors.New("the document is empty")
	ErrReadTwice     = errors.New("the document has changed while it was read")
	ErrNotAttached   = errors.New("the document is not in the file")
)

// TooLargeError says how large a document may be. It is an ErrTooLarge.
type TooLargeError struct{ Limit int64 }

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("%v: it has more than %d bytes", ErrTooLarge, e.Limit)
}

// Is reports whether target is ErrTooLarge.
func (e *TooLargeError) Is(target error) bool { return target == ErrTooLarge }

// Attach stores the bytes of a document, MaxAttachment at most, and returns
// their SHA-256, in lower-case hex, and how many they are. They are read
// twice, first to learn the hash: what the file holds already is not stored
// again. Neither the whole document nor a large part of it is ever in memory.
//
// The bytes stay for good when a document that names their hash is saved, as
// the history names it from then on. Until then they are only waiting; those
// that still wait when the file is closed, or of which an Attach that was
// broken off has stored a part, are removed when it is opened for writing.
//
// Errors are *TooLargeError, ErrEmptyDocument, ErrReadTwice, ErrReadOnly,
// ErrClosed, *DamagedError, those of the reader and those of the system;
// nothing is stored then.
func (s *Store) Attach(r io.ReadSeeker) (hash string, size int64, err error) {
	s.attaching.Lock()
	defer s.attaching.Unlock()
	if err := s.changeable(); err != nil {
		return "", 0, err
	}
	document, size, err := hashOfDocument(r)
	if err != nil {
		return "", 0, err
	}
	hash = hex.EncodeToString(document)
	if there, err := s.has(hash); err != nil || there {
		return hash, size, err
	}
	err = s.storeParts(r, document, size)
	if err == nil {
		err = s.complete(document, size)
	}
	if err != nil {
		_ = s.change(func(tx transaction) error { return tx.removeDocument(tx.documentName(document)) }) // else when the file is opened
		return "", 0, err
	}
	return hash, size, nil
}

// hashOfDocument reads a document to the end.
func hashOfDocument(r io.Reader) (document []byte, size int64, err error) {
	sum := sha256.New()
	size, err = io.Copy(sum, io.LimitReader(r, MaxAttachment+1))
	switch {
	case err != nil:
		return nil, 0, fmt.Errorf("reading the document: %w", err)
	case size > MaxAttachment:
		return nil, 0, &TooLargeError{MaxAttachment}
	case size == 0:
		return nil, 0, ErrEmptyDocument
	}
	return sum.Sum(nil), size, nil
}

// has reports whether the bytes of a document are in the file, or wait there.
func (s *Store) has(hash string) (bool, error) {
	s.saving.Lock()
	_, waits := s.waiting[hash]
	s.saving.Unlock()
	if waits {
		return true, nil
	}
	_, err := s.Attached(hash)
	if errors.Is(err, ErrNotAttached) {
		return false, nil
	}
	return err == nil, err
}

// storeParts reads a document again and stores it, a few parts at a time, so
// that others can save in between.
func (s *Store) storeParts(r io.ReadSeeker, document []byte, size int64) error {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("reading the document again: %w", err)
	}
	sum := sha256.New()
	buffer := make([]byte, min(perTransaction, size))
	var number uint64
	for left := size; left > 0; {
		part := buffer[:min(int64(len(buffer)), left)]
		switch _, err := io.ReadFull(r, part); {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return ErrReadTwice
		case err != nil:
			return fmt.Errorf("reading the document again: %w", err)
		}
		sum.Write(part)
		left -= int64(len(part))
		if left == 0 && !bytes.Equal(sum.Sum(nil), document) {
			return ErrReadTwice
		}
		if err := s.change(func(tx transaction) error {
			for data := range slices.Chunk(part, chunkSize) {
				number++
				if err := tx.putChunk(chunk{document, number, data}); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}

// complete lets the bytes of a document wait for the record that names them,
// or keeps them at once where there is one.
func (s *Store) complete(document []byte, size int64) error {
	hash := hex.EncodeToString(document)
	s.saving.Lock()
	defer s.saving.Unlock()
	named := slices.ContainsFunc(s.Register().Records(model.KindDocument), func(rec model.Record) bool {
		return rec.(*model.Document).SHA256 == hash
	})
	if !named {
		if s.waiting == nil {
			s.waiting = map[string]int64{}
		}
		s.waiting[hash] = size
		return nil
	}
	after := s.state
	after.Documents++
	if err := s.changeLocked(func(tx transaction) error {
		if err := tx.putManifest(document, size); err != nil {
			return err
		}
		return tx.putMeta(stateKey, after)
	}); err != nil {
		return err
	}
	s.state = after
	return nil
}

// change writes to the file between two saves.
func (s *Store) change(f func(transaction) error) error {
	s.saving.Lock()
	defer s.saving.Unlock()
	return s.changeLocked(f)
}

// changeLocked is change for one that holds saving.
func (s *Store) changeLocked(f func(transaction) error) error {
	if s.closed {
		return ErrClosed
	}
	if err := s.update(f); err != nil {
		return s.saveError(err)
	}
	return nil
}

// keep makes the bytes that wait for a document part of the file for good.
func (j *journal) keep(rec model.Record) error {
	d, ok := rec.(*model.Document)
	if !ok {
		return nil
	}
	size, waits := j.waiting[d.SHA256]
	if !waits {
		return nil
	}
	document, err := hex.DecodeString(d.SHA256)
	if err != nil || j.tx.Bucket(chunksBucket).Get(chunkKey(j.tx.vault, document, manifest)) != nil {
		return err
	}
	j.state.Documents++
	return j.tx.putManifest(document, size)
}

// sweep removes the parts of documents that were never completed or never
// named. Where it fails, the next one to open the file will do it.
func (s *Store) sweep() {
	var names [][]byte
	if err := s.view(func(tx transaction) error {
		names = tx.incomplete()
		return nil
	}); err != nil || len(names) == 0 {
		return
	}
	_ = s.update(func(tx transaction) error {
		for _, name := range names {
			if err := tx.removeDocument(name); err != nil {
				return err
			}
		}
		return nil
	})
}
