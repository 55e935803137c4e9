package store

import (
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"

	"golang.org/x/crypto/chacha20poly1305"

	"fortegnelse/model"
)

// vault seals the values of a protected file with XChaCha20-Poly1305, each
// with its place as associated data, and hides the IDs in the keys. A nil
// vault is that of a file without protection.
type vault struct {
	data  []byte      // the data key, wrapped anew when the passphrase changes
	aead  cipher.AEAD // seals values
	names []byte      // key of the names
}

// dataKeyLength is the length of the random key that all else comes from.
const dataKeyLength = 32

// newVault makes the vault of a data key, which it keeps.
func newVault(data []byte) (*vault, error) {
	values, err := hkdf.Expand(sha256.New, data, "fortegnelse values", chacha20poly1305.KeySize)
	if err != nil {
		return nil, err
	}
	defer clear(values)
	names, err := hkdf.Expand(sha256.New, data, "fortegnelse names", sha256.Size)
	if err != nil {
		return nil, err
	}
	aead, err := chacha20poly1305.NewX(values)
	if err != nil {
		return nil, err
	}
	return &vault{data: data, aead: aead, names: names}, nil
}

// forget takes the keys out of memory, as far as Go allows: the cipher has a
// copy of its own, which goes when the memory is used again.
func (v *vault) forget() {
	if v != nil {
		clear(v.data)
		clear(v.names)
		v.aead = nil
	}
}

// wrap makes the value that is stored for a payload, given in parts, under a
// key.
func (v *vault) wrap(bucket, key []byte, payload ...[]byte) []byte {
	if v == nil {
		return wrapPlain(bucket, key, payload...)
	}
	head := valueHead + v.aead.NonceSize()
	value := joined(head, v.aead.Overhead(), payload)
	value[0] = sealed
	nonce := value[valueHead:head]
	rand.Read(nonce)                                                           // never fails
	value = v.aead.Seal(value[:head], nonce, value[head:], place(bucket, key)) // where it stands
	binary.BigEndian.PutUint32(value[1:], crc32.Checksum(value[valueHead:], castagnoli))
	return value
}

// unwrap returns the payload of a value, which is valid as long as the value
// is. Its errors are errValue for one that has changed, and errSeal for one
// that is whole and yet not what was sealed here.
func (v *vault) unwrap(bucket, key, value []byte) ([]byte, error) {
	if v == nil {
		return unwrapPlain(bucket, key, value)
	}
	if !whole(bucket, key, value) {
		return nil, errValue
	}
	nonce := v.aead.NonceSize()
	if value[0] != sealed || len(value) < valueHead+nonce {
		return nil, errSeal
	}
	payload, err := v.aead.Open(nil, value[valueHead:valueHead+nonce], value[valueHead+nonce:], place(bucket, key))
	if err != nil {
		return nil, errSeal
	}
	return payload, nil
}

// place says where a value stands.
func place(bucket, key []byte) []byte {
	at := make([]byte, 0, len(bucket)+1+len(key))
	return append(append(append(at, bucket...), 0), key...)
}

// name returns what stands for an ID in the keys. Of a protected file nobody
// learns from it when a record was made, or finds it in another file.
func (v *vault) name(id model.ID) []byte { return v.hide("record", string(id)) }

// hide returns what stands in the keys for a text of a kind.
func (v *vault) hide(kind, text string) []byte {
	if v == nil {
		return []byte(text)
	}
	mac := hmac.New(sha256.New, v.names)
	mac.Write([]byte(kind + "\x00" + text))
	return mac.Sum(nil)[:nameLength]
}

// nameLength is the length of a hidden name.
const nameLength = 16
