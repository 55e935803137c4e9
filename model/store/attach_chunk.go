package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// A chunk is a part of an attached document: its payload is the SHA-256 of the
// document, the number of the chunk, and its bytes. The parts are numbered from
// 1 without gaps. Number 0 is the manifest, whose bytes are the size of the
// document; without it the document is not complete, or no record has named it.
type chunk struct {
	document []byte // SHA-256
	number   uint64
	data     []byte
}

const manifest = 0

func chunkKey(v *vault, document []byte, number uint64) []byte {
	return append(v.documentName(document), seqKey(number)...)
}

// documentName returns what stands for a document in the keys.
func (v *vault) documentName(document []byte) []byte {
	return v.hide("document", fmt.Sprintf("%x", document))
}

// nameOf returns the name of the document in the key of a chunk.
func nameOf(key []byte) []byte { return key[:max(len(key)-8, 0)] }

// numberOf returns the number of the chunk in its key.
func numberOf(key []byte) uint64 { return binary.BigEndian.Uint64(key[len(nameOf(key)):]) }

func readChunk(payload []byte) (chunk, error) {
	const head = 32 + 8
	if len(payload) < head {
		return chunk{}, errors.New("it is too short")
	}
	return chunk{bytes.Clone(payload[:32]), binary.BigEndian.Uint64(payload[32:]), payload[head:]}, nil
}

// size reads a manifest.
func (c chunk) size() (int64, error) {
	if len(c.data) != 8 {
		return 0, errors.New("a manifest of another form")
	}
	size := binary.BigEndian.Uint64(c.data)
	if size == 0 || size > MaxAttachment {
		return 0, fmt.Errorf("a manifest of %d bytes", size)
	}
	return int64(size), nil
}

func (tx transaction) putChunk(c chunk) error {
	payload := make([]byte, 0, len(c.document)+8+len(c.data))
	payload = append(append(append(payload, c.document...), seqKey(c.number)...), c.data...)
	return tx.put(chunksBucket, chunkKey(tx.vault, c.document, c.number), payload)
}

func (tx transaction) putManifest(document []byte, size int64) error {
	return tx.putChunk(chunk{document, manifest, seqKey(uint64(size))})
}

// chunkAt reads a chunk, whose data is valid as long as the transaction is. One
// that is not there has no document.
func (tx transaction) chunkAt(document []byte, number uint64) (chunk, error) {
	key := chunkKey(tx.vault, document, number)
	value := tx.Bucket(chunksBucket).Get(key)
	if value == nil {
		return chunk{}, nil
	}
	return tx.openChunk(key, value)
}

// openChunk reads the chunk that stands under a key.
func (tx transaction) openChunk(key, value []byte) (c chunk, err error) {
	payload, err := tx.unwrap(chunksBucket, key, value)
	if err == nil {
		c, err = readChunk(payload)
	}
	if err == nil && !bytes.Equal(key, chunkKey(tx.vault, c.document, c.number)) {
		err = fmt.Errorf("it names itself part %d of %x", c.number, c.document)
	}
	if err != nil {
		return chunk{}, fmt.Errorf("part %d: %w", numberOf(key), err)
	}
	return c, nil
}

// eachDocument visits the names of the documents of which there are chunks, and
// says whether they are complete. It reads keys only, and few of them.
func (tx transaction) eachDocument(visit func(name []byte, complete bool)) {
	c := tx.Bucket(chunksBucket).Cursor()
	for k, _ := c.First(); k != nil; {
		name := bytes.Clone(nameOf(k))
		if len(name) == 0 { // not a chunk
			k, _ = c.Next()
			continue
		}
		visit(name, bytes.Equal(k[len(name):], seqKey(manifest)))
		last := append(bytes.Clone(name), seqKey(math.MaxUint64)...)
		if k, _ = c.Seek(last); bytes.Equal(k, last) {
			k, _ = c.Next()
		}
	}
}

// incomplete returns the names of the documents that have no manifest.
func (tx transaction) incomplete() (names [][]byte) {
	tx.eachDocument(func(name []byte, complete bool) {
		if !complete {
			names = append(names, name)
		}
	})
	return names
}

// removeDocument removes all chunks of a document, unless it is complete.
func (tx transaction) removeDocument(name []byte) error {
	var keys [][]byte
	c := tx.Bucket(chunksBucket).Cursor()
	for k, _ := c.Seek(name); k != nil && bytes.HasPrefix(k, name); k, _ = c.Next() {
		if bytes.Equal(k[len(name):], seqKey(manifest)) {
			return nil
		}
		keys = append(keys, bytes.Clone(k))
	}
	for _, k := range keys {
		if err := tx.Bucket(chunksBucket).Delete(k); err != nil {
			return err
		}
	}
	return nil
}
