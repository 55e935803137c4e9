package xlsx

import (
	"slices"
	"strconv"
	"strings"

	"fortegnelse/export/report"
	"fortegnelse/model"
)

// The phrases in this file are those that more than one field, or more than
// one record, goes into.

func title(p *printer, r row) cell { return text(p.Register.Title(r.record)) }

func kind(p *printer, r row) cell { return text(p.Words.Kind(r.record.Kind())) }

// registration writes a company number as printed, and as normalised where
// that is not the same number without its spaces.
func registration(p *printer, r row) cell {
	var a model.Answer[model.Registration]
	switch rec := r.record.(type) {
	case *model.LegalEntity:
		a = rec.Registration
	case *model.Party:
		a = rec.Registration
	}
	v := a.Value
	s := p.Registration(v)
	if v.Printed != "" && v.Normalised != "" && digits(v.Printed) != v.Normalised {
		s += " (" + v.Normalised + ")"
	}
	return text(s)
}

// digits returns s without spaces and signs, as numbers are normalised.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

func address(p *printer, r row) cell {
	var a model.Answer[model.Address]
	switch rec := r.record.(type) {
	case *model.LegalEntity:
		a = rec.Address
	case *model.Party:
		a = rec.Address
	}
	v := a.Value
	town := strings.TrimSpace(v.Postcode + " " + v.City)
	return text(lines(v.Street, town, p.code("country", string(v.Country))))
}

func responsible(p *printer, r row) cell {
	a := r.record.(*model.Activity)
	out := []string{p.code("role", string(a.Role))}
	var others []string
	for _, id := range a.Entities {
		if p.part.Holds(id) {
			out = append(out, p.link(id))
		} else {
			others = append(others, p.Words.Text("workbook.with", "Name", p.Register.TitleOf(id)))
		}
	}
	out = append(out, others...)
	for _, j := range a.JointWith.Value {
		out = append(out, p.Words.Text("workbook.with", "Name", p.link(j.Party)))
	}
	for _, f := range a.ActingFor.Value {
		name := f.Category
		if f.Party != "" {
			name = p.link(f.Party)
		}
		out = append(out, p.Words.Text("workbook.for", "Name", name))
	}
	return text(lines(out...))
}

// numbered begins the lines of a cell with their numbers, where there are
// several.
func numbered(all []string) cell {
	if len(all) > 1 {
		for i := range all {
			all[i] = strconv.Itoa(i+1) + ". " + all[i]
		}
	}
	return text(strings.Join(all, "\n"))
}

func purposes(_ *printer, r row) cell {
	var out []string
	for _, purpose := range r.record.(*model.Activity).Purposes.Value {
		out = append(out, purpose.Text)
	}
	return numbered(out)
}

// bases gives the legal bases of each purpose, under the purpose's number.
func bases(p *printer, r row) cell {
	a := r.record.(*model.Activity)
	var out []string
	for _, purpose := range a.Purposes.Value {
		if purpose.Bases.State != model.Given {
			out = append(out, p.answer(purpose.Bases.State))
			continue
		}
		var all []string
		for _, b := range purpose.Bases.Value {
			b.Data, b.Subjects, b.Remark = nil, "", "" // in the sheet of purposes
			all = append(all, p.Basis(a, b).String())
		}
		out = append(out, strings.Join(all, "; "))
	}
	return numbered(out)
}

func subjects(p *printer, r row) cell {
	var out []string
	for _, g := range r.record.(*model.Activity).Groups.Value {
		s := p.Subjects(g)
		if g.Count.Given() {
			s += " (" + p.Words.Number(g.Count.Value) + ")"
		}
		out = append(out, s)
	}
	return text(lines(out...))
}

// data lists the data of all groups with the mark of their class; the group
// stands above them where there are several.
func data(p *printer, r row) cell {
	groups := r.record.(*model.Activity).Groups.Value
	var out []string
	for _, g := range groups {
		if len(groups) > 1 && len(g.Data) > 0 {
			out = append(out, p.Subjects(g)+":")
		}
		for _, d := range g.Data {
			out = append(out, marked(report.ClassMark(d.Class), p.Item(d)))
		}
	}
	return text(lines(slices.Compact(out)...)) // two categories may have one name in the source
}

func marked(m report.Mark, s string) string { return strings.TrimSpace(string(m) + " " + s) }

func recipients(p *printer, r row) cell {
	var out []string
	for _, to := range r.record.(*model.Activity).Recipients.Value {
		out = append(out, p.Recipient(to))
	}
	return text(lines(out...))
}

func processors(p *printer, r row) cell {
	var out []string
	for _, use := range r.record.(*model.Activity).Processors.Value {
		s := p.link(use.Processor)
		if use.Task != "" {
			s += ": " + use.Task
		}
		out = append(out, s)
	}
	return text(lines(out...))
}

