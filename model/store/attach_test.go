package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
)

// unprotected makes a register without protection.
func unprotected(t testing.TB) *Store {
	t.Helper()
	s, err := Create(filepath.Join(t.TempDir(), "x.fortegnelse"), model.Info{Name: "x"}, []model.Record{titled("Lås")}, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// bytesOf makes a document of so many bytes that begins with the known text.
func bytesOf(size int) []byte {
	data := make([]byte, size)
	random := rand.NewChaCha8([32]byte{byte(size)})
	random.Read(data)
	copy(data, known)
	return data
}

// attach attaches a document and saves a record that names it.
func attach(t testing.TB, s *Store, number string, data []byte) *model.Document {
	t.Helper()
	hash, size, err := s.Attach(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Document{Title: number}
	if was, ok := s.Register().Numbered(number); ok {
		d = model.Clone(was).(*model.Document)
	} else {
		d.ID = model.NewID(modeltest.Generated)
	}
	d.Number, d.SHA256, d.Size = number, hash, int(size)
	if _, err := s.Save(model.Change{Put: []model.Record{d}}, "dpo"); err != nil {
		t.Fatal(err)
	}
	return d
}

// extracts fails unless a document is what it was.
func extracts(t testing.TB, s *Store, hash string, want []byte) {
	t.Helper()
	var got bytes.Buffer
	if err := s.Extract(&got, hash); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("%d bytes that are others than the %d attached", got.Len(), len(want))
	}
}

func verifies(t testing.TB, s *Store) {
	t.Helper()
	if _, err := s.Verify(); err != nil {
		t.Errorf("Verify: %v", err)
	}
}

// chunks counts what lies in the file of documents.
func chunks(t testing.TB, s *Store) (n int) {
	t.Helper()
	if err := s.view(func(tx transaction) error {
		n = tx.Bucket(chunksBucket).Stats().KeyN
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return n
}

// openedAgain closes a register and opens it.
func openedAgain(t testing.TB, s *Store) *Store {
	t.Helper()
	var secret Secret
	if s.Protected() {
		secret = passphrase
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(s.path, secret)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { again.Close() })
	return again
}

func TestDocumentsComeOutAsTheyWentIn(t *testing.T) {
	for _, protect := range []bool{false, true} {
		t.Run(fmt.Sprintf("protected=%t", protect), func(t *testing.T) {
			s := unprotected(t)
			if protect {
				s, _ = protected(t)
			}
			contents := map[string][]byte{}
			for i, size := range []int{1, chunkSize - 1, chunkSize, chunkSize + 1, perTransaction, 2*perTransaction + 5} {
				data := bytesOf(size)
				d := attach(t, s, fmt.Sprint("D-", i), data)
				contents[d.SHA256] = data
				if d.Size != size {
					t.Errorf("size %d instead of %d", d.Size, size)
				}
			}
			verifies(t, s)
			s = openedAgain(t, s)
			verifies(t, s)
			for hash, data := range contents {
				extracts(t, s, hash, data)
				if size, err := s.Attached(hash); err != nil || size != int64(len(data)) {
					t.Errorf("Attached = %d, %v", size, err)
				}
			}
			if protect {
				noPlaintext(t, filepath.Dir(s.path))
			}
		})
	}
}

func TestADocumentIsStoredOnce(t *testing.T) {
	s := unprotected(t)
	data := bytesOf(3 * chunkSize)
	if _, _, err := s.Attach(bytes.NewReader(data)); err != nil {
		t.Fatal(err)
	}
	one, two := attach(t, s, "D-01", data), attach(t, s, "D-02", data)
	if one.SHA256 != two.SHA256 {
		t.Errorf("%s and %s", one.SHA256, two.SHA256)
	}
	if n := chunks(t, s); n != 4 {
		t.Errorf("%d chunks, want 3 and a manifest", n)
	}
	verifies(t, s)
}

// reader is a document that fails in one of several ways.
type reader struct {
	*bytes.Reader
	again  func() // before it is read again
	failed error  // of the second reading
}

func (r *reader) Seek(offset int64, whence int) (int64, error) {
	r.again()
	if r.failed != nil {
		return 0, r.failed
	}
	return r.Reader.Seek(offset, whence)
}

func TestDocumentsThatCannotBeAttached(t *testing.T) {
	data := bytesOf(3 * perTransaction)
	changed := bytes.Clone(data)
	changed[len(data)-1]++
	gone := errors.New("the stick is gone")
	for _, c := range []struct {
		name string
		from func() io.ReadSeeker
		want error
	}{
		{"empty", func() io.ReadSeeker { return strings.NewReader("") }, ErrEmptyDocument},
		{"too large", func() io.ReadSeeker { return io.NewSectionReader(zeros{}, 0, MaxAttachment+1) }, ErrTooLarge},
		{"changed between", func() io.ReadSeeker {
			r := &reader{Reader: bytes.NewReader(data)}
			r.again = func() { r.Reader = bytes.NewReader(changed) }
			return r
		}, ErrReadTwice},
		{"shorter the second time", func() io.ReadSeeker {
			r := &reader{Reader: bytes.NewReader(data)}
			r.again = func() { r.Reader = bytes.NewReader(data[:2*perTransaction+1]) }
			return r
		}, ErrReadTwice},
		{"gone the second time", func() io.ReadSeeker { return &reader{bytes.NewReader(data), func() {}, gone} }, gone},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := unprotected(t)
			if hash, _, err := s.Attach(c.from()); !errors.Is(err, c.want) || hash != "" {
				t.Errorf("Attach = %q, %v, want %v", hash, err, c.want)
			}
			if n := chunks(t, s); n != 0 {
				t.Errorf("%d chunks are left", n)
			}
			verifies(t, s)
		})
	}
}

// zeros is a document of nothing.
type zeros struct{}

func (zeros) ReadAt(p []byte, _ int64) (int, error) { clear(p); return len(p), nil }

func TestAttachNeedsAFileThatCanBeWritten(t *testing.T) {
	s := unprotected(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Attach(strings.NewReader("x")); !errors.Is(err, ErrClosed) {
		t.Errorf("closed: %v", err)
	}
	r, err := OpenReadOnly(s.path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, _, err := r.Attach(strings.NewReader("x")); !errors.Is(err, ErrReadOnly) {
		t.Errorf("for reading: %v", err)
	}
}

// What an attachment that was broken off has left, and what no record has
// named, is no damage, and is gone when the file is opened again.
func TestUnfinishedDocumentsAreRemoved(t *testing.T) {
	s := unprotected(t)
	kept := bytesOf(chunkSize + 7)
	d := attach(t, s, "D-01", kept)
	data := bytesOf(perTransaction + 1)
	document, size, err := hashOfDocument(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.storeParts(bytes.NewReader(data), document, size); err != nil { // and then the power fails
		t.Fatal(err)
	}
	unnamed, _, err := s.Attach(strings.NewReader("never named"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Extract(io.Discard, unnamed); !errors.Is(err, ErrNotAttached) {
		t.Errorf("Extract of what waits = %v", err)
	}
	if n := chunks(t, s); n != 3+17+1 {
		t.Errorf("%d chunks at first", n)
	}
	verifies(t, s)
	if err := s.Rotate(time.Now()); err != nil { // a copy is made and verified meanwhile
		t.Error(err)
	}
	s = openedAgain(t, s)
	if n := chunks(t, s); n != 3 {
		t.Errorf("%d chunks in the end", n)
	}
	extracts(t, s, d.SHA256, kept)
	verifies(t, s)
}

// A record may name a document that lies elsewhere. When its bytes come, they
// are kept at once.
func TestARecordMayNameADocumentFirst(t *testing.T) {
	s := unprotected(t)
	data := bytesOf(10)
	d := attach(t, unprotected(t), "D-01", data)
	if _, err := s.Save(model.Change{Put: []model.Record{model.Clone(d)}}, "dpo"); err != nil {
		t.Fatal(err)
	}
	verifies(t, s)
	if _, err := s.Attached(d.SHA256); !errors.Is(err, ErrNotAttached) {
		t.Errorf("Attached = %v", err)
	}
	if err := s.Extract(io.Discard, "no hash"); !errors.Is(err, ErrNotAttached) {
		t.Errorf("Extract = %v", err)
	}
	if _, _, err := s.Attach(bytes.NewReader(data)); err != nil {
		t.Fatal(err)
	}
	s = openedAgain(t, s)
	extracts(t, s, d.SHA256, data)
	verifies(t, s)
}

// What replaces a document leaves the older one within reach, also through
// undo, protection, backup and restoring.
func TestReplacedDocumentsStay(t *testing.T) {
	cheap(t)
	s := unprotected(t)
	first, second := bytesOf(2*chunkSize), bytesOf(2*chunkSize+1)
	one := attach(t, s, "D-01", first)
	two := attach(t, s, "D-01", second)
	history, err := s.History(Filter{Record: one.ID})
	if err != nil || len(history) != 2 {
		t.Fatalf("%d entries, %v", len(history), err)
	}
	both := func(s *Store) {
		t.Helper()
		then, err := s.AsOf(history[0].Time)
		if err != nil {
			t.Fatal(err)
		}
		was, _ := model.Find[*model.Document](then, one.ID)
		is, _ := model.Find[*model.Document](s.Register(), one.ID)
		if is.SHA256 != two.SHA256 {
			t.Errorf("now it is %s", is.SHA256)
		}
		extracts(t, s, was.SHA256, first)
		extracts(t, s, is.SHA256, second)
		verifies(t, s)
	}
	both(s)
	if _, err := s.Protect(passphrase); err != nil {
		t.Fatal(err)
	}
	both(s)
	s = openedAgain(t, s)
	both(s)
	if err := s.BackupTo(s.path+".copy", false); err != nil {
		t.Fatal(err)
	}
	noPlaintext(t, filepath.Dir(s.path))
	restored := s.path + ".restored"
	if err := Restore(s.path+".copy", restored, passphrase); err != nil {
		t.Fatal(err)
	}
	r, err := Open(restored, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	both(r)
	if err := s.Unprotect(passphrase); err != nil {
		t.Fatal(err)
	}
	both(openedAgain(t, s))
}

// Others save, and a passphrase is set, while a document is attached.
func TestAttachLetsOthersWork(t *testing.T) {
	cheap(t)
	s := unprotected(t)
	data := bytesOf(3*perTransaction + 1)
	r := &between{Reader: bytes.NewReader(data), at: len(data) + 2*perTransaction, do: func() {
		retitle(t, s, "Meanwhile")
		if _, err := s.Protect(passphrase); err != nil {
			t.Error(err)
		}
	}}
	hash, size, err := s.Attach(r)
	if err != nil || r.do != nil {
		t.Fatal(err, "or nothing was done meanwhile")
	}
	d := &model.Document{SHA256: hash, Size: int(size)}
	d.ID, d.Number = model.NewID(modeltest.Generated), "D-01"
	if _, err := s.Save(model.Change{Put: []model.Record{d}}, "dpo"); err != nil {
		t.Fatal(err)
	}
	s = openedAgain(t, s)
	extracts(t, s, hash, data)
	verifies(t, s)
	noPlaintext(t, filepath.Dir(s.path))
}

// between does something when so many bytes have been read.
type between struct {
	*bytes.Reader
	at int
	do func()
}

func (b *between) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if b.at -= n; b.at <= 0 && b.do != nil {
		b.do()
		b.do = nil
	}
	return n, err
}
