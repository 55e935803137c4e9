// Package cmd_test holds the house together: which package may import which.
package cmd_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "fortegnelse"

// An arrow forbids the packages in from to import the packages in to, except
// those in but. A pattern is an import path; with /... at its end it also
// stands for everything below.
type arrow struct {
	name  string
	from  []string
	but   []string // packages of from that may
	to    []string
	tests bool // test files must keep to it too
}

var arrows = []arrow{{
	name:  "nothing imports the programs",
	from:  []string{"fortegnelse/..."},
	to:    []string{"fortegnelse/cmd/..."},
	tests: true,
}, {
	name: "assets import nothing of the module",
	from: []string{"fortegnelse/assets/..."},
	to:   []string{"fortegnelse/..."},
}, {
	name:  "the model points at nothing above it",
	from:  []string{"fortegnelse/model/..."},
	to:    []string{"fortegnelse/app/...", "fortegnelse/export/..."},
	tests: true,
}, {
	name: "the entities know neither the file, the rules, the law nor the words",
	from: []string{"fortegnelse/model"},
	to:   []string{"fortegnelse/model/...", "fortegnelse/assets/..."},
}, {
	name: "entities, law and rules are pure: no files",
	from: []string{"fortegnelse/model", "fortegnelse/model/law/...", "fortegnelse/model/check/..."},
	to:   []string{"os", "path/filepath", "syscall"},
}, {
	name: "law and rules do not know the file",
	from: []string{"fortegnelse/model/law/...", "fortegnelse/model/check/..."},
	to:   []string{"fortegnelse/model/store/..."},
}, {
	name: "exports know neither the window nor the file",
	from: []string{"fortegnelse/export/..."},
	to:   []string{"fortegnelse/app/...", "fortegnelse/model/store/..."},
}, {
	name: "screens work through an interface, the program hands them the file",
	from: []string{"fortegnelse/app/..."},
	to:   []string{"fortegnelse/model/store/..."},
}, {
	name:  "only the desktop program runs Fyne",
	from:  []string{"fortegnelse/..."},
	but:   []string{"fortegnelse/cmd/fortegnelse"},
	to:    []string{"fyne.io/fyne/v2/app"},
	tests: true,
}, {
	name:  "only what the person sees uses Fyne",
	from:  []string{"fortegnelse/..."},
	but:   []string{"fortegnelse/cmd/fortegnelse", "fortegnelse/app/..."},
	to:    []string{"fyne.io/..."},
	tests: true,
}, {
	name: "only the store uses bbolt",
	from: []string{"fortegnelse/..."},
	but:  []string{"fortegnelse/model/store/..."},
	to:   []string{"go.etcd.io/bbolt/..."},
}, {
	name: "only the workbook uses excelize",
	from: []string{"fortegnelse/..."},
	but:  []string{"fortegnelse/export/xlsx/..."},
	to:   []string{"github.com/xuri/..."},
}, {
	name: "only the PDF uses gofpdf",
	from: []string{"fortegnelse/..."},
	but:  []string{"fortegnelse/export/pdf/..."},
	to:   []string{"github.com/jung-kurt/gofpdf/..."},
}, {
	name:  "screens leave the libraries of files alone in tests too",
	from:  []string{"fortegnelse/app/..."},
	to:    []string{"go.etcd.io/bbolt/...", "github.com/xuri/...", "github.com/jung-kurt/gofpdf/..."},
	tests: true,
}, {
	name:  "no socket, ever",
	from:  []string{"fortegnelse/..."},
	to:    []string{"net", "net/http/...", "net/rpc/...", "net/smtp", "net/textproto", "golang.org/x/net/..."},
	tests: true,
}, {
	name: "no other program is started below the programs",
	from: []string{"fortegnelse/..."},
	but:  []string{"fortegnelse/cmd/..."},
	to:   []string{"os/exec"},
}}

func TestArrows(t *testing.T) {
	files := sources(t)
	for _, arrow := range arrows {
		t.Run(arrow.name, func(t *testing.T) {
			for _, broken := range arrow.broken(files) {
				t.Error(broken)
			}
		})
	}
}

