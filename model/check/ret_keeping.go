package check

import (
	"slices"

	"fortegnelse/model"
)

// keeping tells which retention rules keep which data, over all activities
// that are carried on.
type keeping struct {
	named  map[model.ID]bool                   // rules that an activity names
	first  map[model.ID][]*model.RetentionRule // by activity: the rules that no activity before it names
	keeps  map[model.ID]bool                   // rules by which some data are kept
	alone  map[model.ID]bool                   // rules by which some data are kept that no other rule gives a period
	beside map[model.ID][]*model.RetentionRule
}

func keepingOf(r *model.Register) *keeping {
	k := &keeping{
		named: map[model.ID]bool{}, first: map[model.ID][]*model.RetentionRule{},
		keeps: map[model.ID]bool{}, alone: map[model.ID]bool{}, beside: map[model.ID][]*model.RetentionRule{},
	}
	rules := map[model.ID]*model.RetentionRule{}
	for _, rule := range r.RetentionRules() {
		rules[rule.ID] = rule
	}
	for _, a := range r.Activities() {
		if !running(a) {
			continue
		}
		var seen [][]model.ID
		lists := rulesOf(a)
		if len(lists) == 0 {
			lists = append(lists, a.Retention)
		}
		for _, list := range append(lists, a.Retention) {
			for _, id := range list.Value {
				if rule := rules[id]; rule != nil && !k.named[id] {
					k.named[id] = true
					k.first[a.ID] = append(k.first[a.ID], rule)
				}
			}
		}
		for _, list := range lists {
			if !slices.ContainsFunc(seen, func(l []model.ID) bool { return slices.Equal(l, list.Value) }) {
				seen = append(seen, list.Value)
				k.together(list.Value, rules)
			}
		}
	}
	return k
}

// together notes that rules keep the same data.
func (k *keeping) together(list []model.ID, rules map[model.ID]*model.RetentionRule) {
	for _, id := range list {
		k.keeps[id] = true
		period := false
		for _, other := range list {
			rule := rules[other]
			if other == id || rule == nil {
				continue
			}
			period = period || rule.Period.Given() && rule.Period.Value.Unit != "immediately"
			if !slices.Contains(k.beside[id], rule) {
				k.beside[id] = append(k.beside[id], rule)
			}
		}
		if !period {
			k.alone[id] = true
		}
	}
}

// idle reports whether activities name a rule, but all their data have rules
// of their own.
func (k *keeping) idle(rule *model.RetentionRule) bool {
	return k.named[rule.ID] && !k.keeps[rule.ID]
}

// helped reports whether another rule gives a period to all data that a rule
// keeps.
func (k *keeping) helped(rule *model.RetentionRule) bool {
	return k.named[rule.ID] && !k.alone[rule.ID]
}

// rulesOf returns by which rules each data item of an activity is kept, as
// [model.Activity.RulesFor] does, reckoned for all items at once.
func rulesOf(a *model.Activity) []model.Answer[[]model.ID] {
	items := a.Items()
	general := a.Retention
	if general.Given() {
		own := map[model.ID]bool{}
		for _, d := range items {
			for _, id := range d.Retention.Value {
				own[id] = true
			}
		}
		var rest []model.ID
		for _, id := range general.Value {
			if !own[id] {
				rest = append(rest, id)
			}
		}
		general = model.Answer[[]model.ID]{}
		if len(rest) > 0 {
			general = model.Value(rest)
		}
	}
	answers := make([]model.Answer[[]model.ID], len(items))
	for i, d := range items {
		answers[i] = general
		if d.Retention.State != model.Unanswered {
			answers[i] = d.Retention
		}
	}
	return answers
}
