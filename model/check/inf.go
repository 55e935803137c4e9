package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// information holds the rules on what data subjects are told, INF.
var information = []Rule{
	{ID: "INF-01", Severity: Warning, Reference: "13–14", look: func(r *review) {
		r.tellAllOrEach("information", informs, func(a *model.Activity) bool { return !r.covered(a) })
	}},
	{ID: "INF-02", Severity: Warning, Reference: "12(1), 13", Looks: model.KindDocument, look: each(noticeBehind)},
	{ID: "INF-03", Severity: Warning, Reference: "13(2)(b)–(d)", Looks: model.KindLegalEntity, look: each(omittedRights)},
	{ID: "INF-04", Severity: Warning, Reference: "12(2), 12(5), 15", Looks: model.KindLegalEntity,
		look: each(func(r *review, e *model.LegalEntity) {
			for i, right := range e.Rights {
				if right.Right == "access" {
					if at, words := said("outdated_access", entry("rights", i), right); at != "" {
						r.tell(at, "Words", words)
					}
				}
			}
		})},
	{ID: "INF-05", Severity: Warning, Reference: "12(3)", Looks: model.KindLegalEntity, look: each(withoutDeadline)},
	{ID: "INF-06", Severity: Warning, Reference: "20(1)", Looks: model.KindLegalEntity, look: each(unlimitedPortability)},
	{ID: "INF-07", Severity: Warning, Reference: "13(2)(e)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			if informs(a) && a.Obligation.Value.Required == model.No && r.demanded(a) {
				r.tell("obligation.required")
			}
		})},
	{ID: "INF-08", Severity: Info, Reference: "13(2)(f)", look: func(r *review) {
		r.tellAllOrEach("automated", informs, func(a *model.Activity) bool {
			return missing(a.Automated) && !r.toldOfDecisions(a)
		})
	}},
	{ID: "INF-09", Severity: Warning, Reference: "13(1)(f)", Looks: model.KindLegalEntity, look: each(emptyPromise)},
	{ID: "INF-10", Severity: Warning, Reference: "12(1)", Looks: model.KindLegalEntity,
		look: each(func(r *review, e *model.LegalEntity) {
			for i, right := range e.Rights {
				if heading := strings.TrimLeft(right.Text.Value, "0123456789. "); law.IsPhrase("rights_heading", heading) {
					r.tell(entry("rights", i)+".text", "Heading", heading, "Right", Code{"right", string(right.Right)})
				}
			}
		})},
	{ID: "INF-11", Severity: Warning, Reference: "5(1)(a), 12(1)", look: contradictions},
	{ID: "INF-12", Severity: Info, Reference: "13(2)(d), 12(1)", Looks: model.KindLegalEntity, look: each(unreachableAuthority)},
}

// informs reports whether an activity is one of which we must tell the persons.
// A processor's persons are told by the controller.
func informs(rec model.Record) bool {
	a := rec.(*model.Activity)
	return running(a) && a.Role != model.AsProcessor
}

// covered reports whether an activity names where persons are informed: a
// document, an address, or a notice that is said to be about it.
func (r *review) covered(a *model.Activity) bool {
	if !a.Information.Given() {
		return !missing(a.Information)
	}
	told := a.Information.Value
	return len(told.Documents) > 0 || strings.ContainsAny(told.Where, "./") ||
		slices.ContainsFunc(r.UsersOf(a.ID, model.KindDocument), func(rec model.Record) bool {
			return notice(rec.(*model.Document))
		})
}

// notice reports whether a document tells data subjects of the processing.
func notice(d *model.Document) bool { return d.Type == "privacy_policy" || d.Type == "cookie_policy" }

// noticeBehind finds privacy notices that are older than something new in an
// activity that they cover.
func noticeBehind(r *review, d *model.Document) {
	if !running(d) || !notice(d) || d.Dated.IsZero() {
		return
	}
	known := d.Dated
	if known.Before(d.ReviewedOn) {
		known = d.ReviewedOn
	}
	var newest model.Record
	latest := known
	for _, a := range r.ActivitiesOf(d.ID) {
		if rec, since := r.newestOf(a, known); running(a) && latest.Before(since) && !r.on.Before(since) {
			newest, latest = rec, since
		}
	}
	if newest != nil {
		r.tell("dated", "Date", d.Dated, "Record", newest, "Since", latest)
	}
}

// newestOf returns what is newest in an activity, and since when it is so. When
// a record was made counts only where the notice appeared while the register
// was kept: a register is also made of what has long been there.
func (r *review) newestOf(a *model.Activity, notice model.Date) (newest model.Record, since model.Date) {
	newest, since = a, a.ValidFrom
	kept := !notice.Before(model.DateOf(r.Info().Created)) && !r.Info().Created.IsZero()
	consider := func(rec model.Record, from model.Date) {
		if made := rec.Meta().ID.Day(); kept && from.IsZero() {
			from = made
		}
		if since.Before(from) {
			newest, since = rec, from
		}
	}
	consider(a, a.ValidFrom)
	for _, use := range a.Processors.Value {
		if p, found := model.Find[*model.Processor](r.Register, use.Processor); found {
			consider(p, p.Since)
		}
	}
	for _, id := range a.Transfers.Value {
		if t, found := model.Find[*model.Transfer](r.Register, id); found {
			consider(t, model.Date{})
		}
	}
	return newest, since
}

// demanded reports whether a law demands the data of an activity.
func (r *review) demanded(a *model.Activity) bool {
	return law.IsPhrase("duty_activity", string(a.Type)) ||
		slices.ContainsFunc(r.of(a).bases, func(b basisAt) bool { return b.Reference == "6(1)(c)" })
}
