package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"os"

	"fortegnelse/model"
)

// ErrKeyLost is the end of rescuing a protected file whose wrapped key cannot
// be read: without it no secret opens the rest.
var ErrKeyLost = errors.New("the wrapped key of the register is lost: nothing in the file can be read")

// ErrNothingRescued is the end of rescuing a file in which nothing is whole.
var ErrNothingRescued = errors.New("nothing in the file can be read any more")

// remains is what is whole in a damaged file, of whatever age.
type remains struct {
	*wreck
	vault      *vault
	protection protection

	older     bool   // a layout with another index
	state     *state // of the last save as far as the file still says it
	lastState bool   // the trees lead to the state
	entries   map[uint64][]foundEntry
	copies    map[model.ID][]foundCopy
	stored    int                                   // records that the trees lead to
	index     map[string]indexed                    // name of a record → its last revision
	chunks    map[fingerprint]map[uint64]foundChunk // by the SHA-256 of the document, and the number of the part
}

// fingerprint is a SHA-256.
type fingerprint [sha256.Size]byte

// foundEntry is an entry of the history without what is long in it.
type foundEntry struct {
	entryHead
	hash          string
	before, after fingerprint // of the record; zero where there is none
	at            extent
	key           []byte
	live          bool
}

// foundCopy is a version of a record, or of what the register says of itself.
type foundCopy struct {
	kind   model.Kind
	digest fingerprint
	at     extent
	key    []byte
	live   bool
}

type indexed struct {
	revision int
	seq      uint64
	live     bool
}

// foundChunk is a part of an attached document.
type foundChunk struct {
	at  extent
	key []byte
}

// gather reads all that is whole in a file. Copies are wrapped keys from elsewhere
// for a protected file that has lost its own.
func gather(file io.ReaderAt, size int64, secret Secret, copies ...protection) (*remains, error) {
	r := &remains{
		wreck:   newWreck(file, size),
		entries: map[uint64][]foundEntry{}, copies: map[model.ID][]foundCopy{}, index: map[string]indexed{},
		chunks: map[fingerprint]map[uint64]foundChunk{},
	}
	if err := r.unlock(secret, copies); err != nil {
		return nil, err
	}
	r.read(r.sort)
	if len(r.entries) == 0 && len(r.copies) == 0 {
		r.vault.forget()
		return nil, ErrNothingRescued
	}
	return r, nil
}

// unlock finds out whether the file is protected, and by what.
func (r *remains) unlock(secret Secret, copies []protection) error {
	var live, old []protection
	anySealed, anyOurs := false, false
	newer := false
	r.read(func(s scrap) bool {
		if len(s.value) >= valueHead && s.value[0] == sealed && whole(nil, nil, s.value) {
			anySealed, anyOurs = true, true
			return true
		}
		bucket, payload, err := (*vault)(nil).openScrap(s)
		if err != nil {
			return false
		}
		anyOurs = true
		if bucket == string(metaBucket) && string(s.key) == string(protectionKey) {
			if p, ok := readProtection(payload); ok {
				if s.live {
					live = append(live, p)
				} else {
					old = append(old, p)
				}
			}
		}
		if bucket == string(metaBucket) && string(s.key) == string(formatKey) {
			var f formatInfo
			if json.Unmarshal(payload, &f) == nil {
				newer = newer || f.File > fileVersion || f.Schema > model.SchemaVersion
				r.older = r.older || f.File < fileVersion
			}
		}
		return true
	})
	switch {
	case newer:
		return ErrNewerSchema
	case !anyOurs && !anyMagic(r.file, r.size):
		return ErrNotRegister
	case !anyOurs:
		return ErrNothingRescued
	case !anySealed && len(live) == 0:
		return nil
	}
	if len(live) > 0 {
		old = live[:1] // one that was replaced opens the file no longer
	}
	if len(old) == 0 {
		old = copies
	}
	if len(old) == 0 {
		return ErrKeyLost
	}
	var err error
	for _, p := range old {
		if r.vault, err = secret.open(p); err == nil {
			r.protection = p
			return nil
		}
	}
	return err
}

func readProtection(payload []byte) (p protection, ok bool) {
	err := json.Unmarshal(payload, &p)
	return p, err == nil && p.Cipher == keyEncoding && p.Argon2id.reasonable()
}

// wrappedKeys returns the wrapped keys of the rotating copies of a register, the
// newest first. As long as it was not protected anew, its data key is the same.
func wrappedKeys(path string) (found []protection) {
	copies, err := rotatingCopies(BackupFolder(path))
	if err != nil {
		return nil
	}
	for _, c := range copies {
		file, err := os.Open(c.Path)
		if err != nil {
			continue
		}
		if info, err := file.Stat(); err == nil {
			newWreck(file, info.Size()).read(func(s scrap) bool {
				bucket, payload, err := (*vault)(nil).openScrap(s)
				if err == nil && bucket == string(metaBucket) && string(s.key) == string(protectionKey) && s.live {
					if p, ok := readProtection(payload); ok {
						found = append(found, p)
					}
				}
				return err == nil
			})
		}
		file.Close() // only read
	}
	return found
}

