package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"
)

// An encrypted backup is a backup in the format age-encryption.org/v1, under a
// passphrase, so that the tool age opens it as well.

// ageHeader begins every encrypted backup.
const ageHeader = "age-encryption.org/v1\n"

// scryptWork is what a passphrase costs to try, as a power of two: 18 is what
// the tool age takes, 256 MiB of memory. A file cannot make the program take
// more than the most.
var scryptWork = 18

const maxScryptWork = 20

// IsEncrypted reports whether a file is an encrypted backup, by its first
// line.
func IsEncrypted(path string) (bool, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, ErrNotFound
	}
	if err != nil || !info.Mode().IsRegular() {
		return false, err
	}
	file, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer file.Close()
	start := make([]byte, len(ageHeader))
	n, err := io.ReadFull(file, start)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false, err
	}
	return string(start[:n]) == ageHeader, nil
}

// EncryptedBackup is Backup with the file encrypted under a passphrase. Errors
// are ErrShortPassphrase and those of Backup.
func (s *Store) EncryptedBackup(w io.Writer, passphrase Secret) error {
	_, err := s.encryptTo(w, passphrase)
	return err
}

// EncryptedBackupTo writes a backup into the file at path, encrypted under a
// passphrase. The register is verified before, and the file afterwards: it is
// there whole, and the passphrase opens it, or it is not there at all. Nothing
// that it holds is ever on the disk unencrypted. Otherwise it is as BackupTo.
func (s *Store) EncryptedBackupTo(path string, passphrase Secret, replace bool) error {
	if err := passphrase.fit(); err != nil {
		return err
	}
	if _, err := s.Verify(); err != nil {
		return err
	}
	return s.deliver(path, replace, func(dir, pattern string) (temp string, err error) {
		file, err := os.CreateTemp(dir, pattern) // 0600
		if err != nil {
			return "", err
		}
		defer func() {
			if err != nil {
				file.Close() // a second Close does no harm
				os.Remove(file.Name())
			}
		}()
		hash, err := s.encryptTo(file, passphrase)
		if err != nil {
			return "", err
		}
		if err := errors.Join(file.Sync(), file.Close()); err != nil {
			return "", fmt.Errorf("writing a backup of %s: %w", s.path, err)
		}
		sum := sha256.New()
		if err := decryptTo(sum, file.Name(), passphrase); err != nil {
			return "", fmt.Errorf("verifying a backup of %s: %w", s.path, err)
		}
		if !bytes.Equal(sum.Sum(nil), hash) {
			return "", &DamagedError{Path: file.Name(), Detail: "it does not hold what was written"}
		}
		return file.Name(), nil
	})
}

// encryptTo writes an encrypted backup and returns the SHA-256 of what it
// holds.
func (s *Store) encryptTo(w io.Writer, passphrase Secret) (hash []byte, err error) {
	if err := passphrase.fit(); err != nil {
		return nil, err
	}
	recipient, err := age.NewScryptRecipient(string(norm.NFC.Bytes(passphrase)))
	if err != nil {
		return nil, err
	}
	recipient.SetWorkFactor(scryptWork)
	sealed, err := age.Encrypt(w, recipient)
	if err != nil {
		return nil, fmt.Errorf("encrypting a backup of %s: %w", s.path, err)
	}
	sum := sha256.New()
	if _, err := s.Backup(io.MultiWriter(sealed, sum)); err != nil {
		return nil, err
	}
	if err := sealed.Close(); err != nil { // the last part is written here
		return nil, fmt.Errorf("encrypting a backup of %s: %w", s.path, err)
	}
	return sum.Sum(nil), nil
}

// decryptTo writes what an encrypted backup holds. Its errors are ErrProtected,
// ErrWrongPassphrase, ErrNotRegister, *DamagedError and those of the system.
// Age does not tell a wrong passphrase from a changed salt.
func decryptTo(w io.Writer, path string, passphrase Secret) error {
	if len(passphrase) == 0 {
		return ErrProtected
	}
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	identities, err := scryptIdentities(passphrase)
	if err != nil {
		return err
	}
	content, err := age.Decrypt(file, identities...)
	if err != nil {
		return notDecrypted(path, err)
	}
	_, err = io.Copy(w, &decrypting{content, path})
	return err
}

// scryptIdentities returns what opens an encrypted backup: the passphrase as
// this program writes it and, where that differs, as it was typed.
func scryptIdentities(passphrase Secret) ([]age.Identity, error) {
	var identities []age.Identity
	for _, text := range slices.Compact([]string{string(norm.NFC.Bytes(passphrase)), string(passphrase)}) {
		identity, err := age.NewScryptIdentity(text)
		if err != nil {
			return nil, err
		}
		identity.SetMaxWorkFactor(maxScryptWork)
		identities = append(identities, identity)
	}
	return identities, nil
}

// decrypting reads what an encrypted backup holds; what cannot be decrypted is
// damaged.
type decrypting struct {
	from io.Reader
	path string
}

func (d *decrypting) Read(b []byte) (int, error) {
	n, err := d.from.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		err = notDecrypted(d.path, err)
	}
	return n, err
}

// notDecrypted says why an encrypted backup cannot be read.
func notDecrypted(path string, err error) error {
	var system *fs.PathError
	var none *age.NoIdentityMatchError
	switch {
	case errors.As(err, &system):
		return err
	case !errors.As(err, &none):
		return &DamagedError{Path: path, Detail: err.Error()}
	case slices.Equal(none.StanzaTypes, []string{"scrypt"}):
		return ErrWrongPassphrase
	}
	return fmt.Errorf("%w: it is encrypted for somebody's key, not under a passphrase", ErrNotRegister)
}

// restoreEncrypted is Restore for an encrypted backup. What it holds is
// decrypted into a file beside target, which only its owner can read.
func restoreEncrypted(backup, target string, secret Secret) error {
	if _, err := os.Lstat(target); err == nil {
		return ErrExists
	}
	if len(secret) == 0 {
		return ErrProtected
	}
	file, err := os.CreateTemp(filepath.Dir(target), "."+filepath.Base(target)+".*.tmp") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(file.Name()) // its name is another by then
	if err := errors.Join(decryptTo(file, backup, secret), file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("decrypting %s: %w", backup, err)
	}
	if err := verifyFile(file.Name(), secret); err != nil {
		return fmt.Errorf("verifying %s: %w", backup, err)
	}
	return publish(file.Name(), target)
}
