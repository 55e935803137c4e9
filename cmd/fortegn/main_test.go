package main

import (
	"bytes"
	"errors"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"
	bolt "go.etcd.io/bbolt"

	"fortegnelse/assets"
	"fortegnelse/model"
	"fortegnelse/model/store"
	"fortegnelse/model/words"
)

var update = flag.Bool("update", false, "write the expected output in the scripts anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"fortegn": main})
}

// The scripts in testdata read like a manual: they show each command, and
// what it says when something is wrong. Each finds spring.fortegnelse, a
// register with a past, see spring.
func TestScripts(t *testing.T) {
	past, err := os.ReadFile(spring(t))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("LC_ALL", "")
			e.Setenv("LC_MESSAGES", "")
			e.Setenv("LANG", "en_GB.UTF-8")
			e.Setenv("TZ", "UTC")
			e.Setenv("FORTEGNELSE_AUTHOR", "dpo")
			return os.WriteFile(filepath.Join(e.WorkDir, "spring.fortegnelse"), past, 0o600)
		},
		// Permissions do not hold for root, and Windows has others.
		Condition: func(name string) (bool, error) {
			return name == "permissions" && runtime.GOOS != "windows" && os.Geteuid() != 0, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"hold": hold, "cut": cut, "retitle": retitle, "drop": drop, "renumber": renumber, "follows": follows,
			"found": found, "swap": swap, "keep": keep, "status": status,
			"zeros": zeros, "spoil": spoil, "now": now,
			"tomorrow": tomorrow, "point": point,
		},
	})
}

// hold opens a register in this process, so that the program finds it in use.
// A second argument is its passphrase.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	var secret store.Secret
	if len(args) > 1 {
		secret = store.Secret(args[1])
	}
	s, err := store.Open(ts.MkAbs(args[0]), secret)
	ts.Check(err)
	ts.Defer(func() { ts.Check(s.Close()) })
}

// found fails unless some file of a folder contains a text; "! found" fails if
// one does.
func found(ts *testscript.TestScript, not bool, args []string) {
	in := ""
	files := 0
	ts.Check(filepath.WalkDir(ts.MkAbs(args[1]), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		data, err := os.ReadFile(path)
		if bytes.Contains(data, []byte(args[0])) {
			in = path
		}
		return err
	}))
	switch {
	case files == 0:
		ts.Fatalf("%s is empty", args[1])
	case not && in != "":
		ts.Fatalf("%s contains %q", in, args[0])
	case !not && in == "":
		ts.Fatalf("none of %d files contains %q", files, args[0])
	}
}

// swap lets two records change places, as somebody would who does not know the
// passphrase. No checksum tells.
func swap(ts *testscript.TestScript, _ bool, args []string) {
	db, err := bolt.Open(ts.MkAbs(args[0]), 0o600, nil)
	ts.Check(err)
	ts.Check(db.Update(func(tx *bolt.Tx) error {
		records := tx.Bucket([]byte("records"))
		cursor := records.Cursor()
		one, first := cursor.First()
		two, second := cursor.Next()
		first, second = bytes.Clone(first), bytes.Clone(second)
		return errors.Join(records.Put(bytes.Clone(one), second), records.Put(bytes.Clone(two), first))
	}))
	ts.Check(db.Close())
}

// status runs fortegn and fails unless it ends with an exit code.
func status(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec("fortegn", args[1:]...)
	code := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if want := args[0]; strconv.Itoa(code) != want {
		ts.Fatalf("exit code %d, want %s", code, want)
	}
}

// cut shortens the files of a pattern to so many bytes.
func cut(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	files, err := filepath.Glob(ts.MkAbs(args[0]))
	ts.Check(err)
	if len(files) == 0 {
		ts.Fatalf("there is no %s", args[0])
	}
	for _, file := range files {
		ts.Check(os.Truncate(file, size))
	}
}

// keep writes the recovery key that was printed last into a file.
func keep(ts *testscript.TestScript, _ bool, args []string) {
	key := regexp.MustCompile(`(?m)^    (.*)$`).FindStringSubmatch(ts.ReadFile("stdout"))
	if key == nil {
		ts.Fatalf("no recovery key was printed")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(key[1]+"\n"), 0o600))
}

