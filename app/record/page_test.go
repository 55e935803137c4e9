package record_test

import (
	"testing"

	"fortegnelse/app/record"
	"fortegnelse/app/record/recordtest"
	"fortegnelse/model"
)

func TestPagesAreDrawn(t *testing.T) {
	numbers := map[model.Kind]string{}
	r := recordtest.Kalmia(t)
	for _, k := range model.Kinds {
		if records := r.Records(k); len(records) > 0 {
			numbers[k] = records[0].Meta().Number
		}
	}
	for _, k := range []model.Kind{model.KindActivity, model.KindProcessor, model.KindLegalEntity} {
		delete(numbers, k) // have tests of their own
	}
	for k, number := range numbers {
		t.Run(string(k), func(t *testing.T) {
			recordtest.Shots(t, "general-"+string(k), number, record.General(k))
		})
	}
}
