package check

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"fortegnelse/model"
	"fortegnelse/model/law"
	"fortegnelse/model/words"
)

// Urgency says how near the day is on which something falls due.
type Urgency string

// The urgencies.
const (
	Overdue Urgency = "overdue" // the day is past
	Soon    Urgency = "soon"    // the first reminder is past
	Later   Urgency = "later"
)

// Urgencies lists the urgencies, the gravest first.
var Urgencies = []Urgency{Overdue, Soon, Later}

// Due is something that falls due on a day.
type Due struct {
	Event   string       // what: the catalogue has it as "calendar.<event>"
	Record  model.Record // that says so
	Field   string       // path in the record that the day follows from
	On      model.Date
	Urgency Urgency
	Remind  []int  // days before On on which to be reminded, the earliest first
	Facts   []Fact // for the words

	entry string // which entry of a list, whatever its position
}

// Message says in a sentence what falls due.
func (d Due) Message(c *words.Catalogue, r *model.Register) string {
	return c.Text("calendar."+d.Event, Finding{Facts: d.Facts}.pairs(c, r)...)
}

// Key identifies what falls due, on whatever day: the event, the record and
// the entry of a list. It is the same for ever, so that a calendar knows an
// event again whose day has changed.
func (d Due) Key() string {
	sum := sha256.Sum256([]byte(d.Event + "\n" + string(d.Record.Meta().ID) + "\n" + d.entry))
	return hex.EncodeToString(sum[:16])
}

// DueEvents lists what [Calendar] tells of.
var DueEvents = []string{
	"agreement_ends", "supervision_due", "supervision_planned", "supervision_finding", "certificate_ends", "report_ages",
	"objection_ends", "review", "dpia_review", "adequacy_expires", "adequacy_review", "dpf_expires", "dpf_check",
	"answer_ends", "retention_check",
}

// Calendar returns what falls due in a register, and what is overdue on a day,
// ordered by day, record and field. It asks no clock. Records that are given up
// have no days.
func Calendar(r *model.Register, on model.Date) []Due {
	c := &calendar{review: newReview(r, on), superseded: map[model.ID]bool{}}
	c.prepare()
	for _, a := range r.Agreements() {
		c.superseded[a.Supersedes] = c.superseded[a.Supersedes] || inForce(a)
	}
	for _, a := range r.Agreements() {
		c.agreement(a)
	}
	for _, p := range r.Processors() {
		if employed(p) {
			c.processor(p)
		}
	}
	for _, a := range r.Activities() {
		if dpia := a.DPIA.Value; running(a) && dpia.Done.Before(dpia.NextReview) {
			c.add("dpia_review", a, "dpia.nextReview", dpia.NextReview, "Activity", a)
		}
	}
	c.transfers()
	for _, rule := range r.RetentionRules() {
		if running(rule) && identified(rule) && rule.CheckEvery > 0 && !rule.Checked.IsZero() {
			c.add("retention_check", rule, "checked", monthsAfter(rule.Checked, rule.CheckEvery), "Rule", rule)
		}
	}
	for _, a := range r.FindingAnswers() {
		if !a.Until.IsZero() && !a.Until.Before(on) { // afterwards the finding is back
			c.add("answer_ends", a, "until", a.Until, "Rule", a.Rule, "About", a.About)
		}
	}
	c.reviews()
	return c.sorted()
}

// calendar gathers what falls due.
type calendar struct {
	*review
	superseded map[model.ID]bool // agreements that another one has replaced
	dues       []Due
}

// add tells of something due, with the usual reminder.
func (c *calendar) add(event string, rec model.Record, field string, on model.Date, facts ...any) *Due {
	return c.remind([]int{law.Limit("reminder_days")}, event, rec, field, on, facts)
}

// remind is add with reminders so many days before, the earliest first.
func (c *calendar) remind(days []int, event string, rec model.Record, field string, on model.Date, facts []any) *Due {
	d := Due{Event: event, Record: rec, Field: field, On: on, Remind: days, Urgency: Later}
	switch {
	case on.Before(c.on):
		d.Urgency = Overdue
	case !c.on.Before(on.AddDays(-days[0])):
		d.Urgency = Soon
	}
	for i := 0; i+1 < len(facts); i += 2 {
		d.Facts = append(d.Facts, Fact{facts[i].(string), facts[i+1]})
	}
	c.dues = append(c.dues, d)
	return &c.dues[len(c.dues)-1]
}

// agreement tells of the last day of an agreement that applies and that no
// other one has replaced.
func (c *calendar) agreement(a *model.Agreement) {
	p, known := c.engaged.processorOf(a)
	if !a.Ends.Given() || a.Ends.Value.IsZero() || !inForce(a) || known && !employed(p) || c.replaced(a, p) {
		return
	}
	days := []int{law.Limit("agreement_first_reminder_days"), law.Limit("agreement_second_reminder_days")}
	c.remind(days, "agreement_ends", a, "ends", a.Ends.Value, []any{"Agreement", a})
}

// replaced reports whether another agreement has taken the place of a: one that
// says so, or one with the same processor where a is over.
func (c *calendar) replaced(a *model.Agreement, p *model.Processor) bool {
	if c.superseded[a.ID] {
		return true
	}
	return p != nil && c.over(a) && slices.ContainsFunc(c.engaged.of[p.ID].agreements, func(other *model.Agreement) bool {
		return inForce(other) && !c.over(other)
	})
}

