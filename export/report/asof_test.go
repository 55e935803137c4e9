package report

import (
	"strings"
	"testing"
	"time"

	"fortegnelse/model/words"
)

// A report on the register as it was says so where it else would say when it
// was printed: on the cover, in the running head and in the file's subject.
// The colophon still says when it was printed.
func TestReportAsOf(t *testing.T) {
	asOf := time.Date(2026, time.March, 1, 23, 59, 59, 0, time.UTC)
	for _, language := range words.Languages() {
		t.Run(language, func(t *testing.T) {
			r := example(t, "kalmia")
			now, err := Build(r, Options{Language: language, GeneratedAt: printedAt})
			if err != nil {
				t.Fatal(err)
			}
			d, err := Build(r, Options{Language: language, GeneratedAt: printedAt, AsOf: asOf})
			if err != nil {
				t.Fatal(err)
			}
			c, err := words.In(language)
			if err != nil {
				t.Fatal(err)
			}
			past, today := AsOf(c, asOf), AsOf(c, printedAt)
			if !d.Meta.GeneratedAt.Equal(printedAt) || !d.Meta.AsOf.Equal(asOf) || !now.Meta.AsOf.Equal(printedAt) {
				t.Errorf("Meta = %+v", d.Meta)
			}
			for _, f := range []struct{ what, got, now, want string }{
				{"date of the cover", d.Cover.Date, now.Cover.Date, "2026"},
				{"running head", d.Labels.Date, now.Labels.Date, "2026"},
				{"subject", d.Labels.Subject, now.Labels.Subject, past},
			} {
				if f.got == f.now || !strings.Contains(f.got, f.want) {
					t.Errorf("%s: %q", f.what, f.got)
				}
			}
			if text := dump(d); strings.Count(text, past) != 1 || strings.Contains(text, today) {
				t.Errorf("the cover does not say %q", past)
			}
			if !strings.Contains(dump(d), now.Labels.Date+", "+c.Clock(printedAt)) {
				t.Errorf("the colophon does not say when it was printed")
			}
		})
	}
}
