package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// processing holds the rules on processors, PRC.
var processing = []Rule{
	{ID: "PRC-01", Severity: Error, Reference: "28, 30(1)(d)", Looks: model.KindActivity, look: each(unregisteredProcessors)},
	{ID: "PRC-02", Severity: Warning, Reference: "28(3)", Looks: model.KindProcessor, look: each(incompleteProcessor)},
	{ID: "PRC-03", Severity: Warning, Reference: "28(3)", Looks: model.KindProcessor,
		look: each(func(r *review, p *model.Processor) {
			if employed(p) && !slices.ContainsFunc(p.Services, described) {
				r.tell("services")
			}
		})},
	{ID: "PRC-04", Asks: true, Severity: Warning, Reference: "28(10), 4(7)", Looks: model.KindProcessor, look: each(usualController)},
	{ID: "PRC-05", Severity: Warning, Reference: "28(1)", Looks: model.KindProcessor,
		look: each(func(r *review, p *model.Processor) {
			if employed(p) && !nameless(p) && (missing(p.Guarantees) || p.Guarantees.State == model.None) {
				r.tell("guarantees", "Processor", p)
			}
		})},
	{ID: "PRC-06", Severity: Info, Reference: "30(1)(d)", Looks: model.KindProcessor,
		look: each(func(r *review, p *model.Processor) {
			if employed(p) && len(r.engaged.of[p.ID].activities) == 0 {
				r.tell("", "Processor", p)
			}
		})},
	{ID: "PRC-07", Asks: true, Severity: Warning, Reference: "26, C-210/16", Looks: model.KindProcessor,
		look: each(func(r *review, p *model.Processor) {
			if employed(p) && r.socialNetwork(p) {
				r.tell("assessment", "Processor", p)
			}
		})},
}

// unregisteredProcessors finds processors of an activity that the register
// does not have: an entry that leads to none, a recipient said to be a
// processor, and the supplier of a system. What several activities share is
// told at the first.
func unregisteredProcessors(r *review, a *model.Activity) {
	if !running(a) {
		return
	}
	for i, u := range a.Processors.Value {
		switch at := entry("processors", i) + ".processor"; {
		case u.Processor == "" && u.Task != "":
			r.tellCase("task", at, "Task", u.Task)
		case u.Processor == "":
			r.tell(at)
		}
	}
	for i, to := range a.Recipients.Value {
		if to.Type != "processor" {
			continue
		}
		party, named := model.Find[*model.Party](r.Register, to.Party)
		switch {
		case named && len(r.engaged.byParty[to.Party]) == 0 && r.engaged.first[to.Party] == a:
			r.tellCase("recipient", entry("recipients", i), "Recipient", party)
		case !named && len(a.Processors.Value) == 0 && to.Text != "":
			r.tellCase("recipient", entry("recipients", i), "Recipient", to.Text)
		case !named && len(a.Processors.Value) == 0:
			r.tellCase("recipient", entry("recipients", i), "Recipient", Code{"recipient_category", string(to.Category)})
		}
	}
	unregisteredSuppliers(r, a)
}

// unregisteredSuppliers finds systems of an activity whose suppliers the
// register does not judge, or does not name while it is silent on processors.
func unregisteredSuppliers(r *review, a *model.Activity) {
	var unnamed []any
	for i, id := range a.Systems.Value {
		system, _ := model.Find[*model.System](r.Register, id)
		if r.engaged.first[id] != a || system == nil || !suppliedByOthers(system) {
			continue
		}
		supplier, named := model.Find[*model.Party](r.Register, system.Party)
		switch {
		case named && r.unjudged(a, supplier):
			r.tellCase("system", entry("systems", i), "System", system, "Supplier", supplier)
		case !named && missing(a.Processors):
			unnamed = append(unnamed, system)
		}
	}
	if len(unnamed) > 0 {
		r.tellCase("systems", "processors", "Systems", unnamed)
	}
}

