package modeltest

import (
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"fortegnelse/model"
)

// Generated is the moment at which generated registers were made.
var Generated = time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC)

// Register returns a register of n activities, each as rich as the patient
// record of a real clinic, with one processor for every ten. The same n
// always gives the same register. It is meant for benchmarks and for tests
// of size.
func Register(n int) *model.Register {
	g := &generator{
		random:  rand.New(rand.NewPCG(30, uint64(n))),
		numbers: map[model.Kind]int{},
	}
	info := model.Info{
		ID: g.id(), Name: "Klinikken ved Havnen", Language: "da", Country: "dk",
		LawData: model.Date{Year: 2026, Month: time.October, Day: 1}, Created: Generated,
	}
	g.organisation()
	for i := range n {
		if i%10 == 0 {
			g.supplier(i / 10)
		}
		g.activity(i)
	}
	r, err := model.NewRegister(info, g.records)
	if err != nil {
		panic("modeltest: " + err.Error())
	}
	return r
}

// generator makes one record after the other; later records refer to
// earlier ones.
type generator struct {
	random  *rand.Rand
	ids     int64
	numbers map[model.Kind]int
	records []model.Record

	entity     model.ID
	policy     model.ID
	recipients []model.ID // parties
	measures   []model.ID
	processors []model.ID
	system     model.ID
	transfer   model.ID
}

// id returns a UUID of version 7, a millisecond later than the one before.
func (g *generator) id() model.ID {
	var b [16]byte
	ms := Generated.UnixMilli() + g.ids
	g.ids++
	for i := range 6 {
		b[i] = byte(ms >> (40 - 8*i))
	}
	for i := 6; i < 16; i++ {
		b[i] = byte(g.random.Uint32())
	}
	b[6] = b[6]&0x0f | 0x70
	b[8] = b[8]&0x3f | 0x80
	h := hex.EncodeToString(b[:])
	return model.ID(h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:])
}

var letters = map[model.Kind]string{
	model.KindLegalEntity: "E", model.KindParty: "P", model.KindActivity: "B", model.KindProcessor: "D",
	model.KindAgreement: "A", model.KindTransfer: "O", model.KindRetentionRule: "R", model.KindMeasure: "S",
	model.KindSystem: "Y", model.KindDocument: "K",
}

// add gives a record its identity and puts it into the register.
func (g *generator) add(r model.Record) model.ID {
	g.numbers[r.Kind()]++
	head := r.Meta()
	head.ID = g.id()
	head.Number = fmt.Sprintf("%s-%02d", letters[r.Kind()], g.numbers[r.Kind()])
	head.Status = model.Active
	head.ReviewedOn = g.day(2026)
	head.ReviewedBy = "Databeskyttelsesrådgiver"
	head.ReviewEvery = 12
	head.NextReview = head.ReviewedOn.AddDays(365)
	g.records = append(g.records, r)
	return head.ID
}

func (g *generator) day(year int) model.Date {
	return model.Date{Year: year, Month: time.January, Day: 1}.AddDays(g.random.IntN(300))
}

func pick[T any](g *generator, from []T) T { return from[g.random.IntN(len(from))] }

// some returns n different entries in their order.
func some[T any](g *generator, from []T, n int) []T {
	left := len(from)
	var out []T
	for _, v := range from {
		if g.random.IntN(left) < n-len(out) {
			out = append(out, v)
		}
		left--
	}
	return out
}

