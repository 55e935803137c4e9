package check

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"fortegnelse/model"
)

// Run looks at a register with all rules, as on a day, and returns what they
// find: errors first, then warnings and infos, each in the order of the rules
// and of the records.
func Run(r *model.Register, on model.Date) []Finding {
	whole := newReview(r, on)
	whole.prepare()
	whole.lookAt(nil)
	found := whole.found
	for _, kind := range model.Kinds {
		found = append(found, whole.each(r.Records(kind))...)
	}
	return sorted(r, found)
}

// each looks at many records, on all processors.
func (r *review) each(records []model.Record) []Finding {
	workers := min(runtime.GOMAXPROCS(0), len(records))
	parts := make([]*review, workers)
	var wait sync.WaitGroup
	for w := range workers {
		part := *r
		part.found = nil
		parts[w] = &part
		wait.Go(func() {
			for i := w; i < len(records); i += workers {
				part.lookAt(records[i])
			}
		})
	}
	wait.Wait()
	var found []Finding
	for _, part := range parts {
		found = append(found, part.found...)
	}
	return found
}

// byKind are the rules that look at each kind of records.
var byKind = func() map[model.Kind][]*Rule {
	sorted := map[model.Kind][]*Rule{}
	for i := range rules {
		sorted[rules[i].Looks] = append(sorted[rules[i].Looks], &rules[i])
	}
	return sorted
}()

// lookAt lets the rules for a record look at it; nil is the register.
func (r *review) lookAt(rec model.Record) {
	kind := model.Kind("")
	if rec != nil {
		kind = rec.Kind()
	}
	for _, rule := range byKind[kind] {
		r.rule, r.record = rule, rec
		rule.look(r)
	}
}

// sorted brings findings into their order.
func sorted(r *model.Register, found []Finding) []Finding {
	rule := make(map[*Rule]int, len(rules))
	for i := range rules {
		rule[&rules[i]] = i
	}
	record := map[model.ID]int{}
	for _, kind := range model.Kinds {
		for _, rec := range r.Records(kind) {
			record[rec.Meta().ID] = len(record) + 1
		}
	}
	at := func(f Finding) int {
		if f.Record == nil {
			return 0
		}
		return record[f.Record.Meta().ID]
	}
	slices.SortStableFunc(found, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Rule.Severity.Rank(), b.Rule.Severity.Rank()),
			cmp.Compare(rule[a.Rule], rule[b.Rule]),
			cmp.Compare(at(a), at(b)),
		) // a rule tells of one record in the order of its fields
	})
	return found
}
