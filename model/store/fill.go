package store

import (
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"fortegnelse/model"
)

// filler fills a new file that nobody uses yet. What it writes is on the disk
// when fill returns, so a transaction ends wherever enough has come together.
type filler struct {
	db   *bolt.DB
	tx   transaction
	size int // of what the transaction holds
}

// enough is how many bytes one transaction of a filler holds.
const enough = 8 << 20

// fill makes a database in an empty file: the buckets, what the file is, how
// it is protected, and what write puts into it.
func fill(path string, v *vault, p protection, write func(*filler) error) error {
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: lockTimeout, NoSync: true})
	if err != nil {
		return asFull(err)
	}
	f := &filler{db: db}
	err = f.fill(v, p, write)
	if err != nil && f.tx.Tx != nil {
		_ = f.tx.Rollback() // the file is thrown away
	}
	if err == nil {
		err = db.Sync()
	}
	return asFull(errors.Join(err, db.Close()))
}

func (f *filler) fill(v *vault, p protection, write func(*filler) error) error {
	if err := f.begin(v); err != nil {
		return err
	}
	for _, name := range buckets {
		if _, err := f.tx.CreateBucket(name); err != nil {
			return err
		}
	}
	format := formatInfo{Format: model.Format, File: fileVersion, Schema: model.SchemaVersion}
	if err := (transaction{f.tx.Tx, nil}).putMeta(formatKey, format); err != nil {
		return err
	}
	if v != nil {
		if err := f.tx.setProtection(p); err != nil {
			return err
		}
	}
	if err := write(f); err != nil {
		return err
	}
	return f.tx.Commit()
}

func (f *filler) begin(v *vault) error {
	tx, err := f.db.Begin(true)
	f.tx, f.size = transaction{tx, v}, 0
	return err
}

// put stores a payload.
func (f *filler) put(bucket, key, payload []byte) error {
	if f.size += len(payload); f.size > enough {
		if err := f.tx.Commit(); err != nil {
			return err
		}
		if err := f.begin(f.tx.vault); err != nil {
			return err
		}
	}
	return f.tx.put(bucket, key, payload)
}

// take copies all that a register holds out of another file. The index is made
// anew from the history, so that it may have another form there.
func (f *filler) take(from transaction) error {
	for _, key := range [][]byte{registerKey, stateKey} {
		payload, err := from.get(metaBucket, key)
		if err != nil {
			return fmt.Errorf("meta %s: %w", key, err)
		}
		if err := f.put(metaBucket, key, payload); err != nil {
			return err
		}
	}
	revisions := map[model.ID]int{}
	history := from.Bucket(historyBucket).Cursor()
	for k, v := history.First(); k != nil; k, v = history.Next() {
		entry, err := from.decodeEntry(k, v)
		if err != nil {
			return err
		}
		if err := f.takeEntry(from, k, v); err != nil {
			return err
		}
		revisions[entry.Record]++
		if err := f.put(indexBucket, indexKey(f.tx.name(entry.Record), revisions[entry.Record]), k); err != nil {
			return err
		}
	}
	for id := range revisions {
		if err := f.takeRecord(from, id); err != nil {
			return err
		}
	}
	return f.takeChunks(from)
}

func (f *filler) takeEntry(from transaction, key, value []byte) error {
	payload, err := from.unwrap(historyBucket, key, value)
	if err != nil {
		return err
	}
	return f.put(historyBucket, key, payload)
}

// takeRecord copies a record, unless it is deleted.
func (f *filler) takeRecord(from transaction, id model.ID) error {
	key := from.name(id)
	value := from.Bucket(recordsBucket).Get(key)
	if value == nil {
		return nil
	}
	payload, err := from.unwrap(recordsBucket, key, value)
	if err != nil {
		return fmt.Errorf("record %s: %w", id, err)
	}
	return f.put(recordsBucket, f.tx.name(id), payload)
}

// takeChunks copies the attached documents.
func (f *filler) takeChunks(from transaction) error {
	chunks := from.Bucket(chunksBucket).Cursor()
	for k, v := chunks.First(); k != nil; k, v = chunks.Next() {
		payload, err := from.unwrap(chunksBucket, k, v)
		if err != nil {
			return fmt.Errorf("chunk %x: %w", k, err)
		}
		c, err := readChunk(payload)
		if err != nil {
			return fmt.Errorf("chunk %x: %w", k, err)
		}
		if err := f.put(chunksBucket, chunkKey(f.tx.vault, c.document, c.number), payload); err != nil {
			return err
		}
	}
	return nil
}
