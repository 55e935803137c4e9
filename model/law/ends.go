package law

import (
	"errors"
	"fmt"
	"time"

	"fortegnelse/model"
)

// Errors of a retention rule that cannot be computed.
var (
	ErrNoStart  = errors.New("the date from which the period counts is missing")
	ErrNoPeriod = errors.New("the rule gives no period")
)

// UnknownUnitError says that a period is given in a unit that nobody knows.
type UnknownUnitError struct{ Unit model.Unit }

func (e *UnknownUnitError) Error() string { return fmt.Sprintf("unknown unit of time %q", e.Unit) }

// Span is the time for which data are kept, for one date on which the
// counting starts. A hold (a pending case) may prolong it.
type Span struct {
	From  model.Date // the day from which the period counts, the start moved to a turn of period
	Until model.Date // last day of the period; zero where a criterion takes its place

	// Longest is the last day at most: the upper end of a range, else Until.
	Longest model.Date

	// Open tells that the data may stay longer: the period is a minimum, or
	// there is a criterion only. Article 30(1)(f) then still wants an answer.
	Open bool
}

// longestPeriod bounds what a period may be, in years; anything longer is a
// slip of the keyboard.
const longestPeriod = 1000

// FinancialYear is a financial year by the month on whose last day it ends.
type FinancialYear struct{ EndMonth time.Month }

// CalendarYear is the financial year that most clinics have.
var CalendarYear = FinancialYear{time.December}

// Ends computes when a rule's period ends for data whose counting starts on a
// day: the last entry, the day of the voucher, the event. The financial year
// is the calendar year.
func Ends(rule *model.RetentionRule, start model.Date) (Span, error) {
	return CalendarYear.Ends(rule, start)
}

// Ends computes when a rule's period ends, in a financial year of one's own.
//
// The start is first moved to the turn of period that the start event names
// ("the end of the financial year", "the next turn of the year") or to the end
// of the cycle, for instance a quarter; then the period is added; then the end
// is moved to the alignment.
func (y FinancialYear) Ends(rule *model.RetentionRule, start model.Date) (Span, error) {
	if start.IsZero() || !start.Valid() {
		return Span{}, ErrNoStart
	}
	from, err := y.startOf(rule, start)
	if err != nil {
		return Span{}, err
	}
	span := Span{From: from, Open: rule.Qualifier == "minimum" || rule.Qualifier == "criterion"}
	if !rule.Period.Given() {
		switch rule.Qualifier {
		case "criterion":
			return span, nil
		case "event": // ends with the event itself
			span.Until = y.align(from, rule.Alignment)
			span.Longest = span.Until
			return span, nil
		}
		return Span{}, ErrNoPeriod
	}
	period := rule.Period.Value
	if span.Until, err = y.end(from, period.Length, period.Unit, rule.Alignment, from != start); err != nil {
		return Span{}, err
	}
	span.Longest = span.Until
	if period.Max > period.Length {
		if span.Longest, err = y.end(from, period.Max, period.Unit, rule.Alignment, from != start); err != nil {
			return Span{}, err
		}
	}
	return span, nil
}

// startOf moves a start to the turn of period from which the rule counts.
func (y FinancialYear) startOf(rule *model.RetentionRule, start model.Date) (model.Date, error) {
	if rule.Cycle.Given() {
		return endOfCycle(start, rule.Cycle.Value)
	}
	switch rule.Start.Or(model.Start{}).Event {
	case "end_of_accounting_year":
		return y.align(start, "end_of_financial_year"), nil
	case "end_of_calendar_year", "next_turn_of_year", "end_of_pay_year":
		return y.align(start, "end_of_calendar_year"), nil
	case "quarterly_settlement":
		return y.align(start, "end_of_quarter"), nil
	}
	return start, nil
}

// end adds a period and aligns the end. Whole years after the end of a month
// end with that month, so that five years after a financial year that ends in
// February end on its last day in leap years too.
func (y FinancialYear) end(from model.Date, length int, unit model.Unit, alignment model.Alignment, moved bool) (model.Date, error) {
	end, err := add(from, length, unit)
	if err != nil {
		return model.Date{}, err
	}
	if moved && unit == "year" && from == endOfMonth(from.Year, from.Month) {
		end = endOfMonth(end.Year, end.Month)
	}
	return y.align(end, alignment), nil
}

// align moves a day to the end of the period in which it lies. The turn of
// the year is the end of 31 December.
func (y FinancialYear) align(day model.Date, to model.Alignment) model.Date {
	months := map[model.Alignment]int{
		"end_of_month": 1, "end_of_quarter": 3, "end_of_half_year": 6, "end_of_calendar_year": 12, "next_turn_of_year": 12,
	}[to]
	if months > 0 {
		return endOfMonth(day.Year, time.Month((int(day.Month)+months-1)/months*months))
	}
	if to != "end_of_financial_year" {
		return day
	}
	year := day.Year
	if day.Month > y.EndMonth {
		year++
	}
	return endOfMonth(year, y.EndMonth)
}

// endOfCycle returns the last day of the cycle in which a day lies. Cycles of
// months that divide a year follow the calendar; others run from the day.
func endOfCycle(day model.Date, cycle model.Period) (model.Date, error) {
	months := map[model.Unit]int{"month": 1, "quarter": 3, "year": 12}[cycle.Unit] * cycle.Length
	if months > 0 && months <= 12 && 12%months == 0 {
		return endOfMonth(day.Year, time.Month((int(day.Month)+months-1)/months*months)), nil
	}
	return add(day, cycle.Length, cycle.Unit)
}

// add counts a period from a day. Months are counted by name: three months
// after 30 November is the last day of February.
func add(day model.Date, length int, unit model.Unit) (model.Date, error) {
	perYear := map[model.Unit]int{"day": 366, "week": 53, "month": 12, "quarter": 4, "year": 1}
	if unit == "immediately" {
		return day, nil
	}
	if perYear[unit] == 0 {
		return model.Date{}, &UnknownUnitError{unit}
	}
	if length < 0 || length > longestPeriod*perYear[unit] || day.Year+length/perYear[unit] >= 9999 {
		return model.Date{}, fmt.Errorf("%w: %d is no length of time", ErrNoPeriod, length)
	}
	switch unit {
	case "day":
		return day.AddDays(length), nil
	case "week":
		return day.AddDays(7 * length), nil
	case "quarter":
		length *= 3
	case "year":
		length *= 12
	}
	month := int(day.Month) - 1 + length
	last := endOfMonth(day.Year+month/12, time.Month(month%12+1))
	last.Day = min(day.Day, last.Day)
	return last, nil
}

func endOfMonth(year int, month time.Month) model.Date {
	return model.DateOf(time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC))
}
