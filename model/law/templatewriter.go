package law

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fortegnelse/model"
)

// templateWriter writes the records of a template. Rules, processors and
// measures are records of their own, written once and linked.
type templateWriter struct {
	template template
	country  model.Country
	words    Words
	at       time.Time

	register   *model.Register // with what has been written so far, to number what comes
	records    []model.Record
	rules      map[string]model.ID
	processors map[model.Service]model.ID
	measures   map[model.MeasureItem]model.ID
}

// add gives a record its identity and marks it as a suggestion.
func (w *templateWriter) add(rec model.Record, remarks ...string) model.ID {
	head := rec.Meta()
	head.ID, head.Number, head.Status = model.NewID(w.at), w.register.NextNumber(rec.Kind()), model.Draft
	head.Tags = []string{w.words.Text("law.template.tag")}
	head.Notes = strings.Join(append([]string{w.words.Text("law.template.note")}, remarks...), "\n")
	w.register = w.register.With(model.Change{Put: []model.Record{rec}})
	w.records = append(w.records, rec)
	return head.ID
}

func (w *templateWriter) activity(usual usualActivity) {
	a := &model.Activity{
		Title: w.words.Code("activity_type", string(usual.Type)),
		Type:  usual.Type,
		Role:  model.AsController,
	}
	for _, e := range w.register.LegalEntities() {
		a.Entities = append(a.Entities, e.ID)
	}
	items := w.groups(a, usual)
	w.purpose(a, usual, items)
	w.recipients(a, usual)

	var kept []model.ID
	for _, code := range append(slices.Clone(usual.Retention["any"]), usual.Retention[string(w.country)]...) {
		kept = append(kept, w.rule(code))
	}
	a.Retention = model.Value(kept)

	measures := slices.Clone(w.template.Measures)
	if slices.ContainsFunc(items, func(i model.DataItem) bool { return i.Class == model.Special }) {
		measures = append(measures, w.template.HealthMeasures...)
	}
	var protecting []model.ID
	for _, item := range measures {
		protecting = append(protecting, w.measure(item))
	}
	a.Measures = model.Value(protecting)
	w.add(a)
}

// groups fills in who and which data, and returns the data.
func (w *templateWriter) groups(a *model.Activity, usual usualActivity) []model.DataItem {
	var sources []model.Source
	for _, s := range usual.Sources {
		sources = append(sources, model.Source{Category: s})
	}
	var groups []model.Group
	var items []model.DataItem
	for _, g := range usual.Groups {
		group := model.Group{Subjects: g.Subjects}
		for _, category := range g.Data {
			known, _ := Find("data_category", string(category))
			item := model.DataItem{
				Key: "d" + strconv.Itoa(len(items)+1), Category: category,
				Class: known.Class, Special: known.Special, Sources: model.Value(slices.Clone(sources)),
			}
			items = append(items, item)
			group.Data = append(group.Data, item)
		}
		groups = append(groups, group)
	}
	a.Groups = model.Value(groups)
	return items
}

// purpose fills in the purpose with its bases.
func (w *templateWriter) purpose(a *model.Activity, usual usualActivity, items []model.DataItem) {
	purpose := model.Purpose{Text: w.words.Text("law.template.purpose." + string(usual.Type))}
	var bases []model.Basis
	for _, b := range usual.Bases {
		bases = append(bases, w.basis(usual, b, items))
		if b.Reference == "6(1)(f)" {
			purpose.LegitimateInterest = w.words.Text("law.template.interest." + string(usual.Type))
		}
	}
	purpose.Bases = model.Value(bases)
	a.Purposes = model.Value([]model.Purpose{purpose})
}

