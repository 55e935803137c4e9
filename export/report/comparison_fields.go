package report

import (
	"slices"
	"strconv"
	"strings"

	"fortegnelse/model"
)

// side is a record as one state of the register has it; the record is nil
// where that state does not have it.
type side struct {
	Phrases
	record model.Record
}

// differ finds what one record says otherwise than before. It walks both
// versions along the table of fields; entries of lists are compared with
// those that they have come from, wherever they stand.
type differ struct {
	before, after side
	kind          model.Kind
	moved         map[string]string // entries of lists: from which path to which
	out           []Difference
}

// differences compares two versions of a record, one of which may be missing.
// Nothing that the edition shows is left out.
func differences(e Edition, before, after side) []Difference {
	there := after
	if after.record == nil {
		there = before
	}
	d := &differ{before: before, after: after, kind: there.record.Kind(), moved: map[string]string{}}
	both := before.record != nil && after.record != nil
	leaves := func(s side) []model.Leaf {
		if s.record == nil {
			return nil
		}
		return slices.DeleteFunc(model.Leaves(s.record), func(l model.Leaf) bool {
			inHeading := l.Path == "id" || l.Path == "number" && !both
			return inHeading || e == ForAuthority && Withheld(l.Field)
		})
	}
	b, a := leaves(before), leaves(after)
	d.compare(group{leaves: b}, group{leaves: a}, nil)
	if both && len(d.out) == 0 {
		d.byPlace(b, a)
	}
	for i := range d.out { // where there is no record, nothing is said
		if before.record == nil {
			d.out[i].Before = nil
		}
		if after.record == nil {
			d.out[i].After = nil
		}
	}
	return d.out
}

// group is a structure: what it says, and its concrete path with a dot at
// the end.
type group struct {
	prefix string
	leaves []model.Leaf
	at     int // position in its list
}

// branch is what a structure says in one of its fields.
type branch struct {
	field   *model.Field
	own     *model.Leaf // a value, or an answer without one
	inner   *group      // what stands in the field, if it is a group
	entries []group     // and if it is a list of groups
}

// branches returns what a structure says, field by field.
func (d *differ) branches(g group) []*branch {
	var out []*branch
	begun := ""
	for i := range g.leaves {
		l := &g.leaves[i]
		rest := l.Path[len(g.prefix):]
		head, _, below := strings.Cut(rest, ".")
		name, position, listed := strings.Cut(head, "[")
		if len(out) == 0 || name != begun {
			f, _ := model.FieldAt(d.kind, g.prefix+name)
			out, begun = append(out, &branch{field: f}), name
		}
		b := out[len(out)-1]
		switch {
		case !below:
			b.own = l
		case listed:
			at, _ := strconv.Atoi(strings.TrimSuffix(position, "]"))
			prefix := g.prefix + head + "."
			if n := len(b.entries); n == 0 || b.entries[n-1].prefix != prefix {
				b.entries = append(b.entries, group{prefix: prefix, at: at})
			}
			e := &b.entries[len(b.entries)-1]
			e.leaves = append(e.leaves, *l)
		default:
			if b.inner == nil {
				b.inner = &group{prefix: g.prefix + head + "."}
			}
			b.inner.leaves = append(b.inner.leaves, *l)
		}
	}
	return out
}

// evidenceField names the place in a record that a quotation is about. It is
// the last of what a record says, so all that has moved is known.
const evidenceField = "evidence[].field"

// fieldOrder is the place of each field in the table.
var fieldOrder = func() map[*model.Field]int {
	order := make(map[*model.Field]int, len(model.Fields))
	for i := range model.Fields {
		order[&model.Fields[i]] = i
	}
	return order
}()

// compare adds what differs between two structures; chain names the fields
// that lead to them.
func (d *differ) compare(before, after group, chain []string) {
	was := map[*model.Field]*branch{}
	var fields []*model.Field
	for _, b := range d.branches(before) {
		was[b.field] = b
		fields = append(fields, b.field)
	}
	is := map[*model.Field]*branch{}
	for _, b := range d.branches(after) {
		is[b.field] = b
		if was[b.field] == nil {
			fields = append(fields, b.field)
		}
	}
	slices.SortFunc(fields, func(a, b *model.Field) int { return fieldOrder[a] - fieldOrder[b] })
	for _, f := range fields {
		d.field(f, orNothing(was[f]), orNothing(is[f]), chain)
	}
}

func orNothing(b *branch) *branch {
	if b == nil {
		return new(branch)
	}
	return b
}

// field adds what differs in one field.
func (d *differ) field(f *model.Field, was, is *branch, chain []string) {
	named := append(slices.Clone(chain), d.after.Words.Label(f))
	switch {
	case was.entries != nil || is.entries != nil:
		d.list(f, was, is, named)
	case was.inner != nil && is.inner != nil:
		d.compare(*was.inner, *is.inner, named)
	case is.inner != nil:
		d.whole(d.after, *is.inner, named, named, d.before.single(f, was))
	case was.inner != nil:
		d.whole(d.before, *was.inner, named, named, d.after.single(f, is))
	case !sameLeaf(d.followed(was.own), is.own):
		before, after := contrast(d.after.Words, d.before.single(f, was), d.after.single(f, is))
		d.add(named, before, after)
	}
}

