package check

import (
	"slices"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// Proposal is how a processor might be supervised, by what the register knows
// of it. It is guidance: who answers for the processor decides.
type Proposal struct {
	// Points says whether the country's authority has a point scale; without one
	// Risk and the concepts mean nothing.
	Points bool
	Risk   model.Risk // as answered, else as the register lets guess
	Known  bool       // the risk was answered
	Unsure bool       // the number of persons is not known, so that the score may be too low

	From, To int         // weakest and strongest concept that fit
	Class    model.Class // gravest class of data that it gets
	Months   int         // between two supervisions
}

// ProposeSupervision proposes how to supervise a processor: by the points of
// the authority's guidance where it has some (Denmark), else by the gravest
// class of data (Sweden, Norway).
func ProposeSupervision(r *model.Register, p *model.Processor) Proposal {
	seen := seenBy(r, p)
	proposal := Proposal{
		Points: r.Info().Country == law.Supervision().Guidance.Country, Risk: p.Risk.Value, Known: p.Risk.Given() && p.Risk.Value.Score() > 0,
		From: 1, To: 6, Class: seen.gravest(),
	}
	if !proposal.Points {
		proposal.Months = PlainInterval(proposal.Class)
		return proposal
	}
	if !proposal.Known {
		proposal.Risk, proposal.Unsure = seen.risk(), seen.used == 0 || seen.counted < seen.used
	}
	score := proposal.Risk.Score()
	proposal.From, proposal.To = ConceptRange(score)
	proposal.Months = ProposedInterval(score)
	return proposal
}

// ConceptRange returns the weakest and the strongest concept of supervision
// that fit a score by the Danish guidance. Without a score all fit.
func ConceptRange(score int) (from, to int) {
	ranges := law.Supervision().Ranges
	fit := ranges[0]
	for _, r := range ranges {
		if r.Score <= score {
			fit = r
		}
	}
	return fit.From, fit.To
}

// ProposedInterval returns the months between two supervisions for a score of
// the Danish guidance.
func ProposedInterval(score int) (months int) {
	intervals := law.Supervision().Intervals
	fit := intervals[0]
	for _, i := range intervals {
		if i.Score <= score {
			fit = i
		}
	}
	return fit.Months
}

// PlainInterval returns the months between two supervisions by the gravest
// class of data, where there is no point scale.
func PlainInterval(gravest model.Class) (months int) {
	plain := law.Supervision().Plain
	for _, i := range plain {
		if i.Class == gravest {
			return i.Months
		}
	}
	return plain[len(plain)-1].Months
}

// RiskOf gives the points of the Danish guidance: how many persons (A), whether
// there are data under Art. 9 (B), other protected or confidential data (C), and
// whether the processing is of a special nature (D).
func RiskOf(persons int, special, confidential, nature bool) model.Risk {
	var risk model.Risk
	for _, p := range law.Supervision().Points {
		switch {
		case p.Question == "persons" && persons >= p.From:
			risk.Persons = p.Points
		case p.Question == "special" && special:
			risk.Special = p.Points
		case p.Question == "confidential" && confidential:
			risk.Confidential = p.Points
		case p.Question == "nature" && nature:
			risk.Nature = p.Points
		}
	}
	return risk
}

// seen is what a processor gets to see in the activities that use it.
type seen struct {
	classes map[model.Class]bool
	persons int  // of the activity with most of them: several may be about the same
	counted int  // activities that state the number of persons in all groups
	used    int  // activities
	nature  bool // automated decisions, or an impact assessment that was needed
}

func seenBy(r *model.Register, p *model.Processor) seen {
	s := seen{classes: map[model.Class]bool{}}
	for _, rec := range r.UsersOf(p.ID, model.KindActivity) {
		a, ok := rec.(*model.Activity)
		if !ok || !running(a) {
			continue
		}
		for _, use := range a.Processors.Value {
			if use.Processor == p.ID {
				s.activity(a, use)
			}
		}
	}
	return s
}

func (s *seen) activity(a *model.Activity, use model.ProcessorUse) {
	persons, counted := 0, true
	for _, g := range a.Groups.Value {
		persons += g.Count.Value
		counted = counted && g.Count.Given()
		for _, d := range g.Data {
			if !gets(use, d) {
				continue
			}
			class, _ := classOf(d)
			s.classes[class] = true
		}
	}
	s.used++
	if counted {
		s.counted++
	}
	s.persons = max(s.persons, persons)
	s.nature = s.nature || a.Automated.Given() || slices.Contains([]model.Screening{"required", "done", "prior_consultation"}, a.DPIA.Value.Screening)
}

// gets reports whether a processor may get data: unless the register says item
// by item what it gets.
func gets(use model.ProcessorUse, d model.DataItem) bool {
	return len(use.Data) == 0 || slices.ContainsFunc(use.Data, func(x model.Disclosure) bool {
		return x.Data == d.Key && x.State != model.NoDisclosed
	})
}

func (s seen) risk() model.Risk {
	confidential := s.classes[model.Confidential] || s.classes[model.NationalID] || s.classes[model.Criminal]
	return RiskOf(s.persons, s.classes[model.Special], confidential, s.nature)
}

// gravest returns the gravest class of data, as the law data order them; ""
// where nothing is known.
func (s seen) gravest() model.Class {
	for _, i := range law.Supervision().Plain {
		if s.classes[i.Class] {
			return i.Class
		}
	}
	return ""
}
