package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// security holds the rules on security, SEC.
var security = []Rule{
	{ID: "SEC-01", Severity: Error, Reference: "30(1)(g), 32(1)", Looks: model.KindActivity,
		look: each(func(r *review, a *model.Activity) {
			if running(a) && withoutMeasures(a) && strings.TrimSpace(a.MeasureRemark) == "" {
				r.tell("measures")
			}
		})},
	{ID: "SEC-02", Severity: Warning, Reference: "30(1)(g)", look: stockMeasures},
	{ID: "SEC-03", Severity: Warning, Reference: "32", Looks: model.KindActivity, look: each(unprotected)},
	{ID: "SEC-04", Severity: Warning, Reference: "32, 5(1)(f)", Looks: model.KindActivity, look: each(insecureChannel)},
	{ID: "SEC-05", Severity: Info, Reference: "33, 34", Looks: model.KindLegalEntity, look: each(breachRoutineMissing)},
	{ID: "SEC-06", Severity: Warning, Reference: "34(1)", Looks: model.KindLegalEntity, look: each(otherThreshold)},
}

// withoutMeasures reports whether an activity names no measure.
func withoutMeasures(a *model.Activity) bool {
	return missing(a.Measures) || a.Measures.Given() && len(a.Measures.Value) == 0
}

// protections are the kinds of measures that health data normally need: the
// list of law data by which each is recognised, and the measure that stands
// for it.
var protections = []struct{ list, item string }{
	{"access_measure", "access_control"},
	{"logging_measure", "access_logging"},
	{"encryption_measure", "encryption_at_rest"},
}

// protection says which of the protections there are.
type protection [3]bool

// protectionBy returns which protections a measure, or a text, speaks of.
func protectionBy(item model.MeasureItem, text string) protection {
	var p protection
	for i, kind := range protections {
		_, said := law.FindPhrase(kind.list, text)
		p[i] = said || law.IsPhrase(kind.list, string(item))
	}
	return p
}

func (p protection) with(other protection) protection {
	for i := range p {
		p[i] = p[i] || other[i]
	}
	return p
}

// safety is what the register's measures protect, found once.
type safety struct {
	by      map[model.ID]protection // each measure
	general protection              // measures for the whole organisation
}

func safetyOf(r *model.Register) *safety {
	s := &safety{by: map[model.ID]protection{}}
	for _, m := range r.Measures() {
		p := protectionBy(m.Item, m.Title+"\n"+m.Description)
		s.by[m.ID] = p
		if running(m) && slices.ContainsFunc(m.Scopes, func(s model.Scope) bool { return s.Type == "organisation" }) {
			s.general = s.general.with(p)
		}
	}
	return s
}

// stockMeasures finds measures that only repeat the law, where nothing else is
// said of security. It is told once for a measure, however many rely on it.
func stockMeasures(r *review) {
	stock := map[model.ID]*model.Measure{}
	for _, m := range r.Measures() {
		if (m.Item == "" || m.Item == "other") && isStock(m.Title+"\n"+m.Description) {
			stock[m.ID] = m
		}
	}
	relying := map[*model.Measure]int{}
	for _, a := range r.Activities() {
		if !running(a) || a.MeasureRemark != "" && !isStock(a.MeasureRemark) {
			continue
		}
		ids := a.Measures.Value
		switch {
		case len(ids) == 0 && isStock(a.MeasureRemark):
			r.tellOf(a, "measureRemark", "Text", brief(a.MeasureRemark), "Count", 1)
		case len(ids) > 0 && !slices.ContainsFunc(ids, func(id model.ID) bool { return stock[id] == nil }):
			relying[stock[ids[0]]]++
		}
	}
	for _, m := range r.Measures() {
		if n := relying[m]; n > 0 {
			r.tellOf(m, "title", "Text", brief(m.Title), "Count", n)
		}
	}
}

// isStock reports whether a text is a stock phrase that names no protection.
func isStock(text string) bool {
	_, phrase := law.FindPhrase("stock_security", text)
	return phrase && protectionBy("", text) == protection{}
}

