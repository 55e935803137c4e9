package store

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"fortegnelse/model"
)

// ExportNewer writes what a file holds as JSON, also of one that a newer
// version of the program has written and that nothing else here can read:
//
//	{"format":"fortegnelse","schema":9,"register":{…},"records":[{"kind":"activity","record":{…}},…]}
//
// The records stand there as they are in the file; nothing of them is checked
// but that they are whole. The history and attached documents are left out.
//
// Errors are those of OpenReadOnly. ErrNewerSchema says that the layout of the
// file is another one too; nothing is then written.
func ExportNewer(path string, secret Secret, w io.Writer) error {
	db, file, _, err := openChecked(path)
	if err != nil {
		return err
	}
	s := &Store{path: path, db: db, file: file, readOnly: true}
	var written error
	err = s.view(func(tx transaction) error {
		format, err := tx.format()
		if err != nil && !errors.Is(err, ErrNewerSchema) && !errors.Is(err, errOlder) {
			return err
		}
		for _, name := range [][]byte{metaBucket, recordsBucket} {
			if tx.Bucket(name) == nil {
				return ErrNewerSchema
			}
		}
		if tx.vault, err = tx.unlock(secret); errors.Is(err, errValue) { // protected in another way
			err = fmt.Errorf("%w: %w", errLayout, err)
		}
		if err != nil {
			return otherLayout(format, err)
		}
		defer tx.vault.forget()
		if err := tx.writeAsIs(io.Discard, format); err != nil { // so that nothing is written of what cannot be read
			return otherLayout(format, err)
		}
		written = tx.writeAsIs(w, format)
		return nil
	})
	if err != nil {
		err = s.unread("", err)
	}
	return errors.Join(err, written, s.Close())
}

// errLayout is the end of reading what this program would not have written.
var errLayout = errors.New("a value of another form")

// otherLayout turns the error for what cannot be read into ErrNewerSchema where
// a newer version of the program can have written it so.
func otherLayout(format formatInfo, err error) error {
	if errors.Is(err, errLayout) && (format.File > fileVersion || format.Schema > model.SchemaVersion) {
		return ErrNewerSchema
	}
	return err
}

// writeAsIs writes what the register says of itself, and its records.
func (tx transaction) writeAsIs(w io.Writer, format formatInfo) error {
	info, err := tx.asIs(metaBucket, registerKey, tx.Bucket(metaBucket).Get(registerKey))
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	name, err := json.Marshal(format.Format)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, `{"format":%s,"schema":%d,"register":%s,"records":[`, name, format.Schema, info) // out remembers errors
	before := "\n"
	err = tx.Bucket(recordsBucket).ForEach(func(k, v []byte) error {
		record, err := tx.asIs(recordsBucket, k, v)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%s%s", before, record)
		before = ",\n"
		return nil
	})
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "\n]}")
	return out.Flush()
}

// asIs returns the JSON in a value.
func (tx transaction) asIs(bucket, key, value []byte) ([]byte, error) {
	if len(value) == 0 || value[0] != plainJSON && value[0] != sealed {
		return nil, fmt.Errorf("%s %x: %w", bucket, key, errLayout)
	}
	payload, err := tx.unwrap(bucket, key, value)
	if err != nil {
		return nil, fmt.Errorf("%s %x: %w", bucket, key, err)
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(payload, &object); err != nil {
		return nil, fmt.Errorf("%s %x: %w", bucket, key, errLayout)
	}
	whole := object["kind"] != nil && object["record"] != nil
	if bytes.Equal(bucket, recordsBucket) && !whole {
		return nil, fmt.Errorf("%s %x: %w", bucket, key, errLayout)
	}
	return payload, nil
}
