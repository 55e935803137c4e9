package check

import (
	"strconv"
	"testing"
	"time"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
)

// clinic is a small register of a well-run Danish clinic, on which no rule
// finds anything. An example spoils one thing in it.
type clinic struct {
	info      model.Info
	entity    *model.LegalEntity
	supplier  *model.Party // of the record system
	authority *model.Party // that gets notifications
	processor *model.Processor
	agreement *model.Agreement
	checked   *model.Supervision
	system    *model.System
	notice    *model.Document // the privacy notice
	signed    *model.Document // the agreement
	rule      *model.RetentionRule
	measures  []*model.Measure
	activity  *model.Activity   // treatment of patients
	absent    []*model.Activity // that the clinic does not carry out
	more      []model.Record
}

func newClinic() *clinic {
	c := &clinic{info: model.Info{ID: model.NewID(modeltest.Generated), Name: "Klinik", Language: "da", Country: "dk", LawData: today}}
	c.entity = newEntity()
	c.supplier = &model.Party{
		LegalName: "Journalhuset A/S", Type: "it_supplier", Country: model.Value(model.Country("dk")),
		Registration: model.Value(model.Registration{Kind: "cvr", Printed: "10150817"}),
		Address:      model.Value(model.Address{Street: "Vesterbro 2", Postcode: "9000", City: "Aalborg", Country: "dk"}),
		Contacts:     []model.Contact{{Purpose: "data_protection", Role: "databeskyttelse", Email: "gdpr@journalhuset.dk"}},
	}
	c.authority = &model.Party{LegalName: "Styrelsen for Patientsikkerhed", Type: "public_authority", Country: model.Value(model.Country("dk"))}
	number(c.entity, "E-1")
	number(c.supplier, "P-1")
	number(c.authority, "P-2")
	c.notice = &model.Document{Title: "Privatlivspolitik", Type: "privacy_policy", Dated: today, Version: "4", Link: "https://havnegade.dk/privatliv"}
	c.signed = &model.Document{Title: "Databehandleraftale", Type: "agreement", Dated: date(2025, 1, 10)}
	number(c.notice, "K-1")
	number(c.signed, "K-2")
	c.processor = newProcessor(c.supplier)
	number(c.processor, "D-1")
	c.agreement = newAgreement(c)
	number(c.agreement, "A-1")
	c.checked = &model.Supervision{
		Processor: c.processor.ID, Concept: 5, Form: "isae_3000", Planned: date(2026, 3, 1), Done: date(2026, 3, 10),
		PeriodFrom: date(2025, 1, 1), PeriodUntil: date(2025, 12, 31), Scope: "Journalsystemet og underdatabehandlere", Conclusion: "Ingen bemærkninger",
		Documents: []model.ID{c.signed.ID},
	}
	number(c.checked, "T-1")
	c.system = &model.System{Title: "Journal 6", Product: "Journal 6", Party: c.supplier.ID, Country: model.Value(model.Country("dk"))}
	number(c.system, "Y-1")
	c.rule = &model.RetentionRule{
		Title: "Patientjournal", Data: "Patientjournal", Categories: []model.DataCategory{"patient_record", "name", "national_id"},
		Qualifier: "exact", Period: model.Value(model.Period{Length: 10, Unit: "year"}), Start: model.Value(model.Start{Event: "last_entry"}),
		Laws: model.Value([]model.LawReference{{Printed: "journalføringsbekendtgørelsen", Code: "DK-JOURNAL"}}), Then: "delete", Responsible: "klinikchef",
	}
	number(c.rule, "R-1")
	for i, item := range []model.MeasureItem{
		"access_control", "access_logging", "encryption_at_rest", "encryption_in_transit", "confidentiality_duty", "secure_mailbox", "backup", "breach_plan",
	} {
		m := &model.Measure{Item: item, Title: string(item), Type: "technical", Verified: model.Value(date(2026, 6, 1))}
		number(m, "S-"+strconv.Itoa(i+1))
		c.measures = append(c.measures, m)
	}
	c.activity = newActivity(c)
	number(c.activity, "B-1")
	for i, kind := range []model.ActivityType{
		"staff", "recruitment", "accounting", "booking", "website", "newsletter", "supplier_administration", "video_surveillance",
	} {
		a := &model.Activity{Head: model.Head{Status: model.NotDone}, Title: string(kind), Type: kind}
		number(a, "B-9"+strconv.Itoa(i))
		c.absent = append(c.absent, a)
	}
	return c
}