// unprotected finds health data and the like without the protection that they
// normally need: none is named for the activity, for its processors or for the
// whole organisation.
func unprotected(r *review, a *model.Activity) {
	if !running(a) || len(r.of(a).special) == 0 || withoutMeasures(a) || r.keptOnPaper(a) {
		return
	}
	has := r.safety.general.with(protectionBy("", a.MeasureRemark))
	for _, id := range a.Measures.Value {
		has = has.with(r.safety.by[id])
	}
	for _, use := range a.Processors.Value {
		if p, ok := model.Find[*model.Processor](r.Register, use.Processor); ok {
			for _, id := range p.Measures {
				has = has.with(r.safety.by[id])
			}
		}
	}
	var lacks []any
	for i, kind := range protections {
		if !has[i] {
			lacks = append(lacks, Code{"measure_item", kind.item})
		}
	}
	if len(lacks) > 0 {
		r.tell("measures", "Measures", lacks)
	}
}

// keptOnPaper reports whether an activity is kept on paper only.
func (r *review) keptOnPaper(a *model.Activity) bool {
	paper := false
	for _, id := range a.Systems.Value {
		if s, ok := model.Find[*model.System](r.Register, id); ok {
			if s.Type != "paper_archive" {
				return false
			}
			paper = true
		}
	}
	for _, id := range a.Retention.Value {
		if rule, ok := model.Find[*model.RetentionRule](r.Register, id); ok {
			if rule.Medium != "paper" {
				return false
			}
			paper = true
		}
	}
	return paper
}

// insecureChannel finds health data that persons write by e-mail or on social
// media, with nothing secure offered, and the claim that they accept it.
func insecureChannel(r *review, a *model.Activity) {
	if field, words := waiver(r, a); field != "" {
		r.tellCase("accepted", field, "Words", words)
		return
	}
	if words, found := law.FindPhrase("channel_waiver", a.Description); found && running(a) {
		r.tellCase("accepted", "description", "Words", words)
		return
	}
	if !running(a) || len(r.of(a).special) == 0 {
		return
	}
	for _, d := range r.of(a).items {
		if class, _ := classOf(d.DataItem); class != model.Special {
			continue
		}
		for _, s := range d.Sources.Value {
			if !law.IsPhrase("open_channel", string(s.Category)) {
				continue
			}
			if !r.secureChannel(a) {
				r.tell(d.field+".sources", "Data", d.called(), "Channel", Code{"source_category", string(s.Category)})
			}
			return
		}
	}
}

// secureChannel reports whether an activity has a secure way to write.
func (r *review) secureChannel(a *model.Activity) bool {
	for _, id := range a.Measures.Value {
		if m, ok := model.Find[*model.Measure](r.Register, id); ok {
			_, said := law.FindPhrase("secure_channel", m.Title+"\n"+m.Description)
			if said || law.IsPhrase("secure_channel", string(m.Item)) {
				return true
			}
		}
	}
	for _, id := range a.Systems.Value {
		if s, ok := model.Find[*model.System](r.Register, id); ok && s.Type == "secure_mail" {
			return true
		}
	}
	return false
}

// breachRoutineMissing finds that nothing says how a breach is handled, or not
// how fast. A plan among the measures is a routine, too.
func breachRoutineMissing(r *review, e *model.LegalEntity) {
	if _, timed := law.FindPhrase("breach_deadline", e.BreachRoutine.Value); e.BreachRoutine.Given() && !timed {
		r.tellCase("deadline", "breachRoutine")
		return
	}
	if !missing(e.BreachRoutine) {
		return
	}
	for _, m := range r.Measures() {
		if m.Item == "breach_plan" && running(m) {
			return
		}
	}
	r.tell("breachRoutine")
}

// otherThreshold finds that persons are told of a breach at another risk than
// the law names.
func otherThreshold(r *review, e *model.LegalEntity) {
	texts := []textAt{{"breachRoutine", e.BreachRoutine.Value}}
	for i, right := range e.Rights {
		if right.Right == "breach_notice" {
			texts = append(texts, textAt{entry("rights", i) + ".text", right.Text.Value})
		}
	}
	for _, t := range texts {
		words, other := law.FindPhrase("lower_threshold", t.text)
		if _, right := law.FindPhrase("high_risk", t.text); other && !right {
			r.tell(t.field, "Words", words)
			return
		}
	}
}
