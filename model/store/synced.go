package store

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// SyncedFolder returns the service that copies the folder of a file to other
// machines, such as OneDrive, if there is one. Such a service may copy a
// register while it is being written, or put another one in its place. The
// file need not exist.
func SyncedFolder(path string) (service string, ok bool) { return here().synced(resolved(path)) }

// NetworkFolder reports whether a file lies on another machine. Locks may not
// hold there, and what is saved may not last. The file need not exist.
func NetworkFolder(path string) bool {
	real := resolved(path)
	return here().network(real) || remote(real)
}

// surroundings are what tells where a file lies: of this machine, or of one
// that a test makes up.
type surroundings struct {
	system string // as runtime.GOOS
	home   string
	env    func(name string) string
	list   func(folder string) []entry
	exists func(path string) bool
}

// entry is a file or folder in a folder.
type entry struct {
	name   string
	folder bool
}

// here are the surroundings of this program.
func here() surroundings {
	home, _ := os.UserHomeDir() // "" is no folder of a service
	return surroundings{
		system: runtime.GOOS, home: home, env: os.Getenv, list: listed,
		exists: func(path string) bool { _, err := os.Stat(path); return err == nil },
	}
}

// listed returns what a folder holds, as far as it can be read. The marks of
// the services stand among the first of many.
func listed(folder string) []entry {
	dir, err := os.Open(folder)
	if err != nil {
		return nil
	}
	defer dir.Close()
	found, _ := dir.ReadDir(10_000) // what was read until an error is enough
	entries := make([]entry, len(found))
	for i, f := range found {
		entries[i] = entry{f.Name(), f.IsDir()}
	}
	return entries
}

// resolved returns the path of a file behind all links. Of one that does not
// exist, its folder is looked at.
func resolved(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	rest := ""
	for at := path; ; at = filepath.Dir(at) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest)
		}
		if at == filepath.Dir(at) {
			return path
		}
		rest = filepath.Join(filepath.Base(at), rest)
	}
}

// synced is SyncedFolder in these surroundings, for a path without links.
func (s surroundings) synced(path string) (service string, ok bool) {
	if s.below(path, s.env("OneDrive"), s.env("OneDriveConsumer"), s.env("OneDriveCommercial")) {
		return "OneDrive", true
	}
	parts := s.parts(path)
	folders := parts[:max(len(parts)-1, 0)] // the last one is the file
	for i, name := range folders {
		parent := ""
		if i > 0 {
			parent = folders[i-1]
		}
		if service := s.named(name, parent); service != "" {
			return service, true
		}
		if s.system == "darwin" && parent == "CloudStorage" { // where macOS keeps the folders of all services
			service, _, _ := strings.Cut(name, "-")
			return service, true
		}
	}
	if s.cloudDocuments(path) {
		return "iCloud Drive", true
	}
	for i := range folders {
		if service := marked(s.list(s.join(folders[:i+1]))); service != "" {
			return service, true
		}
	}
	return "", false
}

// services are those whose folder has a name of its own: the whole name, or
// its beginning or end where it bears a name of the customer's too.
var services = []struct {
	service string
	whole   []string
	begins  []string
	ends    string
}{
	{"OneDrive", []string{"OneDrive"}, []string{"OneDrive - ", "OneDrive – ", "OneDrive-"}, ""},
	{"Dropbox", []string{"Dropbox"}, []string{"Dropbox (", "Dropbox-"}, " Dropbox"},
	{"iCloud Drive", []string{"iCloud Drive", "iCloudDrive", "com~apple~CloudDocs"}, nil, ""},
	{"Google Drive", []string{"Google Drive", "Google Drev", "Google Disk", "GoogleDrive"}, []string{"GoogleDrive-", "google-drive:"}, ""},
	{"Nextcloud", []string{"Nextcloud"}, []string{"Nextcloud-"}, ""},
	{"ownCloud", []string{"ownCloud"}, []string{"ownCloud-"}, ""},
	{"Box", []string{"Box Sync", "Box-Box"}, nil, ""},
	{"Proton Drive", []string{"Proton Drive", "ProtonDrive"}, []string{"ProtonDrive-"}, ""},
	{"Jottacloud", []string{"Jottacloud"}, nil, ""},
}

