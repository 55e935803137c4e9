package processors

import (
	"testing"
	"time"

	"fortegnelse/model"
	"fortegnelse/model/words"
)

func TestAgreementsWith(t *testing.T) {
	with := func(kind model.AgreementKind, state model.AgreementState) *model.Agreement {
		return &model.Agreement{Type: kind, State: state}
	}
	tests := []struct {
		name       string
		agreements []*model.Agreement
		want       string
		none       bool
	}{
		{"none", nil, "Ingen", true},
		{"confirmed", []*model.Agreement{with("data_processing", "confirmed_individually")}, "Bekræftet, A-01", false},
		{"said in general", []*model.Agreement{with("data_processing", "general_statement")}, "Generelt udsagn, A-01", false},
		{"a state with short words of its own", []*model.Agreement{with("data_processing", "expired")}, "Udløbet, A-01", false},
		{"the one about processing", []*model.Agreement{with("confidentiality", "in_force"), with("data_processing", "draft")}, "Udkast, A-02", false},
		{"another one only", []*model.Agreement{with("confidentiality", "in_force")}, "I kraft, A-01", false},
		{"two", []*model.Agreement{with("data_processing", "expired"), with("data_processing", "in_force")}, "Udløbet, A-01; I kraft, A-02", false},
		{"no state yet", []*model.Agreement{with("data_processing", "")}, "A-01", false},
	}
	c, err := words.In("da")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			processor := &model.Processor{}
			processor.ID = model.NewID(time.Unix(1, 0))
			records := []model.Record{processor}
			for i, a := range tt.agreements {
				a.ID, a.Number, a.Processor = model.NewID(time.Unix(2, 0)), "A-0"+string(rune('1'+i)), processor.ID
				records = append(records, a)
			}
			r, err := model.NewRegister(model.Info{Name: "Prøve"}, records)
			if err != nil {
				t.Fatal(err)
			}
			if got, none := agreementsWith(r, c, processor); got != tt.want || none != tt.none {
				t.Errorf("got %q, %v; want %q, %v", got, none, tt.want, tt.none)
			}
		})
	}
}
