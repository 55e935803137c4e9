package store

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// remote reports whether a path lies on a drive that stands for another
// machine.
func remote(path string) bool {
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(path) + `\`)
	return err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE
}
