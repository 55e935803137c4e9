package check

import (
	"testing"

	"fortegnelse/model"
)

func TestCompleteness(t *testing.T) {
	complete := map[string]model.Completion{
		"a": model.Complete, "b": model.Complete, "c": model.Complete, "d": model.Complete,
		"e": model.Complete, "f": model.Complete, "g": model.Complete, model.BasisSign: model.Complete,
	}
	for _, e := range []struct {
		name   string
		spoil  func(c *clinic)
		letter string
		want   model.Completion
	}{
		{"the well-run clinic", func(*clinic) {}, "", ""},
		{"recipients not asked", func(c *clinic) { c.activity.Recipients = model.Answer[[]model.Recipient]{} }, "d", model.Missing},
		{"recipients not stated", func(c *clinic) { c.activity.Recipients = model.Say[[]model.Recipient](model.NotStated) }, "d", model.Partial},
		{"a period that nothing starts", func(c *clinic) { c.rule.Start = model.Say[model.Start](model.NotStated) }, "f", model.Partial},
		{"a transfer on nothing", func(c *clinic) { c.export("in").onNothing() }, "e", model.Partial},
		{"a controller that nobody can reach", func(c *clinic) {
			c.entity.Address, c.entity.Phone, c.entity.Email = model.Answer[model.Address]{}, model.Answer[string]{}, model.Answer[string]{}
		}, "a", model.Partial},
		{"a warning only", func(c *clinic) { c.entity.Registration = model.Answer[model.Registration]{} }, "", ""},
	} {
		t.Run(e.name, func(t *testing.T) {
			c := newClinic()
			e.spoil(c)
			r := c.register(t)
			got := CompletenessOf(r, nil, Run(r, today)).Activities[c.activity.ID]
			for letter, want := range complete {
				if letter == e.letter {
					want = e.want
				}
				if got[letter] != want {
					t.Errorf("(%s) is %q, want %q", letter, got[letter], want)
				}
			}
		})
	}
}

// The register counts every activity that goes on, and at (a) its controllers.
func TestCompletenessOfRegister(t *testing.T) {
	c := newClinic()
	ended := &model.Activity{Title: "Ophørt"}
	ended.Status = model.Ended
	c.add(ended, "B-2")
	draft := &model.Activity{Title: "Ny", Role: model.AsController, Entities: []model.ID{c.entity.ID}}
	draft.Status = model.Draft
	c.add(draft, "B-3")
	c.entity.LegalName = model.Say[string](model.NotStated)
	all := CompletenessOf(c.register(t), nil, nil)
	if len(all.Activities) != 2 {
		t.Errorf("%d activities", len(all.Activities))
	}
	for _, letter := range all.Letters {
		want := LetterCount{letter.Letter, 1, 0, 1}
		if letter.Letter == "a" {
			want = LetterCount{"a", 2, 1, 0}
		}
		if letter != want || letter.Of() != want.Complete+want.Partial+want.Missing {
			t.Errorf("%+v, want %+v", letter, want)
		}
	}
}

func TestCompletenessOfPart(t *testing.T) {
	c := newClinic()
	other := newEntity()
	id := c.add(other, "E-2")
	c.add(&model.Activity{Title: "Butik", Role: model.AsController, Entities: []model.ID{id}}, "B-2")
	r := c.register(t)
	part, err := model.PartOf(r, id)
	if err != nil {
		t.Fatal(err)
	}
	all := CompletenessOf(r, part, nil)
	if want := (LetterCount{"b", 0, 0, 1}); len(all.Activities) != 1 || all.Letters[1] != want {
		t.Errorf("%+v", all)
	}
}

func TestLetterAt(t *testing.T) {
	for _, c := range []struct {
		kind        model.Kind
		field, want string
	}{
		{model.KindActivity, "recipients", "d"},
		{model.KindActivity, "purposes[0].text", "b"},
		{model.KindActivity, "purposes[1].bases[0].reference", model.BasisSign},
		{model.KindActivity, "purposes[0].bases", model.BasisSign},
		{model.KindActivity, "dpia", ""},
		{model.KindActivity, "", ""},
		{model.KindRetentionRule, "start", "f"},
		{model.KindMeasure, "title", "g"},
		{model.KindAgreement, "ends", ""},
		{model.KindActivity, "nothing", ""},
	} {
		if got := letterAt(c.kind, c.field); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.kind, c.field, got, c.want)
		}
	}
}
