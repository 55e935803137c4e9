package check

import (
	"fortegnelse/model"
	"fortegnelse/model/law"
)

var legalExamples = []example{
	{rule: "LEG-01", name: "no basis", field: "purposes[0].bases", spoil: func(c *clinic) { c.purpose().Bases = model.Answer[[]model.Basis]{} }},
	{rule: "LEG-01", name: "the policy names none", field: "purposes[0].bases", spoil: func(c *clinic) { c.purpose().Bases = model.Say[[]model.Basis](model.NotStated) }},
	{rule: "LEG-01", name: "two purposes without, told once", field: "purposes[1].bases", spoil: func(c *clinic) {
		c.addPurpose("Undervisning")
		c.addPurpose("Statistik")
	}},
	{rule: "LEG-01", name: "described in prose", field: "purposes[1].bases", spoil: func(c *clinic) {
		c.addPurpose("Indberetning", model.Basis{Printed: "pålagt i henhold til gældende lovgivning"})
	}},
	{rule: "LEG-01", name: "only an exception for special data", field: "purposes[0].bases", spoil: func(c *clinic) {
		c.purpose().Bases.Value = c.purpose().Bases.Value[1:]
	}},
	{rule: "LEG-01", name: "one that nobody can read is LEG-02's", field: near, spoil: func(c *clinic) {
		c.addPurpose("Kontakt", model.Basis{Reference: "6(1)", Printed: "ART 6(1)(1)"})
	}},
	{rule: "LEG-01", name: "for another controller", field: near, spoil: func(c *clinic) {
		c.activity.Role, c.purpose().Bases = model.AsProcessor, model.Answer[[]model.Basis]{}
	}},
	{rule: "LEG-01", name: "not carried out", field: near, spoil: func(c *clinic) {
		c.activity.Status, c.purpose().Bases = model.NotDone, model.Answer[[]model.Basis]{}
	}},
	{rule: "LEG-02", name: "a letter that is a number", field: "purposes[1].bases[0]", spoil: func(c *clinic) {
		c.addPurpose("Kontakt", model.Basis{Reference: "6(1)", Printed: "ART 6(1)(1) i Forordningen"})
	}},
	{rule: "LEG-02", name: "no letter", field: "purposes[1].bases[0]", spoil: func(c *clinic) {
		c.addPurpose("Kontakt", model.Basis{Reference: "6(1)", Printed: "kan være pålagt"})
	}},
	{rule: "LEG-02", name: "an article that is no basis", field: "purposes[1].bases[0]", spoil: func(c *clinic) {
		c.addPurpose("Kontakt", model.Basis{Printed: "artikel 28, stk. 3"})
	}},
	{rule: "LEG-02", name: "the same words for two purposes", field: "purposes[1].bases[0]", spoil: func(c *clinic) {
		for range 2 {
			c.addPurpose("Kontakt", model.Basis{Reference: "6(1)", Printed: "ART 6(1)(1)"})
		}
	}},
	{rule: "LEG-02", name: "written the long way", field: near, spoil: func(c *clinic) {
		c.basis(0).Printed = "databeskyttelsesforordningens artikel 6, stk. 1, litra c"
	}},
	{rule: "LEG-02", name: "the letter of Article 9 is SPC-02's", field: near, spoil: func(c *clinic) {
		c.basis(1).Reference, c.basis(1).Printed = "9(2)", "artikel 9, stk. 2, litra"
	}},
	{rule: "LEG-03", name: "a duty without its law", field: "purposes[0].bases[0].laws", spoil: func(c *clinic) { c.basis(0).Laws = nil }},
	{rule: "LEG-03", name: "a public task without its law", field: "purposes[0].bases[0].laws", spoil: func(c *clinic) {
		c.basis(0).Reference, c.basis(0).Laws = "6(1)(e)", nil
	}},
	{rule: "LEG-03", name: "a duty of the Regulation itself", field: near, spoil: func(c *clinic) {
		c.activity.Type = "breach_handling"
		c.basis(0).Laws = nil
	}},
	{rule: "LEG-03", name: "a contract needs none", field: near, spoil: func(c *clinic) { c.basis(0).Reference, c.basis(0).Laws = "6(1)(b)", nil }},
	{rule: "LEG-04", name: "and/or", field: "purposes[1].bases", spoil: func(c *clinic) {
		c.addPurpose("Booking", model.Basis{Reference: "6(1)(a)", Remark: "Trykt som »og/eller«"}, model.Basis{Reference: "6(1)(b)", Remark: "Aftale"})
	}},
	{rule: "LEG-04", name: "neither says what it is for", field: "purposes[1].bases", spoil: func(c *clinic) {
		c.addPurpose("Booking", model.Basis{Reference: "6(1)(a)"}, model.Basis{Reference: "6(1)(b)"})
	}},
	{rule: "LEG-04", name: "for different data", field: near, spoil: func(c *clinic) {
		c.addPurpose("Booking", model.Basis{Reference: "6(1)(a)", Data: []string{"cpr"}}, model.Basis{Reference: "6(1)(b)", Data: []string{"name"}})
	}},
	{rule: "LEG-04", name: "for different persons", field: near, spoil: func(c *clinic) {
		c.addPurpose("Booking", model.Basis{Reference: "6(1)(e)", Subjects: "henviste"}, model.Basis{Reference: "6(1)(b)", Subjects: "private patienter"})
	}},
	{rule: "LEG-05", name: "interest and contract", field: "purposes[1].bases[1]", spoil: func(c *clinic) {
		c.addPurpose("Kursus", model.Basis{Reference: "6(1)(b)", Remark: "Aftale"}, model.Basis{Reference: "6(1)(f)", Data: []string{"name"}})
	}},
	{rule: "LEG-05", name: "interest and contract of different persons", field: near, spoil: func(c *clinic) {
		c.addPurpose("Kursus", model.Basis{Reference: "6(1)(b)", Subjects: "deltagere"}, model.Basis{Reference: "6(1)(f)", Subjects: "gæster"})
	}},
	{rule: "LEG-05", name: "in two purposes", field: near, spoil: func(c *clinic) {
		c.addPurpose("Kursus", model.Basis{Reference: "6(1)(b)"})
		c.addPurpose("Sikkerhed", model.Basis{Reference: "6(1)(f)"})
	}},
	{rule: "LEG-06", name: "no interest", field: "purposes[1].legitimateInterest", spoil: func(c *clinic) {
		c.addPurpose("Sikkerhed", model.Basis{Reference: "6(1)(f)"})
	}},
	{rule: "LEG-06", name: "stated", field: near, spoil: func(c *clinic) {
		c.addPurpose("Sikkerhed", model.Basis{Reference: "6(1)(f)"}).LegitimateInterest = "At undgå tyveri"
	}},
	{rule: "LEG-07", name: "no balancing test", field: "purposes[1].balancingTest", spoil: func(c *clinic) {
		c.addPurpose("Sikkerhed", model.Basis{Reference: "6(1)(f)"}).LegitimateInterest = "At undgå tyveri"
	}},
	{rule: "LEG-07", name: "carried out", field: near, spoil: func(c *clinic) {
		c.addPurpose("Sikkerhed", model.Basis{Reference: "6(1)(f)"}).BalancingTest = "Notat af 3. marts 2026"
	}},
	{rule: "LEG-08", name: "beside a public task", field: "purposes[1].bases[0]", spoil: func(c *clinic) {
		c.basis(0).Reference = "6(1)(e)"
		c.addPurpose("Opfølgning", model.Basis{Reference: "6(1)(f)"})
	}},
	{rule: "LEG-08", name: "in care that is a public task", field: "purposes[1].bases[0]", spoil: func(c *clinic) {
		c.entity.PublicTask = model.Value("Specialsygehus")
		c.addPurpose("Opfølgning", model.Basis{Reference: "6(1)(f)"})
	}},
	{rule: "LEG-08", name: "of a private clinic", field: near, spoil: func(c *clinic) { c.addPurpose("Opfølgning", model.Basis{Reference: "6(1)(f)"}) }},
	{rule: "LEG-09", name: "the insurer's contract", field: "purposes[1].bases[0]", spoil: func(c *clinic) {
		c.addPurpose("Forsikring", model.Basis{Reference: "6(1)(b)", Printed: "avtal med dig eller ditt försäkringsbolag"})
	}},
	{rule: "LEG-09", name: "the person's own", field: near, spoil: func(c *clinic) {
		c.addPurpose("Forsikring", model.Basis{Reference: "6(1)(b)", Printed: "aftalen med dig"})
	}},
	{rule: "LEG-10", name: "consent to the record", field: "purposes[0].bases[3]", spoil: func(c *clinic) {
		c.addBasis(model.Basis{Reference: "6(1)(a)"})
	}},
	{rule: "LEG-10", name: "consent to photos, in another purpose", field: near, spoil: func(c *clinic) {
		c.addPurpose("Billeder til undervisning", model.Basis{Reference: "6(1)(a)"})
	}},
	{rule: "LEG-10", name: "no record is demanded", field: near, spoil: func(c *clinic) {
		c.basis(0).Laws = []model.LawReference{{Printed: "bogføringsloven", Code: "DK-BOGF"}}
		c.addBasis(model.Basis{Reference: "6(1)(a)"})
	}},
	{rule: "LEG-11", name: "of employees", field: "purposes[0].bases[3]", spoil: func(c *clinic) {
		c.activity.Groups.Value[0].Subjects = "employee"
		c.addBasis(model.Basis{Reference: "6(1)(a)", Data: []string{"name"}})
	}},
	{rule: "LEG-11", name: "of applicants", field: near, spoil: func(c *clinic) {
		c.activity.Groups.Value[0].Subjects = "applicant"
		c.addBasis(model.Basis{Reference: "6(1)(a)", Data: []string{"name"}})
	}},
	{rule: "LEG-12", name: "nothing but the article", field: "purposes[1].bases[0].remark", spoil: func(c *clinic) {
		c.addPurpose("Booking", model.Basis{Reference: "6(1)(b)", Printed: "art. 6.1 b"})
	}},
	{rule: "LEG-12", name: "the law speaks for it", field: near, spoil: func(c *clinic) { c.basis(0).Remark = "" }},
	{rule: "LEG-13", name: "replaced", field: "purposes[0].bases[0].laws[0]", spoil: func(c *clinic) { c.cite("servicelovens § 153") }},
	{rule: "LEG-13", name: "in a purpose", field: "purposes[0].text", spoil: func(c *clinic) {
		c.purpose().Text = "Overholdelse af persondataforordningen"
	}},
	{rule: "LEG-13", name: "the right name in a purpose", field: near, spoil: func(c *clinic) {
		c.purpose().Text = "Overholdelse af databeskyttelsesforordningen"
	}},
	{rule: "LEG-13", name: "misnamed, for retention", field: "laws[0]", spoil: func(c *clinic) {
		c.rule.Laws.Value[0].Printed = "journalbogføringsbekendtgørelsen"
	}},
	{rule: "LEG-13", name: "repealed, by its code", field: "purposes[0].bases[0].laws[0]", spoil: func(c *clinic) {
		c.cite("bekendtgørelsen om psykologers journaler")
		c.basis(0).Laws[0].Code = "DK-PSY-6"
	}},
	{rule: "LEG-13", name: "the wrong act for records", field: "purposes[0].bases[0].laws[0]", spoil: func(c *clinic) {
		c.info.Country = "no"
		c.cite("helseregisterloven")
	}},
	{rule: "LEG-13", name: "a name around the right one", field: "purposes[0].bases[0].laws[0]", spoil: func(c *clinic) {
		c.info.Country = "no"
		c.cite("elektronisk pasientjournalloven")
	}},
	{rule: "LEG-13", name: "the right act for research", field: near, spoil: func(c *clinic) {
		c.info.Country = "no"
		c.cite("helseregisterloven")
		c.basis(0).Reference = "6(1)(e)"
	}},
	{rule: "LEG-13", name: "an order that was amended", field: "purposes[0].bases[0].laws[0]", spoil: func(c *clinic) {
		c.cite("Bekendtgørelse om kosmetisk behandling")
		c.basis(0).Laws[0].URL = "https://www.retsinformation.dk/eli/lta/2014/834"
	}},
	{rule: "LEG-13", name: "an order that was amended, and is cited so", field: near, spoil: func(c *clinic) {
		kosm, _ := law.ProvisionOf("DK-KOSM")
		c.basis(0).Laws = []model.LawReference{kosm.LawReference("da")}
	}},
	{rule: "LEG-13", name: "another section of the act", field: near, spoil: func(c *clinic) { c.cite("servicelovens § 15") }},
	{rule: "LEG-14", name: "an order nobody looked up for long", field: "purposes[0].bases[0].laws[0]", spoil: func(c *clinic) {
		c.cite("BEK nr. 1361 af 2025")
		c.basis(0).Laws[0].Checked = date(2025, 11, 21)
	}},
	{rule: "LEG-14", name: "checked with law data that are old now", field: "purposes[0].bases[0].laws[0]", on: date(2027, 11, 23), spoil: func(c *clinic) {
		c.cite("BEK nr. 1361 af 2025")
	}},
	{rule: "LEG-14", name: "a year ago to the day", field: near, spoil: func(c *clinic) {
		c.cite("BEK nr. 1361 af 2025")
		c.basis(0).Laws[0].Checked = date(2025, 11, 22)
	}},
	{rule: "LEG-14", name: "an act", field: near, spoil: func(c *clinic) { c.basis(0).Laws[0].Checked = date(2020, 1, 1) }},
}

func (c *clinic) purpose() *model.Purpose { return &c.activity.Purposes.Value[0] }

func (c *clinic) basis(i int) *model.Basis { return &c.purpose().Bases.Value[i] }

func (c *clinic) addBasis(b model.Basis) {
	c.purpose().Bases.Value = append(c.purpose().Bases.Value, b)
}

// addPurpose gives the activity one more purpose.
func (c *clinic) addPurpose(text string, bases ...model.Basis) *model.Purpose {
	p := model.Purpose{Text: text}
	if len(bases) > 0 {
		p.Bases = model.Value(bases)
	}
	list := &c.activity.Purposes.Value
	*list = append(*list, p)
	return &(*list)[len(*list)-1]
}

// cite makes a law the only one beside the first basis.
func (c *clinic) cite(printed string) { c.basis(0).Laws = []model.LawReference{{Printed: printed}} }
