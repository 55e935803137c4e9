package report

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// BuildComparison composes the document on what differs between two states
// of a register. It fails with a *words.UnknownLanguageError.
func BuildComparison(before, after *model.Register, o ComparisonOptions) (*Document, error) {
	c, err := Compare(before, after, o)
	if err != nil {
		return nil, err
	}
	return c.Document(), nil
}

func (c *Comparison) text(key string, pairs ...any) string {
	return c.Words.Text("comparison."+key, pairs...)
}

// Document says the comparison in print: an overview, what the register says
// of itself, and then each record that differs, kind by kind.
func (c *Comparison) Document() *Document {
	o := c.Options
	d := &Document{Title: c.text("title"), Owner: c.Owner, Language: o.Language, Labels: c.labels(), Cover: c.cover()}
	d.Meta = Meta{GeneratedAt: o.GeneratedAt, AsOf: o.To, LawData: law.Date(), Edition: o.Edition, Version: o.Version, Checksum: c.After.Checksum}
	d.Sections = append(d.Sections, c.overview())
	chapter := 0
	add := func(title string, s Section) {
		chapter++
		s.Level, s.Number, s.Title = 1, strconv.Itoa(chapter), title
		d.Sections = append(d.Sections, s)
	}
	if len(c.Register) > 0 {
		add(c.text("register"), Section{Blocks: []Block{c.changes(c.Register)}})
	}
	for _, k := range c.Kinds {
		records := k.Records()
		if len(records) == 0 {
			continue
		}
		add(c.Plural(k.Kind), Section{Under: Say(c.extent(len(k.Added), len(k.Removed), len(k.Changed)))})
		for _, r := range records {
			d.Sections = append(d.Sections, c.record(r))
		}
	}
	d.Sections = append(d.Sections, Section{Level: 1, Title: c.text("colophon"), Blocks: c.colophon()})
	return d
}

func (c *Comparison) labels() Labels {
	report := c.Words.Text
	return Labels{
		Contents:  report("report.contents"),
		Continued: report("report.continued"),
		Date:      c.Period(),
		Foot:      c.text("foot", "Edition", c.edition(), "Before", ShortSum(c.Before.Checksum), "After", ShortSum(c.After.Checksum)),
		Subject:   c.text("subtitle") + ", " + c.Period(),
		Keywords:  c.text("keywords", "Before", c.Before.Checksum, "After", c.After.Checksum, "Version", c.Options.Version),
	}
}

// Plural names the records of a kind, as a title: "Databehandlere".
func (c *Comparison) Plural(k model.Kind) string { return capital(c.Words.Kinds(k)) }

// Singular names one record of a kind: "Databehandler".
func (c *Comparison) Singular(k model.Kind) string { return capital(c.Words.Kind(k)) }

func capital(s string) string {
	_, first := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:first]) + s[first:]
}

func (c *Comparison) edition() string {
	return c.Words.Text("report.edition." + string(c.Options.Edition))
}

// Facts are what a reader must know before the first record: what is
// compared, by whom, and how much differs.
func (c *Comparison) Facts() []Pair {
	o := c.Options
	var facts []Pair
	add := func(key, value string) {
		if value != "" {
			facts = append(facts, Pair{c.text("cover." + key), Say(value)})
		}
	}
	add("register", c.Name)
	add("before", joinWords(", ", c.Moment(o.From), c.Words.Count("comparison.count.records", c.Before.Records)))
	add("after", joinWords(", ", c.Moment(o.To), c.Words.Count("comparison.count.records", c.After.Records)))
	add("extent", c.Extent())
	add("author", o.Author)
	add("generated", c.Moment(o.GeneratedAt))
	add("edition", c.Words.Text("report.cover.editionOf", "Edition", c.edition(),
		"Language", c.Words.Text("language."+o.Language), "LawData", c.Words.Date(law.Date())))
	if c.Example != "" {
		facts = append(facts, Pair{c.Words.Text("report.cover.example"), Say(c.Example)})
	}
	return facts
}

func (c *Comparison) cover() Cover {
	cover := Cover{Subtitle: c.text("subtitle"), Date: c.Period(), Promise: c.text("promise")}
	added, removed, changed := c.Totals()
	for _, l := range []struct {
		sign, key string
		n         int
	}{{"+", "added", added}, {"–", "removed", removed}, {"±", "changed", changed}} {
		cover.Letters = append(cover.Letters, Letter{l.sign, c.Words.Count("comparison.count."+l.key, l.n)})
	}
	cover.Rows = append(c.Facts(), Pair{c.text("cover.checksums"),
		Say(c.text("sums", "Before", ShortSum(c.Before.Checksum), "After", ShortSum(c.After.Checksum)))})
	return cover
}

