package store_test

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
	. "fortegnelse/model/store"
)

// create makes a file of n generated activities and opens it.
func create(t testing.TB, n int) (*Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "clinic.fortegnelse")
	r := modeltest.Register(n)
	s, err := Create(path, r.Info(), r.Content().Records(), "tester")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, path
}

func reopen(t testing.TB, s *Store) *Store {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(s.Path(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { again.Close() })
	return again
}

// same fails unless two registers hold the same.
func same(t testing.TB, got, want *model.Register) {
	t.Helper()
	if got.Info() != want.Info() {
		t.Errorf("the register says %+v of itself, want %+v", got.Info(), want.Info())
	}
	g, w := got.Content().Records(), want.Content().Records()
	if len(g) != len(w) {
		t.Fatalf("%d records, want %d", len(g), len(w))
	}
	for i := range g {
		if d := model.Diff(w[i], g[i]); d != nil {
			t.Errorf("%s differs: %v", w[i].Meta().Number, d)
		}
	}
}

func retitled(r *model.Register, i int, title string) *model.Activity {
	a := model.Clone(r.Activities()[i]).(*model.Activity)
	a.Title = title
	return a
}

func TestCreateSaveReopen(t *testing.T) {
	s, path := create(t, 12)
	same(t, s.Register(), modeltest.Register(12))
	a := retitled(s.Register(), 3, "Ny titel")
	saved, err := s.Save(model.Change{Put: []model.Record{a}, Reason: "rettet"}, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	if len(saved.Changes) != 1 || saved.Changes[0].Action != Changed || saved.Changes[0].Before.Name() == "Ny titel" || saved.Changes[0].After != model.Record(a) {
		t.Errorf("Saved = %+v", saved)
	}
	want := s.Register()
	if got, _ := model.Find[*model.Activity](want, a.ID); got.Title != "Ny titel" {
		t.Errorf("the register shows %q", got.Title)
	}
	s = reopen(t, s)
	same(t, s.Register(), want)
	entries, err := s.History(Filter{Record: a.ID})
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 2 || entries[0].Action != Import || entries[1].Action != Changed || entries[1].Author != "dpo" || entries[1].Reason != "rettet" {
		t.Fatalf("history of the activity: %+v", entries)
	}
	fields, err := entries[1].Fields()
	if err != nil || len(fields) != 1 || fields[0].Path != "title" || fields[0].After != "Ny titel" {
		t.Errorf("Fields = %v, %v", fields, err)
	}
	if _, err := s.Verify(); err != nil {
		t.Error(err)
	}
	onlyOwner(t, path)
}

// onlyOwner fails where others may read what lies beside path. Windows has
// other means.
func onlyOwner(t *testing.T, path string) {
	t.Helper()
	files, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 2 {
		t.Errorf("%d files, want the register and its lock", len(files))
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil {
			t.Fatal(err)
		}
		if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", f.Name(), info.Mode())
		}
	}
}

func TestSaveOfNothingLeavesNoTrace(t *testing.T) {
	s, _ := create(t, 1)
	before, err := s.History(Filter{})
	if err != nil {
		t.Fatal(err)
	}
	info := s.Register().Info()
	saved, err := s.Save(model.Change{Put: []model.Record{model.Clone(s.Register().Activities()[0])}, Info: &info}, "dpo")
	if err != nil || saved.Seq != 0 || len(saved.Changes) != 0 {
		t.Errorf("Save = %+v, %v", saved, err)
	}
	after, err := s.History(Filter{})
	if err != nil || len(after) != len(before) {
		t.Errorf("%d entries, %v; want %d", len(after), err, len(before))
	}
}

func TestOneSaveIsOneGroup(t *testing.T) {
	s, _ := create(t, 2)
	r := s.Register()
	info := r.Info()
	info.Name = "Andet navn"
	saved, err := s.Save(model.Change{Put: []model.Record{retitled(r, 0, "Et"), retitled(r, 1, "To")}, Info: &info}, "dpo")
	if err != nil || !saved.Info || len(saved.Changes) != 2 {
		t.Fatalf("Save = %+v, %v", saved, err)
	}
	s = reopen(t, s)
	entries, err := s.History(Filter{Newest: true, Limit: 3})
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range entries {
		if e.Group != saved.Seq || e.Seq != saved.Seq+2-uint64(i) {
			t.Errorf("entry %d: group %d, want %d", e.Seq, e.Group, saved.Seq)
		}
	}
	if fields, err := entries[2].Fields(); err != nil || len(fields) != 1 || fields[0].Path != "name" || entries[2].Kind != KindRegister {
		t.Errorf("what the register says of itself: %v, %v", fields, err)
	}
	if got := s.Register().Info().Name; got != "Andet navn" {
		t.Errorf("the name is %q", got)
	}
}

func TestDeleteAsksWhoRefersToIt(t *testing.T) {
	s, _ := create(t, 1)
	r := s.Register()
	processor := r.Processors()[0]
	_, err := s.Save(model.Change{Delete: []model.ID{processor.ID}}, "dpo")
	var used *RecordInUseError
	if !errors.As(err, &used) || !errors.Is(err, ErrRecordInUse) || len(used.Users) != 2 {
		t.Fatalf("Save = %v, want the activity and the agreement", err)
	}
	// Taken out of both in the same change, it may go.
	a := model.Clone(r.Activities()[0]).(*model.Activity)
	a.Processors = model.Say[[]model.ProcessorUse](model.None)
	if _, err := s.Save(model.Change{Put: []model.Record{a}, Delete: []model.ID{processor.ID, r.Agreements()[0].ID}}, "dpo"); err != nil {
		t.Fatal(err)
	}
	s = reopen(t, s)
	if n := len(s.Register().Processors()) + len(s.Register().Agreements()); n != 0 {
		t.Errorf("%d records are left", n)
	}
	entries, err := s.History(Filter{Record: processor.ID, Newest: true})
	if err != nil || len(entries) != 2 || entries[0].Action != Deleted || entries[0].After != nil || entries[0].Before == nil {
		t.Errorf("history of the processor: %+v, %v", entries, err)
	}
}

func TestSaveRefuses(t *testing.T) {
	s, _ := create(t, 2)
	r := s.Register()
	fresh := func(change func(*model.Activity)) model.Change {
		a := model.Clone(r.Activities()[0]).(*model.Activity)
		change(a)
		return model.Change{Put: []model.Record{a}}
	}
	for _, c := range []struct {
		name, want string
		change     model.Change
	}{
		{"no id", "not a UUID", fresh(func(a *model.Activity) { a.ID = "7" })},
		{"no number", "number: it is missing", fresh(func(a *model.Activity) { a.Number = "" })},
		{"a number that is taken", "another record has it", fresh(func(a *model.Activity) { a.Number = "b-02" })},
		{"a reference that leads nowhere", "there is no record", fresh(func(a *model.Activity) {
			a.Systems = model.Value([]model.ID{model.NewID(modeltest.Generated)})
		})},
		{"a reference to another kind", "is a activity, not a system", fresh(func(a *model.Activity) { a.Systems = model.Value([]model.ID{a.ID}) })},
		{"another kind under the same id", "is a activity", model.Change{Put: []model.Record{
			&model.System{Title: "x", Head: model.Head{ID: r.Activities()[0].ID, Number: "Y-99"}},
		}}},
		{"the same record twice", "twice", model.Change{Put: []model.Record{r.Activities()[0], r.Activities()[0]}}},
		{"deleting what is not there", "no such record", model.Change{Delete: []model.ID{model.NewID(modeltest.Generated)}}},
		{"another register", "it cannot change", model.Change{Info: &model.Info{ID: model.NewID(modeltest.Generated)}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := s.Save(c.change, "dpo")
			if !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("Save = %v, want %q", err, c.want)
			}
		})
	}
	if s.Register() != r {
		t.Error("a change that was refused has changed the register")
	}
}