// retitle gives an activity another title, as the window would.
func retitle(ts *testscript.TestScript, _ bool, args []string) {
	s, err := store.Open(ts.MkAbs(args[0]), nil)
	ts.Check(err)
	rec, ok := s.Register().Numbered(args[1])
	if !ok {
		ts.Fatalf("there is no %s", args[1])
	}
	rec = model.Clone(rec)
	ts.Check(model.Set(rec, "title", args[2]))
	_, err = s.Save(model.Change{Put: []model.Record{rec}, Reason: "a clearer title"}, "dpo")
	ts.Check(err)
	ts.Check(s.Close())
}

// drop deletes records in one change, as the window would.
func drop(ts *testscript.TestScript, _ bool, args []string) {
	s, err := store.Open(ts.MkAbs(args[0]), nil)
	ts.Check(err)
	var change model.Change
	for _, number := range args[1:] {
		rec, ok := s.Register().Numbered(number)
		if !ok {
			ts.Fatalf("there is no %s", number)
		}
		change.Delete = append(change.Delete, rec.Meta().ID)
	}
	_, err = s.Save(change, "dpo")
	ts.Check(err)
	ts.Check(s.Close())
}

// renumber gives a record another number, as the window would.
func renumber(ts *testscript.TestScript, _ bool, args []string) {
	s, err := store.Open(ts.MkAbs(args[0]), nil)
	ts.Check(err)
	rec, ok := s.Register().Numbered(args[1])
	if !ok {
		ts.Fatalf("there is no %s", args[1])
	}
	rec = model.Clone(rec)
	rec.Meta().Number = args[2]
	_, err = s.Save(model.Change{Put: []model.Record{rec}}, "dpo")
	ts.Check(err)
	ts.Check(s.Close())
}

// follows fails unless a JSON file follows a schema.
func follows(ts *testscript.TestScript, _ bool, args []string) {
	schema, err := fs.ReadFile(assets.Schema(), args[0])
	ts.Check(err)
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	ts.Check(err)
	c := jsonschema.NewCompiler()
	ts.Check(c.AddResource(args[0], document))
	compiled, err := c.Compile(args[0])
	ts.Check(err)
	data, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(ts.ReadFile(args[1]))))
	ts.Check(err)
	ts.Check(compiled.Validate(data))
}

// Every command and flag has words in every language, and an example.
func TestEveryCommandHasHelp(t *testing.T) {
	for _, lang := range words.Languages() {
		c, err := words.In(lang)
		if err != nil {
			t.Fatal(err)
		}
		p := &program{words: c}
		for _, command := range commands() {
			if !c.Has(command.key()) || command.example == "" {
				t.Errorf("%s: the command %s has no help", lang, command.name)
			}
			f := flag.NewFlagSet(command.name, flag.ContinueOnError)
			command.declare(p, f)
			f.VisitAll(func(fl *flag.Flag) {
				if !c.Has("cli.flag."+fl.Name) && fl.Name != "format" || fl.Usage == "" {
					t.Errorf("%s: the flag -%s of %s has no help", lang, fl.Name, command.name)
				}
			})
		}
		for _, r := range reasons {
			if !c.Has("cli.error." + r.key) {
				t.Errorf("%s: no words for %v", lang, r.err)
			}
		}
		for _, r := range parseReasons {
			if !c.Has("cli.json." + r.key) {
				t.Errorf("%s: no words for %v", lang, r.err)
			}
		}
	}
}

func TestMessageLanguage(t *testing.T) {
	for _, c := range []struct{ name, all, lang, want string }{
		{"nothing set", "", "", "en"},
		{"Danish", "", "da_DK.UTF-8", "da"},
		{"LC_ALL wins", "da_DK", "en_US.UTF-8", "da"},
		{"no language", "C", "da_DK", "en"},
		{"one without a catalogue", "", "fr_FR.UTF-8", "en"},
	} {
		t.Run(c.name, func(t *testing.T) {
			env := map[string]string{"LC_ALL": c.all, "LANG": c.lang}
			if got := messageLanguage(func(name string) string { return env[name] }); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestScriptsAreThere(t *testing.T) {
	for _, c := range commands() {
		if _, err := os.Stat(filepath.Join("testdata", strings.Fields(c.name)[0]+".txt")); err != nil {
			t.Errorf("the command %s has no script: %v", c.name, err)
		}
	}
}
