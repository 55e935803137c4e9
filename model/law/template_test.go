package law_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fortegnelse/model"
	. "fortegnelse/model/law"
	"fortegnelse/model/words"
)

// starter returns an empty register with one legal entity.
func starter(t *testing.T, country model.Country, lang string) (*model.Register, *words.Catalogue) {
	t.Helper()
	entity := &model.LegalEntity{Head: model.Head{ID: model.NewID(time.Now()), Number: "E-01"}, LegalName: model.Value("Klinik A/S")}
	r, err := model.NewRegister(model.Info{Name: "Klinik", Language: lang, Country: country}, []model.Record{entity})
	if err != nil {
		t.Fatal(err)
	}
	c, err := words.In(lang)
	if err != nil {
		t.Fatal(err)
	}
	return r, c
}

func TestTemplate(t *testing.T) {
	for _, country := range []model.Country{"dk", "se", "no"} {
		for _, lang := range words.Languages() {
			empty, c := starter(t, country, lang)
			change, err := Template("clinic", empty, c, time.Now())
			if err != nil {
				t.Fatal(err)
			}
			r := empty.With(change)
			if problems := model.Validate(r.Content()); len(problems) > 0 {
				t.Errorf("%s %s: %v", country, lang, problems)
			}
			if change.Reason == "" || len(r.Activities()) != 30 || len(UsualActivities()) != 30 {
				t.Errorf("%s %s: %d activities, because of %q", country, lang, len(r.Activities()), change.Reason)
			}
			for _, rec := range change.Put {
				head := rec.Meta()
				if head.Status != model.Draft || len(head.Tags) != 1 || !strings.Contains(head.Notes, c.Text("law.template.note")) {
					t.Errorf("%s %s %s is not marked as a suggestion", country, lang, head.Number)
				}
				if r.Title(rec) == "" {
					t.Errorf("%s %s %s has no name", country, lang, head.Number)
				}
				for _, leaf := range model.Leaves(rec) {
					checkLeaf(t, string(country)+" "+lang+" "+head.Number, leaf)
				}
			}
			for _, a := range r.Activities() {
				checkActivity(t, r, a)
			}
		}
	}
}

// checkLeaf looks for words that are missing and codes that nobody knows.
func checkLeaf(t *testing.T, where string, leaf model.Leaf) {
	t.Helper()
	for _, v := range leaf.Values {
		if strings.ContainsAny(v, "⟨⟩") || strings.Contains(v, "<no value>") {
			t.Errorf("%s %s: %s", where, leaf.Path, v)
		}
		if leaf.Field.Vocabulary != "" {
			knows(t, leaf.Field.Vocabulary, v, where+" "+leaf.Path)
		}
	}
}

// checkActivity holds a suggested activity to what the law data demand.
func checkActivity(t *testing.T, r *model.Register, a *model.Activity) {
	t.Helper()
	where := string(r.Info().Country) + " " + string(a.Type)
	if len(a.Entities) != 1 || !a.Retention.Given() || len(a.Retention.Value) == 0 {
		t.Errorf("%s: entities %v, retention %v", where, a.Entities, a.Retention)
	}
	special, national, article6, article9, article87 := false, false, false, false, false
	for _, item := range a.Items() {
		special = special || item.Class == model.Special
		national = national || item.Class == model.NationalID
	}
	purpose := a.Purposes.Value[0]
	for _, b := range purpose.Bases.Value {
		known, _ := Find("reference", string(b.Reference))
		article6 = article6 || known.Kind == "6"
		article9 = article9 || known.Kind == "9"
		article87 = article87 || known.Kind == "87"
		if known.National && len(b.Laws) == 0 && b.Remark == "" {
			t.Errorf("%s: %s has no national provision", where, b.Reference)
		}
		for _, l := range b.Laws {
			p, _ := ProvisionOf(l.Code)
			if p.Country != r.Info().Country || !slices.Contains(p.Supports, b.Reference) || !p.On(Date()) {
				t.Errorf("%s: %s does not stand beside %s", where, l.Code, b.Reference)
			}
			if !p.Verified && b.Remark == "" {
				t.Errorf("%s: %s is not verified, and nothing says so", where, l.Code)
			}
		}
		if b.Reference == "6(1)(f)" && purpose.LegitimateInterest == "" {
			t.Errorf("%s: which legitimate interest?", where)
		}
	}
	if !article6 || special && !article9 || national != article87 {
		t.Errorf("%s: special %v, national %v, bases of 6 %v, 9 %v, 87 %v", where, special, national, article6, article9, article87)
	}
	for _, id := range a.Retention.Value {
		rule, _ := model.Find[*model.RetentionRule](r, id)
		if rule.Data == "" || rule.Qualifier == "criterion" && rule.Criterion == "" {
			t.Errorf("%s: %+v", where, rule)
		}
		if _, err := Ends(rule, Date()); err != nil {
			t.Errorf("%s: %s cannot be computed: %v", where, rule.Title, err)
		}
	}
}

// The records of a template are numbered behind those that are there.
func TestTemplateInRegisterInUse(t *testing.T) {
	r, c := starter(t, "dk", "da")
	r = r.With(model.Change{Put: []model.Record{&model.Activity{Head: model.Head{ID: model.NewID(time.Now()), Number: "B-07"}, Title: "Vores egen"}}})
	change, err := Template("clinic", r, c, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	numbers := map[string]bool{}
	for _, rec := range change.Put {
		if number := rec.Meta().Number; numbers[number] {
			t.Errorf("%s twice", number)
		} else {
			numbers[number] = true
		}
	}
	if !numbers["B-08"] || numbers["B-07"] || !numbers["B-37"] {
		t.Errorf("the activities are numbered %v", numbers)
	}
}

func TestTemplateOfAnotherKindOrCountry(t *testing.T) {
	r, c := starter(t, "dk", "da")
	if _, err := Template("bakery", r, c, time.Now()); !errors.Is(err, ErrNoTemplate) {
		t.Errorf("bakery: %v", err)
	}
	r, _ = starter(t, "fi", "da")
	if _, err := Template("clinic", r, c, time.Now()); !errors.Is(err, ErrNoTemplate) || !strings.Contains(err.Error(), "fi") {
		t.Errorf("Finland: %v", err)
	}
	if !slices.Equal(Templates(), []string{"clinic"}) {
		t.Errorf("templates: %v", Templates())
	}
}
