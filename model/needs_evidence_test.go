package model_test

import (
	"slices"
	"testing"

	. "fortegnelse/model"
)

var evidenceNeeds = []need{{
	id: "N71", says: "every field traceable to a sentence: quote, document, section and line",
	records: []Record{policy, &Activity{
		Head: Head{ID: id("B-01"), Number: "B-01", Evidence: []Evidence{{
			Field: "purposes[0].bases[0].laws", Quote: "Jf. Databeskyttelsesloven §12", Document: policy.ID, Section: "9", Line: 129,
		}}},
		Title: "Personale", Purposes: purpose("Ansættelse", Basis{Laws: []LawReference{{Printed: "Databeskyttelsesloven §12", Code: "DK-DBL-12"}}}),
	}},
	holds: []fact{
		is("B-01", "evidence[0].field", "purposes[0].bases[0].laws"), is("B-01", "evidence[0].quote", "Jf. Databeskyttelsesloven §12"),
		is("B-01", "evidence[0].document", string(policy.ID)), is("B-01", "evidence[0].section", "9"), is("B-01", "evidence[0].line", "129"),
	},
	also: func(t *testing.T, r *Register) {
		a := r.Activities()[0]
		if _, err := Get(a, a.Evidence[0].Field); err != nil {
			t.Errorf("the evidence leads nowhere: %v", err)
		}
		provisionsKnown(t, r)
	},
}, {
	id: "N72", says: "empty, not stated, not applicable and none are four answers",
	records: []Record{
		&LegalEntity{Head: at("E-01"), ContactRole: Say[string](NotStated), Representative: Say[Contact](NotApplicable), DPO: Say[DPO](None), TradeNames: []string{"Kontaktperson är"}},
		&LegalEntity{Head: at("E-02"), TradeNames: []string{"kan du kontakte oss"}},
	},
	holds: []fact{
		answers("E-01", "contactRole", NotStated), answers("E-01", "representative", NotApplicable), answers("E-01", "dpo", None),
		answers("E-02", "contactRole", Unanswered),
	},
}, {
	id: "N73", says: "a contradiction inside one policy: two rules or two quotes on one field (the finding compares them)",
	records: []Record{policy, &RetentionRule{
		Head: Head{ID: id("R-01"), Number: "R-01", Evidence: []Evidence{
			{Field: "period", Quote: "i minimum 10 år efter seneste tilførsel", Document: policy.ID, Line: 124},
			{Field: "period", Quote: "Efter 10 år fra seneste opdatering slettes", Document: policy.ID, Line: 124, Remark: "Modsiger »minimum«."},
		}},
		Data: "Journal", Qualifier: "minimum", Period: Value(Period{Length: 10, Unit: "year"}), Start: Value(Start{Event: "last_entry"}), Then: "delete",
	}},
	holds: []fact{
		is("R-01", "evidence[0].field", "period"), is("R-01", "evidence[1].field", "period"),
		is("R-01", "evidence[0].quote", "i minimum 10 år efter seneste tilførsel"), is("R-01", "evidence[1].quote", "Efter 10 år fra seneste opdatering slettes"),
		is("R-01", "evidence[1].remark", "Modsiger »minimum«."), is("R-01", "qualifier", "minimum"), is("R-01", "then", "delete"),
	},
}, {
	id: "N74", says: "how each right is met: whether it is mentioned, channel, time, fee, quote; limits of repealed law too",
	records: []Record{policy, &LegalEntity{
		Head:       Head{ID: id("E-01"), Number: "E-01", Evidence: quote("rights[0]", "en gång per kalenderår", 60)},
		TradeNames: []string{"Hudläkargruppen"}, Rights: []RightPractice{
			{Right: "access", Text: Value("en gång per kalenderår"), Channel: Value("skriftligen"), Within: Value("en månad"), Fee: Say[string](NotStated)},
			{Right: "erasure", Text: Value("Sletning"), Channel: Say[string](NotStated), Within: Say[string](NotStated),
				Fee: Value("Ekspeditionen af din anmodning om at udøve dine rettigheder er naturligvis gratis")},
			{Right: "portability", Text: Say[string](NotStated)},
		},
	}},
	holds: []fact{
		is("E-01", "rights[0].right", "access"), is("E-01", "rights[0].text", "en gång per kalenderår"), is("E-01", "rights[0].channel", "skriftligen"),
		is("E-01", "rights[0].within", "en månad"), answers("E-01", "rights[0].fee", NotStated),
		is("E-01", "rights[1].fee", "Ekspeditionen af din anmodning om at udøve dine rettigheder er naturligvis gratis"),
		is("E-01", "rights[2].right", "portability"), answers("E-01", "rights[2].text", NotStated), is("E-01", "evidence[0].field", "rights[0]"),
	},
}, {
	id: "N75", says: "which letter of Art. 30 asks for a field, so that exports can follow them, and one record per legal entity",
	records: []Record{
		&LegalEntity{Head: at("E-01"), LegalName: Value("Hudläkargruppen i Stockholm KB")},
		&LegalEntity{
			Head: at("E-02"), LegalName: Value("Antero Medical Consulting AB"),
			Registration: Value(Registration{Kind: "se_orgnr", Printed: "556524-6369", Normalised: "5565246369"}),
		},
		&Activity{Head: at("B-01"), Title: "Patientjournal", Role: AsController, Entities: ids("E-01")},
		&Activity{Head: at("B-02"), Title: "Bokföring", Role: AsController, Entities: ids("E-02")},
	},
	holds: []fact{is("E-02", "registration.printed", "556524-6369"), is("B-01", "entities", string(id("E-01"))), is("B-02", "entities", string(id("E-02")))},
	also: func(t *testing.T, r *Register) {
		for path, letter := range map[string]string{
			"entities": "a", "purposes": "b", "groups": "c", "recipients": "d", "transfers": "e", "retention": "f", "measures": "g",
		} {
			if f, ok := FieldAt(KindActivity, path); !ok || f.Letter != letter || !f.Required || !slices.Contains(Letters, letter) {
				t.Errorf("%s does not stand under letter (%s) as required", path, letter)
			}
		}
		for _, e := range r.LegalEntities() {
			if n := len(r.ActivitiesOf(e.ID)); n != 1 {
				t.Errorf("%s has %d activities, want 1", e.Number, n)
			}
		}
	},
}}
