//go:build window

package main_test

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

var programs = flag.String("programs", "", "folder holding the built programs fortegnelse and fortegn")

// TestWindow runs the real program in a real window: it opens a copy of the
// Kalmia register, an activity is changed by keyboard alone, the program is
// left, and the command line finds the change in the file.
func TestWindow(t *testing.T) {
	if *programs == "" {
		t.Fatal("run this by make test-window, which builds the programs first")
	}
	var (
		pictures = filepath.Join(*programs, "window")
		register = filepath.Join(t.TempDir(), "kalmia.fortegnelse")
	)
	fortegn(t, "example", "kalmia", register)
	if before := fortegn(t, "show", "-format", "json", register); bytes.Contains(before, []byte(typed)) {
		t.Fatalf("the register holds %q before it was typed", typed)
	}

	w := startScreen(t).open(pictures, filepath.Join(*programs, "fortegnelse"), register)
	stored := read(t, register)
	editActivity(w)
	w.until("the file has changed", func() bool { return !bytes.Equal(read(t, register), stored) })
	w.see("saved")
	w.close()

	if after := fortegn(t, "show", "-format", "json", register); !bytes.Contains(after, []byte(typed)) {
		t.Errorf("the register does not hold %q, which was typed and saved", typed)
	}
}

// typed is what editActivity adds to the title of the first activity.
const typed = "Set i vinduet"

// editActivity opens the first activity of the list, adds to its title and
// leaves the field, which saves it. Keys only.
func editActivity(w *window) {
	w.untilTitle("Kalmia")
	w.see("opened")
	w.press("Home", "Return")
	w.untilTitle("B-01")
	w.press("ctrl+1", "End") // the first section, which begins with the title
	w.write(" " + typed)
	w.press("Tab")
}

// fortegn runs the command line and returns what it prints.
func fortegn(t *testing.T, arguments ...string) []byte {
	t.Helper()
	var out, said bytes.Buffer
	command := exec.Command(filepath.Join(*programs, "fortegn"), arguments...)
	command.Stdout, command.Stderr = &out, &said
	if err := command.Run(); err != nil {
		t.Fatalf("fortegn %v: %v: %s", arguments, err, said.String())
	}
	return out.Bytes()
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
