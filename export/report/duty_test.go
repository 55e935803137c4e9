package report

import (
	"strings"
	"testing"

	"fortegnelse/model"
)

// The matrix of processors, the test of Art. 30(5) and the sums of the letters
// stand in the internal edition only.
func TestDutyAndCoverage(t *testing.T) {
	r := example(t, "kalmia")
	internal, authority := textOf(t, r, Internal), textOf(t, r, ForAuthority)
	for _, says := range []string{
		"Processors and activities", "Complimenta", // the matrix
		"The duty to keep the record", "The record does not say how many employees there are; the exemption applies below 250.",
		"the exemption applies below 1,000.", "is a core activity.",
		"(a) Controller",
	} {
		if !strings.Contains(internal, says) {
			t.Errorf("the internal edition does not say %q", says)
		}
	}
	for _, hidden := range []string{"Processors and activities", "The duty to keep the record", "core activity"} {
		if strings.Contains(authority, hidden) {
			t.Errorf("the edition for the authority says %q", hidden)
		}
	}
}

// A part of the register tells of its own legal entity and its processors.
func TestDutyOfPart(t *testing.T) {
	ours := &model.LegalEntity{Head: model.Head{ID: "e1", Number: "E-1"}, LegalName: model.Value("Klinik Nord ApS"), Headcount: model.Value(7)}
	other := &model.LegalEntity{Head: model.Head{ID: "e2", Number: "E-2"}, LegalName: model.Value("Klinik Syd ApS")}
	processor := &model.Processor{Head: model.Head{ID: "d1", Number: "D-1"}, Services: []model.ProcessorService{{Product: "Journal 6"}}}
	use := model.Value([]model.ProcessorUse{{Processor: "d1"}})
	nord := &model.Activity{Head: model.Head{ID: "b1", Number: "B-1"}, Title: "Behandling i nord", Entities: []model.ID{"e1"}, Processors: use}
	syd := &model.Activity{Head: model.Head{ID: "b2", Number: "B-2"}, Title: "Behandling i syd", Entities: []model.ID{"e2"}, Processors: use}
	r, err := model.NewRegister(model.Info{ID: "r", Name: "Klinikker", Country: "no"}, []model.Record{ours, other, processor, nord, syd})
	if err != nil {
		t.Fatal(err)
	}
	d, err := Build(r, Options{Language: "en", Edition: Internal, Entity: "e1", GeneratedAt: printedAt})
	if err != nil {
		t.Fatal(err)
	}
	all := dump(d)
	for says, want := range map[string]bool{
		"Journal 6": true, "Behandling i nord": true, "7 employees": true, "EEA Agreement": true, // a reform must come into it first
		"Behandling i syd": false, "Klinik Syd": false,
	} {
		if strings.Contains(all, says) != want {
			t.Errorf("%q: %v\n%s", says, !want, all)
		}
	}
}
