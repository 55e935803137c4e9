package store

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// made makes up a machine: its variables as "NAME=value", and the marks in its
// folders, where those that end in a slash are folders.
func made(system, home string, marks ...string) surroundings {
	s := surroundings{system: system, home: home, env: func(string) string { return "" }}
	s.list = func(folder string) (found []entry) {
		for _, m := range marks {
			name, isFolder := strings.CutSuffix(m, "/")
			at := strings.LastIndexAny(name, `/\`)
			if name[:at] == folder || name[:at+1] == folder {
				found = append(found, entry{name[at+1:], isFolder})
			}
		}
		return found
	}
	s.exists = func(path string) bool { return slices.Contains(marks, path+"/") }
	return s
}

func TestSyncedFolder(t *testing.T) {
	for _, c := range []struct {
		name, system, path, want string
		marks                    []string
	}{
		{"nothing", "linux", "/home/dpo/register/kalmia.fortegnelse", "", nil},
		{"Dropbox by name", "linux", "/home/dpo/Dropbox/a/kalmia.fortegnelse", "Dropbox", nil},
		{"sources of Dropbox", "linux", "/home/dpo/src/dropbox/kalmia.fortegnelse", "", nil},
		{"the file only is called so", "linux", "/home/dpo/Dropbox", "", nil},
		{"Dropbox of a firm", "windows", `C:\Users\dpo\Kalmia Dropbox\Ida\kalmia.fortegnelse`, "Dropbox", nil},
		{"a second Dropbox", "darwin", "/Users/dpo/Dropbox (Kalmia)/kalmia.fortegnelse", "Dropbox", nil},
		{"Dropbox by its mark", "linux", "/srv/files/a/kalmia.fortegnelse", "Dropbox", []string{"/srv/files/.dropbox"}},
		{"Dropbox by its cache", "windows", `D:\files\a\kalmia.fortegnelse`, "Dropbox", []string{`D:\files\.dropbox.cache/`}},
		{"the settings of Dropbox", "linux", "/home/dpo/register/kalmia.fortegnelse", "", []string{"/home/dpo/.dropbox/"}},
		{"OneDrive", "windows", `C:\Users\dpo\OneDrive\kalmia.fortegnelse`, "OneDrive", nil},
		{"OneDrive in another case", "windows", `c:\users\dpo\ONEDRIVE\kalmia.fortegnelse`, "OneDrive", nil},
		{"OneDrive of a firm", "windows", `C:\Users\dpo\OneDrive - Klinikken på Torvet\Dokumenter\kalmia.fortegnelse`, "OneDrive", nil},
		{"OneDrive on a Mac", "darwin", "/Users/dpo/Library/CloudStorage/OneDrive-Kalmia/kalmia.fortegnelse", "OneDrive", nil},
		{"shared files of a firm", "darwin", "/Users/dpo/Library/CloudStorage/OneDrive-SharedLibraries-Kalmia/kalmia.fortegnelse", "OneDrive", nil},
		{"iCloud", "darwin", "/Users/dpo/Library/Mobile Documents/com~apple~CloudDocs/kalmia.fortegnelse", "iCloud Drive", nil},
		{"iCloud of a program", "darwin", "/Users/dpo/Library/Mobile Documents/iCloud~md~obsidian/kalmia.fortegnelse", "iCloud Drive", nil},
		{"iCloud on Windows", "windows", `C:\Users\dpo\iCloudDrive\kalmia.fortegnelse`, "iCloud Drive", nil},
		{"documents of a Mac", "darwin", "/Users/dpo/Documents/kalmia.fortegnelse", "", nil},
		{"documents of a Mac in iCloud", "darwin", "/Users/dpo/Documents/kalmia.fortegnelse", "iCloud Drive",
			[]string{"/Users/dpo/Library/Mobile Documents/com~apple~CloudDocs/Documents/"}},
		{"Google Drive on a Mac", "darwin", "/Users/dpo/Library/CloudStorage/GoogleDrive-dpo@kalmia.dk/Mit drev/kalmia.fortegnelse", "Google Drive", nil},
		{"Google Drive, Danish", "windows", `G:\Mit drev\kalmia.fortegnelse`, "Google Drive", nil},
		{"Google Drive, Swedish", "windows", `G:\Min enhet\kalmia.fortegnelse`, "Google Drive", nil},
		{"Google Drive, Norwegian", "windows", `G:\Min disk\kalmia.fortegnelse`, "Google Drive", nil},
		{"Google Drive, English", "windows", `G:\My Drive\kalmia.fortegnelse`, "Google Drive", nil},
		{"Google Drive of a firm", "windows", `G:\Fællesdrev\Kalmia\kalmia.fortegnelse`, "Google Drive", nil},
		{"a disk of one's own", "windows", `C:\Users\dpo\Min disk\kalmia.fortegnelse`, "", nil},
		{"Google Drive by its mark", "windows", `C:\Users\dpo\Dokumenter\kalmia.fortegnelse`, "Google Drive", []string{`C:\Users\dpo\Dokumenter\.tmp.drivedownload/`}},
		{"Google Drive in GNOME", "linux", "/run/user/1000/gvfs/google-drive:host=gmail.com,user=dpo/a/kalmia.fortegnelse", "Google Drive", nil},
		{"Nextcloud by name", "linux", "/home/dpo/Nextcloud/kalmia.fortegnelse", "Nextcloud", nil},
		{"Nextcloud by its database", "windows", `D:\Sky\kalmia.fortegnelse`, "Nextcloud", []string{`D:\Sky\.sync_0a1b2c.db`}},
		{"ownCloud by its log", "linux", "/srv/sky/a/b/kalmia.fortegnelse", "ownCloud", []string{"/srv/sky/.sync_0a1b2c.db", "/srv/sky/.owncloudsync.log"}},
		{"a service that is not known", "darwin", "/Users/dpo/Library/CloudStorage/Tresorit-Kalmia/kalmia.fortegnelse", "Tresorit", nil},
		{"Syncthing", "linux", "/srv/deling/kalmia.fortegnelse", "Syncthing", []string{"/srv/deling/.stfolder/"}},
		{"no path", "linux", "", "", nil},
		{"the root", "windows", `C:\`, "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			home := map[string]string{"linux": "/home/dpo", "darwin": "/Users/dpo", "windows": `C:\Users\dpo`}[c.system]
			service, ok := made(c.system, home, c.marks...).synced(c.path)
			if service != c.want || ok != (c.want != "") {
				t.Errorf("%q, %v, want %q", service, ok, c.want)
			}
		})
	}
}

func TestSyncedFolderByEnvironment(t *testing.T) {
	for _, c := range []struct {
		name, variable, value, path string
		want                        bool
	}{
		{"private", "OneDrive", `D:\Sky`, `d:\sky\a\kalmia.fortegnelse`, true},
		{"of a firm", "OneDriveCommercial", `D:\Kalmia\`, `D:\Kalmia\kalmia.fortegnelse`, true},
		{"beside it", "OneDrive", `D:\Sky`, `D:\Skyer\kalmia.fortegnelse`, false},
		{"another drive", "OneDrive", `D:\Sky`, `C:\Sky\kalmia.fortegnelse`, false},
		{"not set", "OneDrive", "", `C:\kalmia.fortegnelse`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := made("windows", `C:\Users\dpo`)
			s.env = func(name string) string {
				if name == c.variable {
					return c.value
				}
				return ""
			}
			if _, ok := s.synced(c.path); ok != c.want {
				t.Errorf("%v, want %v", ok, c.want)
			}
		})
	}
}

// A link leads to where the file lies, also one that does not exist yet.
func TestSyncedFolderBehindALink(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "Nextcloud", "register"), filepath.Join(dir, "mine")
	if err := os.MkdirAll(real, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil && runtime.GOOS == "windows" {
		link = real // not everybody may make links there
	} else if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(link, "new.fortegnelse"), filepath.Join(link, "no", "folder", "new.fortegnelse")} {
		if service, ok := SyncedFolder(path); !ok || service != "Nextcloud" {
			t.Errorf("%s: %q, %v", path, service, ok)
		}
		if NetworkFolder(path) {
			t.Errorf("%s lies on another machine", path)
		}
	}
	if service, ok := SyncedFolder(filepath.Join(dir, "x.fortegnelse")); ok {
		t.Errorf("beside it: %q", service)
	}
	mark := filepath.Join(dir, "a", ".dropbox")
	for _, err := range []error{os.Mkdir(filepath.Dir(mark), 0o700), os.WriteFile(mark, nil, 0o600)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if service, _ := SyncedFolder(filepath.Join(dir, "a", "b", "x.fortegnelse")); service != "Dropbox" {
		t.Errorf("beside a mark: %q", service)
	}
}

func TestNetworkFolder(t *testing.T) {
	for _, c := range []struct {
		name, system, path string
		want               bool
	}{
		{"a share", "windows", `\\server\klinik\kalmia.fortegnelse`, true},
		{"a share with slashes", "windows", `//server/klinik/kalmia.fortegnelse`, true},
		{"a share by its long name", "windows", `\\?\UNC\server\klinik\kalmia.fortegnelse`, true},
		{"a disk by its long name", "windows", `\\?\C:\Users\dpo\kalmia.fortegnelse`, false},
		{"a device", "windows", `\\.\C:\kalmia.fortegnelse`, false},
		{"a disk", "windows", `C:\Users\dpo\kalmia.fortegnelse`, false},
		{"a share in GNOME", "linux", "/run/user/1000/gvfs/smb-share:server=nas,share=klinik/kalmia.fortegnelse", true},
		{"Google Drive in GNOME", "linux", "/run/user/1000/gvfs/google-drive:host=gmail.com,user=dpo/kalmia.fortegnelse", false},
		{"a folder", "linux", "/srv/gvfs", false},
		{"a stick", "darwin", "/Volumes/STICK/kalmia.fortegnelse", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := made(c.system, "").network(c.path); got != c.want {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
	if NetworkFolder(filepath.Join(t.TempDir(), "none", "x")) {
		t.Error("the folder for temporary files lies on another machine")
	}
}
