package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"slices"
	"time"

	"fortegnelse/model"
)

// write makes the new file. It gets its name when it is complete and verified.
func (c *choice) write(target, author string) error {
	temp, err := newTemp(target)
	if err != nil {
		return fmt.Errorf("making %s: %w", target, err)
	}
	defer os.Remove(temp)
	if err := fill(temp, c.vault, c.protection, func(f *filler) error {
		if err := c.writeDocuments(f); err != nil {
			return err
		}
		if c.whole {
			return c.writeAll(f)
		}
		return c.writeNew(f, author, time.Now().UTC())
	}); err != nil {
		return fmt.Errorf("making %s: %w", target, err)
	}
	if err := verifyFile(temp, c.vault); err != nil {
		return fmt.Errorf("verifying %s: %w", target, err)
	}
	return publish(temp, target)
}

// writeAll writes the history as it was, and what it says of each record last.
func (c *choice) writeAll(f *filler) error {
	revisions := map[model.ID]int{}
	last := map[model.ID]foundEntry{}
	for _, e := range c.history {
		payload, err := c.payload(historyBucket, e.key, e.at)
		if err != nil {
			return err
		}
		if err := f.put(historyBucket, e.key, payload); err != nil {
			return err
		}
		revisions[e.Record]++
		if err := f.put(indexBucket, indexKey(f.tx.name(e.Record), revisions[e.Record]), e.key); err != nil {
			return err
		}
		last[e.Record] = e
	}
	for id, e := range last {
		if e.after == (fingerprint{}) || e.Kind == KindRegister && id != c.info.ID {
			continue
		}
		entry, err := c.entry(e)
		if err != nil {
			return err
		}
		if e.Kind == KindRegister {
			err = f.put(metaBucket, registerKey, entry.After)
		} else {
			err = f.put(recordsBucket, f.tx.name(id), recordPayload(e.Kind, entry.After))
		}
		if err != nil {
			return err
		}
	}
	end := c.history[len(c.history)-1]
	return f.tx.putMeta(stateKey, state{Seq: end.Seq, Head: end.hash, Records: len(c.records), Documents: len(c.files)})
}

// writeNew begins a history in which author has imported the records.
func (c *choice) writeNew(f *filler, author string, now time.Time) error {
	info := c.info
	if info.ID == "" {
		info.ID = model.NewID(now)
	}
	if info.Created.IsZero() {
		info.Created = now.Truncate(time.Second)
	}
	register, err := model.NewRegister(info, slices.Collect(maps.Values(c.records)))
	if err != nil {
		return err
	}
	if problems := model.Validate(register.Content()); len(problems) > 0 {
		return &InvalidError{problems}
	}
	j := newJournal(f.tx, state{Head: beginning, Documents: len(c.files)}, author, now, "")
	if err := j.register(info, Created); err != nil {
		return err
	}
	for _, rec := range register.Content().Records() {
		if _, err := j.put(rec, model.AppendJSON(nil, rec), Import); err != nil {
			return err
		}
	}
	return j.finish()
}

// documents finds the attached documents that are whole, and those that are
// not.
func (c *choice) documents() error {
	for document, parts := range c.chunks {
		sum, size := sha256.New(), int64(0)
		for n := uint64(manifest) + 1; ; n++ {
			part, ok := parts[n]
			if !ok {
				break
			}
			data, err := c.part(part)
			if err != nil {
				return err
			}
			sum.Write(data)
			size += int64(len(data))
		}
		if size > 0 && fingerprint(sum.Sum(nil)) == document {
			c.files[document] = size
		}
	}
	complete := c.lastState && c.state.Documents == len(c.files)
	for _, id := range slices.Sorted(maps.Keys(c.records)) {
		d, ok := c.records[id].(*model.Document)
		if !ok || complete {
			continue
		}
		sum, err := hex.DecodeString(d.SHA256)
		if err != nil || len(sum) != sha256.Size || c.files[fingerprint(sum)] > 0 {
			continue
		}
		if c.chunks[fingerprint(sum)] != nil || d.Link == "" {
			c.told.Lost = append(c.told.Lost, Lost{d.Kind(), d.Number, d.ID, SignDocument})
		}
	}
	return nil
}

// part reads the bytes of a part of a document.
func (c *choice) part(f foundChunk) ([]byte, error) {
	payload, err := c.payload(chunksBucket, f.key, f.at)
	if err != nil {
		return nil, err
	}
	read, err := readChunk(payload)
	return read.data, err
}

// writeDocuments copies the attached documents that are whole.
func (c *choice) writeDocuments(f *filler) error {
	for document, size := range c.files {
		for n := uint64(manifest) + 1; ; n++ {
			part, ok := c.chunks[document][n]
			if !ok {
				break
			}
			payload, err := c.payload(chunksBucket, part.key, part.at)
			if err != nil {
				return err
			}
			if err := f.put(chunksBucket, chunkKey(c.vault, document[:], n), payload); err != nil {
				return err
			}
		}
		if err := f.tx.putManifest(document[:], size); err != nil {
			return err
		}
	}
	return nil
}
