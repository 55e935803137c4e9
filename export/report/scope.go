package report

import (
	"fmt"
	"slices"

	"fortegnelse/model"
)

// scope is the part of a register that a report is about: all of it, or what
// one legal entity has to do with.
type scope struct {
	all  bool
	held map[model.ID]bool

	entities   []*model.LegalEntity
	activities []*model.Activity
}

// scopeOf follows the links from an entity: its activities, what these refer
// to, and the agreements with and supervisions of the processors.
func scopeOf(r *model.Register, entity model.ID) (scope, error) {
	if entity == "" {
		return scope{all: true, entities: r.LegalEntities(), activities: r.Activities()}, nil
	}
	e, ok := model.Find[*model.LegalEntity](r, entity)
	if !ok {
		return scope{}, fmt.Errorf("there is no legal entity %s in the register", entity)
	}
	s := scope{held: map[model.ID]bool{}, entities: []*model.LegalEntity{e}}
	s.follow(r, e)
	for _, a := range r.Activities() {
		if slices.Contains(a.Entities, entity) {
			s.activities = append(s.activities, a)
			s.follow(r, a)
		}
	}
	for _, t := range r.Transfers() {
		if t.Exporter == entity {
			s.follow(r, t)
		}
	}
	for _, m := range r.Measures() {
		if len(m.Scopes) == 0 || slices.ContainsFunc(m.Scopes, func(sc model.Scope) bool { return sc.Record == entity || sc.Record == "" }) {
			s.follow(r, m)
		}
	}
	for _, p := range r.Processors() {
		if !s.held[p.ID] {
			continue
		}
		for _, a := range r.AgreementsOf(p.ID) {
			s.follow(r, a)
		}
		for _, v := range r.SupervisionsOf(p.ID) {
			s.follow(r, v)
		}
	}
	return s, nil
}

// follow takes in a record and all that it refers to, but no other legal
// entity and no other activity.
func (s *scope) follow(r *model.Register, rec model.Record) {
	if s.held[rec.Meta().ID] {
		return
	}
	s.held[rec.Meta().ID] = true
	for _, u := range model.References(rec) {
		to, ok := r.Record(u.To)
		if ok && to.Kind() != model.KindLegalEntity && to.Kind() != model.KindActivity {
			s.follow(r, to)
		}
	}
}

// in returns the records of a list that the report is about.
func in[T model.Record](s scope, list []T) []T {
	if s.all {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(rec T) bool { return !s.held[rec.Meta().ID] })
}
