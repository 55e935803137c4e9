package report

import (
	"fmt"
	"slices"

	"fortegnelse/model"
)

// grid makes the tables person × data × recipient × retention of an
// activity. Data that stand beside each other and are alike in all columns
// share a row.
type grid struct {
	*builder
	sheet     *sheet
	receivers []receiver
	marks     map[Mark]bool
	classes   map[model.Class]bool

	source  string // the usual one of the group
	several bool   // there are others
}

// gridRow is a row that is being filled.
type gridRow struct {
	class     model.Class
	names     []string // two categories may have one name in the source
	aside     string
	keys      string
	marks     []Mark
	retention Text
	printed   string // how the source labels the class
}

func (g *grid) table(group model.Group, path string) Table {
	t := Table{Small: true, Columns: []Column{{g.text("report.col.data"), 60, Left}}}
	for _, r := range g.receivers {
		t.Columns = append(t.Columns, Column{r.short, 6, Center})
	}
	t.Columns = append(t.Columns, Column{g.text("report.col.retention"), 12, Right})
	g.findUsual(group)
	var rows []gridRow
	for k, d := range group.Data {
		row := g.row(d, fmt.Sprintf("%sdata[%d].", path, k))
		if n := len(rows); n > 0 && rows[n-1].takesIn(row) {
			rows[n-1].names = append(rows[n-1].names, row.names...)
			rows[n-1].keys = joinWords(", ", rows[n-1].keys, row.keys)
			continue
		}
		rows = append(rows, row)
	}
	printed := ""
	for _, row := range byLabel(rows) {
		if row.printed != printed {
			printed = row.printed
			label := g.text("report.printedclass.none")
			if printed != "" {
				label = g.text("report.printedclass", "Printed", printed)
			}
			t.Rows = append(t.Rows, []Text{Say(label).in(Aside)})
		}
		t.Rows = append(t.Rows, row.cells())
	}
	return t
}

// byLabel puts rows together that the source labels alike, in the order in
// which the labels come; those without a label come last.
func byLabel(rows []gridRow) []gridRow {
	var labels []string
	for _, r := range rows {
		if r.printed != "" && !slices.Contains(labels, r.printed) {
			labels = append(labels, r.printed)
		}
	}
	place := func(r gridRow) int {
		if i := slices.Index(labels, r.printed); i >= 0 {
			return i
		}
		return len(labels)
	}
	slices.SortStableFunc(rows, func(a, b gridRow) int { return place(a) - place(b) })
	return rows
}

// takesIn reports whether next says the same of other data, or of the same
// under another category.
func (r gridRow) takesIn(next gridRow) bool {
	if r.aside != next.aside || r.aside != "" && !slices.Equal(r.names, next.names) {
		return false
	}
	if r.class != next.class || r.retention.String() != next.retention.String() || r.printed != next.printed {
		return false
	}
	for i := range r.marks {
		if r.marks[i] != next.marks[i] {
			return false
		}
	}
	return true
}

func (r gridRow) cells() []Text {
	names := joinWords(", ", slices.Compact(r.names)...)
	name := Text{{Text: names}}
	if mark := ClassMark(r.class); mark != NoMark {
		name = Text{{Mark: mark, Text: " " + names}}
	}
	if aside := joinWords("; ", r.aside, r.keys); aside != "" {
		name = append(name, Run{Text: " (" + aside + ")", Style: Aside})
	}
	cells := []Text{name}
	for _, m := range r.marks {
		cells = append(cells, marked(m))
	}
	return append(cells, r.retention)
}

