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
// it, and the agreements with and supervisions of the processors. No other
// legal entity and no activity of another is in it. An empty entity gives the
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
	p.follow(r, e)
	for _, a := range r.Activities() {
		if slices.Contains(a.Entities, entity) {
			p.follow(r, a)
		}
	}
	for _, t := range r.Transfers() {
		if t.Exporter == entity {
			p.follow(r, t)
		}
	}
	for _, m := range r.Measures() {
		if m.covers(entity) {
			p.follow(r, m)
		}
	}
	for _, processor := range r.Processors() {
		if !p[processor.ID] {
			continue
		}
		for _, a := range r.AgreementsOf(processor.ID) {
			p.follow(r, a)
		}
		for _, v := range r.SupervisionsOf(processor.ID) {
			p.follow(r, v)
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
func (p Part) follow(r *Register, rec Record) {
	if p[rec.Meta().ID] {
		return
	}
	p[rec.Meta().ID] = true
	for _, u := range References(rec) {
		to, ok := r.Record(u.To)
		if ok && to.Kind() != KindLegalEntity && to.Kind() != KindActivity {
			p.follow(r, to)
		}
	}
}

// Within returns the records of a list that are in the part.
func Within[T Record](p Part, list []T) []T {
	if p == nil {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(rec T) bool { return !p[rec.Meta().ID] })
}
