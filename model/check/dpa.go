package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// agreements holds the rules on data processing agreements, DPA. An agreement
// that nobody has read yet is told of once, by DPA-02: what it says follows from
// reading it.
var agreements = []Rule{
	{ID: "DPA-01", Severity: Error, Reference: "28(3)", Looks: model.KindProcessor, look: each(withoutAgreement)},
	{ID: "DPA-02", Severity: Error, Reference: "28(3), 28(9)", Looks: model.KindAgreement, look: each(unprovedAgreement)},
	{ID: "DPA-03", Severity: Error, Reference: "28(3)(a)–(h)", Looks: model.KindAgreement, look: eachRead(lacksItems("content"))},
	{ID: "DPA-04", Severity: Error, Reference: "28(3)", Looks: model.KindAgreement, look: eachRead(lacksItems("frame"))},
	{ID: "DPA-05", Severity: Warning, Reference: "28(3)", Looks: model.KindAgreement, look: each(pastItsEnd)},
	{ID: "DPA-06", Severity: Warning, Reference: "28(3)", Looks: model.KindProcessor, look: each(lateAgreement)},
	{ID: "DPA-07", Severity: Warning, Reference: "28(2)", Looks: model.KindAgreement, look: eachRead(subAuthorisation)},
	{ID: "DPA-08", Severity: Error, Reference: "28(2)", Looks: model.KindAgreement,
		look: eachRead(func(r *review, a *model.Agreement) {
			p, known := r.engaged.processorOf(a)
			if a.SubAuthorisation == "general" && known && (missing(p.ChangeNotice) || p.ChangeNotice.State == model.None) {
				r.tellOf(p, "changeNotice", "Agreement", a)
			}
		})},
	{ID: "DPA-09", Severity: Warning, Reference: "28(4)", Looks: model.KindProcessor, look: each(incompleteSubProcessors)},
	{ID: "DPA-10", Severity: Warning, Reference: "28(3)(f), 33", Looks: model.KindAgreement,
		look: eachRead(func(r *review, a *model.Agreement) {
			most := law.Limit("breach_notice_hours")
			switch hours := a.BreachHours; {
			case missing(hours) || hours.State == model.None:
				r.tellCase("missing", "breachHours")
			case hours.Value > most:
				r.tell("breachHours", "Hours", hours.Value, "Limit", most)
			}
		})},
	{ID: "DPA-11", Severity: Warning, Reference: "28(3)(g)", Looks: model.KindAgreement, look: each(withoutEnd)},
	{ID: "DPA-12", Severity: Warning, Reference: "28(3)(h)", Looks: model.KindAgreement,
		look: eachRead(func(r *review, a *model.Agreement) {
			if answered(a, "h") == "yes" && (missing(a.Audit) || a.Audit.State == model.None) {
				r.tell("audit")
			}
		})},
	{ID: "DPA-13", Severity: Warning, Reference: "28(9)", Looks: model.KindAgreement,
		look: each(func(r *review, a *model.Agreement) {
			if r.holds(a) && a.Written == model.No {
				r.tell("written")
			}
		})},
	{ID: "DPA-14", Severity: Warning, Reference: "28(3), 24", Looks: model.KindProcessor, look: each(changedService)},
	{ID: "DPA-15", Severity: Info, Reference: "28(7)–(8)", Looks: model.KindAgreement, look: eachRead(deviates)},
}

// eachRead makes the look of a rule at every agreement with a processor that is
// in force and that somebody has read.
func eachRead(look func(r *review, a *model.Agreement)) func(*review) {
	return each(func(r *review, a *model.Agreement) {
		if r.holds(a) && r.read(a) {
			look(r, a)
		}
	})
}

// inForce reports whether an agreement is said to apply.
func inForce(a *model.Agreement) bool {
	switch a.State {
	case "in_force", "confirmed_individually", "general_statement":
		return running(a)
	}
	return false
}

// holds reports whether an agreement is one on data processing that applies, and
// with somebody who still processes for us.
func (r *review) holds(a *model.Agreement) bool {
	p, known := r.engaged.processorOf(a)
	return a.Type == "data_processing" && inForce(a) && (!known || employed(p))
}

// read reports whether somebody has had the text of an agreement at hand.
func (r *review) read(a *model.Agreement) bool {
	return r.documented(a) || slices.ContainsFunc(a.Items, func(x model.AgreementAnswer) bool {
		return x.Answer != "" && x.Answer != "not_stated"
	})
}

// documented reports whether the text of an agreement is kept.
func (r *review) documented(a *model.Agreement) bool {
	return len(a.Documents) > 0 || len(r.UsersOf(a.ID, model.KindDocument)) > 0
}

// begins returns the day from which an agreement applies, as far as is known.
func begins(a *model.Agreement) (day model.Date, field string) {
	if a.Effective.Given() {
		return a.Effective.Value, "effective"
	}
	return a.Signed.Value, "signed"
}

