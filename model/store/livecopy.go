package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
)

// While another program has a register open, the lock on it is taken, but its
// bytes can be read. A save writes new pages first, into places that are free,
// and a header last. So what is read between two headers that are the same is
// the register as it was before the save that may be going on.

const (
	liveTries = 12
	livePause = 20 * time.Millisecond // before the second try; it grows with each
)

// OpenCopy opens a copy of a register that another program may have open and
// may be saving to. The copy lies beside the register, is verified as by
// OpenBackup, and is removed by Close. Where the register changes faster than
// it can be copied the error is an *InUseError, else it is as of OpenBackup.
func OpenCopy(path string, secret Secret) (*Store, error) {
	if info, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNotFound
	} else if err != nil {
		return nil, fmt.Errorf("looking for %s: %w", path, err)
	} else if !info.Mode().IsRegular() {
		return nil, ErrNotRegister
	}
	temp, err := newTemp(path)
	if err != nil {
		return nil, err
	}
	s, err := openCopy(path, temp, secret)
	if err != nil {
		os.Remove(temp)
		return nil, err
	}
	s.path, s.temp = path, temp
	return s, nil
}

func openCopy(path, temp string, secret Secret) (*Store, error) {
	for try := range liveTries {
		time.Sleep(time.Duration(try) * livePause)
		still, err := copyLive(path, temp)
		if err != nil {
			return nil, err
		}
		if still {
			return OpenBackup(temp, secret)
		}
	}
	return nil, inUse(path)
}

// copyLive copies a file without its lock, and reports whether its headers
// have stayed as they were meanwhile.
func copyLive(path, temp string) (still bool, err error) {
	from, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer from.Close()
	to, err := os.OpenFile(temp, os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return false, err
	}
	before, err := headers(from)
	if err == nil {
		_, err = io.Copy(to, from)
	}
	if err := errors.Join(err, to.Close()); err != nil {
		return false, fmt.Errorf("copying %s: %w", path, err)
	}
	after, err := headers(from)
	if err != nil {
		return false, fmt.Errorf("copying %s: %w", path, err)
	}
	return bytes.Equal(before, after) && named(path, from), nil
}

// headers returns the beginning of a database, which holds both headers
// whatever the size of its pages.
func headers(file io.ReaderAt) ([]byte, error) {
	const largest = 64 << 10 // page
	start := make([]byte, largest+pageHead+metaSize)
	n, err := file.ReadAt(start, 0)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return start[:n], err
}
