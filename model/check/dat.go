package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// personalData holds the rules on data and where they come from, DAT.
var personalData = []Rule{
	{ID: "DAT-01", Severity: Error, Reference: "30(1)(c)", Looks: model.KindActivity, look: each(withoutData)},
	{ID: "DAT-02", Severity: Warning, Reference: "30(1)(c), 5(1)(c)", Looks: model.KindActivity, look: each(openEndedData)},
	{ID: "DAT-03", Severity: Warning, Reference: "14(2)(f)", Looks: model.KindActivity, look: each(fromOthers)},
	{ID: "DAT-04", Asks: true, Severity: Warning, Reference: "4(5)", Looks: model.KindActivity, look: each(anonymousOrNot)},
	{ID: "DAT-05", Severity: Warning, Reference: "4(1)", look: unexplainedAnonymity},
	{ID: "DAT-06", Severity: Warning, Reference: "32", Looks: model.KindActivity, look: each(cardNumbers)},
	{ID: "DAT-07", Severity: Warning, Reference: "5(1)(d), 16", look: correctionOnConsent},
	{ID: "DAT-08", Severity: Info, Reference: "30(1)(c)", look: untypicalData},
}

// withoutData finds persons about whom no data are listed. Where there are no
// persons, SUB-01 tells so.
func withoutData(r *review, a *model.Activity) {
	if !decides(a) {
		return
	}
	for i, g := range a.Groups.Value {
		if len(g.Data) == 0 {
			r.tell(entry("groups", i)+".data", "Persons", groupName(g))
		}
		for j, d := range g.Data {
			if d.Category == "" && strings.TrimSpace(d.Text) == "" {
				r.tellCase("unnamed", entry(entry("groups", i)+".data", j)+".category", "Persons", groupName(g))
			}
		}
	}
}

// groupName returns the fact that names a group of persons.
func groupName(g model.Group) any {
	if g.Subjects != "" {
		return Code{"subject_category", string(g.Subjects)}
	}
	return brief(g.Text)
}

// openEndedData finds data that are not named, each wording once.
func openEndedData(r *review, a *model.Activity) {
	if !decides(a) {
		return
	}
	seen := map[string]bool{}
	for _, d := range r.of(a).items {
		if d.Text == "" || seen[d.Text] {
			continue
		}
		seen[d.Text] = true
		if words, open := law.FindPhrase("open_ended", d.Text); open {
			r.tell(d.field+".text", "Text", brief(d.Text), "Words", words)
		} else if d.Category == "" && law.IsPhrase("unnamed_data", d.Text) {
			r.tellCase("unnamed", d.field+".category", "Text", brief(d.Text))
		}
	}
}

// fromOthers finds data that come from others than the person, without a word
// on how the person is told.
func fromOthers(r *review, a *model.Activity) {
	told := a.Information.State == model.None || a.Information.State == model.NotApplicable ||
		strings.TrimSpace(a.Information.Value.Indirect) != ""
	if !decides(a) || told {
		return
	}
	var sources []any
	for _, d := range r.of(a).items {
		for _, s := range d.Sources.Value {
			item, _ := law.Find("source_category", string(s.Category))
			named := Code{"source_category", string(s.Category)}
			if item.Kind == "third_party" && !slices.Contains(sources, any(named)) {
				sources = append(sources, named)
			}
		}
	}
	if len(sources) == 0 {
		return
	}
	field := "information"
	if a.Information.Given() {
		field = "information.indirect"
	}
	r.tell(field, "Sources", sources)
}

// cardNumbers finds numbers of payment cards, unless it is said that they are
// masked, replaced by a token or not kept.
func cardNumbers(r *review, a *model.Activity) {
	if !running(a) {
		return
	}
	items := r.of(a).items
	i := slices.IndexFunc(items, func(d itemAt) bool { return d.Category == "payment_card" })
	if i < 0 {
		return
	}
	texts := []string{a.Description, a.MeasureRemark}
	for _, d := range items {
		if d.Category == "payment_card" {
			texts = append(texts, d.Text, d.Condition)
		}
	}
	for _, use := range a.Processors.Value {
		texts = append(texts, use.Task, use.DataText)
	}
	for _, id := range a.Measures.Value {
		if m, ok := model.Find[*model.Measure](r.Register, id); ok {
			texts = append(texts, m.Title, m.Description)
		}
	}
	if _, safe := law.FindPhrase("card_security", strings.Join(texts, "\n")); !safe {
		r.tell(items[i].field + ".category")
	}
}

// correctionOnConsent finds that data are corrected only if the person agrees.
// What is said of the right comes first; a register may also say it in an
// activity.
func correctionOnConsent(r *review) {
	found := false
	for _, e := range r.LegalEntities() {
		for i, right := range e.Rights {
			if words, conditional := law.FindPhrase("correction_on_consent", right.Text.Value); conditional {
				r.tellOf(e, entry("rights", i)+".text", "Words", words)
				found = true
				break
			}
		}
	}
	for _, a := range r.Activities() {
		if words, conditional := law.FindPhrase("correction_on_consent", a.Consent.Value.Text); conditional && !found && running(a) {
			r.tellOf(a, "consent.text", "Words", words)
			return
		}
	}
}

// untypicalData finds that data which a kind of activity usually needs stand
// in none of the activities among which they may be divided.
func untypicalData(r *review) {
	for _, typical := range law.Typical() {
		var asking *model.Activity
		held := map[model.DataCategory]bool{}
		for _, a := range r.Activities() {
			if !decides(a) || !slices.Contains(typical.Activities, a.Type) {
				continue
			}
			items := r.of(a).items
			if asking == nil && len(items) > 0 && slices.Contains(typical.Asks, a.Type) {
				asking = a
			}
			for _, d := range items {
				held[d.Category] = true
			}
		}
		var lacks []any
		for _, either := range typical.Data {
			if !slices.ContainsFunc(either, func(c model.DataCategory) bool { return held[c] }) {
				lacks = append(lacks, Code{"data_category", string(either[0])})
			}
		}
		if asking != nil && len(lacks) > 0 {
			r.tellOf(asking, "groups", "Data", lacks)
		}
	}
}
