package words

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"testing"

	"fortegnelse/assets"
)

// A message as it stands in a catalogue file: its plural forms, or one text
// under "".
type message map[string]string

// messages reads the files of a language as they are, past the loader.
func messages(t *testing.T, lang string) map[string]message {
	t.Helper()
	all := map[string]message{}
	names, err := fs.Glob(assets.Words(), lang+"/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("%s has no files: %v", lang, err)
	}
	for _, name := range names {
		content, err := fs.ReadFile(assets.Words(), name)
		if err != nil {
			t.Fatal(err)
		}
		var file map[string]any
		if err := json.Unmarshal(content, &file); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for key, value := range file {
			m := message{}
			switch value := value.(type) {
			case string:
				m[""] = value
			case map[string]any:
				for form, text := range value {
					m[form] = fmt.Sprint(text)
				}
			default:
				t.Fatalf("%s: %s is neither a text nor plural forms", name, key)
			}
			all[key] = m
		}
	}
	return all
}

// texts returns the forms of a message in a fixed order.
func (m message) texts() []string {
	var texts []string
	for _, form := range slices.Sorted(maps.Keys(m)) {
		texts = append(texts, m[form])
	}
	return texts
}

var placeholder = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

// placeholders returns the names that the forms of a message fill in, each
// once, sorted.
func (m message) placeholders() []string {
	names := map[string]bool{}
	for _, text := range m {
		for _, found := range placeholder.FindAllStringSubmatch(text, -1) {
			names[found[1]] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

func (m message) plural() bool { return m[""] == "" && len(m) > 0 }
