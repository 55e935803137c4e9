package store

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"fortegnelse/model"
)

// choice is what goes into the new file.
type choice struct {
	*remains
	history  []foundEntry // the chain, by sequence number, as far as it is found
	whole    bool         // from the first entry to the last
	endKnown bool         // the file still says which entry is the last
	info     model.Info
	records  map[model.ID]model.Record
	gone     map[model.ID]bool // deleted, by the history
	unsure   map[model.ID]bool
	files    map[fingerprint]int64 // size of the attached documents that are whole
	told     Rescued
}

// choose finds the newest version of everything.
func (r *remains) choose(path string) (*choice, error) {
	c := &choice{
		remains: r, records: map[model.ID]model.Record{}, gone: map[model.ID]bool{}, unsure: map[model.ID]bool{},
		files: map[fingerprint]int64{},
	}
	c.chain()
	byRecord := map[model.ID][]foundEntry{}
	for _, e := range c.history {
		byRecord[e.Record] = append(byRecord[e.Record], e)
	}
	ids := maps.Clone(byRecord)
	for id := range r.copies {
		ids[id] = byRecord[id]
	}
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		if err := c.newest(id, ids[id]); err != nil {
			return nil, err
		}
	}
	if c.info.ID == "" {
		c.told.InfoLost, c.whole = true, false
		c.info.Name = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	}
	if c.whole && !c.endKnown { // the save that was last may be there in part
		c.whole = !slices.ContainsFunc(slices.Collect(maps.Values(c.records)), func(rec model.Record) bool {
			return len(model.ValidateRecord(rec, c.find)) > 0
		})
	}
	c.told.Counted = c.whole || c.lastState
	if !c.whole {
		if err := c.cut(); err != nil {
			return nil, err
		}
		c.renumber()
		c.missing()
	}
	if err := c.documents(); err != nil {
		return nil, err
	}
	c.told.Records, c.told.History = len(c.records), c.whole
	if len(c.records) == 0 && c.told.InfoLost {
		return nil, ErrNothingRescued
	}
	return c, nil
}

func (c *choice) find(id model.ID) (model.Record, bool) {
	rec, ok := c.records[id]
	return rec, ok
}

// chain puts the entries in order, from the last to the first. Where there are
// several with one number, which comes of a save that was broken off, the one
// counts that the next one follows.
func (c *choice) chain() {
	seqs := slices.Sorted(maps.Keys(c.entries))
	var last uint64
	if n := len(seqs); n > 0 {
		last = seqs[n-1]
	}
	next := "" // hash that the next entry must have, "" where nothing says it
	if c.state != nil && (c.lastState || c.state.Seq >= last) {
		last, next = c.state.Seq, c.state.Head
		c.endKnown = true
	}
	c.told.Changes = last
	c.told.LastUncertain = !c.sure || !c.endKnown
	want := last // number of the entry that is looked for
	for _, seq := range slices.Backward(seqs) {
		if seq > last {
			continue
		}
		if seq < want {
			c.gap(seq+1, want)
			want, next = seq, ""
		}
		if e, ok := fitting(c.entries[seq], next); ok {
			c.history = append(c.history, e)
			want, next = seq-1, e.Previous
		}
	}
	if want > 0 {
		c.gap(1, want)
	}
	slices.Reverse(c.history)
	slices.Reverse(c.told.Missing)
	c.whole = len(c.told.Missing) == 0 && len(c.history) > 0 && c.history[0].Previous == beginning
}

// gap notes entries that are missing before those noted last.
func (c *choice) gap(from, to uint64) {
	if n := len(c.told.Missing); n > 0 && c.told.Missing[n-1].From == to+1 {
		c.told.Missing[n-1].From = from
		return
	}
	c.told.Missing = append(c.told.Missing, Range{from, to})
}

// fitting chooses among entries of one number.
func fitting(found []foundEntry, hash string) (foundEntry, bool) {
	if hash != "" {
		i := slices.IndexFunc(found, func(e foundEntry) bool { return e.hash == hash })
		if i < 0 {
			return foundEntry{}, false
		}
		return found[i], true
	}
	return slices.MaxFunc(found, func(a, b foundEntry) int {
		if a.live != b.live {
			if a.live {
				return 1
			}
			return -1
		}
		return a.Time.Compare(b.Time)
	}), true
}

