package app

import (
	"encoding/json"
	"os/user"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"fortegnelse/app/ui"
	"fortegnelse/model/words"
)

// Settings is what the program remembers of the person between two starts:
// how it looks and where the registers lie, never what stands in them.
type Settings struct{ preferences fyne.Preferences }

// Recent is a register that was open before.
type Recent struct {
	Path   string    `json:"path"`
	Name   string    `json:"name"`
	Opened time.Time `json:"opened"`
}

const recentKept = 8

// Language returns the chosen language of the screen, else the system's where
// there is a catalogue for it, else Danish.
func (s Settings) Language() string {
	have := words.Languages()
	if l := s.preferences.String("language"); slices.Contains(have, l) {
		return l
	}
	system := lang.SystemLocale().LanguageString()
	if len(system) >= 2 {
		code := map[string]string{"no": "nb", "nn": "nb"}[system[:2]]
		if code == "" {
			code = system[:2]
		}
		if slices.Contains(have, code) {
			return code
		}
	}
	return "da"
}

// SetLanguage remembers the language of the screen.
func (s Settings) SetLanguage(l string) { s.preferences.SetString("language", l) }

// Variant returns light, dark, or as the system has it.
func (s Settings) Variant() ui.Variant {
	switch v := ui.Variant(s.preferences.String("variant")); v {
	case ui.Light, ui.Dark:
		return v
	}
	return ui.System
}

// SetVariant remembers light or dark.
func (s Settings) SetVariant(v ui.Variant) { s.preferences.SetString("variant", string(v)) }

// TextSize returns the size of ordinary text.
func (s Settings) TextSize() float32 {
	return float32(s.preferences.FloatWithFallback("textSize", float64(ui.DefaultTextSize)))
}

// SetTextSize remembers the size of ordinary text.
func (s Settings) SetTextSize(size float32) { s.preferences.SetFloat("textSize", float64(size)) }

// Author returns the name that is written into the history with each change:
// the chosen one, else the system user's.
func (s Settings) Author() string {
	if a := s.preferences.String("author"); a != "" {
		return a
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "?"
}

// SetAuthor remembers the author; empty means the system user.
func (s Settings) SetAuthor(a string) { s.preferences.SetString("author", a) }

// lockMinutes are the idle minutes to choose from; 0 never locks.
var lockMinutes = []int{0, 5, 15, 30, 60}

const defaultLockMinutes = 15

// LockAfter returns how long a protected register may stay open without
// anybody working in it; 0 for ever.
func (s Settings) LockAfter() time.Duration {
	minutes := s.preferences.IntWithFallback("lockAfter", defaultLockMinutes)
	if !slices.Contains(lockMinutes, minutes) {
		minutes = defaultLockMinutes
	}
	return time.Duration(minutes) * time.Minute
}

// SetLockAfter remembers after how many idle minutes to lock.
func (s Settings) SetLockAfter(minutes int) { s.preferences.SetInt("lockAfter", minutes) }

// backupChanges are the numbers of changes to choose from after which a
// backup is made; 0 makes none but at opening.
var backupChanges = []int{0, 10, 25, 50, 100}

const defaultBackupChanges = 25

// BackUpAfter returns after how many changes a backup is made; 0 for none.
func (s Settings) BackUpAfter() int {
	n := s.preferences.IntWithFallback("backUpAfter", defaultBackupChanges)
	if !slices.Contains(backupChanges, n) {
		return defaultBackupChanges
	}
	return n
}

// SetBackUpAfter remembers after how many changes a backup is made.
func (s Settings) SetBackUpAfter(changes int) { s.preferences.SetInt("backUpAfter", changes) }

// warnedKept is of how many files it is remembered that the person was warned.
const warnedKept = 64

// Warned reports whether the person knows the risk of where a file lies.
func (s Settings) Warned(path string) bool {
	return slices.Contains(s.preferences.StringList("warned"), path)
}

// SetWarned remembers that the person knows it.
func (s Settings) SetWarned(path string) {
	known := append(s.preferences.StringList("warned"), path)
	s.preferences.SetStringList("warned", known[max(len(known)-warnedKept, 0):])
}

// Folder returns the folder used last for a purpose, or "".
func (s Settings) Folder(purpose string) string { return s.preferences.String("folder." + purpose) }

// SetFolder remembers the folder used for a purpose.
func (s Settings) SetFolder(purpose, path string) { s.preferences.SetString("folder."+purpose, path) }

// minimum is the smallest window in which nothing is cut.
var minimum = fyne.NewSize(1024, 680)

// Size returns the size of the window when it was closed last.
func (s Settings) Size() fyne.Size {
	return fyne.NewSize(
		float32(s.preferences.FloatWithFallback("width", 1280)),
		float32(s.preferences.FloatWithFallback("height", 800)),
	).Max(minimum)
}

// SetSize remembers the size of the window.
func (s Settings) SetSize(size fyne.Size) {
	s.preferences.SetFloat("width", float64(size.Width))
	s.preferences.SetFloat("height", float64(size.Height))
}

// Recents returns the registers opened last, newest first.
func (s Settings) Recents() []Recent {
	var recents []Recent
	if err := json.Unmarshal([]byte(s.preferences.String("recents")), &recents); err != nil {
		return nil // never written, or by something else: begin anew
	}
	return recents
}

// AddRecent puts a register at the head of the list.
func (s Settings) AddRecent(r Recent) {
	recents := slices.DeleteFunc(s.Recents(), func(o Recent) bool { return o.Path == r.Path })
	recents = slices.Insert(recents, 0, r)
	s.setRecents(recents[:min(len(recents), recentKept)])
}

// ForgetRecent takes a register off the list.
func (s Settings) ForgetRecent(path string) {
	s.setRecents(slices.DeleteFunc(s.Recents(), func(o Recent) bool { return o.Path == path }))
}

func (s Settings) setRecents(recents []Recent) {
	data, err := json.Marshal(recents)
	if err != nil {
		return // plain strings and times always encode
	}
	s.preferences.SetString("recents", string(data))
}