// row takes a category of data: its class, its name, what limits it, who
// gets it, and when it is erased.
func (g *grid) row(d model.DataItem, at string) gridRow {
	s := g.sheet
	s.take(at+"sources", at+"class", at+"text", at+"category", at+"special", at+"printedClass", at+"retention")
	g.classes[d.Class] = true
	name := g.Item(d)
	row := gridRow{class: d.Class, names: []string{name}, retention: g.RulesFor(s.record.(*model.Activity), d), printed: d.PrintedClass}
	var asides []string
	if coded := g.Code("data_category", string(d.Category)); !saidIn(name, coded) {
		asides = append(asides, lower(coded))
	}
	if ClassMark(d.Class) == NoMark {
		asides = append(asides, g.Class(d.Class))
	}
	if special := g.Code("special_kind", string(d.Special)); !saidIn(joinWords(" ", append(asides, name)...), special) {
		asides = append(asides, lower(special))
	}
	asides = append(asides, s.say(at+"condition").String())
	for _, flag := range []string{"optional", "freeText"} {
		if t := s.say(at + flag); t != nil {
			asides = append(asides, lower(s.label(at+flag))+": "+t.String())
		}
	}
	if from := g.sourcesOf(d); from != g.source {
		from = ownWords(from, g.Words.Answer(model.Unanswered))
		asides = append(asides, g.text("report.sources.own", "Source", from))
	}
	for i := range d.Sources.Value {
		from := fmt.Sprintf("%ssources[%d].", at, i)
		s.take(from+"category", from+"text")
	}
	row.aside = joinWords("; ", asides...)
	row.keys = s.say(at + "key").String()
	for _, r := range g.receivers {
		mark := g.disclosed(r, d.Key)
		g.marks[mark] = true
		row.marks = append(row.marks, mark)
	}
	return row
}

// findUsual finds the source that most data of a group come from.
func (g *grid) findUsual(group model.Group) {
	count := map[string]int{}
	g.source, g.several = "", false
	for _, d := range group.Data {
		from := g.sourcesOf(d)
		count[from]++
		if from != "" && (g.source == "" || count[from] > count[g.source]) {
			g.source = from
		}
	}
	g.several = len(count) > 1
}

// usual names the source that is the same for all or most of a group.
func (g *grid) usual(group model.Group) Text {
	g.findUsual(group)
	switch {
	case g.source == "":
		return nil
	case g.several:
		return Say(g.text("report.sources.otherwise", "Source", g.source))
	}
	return Say(g.text("report.sources", "Source", g.source))
}

func (g *grid) sourcesOf(d model.DataItem) string {
	if s := d.Sources.State; s != model.Given && s != model.Unanswered {
		return g.Words.Answer(s)
	}
	var all []string
	for _, source := range d.Sources.Value {
		name := g.Source(source)
		if coded := g.Code("source_category", string(source.Category)); !saidIn(name, coded) {
			name += " (" + lower(coded) + ")"
		}
		all = append(all, name)
	}
	return joinWords(", ", all...)
}

// disclosed says whether a recipient gets a data item.
func (g *grid) disclosed(r receiver, key string) Mark {
	for i, d := range r.data {
		if d.Data != key {
			continue
		}
		at := fmt.Sprintf("%s[%d].", r.path, i)
		mark := DisclosingMark(d.State)
		if mark != MarkUnstated || d.State == model.Unstated {
			g.sheet.take(at+"data", at+"state")
		}
		return mark
	}
	return MarkUnstated
}

// legend explains the marks that the tables use. The numbers of recipients
// stand under letter (d).
func (g *grid) legend() Legend {
	var l Legend
	for _, c := range []model.Class{model.Ordinary, model.Confidential, model.Special, model.NationalID, model.Criminal} {
		if g.classes[c] {
			l.Entries = append(l.Entries, Text{{Mark: ClassMark(c), Text: " " + lower(g.Class(c))}})
		}
	}
	for _, d := range []model.Disclosing{model.Receives, model.Unstated, model.ByLaw, model.IfRelevant, model.NoDisclosed} {
		if g.marks[DisclosingMark(d)] {
			l.Entries = append(l.Entries, Text{{Mark: DisclosingMark(d), Text: " " + lower(g.Code("disclosing", string(d)))}})
		}
	}
	return l
}
