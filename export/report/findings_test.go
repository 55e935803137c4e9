package report

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fortegnelse/export/jsonfile"
	"fortegnelse/model"
	"fortegnelse/model/check"
)

// textOf returns all that a document says, a line for each text.
func textOf(t *testing.T, r *model.Register, edition Edition) string {
	t.Helper()
	d, err := Build(r, Options{Language: "en", Edition: edition, GeneratedAt: time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, s := range d.Sections {
		b.WriteString(s.Title + "\n")
		for _, block := range s.Blocks {
			if table, ok := block.(Table); ok {
				for _, row := range table.Rows {
					for _, cell := range row {
						b.WriteString(cell.String() + "\n")
					}
				}
			}
		}
	}
	return b.String()
}

// Findings stand in the internal edition only; what was decided about them in
// both, with the reason.
func TestFindingsAndTheirAnswers(t *testing.T) {
	content, err := jsonfile.Example("dermamedispa")
	if err != nil {
		t.Fatal(err)
	}
	r, err := model.NewRegister(content.Register, content.Records())
	if err != nil {
		t.Fatal(err)
	}
	const sentence, reason = "The number of employees is not recorded.", "We ask in spring"
	if text := textOf(t, r, Internal); !strings.Contains(text, sentence) || strings.Contains(text, reason) {
		t.Error("the internal edition does not say what is found")
	}
	if text := textOf(t, r, ForAuthority); strings.Contains(text, sentence) {
		t.Error("the edition for the authority says what is found")
	}
	on := model.Date{Year: 2026, Month: 11, Day: 22}
	found := check.Run(r, on)
	i := slices.IndexFunc(found, func(f check.Finding) bool { return f.Rule.ID == "ORG-09" })
	if i < 0 {
		t.Fatal("nothing is found")
	}
	answer := check.NewAnswer(found[i], "accepted", reason, "manager", on, model.Date{})
	answer.ID, answer.Number = model.NewID(time.Now()), "F-1"
	r = r.With(model.Change{Put: []model.Record{answer}})
	for _, edition := range []Edition{Internal, ForAuthority} {
		if text := textOf(t, r, edition); !strings.Contains(text, reason) || !strings.Contains(text, "ORG-09") {
			t.Errorf("%s: the answer is missing", edition)
		}
	}
}
