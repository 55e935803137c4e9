package check

import (
	"regexp"
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// outdatedClauses finds the standard clauses of before 2021: by their number,
// or by a date on which there were no others yet.
func outdatedClauses(r *review, t *model.Transfer) {
	if !running(t) || !onClauses(t) {
		return
	}
	scc := t.SCC.Value
	for _, text := range []struct{ field, text string }{{"scc.clauses", scc.Clauses}, {"scc.annexes", scc.Annexes}, {"safeguards", t.Safeguards}} {
		if old, found := law.OutdatedSCC(text.text, r.on); found {
			r.tell(text.field, "Clauses", old.Number)
			return
		}
	}
	current := law.SCCSets()[0]
	switch {
	case scc.Signed.IsZero():
	case scc.Signed.Before(current.From), scc.Module == "" && scc.Signed.Before(lastRepealed()):
		r.tellCase("signed", "scc.signed", "Date", scc.Signed)
	}
}

// lastRepealed returns the day from which only the clauses in force could be
// agreed on.
func lastRepealed() model.Date {
	var last model.Date
	for _, set := range law.SCCSets() {
		if last.Before(set.Repealed) {
			last = set.Repealed
		}
	}
	return last
}

// unassessed finds standard clauses without an assessment of the country. None
// is asked for where an adequacy decision holds for the recipient besides.
func unassessed(r *review, t *model.Transfer) {
	if !running(t) || !onClauses(t) || t.TIA.State == model.NotApplicable {
		return
	}
	decision, adequate := law.AdequacyOf(t.Destination.Value.Country, r.on)
	if adequate && (!decision.Partial || t.DPF.Value.Status == "active") {
		return
	}
	switch tia := t.TIA.Value; {
	case !t.TIA.Given():
		r.tell("tia")
	case strings.TrimSpace(tia.Conclusion) == "":
		r.tellCase("conclusion", "tia.conclusion")
	case tia.Done.IsZero():
		r.tellCase("date", "tia.done")
	}
}

// repeatedDerogation finds a derogation that is used again and again, or by a
// public body that may not use it.
func repeatedDerogation(r *review, t *model.Transfer) {
	if !running(t) {
		return
	}
	for i, tool := range t.Tools {
		if kindOf(tool) != "derogation" {
			continue
		}
		code := Code{"transfer_tool", string(tool)}
		exporter, _ := model.Find[*model.LegalEntity](r.Register, t.Exporter)
		if exporter != nil && exporter.PublicTask.Given() && !law.OpenToAuthorities(tool) {
			r.tellCase("public", entry("tools", i), "Tool", code)
			return
		}
		if !slices.Contains([]model.TransferTool{"49(1)(a)", "49(1)(b)", "49(1)(c)"}, tool) {
			continue
		}
		if phrase, found := law.FindPhrase("repeated_transfer", t.Condition); found {
			r.tellCase("words", "condition", "Tool", code, "Phrase", phrase)
			return
		}
		if n := mostInAYear(t.Log, r.on); n > law.Limit("occasional_transfers") {
			r.tell("log", "Tool", code, "Count", n)
			return
		}
	}
}

// mostInAYear returns how many transfers of the last twelve months went to the
// country to which most of them went.
func mostInAYear(log []model.TransferEvent, on model.Date) int {
	most, count := 0, map[model.Country]int{}
	for _, e := range log {
		if on.Before(monthsAfter(e.On, 12)) {
			count[e.Country]++
			most = max(most, count[e.Country])
		}
	}
	return most
}

// incompleteClauses finds standard clauses of which something is not recorded.
// Where more than one thing is missing it says so once.
func incompleteClauses(r *review, t *model.Transfer) {
	if !running(t) || !onClauses(t) {
		return
	}
	scc := t.SCC.Value
	type gap struct{ words, field string }
	var gaps []gap
	if scc.Module == "" {
		gaps = append(gaps, gap{"module", "scc.module"})
	}
	if scc.Signed.IsZero() {
		gaps = append(gaps, gap{"signed", "scc.signed"})
	}
	if lacksAnnex(scc) {
		gaps = append(gaps, gap{"annexes", "scc.annexes"})
	}
	if (scc.Module == "2" || scc.Module == "3") && lacksNotice(scc.Clauses) {
		gaps = append(gaps, gap{"notice", "scc.clauses"})
	}
	switch len(gaps) {
	case 0:
	case 1:
		r.tellCase(gaps[0].words, gaps[0].field)
	default:
		r.tell("scc")
	}
}

// annexNumber finds the Roman numbers of annexes, "I.A" and "I–III" too.
var annexNumber = regexp.MustCompile(`\bI{1,3}\b`)

// lacksAnnex reports whether an annex that must be filled in is not among
// those recorded. A text without numbers, such as "alle", names all.
func lacksAnnex(scc model.SCC) bool {
	if strings.TrimSpace(scc.Annexes) == "" {
		return true
	}
	numbers := annexNumber.FindAllString(scc.Annexes, -1)
	if len(numbers) == 0 {
		return false
	}
	whole := len(numbers) == 2 && strings.ContainsAny(scc.Annexes, "–-") // a range
	for _, clause := range law.SCCClauses(scc.Module) {
		if !clause.Fill || annexNumber.FindString(clause.Code) != clause.Code {
			continue
		}
		inside := whole && clause.Code == "II" && slices.Contains(numbers, "III")
		if !inside && !slices.Contains(numbers, clause.Code) {
			return true
		}
	}
	return false
}

// lacksNotice reports whether a general authorisation of sub-processors stands
// without the time for objections, which clause 9(a) wants filled in.
func lacksNotice(clauses string) bool {
	for part := range strings.SplitSeq(strings.ToLower(clauses), ";") {
		phrase, general := law.FindPhrase("general_authorisation", part)
		if !general {
			continue
		}
		_, rest, _ := strings.Cut(part, phrase)
		if !strings.ContainsAny(rest, "0123456789") {
			return true
		}
	}
	return false
}
