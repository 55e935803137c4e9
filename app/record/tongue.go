package record

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// tongue is the language of the page: the catalogue and what is made of it
// once.
type tongue struct {
	Words     *words.Catalogue
	Register  *model.Register
	widgets   ui.Words
	countries *countries
}

func newTongue(c *words.Catalogue, r *model.Register) tongue {
	return tongue{c, r, ui.WordsIn(c), &countries{}}
}

// Text returns the words for a key.
func (t tongue) Text(key string, pairs ...any) string { return t.Words.Text(key, pairs...) }

// capital begins a word with a capital letter.
func capital(s string) string {
	_, first := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:first]) + s[first:]
}

func itoa(i int) string { return strconv.Itoa(i) }

// atoi reads a position in a path.
func atoi(s string) int {
	i, err := strconv.Atoi(s)
	if err != nil {
		panic("record: no position: " + s) // paths are made here
	}
	return i
}
