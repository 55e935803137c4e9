package law

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"fortegnelse/model"
)

// Problem says what is wrong with a printed reference to the GDPR. Its words
// have the catalogue key "law.problem.<problem>".
type Problem string

// The problems of printed references.
const (
	Incomplete      Problem = "incomplete"        // "Art. 9, stk. 2, litra" with nothing after it
	NoSuchLetter    Problem = "no_such_letter"    // "6(1)(1)", "9(2)(k)"
	NoSuchParagraph Problem = "no_such_paragraph" // "9(7)"
	NoSuchArticle   Problem = "no_such_article"   // "artikel 100"
	NotABasis       Problem = "not_a_basis"       // "artikel 28, stk. 3": part of the GDPR, but no legal basis
	NotGDPR         Problem = "not_gdpr"          // "§§ 5-10": no reference to the GDPR at all
)

// Reading is what a printed reference says.
type Reading struct {
	// Reference is as much of the printed reference as holds: "6(1)(c)",
	// "9(2)" where the letter is missing or does not exist, "" where nothing
	// can be coded.
	Reference model.Reference
	Printed   string // as it stands in the text, never corrected
	Problem   Problem
}

// ReadReference reads one reference to the GDPR as people write it: "artikel
// 6, stk. 1, litra c", "6(1)(c)", "art. 6.1 c", "artikkel 6 nr. 1 bokstav c",
// "Artikel 6 Abs. 1 lit. a". Of several references it reads the first.
// Printed is the whole text.
func ReadReference(printed string) Reading {
	all := ReadReferences(printed)
	if len(all) == 0 {
		return Reading{Printed: printed, Problem: NotGDPR}
	}
	first := all[0]
	first.Printed = printed
	return first
}

// ReadReferences finds all references to the GDPR in a text. Several letters
// behind one another, "litra a, b og c", are as many readings. National law
// ("§ 7, stk. 3", "2 kap. 1 §") is passed over.
func ReadReferences(text string) []Reading {
	var all []Reading
	low := lowerASCII(text)
	for at := 0; at < len(low); {
		found, end := readAt(low, at, len(all) > 0)
		if end == at {
			_, size := utf8.DecodeRuneInString(low[at:])
			at += size
			continue
		}
		for _, r := range found {
			r.Printed = strings.TrimRight(text[at:end], " \t\n,")
			all = append(all, r)
		}
		at = end
	}
	return all
}

// The parts of a reference, each at the beginning of what is left to read.
var (
	articlePart   = regexp.MustCompile(`^(?:artikels?|artiklen|artikeln|artikkel|articles?|art)\.?\s*(\d{1,3})`)
	numberPart    = regexp.MustCompile(`^(\d{1,2})`)
	paragraphPart = regexp.MustCompile(`^\s*,?\s*(?:(?:stk|stykke|st|nr|nummer|punkt|pkt|ledd|abs|absatz|paragraph|para)\b\.?\s*(\d{1,2})|\(\s*(\d{1,2})\s*\)|[.:-](\d{1,2}))`)
	dottedPart    = regexp.MustCompile(`^[.:]\d`)
	firstPart     = regexp.MustCompile(`^\s*,?\s*(?:første|först|första|first)\s+(?:stycket|afsnit|avsnitt|ledd|subparagraph)`)
	letterWord    = regexp.MustCompile(`^\s*,?\s*(?:litra|lit|bokstav|bokst|led|punkt|pkt|point|letter|nr)\b\.?`)
	letterPart    = regexp.MustCompile(`^[\s,-]*(?:\(\s*([a-z0-9]{1,2})\s*\)|([a-z]|\d{1,2})\)?)`)
	joinPart      = regexp.MustCompile(`^\s*(?:,\s*)?(?:(?:og/eller|og|och|eller|and|or|samt|jf\.?|[-–/&])\s*)?(?:litra\s+|bokstav\s+)?\(?([a-j])\)?`)
	rangePart     = regexp.MustCompile(`^\s*[-–]`)
)

// readAt reads a reference that begins exactly at a place; end is at where
// there is none. Behind an earlier reference, "9.2 h" is one too.
func readAt(low string, at int, behindOther bool) (found []Reading, end int) {
	if before, _ := utf8.DecodeLastRuneInString(low[:at]); at > 0 && (isWord(before) || strings.ContainsRune("§./-–", before)) {
		return nil, at
	}
	named := true
	m := articlePart.FindStringSubmatch(low[at:])
	if m == nil {
		if m = numberPart.FindStringSubmatch(low[at:]); m == nil || national(low[:at]) {
			return nil, at
		}
		named = false
	}
	article, _ := strconv.Atoi(m[1])
	end = at + len(m[0])
	if startsWithDigit(low[end:]) {
		return nil, at
	}

	paragraph, dotted := 0, dottedPart.MatchString(low[end:])
	if p := paragraphPart.FindStringSubmatch(low[end:]); p != nil && !startsWithDigit(low[end+len(p[0]):]) {
		paragraph, _ = strconv.Atoi(p[1] + p[2] + p[3])
		end += len(p[0])
	} else if !named && strings.TrimSpace(low) != m[1] {
		return nil, at // a number alone is no reference, unless nothing else was written
	}

	letters, missing := []string(nil), false
	if paragraph > 0 {
		end += len(firstPart.FindString(low[end:]))
		letters, missing, end = readLetters(low, end)
	}
	if !named && dotted && (len(letters) == 0 || at > 0 && !behindOther) {
		return nil, at // "6.1" may be the number of a chapter
	}
	if len(letters) == 0 || missing {
		letters = []string{""}
	}
	for _, letter := range letters {
		reference, problem := judge(article, paragraph, letter)
		found = append(found, Reading{Reference: reference, Problem: problem})
	}
	return found, end
}

