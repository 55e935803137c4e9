package store

import "syscall"

// local is the flag of macOS for file systems on this machine.
const local = 0x1000

// remote reports whether the file system of a path lies on another machine.
func remote(path string) bool {
	var about syscall.Statfs_t
	return syscall.Statfs(existing(path), &about) == nil && about.Flags&local == 0
}