// newest chooses the version of one record, of which there are these entries.
func (c *choice) newest(id model.ID, entries []foundEntry) error {
	v := c.versionOf(id, entries)
	if v.gone {
		c.gone[id] = !v.unsure
		return nil
	}
	data, err := v.data()
	if err != nil {
		return err
	}
	if v.kind == KindRegister {
		var info model.Info
		if err := json.Unmarshal(data, &info); err != nil {
			return err
		}
		if c.info.ID == "" || v.stored {
			c.info = info
		}
		return nil
	}
	rec, err := decodeJSON(v.kind, data)
	if err != nil {
		return err
	}
	if rec.Meta().ID != id {
		return fmt.Errorf("record %s names itself %s", id, rec.Meta().ID)
	}
	c.records[id] = rec
	c.unsure[id] = v.unsure
	switch {
	case v.unsure:
		c.told.Uncertain = append(c.told.Uncertain, nameOfRecord(rec))
	case !v.stored:
		c.told.FromHistory = append(c.told.FromHistory, nameOfRecord(rec))
	}
	return nil
}

// version is the one that was chosen of a record.
type version struct {
	kind   model.Kind
	data   func() ([]byte, error) // its JSON
	gone   bool                   // it was deleted
	stored bool                   // the trees lead to it
	unsure bool
}

func (c *choice) versionOf(id model.ID, entries []foundEntry) version {
	copies := c.copies[id]
	stored := slices.IndexFunc(copies, func(f foundCopy) bool { return f.live })
	if len(entries) == 0 {
		switch {
		case stored >= 0:
			c.whole = false // the end of the history is lost
			return c.copied(copies[stored], false)
		case c.whole && c.endKnown || c.deleted(copies):
			return version{gone: true}
		}
		c.whole = false
		return c.copied(copies[len(copies)-1], true) // one is as good as the other
	}
	last := entries[len(entries)-1]
	same := stored >= 0 && copies[stored].digest == last.after
	if stored >= 0 && !same && !c.endKnown && c.trusted() {
		c.whole = false
		return c.copied(copies[stored], false)
	}
	if same || c.isLast(last) {
		return c.entered(last, same, false)
	}
	if stored >= 0 {
		if seen, _ := revisionOf(copies[stored], entries); seen == 0 || c.trusted() {
			return c.copied(copies[stored], false) // unknown to the history that is left, so it is newer
		}
		return c.entered(last, false, true)
	}
	if c.deleted(copies) {
		return version{gone: true}
	}
	for _, f := range copies {
		if seen, all := revisionOf(f, entries); seen == 0 && all {
			return c.copied(f, true) // all that came before are known, and it is none of them
		}
	}
	return c.entered(last, false, true)
}

// trusted reports whether the trees lead to nothing but the last versions.
func (c *choice) trusted() bool { return c.sure && c.freeKnown }

// isLast reports whether nothing can have come after an entry of its record.
func (c *choice) isLast(e foundEntry) bool {
	if line, ok := c.index[string(c.vault.name(e.Record))]; ok && line.live && c.wholeTree(indexBucket) {
		return line.revision == e.Revision
	}
	missing := c.told.Missing
	return len(missing) == 0 || missing[len(missing)-1].To < e.Seq
}

// deleted reports whether a record to which the trees do not lead is not lost
// but was deleted.
func (c *choice) deleted(copies []foundCopy) bool {
	if len(copies) > 0 && copies[0].kind == KindRegister {
		return false
	}
	return c.lastState && c.wholeTree(recordsBucket) && c.stored == c.state.Records
}

// revisionOf returns which revision a copy is by the entries that are left, 0
// where none of them says it, and whether they know all revisions up to the
// last of them.
func revisionOf(f foundCopy, entries []foundEntry) (revision int, all bool) {
	known := map[int]bool{}
	for _, e := range entries {
		known[e.Revision], known[e.Revision-1] = true, true
		if e.Revision > revision && e.after == f.digest {
			revision = e.Revision
		} else if e.Revision-1 > revision && e.before == f.digest {
			revision = e.Revision - 1
		}
	}
	for i := 1; i < entries[len(entries)-1].Revision; i++ {
		if !known[i] {
			return revision, false
		}
	}
	return revision, true
}

