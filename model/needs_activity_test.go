package model_test

import (
	"testing"

	. "fortegnelse/model"
)

var activityNeeds = []need{{
	id: "N13", says: "a pick-list of activity types that covers all policies",
	records: []Record{
		&Activity{Head: at("B-01"), Title: "Sundhedsvidenskabelig forskning", Type: "research"},
		&Activity{Head: at("B-02"), Title: "Registrering på gruppelister til brug for opgørelse af fremmøde", Type: "group_attendance"},
		&Activity{Head: at("B-03"), Title: "avtalskund via en sjukförsäkring", Type: "insurance_patients"},
		&Activity{Head: at("B-04"), Title: "Hvis du søger job hos", Type: "recruitment"},
	},
	holds: []fact{
		is("B-01", "type", "research"), is("B-02", "type", "group_attendance"),
		is("B-03", "type", "insurance_patients"), is("B-04", "type", "recruitment"),
	},
	also: func(t *testing.T, _ *Register) {
		coded(t, "activity_type", "patient_record", "treatment", "booking", "before_after_photos", "complications", "disclosure",
			"invoicing", "accounting", "card_payment", "newsletter", "cookies", "website", "social_media", "events",
			"satisfaction_survey", "patient_stories", "situation_photos", "questionnaire", "effect_measurement", "certificates",
			"referral", "quality_work", "supplier_administration", "staff", "payroll", "data_subject_rights", "breach_handling",
			"it_operation", "consent_register", "third_country_return")
	},
}, {
	id: "N14", says: "several purposes of one activity, some of them secondary",
	records: []Record{&Activity{Head: at("B-01"), Title: "Arrangementer", Purposes: Value([]Purpose{
		{Text: "Afvikling af arrangementet", Secondary: No},
		{Text: "Kvalitetssikring og udviklingsarbejde", Secondary: Yes},
		{Text: "af sikkerhedsmæssige årsager", Secondary: Yes},
	})}},
	holds: []fact{
		is("B-01", "purposes[0].secondary", "no"), is("B-01", "purposes[1].text", "Kvalitetssikring og udviklingsarbejde"),
		is("B-01", "purposes[1].secondary", "yes"), is("B-01", "purposes[2].text", "af sikkerhedsmæssige årsager"),
	},
}, {
	id: "N15", says: "an activity that is said not to exist, with the sentence that says so",
	records: []Record{policy, &Activity{
		Head:  Head{ID: id("B-01"), Number: "B-01", Status: NotDone, Evidence: quote("status", "I dagsläget finns ingen webb-butik", 39)},
		Title: "Webbutik", Type: "web_shop",
	}},
	holds: []fact{is("B-01", "status", "not_carried_out"), is("B-01", "evidence[0].quote", "I dagsläget finns ingen webb-butik")},
}, {
	id: "N16", says: "a condition that limits the activity",
	records: []Record{
		&Activity{Head: at("B-01"), Title: "Patienthistorier", Scope: "altid kun omfatte personer, som ikke er indlagte"},
		&Activity{Head: at("B-02"), Title: "Journal", Groups: about("client", DataItem{
			Key: "d1", Category: "sex_life", Class: Special, Special: "sex_life", Condition: "hvis det er relevant for dit forløb",
		})},
	},
	holds: []fact{
		is("B-01", "scope", "altid kun omfatte personer, som ikke er indlagte"),
		is("B-02", "groups[0].data[0].condition", "hvis det er relevant for dit forløb"),
	},
}, {
	id: "N17", says: "another document holds the rest, and has not been read",
	records: []Record{
		&Document{Head: at("K-01"), Title: "Cookie-politik", Type: "cookie_policy", Link: "https://klinik.example/cookies", Review: "not_reviewed", About: ids("B-01")},
		&Activity{Head: at("B-01"), Title: "Hjemmeside", Information: Value(Information{Text: "i vores Cookie-politik", Documents: ids("K-01")})},
	},
	holds: []fact{
		is("K-01", "review", "not_reviewed"), is("K-01", "link", "https://klinik.example/cookies"),
		is("K-01", "about", string(id("B-01"))), is("B-01", "information.documents", string(id("K-01"))),
	},
}}
