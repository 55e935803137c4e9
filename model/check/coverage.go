package check

import (
	"slices"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// Cover says whether something is in order between a processor and an activity.
type Cover string

// The covers.
const (
	Covered   Cover = "yes"
	Uncovered Cover = "no"
	Unknown   Cover = "unknown" // the register does not say
	NotNeeded Cover = "not_needed"
)

// Cell is one answer of a coverage, and the field that says so: "" for the
// record as a whole.
type Cell struct {
	Cover
	Record model.Record
	Field  string
}

// Coverage tells how an activity is covered where a processor takes part.
type Coverage struct {
	Processor *model.Processor
	Activity  *model.Activity

	Agreement     Cell // one is in force
	Data          Cell // it covers the data that the processor gets
	Persons       Cell // it states the categories of persons
	Places        Cell // where data are processed is stated
	SubProcessors Cell // they are listed, or there are none
	Transfers     Cell // a tool for each third country
	Supervision   Cell // on time
}

// CoverageParts lists what a coverage answers, in its order.
var CoverageParts = []string{"agreement", "data", "persons", "places", "sub_processors", "transfers", "supervision"}

// Cells returns the answers in the order of [CoverageParts].
func (c Coverage) Cells() []Cell {
	return []Cell{c.Agreement, c.Data, c.Persons, c.Places, c.SubProcessors, c.Transfers, c.Supervision}
}

// CoverageOf returns the coverage of every activity by every processor that it
// uses, as on a day, in the order of the processors and of the activities. What
// is given up is left out.
func CoverageOf(register *model.Register, on model.Date) []Coverage {
	r := newReview(register, on)
	r.prepare()
	var all []Coverage
	for _, p := range r.Processors() {
		if !employed(p) {
			continue
		}
		for _, a := range r.engaged.of[p.ID].activities {
			agreement, applies := r.applying(p, a)
			all = append(all, Coverage{
				Processor: p, Activity: a, Agreement: agreement, Data: r.dataCovered(p, a, applies), Persons: personsCovered(p, applies),
				Places: placesStated(p), SubProcessors: subProcessorsListed(p), Transfers: r.transfersCovered(p, a), Supervision: r.onTime(p),
			})
		}
	}
	return all
}

// applying looks for an agreement with a processor that is in force for all our
// legal entities that carry on an activity, and returns it.
func (r *review) applying(p *model.Processor, a *model.Activity) (Cell, *model.Agreement) {
	cell := Cell{Uncovered, p, ""}
	for _, agreement := range r.engaged.of[p.ID].agreements {
		ours := len(agreement.Entities) == 0 || !slices.ContainsFunc(a.Entities, func(id model.ID) bool { return !slices.Contains(agreement.Entities, id) })
		switch {
		case agreement.State == "general_statement" && inForce(agreement) && !r.over(agreement) && ours:
			return Cell{Unknown, agreement, "state"}, agreement // said of all, not confirmed of this one
		case inForce(agreement) && !r.over(agreement) && ours:
			return Cell{Covered, agreement, "state"}, agreement
		case inForce(agreement) && r.over(agreement):
			cell = Cell{Uncovered, agreement, "ends"}
		case inForce(agreement):
			cell = Cell{Uncovered, agreement, "entities"}
		case agreement.State == "not_required":
			cell = Cell{NotNeeded, agreement, "state"}
		case agreement.State == "" || agreement.State == "not_stated":
			cell = Cell{Unknown, agreement, "state"}
		default:
			cell = Cell{Uncovered, agreement, "state"}
		}
	}
	return cell, nil
}

// dataCovered compares the data that a processor gets with the annex of its
// agreement.
func (r *review) dataCovered(p *model.Processor, a *model.Activity, agreement *model.Agreement) Cell {
	if agreement == nil {
		return Cell{Unknown, p, ""}
	}
	if len(agreement.Categories) == 0 {
		return Cell{Unknown, agreement, "categories"}
	}
	covered, _ := r.annexes(p.ID)
	cell := Cell{Covered, agreement, "categories"}
	for i, use := range a.Processors.Value {
		if use.Processor != p.ID {
			continue
		}
		for _, item := range r.of(a).items {
			switch {
			case !gets(use, item.DataItem):
			case item.Category == "":
				cell = Cell{Unknown, a, item.field + ".category"}
			case !covers(covered, item.DataItem):
				return Cell{Uncovered, a, entry("processors", i) + ".data"}
			}
		}
	}
	return cell
}

// personsCovered says whether an agreement states the categories of persons,
// frame item F6.
func personsCovered(p *model.Processor, agreement *model.Agreement) Cell {
	if agreement == nil {
		return Cell{Unknown, p, ""}
	}
	switch answered(agreement, "F6") {
	case "yes":
		return Cell{Covered, agreement, "items"}
	case "no", "partly":
		return Cell{Uncovered, agreement, "items"}
	}
	return Cell{Unknown, agreement, "items"}
}

func placesStated(p *model.Processor) Cell {
	unnamed := func(place model.Place) bool { return place.Country == "" }
	switch {
	case p.Places.State == model.Unanswered || p.Places.Given() && len(p.Places.Value) == 0:
		return Cell{Unknown, p, "places"}
	case p.Places.State == model.NotStated || slices.ContainsFunc(p.Places.Value, unnamed):
		return Cell{Uncovered, p, "places"}
	}
	return Cell{Covered, p, "places"}
}

func subProcessorsListed(p *model.Processor) Cell {
	unnamed := func(s model.SubProcessor) bool { return s.Party == "" && s.Text == "" }
	switch {
	case p.SubProcessors.State == model.Unanswered || p.SubProcessors.Given() && len(p.SubProcessors.Value) == 0:
		return Cell{Unknown, p, "subProcessors"}
	case p.SubProcessors.State == model.NotStated || slices.ContainsFunc(p.SubProcessors.Value, unnamed):
		return Cell{Uncovered, p, "subProcessors"}
	}
	return Cell{Covered, p, "subProcessors"}
}

// transfersCovered says whether the activity has a tool for each third country
// in which a processor or its sub-processors have the data.
func (r *review) transfersCovered(p *model.Processor, a *model.Activity) Cell {
	var outside []model.Country
	unclear := missing(p.Places) || missing(p.SubProcessors)
	look := func(c model.Country) {
		if c == "" {
			unclear = true
		} else if !law.IsEEAOn(c, r.on) {
			outside = append(outside, c)
		}
	}
	for _, place := range p.Places.Value {
		look(place.Country)
	}
	for _, s := range p.SubProcessors.Value {
		if inUse(s, r.on) {
			look(s.Country)
		}
	}
	for _, c := range outside {
		if missing(a.Transfers) {
			return Cell{Unknown, a, "transfers"}
		}
		if !r.toolFor(a, c) {
			return Cell{Uncovered, a, "transfers"}
		}
	}
	switch {
	case unclear && missing(p.Places):
		return Cell{Unknown, p, "places"}
	case unclear:
		return Cell{Unknown, p, "subProcessors"}
	case outside == nil:
		return Cell{NotNeeded, p, "places"}
	}
	return Cell{Covered, a, "transfers"}
}

// toolFor reports whether an activity has a transfer to a country that rests on
// something.
func (r *review) toolFor(a *model.Activity, to model.Country) bool {
	for _, id := range a.Transfers.Value {
		t, ok := model.Find[*model.Transfer](r.Register, id)
		if ok && t.Destination.Value.Country == to && (len(t.Tools) > 0 || t.Gate.Given() && t.Gate.Value != "none") {
			return true
		}
	}
	return false
}

// onTime says whether a processor is supervised in time.
func (r *review) onTime(p *model.Processor) Cell {
	next, field := r.nextSupervision(p)
	switch {
	case p.Plan.State == model.NotApplicable:
		return Cell{NotNeeded, p, "plan"}
	case p.Plan.Value.Concept == 1:
		return Cell{NotNeeded, p, "plan.concept"}
	case r.neverSupervised(p):
		return Cell{Uncovered, p, "plan"}
	case next.IsZero():
		return Cell{Unknown, p, "plan.next"}
	case next.Before(r.on):
		return Cell{Uncovered, p, field}
	}
	return Cell{Covered, p, field}
}
