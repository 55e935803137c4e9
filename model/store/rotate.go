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
// of it as it is now, and then removes copies that are no longer kept: all but
// the newest of each of the last days and months in which copies were made,
// see RotateOptions. Only copies of this register that Rotate made are ever
// removed. Now is the time that the copy bears.
//
// Nothing that fails here harms the register; work can go on. Where the
// chosen folder cannot be used, the copy is made beside the register and the
// error is a *BackupFolderError.
func (s *Store) Rotate(now time.Time) error {
	s.rotating.Lock()
	defer s.rotating.Unlock()
	s.saving.Lock()
	covered := s.uncopied
	s.saving.Unlock()
	r, unread := rotationOf(s.path)
	err := s.rotateIn(r.folder(s.path), r.RotateOptions, now)
	made := err == nil
	if err != nil && r.Folder != "" {
		made = s.rotateIn(BackupFolder(s.path), r.RotateOptions, now) == nil
		err = &BackupFolderError{Folder: r.Folder, Beside: made, Err: err}
	}
	if tag := s.tag(); err == nil && r.Tag != "" && r.Tag != tag { // the register that had this path before was another
		r.Tag = tag
		err = r.write(s)
	}
	if made {
		s.saving.Lock()
		s.uncopied -= covered
		s.saving.Unlock()
	}
	return errors.Join(unread, err)
}

// rotateIn makes a copy in a folder, if there is none yet, and removes others.
func (s *Store) rotateIn(dir string, o RotateOptions, now time.Time) error {
	tag := s.tag()
	s.saving.Lock()
	head := s.state.Head[:headLength]
	s.saving.Unlock()
	have, err := rotatingCopies(dir)
	if err != nil {
		return err
	}
	have = slices.DeleteFunc(have, func(c RotatingCopy) bool { return c.tag != tag })
	last := slices.IndexFunc(have, func(c RotatingCopy) bool { return !c.ahead(now) })
	if last >= 0 && have[last].head == head {
		return nil
	}
	if dir == BackupFolder(s.path) {
		if err := s.makeBeside(); err != nil {
			return fmt.Errorf("making the backup folder: %w", err)
		}
	}
	made, err := s.rotate(dir, tag, now.UTC().Truncate(time.Second))
	if err != nil {
		return err
	}
	removeLeftovers(dir)
	for _, c := range o.noLongerKept(append(have, made), now) {
		if err := os.Remove(c.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing an old backup: %w", err)
		}
	}
	return nil
}

// makeBeside makes the backup folder beside the register. One that is no
// longer where it was gets none.
func (s *Store) makeBeside() error {
	dir := BackupFolder(s.path)
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		if err := s.InPlace(); err != nil {
			return err
		}
	}
	if err := makeFolder(dir); err != nil {
		return err
	}
	ownerOnly(dir)
	return nil
}

// ahead reports whether a copy seems to have been taken in the future: by a
// clock that was wrong, unless the one that says so now is.
func (c RotatingCopy) ahead(now time.Time) bool { return c.Taken.After(now) }

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
	temp, head, err := s.copyTo(dir, copyTemp)
	if err != nil {
		return RotatingCopy{}, fmt.Errorf("making a backup: %w", err)
	}
	defer os.Remove(temp) // fails where it was renamed
	made := RotatingCopy{Path: copyPath(dir, now, tag, head), Taken: now, tag: tag, head: head[:headLength]}
	if err := publish(temp, made.Path); err != nil && !errors.Is(err, ErrExists) { // then it was made in this second
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
// last days nor of one of the last months in which one was made. Copies that
// seem to come from the future are counted by themselves: where the clock was
// ahead once, they do not push out those that are made since it is right, and
// where it is behind now, they are those that were made before.
func (o RotateOptions) noLongerKept(copies []RotatingCopy, now time.Time) (old []RotatingCopy) {
	slices.SortFunc(copies, newestFirst)
	ahead := 0
	for ahead < len(copies) && copies[ahead].ahead(now) {
		ahead++
	}
	return append(o.notNewest(copies[:ahead]), o.notNewest(copies[ahead:])...)
}

// notNewest is noLongerKept for copies, the newest first, of one kind. Days
// are those of UTC: they are the same wherever the person is.
func (o RotateOptions) notNewest(copies []RotatingCopy) (old []RotatingCopy) {
	days, months := map[string]bool{}, map[string]bool{}
	// first reports whether c is the newest of its period, one of the last so many.
	first := func(seen map[string]bool, period string, kept int) bool {
		if seen[period] || len(seen) == kept {
			return false
		}
		seen[period] = true
		return true
	}
	for _, c := range copies {
		ofDay := first(days, c.Taken.Format(time.DateOnly), o.days())
		ofMonth := first(months, c.Taken.Format("2006-01"), o.months())
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
// verifies, wherever it was put, and whether there is one. The register itself
// is not read. Of a protected copy the seals and the chain are not verified,
// see Inspect.
func NewestBackup(path string) (RotatingCopy, bool) { return newestBackup(path, time.Now()) }

func newestBackup(path string, now time.Time) (RotatingCopy, bool) {
	for _, c := range copies(path, now) {
		var err error
		if c.Protected, err = Inspect(c.Path); err == nil && !c.Protected {
			err = verifyFile(c.Path, Secret(nil))
		}
		if err == nil {
			return c, true
		}
	}
	return RotatingCopy{}, false
}

// Copies returns the rotating copies of the register at path, wherever they
// were put, the newest first. Neither they nor the register are read.
func Copies(path string) []RotatingCopy { return copies(path, time.Now()) }

func copies(path string, now time.Time) []RotatingCopy {
	r, err := rotationOf(path)
	if err != nil {
		r = rotation{} // those beside the register are found without it
	}
	var copies []RotatingCopy
	for _, dir := range r.folders(path) {
		found, err := rotatingCopies(dir)
		if err != nil {
			continue
		}
		others := func(c RotatingCopy) bool { return dir != BackupFolder(path) && c.tag != r.Tag }
		copies = append(copies, slices.DeleteFunc(found, others)...)
	}
	slices.SortFunc(copies, func(a, b RotatingCopy) int {
		if a.ahead(now) != b.ahead(now) { // what a wrong clock has named comes last
			return a.Taken.Compare(b.Taken)
		}
		return newestFirst(a, b)
	})
	return copies
}
