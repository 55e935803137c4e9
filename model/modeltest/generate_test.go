package modeltest_test

import (
	"encoding/json"
	"io/fs"
	"testing"

	"fortegnelse/assets"
	"fortegnelse/model"
	"fortegnelse/model/modeltest"
)

func TestRegisterIsValidAndTheSameEachTime(t *testing.T) {
	for _, n := range []int{0, 1, 25} {
		r := modeltest.Register(n)
		for _, p := range model.Validate(r.Content()) {
			t.Errorf("%d activities: %v", n, p)
		}
		if got := len(r.Activities()); got != n {
			t.Errorf("%d activities, want %d", got, n)
		}
		if got, want := len(r.Processors()), (n+9)/10; got != want {
			t.Errorf("%d processors, want %d", got, want)
		}
		if one, two := encoded(t, r), encoded(t, modeltest.Register(n)); one != two {
			t.Errorf("%d activities: two runs differ", n)
		}
	}
}

// The codes are those of the vocabularies, so that exports find words for
// all of them.
func TestRegisterUsesKnownCodes(t *testing.T) {
	data, err := fs.ReadFile(assets.Law(), "vocabularies.json")
	if err != nil {
		t.Fatal(err)
	}
	var law struct {
		Vocabularies map[string][]struct{ Code string }
	}
	if err := json.Unmarshal(data, &law); err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for name, codes := range law.Vocabularies {
		for _, c := range codes {
			known[name+"."+c.Code] = true
		}
	}
	for _, rec := range modeltest.Register(20).Content().Records() {
		for _, l := range model.Leaves(rec) {
			for _, v := range l.Values {
				if l.Field.Type == model.TypeCode && len(law.Vocabularies[l.Field.Vocabulary]) > 0 && !known[l.Field.Vocabulary+"."+v] {
					t.Errorf("%s: %s is %q, which is not in %s", rec.Meta().Number, l.Path, v, l.Field.Vocabulary)
				}
			}
		}
	}
}

func encoded(t *testing.T, r *model.Register) string {
	t.Helper()
	data, err := json.Marshal(r.Content())
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
