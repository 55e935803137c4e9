// Command fortegnelse is the desktop program: it opens a register in a window.
//
//	fortegnelse [-log FILE] [-screenshots DIR] [FILE]
//
// FILE is a register (*.fortegnelse) or an export of one (*.json). Without it
// the start screen is shown.
package main

import (
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"fortegnelse/app"
)

// version is set by the linker from FyneApp.toml.
var version = "dev"

// applicationID names the program to the system; it is also in FyneApp.toml.
const applicationID = "dk.fortegnelse.app"

func main() { os.Exit(run(os.Args[1:], os.Stderr)) }

// run starts the program and returns its exit code: 0 done, 1 failed, 2 wrong
// usage.
func run(args []string, stderr io.Writer) int {
	flags := flag.NewFlagSet("fortegnelse", flag.ContinueOnError)
	flags.SetOutput(stderr)
	pictures := flags.String("screenshots", "", "draw every screen as PNG into this `folder` and end (needs a build with the tag ci)")
	logFile := flags.String("log", "", "write the log to this `file` instead of standard error")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: fortegnelse [-log FILE] [-screenshots DIR] [FILE]")
		flags.PrintDefaults()
	}
	switch err := flags.Parse(args); {
	case err == flag.ErrHelp:
		return 0
	case err != nil:
		return 2
	case flags.NArg() > 1:
		fmt.Fprintln(stderr, "fortegnelse: open one register at a time")
		return 2
	}
	if *logFile != "" {
		f, err := os.OpenFile(*logFile, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
		if err != nil {
			fmt.Fprintf(stderr, "fortegnelse: opening the log: %v\n", err)
			return 1
		}
		defer f.Close() // ends with the program
		slog.SetDefault(slog.New(slog.NewTextHandler(f, nil)))
		if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
			slog.Warn("a crash will not be logged", "error", err)
		}
	}
	fyneapp.SetMetadata(fyne.AppMetadata{ID: applicationID, Name: "Fortegnelse", Version: version})
	a := fyneapp.NewWithID(applicationID)
	if *pictures != "" {
		if err := screenshots(a, *pictures); err != nil {
			fmt.Fprintf(stderr, "fortegnelse: drawing the screens: %v\n", err)
			return 1
		}
		return 0
	}
	desk := app.New(a, files{}, version, time.Now)
	a.Lifecycle().SetOnStarted(desk.Started)
	if path := flags.Arg(0); path != "" {
		desk.Bring(path)
	}
	desk.Window().ShowAndRun()
	return 0
}
