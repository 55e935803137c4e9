package store

import (
	"encoding/json"
	"io"
	"os"
	"os/user"
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

// writeHolder is allowed to fail: the file is locked without it.
func writeHolder(path string, now time.Time) {
	data, err := json.Marshal(holder{By: who(), PID: os.Getpid(), Since: now.UTC().Truncate(time.Second)})
	if err == nil {
		_ = os.WriteFile(holderPath(path), data, 0o600)
	}
}

func removeHolder(path string) { _ = os.Remove(holderPath(path)) }

// inUse returns the error for a file that somebody else has locked.
func inUse(path string) error {
	unknown := &InUseError{Path: path}
	file, err := os.Open(holderPath(path))
	if err != nil {
		return unknown
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, 4<<10))
	if err != nil {
		return unknown
	}
	var h holder
	if json.Unmarshal(data, &h) != nil {
		return unknown
	}
	return &InUseError{Path: path, By: h.By, Since: h.Since}
}

// who names the person and the machine.
func who() string {
	name, host := "?", "?"
	if u, err := user.Current(); err == nil {
		name = u.Username
	}
	if h, err := os.Hostname(); err == nil {
		host = h
	}
	return name + "@" + host
}
