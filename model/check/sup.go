package check

import (
	"fortegnelse/model"
	"fortegnelse/model/law"
)

// supervision holds the rules on the supervision of processors, SUP.
var supervision = []Rule{
	{ID: "SUP-01", Severity: Error, Reference: "28(1), 5(2), 24", Looks: model.KindProcessor,
		look: each(func(r *review, p *model.Processor) {
			if r.neverSupervised(p) {
				r.tell("", "Processor", p, "Activity", r.engaged.of[p.ID].special)
			}
		})},
	{ID: "SUP-02", Severity: Warning, Reference: "28(1), 24", Looks: model.KindProcessor, look: each(unplannedSupervision)},
	{ID: "SUP-03", Severity: Warning, Reference: "Datatilsynet, tilsyn med databehandlere (2021)", Looks: model.KindProcessor,
		look: each(func(r *review, p *model.Processor) {
			concept, score := p.Plan.Value.Concept, p.Risk.Value.Score()
			alone := concept == 1 && r.engaged.of[p.ID].special != nil // told by SUP-07
			if least, _ := ConceptRange(score); r.country() == law.Supervision().Guidance.Country && employed(p) && concept > 0 && concept < least && !alone {
				r.tell("plan.concept", "Concept", concept, "Least", least, "Score", score)
			}
		})},
	{ID: "SUP-04", Severity: Warning, Reference: "28(1)", Looks: model.KindProcessor, look: each(outdatedReport)},
	{ID: "SUP-05", Severity: Warning, Reference: "28(3)(h)", Looks: model.KindSupervision,
		look: each(func(r *review, s *model.Supervision) {
			for i, f := range s.Findings {
				if running(s) && f.Closed.IsZero() && !f.Deadline.IsZero() && f.Deadline.Before(r.on) {
					r.tell(entry("findings", i)+".deadline", "Text", f.Text, "Date", f.Deadline)
				}
			}
		})},
	{ID: "SUP-06", Severity: Warning, Reference: "28(1)", Looks: model.KindProcessor, look: each(reportBeside)},
	{ID: "SUP-07", Severity: Warning, Reference: "Datatilsynet, tilsyn med databehandlere (2021)", Looks: model.KindProcessor,
		look: each(func(r *review, p *model.Processor) {
			if special := r.engaged.of[p.ID].special; employed(p) && p.Plan.Value.Concept == 1 && special != nil && p.Risk.Value.Reason == "" {
				r.tell("plan.concept", "Processor", p, "Activity", special)
			}
		})},
}

// neverSupervised reports whether a processor with data under Art. 9 has gone
// without supervision for longer than it should. A processor of unknown age is
// not taken to be new.
func (r *review) neverSupervised(p *model.Processor) bool {
	known := r.engaged.of[p.ID]
	if !employed(p) || known.special == nil || r.lastSupervision(p) != nil {
		return false
	}
	since := p.Since
	for _, a := range known.agreements {
		if begin, _ := begins(a); p.Since.IsZero() && !begin.IsZero() && (since.IsZero() || begin.Before(since)) {
			since = begin
		}
	}
	return since.IsZero() || monthsAfter(since, law.Limit("first_supervision_months")).Before(r.on)
}

// lastSupervision returns the latest supervision that was carried out, or nil.
func (r *review) lastSupervision(p *model.Processor) *model.Supervision {
	var last *model.Supervision
	for _, s := range r.engaged.of[p.ID].supervisions {
		if !s.Done.IsZero() && (last == nil || last.Done.Before(s.Done)) {
			last = s
		}
	}
	return last
}

// unplannedSupervision finds that the next supervision is overdue, or that none
// is planned.
func unplannedSupervision(r *review, p *model.Processor) {
	plan := p.Plan.Value
	if !employed(p) || nameless(p) || plan.Concept == 1 || p.Plan.State == model.NotApplicable ||
		len(r.engaged.of[p.ID].activities) == 0 || r.neverSupervised(p) {
		return
	}
	next, field := plan.Next, "plan.next"
	if !p.Plan.Given() {
		field = "plan"
	}
	last := r.lastSupervision(p)
	if last != nil && plan.EveryMonths > 0 {
		if due := monthsAfter(last.Done, plan.EveryMonths); next.IsZero() || due.Before(next) {
			next = due
		}
	}
	switch {
	case next.IsZero() && !r.appointed(p):
		r.tellCase("unplanned", field, "Processor", p)
	case next.IsZero() || !next.Before(r.on):
	case last != nil && !last.Done.Before(next):
		r.tellCase("unplanned", field, "Processor", p)
	default:
		r.tell(field, "Processor", p, "Date", next)
	}
}

// appointed reports whether a supervision of a processor is planned for a day to come.
func (r *review) appointed(p *model.Processor) bool {
	for _, s := range r.engaged.of[p.ID].supervisions {
		if s.Done.IsZero() && !s.Planned.Before(r.on) {
			return true
		}
	}
	return false
}

// onPaper returns the latest supervision of a processor where it rests on what
// others have seen: a certificate, or an auditor's report.
func (r *review) onPaper(p *model.Processor) (s *model.Supervision, certificate bool) {
	s = r.lastSupervision(p)
	if s == nil || !employed(p) {
		return nil, false
	}
	switch {
	case s.Concept == 4, s.Concept == 0 && (s.Form == "certification" || s.Form == "code_of_conduct"):
		return s, true
	case s.Concept == 5, s.Concept == 0 && (s.Form == "isae_3000" || s.Form == "isae_3402_1" || s.Form == "isae_3402_2"):
		return s, false
	}
	return nil, false
}

// outdatedReport finds a certificate that has run out, and an auditor's report on
// a period long past.
func outdatedReport(r *review, p *model.Processor) {
	s, certificate := r.onPaper(p)
	if s == nil || s.PeriodUntil.IsZero() {
		return
	}
	months := law.Limit("audit_report_months")
	switch {
	case certificate && s.PeriodUntil.Before(r.on):
		r.tellOfCase(s, "certificate", "periodUntil", "Processor", p, "Date", s.PeriodUntil)
	case !certificate && monthsAfter(s.PeriodUntil, months).Before(r.on):
		r.tellOf(s, "periodUntil", "Processor", p, "Date", s.PeriodUntil, "Months", months)
	}
}

// reportBeside finds a report that is about something else than what we buy, or
// leaves out sub-processors.
func reportBeside(r *review, p *model.Processor) {
	s, _ := r.onPaper(p)
	if s == nil {
		return
	}
	if s.OurService == model.No {
		r.tellOf(s, "ourService", "Processor", p)
	} else if s.OurService == "" && s.Scope == "" {
		r.tellOfCase(s, "unknown", "scope", "Processor", p)
	}
	for _, sub := range p.SubProcessors.Value {
		if s.SubProcessors == model.No && inUse(sub, r.on) {
			r.tellOfCase(s, "sub_processors", "subProcessors", "Processor", p)
			return
		}
	}
}
