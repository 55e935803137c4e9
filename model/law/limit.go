package law

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"fortegnelse/model"
)

// limit is a number that checks compare with. None is law where the source
// does not say so.
type limit struct {
	Code     string `json:"code"` // "review_months"
	Value    int    `json:"value"`
	Unit     string `json:"unit"` // "months", "persons", for the reader of the file
	Source   string `json:"source"`
	Verified bool   `json:"verified"`
}

// phrases are wordings that checks look for.
type phrases struct {
	List     string   `json:"list"` // "vague_purpose"
	Language string   `json:"language,omitempty"`
	Texts    []string `json:"texts"`
	Source   string   `json:"source"`
	Verified bool     `json:"verified"`
}

// Limit returns the number that checks compare with, by its code such as
// "review_months". Asking for one that the data do not have is a fault in the
// program.
func Limit(code string) int {
	n, ok := loaded().limits[code]
	if !ok {
		panic("law: no limit " + code)
	}
	return n
}

// FindPhrase returns the first wording of a list that stands in a text as
// words of their own, in whatever case, and whether there is one. The wordings
// of all languages are looked for: a register may quote any. Asking for a list
// that the data do not have is a fault in the program.
func FindPhrase(list, text string) (phrase string, found bool) {
	text = strings.ToLower(text)
	for _, p := range phrasesOf(list) {
		if containsWords(text, p) {
			return p, true
		}
	}
	return "", false
}

// IsPhrase reports whether a text is nothing but a wording of a list, beside
// blanks and punctuation.
func IsPhrase(list, text string) bool {
	text = strings.TrimFunc(strings.ToLower(text), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) })
	for _, p := range phrasesOf(list) {
		if text == p {
			return true
		}
	}
	return false
}

func phrasesOf(list string) []string {
	texts, ok := loaded().phrases[list]
	if !ok {
		panic("law: no list of phrases " + list)
	}
	return texts
}

// containsWords reports whether phrase stands in text, neither behind nor
// before a letter or digit.
func containsWords(text, phrase string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], phrase)
		if i < 0 {
			return false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(phrase):])
		first, _ := utf8.DecodeRuneInString(phrase)
		last, _ := utf8.DecodeLastRuneInString(phrase)
		if !(wordRune(before) && wordRune(first)) && !(wordRune(after) && wordRune(last)) {
			return true
		}
		from = i + len(phrase)
	}
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func (d *data) loadChecks(files fs.FS) error {
	const name = "checks.json"
	var file struct {
		Date    model.Date `json:"date"`
		Limits  []limit    `json:"limits"`
		Phrases []phrases  `json:"phrases"`

		Typical []TypicalData `json:"typical"`
	}
	if err := read(files, name, &file); err != nil {
		return err
	}
	if err := d.setTypical(file.Typical); err != nil {
		return fmt.Errorf("law data %s: %w", name, err)
	}
	d.limits, d.phrases = map[string]int{}, map[string][]string{}
	for _, l := range file.Limits {
		if _, twice := d.limits[l.Code]; twice || l.Source == "" {
			return fmt.Errorf("law data %s: limit %q stands twice or has no source", name, l.Code)
		}
		d.limits[l.Code] = l.Value
	}
	for _, p := range file.Phrases {
		if len(p.Texts) == 0 || p.Source == "" {
			return fmt.Errorf("law data %s: phrases %q without texts or source", name, p.List)
		}
		for _, text := range p.Texts {
			if strings.TrimSpace(text) == "" {
				return fmt.Errorf("law data %s: phrases %q fit any text", name, p.List)
			}
			d.phrases[p.List] = append(d.phrases[p.List], strings.ToLower(text))
		}
	}
	return nil
}
