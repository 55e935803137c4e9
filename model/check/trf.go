package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// standardClauses is the tool of the Commission's standard contractual
// clauses, SCC.
const standardClauses model.TransferTool = "46(2)(c)"

// transfers holds the rules on transfers to third countries, TRF.
var transfers = []Rule{
	{ID: "TRF-01", Severity: Error, Reference: "30(1)(e)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			if running(a) && (missing(a.Transfers) || a.Transfers.Given() && len(a.Transfers.Value) == 0) {
				r.tell("transfers")
			}
		})},
	{ID: "TRF-02", Severity: Error, Reference: "30(1)(e)", Looks: model.KindTransfer, look: each(unnamedDestination)},
	{ID: "TRF-03", Severity: Error, Reference: "44–46", Looks: model.KindTransfer, look: each(withoutTool)},
	{ID: "TRF-04", Severity: Warning, Reference: "45", Looks: model.KindTransfer, look: each(lapsedDecision)},
	{ID: "TRF-05", Severity: Info, Reference: "45", Looks: model.KindTransfer,
		look: each(func(r *review, t *model.Transfer) {
			decision, ok := r.decisionFor(t)
			if ok && !decision.Expires.IsZero() && decision.Expires.Before(monthsAfter(r.on, law.Limit("adequacy_notice_months"))) {
				r.tell("gate", "Country", country(t.Destination.Value.Country), "Decision", decision.Number, "Date", decision.Expires)
			}
		})},
	{ID: "TRF-06", Severity: Warning, Reference: "45", Looks: model.KindTransfer,
		look: each(func(r *review, t *model.Transfer) {
			decision, ok := r.decisionFor(t)
			importer, named := model.Find[*model.Party](r.Register, t.Importer.Value)
			if ok && named && slices.Contains(decision.Outside, importer.Type) {
				r.tell("importer", "Importer", importer, "Decision", decision.Number, "Country", country(decision.Country))
			}
		})},
	{ID: "TRF-07", Severity: Warning, Reference: "45, (EU) 2023/1795", Looks: model.KindTransfer, look: each(uncheckedCertification)},
	{ID: "TRF-08", Asks: true, Severity: Warning, Reference: "44, 30(1)(e)", Looks: model.KindParty, look: each(americanSupplier)},
	{ID: "TRF-09", Severity: Error, Reference: "46(2)(c), (EU) 2021/914", Looks: model.KindTransfer, look: each(outdatedClauses)},
	{ID: "TRF-10", Severity: Error, Reference: "(EU) 2021/914", Looks: model.KindTransfer, look: each(wrongModule)},
	{ID: "TRF-11", Severity: Warning, Reference: "46, (EU) 2021/914, clause 14, EDPB 01/2020", Looks: model.KindTransfer, look: each(unassessed)},
	{ID: "TRF-12", Severity: Warning, Reference: "EDPB 01/2020", Looks: model.KindTransfer,
		look: each(func(r *review, t *model.Transfer) {
			measures := strings.TrimSpace(t.TIA.Value.Supplementary)
			_, needed := law.FindPhrase("measures_needed", t.TIA.Value.Conclusion)
			_, weak := law.FindPhrase("ineffective_measure", measures)
			_, strong := law.FindPhrase("effective_measure", measures)
			switch {
			case !running(t) || !needed:
			case measures == "":
				r.tellCase("missing", "tia.supplementary")
			case weak && !strong:
				r.tell("tia.supplementary", "Measures", measures)
			}
		})},
	{ID: "TRF-13", Severity: Error, Reference: "49(1), 49(6), 30(1)(e)", Looks: model.KindTransfer,
		look: each(func(r *review, t *model.Transfer) {
			if !running(t) || !slices.Contains(t.Tools, "49(1)(2)") {
				return
			}
			if strings.TrimSpace(t.Safeguards) == "" {
				r.tell("safeguards")
			}
			if strings.TrimSpace(t.Notice) == "" {
				r.tellCase("notice", "notice")
			}
		})},
	{ID: "TRF-14", Severity: Warning, Reference: "49(1), 49(3), EDPB 2/2018", Looks: model.KindTransfer, look: each(repeatedDerogation)},
	{ID: "TRF-15", Severity: Warning, Reference: "(EU) 2021/914, art. 1", Looks: model.KindTransfer,
		look: each(func(r *review, t *model.Transfer) {
			importer, _ := model.Find[*model.Party](r.Register, t.Importer.Value)
			switch {
			case !running(t) || !onClauses(t):
			case t.UnderGDPR == model.Yes:
				r.tell("underGDPR")
			case importer != nil && law.IsEEAOn(importer.Country.Value, r.on):
				r.tellCase("inside", "importer", "Importer", importer, "Country", country(importer.Country.Value))
			}
		})},
	{ID: "TRF-16", Severity: Warning, Reference: "46–47", Looks: model.KindTransfer, look: each(withoutReference)},
	{ID: "TRF-17", Severity: Info, Reference: "45", Looks: model.KindTransfer, look: each(danishRealm)},
	{ID: "TRF-18", Asks: true, Severity: Warning, Reference: "46, 49", Looks: model.KindTransfer, look: each(clausesWithHospital)},
	{ID: "TRF-19", Severity: Warning, Reference: "13(1)(f), 30(1)(e)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			told := a.Information.Value.Transfers
			switch {
			case !running(a):
			case told == model.No && a.Transfers.Given() && len(a.Transfers.Value) > 0:
				r.tell("information.transfers")
			case told == model.Yes && a.Transfers.State == model.None:
				r.tellCase("none", "information.transfers")
			}
		})},
	{ID: "TRF-20", Severity: Error, Reference: "(EU) 2021/914, 46(2)(c)", Looks: model.KindTransfer, look: each(incompleteClauses)},
}