// followed returns a leaf that names an entry of a list as it would where the
// entry stands now; any other as it is.
func (d *differ) followed(l *model.Leaf) *model.Leaf {
	if l == nil || l.Field.Path != evidenceField || l.State != model.Given {
		return l
	}
	path := l.Values[0]
	for i := len(path) - 1; i >= 0; i-- { // the innermost entry
		if to, ok := d.moved[path[:i+1]]; ok && path[i] == ']' {
			now := *l
			now.Values = []string{to + path[i+1:]}
			return &now
		}
	}
	return l
}

func sameLeaf(a, b *model.Leaf) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.State == b.State && slices.Equal(a.Values, b.Values)
}

// list adds what differs between two lists of structures.
func (d *differ) list(f *model.Field, was, is *branch, chain []string) {
	several := len(was.entries) > 1 || len(is.entries) > 1
	name := func(g group, title string) []string {
		label := chain[len(chain)-1]
		if several {
			label += " " + strconv.Itoa(g.at+1)
		}
		if title != "" {
			label += " (" + title + ")"
		}
		return append(slices.Clone(chain[:len(chain)-1]), label)
	}
	for _, p := range align(was.entries, is.entries) {
		switch {
		case p.before < 0:
			e := is.entries[p.after]
			d.whole(d.after, e, name(e, ""), name(e, d.after.title(e)), d.before.entry(f, was))
		case p.after < 0:
			e := was.entries[p.before]
			d.whole(d.before, e, name(e, ""), name(e, d.before.title(e)), d.after.entry(f, is))
		default:
			b, a := was.entries[p.before], is.entries[p.after]
			if b.prefix != a.prefix {
				d.moved[strings.TrimSuffix(b.prefix, ".")] = strings.TrimSuffix(a.prefix, ".")
			}
			title := d.after.title(a)
			if d.before.title(b) != title {
				title = "" // it is what has changed
			}
			d.compare(b, a, name(a, title))
		}
	}
}

// whole adds a structure that only one side has, line by line, and then the
// entries of its lists; other is what the other side says in its place.
func (d *differ) whole(s side, g group, chain, inside []string, other Text) {
	var lines []Text
	type below struct {
		group
		chain []string
	}
	var lists []below
	var collect func(g group, chain []string, outer string)
	collect = func(g group, chain []string, outer string) {
		for _, b := range d.branches(g) {
			label := s.Words.Label(b.field)
			if b.own != nil {
				lines = append(lines, join("", styled(joinWords(": ", outer, label)+": ", Muted), s.say(*b.own)))
			}
			if b.inner != nil {
				collect(*b.inner, append(slices.Clone(chain), label), joinWords(": ", outer, label))
			}
			for _, e := range b.entries {
				name := label
				if len(b.entries) > 1 {
					name += " " + strconv.Itoa(e.at+1)
				}
				lists = append(lists, below{e, append(slices.Clone(chain), name)})
			}
		}
	}
	collect(g, inside, "")
	if len(lines) > 0 || len(lists) == 0 {
		d.put(s, chain, join("\n", lines...), other)
	}
	for _, l := range lists {
		d.whole(s, l.group, l.chain, l.chain, styled(absentSign, Muted))
	}
}

// put adds what one side says.
func (d *differ) put(s side, chain []string, said, other Text) {
	if s.record == d.after.record {
		d.add(chain, other, said)
	} else {
		d.add(chain, said, other)
	}
}

func (d *differ) add(chain []string, before, after Text) {
	last := len(chain) - 1
	field := Say(chain[last])
	if last > 0 {
		field = append(styled(strings.Join(chain[:last], " · ")+" · ", Muted), field...)
	}
	d.out = append(d.out, Difference{field, before, after})
}

// byPlace adds what differs from one place to the next where nothing else
// does: entries of a list that have only moved past one that was empty.
func (d *differ) byPlace(before, after []model.Leaf) {
	was, is := map[string]*model.Leaf{}, map[string]*model.Leaf{}
	var paths []string
	for i := range after {
		is[after[i].Path] = &after[i]
		paths = append(paths, after[i].Path)
	}
	for i := range before {
		was[before[i].Path] = &before[i]
		if is[before[i].Path] == nil {
			paths = append(paths, before[i].Path)
		}
	}
	s := &sheet{Phrases: d.after.Phrases, record: d.after.record}
	for _, path := range paths {
		if b, a := was[path], is[path]; !sameLeaf(b, a) {
			f, _ := model.FieldAt(d.kind, path)
			d.add([]string{s.place(path)}, d.before.single(f, &branch{own: b}), d.after.single(f, &branch{own: a}))
		}
	}
}
