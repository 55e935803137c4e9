package model

import (
	"fmt"
	"slices"
)

// Part is the part of a register that an export is about. The nil Part is
// all of it.
type Part map[ID]bool

// PartOf returns what one of our legal entities has to do with: the entity,
// its activities, what these refer to, its transfers, the measures that cover
// it, its agreements, and the supervisions of its processors. What it shares
// with another legal entity is in it. The other entity is not, nor an
// activity, agreement or measure of the other alone. An empty entity gives the
// nil Part.
func PartOf(r *Register, entity ID) (Part, error) {
	if entity == "" {
		return nil, nil
	}
	e, ok := Find[*LegalEntity](r, entity)
	if !ok {
		return nil, fmt.Errorf("there is no legal entity %s in the register", entity)
	}
	p := Part{}
	take := func(rec Record) { p.follow(r, entity, rec) }
	take(e)
	for _, a := range r.Activities() {
		if slices.Contains(a.Entities, entity) {
			take(a)
		}
	}
	for _, t := range r.Transfers() {
		if t.Exporter == entity {
			take(t)
		}
	}
	for _, m := range r.Measures() {
		if m.covers(entity) {
			take(m)
		}
	}
	for _, a := range r.Agreements() {
		if slices.Contains(a.Entities, entity) {
			take(a)
		}
	}
	for _, a := range r.Agreements() { // that do not say whose they are
		if len(a.Entities) == 0 && (a.Processor == "" || p[a.Processor]) {
			take(a)
		}
	}
	for _, s := range r.Records(KindSupervision) {
		if p[s.(*Supervision).Processor] {
			take(s)
		}
	}
	for _, a := range r.FindingAnswers() {
		if rec, named := r.Numbered(a.About); a.About == "" || named && p[rec.Meta().ID] {
			take(a)
		}
	}
	return p, nil
}

// Holds reports whether a record is in the part.
func (p Part) Holds(id ID) bool { return p == nil || p[id] }

// covers reports whether m is about an entity or the whole organisation.
func (m *Measure) covers(entity ID) bool {
	return len(m.Scopes) == 0 || slices.ContainsFunc(m.Scopes, func(s Scope) bool {
		return s.Record == entity || s.Record == ""
	})
}

// follow takes in a record and all that it refers to.
func (p Part) follow(r *Register, entity ID, rec Record) {
	if p[rec.Meta().ID] {
		return
	}
	p[rec.Meta().ID] = true
	for _, u := range References(rec) {
		to, ok := r.Record(u.To)
		if ok && to.Kind() != KindLegalEntity && to.Kind() != KindActivity && !foreign(r, entity, to) {
			p.follow(r, entity, to)
		}
	}
}

// foreign reports whether an agreement or a measure is of other legal
// entities of ours alone.
func foreign(r *Register, entity ID, rec Record) bool {
	switch rec := rec.(type) {
	case *Agreement:
		return len(rec.Entities) > 0 && !slices.Contains(rec.Entities, entity)
	case *Measure:
		return !rec.covers(entity) && slices.ContainsFunc(rec.Scopes, func(s Scope) bool {
			_, other := Find[*LegalEntity](r, s.Record)
			return other
		})
	}
	return false
}

// Within returns the records of a list that are in the part.
func Within[T Record](p Part, list []T) []T {
	if p == nil {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(rec T) bool { return !p[rec.Meta().ID] })
}
