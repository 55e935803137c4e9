package main

import (
	"bytes"
	"os"
	"strconv"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// now lets a variable of the script be the time that it is.
func now(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv(args[0], time.Now().UTC().Format(time.RFC3339Nano))
}

// zeros makes a file of so many bytes.
func zeros(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), nil, 0o600))
	ts.Check(os.Truncate(ts.MkAbs(args[0]), size))
}

// spoil changes the first letter of a text in a file, wherever it stands.
func spoil(ts *testscript.TestScript, _ bool, args []string) {
	path, text := ts.MkAbs(args[0]), []byte(args[1])
	data, err := os.ReadFile(path)
	ts.Check(err)
	if !bytes.Contains(data, text) {
		ts.Fatalf("%s does not contain %q", path, text)
	}
	changed := bytes.Clone(text)
	changed[0] ^= 1
	ts.Check(os.WriteFile(path, bytes.ReplaceAll(data, text, changed), 0o600))
}
