package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/user"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// holder says who has a file open for writing. It lies beside the file, in
// path + ".lock", and is a courtesy only: the lock itself is on the file.
type holder struct {
	By    string    `json:"by"` // "user@host"
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
}

func holderPath(path string) string { return path + ".lock" }

// writeHolder says that this program has a file open, and returns what it has
// written. It is allowed to fail: the file is locked without it.
func writeHolder(path string, now time.Time) (written []byte) {
	written, err := json.Marshal(holder{By: who(), PID: os.Getpid(), Since: now.UTC().Truncate(time.Second)})
	if err == nil {
		err = os.WriteFile(holderPath(path), written, 0o600)
	}
	if err != nil {
		return nil
	}
	ownerOnly(holderPath(path)) // it may be there from a program that has crashed
	return written
}

// removeHolder takes back what writeHolder has written, unless somebody else
// has written since: where another file has taken the place of the register.
func removeHolder(path string, written []byte) {
	if there, err := readHolder(path); err == nil && written != nil && bytes.Equal(there, written) {
		_ = os.Remove(holderPath(path))
	}
}

func readHolder(path string) ([]byte, error) {
	file, err := os.Open(holderPath(path))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, 4<<10))
}

// inUse returns the error for a file that somebody else has locked. It names
// them if what lies beside the file can be true: a program that has crashed
// leaves it behind.
func inUse(path string) error {
	unknown := &InUseError{Path: path}
	data, err := readHolder(path)
	if err != nil {
		return unknown
	}
	var h holder
	if json.Unmarshal(data, &h) != nil || !h.lives() {
		return unknown
	}
	return &InUseError{Path: path, By: h.By, Since: h.Since}
}

// lives reports whether the program that a holder names can still be running.
// Of other machines nobody knows here.
func (h holder) lives() bool {
	host := h.By[strings.LastIndex(h.By, "@")+1:]
	if host == "" {
		return false
	}
	return host != hostname() || running(h.PID)
}

// running reports whether a program of this machine is running.
func running(pid int) bool {
	if pid <= 0 {
		return false
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer p.Release()              // what it holds is small
	if runtime.GOOS == "windows" { // where only what runs is found
		return true
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, fs.ErrPermission)
}

// who names the person and the machine.
func who() string {
	name := "?"
	if u, err := user.Current(); err == nil {
		name = u.Username
	}
	return name + "@" + hostname()
}

// hostname names this machine.
func hostname() string {
	if h, err := os.Hostname(); err == nil {
		return h
	}
	return "?"
}
