package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"fortegnelse/model"
)

// Damage to a document keeps nobody from the register, and is told when the
// document is wanted, and by those who verify, with the record that names it.
func TestDamagedDocuments(t *testing.T) {
	other := bytesOf(100)
	part := func(tx transaction, d *model.Document, number uint64) []byte {
		document, _, _ := hashOfDocument(bytes.NewReader(bytesOf(d.Size)))
		return chunkKey(tx.vault, document, number)
	}
	for _, c := range []struct {
		name string
		do   func(tx transaction, d *model.Document) error
		want error
		says string
	}{
		{"a part has changed", func(tx transaction, d *model.Document) error {
			value := bytes.Clone(tx.Bucket(chunksBucket).Get(part(tx, d, 2)))
			value[len(value)/2] ^= 1
			return tx.Bucket(chunksBucket).Put(part(tx, d, 2), value)
		}, ErrDamaged, "D-01"},
		{"the manifest has changed", func(tx transaction, d *model.Document) error {
			value := bytes.Clone(tx.Bucket(chunksBucket).Get(part(tx, d, manifest)))
			value[len(value)-1] ^= 1
			return tx.Bucket(chunksBucket).Put(part(tx, d, manifest), value)
		}, ErrDamaged, "D-01"},
		{"a part is missing", func(tx transaction, d *model.Document) error {
			return tx.Bucket(chunksBucket).Delete(part(tx, d, 2))
		}, ErrDamaged, "D-01: part 2 is missing"},
		{"the last part is missing", func(tx transaction, d *model.Document) error {
			return tx.Bucket(chunksBucket).Delete(part(tx, d, 3))
		}, ErrDamaged, "D-01: part 3 is missing"},
		{"a part was made to fit", func(tx transaction, d *model.Document) error {
			document, _, _ := hashOfDocument(bytes.NewReader(bytesOf(d.Size)))
			return tx.putChunk(chunk{document, 2, bytesOf(chunkSize)})
		}, ErrTampered, "D-01"},
		{"a part too much", func(tx transaction, d *model.Document) error {
			document, _, _ := hashOfDocument(bytes.NewReader(bytesOf(d.Size)))
			return tx.putChunk(chunk{document, 2, other})
		}, ErrDamaged, "D-01"},
		{"two parts have changed places", func(tx transaction, d *model.Document) error {
			chunks := tx.Bucket(chunksBucket)
			one, two := bytes.Clone(chunks.Get(part(tx, d, 1))), bytes.Clone(chunks.Get(part(tx, d, 2)))
			return errors.Join(chunks.Put(part(tx, d, 1), two), chunks.Put(part(tx, d, 2), one))
		}, nil, "D-01"},
	} {
		for _, protect := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, protected=%t", c.name, protect), func(t *testing.T) {
				s := unprotected(t)
				if protect {
					s, _ = protected(t)
				}
				data := bytesOf(2*chunkSize + 9)
				d := attach(t, s, "D-01", data)
				fine := bytesOf(17)
				whole := attach(t, s, "D-02", fine)
				if err := s.update(func(tx transaction) error { return c.do(tx, d) }); err != nil {
					t.Fatal(err)
				}
				s = openedAgain(t, s)
				want := c.want
				if want == nil { // bound to its place by a seal, or by a checksum
					want = map[bool]error{false: ErrDamaged, true: ErrTampered}[protect]
				}
				for what, err := range map[string]error{"Extract": s.Extract(io.Discard, d.SHA256), "Verify": second(s.Verify())} {
					if !errors.Is(err, want) || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "D-02") {
						t.Errorf("%s = %v, want %v with %q", what, err, want, c.says)
					}
				}
				extracts(t, s, whole.SHA256, fine)
			})
		}
	}
}

func second(_ int, err error) error { return err }

// A document that is missing as a whole is told by those who verify.
func TestMissingDocument(t *testing.T) {
	for _, all := range []bool{false, true} { // its parts too, or its manifest only
		t.Run(fmt.Sprintf("all=%t", all), func(t *testing.T) {
			s := unprotected(t)
			d := attach(t, s, "D-01", bytesOf(chunkSize+1))
			attach(t, s, "D-02", bytesOf(5))
			document, _, _ := hashOfDocument(bytes.NewReader(bytesOf(chunkSize + 1)))
			if err := s.update(func(tx transaction) error {
				err := tx.Bucket(chunksBucket).Delete(chunkKey(tx.vault, document, manifest))
				if all {
					err = errors.Join(err, tx.removeDocument(tx.documentName(document)))
				}
				return err
			}); err != nil {
				t.Fatal(err)
			}
			_, err := s.Verify()
			if !errors.Is(err, ErrTampered) || !strings.Contains(err.Error(), "without bytes: D-01:") {
				t.Errorf("Verify = %v", err)
			}
			if err := s.Extract(io.Discard, d.SHA256); !errors.Is(err, ErrNotAttached) {
				t.Errorf("Extract = %v", err)
			}
		})
	}
}

// Keys of another form do no harm.
func TestStrangeKeysAmongDocuments(t *testing.T) {
	for _, key := range []string{"k", "12345678", strings.Repeat("\xff", 8), strings.Repeat("a", 64) + strings.Repeat("\xff", 8)} {
		t.Run(fmt.Sprintf("%x", key), func(t *testing.T) {
			s := unprotected(t)
			d := attach(t, s, "D-01", bytesOf(5))
			if err := s.update(func(tx transaction) error { return tx.put(chunksBucket, []byte(key), []byte("x")) }); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Verify(); !errors.Is(err, ErrDamaged) {
				t.Errorf("Verify = %v", err)
			}
			s = openedAgain(t, s)
			extracts(t, s, d.SHA256, bytesOf(5))
		})
	}
}

// Without the passphrase, documents are looked at as far as that can be done.
func TestInspectReadsDocuments(t *testing.T) {
	s, _ := protected(t)
	attach(t, s, "D-01", bytesOf(chunkSize))
	if err := s.update(func(tx transaction) error {
		key, value := tx.Bucket(chunksBucket).Cursor().Last()
		value = bytes.Clone(value)
		value[len(value)-9] ^= 4
		return tx.Bucket(chunksBucket).Put(bytes.Clone(key), value)
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if isProtected, err := Inspect(s.path); !isProtected || !errors.Is(err, ErrDamaged) {
		t.Errorf("Inspect = %t, %v", isProtected, err)
	}
}
