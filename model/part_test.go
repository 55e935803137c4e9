package model_test

import (
	"testing"
	"time"

	"fortegnelse/model"
)

// A part of the register holds what an entity has alone and what it shares,
// and nothing that another has alone.
func TestPartOf(t *testing.T) {
	head := func(id model.ID) model.Head { return model.Head{ID: id, Number: string(id)} }
	alone := func(id model.ID) []model.Scope { return []model.Scope{{Type: "organisation", Record: id}} }
	r, err := model.NewRegister(model.Info{Created: time.Unix(0, 0)}, []model.Record{
		&model.LegalEntity{Head: head("ours")}, &model.LegalEntity{Head: head("other")},
		&model.Processor{Head: head("d-shared")}, &model.Processor{Head: head("d-bound")}, &model.Processor{Head: head("d-other")},
		&model.Activity{Head: head("b-shared"), Entities: []model.ID{"ours", "other"},
			Processors: model.Value([]model.ProcessorUse{{Processor: "d-shared"}}),
			Measures:   model.Value([]model.ID{"s-shared", "s-other", "s-system"})},
		&model.Activity{Head: head("b-other"), Entities: []model.ID{"other"},
			Processors: model.Value([]model.ProcessorUse{{Processor: "d-other"}})},
		&model.Agreement{Head: head("a-shared"), Entities: []model.ID{"other", "ours"}, Parties: []model.ID{"p"}},
		&model.Agreement{Head: head("a-bound"), Entities: []model.ID{"ours"}, Processor: "d-bound"},
		&model.Agreement{Head: head("a-silent"), Processor: "d-shared"},
		&model.Agreement{Head: head("a-other"), Entities: []model.ID{"other"}, Processor: "d-shared"},
		&model.Agreement{Head: head("a-silent-other"), Processor: "d-other"},
		&model.Party{Head: head("p")},
		&model.Measure{Head: head("s-all")},
		&model.Measure{Head: head("s-shared"), Scopes: append(alone("other"), alone("ours")...)},
		&model.Measure{Head: head("s-other"), Scopes: alone("other")},
		&model.Measure{Head: head("s-system"), Scopes: []model.Scope{{Type: "system", Record: "y"}}},
		&model.System{Head: head("y")},
		&model.Supervision{Head: head("v-shared"), Processor: "d-shared"},
		&model.Supervision{Head: head("v-other"), Processor: "d-other"},
	})
	if err != nil {
		t.Fatal(err)
	}
	part, err := model.PartOf(r, "ours")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []model.ID{"ours", "b-shared", "d-shared", "d-bound", "a-shared", "a-bound", "a-silent", "p", "s-all", "s-shared", "s-system", "y", "v-shared"} {
		if !part.Holds(id) {
			t.Errorf("%s is missing", id)
		}
	}
	for _, id := range []model.ID{"other", "b-other", "d-other", "a-other", "a-silent-other", "s-other", "v-other"} {
		if part.Holds(id) {
			t.Errorf("%s belongs to the other entity", id)
		}
	}
	if _, err := model.PartOf(r, "d-shared"); err == nil {
		t.Error("a processor was taken for a legal entity")
	}
}
