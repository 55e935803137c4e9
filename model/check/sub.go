package check

import (
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// persons holds the rules on data subjects, SUB.
var persons = []Rule{
	{ID: "SUB-01", Severity: Error, Reference: "30(1)(c)", Looks: model.KindActivity, look: each(withoutSubjects)},
	{ID: "SUB-02", Severity: Warning, Reference: "5(1)(a), 35", look: withoutSafeguards},
	{ID: "SUB-03", Severity: Info, Reference: "35, 37", look: uncounted},
}

// withoutSubjects finds an activity that does not say whose data it holds.
func withoutSubjects(r *review, a *model.Activity) {
	if !decides(a) {
		return
	}
	if missing(a.Groups) || a.Groups.Given() && len(a.Groups.Value) == 0 {
		r.tell("groups")
		return
	}
	for i, g := range a.Groups.Value {
		if g.Subjects == "" && strings.TrimSpace(g.Text) == "" {
			r.tellCase("unnamed", entry("groups", i)+".subjects")
		}
	}
}

// lacking gathers what the register says nowhere of a category of persons, so
// that it is told once, where the category is met first.
type lacking struct {
	order    []model.SubjectCategory
	activity map[model.SubjectCategory]*model.Activity
	field    map[model.SubjectCategory]string
	count    map[model.SubjectCategory]int
	said     map[model.SubjectCategory]bool
}

func newLacking() *lacking {
	return &lacking{
		activity: map[model.SubjectCategory]*model.Activity{}, field: map[model.SubjectCategory]string{},
		count: map[model.SubjectCategory]int{}, said: map[model.SubjectCategory]bool{},
	}
}

// meet notes a category of persons in an activity, and whether it is said there.
func (l *lacking) meet(a *model.Activity, subjects model.SubjectCategory, field string, said bool) {
	if l.activity[subjects] == nil {
		l.order = append(l.order, subjects)
		l.activity[subjects], l.field[subjects] = a, field
	}
	l.count[subjects]++
	l.said[subjects] = l.said[subjects] || said
}

func (l *lacking) tell(r *review) {
	for _, s := range l.order {
		if !l.said[s] {
			r.tellOf(l.activity[s], l.field[s], "Persons", Code{"subject_category", string(s)}, "Count", l.count[s])
		}
	}
}

// withoutSafeguards finds vulnerable persons for whom no extra safeguards are
// noted. For children and wards they must be noted as such; patients and
// employees are also protected by secrecy and limited access.
func withoutSafeguards(r *review) {
	found := newLacking()
	careful := map[model.ID]bool{}
	for _, m := range r.Measures() {
		careful[m.ID] = law.IsPhrase("care_measure", string(m.Item))
	}
	for _, a := range r.Activities() {
		if !decides(a) || !r.of(a).vulnerable {
			continue
		}
		cared := false
		for _, id := range a.Measures.Value {
			cared = cared || careful[id]
		}
		for i, g := range a.Groups.Value {
			item, _ := law.Find("subject_category", string(g.Subjects))
			own := law.IsPhrase("minor_or_ward", string(g.Subjects))
			if item.Vulnerable || own {
				said := g.Safeguards != "" || !own && cared || own && a.Consent.Value.Minors != ""
				found.meet(a, g.Subjects, entry("groups", i)+".safeguards", said)
			}
		}
	}
	found.tell(r)
}

// uncounted finds categories of persons whose number the register tells
// nowhere.
func uncounted(r *review) {
	found := newLacking()
	staffed := false
	for _, e := range r.LegalEntities() {
		staffed = staffed || e.Headcount.Given()
	}
	for _, a := range r.Activities() {
		if !decides(a) {
			continue
		}
		for i, g := range a.Groups.Value {
			if g.Subjects != "" && g.Subjects != "other" {
				said := !missing(g.Count) || g.Subjects == "employee" && staffed
				found.meet(a, g.Subjects, entry("groups", i)+".count", said)
			}
		}
	}
	found.tell(r)
}
