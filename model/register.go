package model

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

// Register is an immutable snapshot of a whole register. It may be read from
// several goroutines at once. Its records must not be changed: [Clone] them.
// The zero Register is empty.
type Register struct {
	info Info
	// base is shared between snapshots and never written after it is made;
	// changed holds what differs from it, nil for a deleted record. So a
	// change costs the same in a small and in a large register.
	base    map[ID]Record
	changed map[ID]Record

	listing sync.Once
	lists   map[Kind][]Record
	linking sync.Once
	links   map[ID][]Use
}

// Change is what one action of a person does to a register: all of it or
// nothing is saved.
type Change struct {
	Put    []Record // new or changed records, whole
	Delete []ID
	Info   *Info  // nil: unchanged
	Reason string // optional, in the person's own words
	Cause  Cause  // how it came about, for the history
}

// Cause says how a change came about. The zero Cause is a person who edits.
type Cause string

// The causes other than editing.
const (
	ByUndo    Cause = "undo"    // an earlier change was taken back
	ByRedo    Cause = "redo"    // a change that was taken back was made again
	ByRestore Cause = "restore" // a deleted record was brought back from the history
)

// NewRegister makes a snapshot of records. They must have IDs, all
// different; the other rules are checked by [Validate].
func NewRegister(info Info, records []Record) (*Register, error) {
	r := &Register{info: info, base: make(map[ID]Record, len(records))}
	for _, rec := range records {
		id := rec.Meta().ID
		if id == "" {
			return nil, fmt.Errorf("%s %s has no id", rec.Kind(), rec.Meta().Number)
		}
		if twin, twice := r.base[id]; twice {
			return nil, fmt.Errorf("%s %s and %s %s have the same id %s",
				twin.Kind(), twin.Meta().Number, rec.Kind(), rec.Meta().Number, id)
		}
		r.base[id] = rec
	}
	return r, nil
}

// overlay is how many records may differ from base before a new base is made.
const overlay = 64

// With returns the snapshot after a change. The records of the change belong
// to the snapshot from then on.
func (r *Register) With(c Change) *Register {
	next := &Register{info: r.info, base: r.base, changed: maps.Clone(r.changed)}
	if next.changed == nil {
		next.changed = map[ID]Record{}
	}
	if c.Info != nil {
		next.info = *c.Info
	}
	for _, rec := range c.Put {
		next.changed[rec.Meta().ID] = rec
	}
	for _, id := range c.Delete {
		next.changed[id] = nil
	}
	if len(next.changed) > overlay {
		next.base = next.merged()
		next.changed = nil
	}
	return next
}

func (r *Register) merged() map[ID]Record {
	m := make(map[ID]Record, len(r.base)+len(r.changed))
	maps.Copy(m, r.base)
	for id, rec := range r.changed {
		if rec == nil {
			delete(m, id)
		} else {
			m[id] = rec
		}
	}
	return m
}

// Info returns what the register says of itself.
func (r *Register) Info() Info { return r.info }

// Record finds a record by its ID.
func (r *Register) Record(id ID) (Record, bool) {
	if rec, ok := r.changed[id]; ok {
		return rec, rec != nil
	}
	rec, ok := r.base[id]
	return rec, ok
}

// Find finds a record of type T by its ID, as Find[*Party](r, id).
func Find[T Record](r *Register, id ID) (T, bool) {
	rec, _ := r.Record(id)
	t, ok := rec.(T)
	return t, ok
}

// Numbered finds a record by the number that people use, "B-01". Case does
// not matter.
func (r *Register) Numbered(number string) (Record, bool) {
	for _, k := range Kinds {
		for _, rec := range r.Records(k) {
			if strings.EqualFold(rec.Meta().Number, number) {
				return rec, true
			}
		}
	}
	return nil, false
}

// Records returns the records of one kind, ordered by number. The slice is
// shared: do not change it.
func (r *Register) Records(k Kind) []Record {
	r.listing.Do(r.list)
	return r.lists[k]
}

