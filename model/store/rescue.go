package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"fortegnelse/model"
)

// Rescued says what was saved out of a damaged file, and what was not.
type Rescued struct {
	Records int `json:"records"` // in the new file

	// FromHistory are records whose stored value is lost, and which the history
	// gives as they were last.
	FromHistory []RescuedRecord `json:"fromHistory,omitempty"`
	// Uncertain are records of which nothing says that this was their last
	// version: later changes of them may be lost, or they may have been deleted.
	Uncertain []RescuedRecord `json:"uncertain,omitempty"`
	// Renumbered are records that bear another number than they did, because an
	// old version of another one has theirs.
	Renumbered []RescuedRecord `json:"renumbered,omitempty"`

	// Lost are the records and attached documents of which the file still says
	// that they were there. Unnamed is how many records were there beside them;
	// Counted is false where the file no longer says how many there were, so
	// that nobody can tell.
	Lost    []Lost `json:"lost,omitempty"`
	Unnamed int    `json:"unnamed,omitempty"`
	Counted bool   `json:"counted"`

	// Cut are references to lost records, which the rescued ones have no longer.
	Cut []CutReference `json:"cut,omitempty"`

	// InfoLost: what the register says of itself is lost; it has the name of
	// the file now.
	InfoLost bool `json:"infoLost,omitempty"`
	// LastUncertain: the last save, or the last ones, may be missing without
	// another sign.
	LastUncertain bool `json:"lastUncertain,omitempty"`

	// History: all changes are kept. Otherwise the history begins anew, and
	// Missing are the changes that could not be read, out of so many Changes
	// as are known to have been there.
	History bool    `json:"history"`
	Changes uint64  `json:"changes"`
	Missing []Range `json:"missing,omitempty"`
}

// RescuedRecord names a record of the new file.
type RescuedRecord struct {
	Kind   model.Kind `json:"kind"`
	Number string     `json:"number"` // that it had
	ID     model.ID   `json:"id"`
}

// Lost is something that was in the file and cannot be read. Kind and Number
// are "" where nothing says them any more.
type Lost struct {
	Kind   model.Kind `json:"kind,omitempty"`
	Number string     `json:"number,omitempty"`
	ID     model.ID   `json:"id,omitempty"`
	Why    Sign       `json:"why"`
}

// Sign is how one knows that something was there.
type Sign string

// The signs of something that is lost.
const (
	SignReference Sign = "reference" // a rescued record refers to it
	SignIndex     Sign = "index"     // the index names it; it may have been deleted before
	SignDocument  Sign = "document"  // the record is rescued, the attached document is not
)

// CutReference is a reference that led to a lost record.
type CutReference struct {
	From RescuedRecord `json:"from"`
	Path string        `json:"path"` // concrete path in the record
	To   model.ID      `json:"to"`
}

// Range is a range of sequence numbers, both ends included.
type Range struct {
	From uint64 `json:"from"`
	To   uint64 `json:"to"`
}

// Whole reports whether nothing is missing or uncertain.
func (r Rescued) Whole() bool {
	return r.History && r.Counted && !r.LastUncertain && !r.InfoLost &&
		len(r.Lost)+len(r.Uncertain)+len(r.Cut)+len(r.Renumbered)+r.Unnamed == 0
}

// Rescue reads what is still whole in a damaged register and makes a new one of
// it at target. The file at path is only read. A value counts if its checksum
// verifies, in a protected file its seal. Of each record the newest version is
// taken: the one to which the trees of the file lead, else the last one in the
// history, else an older one. A protected register stays protected, by the same
// passphrase and recovery key; where its wrapped key is lost, those of the
// rotating copies beside it are tried.
//
// Where the whole history can be read it is kept; else a new one begins, in
// which author has imported the records. References to lost records are removed.
//
// Errors are ErrNotFound, ErrNotRegister, ErrNewerSchema, ErrExists, *InUseError,
// ErrProtected, ErrWrongPassphrase, ErrKeyLost, ErrNothingRescued and those of the
// system.
func Rescue(path, target string, secret Secret, author string) (Rescued, error) {
	if _, err := os.Lstat(target); err == nil {
		return Rescued{}, ErrExists
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Rescued{}, ErrNotFound
	case err != nil:
		return Rescued{}, fmt.Errorf("looking for %s: %w", path, err)
	case !info.Mode().IsRegular():
		return Rescued{}, ErrNotRegister
	}
	if db, _, err := openDatabase(path, true); err == nil {
		defer db.Close() // only read; nobody writes to it until then
	} else if errors.Is(err, ErrInUse) {
		return Rescued{}, err
	}
	file, err := os.Open(path)
	if err != nil {
		return Rescued{}, fmt.Errorf("opening %s: %w", path, err)
	}
	defer file.Close() // only read
	r, err := gather(file, info.Size(), secret)
	if errors.Is(err, ErrKeyLost) {
		r, err = gather(file, info.Size(), secret, wrappedKeys(path)...)
	}
	if err != nil {
		return Rescued{}, err
	}
	defer r.vault.forget()
	c, err := r.choose(path)
	if err != nil {
		return Rescued{}, fmt.Errorf("rescuing %s: %w", path, err)
	}
	if err := c.write(target, author); err != nil {
		return Rescued{}, fmt.Errorf("rescuing %s: %w", path, err)
	}
	return c.told, nil
}