// TestArrowsPointDown proves that an arrow finds what it forbids.
func TestArrowsPointDown(t *testing.T) {
	files := []source{
		{path: "model/a.go", from: "fortegnelse/model", imports: []string{"errors", "fortegnelse/model/store"}},
		{path: "model/a_test.go", from: "fortegnelse/model", test: true, imports: []string{"fortegnelse/model/store"}},
		{path: "modelling/a.go", from: "fortegnelse/modelling", imports: []string{"fortegnelse/model/store"}},
		{path: "model/law/a.go", from: "fortegnelse/model/law", imports: []string{"fortegnelse/model/storehouse"}},
	}
	tests := []struct {
		name  string
		arrow arrow
		want  []string
	}{
		{"one package", arrow{from: []string{"fortegnelse/model"}, to: []string{"fortegnelse/model/store"}},
			[]string{"model/a.go: fortegnelse/model imports fortegnelse/model/store"}},
		{"tests as well", arrow{from: []string{"fortegnelse/model"}, to: []string{"fortegnelse/model/store"}, tests: true},
			[]string{"model/a.go: fortegnelse/model imports fortegnelse/model/store",
				"model/a_test.go: fortegnelse/model imports fortegnelse/model/store"}},
		{"all but", arrow{from: []string{"fortegnelse/..."}, but: []string{"fortegnelse/model/..."}, to: []string{"fortegnelse/model/store/..."}},
			[]string{"modelling/a.go: fortegnelse/modelling imports fortegnelse/model/store"}},
		{"kept", arrow{from: []string{"fortegnelse/..."}, to: []string{"net"}}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.arrow.broken(files); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestTopLevel holds the five folders in which code may lie.
func TestTopLevel(t *testing.T) {
	allowed := []string{"app", "assets", "cmd", "export", "model"}
	seen := make(map[string]string)
	for _, file := range sources(t) {
		top, _, inside := strings.Cut(file.path, "/")
		if !inside {
			top = "."
		}
		if !slices.Contains(allowed, top) {
			seen[top] = file.path
		}
	}
	for _, top := range slices.Sorted(maps.Keys(seen)) {
		t.Errorf("code in %s (%s): it may lie in %s only", top, seen[top], strings.Join(allowed, ", "))
	}
}

// TestCommandLineIsBare looks through everything that cmd/fortegn is built
// from, third parties included: it must run where there is no screen and no C.
func TestCommandLineIsBare(t *testing.T) {
	list := exec.Command("go", "list", "-buildvcs=false", "-deps",
		"-f", "{{.ImportPath}} {{if and .CgoFiles (not .Standard)}}cgo{{end}}", module+"/cmd/fortegn")
	list.Env = append(os.Environ(), "CGO_ENABLED=1")
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		dependency, cgo, _ := strings.Cut(strings.TrimSpace(line), " ")
		if matches("fyne.io/...", dependency) || matches("github.com/go-gl/...", dependency) {
			t.Errorf("cmd/fortegn is built from %s", dependency)
		}
		if cgo != "" {
			t.Errorf("cmd/fortegn is built from %s, which needs cgo", dependency)
		}
	}
}

// broken says which files break an arrow.
func (a arrow) broken(files []source) []string {
	var said []string
	for _, file := range files {
		if file.test && !a.tests || !matchesAny(a.from, file.from) || matchesAny(a.but, file.from) {
			continue
		}
		for _, imported := range file.imports {
			if matchesAny(a.to, imported) && imported != file.from {
				said = append(said, file.path+": "+file.from+" imports "+imported)
			}
		}
	}
	return said
}

func matchesAny(patterns []string, importPath string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool { return matches(pattern, importPath) })
}

func matches(pattern, importPath string) bool {
	if root, below := strings.CutSuffix(pattern, "/..."); below {
		return importPath == root || strings.HasPrefix(importPath, root+"/")
	}
	return importPath == pattern
}

// source is one Go file and what it imports.
type source struct {
	path    string // from the module's root, with slashes
	from    string // import path of its package
	test    bool
	imports []string
}

// sources reads the imports of every Go file of the module, whatever build tags
// and systems it is for. That go test sees each file being read also means that
// it does not answer from its cache when one has changed.
func sources(t *testing.T) []source {
	t.Helper()
	root := os.DirFS("..")
	var files []source
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata" || name == "out"):
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", filepath.FromSlash(name)), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		file := source{path: name, from: path.Join(module, path.Dir(name)), test: strings.HasSuffix(name, "_test.go")}
		for _, imported := range parsed.Imports {
			importPath, err := strconv.Unquote(imported.Path.Value)
			if err != nil {
				return err
			}
			file.imports = append(file.imports, importPath)
		}
		files = append(files, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("found no Go file")
	}
	return files
}
