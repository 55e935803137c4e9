package xlsx

import (
	"strings"
	"testing"
	"time"

	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/modeltest"
	"fortegnelse/model/words"
)

// A workbook on the register as it was says so on its front sheet, in the
// head of every page and in its subject, and when it was made.
func TestWorkbookAsOf(t *testing.T) {
	asOf := time.Date(2026, time.March, 1, 23, 59, 59, 0, time.UTC)
	for _, language := range words.Languages() {
		t.Run(language, func(t *testing.T) {
			file := written(t, modeltest.Register(1), report.Options{Language: language, AsOf: asOf})
			c, err := words.In(language)
			if err != nil {
				t.Fatal(err)
			}
			front := c.Text("workbook.sheet.front")
			rows, err := file.GetRows(front)
			if err != nil {
				t.Fatal(err)
			}
			said := map[string]string{}
			for _, row := range rows {
				if len(row) > 1 {
					said[row[0]] = row[1]
				}
			}
			for key, at := range map[string]time.Time{"workbook.front.asof": asOf, "workbook.front.made": generatedAt} {
				if want := c.Date(model.DateOf(at)) + " " + c.Clock(at); said[c.Text(key)] != want {
					t.Errorf("%s: %q, want %q", key, said[c.Text(key)], want)
				}
			}
			if _, both := said[c.Text("workbook.front.generated")]; both {
				t.Error("the front sheet says twice when it was made")
			}
			head, err := file.GetHeaderFooter(front)
			if err != nil || !strings.HasSuffix(head.OddHeader, c.Date(model.DateOf(asOf))) {
				t.Errorf("the head is %+v, %v", head, err)
			}
			properties, err := file.GetDocProps()
			if err != nil || !strings.Contains(properties.Subject, report.AsOf(c, asOf)) {
				t.Errorf("the properties are %+v, %v", properties, err)
			}
		})
	}
}
