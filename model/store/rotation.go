package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// RotateOptions say where the rotating copies of a register go, and how many
// of them are kept. The zero value is that of a register for which nothing
// was chosen.
type RotateOptions struct {
	Folder string `json:"folder,omitempty"` // absolute; "" is beside the register, see BackupFolder
	Days   int    `json:"days,omitempty"`   // today and so many days before; 0 is DefaultDays
	Months int    `json:"months,omitempty"` // 0 is DefaultMonths
}

// How many copies are kept where nothing was chosen, and how many can be.
const (
	DefaultDays   = 7
	DefaultMonths = 12
	DefaultSaves  = 25 // for RotateAfter
	maxDays       = 366
	maxMonths     = 120
)

// ErrRotateOptions is the error for numbers out of bounds, and for a folder
// that is not one.
var ErrRotateOptions = errors.New("backups cannot be kept like that")

func (o RotateOptions) days() int {
	if o.Days == 0 {
		return 1 + DefaultDays
	}
	return 1 + o.Days
}

func (o RotateOptions) months() int {
	if o.Months == 0 {
		return DefaultMonths
	}
	return o.Months
}

// BackupFolderError says that no copy could be made in the folder that was
// chosen, such as one on a disk that is not there.
type BackupFolderError struct {
	Folder string
	Beside bool // the copy was made beside the register instead
	Err    error
}

func (e *BackupFolderError) Error() string {
	text := fmt.Sprintf("no backup could be made in %s: %v", e.Folder, e.Err)
	if e.Beside {
		text += "; it was made beside the register instead"
	}
	return text
}

// Unwrap returns why.
func (e *BackupFolderError) Unwrap() error { return e.Err }

// rotation is what is kept in the backup folder beside a register: what was
// chosen for it, and where else its copies may lie. It can be read when the
// register itself can not.
type rotation struct {
	RotateOptions
	Tag    string   `json:"tag"`              // of the register, see tagOf
	Former []string `json:"former,omitempty"` // folders that were chosen before
}

func rotationPath(path string) string { return filepath.Join(BackupFolder(path), "rotation.json") }

// rotationOf reads the rotation of the register at path; the zero value where
// nothing was chosen.
func rotationOf(path string) (r rotation, err error) {
	file, err := os.Open(rotationPath(path))
	if errors.Is(err, fs.ErrNotExist) {
		return rotation{}, nil
	}
	if err != nil {
		return rotation{}, fmt.Errorf("reading how backups are kept: %w", err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, 64<<10))
	if err == nil {
		err = json.Unmarshal(data, &r)
	}
	if err == nil {
		err = r.fit()
	}
	if err != nil {
		return rotation{}, fmt.Errorf("reading how backups are kept: %w", err)
	}
	return r, nil
}

// RotateOptionsOf returns what was chosen for the register at path, which need
// not be readable.
func RotateOptionsOf(path string) (RotateOptions, error) {
	r, err := rotationOf(path)
	return r.RotateOptions, err
}

// fit reports why options cannot be taken.
func (o RotateOptions) fit() error {
	switch {
	case o.Days < 0 || o.Days > maxDays:
		return fmt.Errorf("%w: %d days", ErrRotateOptions, o.Days)
	case o.Months < 0 || o.Months > maxMonths:
		return fmt.Errorf("%w: %d months", ErrRotateOptions, o.Months)
	case o.Folder != "" && !filepath.IsAbs(o.Folder):
		return fmt.Errorf("%w: %s is not the whole path of a folder", ErrRotateOptions, o.Folder)
	}
	return nil
}