func country(c model.Country) Code { return Code{"country", string(c)} }

// hasTool reports whether a transfer names a tool of a gate: "safeguards" are
// those of Art. 46, "derogation" those of Art. 49.
func hasTool(t *model.Transfer, gate model.Gate) bool {
	return slices.ContainsFunc(t.Tools, func(tool model.TransferTool) bool { return kindOf(tool) == gate })
}

func kindOf(tool model.TransferTool) model.Gate {
	item, _ := law.Find("transfer_tool", string(tool))
	return model.Gate(item.Kind)
}

// onAdequacy reports whether a transfer rests on an adequacy decision.
func onAdequacy(t *model.Transfer) bool {
	return t.Gate.Value == "adequacy" || hasTool(t, "adequacy")
}

// onClauses reports whether a transfer rests on the standard clauses.
func onClauses(t *model.Transfer) bool {
	return t.SCC.Given() || slices.Contains(t.Tools, standardClauses)
}

// decisionFor returns the decision in force on which a transfer rests.
func (r *review) decisionFor(t *model.Transfer) (law.Adequacy, bool) {
	if !running(t) || !onAdequacy(t) {
		return law.Adequacy{}, false
	}
	return law.AdequacyOf(t.Destination.Value.Country, r.on)
}

// unnamedDestination finds a transfer that does not say where it goes. Where
// the case decides on the country, the log names it.
func unnamedDestination(r *review, t *model.Transfer) {
	d := t.Destination.Value
	switch {
	case !running(t) || t.Destination.State == model.NotApplicable:
	case d.Country != "" || d.Type == "organisation" && strings.TrimSpace(d.Text) != "":
	case d.Type == "rule":
		if len(t.Log) == 0 {
			r.tellCase("rule", "destination")
		}
		for i, e := range t.Log {
			if e.Country == "" {
				r.tellCase("log", entry("log", i)+".country", "Date", e.On)
			}
		}
	default:
		r.tell("destination")
	}
}

// withoutTool finds a transfer to a country without adequacy that names no
// tool of Art. 46 and no derogation of Art. 49.
func withoutTool(r *review, t *model.Transfer) {
	if !running(t) || hasTool(t, "safeguards") || hasTool(t, "derogation") || t.SCC.Given() {
		return
	}
	for i, e := range t.Log {
		_, adequate := law.AdequacyOf(e.Country, e.On)
		if e.Country != "" && !law.IsEEAOn(e.Country, e.On) && !adequate && e.Tool == "" {
			r.tellCase("log", entry("log", i)+".tool", "Country", country(e.Country), "Date", e.On)
		}
	}
	to := t.Destination.Value.Country
	if to == "" || law.IsEEAOn(to, r.on) {
		return
	}
	decision, adequate := law.AdequacyOf(to, r.on)
	switch {
	case adequate && (onAdequacy(t) || !decision.Partial):
	case onAdequacy(t):
		if !hadDecision(to) {
			r.tellCase("inadequate", "gate", "Country", country(to))
		}
	case t.Gate.Value == "safeguards" || t.Gate.Value == "derogation":
		r.tellCase("unnamed", "tools", "Country", country(to))
	default:
		r.tell("gate", "Country", country(to))
	}
}

