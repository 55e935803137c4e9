package store

import (
	"errors"
	"fmt"
	"time"

	"fortegnelse/model"
)

// Reasons why a file cannot be opened or changed, found with errors.Is.
var (
	ErrNotFound    = errors.New("there is no such file")
	ErrExists      = errors.New("the file exists already")
	ErrNotRegister = errors.New("the file is not a register")
	ErrDamaged     = errors.New("the file is damaged")
	ErrTampered    = errors.New("somebody has tampered with the file")
	ErrNewerSchema = errors.New("the file was written by a newer version of the program")
	ErrInUse       = errors.New("the file is in use")
	ErrReadOnly    = errors.New("the file can only be read")
	ErrReplaced    = errors.New("the file is no longer where it was opened")
	ErrClosed      = errors.New("the file has been closed")
	ErrInvalid     = errors.New("the change does not fit the register")
	ErrRecordInUse = errors.New("other records refer to it")
	ErrNotDeleted  = errors.New("there is no such deleted record")

	ErrProtected       = errors.New("the register is protected: its passphrase is needed")
	ErrWrongPassphrase = errors.New("the passphrase is wrong")
	ErrShortPassphrase = fmt.Errorf("a passphrase needs at least %d characters", MinPassphrase)
	ErrNotProtected    = errors.New("the register is not protected by a passphrase")

	ErrBeforeBeginning = errors.New("the register did not exist yet")
)

// BeforeBeginningError says since when there is a register. It is an
// ErrBeforeBeginning.
type BeforeBeginningError struct{ Beginning time.Time }

func (e *BeforeBeginningError) Error() string {
	return fmt.Sprintf("%v; it begins at %s", ErrBeforeBeginning, e.Beginning.Format(time.RFC3339))
}

// Is reports whether target is ErrBeforeBeginning.
func (e *BeforeBeginningError) Is(target error) bool { return target == ErrBeforeBeginning }

// DamagedError says what is damaged. It is an ErrDamaged.
type DamagedError struct {
	Path   string
	Detail string // for the log and for support, "page 17: keys out of order"
}

func (e *DamagedError) Error() string { return fmt.Sprintf("%v: %s", ErrDamaged, e.Detail) }

// Is reports whether target is ErrDamaged.
func (e *DamagedError) Is(target error) bool { return target == ErrDamaged }

// TamperedError says what is whole and yet not what the program has written.
// It is an ErrTampered.
type TamperedError struct {
	Path   string
	Detail string // for the log and for support
}

func (e *TamperedError) Error() string { return fmt.Sprintf("%v: %s", ErrTampered, e.Detail) }

// Is reports whether target is ErrTampered.
func (e *TamperedError) Is(target error) bool { return target == ErrTampered }

// CopiesError says that the backups beside a register could not all be brought
// to the protection that the register itself has now. The paths are theirs.
type CopiesError struct {
	Paths []string
	Err   error // of the first one
}

func (e *CopiesError) Error() string {
	return fmt.Sprintf("%d backups of the register keep the protection they had, the first is %s: %v", len(e.Paths), e.Paths[0], e.Err)
}

// Unwrap returns why the first one could not be rewritten.
func (e *CopiesError) Unwrap() error { return e.Err }

// InUseError says who has a file open. It is an ErrInUse.
type InUseError struct {
	Path  string
	By    string    // "user@host", or "" if it is not known
	Since time.Time // zero if it is not known
}

func (e *InUseError) Error() string {
	if e.By == "" {
		return ErrInUse.Error()
	}
	return fmt.Sprintf("%v by %s since %s", ErrInUse, e.By, e.Since.Format(time.RFC3339))
}

// Is reports whether target is ErrInUse.
func (e *InUseError) Is(target error) bool { return target == ErrInUse }

// InvalidError says what in a change does not fit. It is an ErrInvalid.
type InvalidError struct{ Problems []model.Problem }

func (e *InvalidError) Error() string {
	more := ""
	if n := len(e.Problems); n > 1 {
		more = fmt.Sprintf(" (and %d more)", n-1)
	}
	return fmt.Sprintf("%v: %v%s", ErrInvalid, e.Problems[0], more)
}

// Is reports whether target is ErrInvalid.
func (e *InvalidError) Is(target error) bool { return target == ErrInvalid }

// RecordInUseError says that a record cannot be deleted because others refer
// to it. It is an ErrRecordInUse.
type RecordInUseError struct {
	Record model.Record
	Users  []model.Use
}

func (e *RecordInUseError) Error() string {
	return fmt.Sprintf("%s %s cannot be deleted: %v, the first is %s",
		e.Record.Kind(), e.Record.Meta().Number, ErrRecordInUse, e.Users[0].From.Meta().Number)
}

// Is reports whether target is ErrRecordInUse.
func (e *RecordInUseError) Is(target error) bool { return target == ErrRecordInUse }

// LostReferenceError says that a deleted record cannot be restored because
// it refers to others that are deleted too: they must be restored first.
type LostReferenceError struct {
	Record model.Record
	Lost   []model.Record // as they were last
}

func (e *LostReferenceError) Error() string {
	return fmt.Sprintf("%s %s cannot be restored: it refers to %s, which is deleted",
		e.Record.Kind(), e.Record.Meta().Number, e.Lost[0].Meta().Number)
}
