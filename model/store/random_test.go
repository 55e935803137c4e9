package store_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
	. "fortegnelse/model/store"
)

// event is one change as a plain list would keep it.
type event struct {
	id     model.ID
	action Action
	title  string // afterwards
}

// moment is an instant with what the records were called then.
type moment struct {
	at     time.Time
	titles map[model.ID]string
}

// Random changes and openings are compared with a Go map and a list, and the
// register as it was with a copy of the map.
func TestRandomChangesAgainstAMap(t *testing.T) {
	dir := t.TempDir()
	files := 0
	rapid.Check(t, func(t *rapid.T) {
		files++
		path := filepath.Join(dir, fmt.Sprint(files))
		s, err := Create(path, model.Info{Name: "x", Language: "da"}, nil, "dpo")
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			s.Close()
			os.Remove(path)
		}()
		titles := map[model.ID]string{}
		var ids []model.ID // in the order in which they were made
		var events []event
		moments := []moment{{time.Now(), map[model.ID]string{}}}
		for range rapid.IntRange(1, 15).Draw(t, "steps") {
			switch rapid.IntRange(0, 4).Draw(t, "action") {
			case 0, 1: // new ones, several at once
				var c model.Change
				for range rapid.IntRange(1, 3).Draw(t, "count") {
					m := &model.Measure{Title: rapid.String().Draw(t, "title")}
					m.ID = model.NewID(modeltest.Generated)
					m.Number = fmt.Sprintf("S-%d", len(ids)+1)
					ids = append(ids, m.ID)
					titles[m.ID] = m.Title
					events = append(events, event{m.ID, Created, m.Title})
					c.Put = append(c.Put, m)
				}
				save(t, s, c)
			case 2:
				id, ok := living(t, ids, titles)
				if !ok {
					continue
				}
				m, _ := model.Find[*model.Measure](s.Register(), id)
				m = model.Clone(m).(*model.Measure)
				m.Title = rapid.String().Draw(t, "title")
				if m.Title != titles[id] {
					events = append(events, event{id, Changed, m.Title})
				}
				titles[id] = m.Title
				save(t, s, model.Change{Put: []model.Record{m}})
			case 3:
				id, ok := living(t, ids, titles)
				if !ok {
					continue
				}
				delete(titles, id)
				events = append(events, event{id, Deleted, ""})
				save(t, s, model.Change{Delete: []model.ID{id}})
			case 4:
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				if s, err = Open(path, nil); err != nil {
					t.Fatal(err)
				}
			}
			agrees(t, s, titles, events, ids)
			moments = append(moments, moment{time.Now(), maps.Clone(titles)})
			was := rapid.SampledFrom(moments).Draw(t, "moment")
			r, err := s.AsOf(was.at)
			if err != nil {
				t.Fatal(err)
			}
			titled(t, r, was.titles)
		}
	})
}

func save(t *rapid.T, s *Store, c model.Change) {
	if _, err := s.Save(c, "dpo"); err != nil {
		t.Fatal(err)
	}
}

// living draws a record that is not deleted.
func living(t *rapid.T, ids []model.ID, titles map[model.ID]string) (model.ID, bool) {
	var alive []model.ID
	for _, id := range ids {
		if _, ok := titles[id]; ok {
			alive = append(alive, id)
		}
	}
	if len(alive) == 0 {
		return "", false
	}
	return rapid.SampledFrom(alive).Draw(t, "record"), true
}

func titled(t *rapid.T, r *model.Register, titles map[model.ID]string) {
	measures := r.Measures()
	if len(measures) != len(titles) {
		t.Fatalf("%d records, want %d", len(measures), len(titles))
	}
	for _, m := range measures {
		if want, ok := titles[m.ID]; !ok || m.Title != want {
			t.Fatalf("%s is %q, want %q", m.Number, m.Title, want)
		}
	}
}

func agrees(t *rapid.T, s *Store, titles map[model.ID]string, events []event, ids []model.ID) {
	titled(t, s.Register(), titles)
	entries, err := s.History(Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(events)+1 { // the first is the register's own
		t.Fatalf("%d entries, want %d", len(entries), len(events)+1)
	}
	of := map[model.ID]int{}
	for i, e := range events {
		of[e.id]++
		got := entries[i+1]
		if got.Record != e.id || got.Action != e.action || got.Revision != of[e.id] {
			t.Fatalf("entry %d: %+v, want %+v", got.Seq, got, e)
		}
	}
	for _, id := range ids {
		its, err := s.History(Filter{Record: id})
		if err != nil || len(its) != of[id] {
			t.Fatalf("%d entries of %s, %v; want %d", len(its), id, err, of[id])
		}
	}
	if n, err := s.Verify(); err != nil || n != len(entries) {
		t.Fatalf("Verify = %d, %v", n, err)
	}
}