func hadDecision(to model.Country) bool {
	return slices.ContainsFunc(law.Adequacies(), func(a law.Adequacy) bool { return a.Country == to })
}

// lapsedDecision finds a transfer that rests on a decision which is not in
// force any more: the one that it cites, or the last one on the country.
func lapsedDecision(r *review, t *model.Transfer) {
	if !running(t) || !onAdequacy(t) {
		return
	}
	to := t.Destination.Value.Country
	_, inForce := law.AdequacyOf(to, r.on)
	var last law.Adequacy
	for _, a := range law.Adequacies() {
		lapsed := a.Date.Before(r.on) && !a.On(r.on)
		if lapsed && a.CitedIn(t.Decision) {
			r.tell("decision", "Decision", a.Number, "Date", lastDay(a))
			return
		}
		if lapsed && to != "" && a.Country == to && !lastDay(a).Before(lastDay(last)) {
			last = a
		}
	}
	if last.Code != "" && !inForce {
		r.tell("gate", "Decision", last.Number, "Date", lastDay(last))
	}
}

// lastDay returns the last day on which a decision could be relied on.
func lastDay(a law.Adequacy) model.Date {
	if a.Until.IsZero() {
		return a.Expires
	}
	return a.Until
}

// uncheckedCertification finds a recipient in the USA, relied on as adequate,
// whose certification is not known to be in force.
func uncheckedCertification(r *review, t *model.Transfer) {
	decision, ok := r.decisionFor(t)
	if !ok || decision.Number != law.PrivacyFramework().Decision {
		return
	}
	dpf := t.DPF.Value
	switch {
	case !t.DPF.Given() || dpf.Status == "" || dpf.Status == "unknown":
		r.tellCase("missing", "dpf")
	case dpf.Status != "active":
		r.tellCase("status", "dpf.status", "Status", Code{"dpf_status", string(dpf.Status)})
	case dpf.Checked.IsZero():
		r.tellCase("missing", "dpf.checked")
	case !dpf.Expires.IsZero() && dpf.Expires.Before(r.on):
		r.tellCase("expired", "dpf.expires", "Date", dpf.Expires)
	case monthsAfter(dpf.Checked, law.Limit("dpf_check_months")).Before(r.on):
		r.tell("dpf.checked", "Date", dpf.Checked)
	}
}

// danishRealm finds Greenland taken for a part of the EU, and the Faroe
// Islands not taken for adequate: neither belongs to the EU, though to Denmark.
func danishRealm(r *review, t *model.Transfer) {
	to, known := law.CountryOf(t.Destination.Value.Country)
	if !running(t) || !known || to.Of != "dk" {
		return
	}
	_, adequate := law.AdequacyOf(to.Code, r.on)
	tool := hasTool(t, "safeguards") || hasTool(t, "derogation")
	switch {
	case adequate && !onAdequacy(t):
		r.tellCase("adequate", "destination", "Country", country(to.Code))
	case !adequate && !tool:
		r.tell("destination", "Country", country(to.Code))
	}
}

// withoutReference finds a tool whose approval or decision the register does
// not name.
func withoutReference(r *review, t *model.Transfer) {
	if !running(t) {
		return
	}
	dated := slices.ContainsFunc(t.Documents, func(id model.ID) bool {
		d, ok := model.Find[*model.Document](r.Register, id)
		return ok && !d.Dated.IsZero()
	})
	for i, tool := range t.Tools {
		approved := slices.ContainsFunc(law.Needs(tool), func(n law.Need) bool { return slices.Contains(n.Fields, "documents") })
		if approved && !dated {
			r.tell(entry("tools", i), "Tool", Code{"transfer_tool", string(tool)})
		}
	}
	if decision, ok := r.decisionFor(t); ok && strings.TrimSpace(t.Decision) == "" && !t.DPF.Given() {
		r.tellCase("decision", "decision", "Decision", decision.Number, "Country", country(decision.Country))
	}
}
