package model_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"fortegnelse/model"
)

func TestRulesFor(t *testing.T) {
	rules := func(ids ...model.ID) model.Answer[[]model.ID] { return model.Value(ids) }
	notStated := model.Say[[]model.ID](model.NotStated)
	none := model.Say[[]model.ID](model.None)
	var silent model.Answer[[]model.ID]
	for _, tt := range []struct {
		name          string
		activity, own model.Answer[[]model.ID]
		want          model.Answer[[]model.ID]
	}{
		{"its own rule", rules("r1", "r2"), rules("r1"), rules("r1")},
		{"its own answer", rules("r1"), none, none},
		{"nothing said of the activity", silent, silent, silent},
		{"not stated for the activity", notStated, silent, notStated},
		{"a rule that no data name holds for all", rules("named", "r1"), silent, rules("r1")},
		{"only rules of other data", rules("named"), silent, silent},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := model.DataItem{Key: "d1", Retention: tt.own}
			other := model.DataItem{Key: "d2", Retention: rules("named")}
			a := &model.Activity{Retention: tt.activity, Groups: model.Value([]model.Group{{Data: []model.DataItem{d, other}}})}
			if got := a.RulesFor(d); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("RulesFor = %+v, want %+v", got, tt.want)
			}
		})
	}
}

// Registers written before the question could be answered hold the list alone.
func TestListBeforeItCouldBeAnswered(t *testing.T) {
	var d model.DataItem
	if err := json.Unmarshal([]byte(`{"key": "d1", "retention": [ "r1" ]}`), &d); err != nil {
		t.Fatal(err)
	}
	if want := model.Value([]model.ID{"r1"}); !reflect.DeepEqual(d.Retention, want) {
		t.Errorf("retention = %+v, want %+v", d.Retention, want)
	}
	var text model.Answer[string]
	if err := json.Unmarshal([]byte(`["a"]`), &text); err == nil {
		t.Errorf("a list was taken for a text: %+v", text)
	}
}