func (r *Register) list() {
	r.lists = map[Kind][]Record{}
	for _, rec := range r.merged() {
		r.lists[rec.Kind()] = append(r.lists[rec.Kind()], rec)
	}
	for _, list := range r.lists {
		slices.SortFunc(list, byNumber)
	}
}

// byNumber orders "B-2" before "B-10".
func byNumber(a, b Record) int {
	x, y := a.Meta(), b.Meta()
	return cmp.Or(
		cmp.Compare(number(x.Number), number(y.Number)),
		cmp.Compare(x.Number, y.Number),
		cmp.Compare(x.ID, y.ID),
	)
}

// number returns the digits at the end of a record's number.
func number(s string) int {
	n, unit := 0, 1
	for i := len(s) - 1; i >= 0 && s[i] >= '0' && s[i] <= '9' && unit < 1e9; i-- {
		n += int(s[i]-'0') * unit
		unit *= 10
	}
	return n
}

// NextNumber returns the number for a new record of a kind: "B-12" after
// "B-11".
func (r *Register) NextNumber(k Kind) string {
	highest := 0
	for _, rec := range r.Records(k) {
		highest = max(highest, number(rec.Meta().Number))
	}
	return fmt.Sprintf("%s-%02d", prefixes[k], highest+1)
}

func list[T Record](r *Register, k Kind) []T {
	records := r.Records(k)
	out := make([]T, 0, len(records))
	for _, rec := range records {
		out = append(out, rec.(T))
	}
	return out
}

// LegalEntities returns our own entities, ordered by number.
func (r *Register) LegalEntities() []*LegalEntity { return list[*LegalEntity](r, KindLegalEntity) }

// Parties returns the outside organisations, ordered by number.
func (r *Register) Parties() []*Party { return list[*Party](r, KindParty) }

// Activities returns the processing activities, ordered by number.
func (r *Register) Activities() []*Activity { return list[*Activity](r, KindActivity) }

// Processors returns the processors, ordered by number.
func (r *Register) Processors() []*Processor { return list[*Processor](r, KindProcessor) }

// Agreements returns the agreements, ordered by number.
func (r *Register) Agreements() []*Agreement { return list[*Agreement](r, KindAgreement) }

// Supervisions returns the supervisions, ordered by number.
func (r *Register) Supervisions() []*Supervision { return list[*Supervision](r, KindSupervision) }

// Transfers returns the transfers, ordered by number.
func (r *Register) Transfers() []*Transfer { return list[*Transfer](r, KindTransfer) }

// RetentionRules returns the retention rules, ordered by number.
func (r *Register) RetentionRules() []*RetentionRule {
	return list[*RetentionRule](r, KindRetentionRule)
}

// Measures returns the security measures, ordered by number.
func (r *Register) Measures() []*Measure { return list[*Measure](r, KindMeasure) }

// Systems returns the systems, ordered by number.
func (r *Register) Systems() []*System { return list[*System](r, KindSystem) }

// Documents returns the documents, ordered by number.
func (r *Register) Documents() []*Document { return list[*Document](r, KindDocument) }

// FindingAnswers returns what was decided about findings, in the order of their
// numbers.
func (r *Register) FindingAnswers() []*FindingAnswer {
	return list[*FindingAnswer](r, KindFindingAnswer)
}

// Content returns the whole register as plain data, records ordered by
// number. It shares the records.
func (r *Register) Content() *Content {
	return &Content{
		Format: Format, Schema: SchemaVersion, Register: r.info,
		LegalEntities: r.LegalEntities(), Parties: r.Parties(), Activities: r.Activities(),
		Processors: r.Processors(), Agreements: r.Agreements(), Supervisions: r.Supervisions(),
		Transfers: r.Transfers(), RetentionRules: r.RetentionRules(), Measures: r.Measures(),
		Systems: r.Systems(), Documents: r.Documents(), FindingAnswers: r.FindingAnswers(),
	}
}
