package listing

import (
	"bytes"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"fortegnelse/model/words"
)

// By returns a comparison of rows by a text, in the order in which the
// language of the screen sorts.
func By[T any](c *words.Catalogue, text func(T) string) func(a, b T) int {
	sorter := collate.New(tag(c.Language()), collate.IgnoreCase, collate.Numeric)
	var buffer collate.Buffer
	keys := map[string][]byte{}
	key := func(s string) []byte {
		k, known := keys[s]
		if !known {
			k = bytes.Clone(sorter.KeyFromString(&buffer, s))
			buffer.Reset()
			keys[s] = k
		}
		return k
	}
	return func(a, b T) int { return bytes.Compare(key(text(a)), key(text(b))) }
}

// tag returns the language whose collation is right: that of x/text for
// bokmål puts Æ before O, that for nynorsk does not.
func tag(lang string) language.Tag {
	if lang == "nb" {
		return language.Make("nn")
	}
	return language.Make(lang)
}
