package app

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"

	"time"

	"fortegnelse/app/session"
	"fortegnelse/model"
)

// still is a register that lies in no file, for pictures.
type still struct {
	*session.Memory
	path      string
	readOnly  bool
	protected bool
	folder    string // of the backups
	deletions []Deletion
	attached  map[string][]byte // by SHA-256
}

// stillKey is the recovery key of every still.
const stillKey = "3QXK-7M2H-RVDA-ZT5N-C6PW-JY4E-LUGB-FS2O"

// Path implements File.
func (s *still) Path() string { return s.path }

// ReadOnly implements File.
func (s *still) ReadOnly() bool { return s.readOnly }

// Protected implements File.
func (s *still) Protected() bool { return s.protected }

// Protect implements File.
func (s *still) Protect([]byte) (string, error) { s.protected = true; return stillKey, nil }

// Unprotect implements File.
func (s *still) Unprotect([]byte) error { s.protected = false; return nil }

// ChangePassphrase implements File.
func (s *still) ChangePassphrase([]byte, []byte) error { return nil }

// NewRecoveryKey implements File.
func (s *still) NewRecoveryKey([]byte) (string, error) { return stillKey, nil }

// Backup implements File.
func (s *still) Backup() error { return nil }

// BackUpAfter implements File.
func (s *still) BackUpAfter(int, func(error)) {}

// BackupFolder implements File.
func (s *still) BackupFolder() string { return s.folder }

// SetBackupFolder implements File.
func (s *still) SetBackupFolder(folder string) error { s.folder = folder; return nil }

// CopyTo implements File.
func (s *still) CopyTo(string) error { return nil }

// Deletions implements File.
func (s *still) Deletions() ([]Deletion, error) { return s.deletions, nil }

// Restore implements File.
func (s *still) Restore(id model.ID, author string) (model.Record, error) {
	for i, d := range s.deletions {
		if d.Record.Meta().ID == id {
			s.deletions = append(s.deletions[:i:i], s.deletions[i+1:]...)
			return d.Record, s.Save(model.Change{Put: []model.Record{d.Record}}, author)
		}
	}
	return nil, session.ErrGone
}

// Attach implements Attachments.
func (s *still) Attach(r io.ReadSeeker) (string, int64, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return "", 0, err
	}
	hash := fmt.Sprintf("%x", sha256.Sum256(data))
	if s.attached == nil {
		s.attached = map[string][]byte{}
	}
	s.attached[hash] = data
	return hash, int64(len(data)), nil
}

// Attached implements Attachments.
func (s *still) Attached(hash string) (int64, error) {
	data, there := s.attached[hash]
	if !there {
		return 0, &FileError{Reason: NotAttached, Err: fs.ErrNotExist}
	}
	return int64(len(data)), nil
}

// Extract implements Attachments.
func (s *still) Extract(w io.Writer, hash string) error {
	_, err := w.Write(s.attached[hash])
	return err
}

// stills is Files for pictures: nothing is read or written.
type stills struct{}

func (stills) Open(string, []byte) (File, error) { return &still{Memory: &session.Memory{}}, nil }

func (stills) Create(path string, info model.Info, records []model.Record, _ string, passphrase []byte) (File, string, error) {
	r, err := model.NewRegister(info, records)
	return &still{Memory: &session.Memory{Snapshot: r}, path: path, protected: passphrase != nil}, stillKey, err
}

func (stills) Restore(string, string, []byte) error { return nil }

func (stills) Backups(path string) []Backup {
	at := time.Date(2026, time.November, 21, 9, 12, 0, 0, time.UTC)
	return []Backup{{path, at}, {path, at.AddDate(0, 0, -1)}, {path, at.AddDate(0, 0, -4)}, {path, at.AddDate(0, -1, 0)}}
}

func (stills) Rescue(string, string, []byte, string) (Rescued, error) { return Rescued{}, nil }

func (stills) ExportNewer(string, string, []byte) error { return nil }

func (stills) Risk(string) (Risk, string) { return NoRisk, "" }

func (stills) MinPassphrase() int { return 8 }
