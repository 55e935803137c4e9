package store

import (
	"bytes"
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
	formatKey   = []byte("format")
	registerKey = []byte("register")
	stateKey    = []byte("state")
)

// fileVersion is the version of the layout of the file.
const fileVersion = 1

// formatInfo says what a file is. It never changes its form.
type formatInfo struct {
	Format  string    `json:"format"` // model.Format
	File    int       `json:"file"`   // fileVersion
	Schema  int       `json:"schema"` // model.SchemaVersion of the records
	Created time.Time `json:"created"`
}

// state changes with every save.
type state struct {
	Seq     uint64 `json:"seq"`     // of the last entry of the history
	Head    string `json:"head"`    // hash of the last entry
	Records int    `json:"records"` // how many there are
}

// load reads the register out of a database whose structure is whole; keys
// says how many keys its buckets hold. It closes the database on errors. The
// store is for reading.
func load(path string, db *bolt.DB, file *os.File, keys map[string]int) (*Store, error) {
	s := &Store{path: path, db: db, file: file, readOnly: true, now: time.Now}
	err := s.view(func(tx *bolt.Tx) error { return s.read(tx, keys) })
	if err == nil {
		return s, nil
	}
	s.Close()
	if errors.Is(err, ErrNotRegister) || errors.Is(err, ErrNewerSchema) || errors.Is(err, ErrDamaged) {
		return nil, err
	}
	return nil, damaged(path, err)
}

func (s *Store) read(tx *bolt.Tx, keys map[string]int) error {
	meta := tx.Bucket(metaBucket)
	if meta == nil || meta.Get(formatKey) == nil {
		return ErrNotRegister
	}
	var format formatInfo
	if err := readMetaValue(meta, formatKey, &format); err != nil {
		return err
	}
	if format.Format != model.Format {
		return ErrNotRegister
	}
	if format.File > fileVersion || format.Schema > model.SchemaVersion {
		return ErrNewerSchema
	}
	for _, name := range buckets {
		if tx.Bucket(name) == nil {
			return fmt.Errorf("the bucket %s is missing", name)
		}
	}
	var info model.Info
	if err := readMetaValue(meta, registerKey, &info); err != nil {
		return err
	}
	if err := readMetaValue(meta, stateKey, &s.state); err != nil {
		return err
	}
	for name, want := range map[string]int{"records": s.state.Records, "history": int(s.state.Seq), "index": int(s.state.Seq)} {
		if keys[name] != want {
			return fmt.Errorf("bucket %s: %d keys instead of %d", name, keys[name], want)
		}
	}
	records, err := readRecords(tx.Bucket(recordsBucket), s.state.Records)
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

func readMetaValue(meta *bolt.Bucket, key []byte, v any) error {
	payload, err := unwrap(metaBucket, key, meta.Get(key))
	if err != nil {
		return fmt.Errorf("meta %s: %w", key, err)
	}
	if err := json.Unmarshal(payload, v); err != nil {
		return fmt.Errorf("meta %s: %w", key, err)
	}
	return nil
}

// readRecords decodes all records, on all processors.
func readRecords(b *bolt.Bucket, n int) ([]model.Record, error) {
	type pair struct{ key, value []byte }
	pairs := make([]pair, 0, n)
	if err := b.ForEach(func(k, v []byte) error {
		pairs = append(pairs, pair{k, v})
		return nil
	}); err != nil {
		return nil, err
	}
	records := make([]model.Record, len(pairs))
	err := together(len(pairs), func(i int) (err error) {
		records[i], err = decodeRecord(pairs[i].key, pairs[i].value)
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

// recordPayload returns what is stored for a record.
func recordPayload(k model.Kind, record []byte) []byte {
	return bytes.Join([][]byte{[]byte(kindOpening), []byte(k), []byte(recordOpening), record, []byte("}")}, nil)
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

func decodeRecord(key, value []byte) (model.Record, error) {
	payload, err := unwrap(recordsBucket, key, value)
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", key, err)
	}
	kind, data, err := splitRecord(payload)
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", key, err)
	}
	rec, err := decodeJSON(kind, data)
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", key, err)
	}
	if string(rec.Meta().ID) != string(key) {
		return nil, fmt.Errorf("record %s: it names itself %s", key, rec.Meta().ID)
	}
	return rec, nil
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
