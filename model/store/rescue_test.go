package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	bolt "go.etcd.io/bbolt"

	"fortegnelse/model"
)

// pageOf returns the first page in which a text stands.
func pageOf(data []byte, text string) int { return bytes.Index(data, []byte(text)) / 4096 * 4096 }

// spoil changes a byte of every value that a transaction finds.
func spoil(t *testing.T, sub *subject, change func(*bolt.Tx) error) []byte {
	t.Helper()
	db, err := bolt.Open(sub.path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(change), db.Close()); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(sub.path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func spoiled(value []byte) []byte {
	value = bytes.Clone(value)
	value[len(value)-3] ^= 1
	return value
}

// Of each kind of damage, what is still whole is rescued, and the rest is told.
func TestRescue(t *testing.T) {
	sub := newSubject(t, 2, nil)
	a := sub.register.Activities()[0]
	entity := sub.register.LegalEntities()[0]
	var third []byte
	for _, c := range []struct {
		name  string
		spoil func(*bolt.Tx) error
		after func([]byte) []byte
		check func(*testing.T, Rescued)
	}{
		{name: "nothing", check: func(t *testing.T, told Rescued) {
			if !told.Whole() || told.Records != len(sub.now) || told.Changes != uint64(len(sub.history)) || len(told.FromHistory) > 0 {
				t.Errorf("%+v", told)
			}
		}},
		{name: "a stored record", spoil: func(tx *bolt.Tx) error {
			b := tx.Bucket(recordsBucket)
			return b.Put([]byte(a.ID), spoiled(b.Get([]byte(a.ID))))
		}, check: func(t *testing.T, told Rescued) {
			if !told.Whole() || len(told.FromHistory) != 1 || told.FromHistory[0] != nameOfRecord(a) {
				t.Errorf("%+v", told)
			}
		}},
		{name: "an entry of the history", spoil: func(tx *bolt.Tx) error {
			b := tx.Bucket(historyBucket)
			third = bytes.Clone(b.Get(seqKey(3)))
			return b.Put(seqKey(3), spoiled(third))
		}, after: func(data []byte) []byte {
			return wipe(data, [][]byte{third})
		}, check: func(t *testing.T, told Rescued) {
			if told.History || told.Records != len(sub.now) || len(told.Uncertain)+len(told.Lost)+told.Unnamed > 0 || !told.Counted ||
				!slices.Equal(told.Missing, []Range{{3, 3}}) {
				t.Errorf("%+v", told)
			}
		}},
		{name: "a record and all its history", spoil: func(tx *bolt.Tx) error {
			b, h := tx.Bucket(recordsBucket), tx.Bucket(historyBucket)
			if err := b.Put([]byte(entity.ID), spoiled(b.Get([]byte(entity.ID)))); err != nil {
				return err
			}
			for _, e := range sub.history {
				if e.Record == entity.ID {
					if err := h.Put(seqKey(e.Seq), spoiled(h.Get(seqKey(e.Seq)))); err != nil {
						return err
					}
				}
			}
			return nil
		}, after: func(data []byte) []byte { // the old pages still have it
			return wipe(data, sub.values[entity.ID])
		}, check: func(t *testing.T, told Rescued) {
			want := Lost{Kind: model.KindLegalEntity, ID: entity.ID, Why: SignReference}
			if told.Records != len(sub.now)-1 || !slices.Equal(told.Lost, []Lost{want}) || told.Unnamed != 0 || len(told.Cut) == 0 {
				t.Errorf("%+v", told)
			}
		}},
		{name: "the last entries, and the records they made", spoil: func(tx *bolt.Tx) error {
			h, b := tx.Bucket(historyBucket), tx.Bucket(recordsBucket)
			last := sub.history[len(sub.history)-1]
			if err := h.Put(seqKey(last.Seq), spoiled(h.Get(seqKey(last.Seq)))); err != nil {
				return err
			}
			return b.Put([]byte(last.Record), spoiled(b.Get([]byte(last.Record))))
		}, after: func(data []byte) []byte {
			last := sub.history[len(sub.history)-1]
			return wipe(data, sub.values[last.Record])
		}, check: func(t *testing.T, told Rescued) {
			last := sub.history[len(sub.history)-1]
			if told.Records != len(sub.now) || len(told.Uncertain) != 1 || told.Uncertain[0].ID != last.Record {
				t.Errorf("%+v", told)
			}
		}},
		{name: "the first header", after: func(data []byte) []byte {
			clear(data[:4096])
			return data
		}, check: func(t *testing.T, told Rescued) {
			if !told.LastUncertain || told.Records != len(sub.now) {
				t.Errorf("%+v", told)
			}
		}},
		{name: "both headers", after: func(data []byte) []byte {
			clear(data[:8192])
			return data
		}, check: func(t *testing.T, told Rescued) {
			if !told.LastUncertain || told.Records != len(sub.now) || !told.History {
				t.Errorf("%+v", told)
			}
		}},
		{name: "an attached document", after: func(data []byte) []byte {
			clear(data[pageOf(data, "Aftale om databehandling. Aftale")+20000:][:10])
			return data
		}, check: func(t *testing.T, told Rescued) {
			if !told.History || len(told.Lost) != 1 || told.Lost[0].Why != SignDocument || told.Lost[0].Number != "D-9001" {
				t.Errorf("%+v", told)
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := os.WriteFile(sub.path, sub.data, 0o600); err != nil {
				t.Fatal(err)
			}
			data := bytes.Clone(sub.data)
			if c.spoil != nil {
				data = spoil(t, sub, c.spoil)
			}
			if c.after != nil {
				data = c.after(data)
			}
			if err := os.WriteFile(sub.path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			target := filepath.Join(t.TempDir(), "rescued")
			told, err := Rescue(sub.path, target, nil, "redning")
			if err != nil {
				t.Fatal(err)
			}
			c.check(t, told)
			s, err := OpenBackup(target, nil)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if err := sub.rescuedWrongly(s, told); err != nil {
				t.Error(err)
			}
			if entries, err := s.History(Filter{Newest: true, Limit: 1}); err != nil || !told.History && (entries[0].Author != "redning" || entries[0].Action != Import) {
				t.Errorf("%+v, %v", entries, err)
			}
		})
	}
}

// A record that was deleted does not come back out of an old page, though the
// history that says so is lost.
func TestRescueBringsNothingDeletedBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	gone := titled("Slettet")
	s, err := Create(path, model.Info{Name: "x"}, []model.Record{titled("a")}, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []model.Change{{Put: []model.Record{gone}}, {Delete: []model.ID{gone.ID}}} {
		if _, err := s.Save(c, "dpo"); err != nil {
			t.Fatal(err)
		}
	}
	var entries [][]byte
	if err := s.view(func(tx transaction) error {
		for seq := uint64(3); seq <= 4; seq++ {
			entries = append(entries, bytes.Clone(tx.Bucket(historyBucket).Get(seqKey(seq))))
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	sub := take(t, s, nil)
	data := wipe(bytes.Clone(sub.data), entries)
	if !bytes.Contains(data, wrapPlain(recordsBucket, []byte(gone.ID), recordPayload(gone.Kind(), model.AppendJSON(nil, gone)))) {
		t.Fatal("no old page holds the record")
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	told, err := Rescue(path, path+".rescued", nil, "dpo")
	if err != nil || told.Records != 1 || len(told.Uncertain)+len(told.Lost)+told.Unnamed > 0 || !slices.Equal(told.Missing, []Range{{3, 4}}) {
		t.Errorf("%+v, %v", told, err)
	}
}

// A file of an older layout is rescued as well, into one of today's.
func TestRescueOfAnOlderLayout(t *testing.T) {
	path := layout1(t)
	for _, damage := range []int{0, 4096} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		clear(data[:damage])
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		target := filepath.Join(t.TempDir(), "x")
		told, err := Rescue(path, target, nil, "dpo")
		if err != nil || !told.History || told.Records != 2 || told.Whole() != (damage == 0) || len(told.Uncertain) > 0 {
			t.Errorf("%+v, %v", told, err)
		}
		s, err := OpenReadOnly(target, nil)
		if err != nil {
			t.Fatal(err)
		}
		sameAsLayout1(t, s)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// A file of a newer program is left to that.
func TestRescueOfANewerLayout(t *testing.T) {
	s, _ := protected(t)
	if err := s.update(func(tx transaction) error {
		return transaction{tx.Tx, nil}.putMeta(formatKey, formatInfo{Format: model.Format, File: fileVersion + 1, Schema: 1})
	}); err != nil {
		t.Fatal(err)
	}
	path := s.Path()
	s.Close()
	if _, err := Rescue(path, path+".rescued", passphrase, "dpo"); !errors.Is(err, ErrNewerSchema) {
		t.Errorf("%v, want %v", err, ErrNewerSchema)
	}
}

// wipe takes values out of a file, wherever they stand.
func wipe(data []byte, values [][]byte) []byte {
	for _, v := range values {
		for {
			i := bytes.Index(data, v)
			if i < 0 {
				break
			}
			data[i+len(v)/2] ^= 0x10
		}
	}
	return data
}

func TestRescueRefuses(t *testing.T) {
	sub := newSubject(t, 2, passphrase)
	dir := filepath.Dir(sub.path)
	in := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	open, err := Open(sub.path, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer open.Close()
	healthy := in("healthy", sub.data)
	for _, c := range []struct {
		name, path, target string
		secret             Secret
		want               error
	}{
		{"no file", filepath.Join(dir, "none"), "x", nil, ErrNotFound},
		{"a folder", dir, "x", nil, ErrNotRegister},
		{"empty", in("empty", nil), "x", nil, ErrNotRegister},
		{"a text", in("text", []byte("Kære alle, her er fortegnelsen")), "x", nil, ErrNotRegister},
		{"zeros", in("zeros", make([]byte, 100_000)), "x", nil, ErrNotRegister},
		{"only headers", in("headers", sub.data[:8192]), "x", passphrase, ErrNothingRescued},
		{"in use", sub.path, "x", passphrase, ErrInUse},
		{"the new file exists", healthy, "text", passphrase, ErrExists},
		{"the same file", healthy, "healthy", passphrase, ErrExists},
		{"no passphrase", healthy, "x", nil, ErrProtected},
		{"a wrong passphrase", healthy, "x", Secret("otte små katte"), ErrWrongPassphrase},
		{"the wrapped key is lost", in("keyless", withoutKey(sub.data)), "x", passphrase, ErrKeyLost},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Rescue(c.path, filepath.Join(dir, c.target), c.secret, "dpo"); !errors.Is(err, c.want) {
				t.Errorf("%v, want %v", err, c.want)
			}
			if _, err := os.Stat(filepath.Join(dir, "x")); err == nil {
				t.Error("a file was made")
			}
			if left, err := filepath.Glob(filepath.Join(dir, ".*.tmp")); err != nil || len(left) > 0 {
				t.Errorf("left over: %v, %v", left, err)
			}
		})
	}
}

// A leaf that somebody has made inside of an attached document is none, also
// where no tree leads to the document any more.
func TestRescueReadsNoPagesInsideOfDocuments(t *testing.T) {
	forged := titled("Forfalsket")
	page := leafOf(recordsBucket, []byte(forged.ID), recordPayload(forged.Kind(), model.AppendJSON(nil, forged)))
	marker := bytes.Repeat([]byte{'m'}, 4096)
	_, data := withDocument(t, append(marker, bytes.Repeat(page, 20)...))
	shift := (4096 - bytes.Index(data, marker)%4096) % 4096
	path, data := withDocument(t, append(append(marker[:shift:shift], bytes.Repeat(page, 20)...), marker[shift:]...))
	aligned := false
	for at := 0; at < len(data); at += 4096 {
		aligned = aligned || bytes.HasPrefix(data[at:], page)
	}
	if !aligned {
		t.Fatal("no forged page stands where pages do")
	}
	for i, c := range [][]byte{data, append(make([]byte, 8192), data[8192:]...)} {
		if err := os.WriteFile(path, c, 0o600); err != nil {
			t.Fatal(err)
		}
		told, err := Rescue(path, filepath.Join(t.TempDir(), "x"), nil, "dpo")
		if err != nil || told.Records != 1 || !told.History || told.LastUncertain != (i > 0) {
			t.Errorf("%d: %+v, %v", i, told, err)
		}
	}
}

// leafOf makes a page with one value.
func leafOf(bucket, key, payload []byte) []byte {
	value := wrapPlain(bucket, key, payload)
	order := binary.NativeEndian
	page := order.AppendUint64(make([]byte, 0, 4096), 0)
	page = order.AppendUint16(page, leafFlag)
	page = order.AppendUint16(page, 1)
	page = order.AppendUint32(page, 0) // overflow
	for _, n := range []int{0, elementSize, len(key), len(value)} {
		page = order.AppendUint32(page, uint32(n))
	}
	page = append(append(page, key...), value...)
	return append(page, make([]byte, 4096-len(page))...)
}

// withDocument makes a register with one attached document.
func withDocument(t *testing.T, document []byte) (path string, data []byte) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "x")
	s, err := Create(path, model.Info{Name: "x"}, nil, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	hash, size, err := s.Attach(bytes.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Document{Title: "x", SHA256: hash, Size: int(size)}
	d.ID, d.Number = titled("").ID, "D-1"
	if _, err := s.Save(model.Change{Put: []model.Record{d}}, "dpo"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if data, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	return path, data
}

// Whatever stands in a file, reading it ends, and keeps no more of it than it has
// bytes. Here two pages are swapped as well, which random bytes seldom do.
func FuzzRescue(f *testing.F) {
	path := filepath.Join(f.TempDir(), "x")
	s, err := Create(path, model.Info{Name: "x"}, []model.Record{titled("a"), titled("b")}, "dpo")
	if err != nil {
		f.Fatal(err)
	}
	retitle(f, s, "c")
	sub := take(f, s, nil)
	for _, pages := range [][2]uint8{{0, 0}, {0, 1}, {2, 3}, {4, 9}, {5, 6}} {
		f.Add(sub.data, pages[0], pages[1])
	}
	f.Add([]byte("intet register"), uint8(0), uint8(0))
	f.Fuzz(func(t *testing.T, data []byte, one, two uint8) {
		data = bytes.Clone(data)
		if a, b := int(one)*4096, int(two)*4096; a+4096 <= len(data) && b+4096 <= len(data) {
			page := bytes.Clone(data[a : a+4096])
			copy(data[a:], data[b:b+4096])
			copy(data[b:], page)
		}
		r, err := gather(bytes.NewReader(data), int64(len(data)), nil)
		if err != nil {
			return
		}
		found := 0
		for _, entries := range r.entries {
			found += len(entries)
		}
		for _, copies := range r.copies {
			found += len(copies)
		}
		if found > len(data)/valueHead {
			t.Errorf("%d values in %d bytes", found, len(data))
		}
		c, err := r.choose("x")
		if err != nil {
			return
		}
		if c.told.Records != len(c.records) {
			t.Errorf("%d records, %d are told", len(c.records), c.told.Records)
		}
		for id, rec := range c.records {
			if rec.Meta().ID != id || len(model.ValidateRecord(rec, c.find)) > 0 && !c.whole {
				t.Errorf("%s does not fit", id)
			}
		}
	})
}