// withoutAgreement finds a processor with which no agreement is in force, or
// none for one of our legal entities that use it.
func withoutAgreement(r *review, p *model.Processor) {
	if !employed(p) {
		return
	}
	known := r.engaged.of[p.ID]
	words, covered, all := "", []model.ID{}, false
	for _, a := range known.agreements {
		switch {
		case a.State == "not_required":
			return
		case inForce(a):
			all = all || len(a.Entities) == 0
			covered = append(covered, a.Entities...)
		case a.State == "draft":
			words = "draft"
		case words != "draft" && (a.State == "expired" || a.State == "terminated" || !running(a)):
			words = "ended"
		case words == "" && a.State != "missing":
			words = "unknown"
		}
	}
	if !all && len(covered) == 0 {
		r.tellCase(words, "", "Processor", p)
	} else if !all {
		r.uncovered(p, covered)
	}
}

// uncovered finds a legal entity of ours that uses a processor without being
// party to an agreement.
func (r *review) uncovered(p *model.Processor, covered []model.ID) {
	for _, a := range r.engaged.of[p.ID].activities {
		for _, id := range a.Entities {
			if e, ok := model.Find[*model.LegalEntity](r.Register, id); ok && !slices.Contains(covered, id) {
				covered = append(covered, id)
				r.tellCase("entity", "", "Processor", p, "Entity", e)
			}
		}
	}
}

// unprovedAgreement finds an agreement of which the register has neither the
// text nor the date.
func unprovedAgreement(r *review, a *model.Agreement) {
	if !r.holds(a) {
		return
	}
	documented := r.documented(a)
	begin, _ := begins(a)
	switch {
	case !documented && begin.IsZero():
		r.tell("documents")
	case !documented:
		r.tellCase("document", "documents")
	case begin.IsZero():
		r.tellCase("date", "signed")
	}
}

// pastItsEnd finds an agreement that has run out, where none has replaced it.
func pastItsEnd(r *review, a *model.Agreement) {
	if !r.holds(a) || !r.over(a) {
		return
	}
	if p, known := r.engaged.processorOf(a); known {
		for _, other := range r.engaged.of[p.ID].agreements {
			if inForce(other) && !r.over(other) {
				return
			}
		}
	}
	r.tell("ends", "Date", a.Ends.Value)
}

func (r *review) over(a *model.Agreement) bool { return a.Ends.Given() && a.Ends.Value.Before(r.on) }

// lateAgreement finds a processor that began before its first agreement.
func lateAgreement(r *review, p *model.Processor) {
	if !employed(p) || p.Since.IsZero() {
		return
	}
	var first *model.Agreement
	var begin model.Date
	var at string
	for _, a := range r.engaged.of[p.ID].agreements {
		if day, field := begins(a); !day.IsZero() && a.State != "draft" && (first == nil || day.Before(begin)) {
			first, begin, at = a, day, field
		}
	}
	if first != nil && p.Since.Before(begin) {
		r.tellOf(first, at, "Processor", p, "Since", p.Since, "Date", begin)
	}
}

// subAuthorisation finds that nothing is said of sub-processors, or that they
// are used without leave.
func subAuthorisation(r *review, a *model.Agreement) {
	switch a.SubAuthorisation {
	case "", "not_stated":
		r.tell("subAuthorisation")
	case "not_allowed":
		p, known := r.engaged.processorOf(a)
		if known && slices.ContainsFunc(p.SubProcessors.Value, func(s model.SubProcessor) bool { return inUse(s, r.on) }) {
			r.tellCase("not_allowed", "subAuthorisation", "Processor", p)
		}
	}
}

// incompleteSubProcessors finds that a register does not say whether there are
// sub-processors, and what it lacks of those that it has.
func incompleteSubProcessors(r *review, p *model.Processor) {
	if !employed(p) || nameless(p) {
		return
	}
	if missing(p.SubProcessors) {
		r.tellCase("unknown", "subProcessors", "Processor", p)
		return
	}
	for i, s := range p.SubProcessors.Value {
		var lacks []string
		if s.Party == "" && strings.TrimSpace(s.Text) == "" {
			lacks = append(lacks, "party")
		}
		if s.Country == "" {
			lacks = append(lacks, "country")
		}
		if s.SameDuties != model.Yes {
			lacks = append(lacks, "sameDuties")
		}
		if len(lacks) > 0 && inUse(s, r.on) {
			r.tell(entry("subProcessors", i)+"."+lacks[0], "SubProcessor", r.nameOfSub(s), "Missing", labels(p, "subProcessors[].", lacks))
		}
	}
}

func (r *review) nameOfSub(s model.SubProcessor) string {
	if s.Party != "" {
		return r.TitleOf(s.Party)
	}
	if s.Text != "" {
		return s.Text
	}
	return s.Key
}
