package store

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
)

// A child that is killed while it saves tells its parent what was saved, in
// lines of JSON on its standard output: one when Save has returned, never
// before.
const (
	killPath   = "FORTEGNELSE_TEST_KILL"
	killSecret = "FORTEGNELSE_TEST_KILL_SECRET"
	killSeed   = "FORTEGNELSE_TEST_KILL_SEED"
)

// acknowledged is what a save has done by the word of the child.
type acknowledged struct {
	Seq    uint64              `json:"seq"` // of its last entry
	Titles map[model.ID]string `json:"titles"`
	Gone   []model.ID          `json:"gone"`
}

// TestChildSaves is the child: it saves until it is killed.
func TestChildSaves(t *testing.T) {
	path := os.Getenv(killPath)
	if path == "" {
		return // it is started by TestKilledWhileSaving
	}
	cheap(t)
	var seed uint64
	if _, err := fmt.Sscan(os.Getenv(killSeed), &seed); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(seed, 1))
	var secret Secret
	if text := os.Getenv(killSecret); text != "" {
		secret = Secret(text)
	}
	s, err := Open(path, secret)
	if err != nil {
		t.Fatal(err)
	}
	out := json.NewEncoder(os.Stdout)
	say := func(saved Saved, err error) Saved {
		if err != nil {
			t.Fatal(err)
		}
		ack := acknowledged{Seq: s.state.Seq, Titles: map[model.ID]string{}}
		for _, c := range saved.Changes {
			if c.After == nil {
				ack.Gone = append(ack.Gone, c.Before.Meta().ID)
			} else {
				ack.Titles[c.After.Meta().ID] = s.Register().Title(c.After)
			}
		}
		if err := out.Encode(ack); err != nil {
			t.Fatal(err)
		}
		return saved
	}
	for i := 0; ; i++ {
		records := s.Register().Measures()
		switch n := random.IntN(20); {
		case n < 6 || len(records) < 5: // several at once
			var c model.Change
			for range 1 + random.IntN(4) {
				m := titled(fmt.Sprint("Ny ", i))
				m.Notes = string(bytes.Repeat([]byte("Bemærkning. "), random.IntN(800)))
				c.Put = append(c.Put, m)
			}
			say(s.Save(c, "dpo"))
		case n < 13: // a change, sometimes undone at once
			was := records[random.IntN(len(records))]
			m := model.Clone(was).(*model.Measure)
			m.Title = fmt.Sprint("Ændret ", i)
			say(s.Save(model.Change{Put: []model.Record{m}, Reason: "rettelse"}, "dpo"))
			if random.IntN(3) == 0 {
				say(s.Save(model.Change{Put: []model.Record{model.Clone(was)}, Cause: model.ByUndo}, "dpo"))
			}
		case n < 15:
			say(s.Save(model.Change{Delete: []model.ID{records[random.IntN(len(records))].ID}}, "dpo"))
		case n < 16:
			document := make([]byte, 1+random.IntN(400<<10))
			for i := range document {
				document[i] = byte(random.Uint32())
			}
			hash, size, err := s.Attach(bytes.NewReader(document))
			if err != nil {
				t.Fatal(err)
			}
			d := &model.Document{Title: hash, SHA256: hash, Size: int(size)}
			d.ID = model.NewID(modeltest.Generated)
			d.Number = string(d.ID)
			say(s.Save(model.Change{Put: []model.Record{d}}, "dpo"))
		case n < 17:
			if err := s.Rotate(time.Now().Add(time.Duration(i) * time.Second)); err != nil {
				t.Fatal(err)
			}
		case n < 18 && secret != nil: // the same again: the parent knows it
			if err := s.ChangePassphrase(secret, secret); err != nil {
				t.Fatal(err)
			}
		case n < 19: // let go and open again
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if s, err = Open(path, secret); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// After a death at any moment, every save that was acknowledged is there, at
// most the one under way beside it, and the chain verifies.
func TestKilledWhileSaving(t *testing.T) {
	for _, c := range []struct {
		name   string
		secret Secret
	}{{"plain", nil}, {"protected", passphrase}} {
		t.Run(c.name, func(t *testing.T) {
			cheap(t)
			until := time.Now().Add(soaking(t, 0.2))
			kills, saves, more := 0, 0, 0
			var v *victim
			for i := range times(t, 6, 600) {
				if soaking(t, 1) > 0 && time.Now().After(until) {
					break
				}
				if i%40 == 0 { // a history that grows costs time only
					v = newVictim(t, c.secret)
				}
				acks := v.kill(t, uint64(i))
				kills++
				saves += len(acks)
				if v.check(t, acks) {
					more++
				}
			}
			t.Logf("kills %s: %d, saves acknowledged: %d, saves there though not yet acknowledged: %d", c.name, kills, saves, more)
			if kills == 0 || saves == 0 {
				t.Error("nobody was killed while saving")
			}
		})
	}
}

// victim is a register whose programs are killed.
type victim struct {
	path   string
	secret Secret
	titles map[model.ID]string
	seq    uint64
}

func newVictim(t *testing.T, secret Secret) *victim {
	t.Helper()
	v := &victim{path: filepath.Join(t.TempDir(), "x.fortegnelse"), secret: secret, titles: map[model.ID]string{}, seq: 1}
	var s *Store
	var err error
	if secret == nil {
		s, err = Create(v.path, model.Info{Name: "x"}, nil, "dpo")
	} else {
		s, _, err = CreateProtected(v.path, secret, model.Info{Name: "x"}, nil, "dpo")
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return v
}

// kill starts a child, kills it some time after its first save or, now and then,
// before it, and returns what it has acknowledged.
func (v *victim) kill(t *testing.T, seed uint64) []acknowledged {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 2))
	child := exec.Command(os.Args[0], "-test.run=^TestChildSaves$")
	child.Env = append(os.Environ(), killPath+"="+v.path, killSecret+"="+string(v.secret), fmt.Sprintf("%s=%d", killSeed, seed))
	var errs bytes.Buffer
	child.Stderr = &errs
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	var acks []acknowledged
	read := func() bool {
		line, err := lines.ReadBytes('\n')
		if err != nil { // a line that is not whole is a save that was not acknowledged
			return false
		}
		var ack acknowledged
		if err := json.Unmarshal(line, &ack); err != nil {
			t.Errorf("the child says %q: %s", line, errs.String())
			return false
		}
		acks = append(acks, ack)
		return true
	}
	if random.IntN(10) > 0 && !read() {
		t.Errorf("the child saved nothing: %s", errs.String())
	}
	timer := time.AfterFunc(time.Duration(random.IntN(60_000))*time.Microsecond, func() { _ = child.Process.Kill() })
	for read() {
	}
	timer.Stop()
	_ = child.Process.Kill() // it is dead, or about to be
	if _, err := io.Copy(io.Discard, lines); err != nil {
		t.Error(err)
	}
	var exit *exec.ExitError
	if err := child.Wait(); !errors.As(err, &exit) || exit.ExitCode() != -1 {
		t.Fatalf("the child ended by itself: %v %s", err, errs.String())
	}
	return acks
}

// check compares the file with what was acknowledged, and takes over what it
// holds. It reports whether the save under way is there too.
func (v *victim) check(t *testing.T, acks []acknowledged) (more bool) {
	t.Helper()
	s, err := Open(v.path, v.secret)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Verify(); err != nil {
		t.Fatal(err)
	}
	for _, ack := range acks {
		for id, title := range ack.Titles {
			v.titles[id] = title
		}
		for _, id := range ack.Gone {
			delete(v.titles, id)
		}
		v.seq = ack.Seq
	}
	entries, err := s.History(Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if uint64(len(entries)) < v.seq {
		t.Fatalf("%d changes, %d were acknowledged", len(entries), v.seq)
	}
	replayed := map[model.ID]string{}
	compare := func() {
		t.Helper()
		if len(replayed) != len(v.titles) {
			t.Fatalf("%d records, want %d", len(replayed), len(v.titles))
		}
		for id, title := range v.titles {
			if replayed[id] != title {
				t.Fatalf("%s is %q, want %q", id, replayed[id], title)
			}
		}
	}
	groups := map[uint64]bool{}
	for _, e := range entries {
		if e.Seq == v.seq+1 {
			compare()
		}
		if e.Seq > v.seq {
			groups[e.Group] = true
		}
		if e.Kind == KindRegister {
			continue
		}
		if e.After == nil {
			delete(replayed, e.Record)
			continue
		}
		rec, err := decodeJSON(e.Kind, e.After)
		if err != nil {
			t.Fatal(err)
		}
		replayed[e.Record] = s.Register().Title(rec)
	}
	if len(groups) > 1 {
		t.Fatalf("%d saves were not acknowledged, at most one can be", len(groups))
	}
	v.titles, v.seq = replayed, uint64(len(entries))
	now := s.Register().Content().Records()
	if len(now) != len(v.titles) {
		t.Fatalf("%d records are stored, the history has %d", len(now), len(v.titles))
	}
	for _, rec := range now {
		if title := s.Register().Title(rec); v.titles[rec.Meta().ID] != title {
			t.Fatalf("%q is stored, the history has %q", title, v.titles[rec.Meta().ID])
		}
	}
	return len(groups) > 0
}