func newEntity() *model.LegalEntity {
	return &model.LegalEntity{
		LegalName:     model.Value("Klinik Havnegade ApS"),
		Registration:  model.Value(model.Registration{Kind: "cvr", Printed: "25052943"}),
		Address:       model.Value(model.Address{Street: "Havnegade 1", Postcode: "5000", City: "Odense C", Country: "dk"}),
		Phone:         model.Value("66 00 00 00"),
		Email:         model.Value("klinik@havnegade.dk"),
		Authority:     model.Value(model.Authority("dk_datatilsynet")),
		Headcount:     model.Value(7),
		DPO:           model.Value(model.DPO{Status: "not_required", Reason: "Under 2 000 patienter, ingen offentlig opgave"}),
		Rights:        newRights(),
		BreachRoutine: model.Value("Klinikchefen anmelder inden 72 timer; registrerede underrettes ved sandsynlig høj risiko"),
	}
}

// newRights tells of the rights of data subjects as a privacy notice should.
func newRights() []model.RightPractice {
	within := model.Value("senest en måned efter henvendelsen")
	return []model.RightPractice{
		{Right: "access", Text: model.Value("Du kan få at vide, hvad vi har om dig, og få en kopi"), Within: within},
		{Right: "rectification", Text: model.Value("Du kan få forkerte oplysninger rettet"), Within: within},
		{Right: "erasure", Text: model.Value("Du kan få oplysninger slettet, som vi ikke skal gemme efter loven"), Within: within},
		{Right: "restriction", Text: model.Value("Du kan i visse tilfælde få behandlingen begrænset"), Within: within},
		{Right: "portability", Text: model.Value("Hviler behandlingen på dit samtykke eller en aftale, kan du få oplysningerne med dig"), Within: within},
		{Right: "objection", Text: model.Value("Du kan gøre indsigelse mod en behandling, der hviler på vores interesser"), Within: within},
		{Right: "complaint", Text: model.Value("Du kan klage til Datatilsynet, www.datatilsynet.dk")},
	}
}

func newProcessor(supplier *model.Party) *model.Processor {
	return &model.Processor{
		Party:         model.Value(supplier.ID),
		Since:         date(2025, 1, 20),
		Services:      []model.ProcessorService{{Service: "record_system", Product: "Journal 6"}},
		Assessment:    "processor",
		AssessReason:  "Handler efter instruks",
		Guarantees:    model.Value("ISAE 3000-erklæring gennemgået før aftalen"),
		Places:        model.Value([]model.Place{{Country: "dk", Site: "Aalborg"}}),
		SubProcessors: model.Answer[[]model.SubProcessor]{State: model.None},
		Risk:          model.Value(model.Risk{Persons: 2, Special: 3, Confidential: 2}),
		Plan:          model.Value(model.Plan{Concept: 5, Form: "isae_3000", EveryMonths: 12, Next: date(2027, 3, 1), Responsible: "klinikchef"}),
	}
}

func newAgreement(c *clinic) *model.Agreement {
	a := &model.Agreement{
		Title: "Databehandleraftale", Type: "data_processing", Entities: []model.ID{c.entity.ID}, Parties: []model.ID{c.supplier.ID}, Processor: c.processor.ID,
		State: "in_force", BasedOn: "dk_standard", Signed: model.Value(date(2025, 1, 10)), Effective: model.Value(date(2025, 1, 15)),
		Ends:  model.Answer[model.Date]{State: model.None},
		Audit: model.Value("Årlig ISAE 3000-erklæring"), Written: model.Yes, Categories: []model.DataCategory{"name", "national_id", "patient_record"},
		SubAuthorisation: "specific", BreachHours: model.Value(24), OnEnd: "delete", Covers: "Patientjournaler", Documents: []model.ID{c.signed.ID},
	}
	for _, item := range []model.AgreementItem{"a", "b", "c", "d", "e", "f", "g", "h", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8"} {
		a.Items = append(a.Items, model.AgreementAnswer{Item: item, Answer: "yes", Clause: "pkt. 1"})
	}
	return a
}

