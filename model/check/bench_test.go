package check

import (
	"encoding/json"
	"fmt"
	"testing"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
)

var sizes = []int{10, 200, 2000}

// BenchmarkRun looks at a register with all rules.
func BenchmarkRun(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r := modeltest.Register(n)
			r.Activities() // as a register that is shown
			var found []Finding
			for b.Loop() {
				found = Run(r, today)
			}
			b.ReportMetric(float64(len(found)), "findings")
		})
	}
}

// BenchmarkRunRaw decodes the records of the same register from JSON.
func BenchmarkRunRaw(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			type encoded struct {
				kind model.Kind
				data []byte
			}
			var all []encoded
			for _, rec := range modeltest.Register(n).Content().Records() {
				all = append(all, encoded{rec.Kind(), model.AppendJSON(nil, rec)})
			}
			for b.Loop() {
				for _, e := range all {
					rec, err := model.New(e.kind)
					if err != nil {
						b.Fatal(err)
					}
					if err := json.Unmarshal(e.data, rec); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
