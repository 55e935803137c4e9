package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"hash/crc32"
)

// plainJSON is the format of a value that is not sealed.
const plainJSON = 0x01

// valueHead is the length of what stands before the payload.
const valueHead = 1 + 4

var (
	castagnoli = crc32.MakeTable(crc32.Castagnoli)
	errValue   = errors.New("a value has changed")
)

// wrap makes the value that is stored for a payload under a key.
func wrap(bucket, key, payload []byte) []byte {
	value := make([]byte, valueHead, valueHead+len(payload))
	value[0] = plainJSON
	binary.BigEndian.PutUint32(value[1:], checksum(bucket, key, payload))
	return append(value, payload...)
}

// unwrap returns the payload of a value, which is valid as long as the value
// is. It refuses a value that has changed or stands at another place.
func unwrap(bucket, key, value []byte) ([]byte, error) {
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
