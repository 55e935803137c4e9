package report

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"fortegnelse/model"
	"fortegnelse/model/words"
)

// ComparisonOptions choose how a comparison is said.
type ComparisonOptions struct {
	Language    string    // "da"
	Edition     Edition   // empty: for the authority
	From, To    time.Time // when the register was as it is given before and after
	Author      string    // who makes the comparison; may be empty
	GeneratedAt time.Time // printed, and the file's date
	Version     string    // of the program
}

// Comparison is what differs between two states of a register, in the words
// of one language. Document and workbook are made of it.
type Comparison struct {
	Words         *words.Catalogue
	Options       ComparisonOptions
	Owner         string           // as in [Document]
	ID            string           // of the register
	Name          string           // of the register
	Example       string           // where it is an example, that it is one, and of what
	Register      []Difference     // what the register says of itself
	Kinds         []KindComparison // every kind, in the order of the report
	Before, After Sum
}

// Sum tells which state of a register was compared.
type Sum struct {
	Checksum string // see [Checksum]
	Records  int
}

// KindComparison is what differs in the records of one kind.
type KindComparison struct {
	Kind                    model.Kind
	Before, After           int                // how many records there were and are
	Added, Removed, Changed []RecordComparison // by number
}

// Fate says what has become of a record.
type Fate string

// The fates of a record.
const (
	Added   Fate = "added"
	Removed Fate = "removed"
	Changed Fate = "changed"
)

// RecordComparison is a record that differs.
type RecordComparison struct {
	Fate          Fate
	Number, Title string // as they are; of a record that is removed, as they were
	Fields        []Difference
}

// Difference is one thing that a record says otherwise than before. Of a
// record that was added, Before is nil; of one that was removed, After.
type Difference struct {
	Field         Text
	Before, After Text
}

// comparedKinds is the order of the kinds in the report.
var comparedKinds = []model.Kind{
	model.KindLegalEntity, model.KindActivity, model.KindProcessor, model.KindAgreement, model.KindTransfer,
	model.KindRetentionRule, model.KindMeasure, model.KindSystem, model.KindParty, model.KindSupervision, model.KindDocument,
	model.KindFindingAnswer,
}

// Compare says what differs between two states of a register, field by
// field. It fails with a *words.UnknownLanguageError.
func Compare(before, after *model.Register, o ComparisonOptions) (*Comparison, error) {
	catalogue, err := words.In(o.Language)
	if err != nil {
		return nil, fmt.Errorf("comparing: %w", err)
	}
	if o.Edition == "" {
		o.Edition = ForAuthority
	}
	was, is := Phrases{catalogue, before}, Phrases{catalogue, after}
	c := &Comparison{
		Words: catalogue, Options: o, ID: string(after.Info().ID), Name: after.Info().Name,
		Owner:  (&builder{Phrases: is, own: after.LegalEntities()}).owner(),
		Before: Sum{Records: len(before.Content().Records())}, After: Sum{Records: len(after.Content().Records())},
	}
	if info := after.Info(); info.Example {
		c.Example = joinWords(" ", catalogue.Text("report.example"), info.Source)
	}
	sums := [...]<-chan checksum{sumOf(before), sumOf(after)}
	found := model.Compare(before, after)
	c.Register = infoDifferences(is, found.Register)
	for _, k := range comparedKinds {
		c.Kinds = append(c.Kinds, KindComparison{Kind: k, Before: len(before.Records(k)), After: len(after.Records(k))})
	}
	of := func(rec model.Record) *KindComparison {
		return &c.Kinds[slices.Index(comparedKinds, rec.Kind())]
	}
	record := func(fate Fate, before, after model.Record) RecordComparison {
		of := side{is, after}
		if after == nil {
			of = side{was, before}
		}
		return RecordComparison{fate, of.record.Meta().Number, of.Register.Title(of.record),
			differences(o.Edition, side{was, before}, side{is, after})}
	}
	for _, rec := range found.Added {
		k := of(rec)
		k.Added = append(k.Added, record(Added, nil, rec))
	}
	for _, rec := range found.Removed {
		k := of(rec)
		k.Removed = append(k.Removed, record(Removed, rec, nil))
	}
	for _, revised := range found.Changed {
		// What the edition withholds may be all that differs.
		if r := record(Changed, revised.Before, revised.After); len(r.Fields) > 0 {
			k := of(revised.After)
			k.Changed = append(k.Changed, r)
		}
	}
	first, second := <-sums[0], <-sums[1]
	if err := errors.Join(first.err, second.err); err != nil {
		return nil, fmt.Errorf("comparing: taking the registers' checksums: %w", err)
	}
	c.Before.Checksum, c.After.Checksum = first.hex, second.hex
	return c, nil
}

// Records returns the records that differ: the added, the removed and the
// changed ones.
func (k KindComparison) Records() []RecordComparison {
	return slices.Concat(k.Added, k.Removed, k.Changed)
}

// Totals returns how many records of all kinds were added, removed and
// changed.
func (c *Comparison) Totals() (added, removed, changed int) {
	for _, k := range c.Kinds {
		added, removed, changed = added+len(k.Added), removed+len(k.Removed), changed+len(k.Changed)
	}
	return added, removed, changed
}

// Empty reports whether nothing differs.
func (c *Comparison) Empty() bool {
	added, removed, changed := c.Totals()
	return len(c.Register)+added+removed+changed == 0
}

// Extent counts the records that differ: "1 tilføjet, 2 ændret".
func (c *Comparison) Extent() string {
	if added, removed, changed := c.Totals(); added+removed+changed > 0 {
		return c.extent(added, removed, changed)
	}
	return c.Words.Text("comparison.none")
}

func (c *Comparison) extent(added, removed, changed int) string {
	count := func(key string, n int) string {
		if n == 0 {
			return ""
		}
		return c.Words.Count("comparison.count."+key, n)
	}
	return joinWords(", ", count("added", added), count("removed", removed), count("changed", changed))
}

// Fate names what has become of a record: "tilføjet".
func (c *Comparison) Fate(f Fate) string { return c.Words.Text("comparison." + string(f)) }

// Moment writes an instant, "28. februar 2025 kl. 23.59".
func (c *Comparison) Moment(at time.Time) string {
	return c.Words.Text("comparison.moment", "Date", c.Words.Date(model.DateOf(at)), "Clock", c.Words.Clock(at))
}

// Period writes the days that are compared, "28.02.2025 – 31.12.2025"; one
// day with its clock.
func (c *Comparison) Period() string {
	from, to := model.DateOf(c.Options.From), model.DateOf(c.Options.To)
	if from == to {
		return joinWords(" ", c.Words.ShortDate(from), c.Words.Clock(c.Options.From)+" – "+c.Words.Clock(c.Options.To))
	}
	return c.Words.ShortDate(from) + " – " + c.Words.ShortDate(to)
}
