package law_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"fortegnelse/model"
	. "fortegnelse/model/law"
)

func date(t interface{ Fatal(...any) }, s string) model.Date {
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// rule builds a retention rule: "minimum 10 year".
func rule(q model.Qualifier, length, most int, unit model.Unit, event model.StartEvent, alignment model.Alignment) *model.RetentionRule {
	r := &model.RetentionRule{Qualifier: q, Alignment: alignment}
	if unit != "" {
		r.Period = model.Value(model.Period{Length: length, Max: most, Unit: unit})
	}
	if event != "" {
		r.Start = model.Value(model.Start{Event: event})
	}
	return r
}

func TestEnds(t *testing.T) {
	quarterly := rule("maximum", 3, 0, "month", "quarterly_settlement", "")
	everyThreeMonths := rule("maximum", 3, 0, "month", "answered", "")
	everyThreeMonths.Cycle = model.Value(model.Period{Length: 3, Unit: "month"})
	fortnightly := rule("exact", 1, 0, "day", "", "")
	fortnightly.Cycle = model.Value(model.Period{Length: 2, Unit: "week"})

	for _, c := range []struct {
		name                       string
		rule                       *model.RetentionRule
		start, from, until, latest string
		open                       bool
	}{
		{"at least ten years after the last entry", rule("minimum", 10, 0, "year", "last_entry", ""), "2014-03-05", "2014-03-05", "2024-03-05", "", true},
		{"ten years after the last update", rule("exact", 10, 0, "year", "last_update", ""), "2016-02-29", "2016-02-29", "2026-02-28", "", false},
		{"five years from the end of the financial year", rule("maximum", 5, 0, "year", "end_of_accounting_year", ""), "2025-06-14", "2025-12-31", "2030-12-31", "", false},
		{"two years from the next turn of the year", rule("exact", 2, 0, "year", "next_turn_of_year", ""), "2024-03-02", "2024-12-31", "2026-12-31", "", false},
		{"the same, aligned at the end", rule("exact", 2, 0, "year", "publication", "next_turn_of_year"), "2024-03-02", "2024-03-02", "2026-12-31", "", false},
		{"on the turn of the year itself", rule("exact", 2, 0, "year", "next_turn_of_year", ""), "2024-12-31", "2024-12-31", "2026-12-31", "", false},
		{"through the seventh year after the calendar year", rule("minimum", 7, 0, "year", "end_of_accounting_year", "end_of_calendar_year"), "2018-05-10", "2018-12-31", "2025-12-31", "", true},
		{"three months after the course", rule("maximum", 3, 0, "month", "event_date", ""), "2025-11-30", "2025-11-30", "2026-02-28", "", false},
		{"settled every quarter, then three months", quarterly, "2026-02-10", "2026-03-31", "2026-06-30", "", false},
		{"the same as a cycle", everyThreeMonths, "2026-02-10", "2026-03-31", "2026-06-30", "", false},
		{"the longest case of a quarter", everyThreeMonths, "2026-04-01", "2026-06-30", "2026-09-30", "", false},
		{"no more than the three months", everyThreeMonths, "2026-09-30", "2026-09-30", "2026-12-30", "", false},
		{"a cycle that does not divide the year", fortnightly, "2026-01-01", "2026-01-15", "2026-01-16", "", false},
		{"five to ten years", rule("range", 5, 10, "year", "not_stated", ""), "2020-05-01", "2020-05-01", "2025-05-01", "2030-05-01", false},
		{"three years and six months", rule("exact", 42, 0, "month", "end_of_accounting_year", ""), "2025-01-01", "2025-12-31", "2029-06-30", "", false},
		{"immediately after recruitment", rule("exact", 0, 0, "immediately", "end_of_recruitment", ""), "2026-01-20", "2026-01-20", "2026-01-20", "", false},
		{"at the event, no period", rule("event", 0, 0, "", "end_of_course", ""), "2026-01-20", "2026-01-20", "2026-01-20", "", false},
		{"criterion only", rule("criterion", 0, 0, "", "", ""), "2026-01-20", "2026-01-20", "", "", true},
		{"thirty days", rule("maximum", 30, 0, "day", "recording", ""), "2026-02-20", "2026-02-20", "2026-03-22", "", false},
		{"two weeks", rule("maximum", 2, 0, "week", "recording", ""), "2026-12-25", "2026-12-25", "2027-01-08", "", false},
		{"to the end of the quarter", rule("maximum", 1, 0, "quarter", "", "end_of_quarter"), "2026-01-20", "2026-01-20", "2026-06-30", "", false},
		{"to the end of the half-year", rule("maximum", 1, 0, "month", "", "end_of_half_year"), "2026-06-01", "2026-06-01", "2026-12-31", "", false},
		{"to the end of the month", rule("maximum", 1, 0, "year", "", "end_of_month"), "2027-02-10", "2027-02-10", "2028-02-29", "", false},
	} {
		got, err := Ends(c.rule, date(t, c.start))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if c.latest == "" {
			c.latest = c.until
		}
		if got.From.String() != c.from || got.Until.String() != c.until || got.Longest.String() != c.latest || got.Open != c.open {
			t.Errorf("%s: from %s until %s, at the longest %s, open %v", c.name, got.From, got.Until, got.Longest, got.Open)
		}
	}
}

func TestEndsInOwnFinancialYear(t *testing.T) {
	june, february := FinancialYear{time.June}, FinancialYear{time.February}
	for _, c := range []struct {
		name               string
		year               FinancialYear
		rule               *model.RetentionRule
		start, from, until string
	}{
		{"before the end", june, rule("minimum", 5, 0, "year", "end_of_accounting_year", ""), "2025-03-01", "2025-06-30", "2030-06-30"},
		{"after the end", june, rule("minimum", 5, 0, "year", "end_of_accounting_year", ""), "2025-07-01", "2026-06-30", "2031-06-30"},
		{"Swedish, broken year", june, rule("minimum", 7, 0, "year", "end_of_accounting_year", "end_of_calendar_year"), "2024-09-01", "2025-06-30", "2032-12-31"},
		{"leap year", february, rule("minimum", 3, 0, "year", "end_of_accounting_year", ""), "2024-11-01", "2025-02-28", "2028-02-29"},
		{"end aligned", june, rule("minimum", 1, 0, "month", "", "end_of_financial_year"), "2025-06-15", "2025-06-15", "2026-06-30"},
	} {
		got, err := c.year.Ends(c.rule, date(t, c.start))
		if err != nil || got.From.String() != c.from || got.Until.String() != c.until {
			t.Errorf("%s: from %s until %s, %v", c.name, got.From, got.Until, err)
		}
	}
}

func TestEndsRefusesWhatItCannotCompute(t *testing.T) {
	day := date(t, "2026-01-20")
	if _, err := Ends(rule("exact", 1, 0, "year", "", ""), model.Date{}); !errors.Is(err, ErrNoStart) {
		t.Errorf("no start: %v", err)
	}
	if _, err := Ends(rule("exact", 1, 0, "year", "", ""), model.Date{Year: 2026, Month: 2, Day: 30}); !errors.Is(err, ErrNoStart) {
		t.Errorf("a start that is no day: %v", err)
	}
	if _, err := Ends(rule("exact", 0, 0, "", "", ""), day); !errors.Is(err, ErrNoPeriod) {
		t.Errorf("no period: %v", err)
	}
	for _, length := range []int{-1, 1 << 40} {
		if _, err := Ends(rule("exact", length, 0, "day", "", ""), day); !errors.Is(err, ErrNoPeriod) {
			t.Errorf("%d days: %v", length, err)
		}
	}
	var unknown *UnknownUnitError
	if _, err := Ends(rule("exact", 1, 0, "decade", "", ""), day); !errors.As(err, &unknown) || unknown.Unit != "decade" {
		t.Errorf("decade: %v", err)
	}
}

// A longer period never ends earlier, and nothing ends before it begins.
func TestEndsGrowsWithThePeriod(t *testing.T) {
	var units, events, alignments []string
	for _, i := range Codes("unit") {
		units = append(units, i.Code)
	}
	for _, i := range Codes("start_event") {
		events = append(events, i.Code)
	}
	for _, i := range Codes("alignment") {
		alignments = append(alignments, i.Code)
	}
	rapid.Check(t, func(t *rapid.T) {
		start := date(t, "1990-01-01").AddDays(rapid.IntRange(0, 30000).Draw(t, "day"))
		r := rule("exact", rapid.IntRange(0, 60).Draw(t, "length"), 0, model.Unit(rapid.SampledFrom(units).Draw(t, "unit")),
			model.StartEvent(rapid.SampledFrom(events).Draw(t, "event")), model.Alignment(rapid.SampledFrom(alignments).Draw(t, "alignment")))
		year := FinancialYear{time.Month(rapid.IntRange(1, 12).Draw(t, "year ends"))}
		short, err := year.Ends(r, start)
		if err != nil {
			t.Fatal(err)
		}
		if short.From.Before(start) || short.Until.Before(short.From) || !short.Until.Valid() {
			t.Errorf("from %s until %s for %s", short.From, short.Until, start)
		}
		r.Period.Value.Length++
		if long, err := year.Ends(r, start); err != nil || long.Until.Before(short.Until) {
			t.Errorf("one more %s ends at %s, before %s: %v", r.Period.Value.Unit, long.Until, short.Until, err)
		}
	})
}