func transfers(p *printer, r row) cell {
	a := r.record.(*model.Activity)
	return remarked(p, a.Transfers, a.TransferRemark)
}

func measures(p *printer, r row) cell {
	a := r.record.(*model.Activity)
	own := a.Measures
	own.Value = slices.DeleteFunc(slices.Clone(own.Value), func(id model.ID) bool { return !p.part.Holds(id) })
	return remarked(p, own, a.MeasureRemark)
}

// scopes says what a measure covers, as far as it is in the workbook.
func scopes(p *printer, r row) cell {
	var out []string
	for _, s := range r.record.(*model.Measure).Scopes {
		if s.Record == "" || p.part.Holds(s.Record) {
			what := []string{p.code("scope_kind", string(s.Type)), p.link(s.Record), s.Text}
			out = append(out, strings.Join(slices.DeleteFunc(what, func(s string) bool { return s == "" }), ", "))
		}
	}
	return text(lines(out...))
}

// remarked lists records and what is said beside them; the answer stands
// before a remark where there are none.
func remarked(p *printer, a model.Answer[[]model.ID], remark string) cell {
	if a.State != model.Given && remark == "" {
		return cell{}
	}
	var out []string
	if a.State != model.Given {
		out = append(out, p.answer(a.State))
	}
	for _, id := range a.Value {
		out = append(out, p.link(id))
	}
	return text(lines(append(out, remark)...))
}

// retention says the rules of an activity: "R-01 Journaler: min. 10 år …".
func retention(p *printer, r row) cell {
	var out []string
	for _, id := range r.record.(*model.Activity).Retention.Value {
		rule, ok := model.Find[*model.RetentionRule](p.Register, id)
		if !ok {
			out = append(out, string(id))
			continue
		}
		what := rule.Data
		if what == "" {
			what = rule.Title
		}
		s := strings.TrimSpace(rule.Number + " " + what)
		if how := p.retention(rule); how != "" {
			s += ": " + how
		}
		out = append(out, s)
	}
	return text(lines(out...))
}

func sentence(p *printer, r row) cell { return text(p.retention(r.record.(*model.RetentionRule))) }

// item returns the data item that a row is about.
func item(r row) (model.DataItem, bool) {
	a := r.record.(*model.Activity)
	if !r.entries[1].exists() {
		return model.DataItem{}, false
	}
	return a.Groups.Value[r.entries[0].index].Data[r.entries[1].index], true
}

// rulesFor names the rules by which a data item is kept, or says why there
// are none.
func rulesFor(p *printer, r row) cell {
	d, ok := item(r)
	if !ok {
		return cell{}
	}
	rules := r.record.(*model.Activity).RulesFor(d)
	var out []string
	for _, id := range rules.Value {
		out = append(out, p.link(id))
	}
	if len(out) == 0 {
		return p.instead(rules.State)
	}
	return text(lines(out...))
}

var classLooks = map[model.Class]look{
	model.Ordinary: ordinary, model.Confidential: confidential, model.Special: special,
	model.NationalID: nationalID, model.Criminal: criminal,
}

func class(p *printer, r row) cell {
	d, ok := item(r)
	if !ok || d.Class == "" {
		return cell{}
	}
	c := text(marked(report.ClassMark(d.Class), p.code("class", string(d.Class))))
	c.look = classLooks[d.Class]
	return c
}

// receivers says who gets a data item, and how sure that is.
func receivers(p *printer, r row) cell {
	d, ok := item(r)
	if !ok || d.Key == "" {
		return cell{}
	}
	a := r.record.(*model.Activity)
	var out []string
	add := func(all []model.Disclosure, name func() string) {
		for _, one := range all {
			if one.Data == d.Key {
				out = append(out, marked(report.DisclosingMark(one.State), name()))
			}
		}
	}
	for _, to := range a.Recipients.Value {
		add(to.Data, func() string { return p.Recipient(to) })
	}
	for _, use := range a.Processors.Value {
		add(use.Data, func() string { return p.link(use.Processor) })
	}
	return text(lines(out...))
}

func disclosed(p *printer, r row) cell {
	if !r.entries[0].exists() {
		return cell{}
	}
	a := r.record.(*model.Activity)
	return p.disclosures(a, a.Recipients.Value[r.entries[0].index].Data)
}

func entrusted(p *printer, r row) cell {
	if !r.entries[0].exists() {
		return cell{}
	}
	a := r.record.(*model.Activity)
	return p.disclosures(a, a.Processors.Value[r.entries[0].index].Data)
}

// disclosures lists data under what is said of their disclosure: "✓ modtager:
// navn, adresse".
func (p *printer) disclosures(a *model.Activity, all []model.Disclosure) cell {
	var states []model.Disclosing
	for _, d := range all {
		if !slices.Contains(states, d.State) {
			states = append(states, d.State)
		}
	}
	var out []string
	for _, s := range states {
		var names []string
		for _, d := range all {
			if d.State == s {
				names = append(names, p.item(a, d.Data))
			}
		}
		head := marked(report.DisclosingMark(s), p.code("disclosing", string(s)))
		out = append(out, head+": "+strings.Join(names, ", "))
	}
	return text(lines(out...))
}

