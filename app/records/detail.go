package records

import (
	"strings"

	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// detail says the one thing about a record that tells it from its neighbours.
func detail(r *model.Register, c *words.Catalogue, rec model.Record) string {
	p := report.Phrases{Words: c, Register: r}
	switch x := rec.(type) {
	case *model.LegalEntity:
		if x.Registration.Given() {
			return p.Registration(x.Registration.Value)
		}
		return c.Answer(x.Registration.State)
	case *model.Party:
		return c.Code("party_kind", string(x.Type))
	case *model.Agreement:
		return p.Agreement(x).String()
	case *model.Supervision:
		return strings.TrimSpace(r.TitleOf(x.Processor) + " " + c.ShortDate(x.Done))
	case *model.Transfer:
		if x.Destination.Given() {
			return p.Destination(x.Destination.Value)
		}
		return c.Answer(x.Destination.State)
	case *model.RetentionRule:
		return p.Retention(x).String()
	case *model.Measure:
		return c.Code("measure_kind", string(x.Type))
	case *model.System:
		return x.Product
	case *model.FindingAnswer:
		return strings.TrimSpace(x.About + " " + c.Code("finding_reply", string(x.Reply)))
	case *model.Document:
		return strings.TrimSpace(c.Code("document_kind", string(x.Type)) + " " + c.ShortDate(x.Dated))
	}
	return ""
}
