package export_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"time"

	"fortegnelse/assets"
	"fortegnelse/export"
	"fortegnelse/export/jsonfile"
	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

var printed = time.Date(2026, time.November, 21, 14, 2, 0, 0, time.UTC)

func example(t *testing.T, name string) *model.Register {
	t.Helper()
	content, err := jsonfile.Example(strings.TrimSuffix(name, ".json"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := model.NewRegister(content.Register, content.Records())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Every example can be handed over in every language, without a word missing
// and twice the same.
func TestEveryExampleInEveryLanguage(t *testing.T) {
	names, err := fs.Glob(assets.Examples(), "*.json")
	if err != nil || len(names) < 5 {
		t.Fatalf("%d examples, %v", len(names), err)
	}
	for _, name := range names {
		r := example(t, name)
		for _, language := range words.Languages() {
			t.Run(name+" "+language, func(t *testing.T) {
				o := report.Options{Language: language, GeneratedAt: printed, Version: "test"}
				document, err := report.Build(r, o)
				if err != nil {
					t.Fatal(err)
				}
				if text := fmt.Sprint(*document); strings.Contains(text, missing) {
					i := strings.Index(text, missing)
					t.Errorf("the report lacks words: %s", text[i:min(i+60, len(text))])
				}
				for _, f := range export.Formats {
					var once, twice bytes.Buffer
					if err := export.Write(context.Background(), f.Name, &once, r, o, nil); err != nil {
						t.Fatalf("%s: %v", f.Name, err)
					}
					if err := export.Write(context.Background(), f.Name, &twice, r, o, nil); err != nil {
						t.Fatalf("%s: %v", f.Name, err)
					}
					if !bytes.Equal(once.Bytes(), twice.Bytes()) {
						t.Errorf("%s differs on the second run", f.Name)
					}
					if f.Name == "xlsx" {
						wordsAreThere(t, once.Bytes())
					}
				}
			})
		}
	}
}

// missing is what the catalogue puts in the place of a text it does not have.
const missing = "⟨"

// wordsAreThere looks for missing words in all parts of a workbook.
func wordsAreThere(t *testing.T, workbook []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		f, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		if i := bytes.Index(data, []byte(missing)); i >= 0 {
			t.Errorf("%s: words are missing: %s", part.Name, data[i:min(i+60, len(data))])
		}
	}
}

func TestUnknownFormatNamesTheKnown(t *testing.T) {
	var unknown *export.UnknownFormatError
	err := export.Write(context.Background(), "docx", new(bytes.Buffer), example(t, "kalmia.json"), report.Options{Language: "da"}, nil)
	if !errors.As(err, &unknown) || !strings.Contains(err.Error(), "pdf, xlsx, json") {
		t.Errorf("Write: %v", err)
	}
	var language *words.UnknownLanguageError
	err = export.Write(context.Background(), "pdf", new(bytes.Buffer), example(t, "kalmia.json"), report.Options{Language: "tlh"}, nil)
	if !errors.As(err, &language) {
		t.Errorf("an unknown language: %v", err)
	}
}
