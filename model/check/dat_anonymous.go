package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// textAt is a text with its field.
type textAt struct{ field, text string }

// dataTexts returns what an activity says of its data in its own words.
func (r *review) dataTexts(a *model.Activity) []textAt {
	texts := []textAt{{"description", a.Description}}
	for i, p := range a.Purposes.Value {
		texts = append(texts, textAt{entry("purposes", i) + ".text", p.Text})
	}
	for _, d := range r.of(a).items {
		texts = append(texts, textAt{d.field + ".text", d.Text})
	}
	return texts
}

// anonymousOrNot finds data that are called anonymised in one place and
// pseudonymised in another. A text with both words tells how they differ. What
// is quoted is read only where the activity speaks of it at all.
func anonymousOrNot(r *review, a *model.Activity) {
	if !running(a) {
		return
	}
	texts := r.dataTexts(a)
	var all strings.Builder
	for _, t := range texts {
		all.WriteString(t.text + "\n")
	}
	_, is := law.FindPhrase("anonymised", all.String())
	_, half := law.FindPhrase("pseudonymised", all.String())
	if !is && !half {
		return
	}
	for i, e := range a.Evidence {
		texts = append(texts, textAt{entry("evidence", i) + ".quote", e.Quote})
	}
	var anonymous, pseudonymous textAt
	for _, t := range texts {
		_, is := law.FindPhrase("anonymised", t.text)
		_, half := law.FindPhrase("pseudonymised", t.text)
		switch {
		case is && !half && anonymous.text == "":
			anonymous = t
		case half && !is && pseudonymous.text == "":
			pseudonymous = t
		}
	}
	if anonymous.text != "" && pseudonymous.text != "" {
		r.tell(anonymous.field, "Anonymous", brief(anonymous.text), "Pseudonymous", brief(pseudonymous.text))
	}
}

// unexplainedAnonymity finds data that are said to be anonymised, and not how.
func unexplainedAnonymity(r *review) {
	explained := map[model.ID]bool{} // measures that say how
	for _, m := range r.Measures() {
		more := strings.Trim(m.Description, " .") != strings.Trim(m.Title, " .") && m.Description != ""
		explained[m.ID] = m.Item == "anonymisation" && (more || irreversible(m.Title))
	}
	claimed := map[model.ID]bool{} // activities with a rule that claims it
	for _, rule := range r.RetentionRules() {
		if !running(rule) || !anonymises(rule) {
			continue
		}
		clear := irreversible(rule.ThenText, rule.Criterion, rule.KeptAnyway, rule.Printed, rule.Notes)
		for _, id := range rule.Measures {
			clear = clear || explained[id]
		}
		told := false // by the rule that leads to this stage
		for _, a := range r.ActivitiesOf(rule.ID) {
			told = told || rule.Stage == "anonymised" && claimed[a.ID]
			claimed[a.ID] = true
			for _, id := range a.Measures.Value {
				clear = clear || explained[id]
			}
		}
		switch {
		case clear || told || unchecked(rule): // RET-14 tells of the last
		case rule.Stage == "anonymised":
			r.tellOf(rule, "stage")
		default:
			r.tellOf(rule, "then")
		}
	}
	for _, m := range r.Measures() {
		if m.Item != "anonymisation" || explained[m.ID] || !running(m) {
			continue
		}
		used := r.ActivitiesOf(m.ID)
		if !slices.ContainsFunc(used, func(a *model.Activity) bool { return claimed[a.ID] }) && slices.ContainsFunc(used, decides) {
			r.tellOf(m, "description")
		}
	}
}

// anonymises reports whether a rule says that data are, or will be, anonymous.
func anonymises(rule *model.RetentionRule) bool {
	return rule.Stage == "anonymised" || rule.Then == "anonymise" || rule.Then == "delete_or_anonymise"
}

// irreversible reports whether texts say that the data cannot be linked to
// anybody again.
func irreversible(texts ...string) bool {
	_, found := law.FindPhrase("irreversible", strings.Join(texts, "\n"))
	return found
}