func (w *templateWriter) basis(of usualActivity, usual usualBasis, items []model.DataItem) model.Basis {
	basis := model.Basis{Reference: usual.Reference, Assigned: "us"}
	known, _ := Find("reference", string(usual.Reference))
	class := map[string]model.Class{"9": model.Special, "10": model.Criminal, "87": model.NationalID}[known.Kind]
	for _, item := range items {
		if class != "" && item.Class == class {
			basis.Data = append(basis.Data, item.Key)
		}
	}
	var remarks []string
	if class == model.Special && len(basis.Data) == 0 {
		remarks = append(remarks, w.words.Text("law.template.ifRevealing"))
	}
	verified := true
	for _, code := range usual.Laws[w.country] {
		if p, ok := ProvisionOf(code); ok {
			basis.Laws = append(basis.Laws, p.LawReference(w.words.Language()))
			verified = verified && p.Verified
		}
	}
	if known.National && len(basis.Laws) == 0 && of.Articles != "" {
		remarks = append(remarks, w.words.Text("law.template.gdpr", "Articles", of.Articles))
	}
	if !verified {
		remarks = append(remarks, w.words.Text("law.unverified"))
	}
	basis.Remark = strings.Join(remarks, "\n")
	return basis
}

// recipients fills in who receives data: recipients by category, processors
// by service.
func (w *templateWriter) recipients(a *model.Activity, usual usualActivity) {
	var recipients []model.Recipient
	for _, category := range usual.Recipients {
		known, _ := Find("recipient_category", string(category))
		recipients = append(recipients, model.Recipient{Type: model.RecipientKind(known.Kind), Category: category})
	}
	if len(recipients) > 0 {
		a.Recipients = model.Value(recipients)
	}
	var uses []model.ProcessorUse
	for _, service := range usual.Services {
		uses = append(uses, model.ProcessorUse{Processor: w.processor(service)})
	}
	a.Processors = model.Value(uses)
}

// processor returns the unnamed processor of a service.
func (w *templateWriter) processor(service model.Service) model.ID {
	if id, known := w.processors[service]; known {
		return id
	}
	id := w.add(&model.Processor{
		Party:    model.Say[model.ID](model.NotStated),
		Services: []model.ProcessorService{{Service: service, Text: w.words.Code("service", string(service))}},
		// Card acquirers and social networks often decide on their own.
		Assessment: map[bool]model.RoleAssessment{true: "unclear", false: "processor"}[service == "payment" || service == "social_media"],
	})
	w.processors[service] = id
	return id
}

// rule returns the retention rule of a statute, or of the template's own
// where there is none.
func (w *templateWriter) rule(code string) model.ID {
	if id, known := w.rules[code]; known {
		return id
	}
	rule, remarks := w.proposedRule(code)
	if rule.Then == "review" {
		rule.CheckEvery = 12
	}
	id := w.add(rule, remarks...)
	w.rules[code] = id
	return id
}

func (w *templateWriter) proposedRule(code string) (rule *model.RetentionRule, remarks []string) {
	if s, ok := StatuteOf(code); ok {
		rule = s.Rule(w.words.Language())
		rule.Data = w.words.Text("law.material." + code)
		if s.Qualifier == "criterion" {
			rule.Criterion = w.words.Text("law.template.criterion.statute")
		}
		if s.Qualifier == "minimum" {
			remarks = append(remarks, w.words.Text("law.template.minimum"))
		}
		if s.Kind == "practice" {
			remarks = append(remarks, w.words.Text("law.template.own"))
		}
		if !s.Verified {
			remarks = append(remarks, w.words.Text("law.unverified"))
		}
	} else {
		i := slices.IndexFunc(w.template.Rules, func(r usualRule) bool { return r.Code == code })
		usual := w.template.Rules[i] // checked when the data were loaded
		rule = Statute{
			Length: usual.Length, Unit: usual.Unit, Qualifier: usual.Qualifier, Start: usual.Start,
			Alignment: usual.Alignment, Then: usual.Then, Holds: usual.Holds,
		}.Rule(w.words.Language())
		rule.Data = w.words.Text("law.template.rule." + code)
		if usual.Qualifier == "criterion" {
			rule.Criterion = w.words.Text("law.template.criterion." + code)
		}
		remarks = append(remarks, w.words.Text("law.template.own"))
	}
	rule.Title = rule.Data
	return rule, remarks
}

// measure returns a measure of the whole organisation.
func (w *templateWriter) measure(item model.MeasureItem) model.ID {
	if id, known := w.measures[item]; known {
		return id
	}
	known, _ := Find("measure_item", string(item))
	id := w.add(&model.Measure{
		Item: item, Title: w.words.Code("measure_item", string(item)), Type: model.MeasureKind(known.Kind),
		Scopes: []model.Scope{{Type: "organisation"}},
	})
	w.measures[item] = id
	return id
}
