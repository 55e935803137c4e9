package model_test

import (
	"testing"

	"fortegnelse/model"
)

func TestCompleteness(t *testing.T) {
	empty := &model.Activity{Role: model.AsController}
	whole := &model.Activity{
		Role:     model.AsController,
		Entities: []model.ID{"x"},
		Purposes: model.Value([]model.Purpose{{Text: "p", Bases: model.Value([]model.Basis{{Reference: "6(1)(c)"}})}}),
		Groups: model.Value([]model.Group{{Subjects: "patient", Data: []model.DataItem{
			{Key: "d1", Category: "health", Class: model.Special},
		}}}),
		Recipients: model.Say[[]model.Recipient](model.None),
		Transfers:  model.Say[[]model.ID](model.None),
		Retention:  model.Value([]model.ID{"r"}),
		Measures:   model.Say[[]model.ID](model.NotStated),
	}
	unclassed := model.Clone(whole).(*model.Activity)
	unclassed.Groups.Value[0].Data[0].Class = ""
	unclassed.Purposes.Value[0].Bases = model.Say[[]model.Basis](model.NotStated)
	quoted := model.Clone(whole).(*model.Activity)
	quoted.Purposes.Value[0].Bases.Value[0] = model.Basis{Printed: "pålagt i henhold til gældende lovgivning"}
	bare := model.Clone(whole).(*model.Activity)
	bare.Purposes.Value[0].Bases.Value[0] = model.Basis{Remark: "r"}
	processor := &model.Activity{
		Role: model.AsProcessor, Entities: []model.ID{"x"},
		ActingFor: model.Value([]model.ActingFor{{Category: "kommuner", Processing: "behandling"}}),
	}
	for _, tt := range []struct {
		name     string
		activity *model.Activity
		want     string // one sign per letter, in the order of model.Letters
	}{
		{"nothing answered", empty, "xxxxxxxx"},
		{"all answered, measures not stated", whole, "......-."},
		{"data without class, basis not stated", unclassed, "..x...--"},
		{"basis quoted, no provision named", quoted, "......--"},
		{"basis without words or provision", bare, "......-x"},
		{"as processor", processor, "..  x x "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			sign := map[model.Completion]string{model.Complete: ".", model.Partial: "-", model.Missing: "x", model.NotAsked: " "}
			got := ""
			for _, l := range model.Letters {
				got += sign[model.Completeness(tt.activity)[l]]
			}
			if got != tt.want {
				t.Errorf("Completeness = %q, want %q", got, tt.want)
			}
		})
	}
}