// engagement says how the agreement with a processor stands.
func engagement(p *printer, r row) cell {
	if !r.entries[0].exists() {
		return cell{}
	}
	use := r.record.(*model.Activity).Processors.Value[r.entries[0].index]
	processor, ok := model.Find[*model.Processor](p.Register, use.Processor)
	if !ok {
		return cell{}
	}
	return p.agreement(processor)
}

func agreements(p *printer, r row) cell { return p.agreement(r.record.(*model.Processor)) }

func (p *printer) agreement(processor *model.Processor) cell {
	return text(kept(p.links, "agreement of "+processor.ID, func() string {
		return p.Agreements(model.Within(p.part, p.Register.AgreementsOf(processor.ID))).String()
	}))
}

// counterpart names the processor that an agreement is with.
func counterpart(p *printer, r row) cell { return text(p.link(r.record.(*model.Agreement).Processor)) }

// agreementItem names an item of Art. 28(3) with its letter, or a frame item
// with its number.
func agreementItem(p *printer, r row) cell {
	if !r.entries[0].exists() {
		return cell{}
	}
	i := r.record.(*model.Agreement).Items[r.entries[0].index].Item
	letter := string(i)
	if len(letter) == 1 {
		letter = "(" + letter + ")"
	}
	if name := p.code("agreement_item", string(i)); name != string(i) {
		return text(letter + " " + name)
	}
	return text(letter)
}

func score(_ *printer, r row) cell {
	risk := r.record.(*model.Processor).Risk
	if !risk.Given() {
		return cell{}
	}
	return number(risk.Value.Score())
}

func subProcessor(p *printer, r row) cell {
	if !r.entries[0].exists() {
		return cell{}
	}
	s := r.record.(*model.Processor).SubProcessors.Value[r.entries[0].index]
	return text(lines(p.link(s.Party), s.Text))
}

// usedBy names the activities that refer to a record.
func usedBy(p *printer, r row) cell {
	var out []string
	for _, a := range p.Register.ActivitiesOf(r.record.Meta().ID) {
		if p.part.Holds(a.ID) {
			out = append(out, a.Number)
		}
	}
	return text(strings.Join(out, ", "))
}

// users names all records that refer to a record.
func users(p *printer, r row) cell {
	var out []string
	for _, u := range p.Register.UsedBy(r.record.Meta().ID) {
		if n := u.From.Meta().Number; p.part.Holds(u.From.Meta().ID) && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return text(strings.Join(out, ", "))
}

// webLink leads to where a document lies, if that is on the web.
func webLink(_ *printer, r row) cell {
	c := text(r.record.(*model.Document).Link)
	if safe(c.text) {
		c.look = linked
	}
	return c
}

// evidenceField says which field a sentence is evidence of.
func evidenceField(p *printer, r row) cell {
	path := r.record.Meta().Evidence[r.entries[0].index].Field
	if path == "" {
		return text(p.Words.Text("workbook.whole"))
	}
	where := p.crumbs(r.record.Kind(), path)
	if leaf, err := model.Get(r.record, path); err == nil && leaf.State == model.NotStated {
		where += ": " + p.answer(model.NotStated)
	}
	return text(where)
}

func lostField(p *printer, r row) cell { return text(p.crumbs(r.record.Kind(), r.leaf.Path)) }

func lostValue(p *printer, r row) cell {
	switch {
	case r.leaf.State != model.Given:
		return text(p.answer(r.leaf.State))
	case len(r.leaf.Values) == 0: // a list that is given, and empty
		return text(p.answer(model.None))
	}
	var out []string
	for _, v := range r.leaf.Values {
		out = append(out, p.word(r.record, r.leaf.Field, v))
	}
	return text(lines(out...))
}

// crumbs names a place in a record from the outside in: "Formål 2 › Retsgrundlag
// 1 › Trykt". A path that is none is shown as it is.
func (p *printer) crumbs(k model.Kind, path string) string {
	var out []string
	for end := 0; end < len(path); end++ {
		next := strings.IndexByte(path[end:], '.')
		if next < 0 {
			next = len(path) - end
		}
		end += next
		f, ok := model.FieldAt(k, path[:end])
		if !ok {
			return path
		}
		name := p.label(f)
		if open := strings.LastIndexByte(path[:end], '['); open >= 0 && path[end-1] == ']' {
			if n, err := strconv.Atoi(path[open+1 : end-1]); err == nil {
				name += " " + strconv.Itoa(n+1)
			}
		}
		out = append(out, name)
	}
	return strings.Join(out, " › ")
}
