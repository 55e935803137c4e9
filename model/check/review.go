package check

import (
	"slices"
	"strconv"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// review is one run over a register: what the rules look at, what is known of
// it beforehand, and where they tell what they find.
type review struct {
	*model.Register
	on     model.Date
	traits map[model.ID]*traits // of each activity

	engaged *engagements // processors

	consentForms map[model.ID]bool // activities whose consent form is kept

	keeping *keeping // which rules keep which data
	safety  *safety  // what measures protect

	rule   *Rule
	record model.Record // at which the rule looks; nil: the register
	found  []Finding
}

func newReview(r *model.Register, on model.Date) *review {
	return &review{Register: r, on: on}
}

// tell reports a finding at a field of the record that the rule looks at.
// Facts are pairs of a name and a value, as for the catalogue.
func (r *review) tell(field string, facts ...any) { r.report(r.record, "", field, facts) }

// tellCase is tell with other words of the rule, "rule.<ID>.<case>".
func (r *review) tellCase(words, field string, facts ...any) { r.report(r.record, words, field, facts) }

// tellOf is tell for another record.
func (r *review) tellOf(rec model.Record, field string, facts ...any) {
	r.report(rec, "", field, facts)
}

// tellOfCase is tellCase for another record.
func (r *review) tellOfCase(rec model.Record, words, field string, facts ...any) {
	r.report(rec, words, field, facts)
}

func (r *review) report(rec model.Record, words, field string, facts []any) {
	f := Finding{Rule: r.rule, Record: rec, Field: field, Case: words}
	for i := 0; i+1 < len(facts); i += 2 {
		f.Facts = append(f.Facts, Fact{facts[i].(string), facts[i+1]})
	}
	r.found = append(r.found, f)
}

// country returns the country of the register's law.
func (r *review) country() model.Country { return r.Info().Country }

// running reports whether an activity, or what belongs to one, is carried on:
// what is ended or not carried out is not held to the same rules.
func running(rec model.Record) bool {
	switch rec.Meta().Status {
	case model.Ended, model.NotDone, model.Archived:
		return false
	}
	return true
}

// traits are what many rules ask of an activity, found once.
type traits struct {
	special     []model.SpecialKind // kinds of Art. 9 data, each once
	specialAt   string              // field of the first
	nationalID  string              // field of the first national number, or ""
	criminal    string              // field of the first data on offences, or ""
	bases       []basisAt           // of all purposes
	items       []itemAt            // data of all groups
	subjects    map[model.SubjectCategory]bool
	vulnerable  bool
	publicTask  bool // a basis in 6(1)(e)
	usesConsent bool // a basis in 6(1)(a) or 9(2)(a)
}

// prepare finds the traits of all activities.
func (r *review) prepare() {
	r.keeping = keepingOf(r.Register)
	r.safety = safetyOf(r.Register)
	activities := r.Activities()
	r.traits = make(map[model.ID]*traits, len(activities))
	provisions := provisionsOf(r.country())
	for _, a := range activities {
		t := traitsOf(a)
		for i := range t.bases {
			t.bases[i].find(provisions)
		}
		r.traits[a.ID] = t
	}
	r.engaged = engagementsOf(r)
	r.consentForms = map[model.ID]bool{}
	for _, d := range r.Documents() {
		if d.Type == "consent_form" {
			for _, id := range d.About {
				r.consentForms[id] = true
			}
		}
	}
}

// of returns the traits of an activity.
func (r *review) of(a *model.Activity) *traits { return r.traits[a.ID] }

func traitsOf(a *model.Activity) *traits {
	t := &traits{subjects: map[model.SubjectCategory]bool{}}
	for i, g := range a.Groups.Value {
		t.subjects[g.Subjects] = true
		if item, ok := law.Find("subject_category", string(g.Subjects)); ok && item.Vulnerable {
			t.vulnerable = true
		}
		for j, d := range g.Data {
			field := entry(entry("groups", i)+".data", j)
			t.data(d, field)
			t.items = append(t.items, itemAt{d, g.Subjects, field})
		}
	}
	for i := range a.Purposes.Value {
		p := &a.Purposes.Value[i]
		at := entry("purposes", i)
		for j, b := range p.Bases.Value {
			t.bases = append(t.bases, basisAt{Basis: b, purpose: p, field: entry(at+".bases", j), at: at})
			switch b.Reference {
			case "6(1)(e)":
				t.publicTask = true
			case "6(1)(a)", "9(2)(a)":
				t.usesConsent = true
			}
		}
	}
	return t
}

// data takes one item of data into account.
func (t *traits) data(d model.DataItem, field string) {
	first := func(at *string) {
		if *at == "" {
			*at = field
		}
	}
	class, special := classOf(d)
	switch class {
	case model.Special:
		first(&t.specialAt)
		if !slices.Contains(t.special, special) {
			t.special = append(t.special, special)
		}
	case model.NationalID:
		first(&t.nationalID)
	case model.Criminal:
		first(&t.criminal)
	}
}

// classOf returns the class of data as the register has it, or else as the law
// data propose it.
func classOf(d model.DataItem) (model.Class, model.SpecialKind) {
	if d.Class != "" {
		return d.Class, d.Special
	}
	item, _ := law.Find("data_category", string(d.Category))
	return item.Class, item.Special
}

// monthsAfter returns the day some months after a day.
func monthsAfter(d model.Date, months int) model.Date {
	return model.DateOf(d.Time().AddDate(0, months, 0))
}

// entry returns the path of an entry of a list.
func entry(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }
