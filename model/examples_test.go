package model_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"fortegnelse/assets"
	"fortegnelse/model"
	"fortegnelse/model/law"
)

// decodeExample reads an example and refuses what the format does not know.
func decodeExample(t *testing.T, name string) ([]byte, *model.Content) {
	t.Helper()
	data, err := fs.ReadFile(assets.Examples(), name)
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	content := new(model.Content)
	if err := dec.Decode(content); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return data, content
}

func exampleNames(t *testing.T) []string {
	t.Helper()
	names, err := fs.Glob(assets.Examples(), "*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	return names
}

func TestExamples(t *testing.T) {
	for _, name := range exampleNames(t) {
		t.Run(name, func(t *testing.T) {
			data, content := decodeExample(t, name)
			if content.Format != model.Format || content.Schema != model.SchemaVersion || !content.Register.Example {
				t.Errorf("format %q, schema %d, example %v", content.Format, content.Schema, content.Register.Example)
			}
			for _, p := range model.Validate(content) {
				t.Error(p)
			}
			checkCanonical(t, data, content)
			for _, rec := range content.Records() {
				checkCodes(t, rec)
				if name != invented {
					checkEvidence(t, content, rec)
				}
			}
			for _, a := range content.Activities {
				checkAnswered(t, a)
			}
			for _, e := range content.LegalEntities {
				checkAnswered(t, e)
			}
		})
	}
}

// checkCanonical holds the example to the bytes that an export would have.
func checkCanonical(t *testing.T, data []byte, content *model.Content) {
	t.Helper()
	register, err := model.NewRegister(content.Register, content.Records())
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(register.Content()); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), data) {
		t.Error("reading and writing the example changes its bytes")
	}
}

// checkCodes reports codes that no vocabulary holds.
func checkCodes(t *testing.T, rec model.Record) {
	t.Helper()
	for _, l := range model.Leaves(rec) {
		if l.Field.Vocabulary == "" || l.State != model.Given {
			continue
		}
		for _, code := range l.Values {
			if _, known := law.Find(l.Field.Vocabulary, code); !known {
				t.Errorf("%s, %s: %q is not in the vocabulary %s", rec.Meta().Number, l.Path, code, l.Field.Vocabulary)
			}
		}
	}
}

// fromPolicies returns the examples that were written from a clinic's policy.
// The other one is invented.
func fromPolicies(t *testing.T) []string {
	t.Helper()
	return slices.DeleteFunc(exampleNames(t), func(name string) bool { return name == invented })
}

// invented is the register of a clinic that does not exist.
const invented = "moensterklinik.json"

// TestInventedClinicSaysSo holds the invented register to saying what it is,
// wherever it is listed or printed.
func TestInventedClinicSaysSo(t *testing.T) {
	_, c := decodeExample(t, invented)
	for _, said := range []string{c.Register.Name, c.Register.Source, c.LegalEntities[0].LegalName.Value} {
		if !strings.Contains(strings.ToLower(said), "opdigtet") {
			t.Errorf("%q does not say that the clinic is invented", said)
		}
	}
	for _, p := range c.Parties {
		if p.Type == "it_supplier" && !strings.HasSuffix(p.LegalName, "(opdigtet)") {
			t.Errorf("%s %q does not say that it is invented", p.Number, p.LegalName)
		}
	}
}

// checkEvidence demands that every record, but for a document itself, shows
// where it comes from.
func checkEvidence(t *testing.T, content *model.Content, rec model.Record) {
	t.Helper()
	head := rec.Meta()
	if len(head.Evidence) == 0 {
		t.Errorf("%s has no evidence", head.Number)
	}
	for _, e := range head.Evidence {
		if e.Quote == "" || e.Document == "" || e.Line < 1 {
			t.Errorf("%s: evidence without quote, document or line: %+v", head.Number, e)
		}
		if e.Field == "" {
			continue
		}
		if _, err := model.Get(rec, e.Field); err != nil {
			t.Errorf("%s: evidence: %v", head.Number, err)
		}
	}
}

// checkAnswered reports questions of Article 30 that are left open.
func checkAnswered(t *testing.T, rec model.Record) {
	t.Helper()
	for _, f := range model.FieldsOf(rec.Kind()) {
		if !f.Answer || f.Letter == "" || strings.Contains(f.Path, "[]") {
			continue
		}
		l, err := model.Get(rec, f.Path)
		if err != nil {
			t.Fatal(err)
		}
		if l.State == model.Unanswered {
			t.Errorf("%s: %s is unanswered", rec.Meta().Number, f.Path)
		}
	}
}