// openScrap returns the payload of a value that is whole, and the bucket to
// which it belongs.
func (v *vault) openScrap(s scrap) (bucket string, payload []byte, err error) {
	if s.bucket != "" {
		payload, err = v.unwrap([]byte(s.bucket), s.key, s.value)
		return s.bucket, payload, err
	}
	if len(s.value) < valueHead {
		return "", nil, errValue
	}
	for _, name := range buckets {
		if payload, err = v.unwrap(name, s.key, s.value); err == nil {
			return string(name), payload, nil
		}
	}
	return "", nil, err
}

// sort puts a value where it belongs, if it is whole.
func (r *remains) sort(s scrap) bool {
	v := r.vault
	if s.bucket == string(metaBucket) && (string(s.key) == string(formatKey) || string(s.key) == string(protectionKey)) {
		v = nil // these are never sealed
	}
	bucket, payload, err := v.openScrap(s)
	if err != nil {
		return false
	}
	switch bucket {
	case string(metaBucket):
		return r.sortMeta(s, payload)
	case string(recordsBucket):
		rec, err := r.vault.decodeRecord(s.key, s.value)
		if err != nil {
			return false
		}
		_, data, err := splitRecord(payload)
		if err != nil {
			return false
		}
		if r.copyOf(rec.Meta().ID, rec.Kind(), data, s) && s.live {
			r.stored++
		}
	case string(historyBucket):
		return r.sortEntry(s)
	case string(indexBucket):
		return r.sortIndex(s, payload)
	case string(chunksBucket):
		return r.sortChunk(s, payload)
	}
	return true
}

func (r *remains) sortMeta(s scrap, payload []byte) bool {
	switch string(s.key) {
	case string(registerKey):
		var info model.Info
		if json.Unmarshal(payload, &info) != nil || info.ID == "" {
			return false
		}
		r.copyOf(info.ID, KindRegister, payload, s)
	case string(stateKey):
		var st state
		if json.Unmarshal(payload, &st) != nil {
			return false
		}
		if s.live && r.sure {
			r.state, r.lastState = &st, true
		} else if !r.lastState && (r.state == nil || st.Seq > r.state.Seq) {
			r.state = &st
		}
	}
	return true
}

// copyOf keeps a version of a record, once. It reports whether the trees lead
// to it for the first time.
func (r *remains) copyOf(id model.ID, kind model.Kind, data []byte, s scrap) bool {
	c := foundCopy{kind, sha256.Sum256(data), s.at, append([]byte(nil), s.key...), s.live}
	for i, other := range r.copies[id] {
		if other.digest == c.digest && other.kind == kind {
			r.copies[id][i].live = other.live || c.live
			return c.live && !other.live
		}
	}
	r.copies[id] = append(r.copies[id], c)
	return c.live
}

func (r *remains) sortEntry(s scrap) bool {
	e, err := r.vault.decodeEntry(s.key, s.value)
	if err != nil || e.Seq == 0 {
		return false
	}
	for i, other := range r.entries[e.Seq] {
		if other.hash == e.Hash {
			r.entries[e.Seq][i].live = other.live || s.live
			return true
		}
	}
	found := foundEntry{
		entryHead: entryHead{
			Previous: e.Previous, Seq: e.Seq, Group: e.Group, Time: e.Time, Action: e.Action,
			Kind: e.Kind, Record: e.Record, Number: e.Number, Revision: e.Revision,
		},
		hash: e.Hash, at: s.at, key: append([]byte(nil), s.key...), live: s.live,
	}
	if e.Before != nil {
		found.before = sha256.Sum256(e.Before)
	}
	if e.After != nil {
		found.after = sha256.Sum256(e.After)
	}
	r.entries[e.Seq] = append(r.entries[e.Seq], found)
	return true
}

func (r *remains) sortIndex(s scrap, payload []byte) bool {
	if r.older { // the history says the same
		return true
	}
	name := len(s.key) - revisionLength
	if name <= 0 || len(payload) != 8 {
		return false
	}
	line := indexed{int(binary.BigEndian.Uint64(s.key[name:])), binary.BigEndian.Uint64(payload), s.live}
	if have, ok := r.index[string(s.key[:name])]; !ok || line.revision > have.revision {
		r.index[string(s.key[:name])] = line
	}
	return true
}

func (r *remains) sortChunk(s scrap, payload []byte) bool {
	c, err := readChunk(payload)
	if err != nil {
		return false
	}
	document := fingerprint(c.document)
	if r.chunks[document] == nil {
		r.chunks[document] = map[uint64]foundChunk{}
	}
	r.chunks[document][c.number] = foundChunk{s.at, append([]byte(nil), s.key...)}
	return true
}

// payload reads a value again that was whole before.
func (r *remains) payload(bucket, key []byte, at extent) ([]byte, error) {
	value, err := at.read(r.file)
	if err != nil {
		return nil, err
	}
	return r.vault.unwrap(bucket, key, value)
}
