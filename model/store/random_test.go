package store

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
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

// plainRegister is a register as a Go map and a list would keep it, beside one in
// a file, and what a person can do with both.
type plainRegister struct {
	dir    string
	s      *Store
	secret Secret
	clock  time.Time

	titles  map[model.ID]string
	ids     []model.ID // in the order in which they were made
	events  []event
	moments []moment
	undo    []undone // saves that can be undone
}

// undone is what it takes to undo a save, and its events if it is.
type undone struct {
	change model.Change
	titles map[model.ID]string // as they were
}

// Random changes, openings, crashes and passphrases are compared with a Go map and
// a list, and the register as it was with copies of the map. What a file shows
// after a crash is what was saved.
func TestRandomChangesAgainstAMap(t *testing.T) {
	cheap(t)
	dir := quickDir(t)
	files := 0
	until := time.Now().Add(soaking(t, 0.12))
	round := func(t *rapid.T) {
		files++
		p := newPlainRegister(t, filepath.Join(dir, fmt.Sprint(files)))
		defer func() {
			p.s.Close()
			os.RemoveAll(p.dir)
		}()
		t.Repeat(map[string]func(*rapid.T){
			"":           p.agrees,
			"create":     p.create,
			"change":     p.change,
			"import":     p.importOne,
			"delete":     p.remove,
			"restore":    p.restore,
			"undo":       p.undoLast,
			"rotate":     p.rotate,
			"reopen":     p.reopen,
			"crash":      p.crash,
			"protection": p.protect,
			"clock":      p.turnClock,
		})
	}
	setChecks(t, 25)
	rapid.Check(t, round)
	rounds := files
	for time.Now().Before(until) {
		t.Run("again", func(t *testing.T) { rapid.Check(t, round) })
	}
	t.Logf("random registers: %d, of them in the soak: %d", files, files-rounds)
}

// setChecks says how often rapid checks a property.
func setChecks(t *testing.T, n int) {
	checks := flag.Lookup("rapid.checks")
	was := checks.Value.String()
	if err := checks.Value.Set(fmt.Sprint(n)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = checks.Value.Set(was) })
}