func TestCreateRefuses(t *testing.T) {
	dir := t.TempDir()
	kept := filepath.Join(dir, "kept")
	if err := os.WriteFile(kept, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := model.Clone(modeltest.Register(1).Activities()[0])
	for _, c := range []struct {
		name    string
		path    string
		records []model.Record
		want    error
	}{
		{"a file that exists", kept, nil, ErrExists},
		{"a folder", dir, nil, ErrExists},
		{"a folder that is not there", filepath.Join(dir, "gone", "x"), nil, fs.ErrNotExist},
		{"a folder that is a file", filepath.Join(kept, "x"), nil, nil},
		{"records that do not fit", filepath.Join(dir, "x"), []model.Record{broken}, ErrInvalid},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := Create(c.path, model.Info{}, c.records, "dpo")
			if err == nil {
				s.Close()
				t.Fatal("it was made")
			}
			if c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("Create = %v, want %v", err, c.want)
			}
		})
	}
	if data, err := os.ReadFile(kept); err != nil || string(data) != "mine" {
		t.Errorf("the file now holds %q, %v", data, err)
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("temporary files are left: %v", files)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, c := range []struct {
		name, path string
		want       error
	}{
		{"no file", filepath.Join(dir, "none"), ErrNotFound},
		{"a folder", dir, ErrNotRegister},
		{"an empty file", write("empty", ""), ErrNotRegister},
		{"a text", write("text", "Kære Datatilsyn"), ErrNotRegister},
		{"a long text", write("long", strings.Repeat("Kære Datatilsyn\n", 10_000)), ErrNotRegister},
	} {
		for mode, open := range map[string]func(string, Secret) (*Store, error){"": Open, ", to read": OpenReadOnly} {
			t.Run(c.name+mode, func(t *testing.T) {
				s, err := open(c.path, nil)
				if err == nil {
					s.Close()
				}
				if !errors.Is(err, c.want) {
					t.Errorf("got %v, want %v", err, c.want)
				}
			})
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "none")); err == nil {
		t.Error("opening has made a file")
	}
}

