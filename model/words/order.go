package words

import (
	"bytes"
	"cmp"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Order sorts texts as a language does: æ, ø, å behind z in Danish and
// Norwegian, aa as å; å, ä, ö in Swedish. Capitals do not count, and numbers
// sort by their value, so that B-2 comes before B-10. An Order keeps the keys
// of the texts that it has seen and must not be used from several goroutines
// at once.
type Order struct {
	collator *collate.Collator
	buffer   collate.Buffer
	keys     map[string][]byte
}

// OrderOf returns the order of a language such as "da". An unknown language
// sorts by the root order of Unicode.
func OrderOf(lang string) *Order {
	if lang == "nb" {
		lang = "nn" // the tables for bokmål put æ before o; those for nynorsk are right for both
	}
	return &Order{
		collator: collate.New(language.Make(lang), collate.IgnoreCase, collate.Numeric),
		keys:     map[string][]byte{},
	}
}

// Key returns a text's sort key: keys compare byte by byte as their texts
// sort. It must not be changed.
func (o *Order) Key(text string) []byte {
	key, known := o.keys[text]
	if !known {
		key = bytes.Clone(o.collator.KeyFromString(&o.buffer, text))
		o.buffer.Reset()
		o.keys[text] = key
	}
	return key
}

// Compare returns a negative number if a sorts before b, and a positive one
// if it sorts behind. Texts that sort alike, such as "Navn" and "navn", are
// told apart by their bytes, so that a list has one order only.
func (o *Order) Compare(a, b string) int {
	return cmp.Or(bytes.Compare(o.Key(a), o.Key(b)), cmp.Compare(a, b))
}
