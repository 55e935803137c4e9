package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"fortegnelse/model"
)

var newYear = time.Date(2026, time.January, 1, 8, 0, 0, 0, time.UTC)

// small makes a register with one measure.
func small(t testing.TB) *Store {
	t.Helper()
	s, err := Create(filepath.Join(t.TempDir(), "x.fortegnelse"), model.Info{Name: "x", Language: "da"}, []model.Record{titled("Lås")}, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// taken lists the times of the copies in a folder, the newest first.
func taken(t testing.TB, dir string) (times []string) {
	t.Helper()
	copies, err := rotatingCopies(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range copies {
		times = append(times, c.Taken.Format("2006-01-02 15:04"))
	}
	return times
}

func rotated(t testing.TB, s *Store, now time.Time) {
	t.Helper()
	if err := s.Rotate(now); err != nil {
		t.Fatal(err)
	}
}

func choose(t testing.TB, s *Store, o RotateOptions) {
	t.Helper()
	if err := s.SetRotateOptions(o); err != nil {
		t.Fatal(err)
	}
	if got, err := RotateOptionsOf(s.path); err != nil || got != o {
		t.Errorf("RotateOptionsOf = %+v, %v, want %+v", got, err, o)
	}
}

// Two registers in one folder, each with numbers of its own.
func TestRotateIntoAChosenFolder(t *testing.T) {
	shared := filepath.Join(t.TempDir(), "kopier")
	one, other := small(t), small(t)
	choose(t, one, RotateOptions{Folder: shared, Days: 1, Months: 1})
	choose(t, other, RotateOptions{Folder: shared, Days: 3})
	for day := range 6 {
		for _, s := range []*Store{one, other} {
			retitle(t, s, newYear.AddDate(0, 0, day).String())
			rotated(t, s, newYear.AddDate(0, 0, day))
		}
	}
	count := map[string]int{}
	copies, err := rotatingCopies(shared)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range copies {
		count[c.tag]++
	}
	if count[one.tag()] != 2 || count[other.tag()] != 4 {
		t.Errorf("%d and %d copies, want 2 and 4", count[one.tag()], count[other.tag()])
	}
	for _, s := range []*Store{one, other} {
		c, ok := NewestBackup(s.path)
		if !ok || c.tag != s.tag() || filepath.Dir(c.Path) != shared {
			t.Errorf("NewestBackup = %+v, %v", c, ok)
		}
		if got := taken(t, BackupFolder(s.path)); len(got) > 0 {
			t.Errorf("beside the register: %v", got)
		}
	}
	onlyOwners(t, shared)
	onlyOwners(t, BackupFolder(one.path))
}

// The options last, and can be read when the register cannot.
func TestRotateOptionsLast(t *testing.T) {
	s := small(t)
	first, second := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b")
	choose(t, s, RotateOptions{Folder: first})
	rotated(t, s, newYear)
	choose(t, s, RotateOptions{Folder: second, Days: 2, Months: 3})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.path, []byte("zeroes"), 0o600); err != nil {
		t.Fatal(err)
	}
	if c, ok := NewestBackup(s.path); !ok || filepath.Dir(c.Path) != first {
		t.Errorf("NewestBackup = %+v, %v, want the one in the former folder", c, ok)
	}
	if got, err := RotateOptionsOf(s.path); err != nil || got.Days != 2 || got.Months != 3 || got.Folder != second {
		t.Errorf("RotateOptionsOf = %+v, %v", got, err)
	}
}

// A register that is made where another one was takes over what was chosen,
// and finds its own copies.
func TestRotateOptionsOfTheNextRegister(t *testing.T) {
	s := small(t)
	folder := filepath.Join(t.TempDir(), "a")
	choose(t, s, RotateOptions{Folder: folder})
	rotated(t, s, newYear.AddDate(1, 0, 0))
	for _, err := range []error{s.Close(), os.Remove(s.path)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	next, err := Create(s.path, model.Info{Name: "y", Language: "da"}, nil, "dpo")
	if err != nil {
		t.Fatal(err)
	}
	defer next.Close()
	rotated(t, next, newYear)
	if c, ok := NewestBackup(s.path); !ok || c.tag != next.tag() {
		t.Errorf("NewestBackup = %+v, %v", c, ok)
	}
}

func TestRotateOptionsThatDoNotFit(t *testing.T) {
	s := small(t)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, o := range map[string]RotateOptions{
		"no days": {Days: -1}, "too many days": {Days: 367}, "no months": {Months: -1}, "too many months": {Months: 121},
		"part of a path": {Folder: "kopier"}, "a file": {Folder: file}, "in a file": {Folder: filepath.Join(file, "kopier")},
		"nowhere": {Folder: filepath.Join(t.TempDir(), "usb", "kopier")},
	} {
		if err := s.SetRotateOptions(o); !errors.Is(err, ErrRotateOptions) {
			t.Errorf("%s: %v, want %v", name, err, ErrRotateOptions)
		}
	}
	if got, err := RotateOptionsOf(s.path); err != nil || got != (RotateOptions{}) {
		t.Errorf("RotateOptionsOf = %+v, %v", got, err)
	}
	rotated(t, s, newYear)
	for name, text := range map[string]string{"no JSON": "{", "too many": `{"days":5000}`, "part of a path": `{"folder":".."}`} {
		if err := os.WriteFile(rotationPath(s.path), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		retitle(t, s, name)
		if err := s.Rotate(time.Now()); err == nil {
			t.Errorf("%s: nothing was said", name)
		}
		if c, ok := NewestBackup(s.path); !ok || time.Since(c.Taken) > time.Hour {
			t.Errorf("%s: no copy was made beside the register, the newest is %+v", name, c)
		}
	}
	choose(t, s, RotateOptions{Days: 4})
}

// Where the chosen folder is gone, the copy is made beside the register, and
// the person is told. It is not made anew: the disk it was on may be out.
func TestRotateWhereTheFolderIsGone(t *testing.T) {
	s := small(t)
	folder := filepath.Join(t.TempDir(), "usb")
	choose(t, s, RotateOptions{Folder: folder})
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	err := s.Rotate(newYear)
	var gone *BackupFolderError
	if !errors.As(err, &gone) || gone.Folder != folder || !gone.Beside || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Rotate = %v", err)
	}
	if got := taken(t, BackupFolder(s.path)); len(got) != 1 {
		t.Errorf("beside the register: %v, want one copy", got)
	}
	if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
	retitle(t, s, "Videre")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	rotated(t, s, newYear.AddDate(0, 0, 1))
	if got := taken(t, folder); len(got) != 1 {
		t.Errorf("in the folder: %v, want one copy", got)
	}
}

// Copies follow the protection of the register wherever they are; of a folder
// that is not there the person is told.
func TestCopiesElsewhereFollowTheProtection(t *testing.T) {
	cheap(t)
	s := small(t)
	former, folder, lost := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b"), filepath.Join(t.TempDir(), "c")
	rotated(t, s, newYear)
	for i, f := range []string{former, folder} {
		retitle(t, s, f)
		choose(t, s, RotateOptions{Folder: f})
		rotated(t, s, newYear.AddDate(0, 0, i+1))
	}
	if _, err := s.Protect(passphrase); err != nil {
		t.Fatal(err)
	}
	sealed := func(want bool) {
		t.Helper()
		for _, dir := range []string{BackupFolder(s.path), former, folder} {
			copies, err := rotatingCopies(dir)
			if err != nil || len(copies) != 1 {
				t.Fatal(copies, err)
			}
			if got, err := Inspect(copies[0].Path); err != nil || got != want {
				t.Errorf("%s: protected %v, %v, want %v", dir, got, err, want)
			}
		}
	}
	sealed(true)
	if err := s.ChangePassphrase(passphrase, Secret("en helt anden vending")); err != nil {
		t.Error(err)
	}
	if err := os.Rename(former, lost); err != nil {
		t.Fatal(err)
	}
	var copies *CopiesError
	if err := s.Unprotect(Secret("en helt anden vending")); !errors.As(err, &copies) || !slices.Equal(copies.Paths, []string{former}) {
		t.Errorf("Unprotect = %v, want that %s is not there", err, former)
	}
	if err := os.Rename(lost, former); err != nil {
		t.Fatal(err)
	}
}

// A clock that was years wrong, in either direction, does no more than time
// would, and its copies are not taken for the newest.
func TestRotateWithAWrongClock(t *testing.T) {
	for _, c := range []struct {
		name  string
		wrong time.Time
		kept  int // of the copies before: all, unless it looks as if time had passed
	}{
		{"years ahead", newYear.AddDate(10, 0, 0), 1},
		{"decades behind", time.Unix(0, 0).UTC(), 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := small(t)
			o := RotateOptions{Days: 2, Months: 2}
			choose(t, s, o)
			for day := range 4 {
				retitle(t, s, "ret "+string(rune('a'+day)))
				rotated(t, s, newYear.AddDate(0, 0, day))
			}
			right := taken(t, BackupFolder(s.path))
			for day := range 10 {
				retitle(t, s, "forkert "+string(rune('a'+day)))
				rotated(t, s, c.wrong.AddDate(0, 0, day))
			}
			during := taken(t, BackupFolder(s.path))
			rotated(t, s, newYear.AddDate(0, 0, 4)) // without a change since
			now := taken(t, BackupFolder(s.path))
			for _, copy := range right[:c.kept] {
				if !slices.Contains(during, copy) {
					t.Errorf("%v while the clock was wrong, want %s to be still there", during, copy)
				}
			}
			if !slices.Contains(now, "2026-01-05 08:00") || len(now) > 8 {
				t.Errorf("%v, want one of the day on which the clock was right again", now)
			}
			if newest, ok := newestBackup(s.path, newYear.AddDate(0, 0, 4)); !ok || newest.Taken.Format(time.DateOnly) != "2026-01-05" {
				t.Errorf("the newest is %+v", newest)
			}
		})
	}
}

// It is the same day of UTC wherever the person is.
func TestRotateInAnotherTimeZone(t *testing.T) {
	s := small(t)
	for _, hours := range []int{-11, 0, 14} {
		retitle(t, s, time.Duration(hours).String())
		rotated(t, s, newYear.In(time.FixedZone("there", hours*3600)).Add(time.Duration(hours)*time.Minute))
	}
	if got, want := taken(t, BackupFolder(s.path)), []string{"2026-01-01 08:14"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Copies are made beside the work after so many saves. Close waits for them.
func TestRotateAfter(t *testing.T) {
	s := small(t)
	minute := newYear
	s.now = func() time.Time { minute = minute.Add(time.Minute); return minute }
	var failed []error
	var mutex sync.Mutex
	s.RotateAfter(3, func(err error) {
		mutex.Lock()
		failed = append(failed, err)
		mutex.Unlock()
	})
	save := func(n int) {
		for range n {
			retitle(t, s, s.now().String())
		}
		s.background.Wait()
	}
	count := func(want int, when string) {
		t.Helper()
		if got := taken(t, BackupFolder(s.path)); len(got) != want {
			t.Errorf("%s: %v, want %d copies", when, got, want)
		}
	}
	save(2)
	count(0, "after two saves")
	save(1)
	count(1, "after three")
	first := taken(t, BackupFolder(s.path))
	save(2)
	rotated(t, s, s.now())
	second := taken(t, BackupFolder(s.path))
	if len(second) != 1 || second[0] == first[0] { // the same day
		t.Errorf("%v after %v, want another", second, first)
	}
	save(2)
	if got := taken(t, BackupFolder(s.path)); !slices.Equal(got, second) {
		t.Errorf("%v two saves after the last copy", got)
	}
	save(1)
	if got := taken(t, BackupFolder(s.path)); slices.Equal(got, second) {
		t.Errorf("no copy three saves after the last one")
	}
	retitle(t, s, "en")
	retitle(t, s, "to")
	retitle(t, s, "tre")
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	last, ok := NewestBackup(s.path)
	if c, err := OpenBackup(last.Path, nil); !ok || err != nil || c.Register().Content().Records()[0].Name() != "tre" {
		t.Errorf("the copy that Close has waited for: %+v, %v", last, err)
	} else {
		c.Close()
	}
	if failed != nil {
		t.Errorf("failed: %v", failed)
	}
}

// A copy that fails is told once, and tried again after as many saves.
func TestRotateAfterFails(t *testing.T) {
	s := small(t)
	if err := os.WriteFile(BackupFolder(s.path), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	failed := make(chan error, 10)
	s.RotateAfter(2, func(err error) { failed <- err })
	for i := range 5 {
		retitle(t, s, string(rune('a'+i)))
		s.background.Wait()
	}
	if len(failed) != 2 {
		t.Errorf("%d failures were told after five saves, want 2", len(failed))
	}
	if err := os.Remove(BackupFolder(s.path)); err != nil {
		t.Fatal(err)
	}
	retitle(t, s, "f")
	s.background.Wait()
	if _, ok := NewestBackup(s.path); !ok || len(failed) != 2 {
		t.Errorf("no copy was made when it was possible again")
	}
}

// An older file is copied into the chosen folder before it is migrated.
func TestMigrationCopiesIntoTheChosenFolder(t *testing.T) {
	path := layout1(t)
	folder := t.TempDir()
	if err := os.Mkdir(BackupFolder(path), 0o755); err != nil {
		t.Fatal(err)
	}
	r := rotation{RotateOptions: RotateOptions{Folder: folder}, Tag: "00000000"}
	if err := r.write(&Store{path: path}); err != nil {
		t.Fatal(err)
	}
	s, err := Open(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got := taken(t, folder); len(got) != 1 {
		t.Errorf("%v, want the copy from before", got)
	}
	onlyOwners(t, BackupFolder(path))
}
