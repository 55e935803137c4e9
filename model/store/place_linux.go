package store

import "syscall"

// foreign are the file systems that lie on another machine, by the number
// that Linux gives them.
var foreign = map[uint32]bool{
	0x6969:     true, // NFS
	0x517B:     true, // SMB
	0xFF534D42: true, // CIFS
	0xFE534D42: true, // SMB 2
	0x5346414F: true, // AFS
	0x73757245: true, // Coda
	0x00C36400: true, // Ceph
}

// remote reports whether the file system of a path lies on another machine.
func remote(path string) bool {
	var about syscall.Statfs_t
	return syscall.Statfs(existing(path), &about) == nil && foreign[uint32(about.Type)]
}
