package law

import "testing"

// What an activity typically holds must be said in codes that a register can
// hold: a misspelt one would be asked for without end.
func TestTypicalDataAreCodes(t *testing.T) {
	known := func(vocabulary, code string) {
		t.Helper()
		if _, ok := Find(vocabulary, code); !ok {
			t.Errorf("%s has no code %q", vocabulary, code)
		}
	}
	if len(Typical()) == 0 {
		t.Fatal("no typical data")
	}
	for _, typical := range Typical() {
		for _, a := range typical.Activities {
			known("activity_type", string(a))
		}
		for _, either := range typical.Data {
			for _, c := range either {
				known("data_category", string(c))
			}
		}
	}
}

func TestTypicalDataNeedSource(t *testing.T) {
	var d data
	whole := Typical()[0]
	whole.Source = ""
	if err := d.setTypical([]TypicalData{whole}); err == nil {
		t.Error("typical data without a source were taken")
	}
}
