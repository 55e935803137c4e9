// Package report says what a report on a register says, in which order and
// in which language: [Build] turns a register into a [Document], and package
// pdf prints it. [Phrases] words single facts for all who show them.
package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"fortegnelse/export/jsonfile"
	"fortegnelse/model"
	"fortegnelse/model/check"
	"fortegnelse/model/law"
	"fortegnelse/model/words"
)

// Options choose what is reported and how.
type Options struct {
	Language    string    // of the report: "da"
	Edition     Edition   // empty: for the authority
	Entity      model.ID  // only what concerns one of our legal entities; empty: all
	GeneratedAt time.Time // printed, and the file's date
	AsOf        time.Time // when the register was as it is given; zero: when the report is generated
	Version     string    // of the program
}

// Instant returns the instant that a report speaks of.
func (o Options) Instant() time.Time {
	if o.AsOf.IsZero() {
		return o.GeneratedAt
	}
	return o.AsOf
}

// Subject says what a report is about, for the properties of its file; for
// one on the register as it was, also when.
func (o Options) Subject(c *words.Catalogue, subject string) string {
	if o.AsOf.IsZero() {
		return subject
	}
	return subject + " – " + AsOf(c, o.AsOf)
}

// AsOf says that something is as the register was at an instant.
func AsOf(c *words.Catalogue, at time.Time) string {
	return c.Text("report.asof", "Date", c.Date(model.DateOf(at)), "Clock", c.Clock(at))
}

// builder holds what all sections need.
type builder struct {
	Phrases
	options     Options
	part        model.Part
	alike       map[string]int       // by alikeKey
	keeping     map[model.ID]int     // how many activities a retention rule is about
	own         []*model.LegalEntity // those of part
	listed      []*model.Activity    // those of part
	controllers map[model.ID]Text    // how an entity is written in activities
	unstated    map[model.ID]string  // what a record does not state
	evidence    []evidenceOf
	common      []common
	quoted      map[quoteKey]int // position in evidence
	judged      []check.Judged   // nil in the edition for the authority
}

// Build composes the report on a register. It fails with a
// *words.UnknownLanguageError, or where Options.Entity is not one of the
// register's legal entities.
func Build(r *model.Register, o Options) (*Document, error) {
	catalogue, err := words.In(o.Language)
	if err != nil {
		return nil, fmt.Errorf("writing the report: %w", err)
	}
	if o.Edition == "" {
		o.Edition = ForAuthority
	}
	b := &builder{Phrases: Phrases{catalogue, r}, options: o, controllers: map[model.ID]Text{}, quoted: map[quoteKey]int{}, unstated: map[model.ID]string{}}
	if b.part, err = model.PartOf(r, o.Entity); err != nil {
		return nil, fmt.Errorf("writing the report: %w", err)
	}
	b.own, b.listed = model.Within(b.part, r.LegalEntities()), model.Within(b.part, r.Activities())
	b.countAlike()
	b.judge()
	sum := sumOf(r)
	d := &Document{Title: b.text("report.title"), Owner: b.owner(), Language: o.Language}
	d.Sections = append(d.Sections, Section{}) // the overview counts what the others say
	d.Sections = append(d.Sections, b.entities()...)
	d.Sections = append(d.Sections, b.activities()...)
	d.Sections = append(d.Sections, b.processors(), b.transfers())
	checksum := <-sum
	if checksum.err != nil {
		return nil, fmt.Errorf("writing the report: taking the register's checksum: %w", checksum.err)
	}
	d.Meta = Meta{GeneratedAt: o.GeneratedAt, AsOf: o.Instant(), LawData: law.Date(), Edition: o.Edition, Version: o.Version, Checksum: checksum.hex}
	d.Sections = append(d.Sections, b.appendices(d.Meta)...)
	d.Sections[0] = b.overview()
	d.Labels, d.Cover = b.labels(d.Meta), b.cover(d.Meta)
	return d, nil
}

type checksum struct {
	hex string
	err error
}

// sumOf takes the register's checksum while the report is being composed.
func sumOf(r *model.Register) <-chan checksum {
	done := make(chan checksum, 1)
	go func() {
		sum, err := Checksum(r)
		done <- checksum{sum, err}
	}()
	return done
}

// Checksum returns the SHA-256 of the register's JSON export, in lower-case
// hex: what sha256sum says of that file. It tells which state of the register
// an export was written from.
func Checksum(r *model.Register) (string, error) {
	sum := sha256.New()
	if err := jsonfile.Write(sum, r); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

func (b *builder) text(key string, pairs ...any) string { return b.Words.Text(key, pairs...) }

func (b *builder) labels(m Meta) Labels {
	return Labels{
		Contents:  b.text("report.contents"),
		Continued: b.text("report.continued"),
		Date:      b.Date(model.DateOf(m.AsOf)),
		Foot: b.text("report.foot", "Edition", b.edition(m.Edition),
			"LawData", b.Date(m.LawData), "Checksum", ShortSum(m.Checksum)),
		Subject:  b.options.Subject(b.Words, b.text("report.subtitle")),
		Keywords: b.text("report.keywords", "Checksum", m.Checksum, "Version", m.Version),
	}
}

func (b *builder) edition(e Edition) string { return b.text("report.edition." + string(e)) }

// ShortSum returns the beginning of a checksum, "3f9a 71c2 b04e".
func ShortSum(sum string) string { return sum[:4] + " " + sum[4:8] + " " + sum[8:12] }

// owner names the controllers: "Kalmia A/S".
func (b *builder) owner() string {
	var names []string
	for _, e := range b.own {
		names = append(names, b.Register.Title(e))
	}
	if len(names) == 0 {
		return b.Register.Info().Name
	}
	return joinWords(", ", names...)
}
