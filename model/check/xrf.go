package check

import (
	"slices"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// crossReferences holds the rules on records that do not fit together, XRF.
var crossReferences = []Rule{
	{ID: "XRF-01", Severity: Warning, Looks: model.KindActivity, look: each(brokenReferences)},
	{ID: "XRF-02", Severity: Warning, Reference: "30(1)(e)", Looks: model.KindActivity, look: each(unsaidTransfer)},
	{ID: "XRF-03", Severity: Warning, Reference: "28(3)(a)", Looks: model.KindAgreement, look: each(forbiddenTransfer)},
	{ID: "XRF-04", Severity: Warning, Reference: "28(3)", Looks: model.KindActivity, look: each(dataBesideAgreement)},
}

// brokenReferences finds that an activity leads to a record that is not there,
// or to one that is given up.
func brokenReferences(r *review, a *model.Activity) {
	if !running(a) {
		return
	}
	lead := func(field string, id model.ID) {
		rec, ok := r.Record(id)
		switch {
		case id == "":
		case !ok:
			r.tell(field)
		case !running(rec):
			r.tellCase("ended", field, "Record", rec, "Status", Code{"status", string(rec.Meta().Status)})
		}
	}
	for i, u := range a.Processors.Value {
		lead(entry("processors", i)+".processor", u.Processor)
	}
	for i, with := range a.JointWith.Value {
		lead(entry("jointWith", i)+".agreement", with.Agreement)
	}
	for i, c := range a.ActingFor.Value {
		lead(entry("actingFor", i)+".agreement", c.Agreement)
	}
	for i, id := range a.Systems.Value {
		lead(entry("systems", i), id)
	}
	for i, id := range a.Transfers.Value {
		lead(entry("transfers", i), id)
	}
	for i, id := range a.Retention.Value {
		lead(entry("retention", i), id)
	}
}

// unsaidTransfer finds that a processor or a system of an activity keeps data
// outside the EEA, while the activity names no transfer there.
func unsaidTransfer(r *review, a *model.Activity) {
	if !running(a) || missing(a.Transfers) {
		return
	}
	var told []model.Country
	tell := func(words string, where model.Country, facts ...any) {
		if where == "" || law.IsEEAOn(where, r.on) || slices.Contains(told, where) || r.transfersTo(a, where) {
			return
		}
		told = append(told, where)
		r.tellCase(words, "transfers", append(facts, "Country", country(where))...)
	}
	for _, u := range a.Processors.Value {
		p, known := r.engaged.byID[u.Processor]
		if !known || !employed(p) {
			continue
		}
		for _, place := range p.Places.Value {
			tell("", place.Country, "Processor", p)
		}
		for _, s := range p.SubProcessors.Value {
			if inUse(s, r.on) {
				tell("sub_processor", s.Country, "Processor", p, "SubProcessor", r.nameOfSub(s))
			}
		}
	}
	for _, id := range a.Systems.Value {
		if system, ok := model.Find[*model.System](r.Register, id); ok && running(system) {
			tell("system", system.Country.Value, "System", system)
		}
	}
}

// transfersTo reports whether an activity names a transfer to a country, or one
// that does not say where to.
func (r *review) transfersTo(a *model.Activity, to model.Country) bool {
	for _, id := range a.Transfers.Value {
		t, ok := model.Find[*model.Transfer](r.Register, id)
		if ok && (!t.Destination.Given() || t.Destination.Value.Country == "" || t.Destination.Value.Country == to) {
			return true
		}
	}
	return false
}

// forbiddenTransfer finds a transfer to a processor, or to a sub-processor, whose
// agreement allows none.
func forbiddenTransfer(r *review, a *model.Agreement) {
	p, known := r.engaged.processorOf(a)
	if !known || !r.holds(a) || a.Transfers != model.No {
		return
	}
	importers := []model.ID{p.Party.Value}
	for _, s := range p.SubProcessors.Value {
		if inUse(s, r.on) {
			importers = append(importers, s.Party)
		}
	}
	seen := map[model.ID]bool{}
	for _, activity := range r.engaged.of[p.ID].activities {
		for _, id := range activity.Transfers.Value {
			t, ok := model.Find[*model.Transfer](r.Register, id)
			if seen[id] || !ok || !running(t) {
				continue
			}
			seen[id] = true
			concerned := []model.ID{t.Importer.Value, t.ExporterParty}
			if slices.ContainsFunc(concerned, func(id model.ID) bool { return id != "" && slices.Contains(importers, id) }) {
				r.tell("transfers", "Processor", p, "Transfer", t)
			}
		}
	}
}

// dataBesideAgreement finds data that an activity entrusts to a processor, and
// that the annex of its agreement does not list.
func dataBesideAgreement(r *review, a *model.Activity) {
	if !running(a) {
		return
	}
	for i, u := range a.Processors.Value {
		covered, agreement := r.annexes(u.Processor)
		if agreement == nil {
			continue
		}
		var beside []any
		for _, d := range u.Data {
			item, ok := entrusted(a, d)
			name := Code{"data_category", string(item.Category)}
			if ok && !covers(covered, item) && !slices.Contains(beside, any(name)) {
				beside = append(beside, name)
			}
		}
		if len(beside) > 0 {
			r.tell(entry("processors", i)+".data", "Agreement", agreement, "Data", beside)
		}
	}
}

// annexes returns the categories of data in the agreements with a processor that
// are in force, and one of the agreements. It returns none where an agreement does
// not list them.
func (r *review) annexes(processor model.ID) (categories []model.DataCategory, agreement *model.Agreement) {
	known := r.engaged.of[processor]
	if known == nil {
		return nil, nil
	}
	for _, a := range known.agreements {
		if !inForce(a) {
			continue
		}
		if len(a.Categories) == 0 {
			return nil, nil
		}
		categories, agreement = append(categories, a.Categories...), a
	}
	return categories, agreement
}

// entrusted returns the item of data that a disclosure is about, where it is made.
func entrusted(a *model.Activity, d model.Disclosure) (model.DataItem, bool) {
	switch d.State {
	case model.Receives, model.ByLaw, model.IfRelevant:
		for _, g := range a.Groups.Value {
			for _, item := range g.Data {
				if item.Key == d.Data {
					return item, item.Category != ""
				}
			}
		}
	}
	return model.DataItem{}, false
}

// covers reports whether categories hold an item: health data hold all that is
// of health, contact details all of these.
func covers(categories []model.DataCategory, item model.DataItem) bool {
	if slices.Contains(categories, item.Category) {
		return true
	}
	switch item.Category {
	case "name", "address", "email", "phone":
		return slices.Contains(categories, "contact_details")
	}
	class, special := classOf(item)
	return class == model.Special && special == "health" && slices.Contains(categories, "health")
}
