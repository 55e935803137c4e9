package report

import "fortegnelse/model"

// Agreement says what kind of agreement it is, its state and its date: "A-01
// databehandleraftale, indgået; dato ikke oplyst".
func (p Phrases) Agreement(a *model.Agreement) Text {
	what := joinWords(" ", a.Number, p.Code("agreement_kind", string(a.Type)))
	head := Say(joinWords(", ", what, p.Code("agreement_state", string(a.State))))
	switch a.Signed.State {
	case model.Given:
		return join("; ", head, Say(p.Words.Text("report.agreement.dated", "Date", p.Date(a.Signed.Value))))
	case model.NotStated:
		return join("; ", head, join(" ", Say(p.Words.Text("report.agreement.date")), p.Answer(model.NotStated)))
	}
	return head
}

// AgreementState says which agreements there are with a processor, or that
// none is registered.
func (p Phrases) AgreementState(processor *model.Processor) Text {
	return p.Agreements(p.Register.AgreementsOf(processor.ID))
}

// Agreements is AgreementState for some of the agreements with a processor.
func (p Phrases) Agreements(list []*model.Agreement) Text {
	var all []Text
	for _, a := range list {
		all = append(all, p.Agreement(a))
	}
	if len(all) == 0 {
		return styled(p.Words.Text("report.agreement.none"), Absent)
	}
	return join(". ", all...)
}

// Items28 counts the items of Art. 28(3) that the agreements with a
// processor are said to hold, of eight: "5 / 8". Where nothing is known of any
// it says so: "ikke oplyst", or "–" where nobody has looked.
func (p Phrases) Items28(processor *model.Processor) string {
	return p.items28(p.Register.AgreementsOf(processor.ID))
}

func (p Phrases) items28(agreements []*model.Agreement) string {
	yes, known, looked := 0, 0, 0
	for _, a := range agreements {
		for _, i := range a.Items {
			if len(i.Item) != 1 || i.Answer == "" {
				continue
			}
			looked++
			if i.Answer != notStated {
				known++
			}
			if i.Answer == included {
				yes++
			}
		}
	}
	switch {
	case looked == 0:
		return string(MarkNot)
	case known == 0:
		return p.Words.Answer(model.NotStated)
	}
	return p.Words.Text("report.items28", "Yes", p.Words.Number(yes))
}

// Answers on an item of an agreement.
const (
	included  model.Included = "yes"
	notStated model.Included = "not_stated"
)

// Supervised says when a processor was last supervised, is next to be, or
// that no supervision is registered.
func (p Phrases) Supervised(processor *model.Processor) Text {
	var last model.Date
	for _, s := range p.Register.SupervisionsOf(processor.ID) {
		if last.Before(s.Done) {
			last = s.Done
		}
	}
	var done, next Text
	if !last.IsZero() {
		done = Say(p.Words.Text("report.supervised", "Date", p.Words.ShortDate(last)))
	}
	if plan := processor.Plan.Value; !plan.Next.IsZero() {
		next = Say(p.Words.Text("report.supervision.next", "Date", p.Words.ShortDate(plan.Next)))
	}
	if t := join("; ", done, next); t != nil {
		return t
	}
	return Say(p.Words.Text("report.supervision.never"))
}
