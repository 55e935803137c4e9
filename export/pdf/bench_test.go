package pdf

import (
	"fmt"
	"io"
	"testing"

	"fortegnelse/export/report"
	"fortegnelse/model/modeltest"
)

var sizes = []int{10, 200, 2000}

// BenchmarkPDF makes the whole report: from the register to the file.
func BenchmarkPDF(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r := modeltest.Register(n)
			r.UsedBy("") // links are made once for all who look
			b.ReportAllocs()
			for b.Loop() {
				d, err := report.Build(r, report.Options{Language: "da", GeneratedAt: printedAt})
				if err != nil {
					b.Fatal(err)
				}
				if err := Write(b.Context(), io.Discard, d, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPDFRaw draws the same lines that BenchmarkPDF has laid out, with
// the library alone.
func BenchmarkPDFRaw(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			l, err := laidOut(b.Context(), document(b, modeltest.Register(n), "da"))
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if err := paint(b.Context(), io.Discard, l, nil, false); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(l.pages)), "pages")
		})
	}
}