// TestExampleCounts holds each example to what its policy tells of.
func TestExampleCounts(t *testing.T) {
	for _, want := range []struct {
		file                                                                    string
		entities, activities, processors, agreements, rules, systems, transfers int
	}{
		// Kalmia: five agreements with processors, one of confidentiality; no transfers.
		{"kalmia.json", 1, 11, 5, 6, 9, 6, 0},
		// Amalieklinikken: processors are mentioned, none is named.
		{"amalieklinikken.json", 1, 10, 1, 1, 4, 4, 0},
		// Vejlefjord: three unnamed processors, and the arrangement with Facebook.
		{"vejlefjord.json", 1, 11, 3, 4, 9, 2, 2},
		// Hudläkargruppen: two companies; three suppliers named, two not; one activity that is not carried out.
		{"hudlakargruppen.json", 2, 12, 5, 6, 4, 6, 0},
		// DermaMediSpa: neither processors nor agreements are spoken of.
		{"dermamedispa.json", 1, 10, 0, 0, 4, 5, 0},
	} {
		_, c := decodeExample(t, want.file)
		for _, count := range []struct {
			name      string
			got, want int
		}{
			{"legal entities", len(c.LegalEntities), want.entities},
			{"activities", len(c.Activities), want.activities},
			{"processors", len(c.Processors), want.processors},
			{"agreements", len(c.Agreements), want.agreements},
			{"retention rules", len(c.RetentionRules), want.rules},
			{"systems", len(c.Systems), want.systems},
			{"transfers", len(c.Transfers), want.transfers},
		} {
			if count.got != count.want {
				t.Errorf("%s: %d %s, want %d", want.file, count.got, count.name, count.want)
			}
		}
	}
}

// TestExampleFacts looks for every fact of a policy in the record that it
// belongs to. Evidence and notes do not count: a fact stands in a field.
func TestExampleFacts(t *testing.T) {
	for _, name := range fromPolicies(t) {
		t.Run(name, func(t *testing.T) {
			_, c := decodeExample(t, name)
			r, err := model.NewRegister(c.Register, c.Records())
			if err != nil {
				t.Fatal(err)
			}
			table, err := os.ReadFile("testdata/" + strings.TrimSuffix(name, ".json") + "_facts.txt")
			if err != nil {
				t.Fatal(err)
			}
			checkFacts(t, r, string(table))
		})
	}
}

// checkFacts reads lines of the form "B-01 | words".
func checkFacts(t *testing.T, r *model.Register, table string) {
	t.Helper()
	said := map[string]string{}
	facts := 0
	for line := range strings.Lines(table) {
		number, words, isFact := strings.Cut(strings.TrimSpace(line), " | ")
		if !isFact {
			continue
		}
		facts++
		if _, read := said[number]; !read {
			said[number] = everythingSaid(t, r, number)
		}
		if !strings.Contains(said[number], words) {
			t.Errorf("%s does not say %q", number, words)
		}
	}
	if facts < 90 {
		t.Errorf("%d facts, want at least 90", facts)
	}
}

// everythingSaid returns what the fields of a record hold, one a line, and
// those of the records it refers to. A processor stands with its party's
// name.
func everythingSaid(t *testing.T, r *model.Register, number string) string {
	t.Helper()
	rec, ok := r.Numbered(number)
	if !ok {
		t.Fatalf("there is no %s", number)
	}
	said := ownWords(rec)
	for _, use := range model.References(rec) {
		to, ok := r.Record(use.To)
		if !ok || strings.HasPrefix(use.Path, "evidence[") {
			continue
		}
		said += ownWords(to)
		if processor, ok := to.(*model.Processor); ok {
			said += r.Title(processor) + "\n"
		}
	}
	return said
}

func ownWords(rec model.Record) string {
	var b strings.Builder
	for _, l := range model.Leaves(rec) {
		if strings.HasPrefix(l.Path, "evidence[") || l.Path == "notes" {
			continue
		}
		b.WriteString(l.Text() + "\n")
	}
	return b.String()
}
