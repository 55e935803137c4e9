package model_test

import (
	"testing"

	. "fortegnelse/model"
	"fortegnelse/model/law"
)

var basisNeeds = []need{{
	id: "N27", says: "several bases of one activity, each for its own data or persons",
	records: []Record{&Activity{
		Head: at("B-01"), Title: "Behandling",
		Purposes: Value([]Purpose{
			{Text: "Behandling af patienter", Bases: Value([]Basis{
				{Reference: "6(1)(b)", Subjects: "For private patienter, som vi indgår en kontrakt med", Data: []string{"d1"}, Assigned: "source"},
				{Reference: "6(1)(e)", Subjects: "offentlige patienter", Data: []string{"d1"}, Assigned: "source"},
				{Reference: "9(2)(h)", Data: []string{"d2"}, Assigned: "source"},
			})},
			{Text: "Arrangementer", Bases: Value([]Basis{{Reference: "6(1)(f)", Subjects: "deltagere"}}),
				LegitimateInterest: "deltagelse i arrangementer, kurser mv."},
		}),
		Groups: about("patient", DataItem{Key: "d1", Category: "name", Class: Ordinary},
			DataItem{Key: "d2", Category: "health", Class: Special, Special: "health"}),
	}},
	holds: []fact{
		is("B-01", "purposes[0].bases[0].reference", "6(1)(b)"),
		is("B-01", "purposes[0].bases[0].subjects", "For private patienter, som vi indgår en kontrakt med"),
		is("B-01", "purposes[0].bases[1].reference", "6(1)(e)"), is("B-01", "purposes[0].bases[2].data", "d2"),
		is("B-01", "purposes[1].bases[0].reference", "6(1)(f)"),
	},
}, {
	id: "N28", says: "kinds of references: Art. 6, Art. 9, national law with address and the day it was checked",
	records: []Record{&Activity{Head: at("B-01"), Title: "Journal", Purposes: purpose("Journalføring",
		Basis{Reference: "6(1)(c)", Laws: []LawReference{
			{Printed: "sundhedslovens kap. 9", Code: "DK-SUL-9"}, {Printed: "serviceloven § 153", Code: "DK-SERV-153"},
			{Printed: "lov nr. 834", URL: "https://www.retsinformation.dk/eli/lta/2014/834", Checked: Date{Year: 2026, Month: 11, Day: 21}},
		}},
		Basis{Reference: "9(2)(h)", Laws: []LawReference{{Printed: "databeskyttelseslovens § 7, stk. 3", Code: "DK-DBL-7-3"}}},
		Basis{Laws: []LawReference{
			{Printed: "helseregisterloven", Code: "NO-HRL"}, {Printed: "pasient- og brukerrettighetsloven", Code: "NO-PBRL"},
			{Printed: "helsepersonelloven", Code: "NO-HPL-39"},
		}},
	)}},
	holds: []fact{
		is("B-01", "purposes[0].bases[0].reference", "6(1)(c)"), is("B-01", "purposes[0].bases[0].laws[0].printed", "sundhedslovens kap. 9"),
		is("B-01", "purposes[0].bases[0].laws[2].url", "https://www.retsinformation.dk/eli/lta/2014/834"),
		is("B-01", "purposes[0].bases[0].laws[2].checked", "2026-11-21"), is("B-01", "purposes[0].bases[1].laws[0].code", "DK-DBL-7-3"),
		is("B-01", "purposes[0].bases[2].laws[1].printed", "pasient- og brukerrettighetsloven"),
	},
	also: func(t *testing.T, r *Register) { provisionsKnown(t, r) },
}, {
	id: "N29", says: "a broken or incomplete reference: what is printed stays, as much as holds is coded, the fault is found",
	records: []Record{&Activity{Head: at("B-01"), Title: "Journal", Purposes: purpose("Journalføring",
		Basis{Reference: "6(1)", Printed: "ART 6(1)(1) i Forordningen", Assigned: "source", Remark: "Bogstavet findes ikke."},
		Basis{Reference: "9(2)", Printed: "databeskyttelsesforordningen artikel 9, stk. 2, litra", Assigned: "source"},
	)}},
	holds: []fact{
		is("B-01", "purposes[0].bases[0].printed", "ART 6(1)(1) i Forordningen"), is("B-01", "purposes[0].bases[0].reference", "6(1)"),
		is("B-01", "purposes[0].bases[1].printed", "databeskyttelsesforordningen artikel 9, stk. 2, litra"),
		is("B-01", "purposes[0].bases[1].reference", "9(2)"),
	},
	also: func(t *testing.T, r *Register) {
		for i, want := range []law.Problem{law.NoSuchLetter, law.Incomplete} {
			b := r.Activities()[0].Purposes.Value[0].Bases.Value[i]
			if got := law.ReadReference(b.Printed); got.Problem != want || got.Reference != b.Reference {
				t.Errorf("%q is read as %q with problem %q", b.Printed, got.Reference, got.Problem)
			}
		}
	},
}, {
	id: "N30", says: "a basis given in words only: chosen from the list and marked as ours; or a law without an article",
	records: []Record{&Activity{Head: at("B-01"), Title: "Journal", Purposes: purpose("Journalføring",
		Basis{Reference: "6(1)(a)", Printed: "Samtycke från dig", Assigned: "us"},
		Basis{Laws: []LawReference{{Printed: "lovpålagt plikt til å føre pasientjournal"}}, Assigned: "source"},
	)}},
	holds: []fact{
		is("B-01", "purposes[0].bases[0].assigned", "us"), is("B-01", "purposes[0].bases[0].printed", "Samtycke från dig"),
		answers("B-01", "purposes[0].bases[1].reference", Unanswered),
		is("B-01", "purposes[0].bases[1].laws[0].printed", "lovpålagt plikt til å føre pasientjournal"),
	},
}, {
	id: "N31", says: "a legitimate interest spelled out, or missing (a finding rests on it)",
	records: []Record{&Activity{Head: at("B-01"), Title: "Hemsida", Purposes: Value([]Purpose{
		{
			Text: "Hemsidan", Bases: Value([]Basis{{Reference: "6(1)(f)"}}), BalancingTest: "Besökaren kan neka.",
			LegitimateInterest: "vårt Berättigade intresse av att kunna förbättra, effektivisera och utveckla hemsidan",
		},
		{Text: "Markedsføring", Bases: Value([]Basis{{Reference: "6(1)(f)", Printed: "efter de legitime interesser"}})},
	})}},
	holds: []fact{
		is("B-01", "purposes[0].legitimateInterest", "vårt Berättigade intresse av att kunna förbättra, effektivisera och utveckla hemsidan"),
		is("B-01", "purposes[0].balancingTest", "Besökaren kan neka."), is("B-01", "purposes[1].bases[0].reference", "6(1)(f)"),
		answers("B-01", "purposes[1].legitimateInterest", Unanswered),
	},
}, {
	id: "N32", says: "a public task with its statute, and research",
	records: []Record{&Activity{Head: at("B-01"), Title: "Forskning", Purposes: Value([]Purpose{
		{Text: "Behandling", Bases: Value([]Basis{{
			Reference: "6(1)(e)", Printed: "artikel 6, stk. 1, litra e", Laws: []LawReference{{Printed: "sundhedsloven § 79, stk. 2", Code: "DK-SUL-79-2"}},
		}})},
		{Text: "Sundhedsvidenskabelig forskning", Bases: Value([]Basis{{
			Reference: "9(2)(j)", Laws: []LawReference{{Printed: "jf. databeskyttelseslovens § 10", Code: "DK-DBL-10"}},
		}, {Reference: "89"}})},
	})}},
	holds: []fact{
		is("B-01", "purposes[0].bases[0].reference", "6(1)(e)"), is("B-01", "purposes[0].bases[0].laws[0].code", "DK-SUL-79-2"),
		is("B-01", "purposes[1].bases[0].reference", "9(2)(j)"), is("B-01", "purposes[1].bases[1].reference", "89"),
	},
	also: func(t *testing.T, r *Register) { provisionsKnown(t, r) },
}, {
	id: "N33", says: "consent: in what form, from whom, how it is obtained and where it is recorded (its validity is judged from the form)",
	records: []Record{
		&Activity{Head: at("B-01"), Title: "Behandling", Consent: Value(Consent{
			Form: "written_signed", Text: "skrive under på en samtykkeerklæring", Proof: Value("Pasientjournalen"),
		})},
		&Activity{Head: at("B-02"), Title: "Patienthistorier", Consent: Value(Consent{
			Form: "guardian", Minors: "Både du og/eller dit barn/værgemål", Proof: Say[string](NotStated),
		})},
		&Activity{Head: at("B-03"), Title: "Situationsbilleder", Consent: Value(Consent{Form: "implied", Text: "regnes det for, at du giver dit samtykke"})},
	},
	holds: []fact{
		is("B-01", "consent.form", "written_signed"), is("B-01", "consent.text", "skrive under på en samtykkeerklæring"),
		is("B-01", "consent.proof", "Pasientjournalen"), is("B-02", "consent.form", "guardian"),
		is("B-02", "consent.minors", "Både du og/eller dit barn/værgemål"), answers("B-02", "consent.proof", NotStated),
		is("B-03", "consent.form", "implied"),
	},
}, {
	id: "N34", says: "withdrawal: through which channel, with what effect, and that data are kept all the same",
	records: []Record{
		&Activity{Head: at("B-01"), Title: "Patienthistorier", Consent: Value(Consent{
			Withdrawal: Value("skal du skrive til Vejlefjord Rehabilitering på visitationen@vejlefjord.dk"), Effect: "Historien tages ned.", RetentionStays: No,
		})},
		&Activity{Head: at("B-02"), Title: "Journal", Consent: Value(Consent{
			Withdrawal: Say[string](NotStated), Effect: "Journaloplysninger skal dog altid opbevares", RetentionStays: Yes,
		})},
	},
	holds: []fact{
		is("B-01", "consent.withdrawal", "skal du skrive til Vejlefjord Rehabilitering på visitationen@vejlefjord.dk"),
		is("B-01", "consent.effect", "Historien tages ned."), answers("B-02", "consent.withdrawal", NotStated),
		is("B-02", "consent.retentionStays", "yes"),
	},
}, {
	id: "N35", says: "consent to one use only: disclosure, electronic communication, longer storage",
	records: []Record{
		&RetentionRule{
			Head: at("R-01"), Data: "Ansøgninger", Qualifier: "event",
			LongerConsent: "medmindre du ønsker at vi gemmer dine oplysninger længere",
		},
		&Activity{Head: at("B-01"), Title: "Attester", Consent: Value(Consent{Form: "explicit", Scope: "du har samtykket til videregivelse"}),
			Recipients: Value([]Recipient{{Type: "controller", Category: "insurer", Conditions: []Condition{"consent"}}})},
		&Activity{Head: at("B-02"), Title: "Dialog", Consent: Value(Consent{Scope: "samtykke til elektronisk kommunikasjon"})},
	},
	holds: []fact{
		is("B-01", "consent.scope", "du har samtykket til videregivelse"), is("B-01", "recipients[0].conditions", "consent"),
		is("B-02", "consent.scope", "samtykke til elektronisk kommunikasjon"),
		is("R-01", "longerConsent", "medmindre du ønsker at vi gemmer dine oplysninger længere"),
	},
}}