// overview balances the records of every kind: as many as there were, and
// those added, less those removed, are as many as there are.
func (c *Comparison) overview() Section {
	s := Section{Level: 1, Title: c.text("overview")}
	verdict := c.text("differs", "From", c.Moment(c.Options.From), "To", c.Moment(c.Options.To), "Extent", c.Extent())
	if c.Empty() {
		s.Blocks = append(s.Blocks, Heading{Level: 2, Title: c.text("nothing")})
		verdict = c.text("same", "From", c.Moment(c.Options.From), "To", c.Moment(c.Options.To))
	}
	s.Blocks = append(s.Blocks, Paragraph{Text: Say(verdict)})
	if c.Options.Edition == ForAuthority {
		s.Blocks = append(s.Blocks, Paragraph{Text: Say(c.text("withheld")), Small: true})
	}
	t := Table{Columns: []Column{{c.text("col.kind"), 40, Left}}}
	for _, key := range []string{"before", "added", "removed", "changed", "after"} {
		t.Columns = append(t.Columns, Column{c.text("col." + key), 12, Right})
	}
	total := KindComparison{}
	row := func(name Text, style Style, before, added, removed, changed, after int) {
		cells := []Text{name}
		for i, n := range []int{before, added, removed, changed, after} {
			number := styled(c.Words.Number(n), style)
			if n == 0 && i > 0 && i < 4 {
				number = styled(absentSign, Muted)
			}
			cells = append(cells, number)
		}
		t.Rows = append(t.Rows, cells)
	}
	for _, k := range c.Kinds {
		row(Say(c.Plural(k.Kind)), Plain, k.Before, len(k.Added), len(k.Removed), len(k.Changed), k.After)
		total.Before, total.After = total.Before+k.Before, total.After+k.After
	}
	added, removed, changed := c.Totals()
	row(styled(c.text("total"), Bold), Bold, total.Before, added, removed, changed, total.After)
	s.Blocks = append(s.Blocks, t)
	if !c.Empty() {
		s.Blocks = append(s.Blocks, Paragraph{Text: Say(c.text("reading")), Small: true})
	}
	return s
}

// record says one record: of one that has changed, what differs; of one that
// was added or removed, all it says.
func (c *Comparison) record(r RecordComparison) Section {
	s := Section{Level: 2, Number: r.Number, Title: r.Title, Under: Say(c.Fate(r.Fate))}
	if r.Fate == Changed {
		s.Under = join(", ", s.Under, Say(c.Words.Count("comparison.count.fields", len(r.Fields))))
		s.Blocks = []Block{c.changes(r.Fields)}
		return s
	}
	side := "col.after"
	if r.Fate == Removed {
		side = "col.before"
	}
	t := Table{Small: true, Columns: []Column{{c.text("col.field"), 32, Left}, {c.text(side), 68, Left}}}
	for _, f := range r.Fields {
		said := f.After
		if r.Fate == Removed {
			said = f.Before
		}
		t.Rows = append(t.Rows, []Text{f.Field, said})
	}
	if len(t.Rows) > 0 {
		s.Blocks = []Block{t}
	}
	return s
}

// changes is the table of what differs, field by field.
func (c *Comparison) changes(fields []Difference) Table {
	t := Table{Small: true, Columns: []Column{
		{c.text("col.field"), 30, Left}, {c.text("col.before"), 35, Left}, {c.text("col.after"), 35, Left},
	}}
	for _, f := range fields {
		t.Rows = append(t.Rows, []Text{f.Field, f.Before, f.After})
	}
	return t
}

// colophon says how the comparison was made and how to check it.
func (c *Comparison) colophon() []Block {
	pair := func(key, value string) Pair { return Pair{c.text("colophon." + key), Say(value)} }
	return []Block{Pairs{Columns: 1, Small: true, Pairs: []Pair{
		pair("program", joinWords(" ", "Fortegnelse", c.Options.Version)),
		pair("before", c.Before.Checksum),
		pair("after", c.After.Checksum),
		pair("verify", c.text("colophon.verifying")),
	}}}
}