// organisation makes what all activities share.
func (g *generator) organisation() {
	g.entity = g.add(&model.LegalEntity{
		LegalName:  model.Value("Klinikken ved Havnen A/S"),
		TradeNames: []string{"Havneklinikken"},
		Registration: model.Value(model.Registration{
			Kind: "cvr", Printed: "CVR-nr. 31 06 89 91", Normalised: "31068991",
		}),
		Address:     model.Value(model.Address{Street: "Havnegade 12", Postcode: "8700", City: "Horsens", Country: "dk"}),
		Phone:       model.Value("70 00 00 00"),
		Email:       model.Value("post@havneklinikken.example"),
		Web:         model.Value("https://www.havneklinikken.example"),
		ContactRole: model.Value("Klinikchef"),
		Authority:   model.Value(model.Authority("dk_datatilsynet")),
		Headcount:   model.Value(84),
		DPO: model.Value(model.DPO{
			Status:   "appointed",
			Contact:  model.Contact{Purpose: "data_protection", Role: "Databeskyttelsesrådgiver", Email: "dpo@havneklinikken.example"},
			Notified: model.Date{Year: 2018, Month: time.May, Day: 25},
		}),
		Rights: []model.RightPractice{
			{Right: "access", Text: model.Value("Indsigt gives i den form, patienten ønsker."), Channel: model.Value("Brev, e-mail, telefon eller fremmøde"),
				Within: model.Say[string](model.NotStated), Fee: model.Value("Gratis")},
			{Right: "erasure", Text: model.Value("Sletning kan begrænses af pligten til at opbevare journalen.")},
		},
		BreachRoutine: model.Value("Brud meldes til databeskyttelsesrådgiveren samme dag og til tilsynet inden 72 timer."),
	})
	g.policy = g.add(&model.Document{
		Title: "Persondatapolitik", Type: "privacy_policy", Dated: model.Date{Year: 2018, Month: time.September, Day: 12},
		DatePrinted: "12/9 2018", Language: "da", Review: "read", About: []model.ID{g.entity},
	})
	for _, r := range recipients {
		g.recipients = append(g.recipients, g.add(&model.Party{
			LegalName: r.text, Type: r.party, Country: model.Value(model.Country("dk")),
		}))
	}
	for _, m := range measures {
		g.measures = append(g.measures, g.add(&model.Measure{
			Item: m.item, Title: m.title, Description: m.text, Type: m.kind,
			Scopes:     []model.Scope{{Type: "organisation", Record: g.entity}},
			Verified:   model.Value(g.day(2026)),
			VerifiedBy: "It-ansvarlig",
		}))
	}
	g.transfer = g.add(&model.Transfer{
		Title: "Support uden for kontortid", Exporter: g.entity,
		Destination: model.Value(model.Destination{Type: "country", Country: "us"}),
		Data:        "Kontaktoplysninger og fejlmeldinger fra supportsager.",
		Gate:        model.Value(model.Gate("adequacy")),
		DPF:         model.Value(model.DPF{Entity: "Fjordens It-drift", Status: "active", Checked: g.day(2026)}),
		TIA:         model.Say[model.TIA](model.NotApplicable),
	})
}

// supplier makes a processor with its party, agreement and system.
func (g *generator) supplier(i int) {
	name := fmt.Sprintf("%s %d ApS", suppliers[i%len(suppliers)], i/len(suppliers)+1)
	party := g.add(&model.Party{
		LegalName: name, Aliases: []string{suppliers[i%len(suppliers)]}, Type: "company",
		Registration: model.Value(model.Registration{
			Kind: "cvr", Printed: fmt.Sprintf("CVR %08d", 20000000+i*37), Normalised: fmt.Sprintf("%08d", 20000000+i*37),
		}),
		Address: model.Value(model.Address{
			Street: fmt.Sprintf("%s %d", pick(g, streets), 1+g.random.IntN(180)), Postcode: "8000", City: "Aarhus C", Country: "dk",
		}),
		Country:       model.Value(model.Country("dk")),
		ParentCountry: model.Say[model.Country](model.NotStated),
		Contacts: []model.Contact{
			{Purpose: "general", Role: "Kundeservice", Email: fmt.Sprintf("post@leverandoer%d.example", i), Phone: "70 10 20 30"},
			{Purpose: "breach", Role: "Vagthavende", Email: fmt.Sprintf("vagt@leverandoer%d.example", i)},
		},
	})
	document := g.add(&model.Document{
		Title: "Databehandleraftale med " + name, Type: "data_processing_agreement", Dated: g.day(2025), Language: "da", Review: "read",
		About: []model.ID{party},
	})
	processor := g.add(&model.Processor{
		Party:        model.Value(party),
		Services:     []model.ProcessorService{{Service: services[i%len(services)], Product: suppliers[i%len(suppliers)] + " Klinik"}},
		Assessment:   "processor",
		AssessReason: "Leverandøren behandler kun oplysninger efter klinikkens instruks.",
		Guarantees:   model.Value("Uafhængig revisionserklæring hvert år (ISAE 3000)."),
		Instructions: model.Value("Instruksen fremgår af aftalens bilag C."),
		Data:         model.Value("Patienters kontaktoplysninger, aftaler og journalnotater."),
		Places:       model.Value([]model.Place{{Country: "dk", Site: "Horsens"}, {Country: "ie", Site: "Dublin"}}),
		SubProcessors: model.Value([]model.SubProcessor{
			{Key: "s1", Text: "Datacenter", Service: "Drift af servere", Country: "dk", Since: g.day(2024)},
			{Key: "s2", Under: "s1", Text: "Sikkerhedskopi", Service: "Opbevaring af kopier", Country: "ie", Since: g.day(2024)},
		}),
		ChangeNotice: model.Value("Skriftligt varsel 30 dage før."),
		Measures:     some(g, g.measures, 4),
		Risk:         model.Value(model.Risk{Persons: 2, Special: 3, Confidential: 2, Nature: 1, Reason: "Mange patienter og følsomme oplysninger."}),
		Plan:         model.Value(model.Plan{Concept: 4, Form: "isae_3000", EveryMonths: 12, Next: g.day(2027), Responsible: "Databeskyttelsesrådgiver"}),
	})
	g.processors = append(g.processors, processor)
	var items []model.AgreementAnswer
	for j, item := range []model.AgreementItem{"a", "b", "c", "d", "e", "f", "g", "h"} {
		items = append(items, model.AgreementAnswer{Item: item, Answer: "yes", Clause: fmt.Sprintf("pkt. %d", j+3)})
	}
	g.add(&model.Agreement{
		Title: "Databehandleraftale med " + name, Type: "data_processing", Entities: []model.ID{g.entity}, Parties: []model.ID{party},
		Processor: processor, State: "in_force", BasedOn: "dk_standard", Signed: model.Value(g.day(2025)),
		Effective: model.Value(g.day(2025)), Ends: model.Say[model.Date](model.NotStated), Notice: "3 måneder",
		Items: items, SubAuthorisation: "general", BreachHours: model.Value(24), OnEnd: "delete",
		Covers: "Behandling af patientoplysninger i " + suppliers[i%len(suppliers)] + ".", Documents: []model.ID{document},
	})
	g.system = g.add(&model.System{
		Title: suppliers[i%len(suppliers)] + " Klinik", Purpose: "Fører klinikkens oplysninger.", Party: party,
		Hosting: model.Value("Leverandørens datacenter"), Country: model.Value(model.Country("dk")),
		Access: model.Value("Behandlere og sekretærer efter rolle."), Backups: model.Value("Hver nat i et andet datacenter."),
	})
}

