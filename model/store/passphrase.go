package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// Protected reports whether a passphrase protects the file.
func (s *Store) Protected() bool {
	s.using.RLock()
	defer s.using.RUnlock()
	return s.vault != nil
}

// Protect puts the file under a passphrase. The file is written anew and takes
// the place of the old one when it is complete and verified; so are the
// rotating copies beside it. It returns the recovery key, which opens the file
// too and is kept nowhere.
//
// The old file is removed, not erased: on most disks its blocks can be read by
// special means until they are used again. Other copies are left alone.
//
// Errors are ErrShortPassphrase, ErrReadOnly, ErrClosed, *DamagedError and those
// of the system; the file is then as it was. A *CopiesError comes with the
// recovery key: the file is protected, some copies are not.
func (s *Store) Protect(passphrase Secret) (recovery string, err error) {
	if err := s.changeable(); err != nil {
		return "", err
	}
	if s.Protected() {
		return "", fmt.Errorf("protecting %s: it is protected already", s.path)
	}
	p, v, recovery, err := newProtection(passphrase)
	if err != nil {
		return "", err
	}
	err = s.rewrite(v, p)
	var copies *CopiesError
	if err != nil && !errors.As(err, &copies) {
		return "", err
	}
	return recovery, err
}

// Unprotect takes the protection away, from the file and from its rotating
// copies, in the way of Protect. Current is the passphrase or the recovery key;
// ErrWrongPassphrase and ErrNotProtected are errors.
func (s *Store) Unprotect(current Secret) error {
	if err := s.changeable(); err != nil {
		return err
	}
	_, data, err := s.unwrapKey(current)
	if err != nil {
		return err
	}
	clear(data)
	return s.rewrite(nil, protection{})
}

// ChangePassphrase gives the file, and its rotating copies, another
// passphrase. Current is the passphrase or the recovery key, which stays as it
// is. Only the data key is wrapped anew.
func (s *Store) ChangePassphrase(current, next Secret) error {
	return s.rewrap(current, func(p *protection, data []byte) error { return p.lockWith(data, next) })
}

// NewRecoveryKey gives the file, and its rotating copies, another recovery
// key; the old one opens them no longer.
func (s *Store) NewRecoveryKey(current Secret) (recovery string, err error) {
	err = s.rewrap(current, func(p *protection, data []byte) (err error) {
		recovery, err = p.recoverWith(data)
		return err
	})
	var copies *CopiesError
	if err != nil && !errors.As(err, &copies) {
		return "", err
	}
	return recovery, err
}

func (s *Store) changeable() error {
	s.saving.Lock()
	defer s.saving.Unlock()
	switch {
	case s.closed:
		return ErrClosed
	case s.readOnly:
		return ErrReadOnly
	}
	return s.InPlace()
}

// unwrapKey returns how the data key is wrapped, and the key itself.
func (s *Store) unwrapKey(current Secret) (p protection, data []byte, err error) {
	if !s.Protected() {
		return p, nil, ErrNotProtected
	}
	if err := s.view(func(tx transaction) (err error) {
		p, err = tx.protection()
		return err
	}); err != nil {
		return p, nil, s.unread("", err)
	}
	v, err := current.open(p)
	if err != nil {
		return p, nil, err
	}
	return p, v.data, nil
}

// rewrap wraps the data key anew.
func (s *Store) rewrap(current Secret, wrap func(*protection, []byte) error) error {
	if err := s.changeable(); err != nil {
		return err
	}
	p, data, err := s.unwrapKey(current)
	if err != nil {
		return err
	}
	defer clear(data)
	if err := wrap(&p, data); err != nil {
		return err
	}
	s.rotating.Lock()
	defer s.rotating.Unlock()
	s.saving.Lock()
	defer s.saving.Unlock()
	if s.closed {
		return ErrClosed
	}
	if err := s.update(func(tx transaction) error { return tx.setProtection(p) }); err != nil {
		return s.saveError(err)
	}
	return s.eachCopy(func(path string) error {
		c, err := openWritable(path, s.vault)
		if err != nil {
			return err
		}
		if c.vault == nil { // taken before the register was protected
			return errors.Join(c.Close(), rewriteFile(path, nil, s.vault, p))
		}
		return errors.Join(c.update(func(tx transaction) error { return tx.setProtection(p) }), c.Close())
	})
}

