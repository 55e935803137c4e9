package check

import (
	"fmt"
	"testing"

	"fortegnelse/model"
)

// wellCovered is how the well-run clinic is covered.
var wellCovered = map[string]string{
	"agreement": "yes A-1 state", "data": "yes A-1 categories", "persons": "yes A-1 items", "places": "yes D-1 places",
	"sub_processors": "yes D-1 subProcessors", "transfers": "not_needed D-1 places", "supervision": "yes D-1 plan.next",
}

func TestCoverage(t *testing.T) {
	sub := func(s model.SubProcessor) func(*clinic) {
		return func(c *clinic) { c.processor.SubProcessors = model.Value([]model.SubProcessor{s}) }
	}
	for _, e := range []struct {
		part, name string
		spoil      func(c *clinic)
		want       string
	}{
		{"agreement", "ended yesterday", ends(2026, 11, 21), "no A-1 ends"},
		{"agreement", "ends today", ends(2026, 11, 22), "yes A-1 state"},
		{"agreement", "a draft", func(c *clinic) { c.agreement.State = "draft" }, "no A-1 state"},
		{"agreement", "nobody knows", func(c *clinic) { c.agreement.State = "not_stated" }, "unknown A-1 state"},
		{"agreement", "said of all processors, not confirmed", func(c *clinic) { c.agreement.State = "general_statement" }, "unknown A-1 state"},
		{"agreement", "needs none", func(c *clinic) { c.agreement.State = "not_required" }, "not_needed A-1 state"},
		{"agreement", "of nobody", func(c *clinic) { c.agreement = nil }, "no D-1 "},
		{"agreement", "of another entity of ours", func(c *clinic) {
			other := newEntity()
			c.agreement.Entities = []model.ID{c.add(other, "E-2")}
		}, "no A-1 entities"},
		{"agreement", "a draft beside the one in force", func(c *clinic) {
			c.add(&model.Agreement{Type: "data_processing", Processor: c.processor.ID, State: "draft"}, "A-2")
		}, "yes A-1 state"},

		{"data", "annex not listed", func(c *clinic) { c.agreement.Categories = nil }, "unknown A-1 categories"},
		{"data", "all in the annex", func(c *clinic) {
			c.agreement.Categories = []model.DataCategory{"name", "national_id", "patient_record"}
		}, "yes A-1 categories"},
		{"data", "one beside the annex", func(c *clinic) { c.agreement.Categories = []model.DataCategory{"name", "patient_record"} }, "no B-1 processors[0].data"},
		{"data", "one beside the annex that it does not get", func(c *clinic) {
			c.agreement.Categories = []model.DataCategory{"name", "patient_record"}
			c.activity.Processors.Value[0].Data[1].State = model.NoDisclosed
		}, "yes A-1 categories"},
		{"data", "one without category", func(c *clinic) {
			c.agreement.Categories = []model.DataCategory{"national_id", "patient_record"}
			c.activity.Groups.Value[0].Data[0].Category = ""
		}, "unknown B-1 groups[0].data[0].category"},
		{"data", "no agreement", func(c *clinic) { c.agreement = nil }, "unknown D-1 "},

		{"persons", "not in the agreement", func(c *clinic) { c.agreement.Items[13].Answer = "no" }, "no A-1 items"},
		{"persons", "not looked up", func(c *clinic) { c.agreement.Items = nil }, "unknown A-1 items"},

		{"places", "not asked", func(c *clinic) { c.processor.Places = model.Answer[[]model.Place]{} }, "unknown D-1 places"},
		{"places", "asked, not stated", func(c *clinic) { c.processor.Places = model.Say[[]model.Place](model.NotStated) }, "no D-1 places"},
		{"places", "without country", func(c *clinic) { c.processor.Places.Value[0].Country = "" }, "no D-1 places"},

		{"sub_processors", "one", sub(model.SubProcessor{Key: "s1", Text: "Driftshuset A/S", Country: "dk"}), "yes D-1 subProcessors"},
		{"sub_processors", "one without a name", sub(model.SubProcessor{Key: "s1", Country: "dk"}), "no D-1 subProcessors"},
		{"sub_processors", "not asked", func(c *clinic) { c.processor.SubProcessors = model.Answer[[]model.SubProcessor]{} }, "unknown D-1 subProcessors"},
		{"sub_processors", "not stated", func(c *clinic) { c.processor.SubProcessors = model.Say[[]model.SubProcessor](model.NotStated) }, "no D-1 subProcessors"},

		{"transfers", "place in India, with clauses", func(c *clinic) { c.export("in"); c.processor.Places.Value[0].Country = "in" }, "yes B-1 transfers"},
		{"transfers", "place in India, on nothing", func(c *clinic) {
			c.export("in").onNothing()
			c.processor.Places.Value[0].Country = "in"
		}, "no B-1 transfers"},
		{"transfers", "tool for another country", func(c *clinic) { c.export("us"); c.processor.Places.Value[0].Country = "in" }, "no B-1 transfers"},
		{"transfers", "sub-processor in India", sub(model.SubProcessor{Key: "s1", Text: "Ops Ltd", Country: "in"}), "no B-1 transfers"},
		{"transfers", "sub-processor was in India", sub(model.SubProcessor{Key: "s1", Text: "Ops Ltd", Country: "in", Until: date(2026, 1, 1)}), "not_needed D-1 places"},
		{"transfers", "transfers not asked", func(c *clinic) {
			c.processor.Places.Value[0].Country = "in"
			c.activity.Transfers = model.Answer[[]model.ID]{}
		}, "unknown B-1 transfers"},
		{"transfers", "sub-processors not known", func(c *clinic) { c.processor.SubProcessors = model.Say[[]model.SubProcessor](model.NotStated) }, "unknown D-1 subProcessors"},

		{"supervision", "overdue", func(c *clinic) { c.processor.Plan.Value.Next = date(2026, 11, 21) }, "no D-1 plan.next"},
		{"supervision", "due today", func(c *clinic) { c.processor.Plan.Value.Next = today }, "yes D-1 plan.next"},
		{"supervision", "never", func(c *clinic) { c.processor.Plan, c.checked = model.Answer[model.Plan]{}, nil }, "no D-1 plan"},
		{"supervision", "not planned", func(c *clinic) { c.processor.Plan = model.Answer[model.Plan]{} }, "unknown D-1 plan.next"},
		{"supervision", "none chosen", func(c *clinic) { c.processor.Plan.Value.Concept = 1 }, "not_needed D-1 plan.concept"},
	} {
		t.Run(e.part+"/"+e.name, func(t *testing.T) {
			c := newClinic()
			e.spoil(c)
			all := CoverageOf(c.register(t), today)
			if len(all) != 1 {
				t.Fatalf("%d rows", len(all))
			}
			if got := cells(all[0])[e.part]; got != e.want {
				t.Errorf("%q, want %q", got, e.want)
			}
		})
	}
	c := newClinic()
	for part, got := range cells(CoverageOf(c.register(t), today)[0]) {
		if got != wellCovered[part] {
			t.Errorf("%s of the well-run clinic: %q, want %q", part, got, wellCovered[part])
		}
	}
}