// ownDrive are what Google Drive calls the folders in the drive that it makes
// on Windows, "G:\Mit drev".
var ownDrive = []string{
	"My Drive", "Mit drev", "Min enhet", "Min disk",
	"Shared drives", "Fællesdrev", "Delade enheter", "Delte disker",
}

// named returns the service that a folder in a parent is called after, if any.
func (s surroundings) named(name, parent string) string {
	name, parent = s.fold(name), s.fold(parent)
	is := func(whole string) bool { return name == s.fold(whole) }
	begins := func(part string) bool { return strings.HasPrefix(name, s.fold(part)) }
	for _, n := range services {
		ends := n.ends != "" && strings.HasSuffix(name, s.fold(n.ends))
		if slices.ContainsFunc(n.whole, is) || slices.ContainsFunc(n.begins, begins) || ends {
			return n.service
		}
	}
	switch {
	case parent == s.fold("Library") && is("Mobile Documents"):
		return "iCloud Drive"
	case s.system == "windows" && strings.HasSuffix(parent, ":") && slices.ContainsFunc(ownDrive, is):
		return "Google Drive"
	}
	return ""
}

// cloudDocuments reports whether macOS keeps the desktop and the documents of
// this person in iCloud, and a file lies there.
func (s surroundings) cloudDocuments(path string) bool {
	if s.system != "darwin" || s.home == "" {
		return false
	}
	for _, folder := range []string{"Desktop", "Documents"} {
		if s.below(path, s.home+"/"+folder) && s.exists(s.home+"/Library/Mobile Documents/com~apple~CloudDocs/"+folder) {
			return true
		}
	}
	return false
}

// marked returns the service whose mark stands in a folder, if any. The folder
// .dropbox in a person's home is not one: it holds settings.
func marked(entries []entry) (service string) {
	for _, e := range entries {
		database := strings.HasPrefix(e.name, ".sync_") || strings.HasPrefix(e.name, "._sync_")
		switch {
		case e.name == ".dropbox" && !e.folder, e.name == ".dropbox.cache" && e.folder:
			return "Dropbox"
		case e.name == ".owncloudsync.log":
			return "ownCloud"
		case e.name == ".nextcloudsync.log", database && strings.HasSuffix(e.name, ".db"): // of both
			service = "Nextcloud"
		case (e.name == ".tmp.drivedownload" || e.name == ".tmp.driveupload") && e.folder:
			return "Google Drive"
		case e.name == ".stfolder":
			return "Syncthing"
		}
	}
	return service
}

// network reports whether a path names another machine.
func (s surroundings) network(path string) bool {
	if s.system == "windows" {
		slashed := strings.ToUpper(strings.ReplaceAll(path, "/", `\`))
		if rest, ok := strings.CutPrefix(slashed, `\\?\`); ok {
			return strings.HasPrefix(rest, `UNC\`)
		}
		return strings.HasPrefix(slashed, `\\`) && !strings.HasPrefix(slashed, `\\.\`)
	}
	parts := s.parts(path)
	at := slices.Index(parts, "gvfs") // where GNOME shows other machines
	if at < 0 || at+1 == len(parts) {
		return false
	}
	kind, _, remote := strings.Cut(parts[at+1], ":")
	return remote && kind != "google-drive"
}

// parts returns the names in a path.
func (s surroundings) parts(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '/' || r == '\\' && s.system == "windows" })
}

// join makes a path of the first names in one.
func (s surroundings) join(parts []string) string {
	if s.system != "windows" {
		return "/" + strings.Join(parts, "/")
	}
	if len(parts) == 1 {
		return parts[0] + `\`
	}
	return strings.Join(parts, `\`)
}

// below reports whether a path leads into one of some folders.
func (s surroundings) below(path string, folders ...string) bool {
	parts := s.parts(s.fold(path))
	return slices.ContainsFunc(folders, func(folder string) bool {
		above := s.parts(s.fold(folder))
		return len(above) > 0 && len(above) < len(parts) && slices.Equal(parts[:len(above)], above)
	})
}

// fold makes names equal that are the same to the system.
func (s surroundings) fold(name string) string {
	if s.system == "windows" || s.system == "darwin" {
		return strings.ToLower(name)
	}
	return name
}

// existing returns the path, or the nearest folder above it that exists.
func existing(path string) string {
	for {
		if _, err := os.Stat(path); err == nil || path == filepath.Dir(path) {
			return path
		}
		path = filepath.Dir(path)
	}
}
