package model

import (
	"crypto/rand"
	"encoding/hex"
	"regexp"
	"strconv"
	"time"
)

// ID names one record for ever. It is random, of the form of a UUID version
// 7 (RFC 9562), and never reused, so that registers can be merged.
type ID string

var idForm = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

// Valid reports whether id has the form of a UUID version 7.
func (id ID) Valid() bool { return idForm.MatchString(string(id)) }

// NewID returns a new ID for a record made at the given time.
func NewID(at time.Time) ID {
	var b [16]byte
	rand.Read(b[:]) // never fails: crypto/rand aborts the program instead
	ms := uint64(at.UnixMilli())
	for i := range 6 {
		b[i] = byte(ms >> (40 - 8*i))
	}
	b[6] = b[6]&0x0f | 0x70
	b[8] = b[8]&0x3f | 0x80
	h := hex.EncodeToString(b[:])
	return ID(h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:])
}

// Day returns the day, in UTC, on which the record of an ID was made; zero where
// the ID is not valid.
func (id ID) Day() Date {
	if !id.Valid() {
		return Date{}
	}
	ms, err := strconv.ParseInt(string(id[:8]+id[9:13]), 16, 64)
	if err != nil {
		return Date{}
	}
	return DateOf(time.UnixMilli(ms).UTC())
}
