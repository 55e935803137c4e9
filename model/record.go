package model

import (
	"encoding/json"
	"fmt"
)

// Kind names an entity.
type Kind string

// The entities of a register.
const (
	KindLegalEntity   Kind = "legal_entity"
	KindParty         Kind = "party"
	KindActivity      Kind = "activity"
	KindProcessor     Kind = "processor"
	KindAgreement     Kind = "agreement"
	KindSupervision   Kind = "supervision"
	KindTransfer      Kind = "transfer"
	KindRetentionRule Kind = "retention_rule"
	KindMeasure       Kind = "measure"
	KindSystem        Kind = "system"
	KindDocument      Kind = "document"
	KindFindingAnswer Kind = "finding_answer"
)

// Kinds lists the entities in the order of the register.
var Kinds = []Kind{
	KindLegalEntity, KindParty, KindActivity, KindProcessor, KindAgreement, KindSupervision,
	KindTransfer, KindRetentionRule, KindMeasure, KindSystem, KindDocument, KindFindingAnswer,
}

// prefixes of the numbers that people read, as "B-012".
var prefixes = map[Kind]string{
	KindLegalEntity: "E", KindParty: "P", KindActivity: "B", KindProcessor: "D", KindAgreement: "A",
	KindSupervision: "T", KindTransfer: "O", KindRetentionRule: "R", KindMeasure: "S",
	KindSystem: "Y", KindDocument: "K", KindFindingAnswer: "F",
}

// Record is one entity of the register: a pointer to LegalEntity, Party,
// Activity, and so on.
type Record interface {
	Kind() Kind
	// Meta returns what every record has. It may be changed on a copy only.
	Meta() *Head
	// Name returns what a person calls the record; it may be empty.
	Name() string
}

// Head is what every record has beside its own fields.
type Head struct {
	ID          ID         `json:"id" field:"identity"`
	Number      string     `json:"number" field:"identity"`
	Status      Status     `json:"status,omitempty"`
	ReviewedOn  Date       `json:"reviewedOn,omitzero"`
	ReviewedBy  string     `json:"reviewedBy,omitempty"`  // a role, not a person
	ReviewEvery int        `json:"reviewEvery,omitempty"` // months between two reviews
	NextReview  Date       `json:"nextReview,omitzero"`
	Tags        []string   `json:"tags,omitempty"`
	Notes       string     `json:"notes,omitempty" field:"paragraph"`
	Evidence    []Evidence `json:"evidence,omitempty"`
}

// Meta returns h itself.
func (h *Head) Meta() *Head { return h }

// Evidence traces a field to the sentence it comes from.
type Evidence struct {
	Field    string `json:"field,omitempty"` // path in the record, "purposes[0].bases[0]"; empty: the whole record
	Quote    string `json:"quote" field:"paragraph"`
	Document ID     `json:"document,omitempty" field:"ref=document"`
	Section  string `json:"section,omitempty"`                  // as the document counts, "6.1"
	Line     int    `json:"line,omitempty"`                     // line in the stored text, from 1
	Remark   string `json:"remark,omitempty" field:"paragraph"` // what is wrong with it, "outdated address"
}

// New returns an empty record of a kind, without ID and number.
func New(k Kind) (Record, error) {
	switch k {
	case KindLegalEntity:
		return new(LegalEntity), nil
	case KindParty:
		return new(Party), nil
	case KindActivity:
		return new(Activity), nil
	case KindProcessor:
		return new(Processor), nil
	case KindAgreement:
		return new(Agreement), nil
	case KindSupervision:
		return new(Supervision), nil
	case KindTransfer:
		return new(Transfer), nil
	case KindRetentionRule:
		return new(RetentionRule), nil
	case KindMeasure:
		return new(Measure), nil
	case KindSystem:
		return new(System), nil
	case KindDocument:
		return new(Document), nil
	case KindFindingAnswer:
		return new(FindingAnswer), nil
	}
	return nil, fmt.Errorf("unknown kind of record %q", k)
}

// Clone returns a deep copy of r that may be changed.
func Clone(r Record) Record {
	c, err := New(r.Kind())
	if err != nil {
		panic("model: " + err.Error())
	}
	if err := json.Unmarshal(AppendJSON(nil, r), c); err != nil {
		panic("model: a record cannot be decoded: " + err.Error())
	}
	return c
}
