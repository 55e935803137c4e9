package check

import (
	"slices"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// americanSupplier finds a supplier with a parent company in the USA in
// activities of which the register says that nothing leaves the EEA. Such a
// supplier is no transfer in itself; the register is asked to show that somebody
// has looked at support access and sub-processors. It does so where it names
// the supplier's places and sub-processors, all in the EEA.
func americanSupplier(r *review, p *model.Party) {
	switch {
	case p.ParentCountry.Given() && p.ParentCountry.Value != "us", p.ParentCountry.State == model.None:
		return
	case p.ParentCountry.Given(), knownAmerican(p):
	default:
		return
	}
	var closed []*model.Activity
	seen := map[*model.Activity]bool{}
	add := func(activities []*model.Activity) {
		for _, a := range activities {
			if running(a) && a.Transfers.State == model.None && !seen[a] {
				closed, seen[a] = append(closed, a), true
			}
		}
	}
	add(r.ActivitiesOf(p.ID))
	for _, rec := range r.UsersOf(p.ID, model.KindProcessor) {
		if processor := rec.(*model.Processor); processor.Party.Value == p.ID {
			if r.allInside(processor) {
				return
			}
			add(r.ActivitiesOf(processor.ID))
		}
	}
	for _, rec := range r.UsersOf(p.ID, model.KindSystem) {
		add(r.ActivitiesOf(rec.Meta().ID))
	}
	if len(closed) > 0 {
		r.tellOf(closed[0], "transfers", "Supplier", p, "Count", len(closed))
	}
}

// knownAmerican reports whether a party is named like a supplier with a parent
// company in the USA.
func knownAmerican(p *model.Party) bool {
	names := append([]string{p.LegalName, p.ParentName}, p.Aliases...)
	return slices.ContainsFunc(names, func(name string) bool {
		_, found := law.FindPhrase("us_supplier", name)
		return found
	})
}

// allInside reports whether a register names all places and sub-processors of
// a processor, and all are in the EEA.
func (r *review) allInside(p *model.Processor) bool {
	if len(p.Places.Value) == 0 || missing(p.SubProcessors) {
		return false
	}
	for _, place := range p.Places.Value {
		if !law.IsEEAOn(place.Country, r.on) {
			return false
		}
	}
	for _, s := range p.SubProcessors.Value {
		if !law.IsEEAOn(s.Country, r.on) {
			return false
		}
	}
	return true
}

// wrongModule finds a module of the standard clauses that does not fit the
// roles of exporter and importer, as far as the register tells them.
func wrongModule(r *review, t *model.Transfer) {
	module := t.SCC.Value.Module
	if !running(t) || module == "" {
		return
	}
	var fitting []model.SCCModule
	for _, exporter := range r.exporterRoles(t) {
		for _, importer := range r.importerRoles(t) {
			if m := law.SCCModuleFor(exporter, importer); m != "" {
				fitting = append(fitting, m)
			}
		}
	}
	if len(fitting) > 0 && !slices.Contains(fitting, module) {
		r.tell("scc.module", "Module", Code{"scc_module", string(module)}, "Fitting", Code{"scc_module", string(fitting[0])})
	}
}

// exporterRoles returns the roles in which we, or a processor of ours, export.
func (r *review) exporterRoles(t *model.Transfer) []model.Role {
	if t.ExporterParty != "" {
		return []model.Role{model.AsProcessor}
	}
	var roles []model.Role
	for _, a := range r.ActivitiesOf(t.ID) {
		if a.Role != "" && !slices.Contains(roles, a.Role) {
			roles = append(roles, a.Role)
		}
	}
	return roles
}

// importerRoles returns what the register says the importer is: a processor, a
// sub-processor, a recipient of its own, or a controller that we act for.
func (r *review) importerRoles(t *model.Transfer) []model.Role {
	var roles []model.Role
	importer := t.Importer.Value
	if importer == "" {
		return nil
	}
	for _, rec := range r.UsersOf(importer, model.KindProcessor) {
		p := rec.(*model.Processor)
		switch {
		case p.Party.Value != importer, p.Assessment == "processor", p.Assessment == "":
			roles = append(roles, model.AsProcessor)
		case p.Assessment == "controller" || p.Assessment == "joint_controller":
			roles = append(roles, model.AsController)
		}
	}
	for _, a := range r.ActivitiesOf(importer) {
		for _, to := range a.Recipients.Value {
			if to.Party == importer && (to.Type == "controller" || to.Type == "joint_controller" || to.Type == "authority") {
				roles = append(roles, model.AsController)
			}
		}
		for _, c := range a.ActingFor.Value {
			if c.Party == importer {
				roles = append(roles, model.AsController)
			}
		}
	}
	return roles
}

// clausesWithHospital finds standard clauses for a transfer to a hospital or
// an insurer, which will hardly sign them in a single case.
func clausesWithHospital(r *review, t *model.Transfer) {
	if !running(t) || !onClauses(t) {
		return
	}
	importer, named := model.Find[*model.Party](r.Register, t.Importer.Value)
	if named {
		switch importer.Type {
		case "hospital", "health_provider", "insurer", "region", "public_authority", "municipality":
			r.tell("tools", "Importer", importer)
		}
		return
	}
	for _, a := range r.ActivitiesOf(t.ID) {
		if a.Type == "third_country_return" {
			r.tellCase("return", "tools", "Activity", a)
			return
		}
	}
}
