package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fortegnelse/model/store"
)

// Every failure is one line on standard error, with the exit code that
// scripts rely on.
func TestExitCodes(t *testing.T) {
	t.Setenv("LC_ALL", "en_GB.UTF-8")
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	do := func(args ...string) (int, string, string) {
		var stdout, stderr bytes.Buffer
		code := run(t.Context(), args, &stdout, &stderr)
		return code, stdout.String(), stderr.String()
	}
	for _, name := range []string{"whole", "held", "damaged"} {
		if code, _, message := do("example", "kalmia", in(name)); code != exitDone {
			t.Fatalf("example: %d %s", code, message)
		}
	}
	s, err := store.Open(in("held"), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := os.Truncate(in("damaged"), 50_000); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(in("broken.json"), []byte(`{"format": `), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		code int
		args []string
	}{
		{"done", exitDone, []string{"show", in("whole")}},
		{"help", exitDone, []string{"help"}},
		{"no such file", exitFailed, []string{"show", in("none")}},
		{"broken JSON", exitFailed, []string{"show", in("broken.json")}},
		{"exists", exitFailed, []string{"new", in("whole")}},
		{"no such record", exitFailed, []string{"show", in("whole"), "B-99"}},
		{"no command", exitUsage, nil},
		{"unknown command", exitUsage, []string{"dance", in("whole")}},
		{"unknown flag", exitUsage, []string{"show", "-colour", "red", in("whole")}},
		{"no date", exitUsage, []string{"show", "-as-of", "yesterday", in("whole")}},
		{"a date that has not come", exitFailed, []string{"show", "-as-of", "2999-01-01", in("whole")}},
		{"before the beginning", exitFailed, []string{"show", "-as-of", "1999-01-01", in("whole")}},
		{"dates the wrong way round", exitUsage, []string{"compare", "-from", "2025-02-01", "-to", "2025-01-01", in("whole")}},
		{"unknown format", exitUsage, []string{"export", "-format", "csv", "-out", in("x"), in("whole")}},
		{"unknown language", exitUsage, []string{"export", "-format", "pdf", "-language", "tlh", "-out", in("x"), in("whole")}},
		{"unknown example", exitUsage, []string{"example", "paradise", in("x")}},
		{"damaged", exitDamaged, []string{"show", in("damaged")}},
		{"verify damaged", exitDamaged, []string{"verify", in("damaged")}},
		{"in use", exitInUse, []string{"show", in("held")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, stdout, stderr := do(c.args...)
			if code != c.code {
				t.Errorf("exit code %d, want %d: %s", code, c.code, stderr)
			}
			if c.code != exitDone && (stdout != "" || !strings.HasPrefix(stderr, "fortegn: ") || strings.Count(stderr, "\n") != 1) {
				t.Errorf("stdout %q, stderr %q; want one line on stderr", stdout, stderr)
			}
			if strings.Contains(stderr, "⟨") {
				t.Errorf("a text is missing: %s", stderr)
			}
		})
	}
	// Findings are what was asked for: they go to standard output.
	if code, stdout, stderr := do("check", in("whole")); code != exitFindings || stdout == "" || stderr != "" {
		t.Errorf("check: %d, %q, %q", code, stdout, stderr)
	}
	if _, err := os.Stat(in("x")); err == nil {
		t.Error("a command that failed has left a file")
	}
}
