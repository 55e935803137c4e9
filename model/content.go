package model

import "time"

// Format is the value of Content.Format.
const Format = "fortegnelse"

// SchemaVersion is the version of the register format that this package
// reads and writes.
const SchemaVersion = 1

// Info is what a register says of itself.
type Info struct {
	ID       ID        `json:"id"`
	Name     string    `json:"name"`
	Language string    `json:"language"`         // of the free text: da, sv, nb, en
	Country  Country   `json:"country"`          // dk, se, no
	LawData  Date      `json:"lawData,omitzero"` // date of the law data last used with it
	Created  time.Time `json:"created,omitzero"`
	Example  bool      `json:"example,omitempty"` // written from a published text or invented, not by the clinic
	Source   string    `json:"source,omitempty"`  // what an example was written from, or that it is invented
}

// Content is a whole register as plain data: what the register format holds.
type Content struct {
	Format         string           `json:"format"`
	Schema         int              `json:"schema"`
	Register       Info             `json:"register"`
	LegalEntities  []*LegalEntity   `json:"legalEntities"`
	Parties        []*Party         `json:"parties"`
	Activities     []*Activity      `json:"activities"`
	Processors     []*Processor     `json:"processors"`
	Agreements     []*Agreement     `json:"agreements"`
	Supervisions   []*Supervision   `json:"supervisions"`
	Transfers      []*Transfer      `json:"transfers"`
	RetentionRules []*RetentionRule `json:"retentionRules"`
	Measures       []*Measure       `json:"measures"`
	Systems        []*System        `json:"systems"`
	Documents      []*Document      `json:"documents"`
	FindingAnswers []*FindingAnswer `json:"findingAnswers"`
}

// Records returns all records of c, kind by kind in the order of [Kinds].
func (c *Content) Records() []Record {
	var all []Record
	all = appendRecords(all, c.LegalEntities)
	all = appendRecords(all, c.Parties)
	all = appendRecords(all, c.Activities)
	all = appendRecords(all, c.Processors)
	all = appendRecords(all, c.Agreements)
	all = appendRecords(all, c.Supervisions)
	all = appendRecords(all, c.Transfers)
	all = appendRecords(all, c.RetentionRules)
	all = appendRecords(all, c.Measures)
	all = appendRecords(all, c.Systems)
	all = appendRecords(all, c.Documents)
	return appendRecords(all, c.FindingAnswers)
}

func appendRecords[T Record](all []Record, some []T) []Record {
	for _, r := range some {
		all = append(all, r)
	}
	return all
}
