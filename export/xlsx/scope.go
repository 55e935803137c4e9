package xlsx

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"fortegnelse/export/jsonfile"
	"fortegnelse/model"
)

// checksum returns the SHA-256 of the register's canonical JSON in lower-case
// hex. It tells which state of the register a workbook was written from.
func checksum(r *model.Register) (string, error) {
	sum := sha256.New()
	if err := jsonfile.Write(sum, r); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// short returns the beginning of a checksum, "3f9a 71c2 b04e".
func short(sum string) string { return sum[:4] + " " + sum[4:8] + " " + sum[8:12] }

// scope is the part of a register that a workbook is about; nil is all of it.
type scope map[model.ID]bool

// scopeOf follows the links from one of our legal entities: its activities,
// what these refer to, and the agreements with and supervisions of the
// processors. An empty entity is the whole register.
func scopeOf(r *model.Register, entity model.ID) (scope, error) {
	if entity == "" {
		return nil, nil
	}
	e, ok := model.Find[*model.LegalEntity](r, entity)
	if !ok {
		return nil, fmt.Errorf("there is no legal entity %s in the register", entity)
	}
	s := scope{}
	s.follow(r, e)
	for _, a := range r.Activities() {
		if slices.Contains(a.Entities, entity) {
			s.follow(r, a)
		}
	}
	for _, t := range r.Transfers() {
		if t.Exporter == entity {
			s.follow(r, t)
		}
	}
	for _, m := range r.Measures() {
		if covers(m, entity) {
			s.follow(r, m)
		}
	}
	for _, p := range r.Processors() {
		if !s[p.ID] {
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

// covers reports whether a measure is about a legal entity or the whole
// organisation.
func covers(m *model.Measure, entity model.ID) bool {
	return len(m.Scopes) == 0 || slices.ContainsFunc(m.Scopes, func(s model.Scope) bool {
		return s.Record == entity || s.Record == ""
	})
}

// follow takes in a record and all that it refers to, but no other legal
// entity and no other activity.
func (s scope) follow(r *model.Register, rec model.Record) {
	if s[rec.Meta().ID] {
		return
	}
	s[rec.Meta().ID] = true
	for _, u := range model.References(rec) {
		to, ok := r.Record(u.To)
		if ok && to.Kind() != model.KindLegalEntity && to.Kind() != model.KindActivity {
			s.follow(r, to)
		}
	}
}

// holds reports whether the workbook is about a record.
func (s scope) holds(rec model.Record) bool { return s == nil || s[rec.Meta().ID] }

// records returns the records that the workbook is about.
func (s scope) records(r *model.Register) []model.Record {
	return slices.DeleteFunc(r.Content().Records(), func(rec model.Record) bool { return !s.holds(rec) })
}