// activity makes one activity with its own retention rules.
func (g *generator) activity(i int) {
	group := subjects[i%len(subjects)]
	records, papers := g.retention()
	var data, kin []model.DataItem
	for j, item := range some(g, dataItems, 12) {
		sources := []model.Source{{Category: "person", Text: "Personen selv"}}
		d := model.DataItem{
			Key: fmt.Sprintf("d%d", j+1), Category: item.category, Text: item.text, Class: item.class, Special: item.special,
			PrintedClass: "Almindelige kategorier af personoplysninger",
			Retention:    model.Value([]model.ID{records}),
		}
		if item.special != "" {
			d.PrintedClass = "Særlige kategorier af personoplysninger"
			d.Condition = "Hvis det er relevant for forløbet"
			sources = append(sources, model.Source{Category: "referrer", Text: "Kommune eller pensionsselskab"})
		}
		d.Sources = model.Value(sources)
		if j >= 10 {
			kin = append(kin, d)
		} else {
			data = append(data, d)
		}
	}
	keys := make([]string, 0, 12)
	for _, d := range slices.Concat(data, kin) {
		keys = append(keys, d.Key)
	}
	g.add(&model.Activity{
		Title:           fmt.Sprintf("%s, %s %d", tasks[i%len(tasks)], pick(g, departments), i/len(tasks)+1),
		Type:            "patient_record",
		Role:            model.AsController,
		Entities:        []model.ID{g.entity},
		JointWith:       model.Say[[]model.JointParty](model.None),
		Department:      pick(g, departments),
		ResponsibleRole: model.Value("Klinikchef"),
		ValidFrom:       g.day(2019),
		Scope:           pick(g, scopes),
		Description:     pick(g, descriptions),
		Purposes:        model.Value(g.purposes(keys)),
		Groups: model.Value([]model.Group{
			{Subjects: group.category, Text: group.text, Count: model.Value(100 + g.random.IntN(9000)), Data: data},
			{Subjects: "relative", Text: "Pårørende, som patienten selv nævner", Count: model.Say[int](model.NotStated), Data: kin},
		}),
		Recipients:  model.Value(g.activityRecipients(keys)),
		Processors:  model.Value(g.processorUses(keys)),
		Systems:     model.Value([]model.ID{g.system}),
		Transfers:   g.transfers(i),
		Retention:   model.Value([]model.ID{records, papers}),
		Measures:    model.Value(some(g, g.measures, 12)),
		Consent:     model.Value(model.Consent{Form: "written_signed", Text: "Samtykket gives ved forsamtalen.", Proof: model.Value("Journalen"), Withdrawal: model.Value("Mundtligt eller skriftligt til klinikken."), Effect: "Behandlingen ophører for fremtiden.", RetentionStays: model.Yes}),
		Information: model.Value(model.Information{Text: "Persondatapolitikken udleveres ved første fremmøde.", Where: "Klinikkens hjemmeside", Documents: []model.ID{g.policy}}),
		Obligation:  model.Value(model.Obligation{Required: model.No, Consequence: "Uden oplysningerne kan vi i nogle tilfælde ikke undersøge eller behandle."}),
		Automated:   model.Say[model.Automated](model.None),
		DPIA:        model.Value(model.DPIA{Screening: "done", Decision: "Gennemført", Reason: "Følsomme oplysninger om mange patienter.", Done: g.day(2025), NextReview: g.day(2027)}),
		Head:        model.Head{Tags: []string{"patienter", "årligt eftersyn"}, Evidence: g.evidence()},
	})
}