// SetRotateOptions chooses where the rotating copies go from now on and how
// many are kept. It is remembered beside the register, in its backup folder. A
// folder that does not exist is made; several registers can share one. Copies
// that were made elsewhere stay there: they are found by NewestBackup, and
// follow the protection of the register.
//
// Errors are ErrRotateOptions and those of the system; all is then as it was.
func (s *Store) SetRotateOptions(o RotateOptions) error {
	if err := o.fit(); err != nil {
		return err
	}
	before, err := rotationOf(s.path)
	if err != nil { // it cannot be read: chosen anew
		before = rotation{}
	}
	if o.Folder == BackupFolder(s.path) {
		o.Folder = ""
	}
	if o.Folder != "" {
		if err := makeFolder(o.Folder); err != nil {
			return fmt.Errorf("%w: %w", ErrRotateOptions, err)
		}
	}
	next := rotation{RotateOptions: o, Tag: s.tag()}
	for _, folder := range append(before.Former, before.Folder) {
		gone := folder == "" || folder == o.Folder || slices.Contains(next.Former, folder)
		if _, err := os.Stat(folder); !gone && err == nil {
			next.Former = append(next.Former, folder)
		}
	}
	return next.write(s)
}

// write keeps a rotation beside its register.
func (r rotation) write(s *Store) error {
	data, err := json.MarshalIndent(r, "", "\t")
	if err != nil {
		return err
	}
	if err := s.makeBeside(); err != nil {
		return err
	}
	temp, err := os.CreateTemp(BackupFolder(s.path), copyTemp) // 0600
	if err != nil {
		return fmt.Errorf("writing how backups are kept: %w", err)
	}
	defer os.Remove(temp.Name()) // fails where it was renamed
	_, err = temp.Write(data)
	if err := errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return fmt.Errorf("writing how backups are kept: %w", err)
	}
	if err := os.Rename(temp.Name(), rotationPath(s.path)); err != nil {
		return fmt.Errorf("writing how backups are kept: %w", err)
	}
	return syncFolder(BackupFolder(s.path))
}

// folder returns the folder into which the copies of the register at path go.
func (r rotation) folder(path string) string {
	if r.Folder == "" {
		return BackupFolder(path)
	}
	return r.Folder
}

// folderFor returns a folder for a copy of the register at path that is there:
// the chosen one, else the one beside the register.
func folderFor(path string) (string, error) {
	r, err := rotationOf(path)
	if err != nil {
		return "", err
	}
	if info, err := os.Stat(r.Folder); err == nil && info.IsDir() {
		return r.Folder, nil
	}
	dir := BackupFolder(path)
	if err := makeFolder(dir); err != nil {
		return "", err
	}
	ownerOnly(dir)
	return dir, nil
}

// folders returns the folders that hold copies of the register at path.
func (r rotation) folders(path string) []string {
	folders := []string{BackupFolder(path)}
	if r.Folder != "" {
		folders = append(folders, r.Folder)
	}
	return append(folders, r.Former...)
}

// makeFolder makes a folder for its owner only, unless it is there. The folder
// above it must be there: where a disk was taken out, its place is not filled.
func makeFolder(dir string) error {
	err := os.Mkdir(dir, 0o700)
	if !errors.Is(err, fs.ErrExist) {
		return err
	}
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		err = &fs.PathError{Op: "mkdir", Path: dir, Err: fs.ErrExist}
	}
	return err
}

// RotateAfter makes a copy, as Rotate does, whenever so many saves have been
// made since the last one; 0 makes none. It is made beside the work, which it
// does not keep waiting; Close waits for it. Failed, which may be nil, is
// called with what went wrong, from another goroutine; it must not wait for
// whoever closes the store.
func (s *Store) RotateAfter(saves int, failed func(error)) {
	s.saving.Lock()
	defer s.saving.Unlock()
	s.rotateAfter, s.rotateFailed = saves, failed
}

// counted takes a save into account; saving is locked.
func (s *Store) counted() {
	s.uncopied++
	s.untried++
	if s.rotateAfter <= 0 || s.uncopied < s.rotateAfter || s.untried < s.rotateAfter {
		return
	}
	s.untried = 0
	failed := s.rotateFailed
	s.background.Go(func() {
		if err := s.Rotate(s.now()); err != nil && failed != nil {
			failed(err)
		}
	})
}
