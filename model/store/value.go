package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"hash/crc32"

	bolt "go.etcd.io/bbolt"
)

// The formats of a value, its first byte.
const (
	plainJSON = 0x01 // checksum of place and payload, payload
	sealed    = 0x02 // checksum of the rest, nonce, sealed payload; the place is sealed with it
)

// valueHead is the length of what stands before the payload.
const valueHead = 1 + 4

var (
	castagnoli = crc32.MakeTable(crc32.Castagnoli)

	// errValue is the end of what is broken by chance, the others of what was made
	// to fit by somebody: moved, put in, or written anew.
	errValue = errors.New("a value has changed")
	errSeal  = errors.New("a value does not bear the seal of this file at this place")
	errSaid  = errors.New("it is not what the history says")
)

// transaction is a transaction with what it takes to read and write values.
type transaction struct {
	*bolt.Tx
	*vault
}

// get returns the payload of a value, which is valid as long as the
// transaction is. Where there is no value, it is errValue.
func (tx transaction) get(bucket, key []byte) ([]byte, error) {
	return tx.unwrap(bucket, key, tx.Bucket(bucket).Get(key))
}

// put stores a payload, given in parts.
func (tx transaction) put(bucket, key []byte, payload ...[]byte) error {
	return tx.Bucket(bucket).Put(key, tx.wrap(bucket, key, payload...))
}

// wrapPlain makes the value that is stored for a payload under a key of a file
// that is not protected.
func wrapPlain(bucket, key []byte, payload ...[]byte) []byte {
	value := joined(valueHead, 0, payload)
	value[0] = plainJSON
	binary.BigEndian.PutUint32(value[1:], checksum(bucket, key, value[valueHead:]))
	return value
}

// joined puts parts together behind a head, with room for a tail.
func joined(head, tail int, parts [][]byte) []byte {
	length := head
	for _, part := range parts {
		length += len(part)
	}
	all := make([]byte, head, length+tail)
	for _, part := range parts {
		all = append(all, part...)
	}
	return all
}

// unwrapPlain returns the payload of a value, which is valid as long as the
// value is. It refuses a value that has changed or stands at another place.
func unwrapPlain(bucket, key, value []byte) ([]byte, error) {
	if len(value) < valueHead || value[0] != plainJSON {
		return nil, errValue
	}
	payload := value[valueHead:]
	if binary.BigEndian.Uint32(value[1:]) != checksum(bucket, key, payload) {
		return nil, errValue
	}
	return payload, nil
}

// checksum binds a payload to its place.
func checksum(bucket, key, payload []byte) uint32 {
	sum := crc32.Update(0, castagnoli, bucket)
	sum = crc32.Update(sum, castagnoli, []byte{0, byte(len(key))})
	sum = crc32.Update(sum, castagnoli, key)
	return crc32.Update(sum, castagnoli, payload)
}

// whole reports whether a value has suffered by chance, as far as that can be
// told without the key of a protected file.
func whole(bucket, key, value []byte) bool {
	if len(value) >= valueHead && value[0] == sealed {
		return binary.BigEndian.Uint32(value[1:]) == crc32.Checksum(value[valueHead:], castagnoli)
	}
	_, err := unwrapPlain(bucket, key, value)
	return err == nil
}

// encode is json.Marshal without the escapes that HTML would need.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
