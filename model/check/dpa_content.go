package check

import (
	"fortegnelse/model"
	"fortegnelse/model/law"
)

// answered returns what is said of one item of an agreement.
func answered(a *model.Agreement, item model.AgreementItem) model.Included {
	for _, x := range a.Items {
		if x.Item == item {
			return x.Answer
		}
	}
	return ""
}

// lacksItems makes the look at the items of an agreement of a kind, "content"
// for Art. 28(3)(a)–(h) or "frame" for what stands before. What an agreement
// lacks and what nobody has looked up are two things to tell.
func lacksItems(kind string) func(r *review, a *model.Agreement) {
	return func(r *review, a *model.Agreement) {
		var lacking, unknown []any
		for _, item := range law.Codes("agreement_item") {
			if item.Kind != kind {
				continue
			}
			name := Code{"agreement_item", item.Code}
			switch answered(a, model.AgreementItem(item.Code)) {
			case "no", "partly":
				lacking = append(lacking, name)
			case "", "not_stated":
				unknown = append(unknown, name)
			}
		}
		if len(lacking) > 0 {
			r.tell("items", "Items", lacking)
		}
		if len(unknown) > 0 {
			r.tellCase("unknown", "items", "Items", unknown)
		}
	}
}

// withoutEnd finds that an agreement does not say what becomes of the data at
// its end, and that nobody has confirmed it where the end has come.
func withoutEnd(r *review, a *model.Agreement) {
	if a.Type != "data_processing" {
		return
	}
	if r.holds(a) && r.read(a) {
		if a.OnEnd == "" || a.OnEnd == "not_stated" {
			r.tell("onEnd")
		}
		return
	}
	p, known := r.engaged.processorOf(a)
	ended := a.State == "expired" || a.State == "terminated" || a.Status == model.Ended || inForce(a)
	if ended && known && a.Status != model.Archived && !running(p) && (missing(a.EndConfirmed) || a.EndConfirmed.State == model.None) {
		r.tellCase("unconfirmed", "endConfirmed", "Processor", p)
	}
}

// changedService finds a service that has become another one since its
// agreement was made or looked through.
func changedService(r *review, p *model.Processor) {
	var latest *model.Agreement
	var day model.Date
	for _, a := range r.engaged.of[p.ID].agreements {
		begin, _ := begins(a)
		if begin.Before(a.ReviewedOn) {
			begin = a.ReviewedOn
		}
		if inForce(a) && !begin.IsZero() && (latest == nil || day.Before(begin)) {
			latest, day = a, begin
		}
	}
	if latest == nil || !employed(p) {
		return
	}
	for i, s := range p.Services {
		if day.Before(s.Changed) {
			r.tell(entry("services", i)+".changed", "Agreement", latest, "Changed", s.Changed, "Date", day)
		}
	}
}

// deviates finds an agreement on a standard text that is older than the text in
// force, or that leaves out an item without saying why.
func deviates(r *review, a *model.Agreement) {
	text, _ := law.Find("agreement_basis", string(a.BasedOn))
	if text.Since.IsZero() {
		return
	}
	standard := Code{"agreement_basis", text.Code}
	if a.Signed.Given() && a.Signed.Value.Before(text.Since) {
		r.tell("basedOn", "Text", standard, "Since", text.Since, "Date", a.Signed.Value)
	}
	for i, x := range a.Items {
		if x.Answer == "not_applicable" && x.Remark == "" {
			r.tellCase("left_out", entry("items", i), "Text", standard, "Item", Code{"agreement_item", string(x.Item)})
		}
	}
}
