package store_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	. "fortegnelse/model/store"
)

var firstDay = time.Date(2026, time.January, 1, 8, 0, 0, 0, time.UTC)

// copies lists the days of the rotating copies of a register.
func copies(t testing.TB, path string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(BackupFolder(path), "*.backup"))
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range files {
		files[i] = filepath.Base(f)[:len(time.DateOnly)]
	}
	return files
}

// Twelve days over the end of a month; on some of them the register is opened
// twice.
func TestRotation(t *testing.T) {
	s, path := create(t, 1)
	for day := range 12 {
		now := firstDay.AddDate(0, 0, 29+day)
		for times := range 1 + day%2 {
			rename(t, s, fmt.Sprintf("Dag %d, gang %d", day, times))
			if err := s.Rotate(now.Add(time.Duration(times) * time.Hour)); err != nil {
				t.Fatal(err)
			}
		}
	}
	want := []string{
		"2026-01-31", "2026-02-03", "2026-02-04", "2026-02-05", "2026-02-06", "2026-02-07", "2026-02-08", "2026-02-09", "2026-02-10",
	}
	if got := copies(t, path); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	newest, ok := NewestBackup(path)
	if want := firstDay.AddDate(0, 0, 40).Add(time.Hour); !ok || !newest.Taken.Equal(want) {
		t.Errorf("the newest is of %v, want %v", newest.Taken, want)
	}
	all, err := os.ReadDir(BackupFolder(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		c, err := OpenBackup(filepath.Join(BackupFolder(path), f.Name()), nil)
		if err != nil {
			t.Errorf("%s: %v", f.Name(), err)
			continue
		}
		c.Close()
		if info, err := f.Info(); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", f.Name(), info.Mode())
		}
	}
	if info, err := os.Stat(BackupFolder(path)); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("the folder has mode %v, %v", info.Mode(), err)
	}
}

// Years without work do not cost a single copy.
func TestRotationAfterALongPause(t *testing.T) {
	s, path := create(t, 1)
	for _, day := range []int{0, 1, 1000} {
		rename(t, s, fmt.Sprint("Dag ", day))
		if err := s.Rotate(firstDay.AddDate(0, 0, day)); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := copies(t, path), []string{"2026-01-01", "2026-01-02", "2028-09-27"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// A clock that was ahead, and is set right, does not cost the newest copy.
func TestRotationAfterTheClockWentBack(t *testing.T) {
	s, path := create(t, 1)
	for day := range 9 {
		rename(t, s, fmt.Sprint("Dag ", day))
		if err := s.Rotate(firstDay.AddDate(1, 0, day)); err != nil {
			t.Fatal(err)
		}
	}
	rename(t, s, "Nu")
	if err := s.Rotate(firstDay); err != nil {
		t.Fatal(err)
	}
	if got := copies(t, path); got[0] != "2026-01-01" {
		t.Errorf("%v, want one of 2026-01-01", got)
	}
}

func TestRotateDoesNothingWhereNothingHasChanged(t *testing.T) {
	s, path := create(t, 1)
	for day := range 3 {
		if err := s.Rotate(firstDay.AddDate(0, 0, day)); err != nil {
			t.Fatal(err)
		}
		s = reopen(t, s)
	}
	if got := copies(t, path); !slices.Equal(got, []string{"2026-01-01"}) {
		t.Errorf("%v, want the first only", got)
	}
}

// Only what Rotate made of this register is removed: not files of the user,
// nor the copies of a register that had the same name before.
func TestRotateRemovesOnlyItsOwn(t *testing.T) {
	s, path := create(t, 1)
	if err := s.Rotate(firstDay); err != nil {
		t.Fatal(err)
	}
	dir := BackupFolder(path)
	own, err := filepath.Glob(filepath.Join(dir, "*.backup"))
	if err != nil || len(own) != 1 {
		t.Fatal(own, err)
	}
	name := filepath.Base(own[0])
	tag := strings.Split(name, "-")[4]
	foreign := []string{
		"brev.txt", "2025-01-01.backup", strings.TrimSuffix(name, ".backup") + ".fortegnelse", "x" + name,
		strings.Replace(name, "2026-01-01", "2025-13-01", 1), strings.Replace(name, tag, "00000000", 1), ".rotating.1.tmp",
	}
	for _, f := range foreign {
		if err := os.WriteFile(filepath.Join(dir, f), []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	broken := filepath.Join(dir, ".rotating.2.tmp") // by a power cut the day before
	if err := os.WriteFile(broken, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(broken, firstDay, firstDay); err != nil {
		t.Fatal(err)
	}
	for hour := range 3 {
		rename(t, s, fmt.Sprint("Time ", hour))
		if err := s.Rotate(firstDay.Add(time.Duration(hour+1) * time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range foreign {
		if data, err := os.ReadFile(filepath.Join(dir, f)); err != nil || string(data) != "mine" {
			t.Errorf("%s: %q, %v", f, data, err)
		}
	}
	for _, f := range []string{own[0], broken} {
		if _, err := os.Stat(f); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is still there: %v", f, err)
		}
	}
}

// A damaged copy is passed over for the newest one that is whole.
func TestNewestBackupIsWhole(t *testing.T) {
	s, path := create(t, 3)
	if _, ok := NewestBackup(path); ok {
		t.Error("there is a backup before any was made")
	}
	for day := range 3 {
		rename(t, s, fmt.Sprint("Dag ", day))
		if err := s.Rotate(firstDay.AddDate(0, 0, day)); err != nil {
			t.Fatal(err)
		}
	}
	newest, ok := NewestBackup(path)
	if !ok || !newest.Taken.Equal(firstDay.AddDate(0, 0, 2)) {
		t.Fatalf("NewestBackup = %+v, %v", newest, ok)
	}
	if err := os.Truncate(newest.Path, 9000); err != nil {
		t.Fatal(err)
	}
	if newest, ok = NewestBackup(path); !ok || !newest.Taken.Equal(firstDay.AddDate(0, 0, 1)) {
		t.Errorf("NewestBackup = %+v, %v, want that of the second day", newest, ok)
	}
}

// Where no backup can be made the register can still be worked with.
func TestRotateFailsWithoutHarm(t *testing.T) {
	s, path := create(t, 1)
	if err := os.WriteFile(BackupFolder(path), []byte("a file in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.Rotate(firstDay); err == nil {
		t.Error("a backup was made where a file is in the way")
	}
	rename(t, s, "Videre")
	if err := os.Remove(BackupFolder(path)); err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Log("permissions do not hold here for this user; the rest is left out")
		return
	}
	dir := filepath.Dir(path)
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o700)
	if err := s.Rotate(firstDay); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("Rotate = %v, want %v", err, fs.ErrPermission)
	}
	rename(t, s, "Og videre")
}