// readLetters reads "litra c", "(c)", " c", "litra a, b og c" or "a–c".
// Missing tells that the word is there and the letter is not.
func readLetters(low string, at int) (letters []string, missing bool, end int) {
	end = at
	word := letterWord.FindString(low[end:])
	end += len(word)
	first, bracketed, length := oneLetter(low[end:])
	switch {
	case first == "":
		return nil, word != "", end
	case word == "" && !bracketed && !strings.Contains("abcdefghij", first):
		return nil, false, at // a word or number that belongs to the text
	case first == "i" && !bracketed && beforeRegulation(low[end+length:], word != ""):
		return nil, word != "", end
	}
	end += length
	letters = []string{first}
	for {
		m := joinPart.FindStringSubmatch(low[end:])
		if m == nil || len(m[0]) == 1 && m[0] == m[1] {
			return letters, false, end
		}
		after := low[end+len(m[0]):]
		if next, _ := utf8.DecodeRuneInString(after); isWord(next) || next == '-' || m[1] == "i" && beforeRegulation(after, false) {
			return letters, false, end
		}
		if last := letters[len(letters)-1]; rangePart.MatchString(low[end:]) && last < m[1] {
			for c := last[0] + 1; c < m[1][0]; c++ {
				letters = append(letters, string(rune(c)))
			}
		}
		letters = append(letters, m[1])
		end += len(m[0])
	}
}

// oneLetter reads the letter at the beginning of s, or the number that stands
// in its place.
func oneLetter(s string) (letter string, bracketed bool, length int) {
	m := letterPart.FindStringSubmatch(s)
	if m == nil {
		return "", false, 0
	}
	if m[1] != "" {
		return m[1], true, len(m[0])
	}
	if next, _ := utf8.DecodeRuneInString(s[len(m[0]):]); isWord(next) {
		return "", false, 0
	}
	return m[2], false, len(m[0])
}

// beforeRegulation tells the letter i from the word "i" (in): "artikel 9, stk.
// 2 i forordningen". Behind "litra" it is a letter, unless the regulation
// follows.
func beforeRegulation(after string, behindWord bool) bool {
	next := strings.TrimLeft(after, " \t\n")
	if next == after || next == "" {
		return false
	}
	if behindWord {
		for _, name := range []string{"forordning", "gdpr", "databeskyttelse", "dataskydd", "person", "eu"} {
			if strings.HasPrefix(next, name) {
				return true
			}
		}
		return false
	}
	r, _ := utf8.DecodeRuneInString(next)
	return unicode.IsLetter(r)
}

// national reports whether the words before a bare number speak of national
// law: the last of "§", "kap." and the names of the regulation decides.
func national(before string) bool {
	last := func(words ...string) int {
		at := -1
		for _, w := range words {
			at = max(at, strings.LastIndex(before, w))
		}
		return at
	}
	return last("§", "kap.", "kapit", "lov ", "lovens", "loven ", "lagen") > last("art", "forordning", "förordning", "gdpr")
}

// judge holds a reference against the articles on which processing can rest.
func judge(article, paragraph int, letter string) (model.Reference, Problem) {
	switch article {
	case 6:
		return judgeLetter(article, 1, 4, "abcdef", paragraph, letter)
	case 9:
		return judgeLetter(article, 2, 4, "abcdefghij", paragraph, letter)
	case 10, 87:
		return whole(article, paragraph, 0)
	case 88:
		return whole(article, paragraph, 3)
	case 89:
		return whole(article, paragraph, 4)
	}
	if article < 1 || article > 99 {
		return "", NoSuchArticle
	}
	return "", NotABasis
}

func judgeLetter(article, basis, paragraphs int, known string, paragraph int, letter string) (model.Reference, Problem) {
	without := fmt.Sprintf("%d(%d)", article, basis)
	switch {
	case paragraph > paragraphs:
		return "", NoSuchParagraph
	case paragraph != 0 && paragraph != basis:
		return "", NotABasis
	case letter == "":
		return model.Reference(without), Incomplete
	case len(letter) != 1 || !strings.Contains(known, letter):
		return model.Reference(without), NoSuchLetter
	}
	return model.Reference(without + "(" + letter + ")"), ""
}

// whole judges an article that is a basis without a letter.
func whole(article, paragraph, paragraphs int) (model.Reference, Problem) {
	reference := model.Reference(strconv.Itoa(article))
	if paragraph > paragraphs {
		return reference, NoSuchParagraph
	}
	return reference, ""
}

// lowerASCII lowers A–Z only, so that places in the result are places in s.
func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

func startsWithDigit(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
