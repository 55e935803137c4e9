package processors

import (
	"fmt"

	"fyne.io/fyne/v2"

	"fortegnelse/app/record"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/law"
)

// agreementSection shows the agreements with a processor; the open one with
// what Art. 28(3) asks of it, clause by clause.
func agreementSection(f *record.Form) []fyne.CanvasObject {
	ids := func() []model.ID {
		var ids []model.ID
		for _, a := range f.Register().AgreementsOf(f.ID()) {
			ids = append(ids, a.ID)
		}
		return ids
	}
	blocks := f.Blocks("agreements", ids, record.LinkStyle{
		First: true,
		Summary: func(rec model.Record) (string, string) {
			a := rec.(*model.Agreement)
			return f.Register().Title(a), f.Words().Code("agreement_state", string(a.State))
		},
		Inside: agreement,
	})
	add := f.Button(f.Text("record.processor.agreement.add"), func() {
		p := processor(f)
		f.Create(model.KindAgreement, func(rec model.Record) {
			a := rec.(*model.Agreement)
			a.Processor, a.Type = p.ID, "data_processing"
			if p.Party.Given() {
				a.Parties = []model.ID{p.Party.Value}
			}
		})
	})
	return []fyne.CanvasObject{blocks, add}
}

// agreement makes the fields of an agreement.
func agreement(f *record.Form) []fyne.CanvasObject {
	objects := f.Fields("title", "type state", "basedOn", "signed", "effective", "ends", "notice")
	objects = append(objects, checklist(f)...)
	return append(objects, f.Fields("subAuthorisation onEnd", "breachHours", "covers", "documents", "parties", "entities", "supersedes")...)
}

// checklist shows the items of Art. 28(3) that the agreement answers, each
// with its clause.
func checklist(f *record.Form) []fyne.CanvasObject {
	n := func() int { return f.Len("items") }
	f.Shape(func() string { return fmt.Sprint(n()) })
	objects := []fyne.CanvasObject{f.Caption(f.Text("record.processor.items"))}
	if n() > 0 {
		objects = append(objects, f.ListOf("items", record.ListStyle{Bare: true}))
		return objects
	}
	return append(objects, f.Button(f.Text("record.processor.items.add"), func() {
		f.Do(func(rec model.Record) error {
			a := rec.(*model.Agreement)
			for _, item := range law.Codes("agreement_item") {
				if item.Kind == "content" {
					a.Items = append(a.Items, model.AgreementAnswer{Item: model.AgreementItem(item.Code)})
				}
			}
			return nil
		})
	}))
}

// agreementState tells how sure we are that an agreement is in force.
func agreementState(r *model.Register, rec model.Record) ui.Sign {
	sign := ui.SignError
	for _, a := range r.AgreementsOf(rec.Meta().ID) {
		switch a.State {
		case "confirmed_individually", "in_force", "not_required":
			return ui.SignComplete
		case "general_statement", "draft":
			sign = ui.SignWarning
		}
	}
	return sign
}

// supervisionSection shows the risk, the plan and what has been done.
func supervisionSection(f *record.Form) []fyne.CanvasObject {
	ids := func() []model.ID {
		var ids []model.ID
		for _, s := range f.Register().SupervisionsOf(f.ID()) {
			ids = append(ids, s.ID)
		}
		return ids
	}
	blocks := f.Blocks("supervisions", ids, record.LinkStyle{
		Summary: func(rec model.Record) (string, string) {
			s := rec.(*model.Supervision)
			when := s.Done
			if when.IsZero() {
				when = s.Planned
			}
			return f.Words().Code("supervision_form", string(s.Form)), f.Words().Date(when)
		},
		Inside: func(s *record.Form) []fyne.CanvasObject {
			return s.Fields("form concept", "planned done", "periodFrom periodUntil", "scope", "findings", "conclusion", "documents")
		},
	})
	add := f.Button(f.Text("record.processor.supervision.add"), func() {
		f.Create(model.KindSupervision, func(rec model.Record) { rec.(*model.Supervision).Processor = f.ID() })
	})
	objects := []fyne.CanvasObject{f.Field("risk")}
	if score := scoreLine(f); score != nil {
		objects = append(objects, score)
	}
	return append(objects, f.Field("plan"), blocks, add)
}