func newPlainRegister(t *rapid.T, dir string) *plainRegister {
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	p := &plainRegister{dir: dir, titles: map[model.ID]string{}, clock: time.Now()}
	s, err := Create(filepath.Join(dir, "x"), model.Info{Name: "x", Language: "da"}, nil, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	p.use(s)
	p.moments = []moment{{time.Now(), map[model.ID]string{}}}
	return p
}

// use takes a store that was opened. Its clock goes on by a second each time.
func (p *plainRegister) use(s *Store) {
	p.s = s
	s.now = func() time.Time {
		p.clock = p.clock.Add(time.Second)
		return p.clock
	}
}

// saved notes what a change has done.
func (p *plainRegister) saved(t *rapid.T, c model.Change, action Action) {
	was := maps.Clone(p.titles)
	back := model.Change{Cause: model.ByUndo}
	if c.Cause == model.ByUndo { // undoing what was undone is redoing
		back.Cause = model.ByRedo
	}
	for _, rec := range c.Put {
		m := rec.(*model.Measure)
		before, there := p.titles[m.ID]
		did := action
		if there && before == m.Title {
			continue
		} else if there && did == Created {
			did = Changed
		}
		if old, ok := p.s.Register().Record(m.ID); ok {
			back.Put = append(back.Put, model.Clone(old))
		} else {
			back.Delete = append(back.Delete, m.ID)
		}
		p.titles[m.ID] = m.Title
		p.events = append(p.events, event{m.ID, did, m.Title})
	}
	for _, id := range c.Delete {
		old, _ := p.s.Register().Record(id)
		back.Put = append(back.Put, model.Clone(old))
		delete(p.titles, id)
		p.events = append(p.events, event{id, action.or(Deleted), ""})
	}
	save := p.s.Save
	if action == Import {
		save = p.s.Import
	}
	if _, err := save(c, "dpo"); err != nil {
		t.Fatal(err)
	}
	if len(back.Put)+len(back.Delete) > 0 {
		p.undo = append(p.undo, undone{back, was})
	}
	p.moments = append(p.moments, moment{p.latest(t), maps.Clone(p.titles)})
}

// latest returns when the last change counts.
func (p *plainRegister) latest(t *rapid.T) time.Time {
	entries, err := p.s.History(Filter{Newest: true, Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	return entries[0].Counts
}

func (p *plainRegister) newMeasures(t *rapid.T, from, to int) (c model.Change) {
	for range rapid.IntRange(from, to).Draw(t, "count") {
		m := &model.Measure{Title: rapid.String().Draw(t, "title")}
		m.ID = model.NewID(modeltest.Generated)
		m.Number = fmt.Sprintf("S-%d", len(p.ids)+1)
		p.ids = append(p.ids, m.ID)
		c.Put = append(c.Put, m)
	}
	return c
}

func (p *plainRegister) create(t *rapid.T) {
	c := p.newMeasures(t, 1, 3)
	p.saved(t, c, Created)
}

// some draws a record that is not deleted.
func (p *plainRegister) some(t *rapid.T) *model.Measure {
	var alive []model.ID
	for _, id := range p.ids {
		if _, ok := p.titles[id]; ok {
			alive = append(alive, id)
		}
	}
	if len(alive) == 0 {
		t.Skip("no records")
	}
	m, _ := model.Find[*model.Measure](p.s.Register(), rapid.SampledFrom(alive).Draw(t, "record"))
	return model.Clone(m).(*model.Measure)
}

func (p *plainRegister) change(t *rapid.T) {
	m := p.some(t)
	m.Title = rapid.String().Draw(t, "title")
	p.saved(t, model.Change{Put: []model.Record{m}, Reason: rapid.String().Draw(t, "reason")}, Created)
}

func (p *plainRegister) importOne(t *rapid.T) {
	m := p.some(t)
	c := p.newMeasures(t, 0, 1)
	m.Title = rapid.String().Draw(t, "title")
	c.Put = append(c.Put, m)
	p.saved(t, c, Import)
}

func (p *plainRegister) remove(t *rapid.T) {
	p.saved(t, model.Change{Delete: []model.ID{p.some(t).ID}}, Created)
}

func (p *plainRegister) restore(t *rapid.T) {
	deletions, err := p.s.Deletions()
	if err != nil {
		t.Fatal(err)
	}
	if len(deletions)+len(p.titles) != len(p.ids) {
		t.Fatalf("%d are deleted and %d not, of %d", len(deletions), len(p.titles), len(p.ids))
	}
	if len(deletions) == 0 {
		t.Skip("nothing is deleted")
	}
	d := rapid.SampledFrom(deletions).Draw(t, "deletion")
	rec, err := p.s.Restore(d.Record.Meta().ID, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	m := rec.(*model.Measure)
	p.titles[m.ID] = m.Title
	p.events = append(p.events, event{m.ID, Restored, m.Title})
	p.undo = nil
	p.moments = append(p.moments, moment{p.latest(t), maps.Clone(p.titles)})
}

func (p *plainRegister) undoLast(t *rapid.T) {
	if len(p.undo) == 0 {
		t.Skip("nothing to undo")
	}
	u := p.undo[len(p.undo)-1]
	p.undo = p.undo[:len(p.undo)-1]
	action := Undone
	if u.change.Cause == model.ByRedo {
		action = Redone
	}
	p.saved(t, u.change, action)
	if !maps.Equal(p.titles, u.titles) {
		t.Fatalf("undoing leads to %v, want %v", p.titles, u.titles)
	}
}

func (p *plainRegister) rotate(t *rapid.T) {
	if err := p.s.Rotate(p.clock); err != nil {
		t.Fatal(err)
	}
}

func (p *plainRegister) reopen(t *rapid.T) {
	if err := p.s.Close(); err != nil {
		t.Fatal(err)
	}
	if p.secret != nil {
		if _, err := Open(p.s.Path(), Secret("en helt anden")); !errors.Is(err, ErrWrongPassphrase) {
			t.Fatal(err)
		}
	}
	s, err := Open(p.s.Path(), p.secret)
	if err != nil {
		t.Fatal(err)
	}
	p.use(s)
}

// crash goes on with a copy of the file that was made while it was open, as
// after a power cut; what lies behind the pages in use may be lost.
func (p *plainRegister) crash(t *rapid.T) {
	data, err := os.ReadFile(p.s.Path())
	if err != nil {
		t.Fatal(err)
	}
	if rapid.Bool().Draw(t, "the end is lost") {
		meta, err := readMeta(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		data = data[:meta.pages*meta.pageSize]
	}
	path := filepath.Join(p.dir, fmt.Sprint("after", len(p.moments), rapid.Uint32().Draw(t, "name")))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := p.s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(path, p.secret)
	if err != nil {
		t.Fatal(err)
	}
	p.use(s)
}

// protect changes how the file is protected: not at all, by a passphrase, by
// another one.
func (p *plainRegister) protect(t *rapid.T) {
	next := Secret(rapid.StringN(MinPassphrase, 30, -1).Draw(t, "passphrase"))
	var err error
	switch {
	case p.secret == nil:
		_, err = p.s.Protect(next)
	case rapid.Bool().Draw(t, "remove"):
		err, next = p.s.Unprotect(p.secret), nil
	default:
		err = p.s.ChangePassphrase(p.secret, next)
	}
	if err != nil {
		t.Fatal(err)
	}
	p.secret = next
}

// turnClock lets the clock of the machine go back or ahead.
func (p *plainRegister) turnClock(t *rapid.T) {
	p.clock = p.clock.Add(time.Duration(rapid.IntRange(-100, 100).Draw(t, "minutes")) * time.Minute)
}

// agrees compares everything with the map and the list.
func (p *plainRegister) agrees(t *rapid.T) {
	holds(t, p.s.Register(), p.titles)
	entries, err := p.s.History(Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(p.events)+1 { // the first is the register's own
		t.Fatalf("%d entries, want %d", len(entries), len(p.events)+1)
	}
	of := map[model.ID]int{}
	for i, e := range p.events {
		of[e.id]++
		got := entries[i+1]
		if got.Record != e.id || got.Action != e.action || got.Revision != of[e.id] {
			t.Fatalf("entry %d: %s %s revision %d, want %+v", got.Seq, got.Action, got.Record, got.Revision, e)
		}
	}
	if len(p.ids) > 0 {
		id := rapid.SampledFrom(p.ids).Draw(t, "history of")
		its, err := p.s.History(Filter{Record: id})
		if err != nil || len(its) != of[id] {
			t.Fatalf("%d entries of %s, %v; want %d", len(its), id, err, of[id])
		}
	}
	if n, err := p.s.Verify(); err != nil || n != len(entries) {
		t.Fatalf("Verify = %d, %v", n, err)
	}
	was := rapid.IntRange(0, len(p.moments)-1).Draw(t, "moment")
	for was+1 < len(p.moments) && !p.moments[was+1].at.After(p.moments[was].at) {
		was++ // several count at the same time, where the clock has gone back
	}
	r, err := p.s.AsOf(p.moments[was].at)
	if err != nil {
		t.Fatal(err)
	}
	holds(t, r, p.moments[was].titles)
}

func holds(t *rapid.T, r *model.Register, titles map[model.ID]string) {
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
