package report

import (
	"strconv"
	"strings"

	"fortegnelse/model"
)

// sheet composes what is said of one record and keeps account of it.
// Composition takes what it prints; all the rest is printed by [sheet.rest],
// so that no field is ever forgotten.
type sheet struct {
	Phrases
	edition Edition
	record  model.Record
	leaves  []model.Leaf
	at      map[string]int // position in leaves by path
	taken   []bool
}

func (b *builder) sheet(rec model.Record) *sheet {
	s := &sheet{Phrases: b.Phrases, edition: b.options.Edition, record: rec, leaves: model.Leaves(rec)}
	s.at = make(map[string]int, len(s.leaves))
	s.taken = make([]bool, len(s.leaves))
	for i, l := range s.leaves {
		s.at[l.Path] = i
		s.taken[i] = s.edition == ForAuthority && Withheld(l.Field)
	}
	return s
}

// Withheld reports whether the edition for the authority leaves a field out:
// the clinic's own notes on its work, and names that only machines use.
func Withheld(f *model.Field) bool {
	switch f.Path {
	case "id", "tags", "notes", "reviewedOn", "reviewedBy", "reviewEvery", "nextReview", "evidence[].line", "evidence[].remark":
		return true
	}
	return f.Name == "key" && f.Owner == "data_item"
}

// take notes that what stands at the paths has been said.
func (s *sheet) take(paths ...string) {
	for _, p := range paths {
		if i, ok := s.at[p]; ok {
			s.taken[i] = true
		}
	}
}

// takeAll notes that all below a path has been said.
func (s *sheet) takeAll(prefix string) {
	for i, l := range s.leaves {
		if under(l.Path, prefix) {
			s.taken[i] = true
		}
	}
}

// under reports whether path is prefix or lies below it.
func under(path, prefix string) bool {
	rest, ok := strings.CutPrefix(path, prefix)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// say takes what stands at a path and returns it in words.
func (s *sheet) say(path string) Text {
	i, ok := s.at[path]
	if !ok || s.taken[i] {
		return nil
	}
	s.taken[i] = true
	return s.Value(s.record, s.leaves[i])
}

// answer is say for a question that Art. 30 asks: where nobody has answered
// it, that is said.
func (s *sheet) answer(path string) Text {
	if t := s.say(path); t != nil {
		return t
	}
	return s.Answer(model.Unanswered)
}

// label returns the name of the field at a path.
func (s *sheet) label(path string) string {
	f, ok := model.FieldAt(s.record.Kind(), path)
	if !ok {
		return path
	}
	return s.Words.Label(f)
}

// pairs takes the fields at the paths, each with its label; those that say
// nothing are left out.
func (s *sheet) pairs(paths ...string) []Pair {
	var out []Pair
	for _, p := range paths {
		if t := s.below(p); t != nil {
			out = append(out, Pair{s.label(p), t})
		}
	}
	return out
}

// below takes all that is said at a path and below it, as one text.
func (s *sheet) below(path string) Text {
	if i, ok := s.at[path]; ok {
		if s.taken[i] {
			return nil
		}
		return s.say(path)
	}
	var parts []Text
	for i, l := range s.leaves {
		if !s.taken[i] && under(l.Path, path) {
			s.taken[i] = true
			parts = append(parts, join(": ", Say(s.Words.Label(l.Field)), s.Value(s.record, l)))
		}
	}
	return join("; ", parts...)
}

// spread takes all below a path as pairs of their own.
func (s *sheet) spread(path string) []Pair {
	var out []Pair
	for i, l := range s.leaves {
		if s.taken[i] || !under(l.Path, path) {
			continue
		}
		if parent := listEntry(l.Path, path); parent != "" {
			out = append(out, Pair{s.numbered(parent), s.below(parent)})
			continue
		}
		s.taken[i] = true
		out = append(out, Pair{s.Words.Label(l.Field), s.Value(s.record, l)})
	}
	return out
}

// rest returns all that has not been taken, entry by entry.
func (s *sheet) rest() []Pair {
	var out []Pair
	for i, l := range s.leaves {
		if s.taken[i] {
			continue
		}
		top, _, nested := strings.Cut(l.Path, ".")
		switch {
		case strings.HasSuffix(top, "]"):
			out = append(out, Pair{s.numbered(top), s.below(top)})
		case nested:
			out = append(out, Pair{s.label(top), s.below(top)})
		default:
			s.taken[i] = true
			out = append(out, Pair{s.Words.Label(l.Field), s.Value(s.record, l)})
		}
	}
	return out
}

// restText is rest on a few lines of small print, for a row of a table.
func (s *sheet) restText() Text {
	var parts []Text
	for _, p := range s.rest() {
		parts = append(parts, join(": ", Say(p.Label), p.Value))
	}
	return join("; ", parts...).in(Aside)
}

// listEntry returns the path of the entry of a list below prefix that path
// lies in, or "".
func listEntry(path, prefix string) string {
	rest := path[len(prefix):]
	if i := strings.IndexByte(rest, ']'); i >= 0 {
		return prefix + rest[:i+1]
	}
	return ""
}

// numbered returns the label of an entry of a list, with its number where
// there are several: "Kontakt 2".
func (s *sheet) numbered(path string) string {
	label := s.label(path)
	open := strings.LastIndexByte(path, '[')
	if open < 0 || model.Len(s.record, path[:open]) < 2 {
		return label
	}
	n, err := strconv.Atoi(strings.TrimSuffix(path[open+1:], "]"))
	if err != nil {
		return label
	}
	return label + " " + strconv.Itoa(n+1)
}

// place names a path within its record: "Retsgrundlag (formål 3)", "Kilder
// (personoplysninger 2.1)" for the first item of the second group.
func (s *sheet) place(path string) string {
	f, ok := model.FieldAt(s.record.Kind(), path)
	if !ok {
		return path
	}
	label := s.Words.Label(f) + position(path)
	i := strings.LastIndexByte(path, '.')
	if i < 0 {
		return label
	}
	outer, ok := model.FieldAt(s.record.Kind(), path[:i])
	if !ok {
		return label
	}
	return label + " (" + lower(s.Words.Label(outer)) + position(path[:i]) + ")"
}

// position returns " 3" for a path that ends in "[2]", and " 2.3" for one that
// ends in "[2]" of the second entry of another list.
func position(path string) string {
	if !strings.HasSuffix(path, "]") {
		return ""
	}
	var at []string
	for _, step := range strings.Split(path, ".") {
		if _, number, listed := strings.Cut(strings.TrimSuffix(step, "]"), "["); listed {
			n, err := strconv.Atoi(number)
			if err != nil {
				return ""
			}
			at = append(at, strconv.Itoa(n+1))
		}
	}
	return " " + strings.Join(at, ".")
}

// lower writes the first letter small, unless the word is an abbreviation.
func lower(s string) string {
	r := []rune(s)
	second := 1
	if len(r) > 2 && r[1] == '-' { // "E-post", but not "E-01"
		second = 2
	}
	if len(r) < 2 || strings.ToUpper(string(r[second])) == string(r[second]) {
		return s
	}
	return strings.ToLower(string(r[0])) + string(r[1:])
}
