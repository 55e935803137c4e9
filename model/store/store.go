package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"fortegnelse/model"
)

// lockTimeout is how long an open waits for another program to let go.
const lockTimeout = 500 * time.Millisecond

// Store is a register in a file that is open. It may be used from several
// goroutines at once.
type Store struct {
	path     string
	temp     string // of a migrated copy that is removed in the end, or ""
	db       *bolt.DB
	file     *os.File     // of db
	vault    *vault       // nil where the file is not protected
	using    sync.RWMutex // db, file and vault, which change when the file is written anew
	broken   atomic.Bool  // db has given up in the middle of something and may hold its own locks
	readOnly bool
	holder   []byte // what says beside the file that it is open
	now      func() time.Time
	register atomic.Pointer[model.Register]

	attaching sync.Mutex // comes before saving

	saving  sync.Mutex
	state   state
	numbers numbers
	waiting map[string]int64 // sizes, by SHA-256, of attached documents that no record has named yet
	closed  bool

	rotating     sync.Mutex // held while a copy is made, or its protection changes; comes before saving
	rotateAfter  int        // saves, see RotateAfter
	rotateFailed func(error)
	uncopied     int            // saves since the last copy
	untried      int            // saves since the last copy that RotateAfter has begun
	background   sync.WaitGroup // of RotateAfter
}

// Open opens a register for reading and writing, and keeps others from
// writing to it until Close. Secret is the passphrase or the recovery key of a
// protected file, else nil.
//
// Its errors are ErrNotFound, ErrNotRegister, ErrNewerSchema, ErrProtected,
// ErrWrongPassphrase, *TamperedError, *DamagedError, *InUseError, ErrReadOnly,
// and those of the system.
func Open(path string, secret Secret) (*Store, error) { return open(path, secret) }

func open(path string, key opener) (*Store, error) {
	s, err := openWritable(path, key)
	if err != nil {
		return nil, err
	}
	s.holder = writeHolder(path, s.now())
	return s, nil
}

// openWritable opens a register for writing without saying so to others.
func openWritable(path string, key opener) (*Store, error) {
	db, _, keys, err := openChecked(path)
	if err != nil {
		return nil, err
	}
	if err := db.Close(); err != nil { // opened again for writing, now that it is known to be whole
		return nil, fmt.Errorf("closing %s: %w", path, err)
	}
	db, file, err := openDatabase(path, false)
	if err != nil {
		return nil, err
	}
	s, err := load(path, db, file, keys, key)
	if errors.Is(err, errOlder) {
		if err := migrate(path, key); err != nil {
			return nil, fmt.Errorf("migrating %s: %w", path, err)
		}
		return openWritable(path, key)
	}
	if err != nil {
		return nil, err
	}
	s.readOnly = false
	ownerOnly(path)
	s.sweep()
	return s, nil
}

// OpenReadOnly opens a register for reading, also from a folder or medium
// that cannot be written. Several programs may read at once. Its errors are
// those of Open but ErrReadOnly; Save fails with ErrReadOnly.
func OpenReadOnly(path string, secret Secret) (*Store, error) { return openReadOnly(path, secret) }

func openReadOnly(path string, key opener) (*Store, error) {
	db, file, keys, err := openChecked(path)
	if err != nil {
		return nil, err
	}
	s, err := load(path, db, file, keys, key)
	if errors.Is(err, errOlder) {
		return openMigrated(path, key)
	}
	return s, err
}

// Path returns the path that the store was opened with.
func (s *Store) Path() string { return s.path }

// Register returns the register as it is now.
func (s *Store) Register() *model.Register { return s.register.Load() }

// Close lets go of the file. Closing twice does nothing.
func (s *Store) Close() error {
	s.saving.Lock()
	closed := s.closed
	s.closed = true
	s.saving.Unlock()
	if closed {
		return nil
	}
	s.background.Wait() // nothing begins any more
	if !s.readOnly {
		removeHolder(s.path, s.holder)
	}
	s.using.Lock()
	defer s.using.Unlock()
	s.vault.forget()
	var err error
	if s.broken.Load() {
		err = s.file.Close()
	} else {
		err = s.db.Close()
	}
	if s.temp != "" {
		_ = os.Remove(s.temp) // it may be gone already
	}
	if err != nil {
		return fmt.Errorf("closing %s: %w", s.path, err)
	}
	return nil
}

// openChecked opens a file for reading and checks its structure. Opening for
// reading touches nothing but the headers.
func openChecked(path string) (*bolt.DB, *os.File, map[string]int, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, nil, ErrNotFound
	case err != nil:
		return nil, nil, nil, fmt.Errorf("looking for %s: %w", path, err)
	case !info.Mode().IsRegular() || info.Size() == 0:
		return nil, nil, nil, ErrNotRegister
	}
	db, file, err := openDatabase(path, true)
	if err != nil {
		return nil, nil, nil, err
	}
	keys, err := inspect(path, file)
	if err != nil {
		db.Close()
		return nil, nil, nil, err
	}
	return db, file, keys, nil
}

