package check

import (
	"slices"

	"fortegnelse/model"
)

// engagements are what the register knows of its processors, found once: the
// rules on them would otherwise look through all records for each.
type engagements struct {
	of      map[model.ID]*engagement
	byID    map[model.ID]*model.Processor
	byParty map[model.ID][]*model.Processor // processors by their organisation
	first   map[model.ID]*model.Activity    // running activity that first names a system or a party
}

// engagement is what the register knows of one processor.
type engagement struct {
	activities   []*model.Activity // running, each once
	special      *model.Activity   // first in which it may get Art. 9 data, or nil
	agreements   []*model.Agreement
	supervisions []*model.Supervision
}

// engagementsOf needs the traits of the activities.
func engagementsOf(r *review) *engagements {
	e := &engagements{
		of: map[model.ID]*engagement{}, byID: map[model.ID]*model.Processor{},
		byParty: map[model.ID][]*model.Processor{}, first: map[model.ID]*model.Activity{},
	}
	for _, p := range r.Processors() {
		e.of[p.ID], e.byID[p.ID] = &engagement{}, p
		if p.Party.Given() {
			e.byParty[p.Party.Value] = append(e.byParty[p.Party.Value], p)
		}
	}
	for _, a := range r.Activities() {
		if running(a) {
			e.activity(r, a)
		}
	}
	for _, a := range r.Agreements() {
		if p, known := e.processorOf(a); known && (a.Type == "data_processing" || a.Type == "scc") {
			e.of[p.ID].agreements = append(e.of[p.ID].agreements, a)
		}
	}
	for _, s := range r.Supervisions() {
		if known := e.of[s.Processor]; known != nil {
			known.supervisions = append(known.supervisions, s)
		}
	}
	return e
}

func (e *engagements) activity(r *review, a *model.Activity) {
	for _, u := range a.Processors.Value {
		known := e.of[u.Processor]
		if known == nil {
			continue
		}
		if n := len(known.activities); n == 0 || known.activities[n-1] != a {
			known.activities = append(known.activities, a)
		}
		if known.special == nil && len(r.of(a).special) > 0 && getsSpecial(a, u) {
			known.special = a
		}
	}
	name := func(id model.ID) {
		if id != "" && e.first[id] == nil {
			e.first[id] = a
		}
	}
	for _, system := range a.Systems.Value {
		name(system)
	}
	for _, to := range a.Recipients.Value {
		if to.Type == "processor" {
			name(to.Party)
		}
	}
}

// getsSpecial reports whether a processor may get data under Art. 9 of an
// activity that has some: unless the register says item by item that it does
// not.
func getsSpecial(a *model.Activity, u model.ProcessorUse) bool {
	if len(u.Data) == 0 {
		return true
	}
	for _, g := range a.Groups.Value {
		for _, d := range g.Data {
			class, _ := classOf(d)
			if class != model.Special {
				continue
			}
			if slices.ContainsFunc(u.Data, func(x model.Disclosure) bool { return x.Data == d.Key && x.State != "no" }) {
				return true
			}
		}
	}
	return false
}

// processorOf returns the processor with which an agreement is made: the one
// that it names, or else the one that a party to it is.
func (e *engagements) processorOf(a *model.Agreement) (p *model.Processor, known bool) {
	if a.Processor != "" {
		p, known = e.byID[a.Processor]
		return p, known
	}
	for _, party := range a.Parties {
		if found := e.byParty[party]; len(found) > 0 {
			return found[0], true
		}
	}
	return nil, false
}

// employed reports whether a processor works for us as such: one that was
// found to be a controller needs no agreement under Art. 28.
func employed(p *model.Processor) bool {
	switch p.Assessment {
	case "controller", "joint_controller", "no_personal_data":
		return false
	}
	return running(p)
}

// inUse reports whether a sub-processor is not given up on a day.
func inUse(s model.SubProcessor, on model.Date) bool { return s.Until.IsZero() || !s.Until.Before(on) }