// suppliedByOthers reports whether somebody else may run a system, on our
// behalf: not paper, and not a social medium.
func suppliedByOthers(s *model.System) bool {
	switch s.Type {
	case "paper_archive", "social_media":
		return false
	}
	return running(s) && s.Hosting.State != model.None && s.Hosting.State != model.NotApplicable
}

// unjudged reports whether a supplier may process on our behalf, and the register
// does not say whether it does.
func (r *review) unjudged(a *model.Activity, supplier *model.Party) bool {
	switch supplier.Type {
	case "", "company", "sole_trader", "it_supplier", "group_company", "other":
	default: // authorities, banks, networks: controllers of their systems
		return false
	}
	controller := func(to model.Recipient) bool {
		return to.Party == supplier.ID && (to.Type == "controller" || to.Type == "joint_controller" || to.Type == "authority")
	}
	joint := func(with model.JointParty) bool { return with.Party == supplier.ID }
	return len(r.engaged.byParty[supplier.ID]) == 0 &&
		!slices.ContainsFunc(a.Recipients.Value, controller) && !slices.ContainsFunc(a.JointWith.Value, joint)
}

// incompleteProcessor finds a processor without a name, and what is missing of
// its organisation, told once for all processors that are the same organisation.
func incompleteProcessor(r *review, p *model.Processor) {
	if !employed(p) {
		return
	}
	party, named := model.Find[*model.Party](r.Register, p.Party.Value)
	if !named {
		r.tellCase("unnamed", "party")
		return
	}
	if r.engaged.byParty[party.ID][0] != p {
		return
	}
	var lacks []string
	if missing(party.Registration) {
		lacks = append(lacks, "registration")
	}
	if missing(party.Address) {
		lacks = append(lacks, "address")
	}
	if missing(party.Country) && party.Address.Value.Country == "" {
		lacks = append(lacks, "country")
	}
	if !slices.ContainsFunc(party.Contacts, func(c model.Contact) bool { return c.Email != "" || c.Phone != "" }) && party.Web == "" {
		lacks = append(lacks, "contacts")
	}
	if len(lacks) > 0 {
		r.tellOf(party, lacks[0], "Missing", labels(party, "", lacks))
	}
}

// labels returns the fields of a record that a finding names.
func labels(rec model.Record, under string, paths []string) []any {
	var fields []any
	for _, path := range paths {
		if f, ok := model.FieldAt(rec.Kind(), under+path); ok {
			fields = append(fields, f)
		}
	}
	return fields
}

// described reports whether a service says what a processor does: "our
// processors" does not.
func described(s model.ProcessorService) bool {
	if s.Service != "" && s.Service != "other" || s.Product != "" {
		return true
	}
	return strings.TrimSpace(s.Text) != "" && !law.IsPhrase("unspecific_processor", s.Text)
}

// nameless reports whether an entry stands for processors that nobody has named or
// described. More can be asked of them only when that is done.
func nameless(p *model.Processor) bool {
	return !p.Party.Given() && !slices.ContainsFunc(p.Services, described)
}

// usualController finds a bank, an insurer, an auditor or another supplier that
// mostly decides itself, registered as a processor without a reason.
func usualController(r *review, p *model.Processor) {
	if !employed(p) || p.Assessment == "processor" && p.AssessReason != "" {
		return
	}
	party, named := model.Find[*model.Party](r.Register, p.Party.Value)
	if !named {
		return
	}
	switch party.Type {
	case "bank", "insurer", "pension_company", "payment_institution", "law_firm":
		r.tell("assessment", "Processor", p, "Type", Code{"party_kind", string(party.Type)})
		return
	}
	if profession, found := law.FindPhrase("usual_controller", party.LegalName); found {
		r.tell("assessment", "Processor", p, "Type", profession)
	}
}

// socialNetwork reports whether a processor is the operator of a social medium.
func (r *review) socialNetwork(p *model.Processor) bool {
	if party, named := model.Find[*model.Party](r.Register, p.Party.Value); named && party.Type == "social_network" {
		return true
	}
	return len(p.Services) > 0 && !slices.ContainsFunc(p.Services, func(s model.ProcessorService) bool { return s.Service != "social_media" })
}