// rewrite writes the file anew under a vault, and then its copies.
func (s *Store) rewrite(v *vault, p protection) error {
	s.rotating.Lock()
	defer s.rotating.Unlock()
	s.saving.Lock()
	defer s.saving.Unlock()
	if s.closed {
		return ErrClosed
	}
	old := s.vault
	temp, err := s.rewritten(v, p)
	if err != nil {
		return fmt.Errorf("writing %s anew: %w", s.path, err)
	}
	defer os.Remove(temp) // fails where it was renamed
	if err := s.replaceBy(temp, v); err != nil {
		return fmt.Errorf("writing %s anew: %w", s.path, err)
	}
	err = s.eachCopy(func(path string) error { return rewriteFile(path, old, v, p) })
	old.forget()
	return err
}

// rewritten makes a file beside this one, with all that it holds under another
// vault, and verifies it.
func (s *Store) rewritten(v *vault, p protection) (temp string, err error) {
	if temp, err = newTemp(s.path); err != nil {
		return "", err
	}
	err = s.view(func(tx transaction) error {
		return fill(temp, v, p, func(f *filler) error { return f.take(tx) })
	})
	if err == nil {
		err = verifyFile(temp, v)
	}
	if err != nil {
		os.Remove(temp)
		return "", err
	}
	return temp, nil
}

func verifyFile(path string, key opener) error {
	s, err := openBackup(path, key)
	if err != nil {
		return err
	}
	return s.Close()
}

// replaceBy lets another file take the place of this one. Both are locked
// while the name changes, where the system allows that.
func (s *Store) replaceBy(temp string, v *vault) error {
	s.using.Lock()
	defer s.using.Unlock()
	if runtime.GOOS == "windows" { // an open file cannot be replaced
		if err := s.db.Close(); err != nil {
			return err
		}
		named := os.Rename(temp, s.path)
		db, file, err := openDatabase(s.path, false)
		if err != nil {
			s.broken.Store(true)
			return errors.Join(named, err)
		}
		s.db, s.file = db, file
		if named == nil {
			s.vault = v
		}
		return named
	}
	db, file, err := openDatabase(temp, false)
	if err != nil {
		return err
	}
	if err := os.Rename(temp, s.path); err != nil {
		return errors.Join(err, db.Close())
	}
	old := s.db
	s.db, s.file, s.vault = db, file, v
	return errors.Join(syncFolder(filepath.Dir(s.path)), old.Close())
}

// rewriteFile writes a file that nobody has open anew under another vault.
func rewriteFile(path string, old opener, v *vault, p protection) error {
	s, err := openReadOnly(path, old)
	if err != nil {
		return err
	}
	temp, err := s.rewritten(v, p)
	if err := errors.Join(err, s.Close()); err != nil {
		return err
	}
	if err := os.Rename(temp, path); err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	return syncFolder(filepath.Dir(path))
}

// eachCopy does something to all rotating copies of the register, wherever they
// lie. A folder that is not there may hold some.
func (s *Store) eachCopy(do func(path string) error) error {
	r, err := rotationOf(s.path)
	if err != nil {
		return &CopiesError{[]string{rotationPath(s.path)}, err}
	}
	failed := &CopiesError{}
	fail := func(path string, err error) {
		if failed.Paths = append(failed.Paths, path); failed.Err == nil {
			failed.Err = err
		}
	}
	tag := s.tag()
	for _, dir := range r.folders(s.path) {
		copies, err := rotatingCopies(dir)
		if _, missing := os.Stat(dir); err == nil && dir != BackupFolder(s.path) {
			err = missing
		}
		if err != nil {
			fail(dir, err)
		}
		for _, c := range copies {
			if c.tag != tag {
				continue
			}
			if err := do(c.Path); err != nil {
				fail(c.Path, err)
			}
		}
	}
	if failed.Err != nil {
		return failed
	}
	return nil
}
