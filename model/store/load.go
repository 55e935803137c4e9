package store

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"

	"fortegnelse/model"
)

// The buckets of a file.
var (
	metaBucket    = []byte("meta")
	recordsBucket = []byte("records")
	historyBucket = []byte("history")
	indexBucket   = []byte("index")
	chunksBucket  = []byte("chunks")

	buckets = [][]byte{metaBucket, recordsBucket, historyBucket, indexBucket, chunksBucket}
)

// The keys of the bucket meta.
var (
	formatKey     = []byte("format")
	protectionKey = []byte("protection")
	sealKey       = []byte("seal")
	registerKey   = []byte("register")
	stateKey      = []byte("state")
)

// fileVersion is the version of the layout of the file.
const fileVersion = 2 // 1 had another index, see migrate

// formatInfo says what a file is. It never changes its form.
type formatInfo struct {
	Format string `json:"format"` // model.Format
	File   int    `json:"file"`   // fileVersion
	Schema int    `json:"schema"` // model.SchemaVersion of the records
}

// state changes with every save.
type state struct {
	Seq       uint64 `json:"seq"`                 // of the last entry of the history
	Head      string `json:"head"`                // hash of the last entry
	Records   int    `json:"records"`             // how many there are
	Documents int    `json:"documents,omitempty"` // how many are attached
}

// load reads the register out of a database whose structure is whole; keys
// says how many keys its buckets hold. It closes the database on errors. The
// store is for reading.
func load(path string, db *bolt.DB, file *os.File, keys map[string]int, key opener) (*Store, error) {
	s := &Store{path: path, db: db, file: file, readOnly: true, now: time.Now}
	err := s.view(func(tx transaction) (err error) {
		if _, err := tx.format(); err != nil {
			return err
		}
		if s.vault, err = tx.unlock(key); err != nil {
			return err
		}
		tx.vault = s.vault
		return s.read(tx, keys)
	})
	if err != nil {
		s.Close() // only read
		return nil, s.unread("", err)
	}
	return s, nil
}

// format reads what a file is. Its errors are ErrNotRegister, ErrNewerSchema
// and errOlder.
func (tx transaction) format() (formatInfo, error) {
	tx.vault = nil
	var format formatInfo
	if meta := tx.Bucket(metaBucket); meta == nil || meta.Get(formatKey) == nil {
		return format, ErrNotRegister
	}
	if err := tx.readMeta(formatKey, &format); err != nil {
		return format, err
	}
	switch {
	case format.Format != model.Format:
		return format, ErrNotRegister
	case format.File > fileVersion || format.Schema > model.SchemaVersion:
		return format, ErrNewerSchema
	case format.File < fileVersion || format.Schema < model.SchemaVersion:
		return format, errOlder
	}
	return format, nil
}

func (s *Store) read(tx transaction, keys map[string]int) error {
	for _, name := range buckets {
		if tx.Bucket(name) == nil {
			return fmt.Errorf("the bucket %s is missing", name)
		}
	}
	var info model.Info
	if err := tx.readMeta(registerKey, &info); err != nil {
		return err
	}
	if err := tx.readMeta(stateKey, &s.state); err != nil {
		return err
	}
	for name, want := range map[string]int{"records": s.state.Records, "history": int(s.state.Seq), "index": int(s.state.Seq)} {
		if keys[name] != want {
			return fmt.Errorf("bucket %s: %d keys instead of %d", name, keys[name], want)
		}
	}
	records, err := tx.readRecords(s.state.Records)
	if err != nil {
		return err
	}
	s.numbers.owner = make(map[string]model.ID, len(records))
	for _, rec := range records {
		s.numbers.owner[numberKey(rec.Meta().Number)] = rec.Meta().ID
	}
	register, err := model.NewRegister(info, records)
	if err != nil {
		return err
	}
	s.register.Store(register)
	return nil
}

func (tx transaction) readMeta(key []byte, v any) error {
	payload, err := tx.get(metaBucket, key)
	if err != nil {
		return fmt.Errorf("meta %s: %w", key, err)
	}
	if err := json.Unmarshal(payload, v); err != nil {
		return fmt.Errorf("meta %s: %w", key, err)
	}
	return nil
}

// readRecords decodes all records, on all processors.
func (tx transaction) readRecords(n int) ([]model.Record, error) {
	type pair struct{ key, value []byte }
	pairs := make([]pair, 0, n)
	if err := tx.Bucket(recordsBucket).ForEach(func(k, v []byte) error {
		pairs = append(pairs, pair{k, v})
		return nil
	}); err != nil {
		return nil, err
	}
	records := make([]model.Record, len(pairs))
	err := together(len(pairs), func(i int) (err error) {
		records[i], err = tx.decodeRecord(pairs[i].key, pairs[i].value)
		return err
	})
	return records, err
}

// together does n things that read the mapped file, on all processors.
func together(n int, do func(i int) error) error {
	workers := runtime.GOMAXPROCS(0)
	failed := make([]error, workers)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			failed[w] = safely("", func() (err error) {
				for i := w; i < n && err == nil; i += workers {
					err = do(i)
				}
				return err
			})
		})
	}
	wait.Wait()
	return errors.Join(failed...)
}

// A record is stored as {"kind":"activity","record":{…}}.
const (
	kindOpening   = `{"kind":"`
	recordOpening = `","record":`
)

// recordParts returns what is stored for a record, in parts.
func recordParts(k model.Kind, record []byte) [][]byte {
	return [][]byte{[]byte(kindOpening), []byte(k), []byte(recordOpening), record, {'}'}}
}

// recordPayload is recordParts in one.
func recordPayload(k model.Kind, record []byte) []byte {
	return bytes.Join(recordParts(k, record), nil)
}

// splitRecord is the reverse of recordPayload.
func splitRecord(payload []byte) (k model.Kind, record []byte, err error) {
	rest, ok := bytes.CutPrefix(payload, []byte(kindOpening))
	kind, record, cut := bytes.Cut(rest, []byte(recordOpening))
	record, closed := bytes.CutSuffix(record, []byte("}"))
	if !ok || !cut || !closed {
		return "", nil, errors.New("a record of another form")
	}
	return model.Kind(kind), record, nil
}

func (v *vault) decodeRecord(key, value []byte) (model.Record, error) {
	payload, err := v.unwrap(recordsBucket, key, value)
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", printed(key), err)
	}
	kind, data, err := splitRecord(payload)
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", printed(key), err)
	}
	rec, err := decodeJSON(kind, data)
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", printed(key), err)
	}
	if !bytes.Equal(v.name(rec.Meta().ID), key) {
		return nil, fmt.Errorf("record %s: it names itself %s", printed(key), rec.Meta().ID)
	}
	return rec, nil
}

// printed returns the key of a record as a person can read it.
func printed(key []byte) string {
	if len(key) == nameLength {
		return hex.EncodeToString(key)
	}
	return string(key)
}

func decodeJSON(kind model.Kind, data []byte) (model.Record, error) {
	rec, err := model.New(kind)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, rec); err != nil {
		return nil, fmt.Errorf("reading a %s: %w", kind, err)
	}
	return rec, nil
}