// processor tells of the supervision of a processor and of its sub-processors.
func (c *calendar) processor(p *model.Processor) {
	next, field := c.nextSupervision(p)
	for _, s := range c.engaged.of[p.ID].supervisions {
		if !running(s) {
			continue
		}
		if s.Done.IsZero() && !s.Planned.IsZero() {
			c.add("supervision_planned", s, "planned", s.Planned, "Processor", p)
			if !next.Before(s.Planned) { // the planned one is the next
				next = model.Date{}
			}
		}
		for i, f := range s.Findings {
			if f.Closed.IsZero() && !f.Deadline.IsZero() {
				c.add("supervision_finding", s, entry("findings", i)+".deadline", f.Deadline, "Processor", p, "Text", brief(f.Text)).entry = f.Text
			}
		}
	}
	if !next.IsZero() {
		c.add("supervision_due", p, field, next, "Processor", p)
	}
	if s, certificate := c.onPaper(p); s != nil && !s.PeriodUntil.IsZero() {
		if certificate {
			c.add("certificate_ends", s, "periodUntil", s.PeriodUntil, "Processor", p)
		} else {
			c.add("report_ages", s, "periodUntil", monthsAfter(s.PeriodUntil, law.Limit("audit_report_months")), "Processor", p)
		}
	}
	for i, s := range p.SubProcessors.Value {
		if inUse(s, c.on) && !s.ObjectBy.Before(c.on) { // afterwards nobody can object any more
			c.remind([]int{law.Limit("objection_reminder_days")}, "objection_ends", p, entry("subProcessors", i)+".objectBy", s.ObjectBy,
				[]any{"Processor", p, "SubProcessor", c.nameOfSub(s)}).entry = s.Key
		}
	}
}

// nextSupervision returns the day by which a processor is to be supervised
// next, and the field that it follows from; no day where none is known. The
// first supervision of one with data under Art. 9 is due some months after it
// began.
func (r *review) nextSupervision(p *model.Processor) (day model.Date, field string) {
	plan, last := p.Plan.Value, r.lastSupervision(p)
	if plan.Concept == 1 || p.Plan.State == model.NotApplicable {
		return model.Date{}, ""
	}
	day, field = plan.Next, "plan.next"
	switch {
	case last != nil && plan.EveryMonths > 0:
		if due := monthsAfter(last.Done, plan.EveryMonths); day.IsZero() || due.Before(day) {
			day, field = due, "plan.everyMonths"
		}
	case last == nil && day.IsZero() && !p.Since.IsZero() && r.engaged.of[p.ID].special != nil:
		day, field = monthsAfter(p.Since, law.Limit("first_supervision_months")), "since"
	}
	if last != nil && !last.Done.Before(day) {
		return model.Date{}, ""
	}
	return day, field
}

// transfers tells of what the transfers rest on: adequacy decisions, once each
// for all transfers, and certifications.
func (c *calendar) transfers() {
	resting := map[string][]any{} // transfers by the code of the decision
	for _, t := range c.Transfers() {
		if decision, ok := c.decisionFor(t); ok {
			resting[decision.Code] = append(resting[decision.Code], t)
			if decision.Number == law.PrivacyFramework().Decision {
				c.certification(t)
			}
		}
	}
	for _, decision := range law.Adequacies() {
		all := resting[decision.Code]
		if all == nil {
			continue
		}
		facts := []any{"Decision", decision.Number, "Country", country(decision.Country), "Transfers", all}
		for event, day := range map[string]model.Date{"adequacy_expires": decision.Expires, "adequacy_review": decision.NextReview} {
			if !day.IsZero() {
				c.remind([]int{law.Limit("adequacy_notice_months") * 30}, event, all[0].(model.Record), "destination", day, facts).entry = decision.Code
			}
		}
	}
}

// certification tells when the certification of a recipient in the USA runs
// out, or else when it is to be looked up again.
func (c *calendar) certification(t *model.Transfer) {
	dpf := t.DPF.Value
	switch {
	case dpf.Status != "active":
	case !dpf.Expires.IsZero():
		c.add("dpf_expires", t, "dpf.expires", dpf.Expires, "Transfer", t)
	case !dpf.Checked.IsZero():
		c.add("dpf_check", t, "dpf.checked", monthsAfter(dpf.Checked, law.Limit("dpf_check_months")), "Transfer", t)
	}
}

// reviews tells when records are to be reviewed: on the day that they say, or
// at the interval that they say after the last review.
func (c *calendar) reviews() {
	for _, kind := range model.Kinds {
		for _, rec := range c.Records(kind) {
			h := rec.Meta()
			switch {
			case !running(rec):
			case h.ReviewedOn.Before(h.NextReview):
				c.add("review", rec, "nextReview", h.NextReview, "Record", rec)
			case h.ReviewEvery > 0 && !h.ReviewedOn.IsZero():
				c.add("review", rec, "reviewedOn", monthsAfter(h.ReviewedOn, h.ReviewEvery), "Record", rec)
			}
		}
	}
}

func (c *calendar) sorted() []Due {
	slices.SortFunc(c.dues, func(a, b Due) int {
		return cmp.Or(
			a.On.Time().Compare(b.On.Time()),
			cmp.Compare(slices.Index(model.Kinds, a.Record.Kind()), slices.Index(model.Kinds, b.Record.Kind())),
			cmp.Compare(a.Record.Meta().Number, b.Record.Meta().Number),
			cmp.Compare(a.Event, b.Event),
			cmp.Compare(a.Field, b.Field),
		)
	})
	return c.dues
}
