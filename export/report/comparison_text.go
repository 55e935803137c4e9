package report

import (
	"strings"
	"time"
	"unicode/utf8"

	"fortegnelse/model"
	"fortegnelse/model/words"
)

// absentSign stands where one side has nothing that could be answered.
const absentSign = "–"

// single says a field that holds no other fields, or that nobody has filled
// in.
func (s side) single(f *model.Field, b *branch) Text {
	if b.own != nil {
		return s.say(*b.own)
	}
	if asksForAnswer(f) {
		return s.Answer(model.Unanswered)
	}
	return styled(absentSign, Muted)
}

// entry says what stands in a list in place of an entry that is not there:
// the answer to the whole list where it has no entries.
func (s side) entry(f *model.Field, b *branch) Text {
	if len(b.entries) > 0 {
		return styled(absentSign, Muted)
	}
	return s.single(f, b)
}

// asksForAnswer reports whether an empty field is a question that is open.
func asksForAnswer(f *model.Field) bool { return f.Answer || f.Required || f.Letter != "" }

// valueSign stands between several values.
const valueSign = "; "

// say says what stands at one place, each of several values in a run of its
// own.
func (s side) say(l model.Leaf) Text {
	if l.State != model.Given || l.Field.Type == model.TypeGroup || len(l.Values) == 0 {
		return s.Value(s.record, l)
	}
	var out Text
	for i, v := range l.Values {
		if i > 0 {
			out = append(out, Run{Text: valueSign})
		}
		out = append(out, s.one(l, v)...)
	}
	return out
}

// one says one value. What names a place in the record is said in the
// record's words.
func (s side) one(l model.Leaf, v string) Text {
	switch {
	case l.Field.Type == model.TypeSub:
		return Say(s.subProcessor(v))
	case l.Field.Path == evidenceField:
		return Say((&sheet{Phrases: s.Phrases, record: s.record}).place(v))
	}
	l.Values = []string{v}
	return s.Value(s.record, l)
}

// subProcessor names a sub-processor by its key.
func (s side) subProcessor(key string) string {
	if processor, ok := s.record.(*model.Processor); ok {
		for _, sub := range processor.SubProcessors.Value {
			switch {
			case sub.Key != key:
			case sub.Party != "":
				return s.Link(sub.Party)
			case sub.Text != "":
				return sub.Text
			}
		}
	}
	return key
}

// titlePaths are the fields that an entry of a list is called by.
var titlePaths = []string{"text", "title", "right", "item", "party", "processor", "record"}

// longTitle is how many letters of a title are shown among labels.
const longTitle = 36

// title returns what a person calls an entry of a list; it may be empty.
func (s side) title(g group) string {
	for _, name := range titlePaths {
		for _, l := range g.leaves {
			if l.Path[len(g.prefix):] != name || l.State != model.Given {
				continue
			}
			title := strings.Join(strings.Fields(s.say(l).String()), " ")
			if utf8.RuneCountInString(title) > longTitle {
				title = strings.TrimSpace(string([]rune(title)[:longTitle])) + "…"
			}
			return title
		}
	}
	return ""
}

// contrast prints bold what differs between two texts: the values of a list
// that only one has, the words of a text between what is the same at both
// ends. Texts that have little in common stay as they are.
func contrast(c *words.Catalogue, before, after Text) (Text, Text) {
	if !says(before) || !says(after) {
		return before, after
	}
	if len(before) > 1 || len(after) > 1 {
		return emphasise(c, before, after), emphasise(c, after, before)
	}
	b, a := before[0].Text, after[0].Text
	head := commonWords(b, a)
	tail := commonEnd(b[head:], a[head:])
	if 3*(head+tail) < min(len(b), len(a)) {
		return before, after
	}
	return bolden(b, head, tail), bolden(a, head, tail)
}

// says reports whether a text is a value, and not what stands in place of one.
func says(t Text) bool { return len(t) > 0 && t[0].Style == Plain }

// fewValues is how many values that both lists have are still named.
const fewValues = 4

// emphasise prints bold the values that other does not have, and counts the
// others where they are many. Where only the order differs, all are named.
func emphasise(c *words.Catalogue, t, other Text) Text {
	values := func(t Text) (own []Run) {
		for _, r := range t {
			if r.Text != valueSign {
				own = append(own, r)
			}
		}
		return own
	}
	has := map[string]int{}
	for _, r := range values(other) {
		has[r.Text]++
	}
	var all, own []Text
	for _, r := range values(t) {
		if has[r.Text] > 0 {
			has[r.Text]--
			all = append(all, Text{r})
			continue
		}
		if r.Style == Plain {
			r.Style = Bold
		}
		all, own = append(all, Text{r}), append(own, Text{r})
	}
	same := len(all) - len(own)
	if onlyOrder := len(own) == 0 && same == len(values(other)); onlyOrder || same <= fewValues {
		return join(valueSign, all...)
	}
	return join(valueSign, append(own, styled(c.Count("comparison.count.same", same), Muted))...)
}

// bolden prints s bold but for its head and its tail, in bytes.
func bolden(s string, head, tail int) Text {
	return join("", Say(s[:head]), styled(s[head:len(s)-tail], Bold), Say(s[len(s)-tail:]))
}

// commonWords returns how long the words are, in bytes, with which both texts
// begin.
func commonWords(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for !betweenWords(a, n) || !betweenWords(b, n) {
		n--
	}
	return n
}

// commonEnd returns how long the words are with which both texts end.
func commonEnd(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	for !betweenWords(a, len(a)-n) || !betweenWords(b, len(b)-n) {
		n--
	}
	return n
}

// betweenWords reports whether no word of s goes on at position i.
func betweenWords(s string, i int) bool {
	space := func(c byte) bool { return c == ' ' || c == '\n' }
	return i == 0 || i == len(s) || space(s[i-1]) || space(s[i])
}

// infoDifferences says what the register says otherwise of itself.
func infoDifferences(p Phrases, changes []model.FieldChange) []Difference {
	var out []Difference
	say := func(path string, v any) Text {
		text, given := v.(string)
		if !given {
			return styled(absentSign, Muted)
		}
		switch path {
		case "language":
			if key := "language." + text; p.Words.Has(key) {
				text = p.Words.Text(key)
			}
		case "country":
			text = p.Country(model.Country(text))
		case "lawData":
			if d, err := model.ParseDate(text); err == nil {
				text = p.Date(d)
			}
		case "created":
			if at, err := time.Parse(time.RFC3339, text); err == nil {
				text = p.Date(model.DateOf(at))
			}
		case "example":
			text = p.Code("yes_no", "yes")
		}
		return Say(text)
	}
	for _, c := range changes {
		before, after := contrast(p.Words, say(c.Path, c.Before), say(c.Path, c.After))
		out = append(out, Difference{Say(p.Words.Text("comparison.info." + c.Path)), before, after})
	}
	return out
}
