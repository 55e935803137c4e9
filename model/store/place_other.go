//go:build !linux && !darwin && !windows

package store

// remote reports whether the file system of a path lies on another machine,
// which is not known here.
func remote(string) bool { return false }
