package store

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// onlyOwners fails where others may read a file, or look into a folder or read
// a file in it. Windows has other means; there it sees to it that all are there.
func onlyOwners(t testing.TB, path string) {
	t.Helper()
	below, err := filepath.Glob(filepath.Join(path, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range append(below, path) {
		info, err := os.Stat(path)
		if err != nil {
			t.Error(err)
		} else if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
	}
}

// Files and folders that come with more rights lose them: by a copy from a
// stick, or by a program that was stopped when it made them.
func TestRightsOfOthersAreTaken(t *testing.T) {
	s := small(t)
	rotated(t, s, newYear)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{s.path, BackupFolder(s.path)} {
		if err := os.Chmod(path, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(holderPath(s.path), []byte("{}"), 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := Open(s.path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	retitle(t, s, "Ny")
	rotated(t, s, newYear.AddDate(0, 0, 1))
	onlyOwners(t, s.path)
	onlyOwners(t, holderPath(s.path))
	onlyOwners(t, BackupFolder(s.path))
}
