package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fortegnelse/model"
	"fortegnelse/model/words"
)

// calendarExamples show what falls due after one change to a well-run clinic.
// A near miss falls due never: its day is "-".
var calendarExamples = []struct {
	event, name string
	spoil       func(c *clinic)
	want        string // record, field, day and urgency
}{
	{"agreement_ends", "in four months", ends(2027, 3, 22), "A-1 ends 2027-03-22 later"},
	{"agreement_ends", "in 91 days", ends(2027, 2, 21), "A-1 ends 2027-02-21 later"},
	{"agreement_ends", "in 90 days", ends(2027, 2, 20), "A-1 ends 2027-02-20 soon"},
	{"agreement_ends", "today", ends(2026, 11, 22), "A-1 ends 2026-11-22 soon"},
	{"agreement_ends", "yesterday", ends(2026, 11, 21), "A-1 ends 2026-11-21 overdue"},
	{"agreement_ends", "never", func(*clinic) {}, "-"},
	{"agreement_ends", "terminated already", func(c *clinic) { ends(2027, 1, 1)(c); c.agreement.State = "terminated" }, "-"},
	{"agreement_ends", "processor given up", func(c *clinic) { ends(2027, 1, 1)(c); c.processor.Status = model.Ended }, "-"},
	{"agreement_ends", "replaced", func(c *clinic) {
		ends(2027, 1, 1)(c)
		c.add(&model.Agreement{Type: "data_processing", Processor: c.processor.ID, State: "in_force", Supersedes: c.agreement.ID}, "A-2")
	}, "-"},
	{"agreement_ends", "over, and another one applies", func(c *clinic) {
		ends(2026, 11, 1)(c)
		c.add(&model.Agreement{Type: "data_processing", Processor: c.processor.ID, State: "in_force"}, "A-2")
	}, "-"},
	{"agreement_ends", "replaced by a draft only", func(c *clinic) {
		ends(2027, 1, 1)(c)
		c.add(&model.Agreement{Type: "data_processing", Processor: c.processor.ID, State: "draft", Supersedes: c.agreement.ID}, "A-2")
	}, "A-1 ends 2027-01-01 soon"},

	{"supervision_due", "planned for next year", func(*clinic) {}, "D-1 plan.next 2027-03-01 later"},
	{"supervision_due", "the interval ends earlier", func(c *clinic) { c.processor.Plan.Value.EveryMonths = 6 }, "D-1 plan.everyMonths 2026-09-10 overdue"},
	{"supervision_due", "only the interval is known", func(c *clinic) { c.processor.Plan.Value.Next = model.Date{} }, "D-1 plan.everyMonths 2027-03-10 later"},
	{"supervision_due", "day passed", func(c *clinic) { c.processor.Plan.Value.Next = date(2026, 10, 1) }, "D-1 plan.next 2026-10-01 overdue"},
	{"supervision_due", "first one, nothing planned", func(c *clinic) {
		c.processor.Plan, c.processor.Since, c.checked = model.Answer[model.Plan]{}, date(2026, 2, 1), nil
	}, "D-1 since 2027-02-01 later"},
	{"supervision_due", "done since", func(c *clinic) {
		c.processor.Plan.Value.Next, c.processor.Plan.Value.EveryMonths = date(2026, 3, 1), 0
	}, "-"},
	{"supervision_due", "none chosen", func(c *clinic) { c.processor.Plan.Value.Concept = 1 }, "-"},
	{"supervision_due", "the planned one is the next", func(c *clinic) { c.planned(2027, 2, 1) }, "-"},
	{"supervision_due", "a later one is planned, too", func(c *clinic) { c.planned(2028, 2, 1) }, "D-1 plan.next 2027-03-01 later"},
	{"supervision_planned", "planned", func(c *clinic) { c.planned(2026, 12, 1) }, "T-2 planned 2026-12-01 soon"},
	{"supervision_planned", "done", func(c *clinic) { c.planned(2026, 10, 1).Done = date(2026, 10, 2) }, "-"},
	{"supervision_finding", "open", func(c *clinic) {
		c.checked.Findings = []model.SupervisionFinding{{Text: "Logning mangler", Deadline: date(2026, 6, 1)}}
	}, "T-1 findings[0].deadline 2026-06-01 overdue"},
	{"supervision_finding", "closed", func(c *clinic) {
		c.checked.Findings = []model.SupervisionFinding{{Text: "Logning mangler", Deadline: date(2026, 6, 1), Closed: date(2026, 5, 1)}}
	}, "-"},
	{"certificate_ends", "a certificate", func(c *clinic) {
		c.checked.Concept, c.checked.Form, c.checked.PeriodUntil = 4, "certification", date(2026, 12, 20)
	}, "T-1 periodUntil 2026-12-20 soon"},
	{"certificate_ends", "a report is none", func(*clinic) {}, "-"},
	{"report_ages", "18 months after the period", func(*clinic) {}, "T-1 periodUntil 2027-07-01 later"},
	{"report_ages", "on no period", func(c *clinic) { c.checked.PeriodUntil = model.Date{} }, "-"},
	{"report_ages", "a newer one", func(c *clinic) {
		s := c.planned(2026, 10, 1)
		s.Done, s.Concept, s.PeriodUntil = date(2026, 10, 2), 5, date(2026, 9, 30)
	}, "T-2 periodUntil 2028-03-30 later"},

	{"objection_ends", "soon", objectBy(2026, 12, 1), "D-1 subProcessors[0].objectBy 2026-12-01 soon"},
	{"objection_ends", "in three weeks", objectBy(2026, 12, 13), "D-1 subProcessors[0].objectBy 2026-12-13 later"},
	{"objection_ends", "over", objectBy(2026, 11, 21), "-"},
	{"objection_ends", "given up", func(c *clinic) {
		objectBy(2026, 12, 1)(c)
		c.processor.SubProcessors.Value[0].Until = date(2026, 11, 1)
	}, "-"},

	{"review", "the day is stated", func(*clinic) {}, "B-1 nextReview 2027-09-01 later"},
	{"review", "the interval is stated", func(c *clinic) { c.activity.NextReview, c.activity.ReviewEvery = model.Date{}, 2 }, "B-1 reviewedOn 2026-11-01 overdue"},
	{"review", "reviewed since the day", func(c *clinic) { c.activity.NextReview = date(2026, 8, 1) }, "B-1 reviewedOn 2027-09-01 later"},
	{"review", "ended", func(c *clinic) { c.activity.Status = model.Ended }, "-"},
	{"dpia_review", "stated", func(c *clinic) { c.activity.DPIA.Value.NextReview = date(2026, 11, 30) }, "B-1 dpia.nextReview 2026-11-30 soon"},
	{"dpia_review", "done since", func(c *clinic) { c.activity.DPIA.Value.NextReview = date(2025, 1, 1) }, "-"},

	{"adequacy_expires", "Britain", func(c *clinic) { c.export("gb").onAdequacy("(EU) 2025/2574") }, "O-1 destination 2031-12-27 later"},
	{"adequacy_expires", "without end", func(c *clinic) { c.export("ch").onAdequacy("2000/518/EC") }, "-"},
	{"adequacy_expires", "rests on clauses", func(c *clinic) { c.export("gb") }, "-"},
	{"adequacy_review", "Brazil", func(c *clinic) { c.export("br").onAdequacy("(EU) 2026/179") }, "O-1 destination 2030-01-26 later"},
	{"adequacy_review", "Britain has none", func(c *clinic) { c.export("gb").onAdequacy("(EU) 2025/2574") }, "-"},
	{"dpf_expires", "stated", func(c *clinic) { c.certified().DPF.Value.Expires = date(2026, 12, 1) }, "O-1 dpf.expires 2026-12-01 soon"},
	{"dpf_expires", "withdrawn", func(c *clinic) {
		dpf := &c.certified().DPF.Value
		dpf.Status, dpf.Expires = "withdrawn", date(2026, 12, 1)
	}, "-"},
	{"dpf_check", "a year after the last", func(c *clinic) { c.certified().DPF.Value.Expires = model.Date{} }, "O-1 dpf.checked 2027-06-01 later"},
	{"dpf_check", "the end is known", func(c *clinic) { c.certified().DPF.Value.Expires = date(2027, 5, 5) }, "-"},

	{"answer_ends", "accepted for a while", accepted(2026, 11, 22), "F-1 until 2026-11-22 soon"},
	{"answer_ends", "over", accepted(2026, 11, 21), "-"},
	{"answer_ends", "as long as the facts hold", func(c *clinic) { accepted(2027, 1, 1)(c); c.more[0].(*model.FindingAnswer).Until = model.Date{} }, "-"},
	{"retention_check", "every half year", func(c *clinic) { c.rule.CheckEvery, c.rule.Checked = 6, date(2026, 5, 1) }, "R-1 checked 2026-11-01 overdue"},
	{"retention_check", "never carried out: a rule tells", func(c *clinic) { c.rule.CheckEvery = 6 }, "-"},
}

