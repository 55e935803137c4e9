package words

import (
	"testing"
	"time"

	"fortegnelse/model"
)

// The Norwegian words are the profession's, not Danish ones spelt otherwise.
func TestNorwegianTermsOfTheProfession(t *testing.T) {
	c := catalogue(t, "nb")
	for key, want := range map[string]string{
		"report.title":                        "Protokoll over behandlingsaktiviteter",
		"field.activity.retention":            "Tidsfrister for sletting",
		"field.purpose.bases":                 "Behandlingsgrunnlag",
		"field.activity.recipients":           "Mottakere",
		"field.recipient.basis":               "Grunnlag for utlevering",
		"field.transfer.gate":                 "Overføringsgrunnlag",
		"field.legal_entity.dpo":              "Personvernombud",
		"field.activity.dpia":                 "Vurdering av personvernkonsekvenser",
		"field.activity.measures":             "Sikkerhetstiltak",
		"kind.supervision":                    "oppfølging",
		"answer.not_stated":                   "ikke oppgitt",
		"code.role.controller":                "Behandlingsansvarlig",
		"code.role.joint_controller":          "Felles behandlingsansvarlig",
		"code.agreement_kind.data_processing": "Databehandleravtale",
		"code.gate.safeguards":                "Nødvendige garantier (art. 46)",
		"code.reference.6(1)(c)":              "art. 6 nr. 1 bokstav c (rettslig forpliktelse)",
		"code.reference.6(1)(f)":              "art. 6 nr. 1 bokstav f (berettigede interesser)",
		"code.data_category.national_id":      "Fødselsnummer",
		"code.right.access":                   "Innsyn (art. 15)",
		"code.start_event.last_entry":         "siste innføring i journalen",
	} {
		if got := c.Text(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
}

func TestNorwegianDatesAndCounts(t *testing.T) {
	c := catalogue(t, "nb")
	d := model.Date{Year: 2026, Month: time.November, Day: 21}
	for want, got := range map[string]string{
		"21. november 2026": c.Date(d),
		"21.11.2026":        c.ShortDate(d),
		"14.02":             c.Clock(time.Date(2026, 11, 21, 14, 2, 0, 0, time.UTC)),
		"1 måned":           c.Count("unit.month", 1),
		"10 år":             c.Count("unit.year", 10),
		"12\u00a0000 dager": c.Count("unit.day", 12000),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