func (g *generator) purposes(keys []string) []model.Purpose {
	var out []model.Purpose
	for i, text := range some(g, purposes, 4) {
		l := laws[(i+g.random.IntN(2))%len(laws)]
		out = append(out, model.Purpose{Text: text, Bases: model.Value([]model.Basis{
			{
				Reference: model.Reference(l.reference), Printed: l.printed, Assigned: "source",
				Laws: []model.LawReference{{Printed: l.provision}, {Printed: pick(g, laws).provision}},
				Data: some(g, keys, 8),
			},
			{Reference: "6(1)(c)", Printed: "ART 6(1)(c)", Assigned: "source", Laws: []model.LawReference{{Printed: "sundhedslovens kap. 9"}}},
		})})
	}
	return out
}

func (g *generator) disclosures(keys []string) []model.Disclosure {
	states := []model.Disclosing{model.Receives, model.Receives, model.IfRelevant, model.NoDisclosed, model.ByLaw}
	out := make([]model.Disclosure, 0, len(keys))
	for _, k := range keys {
		out = append(out, model.Disclosure{Data: k, State: pick(g, states)})
	}
	return out
}

func (g *generator) activityRecipients(keys []string) []model.Recipient {
	var out []model.Recipient
	for i, r := range recipients[:3] {
		out = append(out, model.Recipient{
			Type: r.kind, Category: r.category, Text: r.text, Party: g.recipients[i], Condition: r.condition,
			Basis: []model.Basis{{Reference: "6(1)(c)", Laws: []model.LawReference{{Printed: "sundhedslovens kap. 9"}}}},
			Data:  g.disclosures(keys),
		})
	}
	return out
}

func (g *generator) processorUses(keys []string) []model.ProcessorUse {
	uses := []model.ProcessorUse{{
		Processor: g.processors[len(g.processors)-1], Task: "Driver det system, som oplysningerne står i", Data: g.disclosures(keys),
	}}
	if other := pick(g, g.processors); other != uses[0].Processor {
		uses = append(uses, model.ProcessorUse{Processor: other, Task: "It-support", Data: g.disclosures(keys)})
	}
	return uses
}

func (g *generator) transfers(i int) model.Answer[[]model.ID] {
	if i%10 == 3 {
		return model.Value([]model.ID{g.transfer})
	}
	return model.Say[[]model.ID](model.None)
}

// retention makes the rules for the digital record and for paper.
func (g *generator) retention() (records, papers model.ID) {
	records = g.add(&model.RetentionRule{
		Title: "Journal", Data: "Journalen med bilag", Categories: []model.DataCategory{"health", "national_id"}, Medium: "digital",
		Stage: "identified", Qualifier: "minimum", Period: model.Value(model.Period{Length: 10, Unit: "year"}),
		Start: model.Value(model.Start{Event: "last_entry", Text: "Seneste tilførsel til journalen"}),
		Laws:  model.Value([]model.LawReference{{Printed: "journalføringsbekendtgørelsen"}}),
		Hold: model.Value(model.Hold{
			Reasons: []model.HoldReason{"complaint", "compensation_case"}, Text: "Klagesag eller erstatningssag", Until: "Indtil sagen er endeligt afsluttet",
		}),
		Then: "delete", Responsible: "Klinikchef", CheckEvery: 12,
		Printed: "Efter 10 år fra seneste opdatering slettes din journal.",
	})
	papers = g.add(&model.RetentionRule{
		Title: "Arbejdsjournal på papir", Data: "Noter fra samtaler", Medium: "paper", Location: "Aflåst arkivskab", Stage: "identified",
		Qualifier: "event", Period: model.Say[model.Period](model.NotStated), Criterion: "Når forløbet er afsluttet",
		Start: model.Value(model.Start{Event: "end_of_treatment", Text: "Forløbets afslutning"}),
		Laws:  model.Say[[]model.LawReference](model.NotStated), Then: "destroy_paper", ThenText: "Makuleres",
	})
	return records, papers
}

func (g *generator) evidence() []model.Evidence {
	fields := []string{"purposes[0].bases[0].printed", "groups", "retention", "transfers"}
	var out []model.Evidence
	for i, quote := range quotes {
		out = append(out, model.Evidence{
			Field: fields[i], Quote: quote, Document: g.policy, Section: fmt.Sprintf("%d.%d", i+4, 1+g.random.IntN(4)), Line: 20 + 15*i,
		})
	}
	return out
}