func (c *choice) copied(f foundCopy, unsure bool) version {
	return version{kind: f.kind, stored: f.live, unsure: unsure, data: func() ([]byte, error) {
		if f.kind == KindRegister {
			return c.payload(metaBucket, f.key, f.at)
		}
		payload, err := c.payload(recordsBucket, f.key, f.at)
		if err != nil {
			return nil, err
		}
		_, data, err := splitRecord(payload)
		return data, err
	}}
}

func (c *choice) entered(e foundEntry, stored, unsure bool) version {
	if e.after == (fingerprint{}) {
		return version{gone: true, unsure: unsure}
	}
	return version{kind: e.Kind, stored: stored, unsure: unsure, data: func() ([]byte, error) {
		entry, err := c.entry(e)
		return entry.After, err
	}}
}

func (c *choice) entry(e foundEntry) (Entry, error) {
	value, err := e.at.read(c.file)
	if err != nil {
		return Entry{}, err
	}
	return c.vault.decodeEntry(e.key, value)
}

func nameOfRecord(rec model.Record) RescuedRecord {
	return RescuedRecord{rec.Kind(), rec.Meta().Number, rec.Meta().ID}
}

// cut removes the references to what is not there, and so finds out what is
// lost.
func (c *choice) cut() error {
	lost := map[model.ID]Lost{}
	for _, id := range slices.Sorted(maps.Keys(c.records)) {
		rec := c.records[id]
		for _, use := range model.References(rec) {
			if _, there := c.records[use.To]; there {
				continue
			}
			leaf, err := model.Get(rec, use.Path)
			if err == nil {
				left := slices.DeleteFunc(slices.Clone(leaf.Values), func(v string) bool { return v == string(use.To) })
				err = model.Set(rec, use.Path, left...)
			}
			if err != nil {
				return err
			}
			c.told.Cut = append(c.told.Cut, CutReference{nameOfRecord(rec), use.Path, use.To})
			if !c.gone[use.To] { // else an old version refers to it
				kind := leaf.Field.Refers
				if kind == "*" {
					kind = ""
				}
				if have := lost[use.To]; have.Kind == "" {
					lost[use.To] = Lost{Kind: kind, ID: use.To, Why: SignReference}
				}
			}
		}
	}
	for name := range c.index {
		id := model.ID(name)
		_, there := c.records[id]
		_, referred := lost[id]
		if c.vault == nil && !there && !referred && !c.gone[id] && id != c.info.ID && id.Valid() && !c.deleted(nil) {
			lost[id] = Lost{ID: id, Why: SignIndex}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(lost)) {
		c.told.Lost = append(c.told.Lost, lost[id])
	}
	return nil
}

// renumber gives another number to records whose own one is taken, the certain
// ones keep theirs.
func (c *choice) renumber() {
	taken := map[string]bool{}
	ids := slices.SortedFunc(maps.Keys(c.records), func(a, b model.ID) int {
		return cmp.Or(order(c.unsure[a], c.unsure[b]), cmp.Compare(a, b))
	})
	for _, id := range ids {
		rec := c.records[id]
		head := rec.Meta()
		if taken[numberKey(head.Number)] {
			c.told.Renumbered = append(c.told.Renumbered, nameOfRecord(rec))
			number := head.Number
			for i := 2; taken[numberKey(head.Number)]; i++ {
				head.Number = fmt.Sprintf("%s (%d)", number, i)
			}
		}
		taken[numberKey(head.Number)] = true
	}
}

func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// missing counts the records of which nothing is left but that they were there.
func (c *choice) missing() {
	if !c.lastState {
		return
	}
	known := len(c.records)
	for _, l := range c.told.Lost {
		if l.Why == SignReference {
			known++
		}
	}
	c.told.Unnamed = max(0, c.state.Records-known)
}