func ends(year, month, day int) func(*clinic) {
	return func(c *clinic) { c.agreement.Ends = model.Value(date(year, month, day)) }
}

func objectBy(year, month, day int) func(*clinic) {
	return func(c *clinic) {
		c.processor.SubProcessors = model.Value([]model.SubProcessor{{Key: "s1", Text: "Driftshuset A/S", Country: "dk", SameDuties: model.Yes, ObjectBy: date(year, month, day)}})
	}
}

func accepted(year, month, day int) func(*clinic) {
	return func(c *clinic) {
		c.add(&model.FindingAnswer{Rule: "ORG-09", About: "E-1", Key: "k", Reply: "accepted", Reason: "kendt", Until: date(year, month, day)}, "F-1")
	}
}

// planned adds a supervision that is planned for a day.
func (c *clinic) planned(year, month, day int) *model.Supervision {
	s := &model.Supervision{Processor: c.processor.ID, Planned: date(year, month, day)}
	c.add(s, "T-2")
	return s
}

func TestCalendar(t *testing.T) {
	told := map[string]int{}
	for _, e := range calendarExamples {
		t.Run(e.event+"/"+e.name, func(t *testing.T) {
			c := newClinic()
			e.spoil(c)
			var got []string
			for _, d := range Calendar(c.register(t), today) {
				if d.Event == e.event {
					got = append(got, fmt.Sprintf("%s %s %s %s", d.Record.Meta().Number, d.Field, d.On, d.Urgency))
				}
			}
			if e.want == "-" && got != nil || e.want != "-" && !slices.Equal(got, []string{e.want}) {
				t.Errorf("%q, want %q", got, e.want)
			}
		})
		told[e.event]++
		if e.want == "-" {
			told["not "+e.event]++
		}
	}
	for _, event := range DueEvents {
		if told["not "+event] == 0 || told[event] == told["not "+event] {
			t.Errorf("%s lacks an example or a near miss", event)
		}
	}
}

