package export_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"fortegnelse/export"
	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// Every comparison can be handed over in every language, without a word
// missing and twice the same: of what has come, and of what is the same.
func TestComparisonInEveryLanguage(t *testing.T) {
	full := example(t, "kalmia.json")
	empty, err := model.NewRegister(model.Info{Name: "Ny"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name          string
		before, after *model.Register
	}{
		{"come", empty, full}, {"same", full, full}, {"nothing at all", empty, empty},
	} {
		for _, language := range words.Languages() {
			t.Run(c.name+" "+language, func(t *testing.T) {
				o := report.ComparisonOptions{Language: language, From: printed.Add(-time.Hour), To: printed, GeneratedAt: printed, Version: "test"}
				document, err := report.BuildComparison(c.before, c.after, o)
				if err != nil {
					t.Fatal(err)
				}
				if text := fmt.Sprint(*document); strings.Contains(text, missing) {
					i := strings.Index(text, missing)
					t.Errorf("the comparison lacks words: %s", text[i:min(i+60, len(text))])
				}
				for _, format := range export.ComparisonFormats {
					var once, twice bytes.Buffer
					for _, w := range []*bytes.Buffer{&once, &twice} {
						if err := export.WriteComparison(t.Context(), format, w, c.before, c.after, o, nil); err != nil {
							t.Fatalf("%s: %v", format, err)
						}
					}
					if !bytes.Equal(once.Bytes(), twice.Bytes()) {
						t.Errorf("%s differs on the second run", format)
					}
					if format == "xlsx" {
						wordsAreThere(t, once.Bytes())
					}
				}
			})
		}
	}
}

func TestComparisonRefuses(t *testing.T) {
	r := example(t, "kalmia.json")
	var unknown *export.UnknownFormatError
	err := export.WriteComparison(t.Context(), "json", new(bytes.Buffer), r, r, report.ComparisonOptions{Language: "da"}, nil)
	if !errors.As(err, &unknown) || !strings.Contains(err.Error(), "pdf, xlsx") {
		t.Errorf("another format: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, format := range export.ComparisonFormats {
		var language *words.UnknownLanguageError
		if err := export.WriteComparison(t.Context(), format, new(bytes.Buffer), r, r, report.ComparisonOptions{Language: "tlh"}, nil); !errors.As(err, &language) {
			t.Errorf("%s in an unknown language: %v", format, err)
		}
		if err := export.WriteComparison(ctx, format, new(bytes.Buffer), r, r, report.ComparisonOptions{Language: "da"}, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("%s, cancelled: %v", format, err)
		}
	}
}
