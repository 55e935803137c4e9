package modeltest_test

import (
	"encoding/json"
	"testing"

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

func encoded(t *testing.T, r *model.Register) string {
	t.Helper()
	data, err := json.Marshal(r.Content())
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