func TestSecondOpenerIsToldWho(t *testing.T) {
	s, path := create(t, 1)
	for name, open := range map[string]func(string, Secret) (*Store, error){"to write": Open, "to read": OpenReadOnly} {
		_, err := open(path, nil)
		var used *InUseError
		if !errors.As(err, &used) || !errors.Is(err, ErrInUse) || !strings.Contains(used.By, "@") || used.Since.IsZero() {
			t.Errorf("%s: %v, want who and since when", name, err)
		}
	}
	if err := os.Remove(path + ".lock"); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path, nil); !errors.Is(err, ErrInUse) || err.Error() != ErrInUse.Error() {
		t.Errorf("without knowing who: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	// Readers share, and leave no trace.
	one, err := OpenReadOnly(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer one.Close()
	two, err := OpenReadOnly(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer two.Close()
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
		t.Errorf("reading leaves files: %v", files)
	}
	if _, err := one.Save(model.Change{}, "dpo"); !errors.Is(err, ErrReadOnly) {
		t.Errorf("Save = %v, want %v", err, ErrReadOnly)
	}
}

// A process that dies leaves its lock file, but not its lock.
func TestOpenAfterADeath(t *testing.T) {
	s, path := create(t, 1)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(self, "-test.run=^TestHelperDies$")
	command.Env = append(os.Environ(), "STORE_TEST_DIES="+path)
	if out, err := command.CombinedOutput(); err == nil {
		t.Fatalf("the process lives: %s", out)
	}
	if _, err := os.Stat(path + ".lock"); err != nil {
		t.Fatal(err)
	}
	s, err = Open(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got := s.Register().Activities()[0].Title; got != "Sidste ord" {
		t.Errorf("the last save is lost: %q", got)
	}
}

// TestHelperDies is the process of TestOpenAfterADeath.
func TestHelperDies(t *testing.T) {
	path := os.Getenv("STORE_TEST_DIES")
	if path == "" {
		return
	}
	s, err := Open(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(model.Change{Put: []model.Record{retitled(s.Register(), 0, "Sidste ord")}}, "dpo"); err != nil {
		t.Fatal(err)
	}
	os.Exit(3)
}

func TestAfterClose(t *testing.T) {
	s, _ := create(t, 1)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
	if _, err := s.Save(model.Change{}, "dpo"); !errors.Is(err, ErrClosed) {
		t.Errorf("Save = %v", err)
	}
	if _, err := s.History(Filter{}); !errors.Is(err, ErrClosed) {
		t.Errorf("History = %v", err)
	}
}
