package check_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"fortegnelse/assets"
	"fortegnelse/model"
	"fortegnelse/model/check"
)

// onTheDay is when the five clinics are looked at.
var onTheDay = model.Date{Year: 2026, Month: time.November, Day: 22}

// TestFiveClinics holds the rules to what a specialist found in the published
// policies of five clinics before looking at what the rules say: see testdata.
func TestFiveClinics(t *testing.T) {
	for _, name := range []string{"amalieklinikken", "dermamedispa", "hudlakargruppen", "kalmia", "vejlefjord"} {
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile("testdata/" + name + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			register := readExample(t, name)
			found := check.Run(register, onTheDay)
			fires, silent := 0, 0
			for line := range strings.Lines(string(text)) {
				e := parseExpectation(t, register, line)
				switch at := e.among(found); {
				case e.word == "":
				case e.word == "fires":
					fires++
					if len(at) == 0 {
						t.Errorf("not found: %s", strings.TrimSpace(line))
					}
				default:
					silent++
					if len(at) > 0 {
						t.Errorf("found at %q: %s", at, strings.TrimSpace(line))
					}
				}
			}
			if fires < 20 || silent < 8 {
				t.Errorf("the list has %d findings and %d silences, want at least 20 and 8", fires, silent)
			}
		})
	}
}

// expectation is one line of a specialist's list:
//
//	fires RULE RECORD [FIELD]    # why, with the line of the policy
//	silent RULE [RECORD]         # why
//
// FIELD is how the path begins. The record "register" is the register as a
// whole; a rule without a record is silent everywhere.
type expectation struct {
	word, rule, record, field string
}

func parseExpectation(t *testing.T, register *model.Register, line string) expectation {
	t.Helper()
	said, why, _ := strings.Cut(line, "#")
	words := strings.Fields(said)
	if len(words) == 0 {
		return expectation{}
	}
	e := expectation{word: words[0]}
	for i, to := range []*string{&e.rule, &e.record, &e.field} {
		if i+1 < len(words) {
			*to = words[i+1]
		}
	}
	_, known := check.RuleOf(e.rule)
	_, exists := register.Numbered(e.record)
	switch {
	case e.word == "fires" && e.record != "" && len(words) <= 4:
	case e.word == "silent" && len(words) <= 3:
	default:
		t.Fatalf("%q is no line of a list", line)
	}
	if !known || e.record != "" && e.record != "register" && !exists || strings.TrimSpace(why) == "" {
		t.Fatalf("%q: no such rule, no such record or no reason", line)
	}
	return e
}

// among returns where it is found.
func (e expectation) among(found []check.Finding) []string {
	var at []string
	for _, f := range found {
		record := "register"
		if f.Record != nil {
			record = f.Record.Meta().Number
		}
		if f.Rule.ID == e.rule && (e.record == "" || e.record == record) && strings.HasPrefix(f.Field, e.field) {
			at = append(at, record+" "+f.Field)
		}
	}
	return at
}

func readExample(t *testing.T, name string) *model.Register {
	t.Helper()
	data, err := fs.ReadFile(assets.Examples(), name+".json")
	if err != nil {
		t.Fatal(err)
	}
	var content model.Content
	if err := json.Unmarshal(data, &content); err != nil {
		t.Fatal(err)
	}
	register, err := model.NewRegister(content.Register, content.Records())
	if err != nil {
		t.Fatal(err)
	}
	return register
}

// TestWellRunClinicHasNoErrors holds the rules to silence where a register is
// right. The clinic is invented, and so complete that a rule which finds much
// there is a nag.
func TestWellRunClinicHasNoErrors(t *testing.T) {
	const most = 3
	found := check.Run(readExample(t, "moensterklinik"), onTheDay)
	for i, f := range found {
		if f.Rule.Severity != check.Info || i >= most {
			t.Errorf("%s %s: %v", f.Rule.ID, f.Field, f.Facts)
		}
	}
}