// newActivity is the treatment of patients.
func newActivity(c *clinic) *model.Activity {
	var measures []model.ID
	for _, m := range c.measures {
		measures = append(measures, m.ID)
	}
	person := model.Value([]model.Source{{Category: "person"}})
	return &model.Activity{
		Head:  model.Head{Status: model.Active, ReviewedOn: date(2026, 9, 1), ReviewedBy: "klinikchef", ReviewEvery: 12, NextReview: date(2027, 9, 1)},
		Title: "Behandling og journalføring", Type: "patient_record", Role: model.AsController, Entities: []model.ID{c.entity.ID},
		Department: "Klinikken", ResponsibleRole: model.Value("klinikchef"), ValidFrom: date(2025, 2, 1),
		Purposes: model.Value([]model.Purpose{{
			Text: "Undersøgelse og behandling af patienter og føring af journal",
			Bases: model.Value([]model.Basis{
				{Reference: "6(1)(c)", Laws: []model.LawReference{{Printed: "autorisationsloven kap. 6", Code: "DK-AUT-6"}}, Remark: "Journalføringspligt"},
				{Reference: "9(2)(h)", Laws: []model.LawReference{{Printed: "databeskyttelseslovens § 7, stk. 3", Code: "DK-DBL-7-3"}}, Remark: "Behandling ved sundhedspersoner med tavshedspligt"},
				{Reference: "87", Laws: []model.LawReference{{Printed: "databeskyttelseslovens § 11, stk. 2, nr. 1", Code: "DK-DBL-11-2-1"}}, Remark: "Følger af lovgivningen", Data: []string{"cpr"}},
			}),
		}}),
		Groups: model.Value([]model.Group{{
			Subjects: "patient", Count: model.Value(1800),
			Data: []model.DataItem{
				{Key: "name", Category: "name", Class: model.Ordinary, Sources: person},
				{Key: "cpr", Category: "national_id", Class: model.NationalID, Sources: person},
				{Key: "record", Category: "patient_record", Class: model.Special, Special: "health", Sources: person},
			},
		}}),
		Recipients: model.Value([]model.Recipient{{
			Type: "authority", Category: "health_authority", Text: "Styrelsen for Patientsikkerhed", Party: c.authority.ID, Conditions: []model.Condition{"law"},
			Basis: []model.Basis{{Reference: "6(1)(c)", Laws: []model.LawReference{{Printed: "sundhedsloven"}}}},
			Data:  []model.Disclosure{{Data: "record", State: model.ByLaw}},
		}}),
		Processors: model.Value([]model.ProcessorUse{{Processor: c.processor.ID, Task: "Journalsystem", Data: []model.Disclosure{
			{Data: "name", State: model.Receives}, {Data: "cpr", State: model.Receives}, {Data: "record", State: model.Receives},
		}}}),
		Systems:     model.Value([]model.ID{c.system.ID}),
		Transfers:   model.Answer[[]model.ID]{State: model.None},
		Retention:   model.Value([]model.ID{c.rule.ID}),
		Measures:    model.Value(measures),
		Information: model.Value(model.Information{Where: "havnegade.dk/privatliv", Documents: []model.ID{c.notice.ID}}),
		Obligation:  model.Value(model.Obligation{Required: model.Yes, Consequence: "Uden oplysningerne kan vi ikke behandle"}),
		Automated:   model.Answer[model.Automated]{State: model.None},
		DPIA:        model.Value(model.DPIA{Screening: "not_required", Decision: "Ikke påkrævet", Reason: "En enkelt klinik med under 2 000 patienter", Done: date(2025, 1, 5)}),
	}
}

func date(year, month, day int) model.Date {
	return model.Date{Year: year, Month: time.Month(month), Day: day}
}

// number gives a record its ID and number.
func number(rec model.Record, number string) {
	rec.Meta().ID = model.NewID(modeltest.Generated)
	rec.Meta().Number = number
}

// add puts one more record into the register.
func (c *clinic) add(rec model.Record, as string) model.ID {
	number(rec, as)
	c.more = append(c.more, rec)
	return rec.Meta().ID
}

// remove takes the processor with all that belongs to it out of the register.
func (c *clinic) remove() {
	c.processor, c.agreement, c.checked = nil, nil, nil
	c.activity.Processors = model.Answer[[]model.ProcessorUse]{State: model.None}
}

func (c *clinic) register(t testing.TB) *model.Register {
	t.Helper()
	records := []model.Record{c.entity, c.supplier, c.authority, c.system, c.notice, c.signed, c.rule, c.activity}
	if c.processor != nil {
		records = append(records, c.processor)
	}
	if c.agreement != nil {
		records = append(records, c.agreement)
	}
	if c.checked != nil {
		records = append(records, c.checked)
	}
	for _, m := range c.measures {
		records = append(records, m)
	}
	for _, a := range c.absent {
		records = append(records, a)
	}
	r, err := model.NewRegister(c.info, append(records, c.more...))
	if err != nil {
		t.Fatal(err)
	}
	if problems := model.Validate(r.Content()); len(problems) > 0 {
		t.Fatal(problems[0])
	}
	return r
}