// openDatabase takes the lock and opens the database.
func openDatabase(path string, readOnly bool) (db *bolt.DB, file *os.File, err error) {
	err = safely(path, func() (err error) {
		db, err = bolt.Open(path, 0o600, &bolt.Options{
			Timeout: lockTimeout, ReadOnly: readOnly,
			OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
				file, err = os.OpenFile(name, flag&^os.O_CREATE, mode)
				return file, err
			},
		})
		return err
	})
	switch {
	case err == nil && !named(path, file):
		// While this program waited for the lock, the one that had it wrote the
		// file anew: what is locked now has lost its name.
		if err := db.Close(); err != nil {
			return nil, nil, fmt.Errorf("closing %s: %w", path, err)
		}
		return openDatabase(path, readOnly)
	case err == nil:
		return db, file, nil
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, nil, inUse(path)
	case !readOnly && (errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)):
		return nil, nil, ErrReadOnly
	case file == nil: // it could not even be opened
		return nil, nil, fmt.Errorf("opening %s: %w", path, err)
	}
	file.Close() // where the database gave up in a panic, it still holds the lock
	return nil, nil, whyNot(path, err)
}

// named reports whether an open file is the one that has the name now.
func named(path string, file *os.File) bool {
	open, err := file.Stat()
	if err != nil {
		return true // let others find out
	}
	there, err := os.Stat(path)
	return err != nil || os.SameFile(open, there)
}

// whyNot finds out why a file that could be locked is no database.
func whyNot(path string, cause error) error {
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("opening %s: %w", path, err)
	}
	defer file.Close()
	if _, err := inspect(path, file); err != nil {
		return err
	}
	return damaged(path, cause)
}

// inspect checks the structure of a file and returns how many keys each
// bucket holds.
func inspect(path string, file *os.File) (keys map[string]int, err error) {
	info, err := file.Stat()
	if err != nil {
		return nil, fmt.Errorf("looking at %s: %w", path, err)
	}
	if keys, err = guard(file, info.Size()); err != nil {
		return nil, damaged(path, err)
	}
	return keys, nil
}

// damaged turns what guard says into an error of the store.
func damaged(path string, err error) error {
	if errors.Is(err, errNoDatabase) {
		return ErrNotRegister
	}
	return &DamagedError{Path: path, Detail: err.Error()}
}

// safely runs what reads the mapped file. A file that is cut short while it
// is open, or a medium that fails, ends in an error instead of the program.
func safely(path string, f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = &DamagedError{Path: path, Detail: fmt.Sprint(p)}
		}
	}()
	return f()
}

// guarded is safely for a database that is open: one that has given up is
// not used again.
func (s *Store) guarded(f func() error) error {
	if s.broken.Load() {
		return &DamagedError{Path: s.path, Detail: "it was damaged while it was open"}
	}
	finished := false
	err := safely(s.path, func() error {
		err := f()
		finished = true
		return err
	})
	if !finished {
		s.broken.Store(true)
	}
	return err
}

// view reads from the database.
func (s *Store) view(f func(transaction) error) error {
	s.using.RLock()
	defer s.using.RUnlock()
	err := s.guarded(func() error {
		return s.db.View(func(tx *bolt.Tx) error { return f(transaction{tx, s.vault}) })
	})
	if errors.Is(err, bolterrors.ErrDatabaseNotOpen) {
		return ErrClosed
	}
	return err
}

// update writes to the database, in one transaction.
func (s *Store) update(f func(transaction) error) error {
	s.using.RLock()
	defer s.using.RUnlock()
	return s.guarded(func() error {
		return s.db.Update(func(tx *bolt.Tx) error { return f(transaction{tx, s.vault}) })
	})
}

// unread says why something could not be read: as a file that is damaged, or
// that somebody has tampered with, unless the error says more already.
func (s *Store) unread(what string, err error) error {
	for _, known := range []error{
		ErrClosed, ErrDamaged, ErrTampered, ErrNotRegister, ErrNewerSchema, ErrProtected, ErrWrongPassphrase, errOlder,
	} {
		if errors.Is(err, known) {
			return err
		}
	}
	detail := err.Error()
	if what != "" {
		detail = what + ": " + detail
	}
	if errors.Is(err, errSeal) || errors.Is(err, errSaid) {
		return &TamperedError{Path: s.path, Detail: detail}
	}
	return &DamagedError{Path: s.path, Detail: detail}
}
