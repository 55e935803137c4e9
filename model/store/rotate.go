package store

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"fortegnelse/model"
)

// How many rotating copies are kept: the newest of each of so many days and
// months in which one was made.
const (
	daysKept   = 1 + 7 // today and seven days before
	monthsKept = 12
)

// RotatingCopy is one of the backups that Rotate makes.
type RotatingCopy struct {
	Path  string
	Taken time.Time // UTC, to the second

	// Protected: a passphrase is needed to restore it, the one that the
	// register has now or had then. Only NewestBackup fills it in.
	Protected bool

	tag  string // of the register
	head string // beginning of the hash of the last entry
}

// The name of a copy says when it was taken, of which register, and how far
// its history goes: 2026-11-20-081503-1f2e3d4c-0a1b2c3d4e5f6071.backup.
var (
	copyName = regexp.MustCompile(`^(\d{4}-\d\d-\d\d-\d{6})-([0-9a-f]{8})-([0-9a-f]{16})\.backup$`)
	copyTemp = ".rotating.*.tmp"
)

const copyTime = "2006-01-02-150405"

// BackupFolder returns the folder for the rotating copies of the register at
// path. It lies beside the register.
func BackupFolder(path string) string { return path + ".backups" }

// Rotate copies the register into its backup folder, unless there is a copy
// of it as it is now, and then removes copies that are no longer kept. Of
// each of the last eight days and twelve months in which copies were made
// the newest is kept. Only copies of this register that Rotate made are ever
// removed. Now is the time that the copy bears.
//
// Nothing that fails here harms the register; work can go on.
func (s *Store) Rotate(now time.Time) error {
	dir := BackupFolder(s.path)
	tag := s.tag()
	s.saving.Lock()
	head := s.state.Head[:headLength]
	s.saving.Unlock()
	have, err := rotatingCopies(dir)
	if err != nil {
		return err
	}
	have = slices.DeleteFunc(have, func(c RotatingCopy) bool { return c.tag != tag })
	if slices.ContainsFunc(have, func(c RotatingCopy) bool { return c.head == head }) {
		return nil
	}
	made, err := s.rotate(dir, tag, now.UTC().Truncate(time.Second))
	if err != nil {
		return err
	}
	removeLeftovers(dir)
	for _, c := range noLongerKept(append(have, made)) {
		if c.Path == made.Path { // the clock was ahead once
			continue
		}
		if err := os.Remove(c.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing an old backup: %w", err)
		}
	}
	return nil
}

// tag says of which register a copy is.
func (s *Store) tag() string { return tagOf(s.Register().Info().ID) }

func tagOf(register model.ID) string { return hashOf([]byte(register))[:8] }

// copyPath names a copy by when it was taken, of which register, and the hash
// of the last entry of its history.
func copyPath(dir string, taken time.Time, tag, head string) string {
	return filepath.Join(dir, fmt.Sprintf("%s-%s-%s.backup", taken.UTC().Format(copyTime), tag, head[:headLength]))
}

// headLength is how much of the hash stands in the name of a copy.
const headLength = 16

// rotate makes one more copy.
func (s *Store) rotate(dir, tag string, now time.Time) (RotatingCopy, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return RotatingCopy{}, fmt.Errorf("making the backup folder: %w", err)
	}
	temp, head, err := s.copyTo(dir, copyTemp)
	if err != nil {
		return RotatingCopy{}, fmt.Errorf("making a backup: %w", err)
	}
	defer os.Remove(temp) // fails where it was renamed
	made := RotatingCopy{Path: copyPath(dir, now, tag, head), Taken: now, tag: tag, head: head[:headLength]}
	if err := publish(temp, made.Path); err != nil {
		return RotatingCopy{}, fmt.Errorf("making a backup: %w", err)
	}
	return made, nil
}

// rotatingCopies lists the copies in a folder by their names, the newest
// first. A folder that does not exist has none.
func rotatingCopies(dir string) ([]RotatingCopy, error) {
	files, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("looking for backups: %w", err)
	}
	var copies []RotatingCopy
	for _, f := range files {
		part := copyName.FindStringSubmatch(f.Name())
		if part == nil || !f.Type().IsRegular() {
			continue
		}
		taken, err := time.Parse(copyTime, part[1])
		if err != nil {
			continue // not one of ours
		}
		copies = append(copies, RotatingCopy{Path: filepath.Join(dir, f.Name()), Taken: taken, tag: part[2], head: part[3]})
	}
	slices.SortFunc(copies, newestFirst)
	return copies, nil
}

func newestFirst(a, b RotatingCopy) int {
	return cmp.Or(b.Taken.Compare(a.Taken), cmp.Compare(b.Path, a.Path))
}

// noLongerKept chooses the copies that are neither the newest of one of the
// last days nor of one of the last months in which one was made.
func noLongerKept(copies []RotatingCopy) []RotatingCopy {
	slices.SortFunc(copies, newestFirst)
	days, months := map[string]bool{}, map[string]bool{}
	// first reports whether c is the newest of its period, one of the last so many.
	first := func(seen map[string]bool, period string, kept int) bool {
		if seen[period] || len(seen) == kept {
			return false
		}
		seen[period] = true
		return true
	}
	var old []RotatingCopy
	for _, c := range copies {
		ofDay := first(days, c.Taken.Format(time.DateOnly), daysKept)
		ofMonth := first(months, c.Taken.Format("2006-01"), monthsKept)
		if !ofDay && !ofMonth {
			old = append(old, c)
		}
	}
	return old
}

// removeLeftovers removes what copies that were broken off have left. One
// that may still be under way is left alone.
func removeLeftovers(dir string) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, f := range files {
		if ours, _ := filepath.Match(copyTemp, f.Name()); !ours || !f.Type().IsRegular() {
			continue
		}
		if info, err := f.Info(); err == nil && time.Since(info.ModTime()) > time.Hour {
			_ = os.Remove(filepath.Join(dir, f.Name()))
		}
	}
}

// NewestBackup returns the newest rotating copy of the register at path that
// verifies, and whether there is one. The register itself is not read. Of a
// protected copy the seals and the chain are not verified, see Inspect.
func NewestBackup(path string) (RotatingCopy, bool) {
	copies, err := rotatingCopies(BackupFolder(path))
	if err != nil {
		return RotatingCopy{}, false
	}
	for _, c := range copies {
		if c.Protected, err = Inspect(c.Path); err == nil && !c.Protected {
			err = verifyFile(c.Path, Secret(nil))
		}
		if err == nil {
			return c, true
		}
	}
	return RotatingCopy{}, false
}
