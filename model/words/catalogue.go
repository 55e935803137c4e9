package words

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"fortegnelse/assets"
	"fortegnelse/model"
)

// UnknownLanguageError says that there is no catalogue for a language.
type UnknownLanguageError struct {
	Language string
	Known    []string
}

func (e *UnknownLanguageError) Error() string {
	return fmt.Sprintf("unknown language %q; choose one of %s", e.Language, strings.Join(e.Known, ", "))
}

// Catalogue holds the words of one language. It may be used from several
// goroutines at once.
type Catalogue struct {
	language string
	plain    map[string]string // texts without placeholders and plurals
	keys     map[string]bool
	messages *i18n.Localizer
}

var loaded = struct {
	sync.Mutex
	catalogues map[string]*Catalogue
}{catalogues: map[string]*Catalogue{}}

// Languages returns the languages that have a catalogue, "da" first.
func Languages() []string {
	entries, err := fs.ReadDir(assets.Words(), ".")
	if err != nil {
		panic("words: " + err.Error()) // embedded
	}
	var have []string
	for _, l := range []string{"da", "sv", "nb", "en"} {
		if slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == l }) {
			have = append(have, l)
		}
	}
	return have
}

// In returns the catalogue of a language such as "da", or an
// *UnknownLanguageError.
func In(lang string) (*Catalogue, error) {
	loaded.Lock()
	defer loaded.Unlock()
	if c, ok := loaded.catalogues[lang]; ok {
		return c, nil
	}
	if !slices.Contains(Languages(), lang) {
		return nil, &UnknownLanguageError{lang, Languages()}
	}
	c, err := load(assets.Words(), lang)
	if err != nil {
		return nil, err
	}
	loaded.catalogues[lang] = c
	return c, nil
}

func load(words fs.FS, lang string) (*Catalogue, error) {
	tag, err := language.Parse(lang)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", lang, err)
	}
	c := &Catalogue{language: lang, plain: map[string]string{}, keys: map[string]bool{}}
	bundle := i18n.NewBundle(tag)
	names, err := fs.Glob(words, lang+"/*.json")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := fs.ReadFile(words, name)
		if err != nil {
			return nil, err
		}
		file, err := bundle.ParseMessageFileBytes(data, lang+".json")
		if err != nil {
			return nil, fmt.Errorf("catalogue %s: %w", name, err)
		}
		for _, m := range file.Messages {
			if c.keys[m.ID] {
				return nil, fmt.Errorf("catalogue %s: the key %q occurs twice", name, m.ID)
			}
			c.keys[m.ID] = true
		}
		var raw map[string]any
		if err := json.Unmarshal(data, &raw); err != nil {
			return nil, fmt.Errorf("catalogue %s: %w", name, err)
		}
		for key, value := range raw {
			if s, ok := value.(string); ok && !strings.Contains(s, "{{") {
				c.plain[key] = s
			}
		}
	}
	c.messages = i18n.NewLocalizer(bundle, lang)
	return c, nil
}

// Language returns the language's code, "da".
func (c *Catalogue) Language() string { return c.language }

// Keys returns all keys, sorted.
func (c *Catalogue) Keys() []string { return slices.Sorted(maps.Keys(c.keys)) }

// Has reports whether the catalogue knows a key.
func (c *Catalogue) Has(key string) bool { return c.keys[key] }

// Text returns the words for a key. Pairs fill the placeholders of the text:
// Text("export.done", "Path", path) for "… {{.Path}}". A key that is missing
// is shown as it is, in angle brackets.
func (c *Catalogue) Text(key string, pairs ...any) string {
	if s, ok := c.plain[key]; ok {
		return s
	}
	return c.message(key, nil, pairs)
}

// Count is Text for a number of things: the form of the text follows n, and
// {{.Count}} is n as the language writes it.
func (c *Catalogue) Count(key string, n int, pairs ...any) string {
	return c.message(key, n, append([]any{"Count", c.Number(n)}, pairs...))
}

func (c *Catalogue) message(key string, plural any, pairs []any) string {
	data := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		data[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	s, err := c.messages.Localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: data, PluralCount: plural})
	if err != nil {
		return "⟨" + key + "⟩"
	}
	return s
}

// Label returns the name of a field.
func (c *Catalogue) Label(f *model.Field) string { return c.Text(f.Label) }

// Help returns the help text of a field, or "".
func (c *Catalogue) Help(f *model.Field) string {
	if !c.Has(f.Help) {
		return ""
	}
	return c.Text(f.Help)
}

// Code returns the name of a code of a vocabulary. A code that is not in the
// catalogue is the register's own and shown as it is.
func (c *Catalogue) Code(vocabulary, code string) string {
	key := "code." + vocabulary + "." + code
	if code == "" || !c.Has(key) {
		return code
	}
	return c.Text(key)
}

// CodeHelp tells when to choose a code of a vocabulary, and what tells it from
// its neighbours; "" where there is no help.
func (c *Catalogue) CodeHelp(vocabulary, code string) string {
	key := "help.code." + vocabulary + "." + code
	if !c.Has(key) {
		return ""
	}
	return c.Text(key)
}

// Answer returns the words for an answer without a value: "ikke oplyst".
func (c *Catalogue) Answer(s model.State) string {
	if s == model.Unanswered {
		return c.Text("answer.unanswered")
	}
	return c.Text("answer." + string(s))
}

// Kind returns the name of an entity, "behandlingsaktivitet".
func (c *Catalogue) Kind(k model.Kind) string { return c.Text("kind." + string(k)) }

// Kinds returns the name of several of an entity, "behandlingsaktiviteter".
func (c *Catalogue) Kinds(k model.Kind) string { return c.Text("kinds." + string(k)) }