// spoiled is a clinic on which everything falls due that can.
func spoiled() *clinic {
	c := newClinic()
	for _, e := range calendarExamples {
		if e.want != "-" && !strings.HasPrefix(e.event, "adequacy") && !strings.HasPrefix(e.event, "dpf") && e.event != "supervision_due" &&
			!strings.Contains(e.want, "-2 ") && !strings.Contains(e.name, "draft") {
			e.spoil(c)
		}
	}
	c.planned(2028, 1, 1)
	c.certified().DPF.Value.Expires = date(2026, 12, 1)
	return c
}

// The same register gives the same list, in the order of the days, and every
// event a key of its own.
func TestCalendarOrder(t *testing.T) {
	r := spoiled().register(t)
	first := Calendar(r, today)
	keys := map[string]bool{}
	for i, d := range first {
		if i > 0 && d.On.Before(first[i-1].On) {
			t.Errorf("%s stands after %s", d.On, first[i-1].On)
		}
		if keys[d.Key()] {
			t.Errorf("%s %s: the key is another one's", d.Event, d.Record.Meta().Number)
		}
		keys[d.Key()] = true
	}
	for range 3 {
		for i, d := range Calendar(r, today) {
			if d.Key() != first[i].Key() {
				t.Fatalf("entry %d is %s %s once and %s another time", i, d.Event, d.Field, first[i].Event)
			}
		}
	}
}

// A key stays when the day changes and when the entry moves in its list.
func TestDueKeyStays(t *testing.T) {
	key := func(c *clinic, event, text string) string {
		for _, d := range Calendar(c.register(t), today) {
			if d.Event == event && d.entry == text {
				return d.Key()
			}
		}
		t.Fatalf("no %s of %q", event, text)
		return ""
	}
	c := newClinic()
	objectBy(2026, 12, 1)(c)
	before := key(c, "objection_ends", "s1")
	subs := &c.processor.SubProcessors.Value
	*subs = append([]model.SubProcessor{{Key: "s0", Text: "Nyt hus A/S", ObjectBy: date(2026, 12, 24)}}, *subs...)
	(*subs)[1].ObjectBy = date(2026, 12, 9)
	if after := key(c, "objection_ends", "s1"); after != before {
		t.Error("another key after the change")
	}
	if key(c, "objection_ends", "s0") == before {
		t.Error("two sub-processors have one key")
	}
}

func TestCalendarHasWords(t *testing.T) {
	for _, lang := range words.Languages() {
		catalogue, err := words.In(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range Urgencies {
			if !catalogue.Has("calendar.urgency." + string(u)) {
				t.Errorf("%s: no words for %s", lang, u)
			}
		}
		for _, e := range calendarExamples {
			c := newClinic()
			e.spoil(c)
			r := c.register(t)
			for _, d := range Calendar(r, today) {
				if text := d.Message(catalogue, r); text == "" || strings.ContainsAny(text, "⟨⟩") || strings.Contains(text, "<no value>") {
					t.Errorf("%s %s: %q", lang, d.Event, text)
				}
			}
		}
	}
}
