package app

import (
	"time"

	"fortegnelse/app/session"
	"fortegnelse/model"
)

// extension is what the names of registers end with.
const extension = ".fortegnelse"

// Files opens and makes registers on disk. Its errors may be a *FileError. A
// secret is the passphrase or the recovery key of a protected register, as
// typed, and nil for one that is not; whoever hands it over clears it. What
// takes a secret takes its time too, and may run beside the window.
type Files interface {
	// Open opens a register, for reading only where it cannot be written.
	Open(path string, secret []byte) (File, error)
	// Create makes a register in a new file. With a passphrase it is
	// protected, and comes with its recovery key.
	Create(path string, info model.Info, records []model.Record, author string, passphrase []byte) (file File, recovery string, err error)
	// Restore makes a register of a backup in the new file at target.
	Restore(backup, target string, secret []byte) error
	// Backups returns the rotating copies of a register, the newest first.
	Backups(path string) []Backup
	// Rescue makes a register of what is still whole in a damaged one in the
	// new file at target. It is protected as the damaged one is.
	Rescue(path, target string, secret []byte, author string) (Rescued, error)
	// ExportNewer writes what a file of a newer version of the program holds
	// into the new file at target, as JSON.
	ExportNewer(path, target string, secret []byte) error
	// Risk says what may happen to a register in the folder of path.
	Risk(path string) (r Risk, service string)
	// MinPassphrase is how many characters a passphrase has at least.
	MinPassphrase() int
}

// File is a register in a file that is open: what the session works on, and
// what concerns the file as a whole. Its errors may be a *FileError or, where
// the protection has changed, a *CopiesError.
type File interface {
	session.Keeper
	Attachments

	ReadOnly() bool
	Protected() bool
	// Protect puts the file under a passphrase and returns the recovery key.
	Protect(passphrase []byte) (recovery string, err error)
	// Unprotect takes the protection away.
	Unprotect(secret []byte) error
	ChangePassphrase(secret, next []byte) error
	// NewRecoveryKey makes another one; the old one opens the file no longer.
	NewRecoveryKey(secret []byte) (recovery string, err error)

	// Backup brings the backups of the register up to date. It may run while
	// the register is saved to. An error does not keep from work.
	Backup() error
	// BackUpAfter makes a backup whenever so many changes have been saved, beside
	// the work. Failed is called from another goroutine.
	BackUpAfter(changes int, failed func(error))
	// BackupFolder is where the backups go, "" for beside the register.
	BackupFolder() string
	SetBackupFolder(folder string) error
	// CopyTo writes a backup into the new file at path.
	CopyTo(path string) error
	// Deletions returns the records that are deleted, the last one first.
	Deletions() ([]Deletion, error)
	// Restore brings a deleted record back and returns it as it is stored.
	Restore(id model.ID, author string) (model.Record, error)
}

// Reason says why a register could not be opened, made or changed, as far as
// the person is told apart what to do.
type Reason string

// The reasons. Each has its sentence in the catalogue, "error.<reason>".
const (
	InUse           Reason = "in_use"
	Damaged         Reason = "damaged"
	Tampered        Reason = "tampered"
	NotRegister     Reason = "not_register"
	Newer           Reason = "newer"
	Exists          Reason = "exists"
	Protected       Reason = "protected"        // and no secret was given
	WrongPassphrase Reason = "wrong_passphrase" // nor is it the recovery key

	// Of a file that is to be attached or extracted.
	TooLarge        Reason = "too_large"
	DocumentEmpty   Reason = "document_empty"
	DocumentChanges Reason = "document_changes" // while it is read
	NotAttached     Reason = "not_attached"
	NotFile         Reason = "not_file"
	NothingRescued  Reason = "nothing_rescued"
	KeyLost         Reason = "key_lost" // of a protected file that is damaged
)

// FileError is a failure of [Files] with its reason.
type FileError struct {
	Reason Reason
	By     string    // who has the file open, if known
	Since  time.Time // and since when
	Detail string    // what is damaged, for support
	Backup Backup    // the newest whole one of a file that cannot be read, if there is one
	Err    error
}

// Backup is a copy of a register as it was once. The zero Backup is none.
type Backup struct {
	Path  string
	Taken time.Time
}

// Risk is what may happen to a register because of the folder it lies in.
type Risk string

// The risks.
const (
	NoRisk  Risk = ""
	Synced  Risk = "synced"  // a service copies the folder to other machines
	Network Risk = "network" // the folder is on another machine
)

// Deletion is a record that was deleted.
type Deletion struct {
	Time   time.Time
	Author string
	Record model.Record // as it was last
}

func (e *FileError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *FileError) Unwrap() error { return e.Err }

// CopiesError says that the register has changed its protection and some of
// its backups have not.
type CopiesError struct {
	Paths []string
	Err   error
}

func (e *CopiesError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *CopiesError) Unwrap() error { return e.Err }

// LostReferenceError says that a deleted record cannot come back before those
// that it refers to.
type LostReferenceError struct {
	Lost []model.Record
	Err  error
}

func (e *LostReferenceError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *LostReferenceError) Unwrap() error { return e.Err }
