package check

import (
	"fortegnelse/model"
	"fortegnelse/model/law"
)

// freshness holds the rules on reviews, drafts and the age of data, REV.
var freshness = []Rule{
	{ID: "REV-01", Severity: Warning, Reference: "5(2), 24, 30", look: overdueReviews},
	{ID: "REV-02", Severity: Info, Reference: "24", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			// One that was never reviewed is for REV-01.
			if reviewable(a) && !a.ReviewedOn.IsZero() && a.NextReview.IsZero() && a.ReviewEvery == 0 {
				r.tell("nextReview")
			}
		})},
	{ID: "REV-03", Severity: Warning, Reference: "5(2)", look: func(r *review) {
		draft := func(rec model.Record) bool { return rec.Meta().Status == model.Draft }
		r.tellAllOrEach("status", draft, func(a *model.Activity) bool {
			return a.ID.Day().AddDays(law.Limit("draft_days")).Before(r.on)
		})
	}},
	{ID: "REV-04", Severity: Info, look: func(r *review) {
		if law.Date().AddDays(law.Limit("law_data_days")).Before(r.on) {
			r.tell("", "Date", law.Date())
		}
	}},
	{ID: "REV-05", Severity: Warning, Reference: "5(2)", Looks: model.KindActivity, look: each(unapproved)},
}

// reviewable reports whether an activity is one to review: drafts are not yet.
func reviewable(rec model.Record) bool { return running(rec) && rec.Meta().Status != model.Draft }

// overdueReviews finds activities and privacy notices that nobody has reviewed
// in time.
func overdueReviews(r *review) {
	r.tellAllOrEach("reviewedOn", reviewable, func(a *model.Activity) bool { return a.ReviewedOn.IsZero() && a.NextReview.IsZero() })
	for _, a := range r.Activities() {
		if due := dueOf(a.Head); reviewable(a) && !due.IsZero() && due.Before(r.on) {
			r.tellOfCase(a, "overdue", "nextReview", "Date", due)
		}
	}
	for _, d := range r.Documents() {
		if !running(d) || !notice(d) || d.Review == "not_reviewed" || r.foreign(d) {
			continue
		}
		last := d.Dated
		if last.Before(d.ReviewedOn) {
			last = d.ReviewedOn
		}
		switch due := dueOf(model.Head{ReviewedOn: last, ReviewEvery: d.ReviewEvery, NextReview: d.NextReview}); {
		case due.IsZero():
			r.tellOfCase(d, "undated", "dated")
		case due.Before(r.on) && !last.IsZero():
			r.tellOfCase(d, "old", "dated", "Date", last)
		case due.Before(r.on):
			r.tellOfCase(d, "overdue", "nextReview", "Date", due)
		}
	}
}

// dueOf returns the day on which a review is due, zero where nothing says so. A
// day that somebody chose counts, unless an interval of the record's own ends
// before it, and only until the review has taken place.
func dueOf(h model.Head) model.Date {
	due := h.NextReview
	if !h.ReviewedOn.Before(due) { // it has taken place
		due = model.Date{}
	}
	if h.ReviewedOn.IsZero() || !due.IsZero() && h.ReviewEvery == 0 {
		return due
	}
	months := h.ReviewEvery
	if months == 0 {
		months = law.Limit("review_months")
	}
	if end := monthsAfter(h.ReviewedOn, months); due.IsZero() || end.Before(due) {
		return end
	}
	return due
}

// foreign reports whether a document is another organisation's, such as the
// privacy notice of a social network.
func (r *review) foreign(d *model.Document) bool {
	for _, id := range d.About {
		if _, party := model.Find[*model.Party](r.Register, id); party {
			return true
		}
	}
	return false
}

// unapproved finds activities that changed after their approval: those in
// review, and those that refer to what was made later. The register does not
// hold when a field changed. What was approved before it was entered tells
// nothing.
func unapproved(r *review, a *model.Activity) {
	switch {
	case a.ReviewedOn.IsZero() || !reviewable(a):
		return
	case a.Status == model.InReview:
		r.tellCase("review", "status", "Date", a.ReviewedOn)
		return
	case a.ReviewedOn.Before(a.ID.Day()):
		return
	}
	for _, use := range model.References(a) {
		if rec, found := r.Record(use.To); found && a.ReviewedOn.Before(use.To.Day()) && running(rec) {
			r.tell(use.Path, "Record", rec, "Date", a.ReviewedOn)
			return
		}
	}
}
