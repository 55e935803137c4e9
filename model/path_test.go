package model_test

import (
	"errors"
	"slices"
	"testing"

	"fortegnelse/model"
)

func threePurposes() *model.Activity {
	a := &model.Activity{Purposes: model.Value([]model.Purpose{{Text: "p0"}, {Text: "p1"}, {Text: "p2"}})}
	for _, field := range []string{"purposes", "purposes[0].text", "purposes[1].bases[0]", "purposes[2]", "title"} {
		a.Evidence = append(a.Evidence, model.Evidence{Field: field})
	}
	return a
}

// Evidence must stay with the entry that it proves, or it would prove
// another one.
func TestEvidenceFollowsItsEntry(t *testing.T) {
	for _, tt := range []struct {
		name     string
		do       func(model.Record) error
		texts    []string
		evidence []string
	}{
		{
			"insert", func(r model.Record) error { return model.Insert(r, "purposes", 1) },
			[]string{"p0", "", "p1", "p2"},
			[]string{"purposes", "purposes[0].text", "purposes[2].bases[0]", "purposes[3]", "title"},
		}, {
			"remove", func(r model.Record) error { return model.Remove(r, "purposes", 1) },
			[]string{"p0", "p2"},
			[]string{"purposes", "purposes[0].text", "purposes", "purposes[1]", "title"},
		}, {
			"swap", func(r model.Record) error { return model.Swap(r, "purposes", 0, 2) },
			[]string{"p2", "p1", "p0"},
			[]string{"purposes", "purposes[2].text", "purposes[1].bases[0]", "purposes[0]", "title"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := threePurposes()
			if err := tt.do(a); err != nil {
				t.Fatal(err)
			}
			var texts, evidence []string
			for _, p := range a.Purposes.Value {
				texts = append(texts, p.Text)
			}
			for _, e := range a.Evidence {
				evidence = append(evidence, e.Field)
			}
			if !slices.Equal(texts, tt.texts) || !slices.Equal(evidence, tt.evidence) {
				t.Errorf("got %q with evidence for %q", texts, evidence)
			}
		})
	}
}

func TestListErrorsNameThePath(t *testing.T) {
	for name, err := range map[string]error{
		"insert beyond the end": model.Insert(threePurposes(), "purposes", 4),
		"remove beyond the end": model.Remove(threePurposes(), "purposes", 3),
		"swap beyond the end":   model.Swap(threePurposes(), "purposes", 0, 99),
		"not a list":            model.Remove(threePurposes(), "title", 0),
		"no such field":         model.Insert(threePurposes(), "nonsense", 0),
		"no such entry":         model.Set(threePurposes(), "purposes[7].text", "x"),
		"a group has no text":   model.Set(threePurposes(), "purposes[0]", "x"),
		"below a text":          model.Set(threePurposes(), "title.more", "x"),
		"a list needs a place":  model.Set(threePurposes(), "purposes.text", "x"),
		"not a date":            model.Set(threePurposes(), "validFrom", "yesterday"),
		"not a number":          model.Set(threePurposes(), "reviewEvery", "often"),
		"not an answer":         model.SetState(threePurposes(), "title", model.NotStated),
	} {
		var at *model.PathError
		if !errors.As(err, &at) || at.Kind != model.KindActivity || at.Path == "" {
			t.Errorf("%s: %v, want a *PathError with kind and path", name, err)
		}
	}
}

func TestRemovingDataDropsWhatRefersToThem(t *testing.T) {
	a := &model.Activity{
		Groups:     model.Value([]model.Group{{Data: []model.DataItem{{Key: "d1"}, {Key: "d2"}, {Key: "d3"}}}}),
		Purposes:   model.Value([]model.Purpose{{Bases: model.Value([]model.Basis{{Data: []string{"d1", "d2"}}, {}})}}),
		Recipients: model.Value([]model.Recipient{{Data: []model.Disclosure{{Data: "d1", State: model.Receives}, {Data: "d3", State: model.ByLaw}}}}),
		Processors: model.Value([]model.ProcessorUse{{Data: []model.Disclosure{{Data: "d1", State: model.Receives}}}}),
	}
	if err := model.Remove(a, "groups[0].data", 0); err != nil {
		t.Fatal(err)
	}
	if got := a.Purposes.Value[0].Bases.Value; !slices.Equal(got[0].Data, []string{"d2"}) || len(got[1].Data) > 0 {
		t.Errorf("the bases cover %v", got)
	}
	if got := a.Recipients.Value[0].Data; len(got) != 1 || got[0].Data != "d3" {
		t.Errorf("the recipient gets %v", got)
	}
	if got := a.Processors.Value[0].Data; len(got) != 0 {
		t.Errorf("the processor gets %v", got)
	}
	if err := model.Remove(a, "groups[0].data", 0); !errors.Is(err, model.ErrOnlyData) {
		t.Errorf("removing the only data of a basis: %v, want ErrOnlyData", err)
	}
}