func cells(c Coverage) map[string]string {
	all := map[string]string{}
	for i, cell := range c.Cells() {
		all[CoverageParts[i]] = fmt.Sprintf("%s %s %s", cell.Cover, cell.Record.Meta().Number, cell.Field)
	}
	return all
}

func TestCoverageLeavesOutWhatIsGivenUp(t *testing.T) {
	for name, spoil := range map[string]func(c *clinic){
		"processor ended": func(c *clinic) { c.processor.Status = model.Ended },
		"activity ended":  func(c *clinic) { c.activity.Status = model.Ended },
		"a controller":    func(c *clinic) { c.processor.Assessment = "controller" },
		"used by none":    func(c *clinic) { c.activity.Processors = model.Say[[]model.ProcessorUse](model.None) },
		"no processor":    (*clinic).remove,
	} {
		c := newClinic()
		spoil(c)
		if all := CoverageOf(c.register(t), today); len(all) != 0 {
			t.Errorf("%s: %d rows", name, len(all))
		}
	}
}

// Every field that an answer names can be shown.
func TestCoverageFieldsExist(t *testing.T) {
	c := newClinic()
	for _, cell := range CoverageOf(c.register(t), today)[0].Cells() {
		if _, ok := model.FieldAt(cell.Record.Kind(), cell.Field); !ok {
			t.Errorf("%s has no field %q", cell.Record.Kind(), cell.Field)
		}
	}
}
