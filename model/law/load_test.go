package law

import (
	"strings"
	"testing"
	"testing/fstest"

	"fortegnelse/model"
)

// Each broken file must be named in the error, or nobody finds it.
func TestLoadNamesTheBrokenFile(t *testing.T) {
	whole := map[string]string{
		"law.json":          `{"date": "2026-11-21"}`,
		"vocabularies.json": `{"date": "2026-11-21", "vocabularies": {"role": [{"code": "controller"}]}}`,
		"countries.json":    `{"date": "2026-11-21", "countries": [{"code": "dk", "eu": {"from": "1973-01-01"}}]}`,
		"article30.json":    `{"date": "2026-11-21", "texts": [{"article": "30(1)", "letter": "b", "lang": "da", "text": "x", "source": "y"}]}`,
		"authorities.json":  `{"date": "2026-11-21", "authorities": [{"code": "a"}], "outdated": [{"authority": "a", "text": "x"}]}`,
		"provisions.json":   `{"provisions": [{"code": "A", "aliases": ["x"]}], "outdated": [{"code": "o", "texts": ["y"], "provision": "A"}]}`,
		"retention.json":    `{"statutes": [{"code": "s", "length": 5, "unit": "year", "provision": "A"}]}`,
		"bases.json":        `{"demands": [{"code": "d", "fields": ["consent.proof"]}]}`,
		"template.json":     `{"activities": [{"type": "a", "bases": [{"laws": {"dk": ["A"]}}], "retention": {"dk": ["s"], "any": ["r"]}}], "rules": [{"code": "r"}]}`,
		"transfers.json":    `{"adequacy": [{"code": "dk", "country": "dk", "date": "2020-01-01"}], "needs": [{"code": "n", "fields": ["decision"]}]}`,
		"checks.json":       `{"limits": [{"code": "l", "value": 1, "source": "x"}], "phrases": [{"list": "p", "texts": ["x"], "source": "y"}]}`,
		"supervision.json":  `{"points": [{"question": "special", "points": 3}], "ranges": [{"score": 1, "from": 1, "to": 6}], "intervals": [{"score": 1, "months": 12}], "plain": [{"class": "special", "months": 12}]}`,
		"exemption.json":    `{"inForce": {"below": 250, "unless": ["special"], "source": "x"}}`,
	}
	filesWith := func(name, content string) fstest.MapFS {
		files := fstest.MapFS{}
		for n, c := range whole {
			files[n] = &fstest.MapFile{Data: []byte(c)}
		}
		if content == "" {
			delete(files, name)
		} else {
			files[name] = &fstest.MapFile{Data: []byte(content)}
		}
		return files
	}
	if _, err := load(filesWith("law.json", whole["law.json"])); err != nil {
		t.Fatalf("the whole files: %v", err)
	}
	for _, c := range []struct{ name, file, content, says string }{
		{"missing file", "article30.json", "", "article30.json"},
		{"no JSON", "law.json", "21.11.2026", "law.json"},
		{"no date", "law.json", `{"date": "soon"}`, "law.json"},
		{"cut off", "authorities.json", `{"authorities": [`, "authorities.json"},
		{"text after the end", "law.json", `{"date": "2026-11-21"} x`, "after the end"},
		{"misspelt field", "vocabularies.json", `{"vocabularies": {"role": [{"code": "a", "clas": "special"}]}}`, "clas"},
		{"item without a code", "vocabularies.json", `{"vocabularies": {"role": [{}]}}`, "without a code"},
		{"code twice", "vocabularies.json", `{"vocabularies": {"role": [{"code": "a"}, {"code": "a"}]}}`, `"a" twice`},
		{"country twice", "countries.json", `{"countries": [{"code": "dk"}, {"code": "dk"}]}`, `"dk" stands twice`},
		{"no country code", "countries.json", `{"countries": [{"code": "dnk"}]}`, `"dnk"`},
		{"country of nobody", "countries.json", `{"countries": [{"code": "fo", "of": "dk"}]}`, `"dk"`},
		{"membership backwards", "countries.json", `{"countries": [{"code": "gb", "eu": {"from": "1973-01-01", "until": "1970-01-01"}}]}`, "before it begins"},
		{"membership without a beginning", "countries.json", `{"countries": [{"code": "gb", "eu": {"until": "1970-01-01"}}]}`, "before it begins"},
		{"provision twice", "provisions.json", `{"provisions": [{"code": "A"}, {"code": "A"}]}`, `"A" stands twice`},
		{"provision, fits anything", "provisions.json", `{"provisions": [{"code": "A", "aliases": [" "]}]}`, "fit any text"},
		{"provision superseded by nothing", "provisions.json", `{"provisions": [{"code": "A", "supersededBy": "B"}]}`, `"B"`},
		{"outdated law, fits anything", "provisions.json", `{"outdated": [{"code": "o", "texts": []}]}`, "fit any text"},
		{"outdated law, leads nowhere", "provisions.json", `{"outdated": [{"code": "o", "texts": ["y"], "provision": "B"}]}`, `"B"`},
		{"no supervision", "supervision.json", `{}`, "missing"},
		{"ranges backwards", "supervision.json", `{"points": [{}], "ranges": [{"score": 3}, {"score": 1}], "intervals": [{}], "plain": [{}]}`, "ranges do not ascend"},
		{"intervals backwards", "supervision.json", `{"points": [{}], "ranges": [{}], "intervals": [{"score": 3}, {"score": 1}], "plain": [{}]}`, "intervals do not ascend"},
		{"exemption without its limits", "exemption.json", `{"inForce": {"below": 250}}`, "exemption"},
		{"reform without a source", "exemption.json", `{"inForce": {"below": 250, "unless": ["special"], "source": "x"}, "pending": [{"code": "p", "below": 1000, "unless": ["high_risk"]}]}`, `"p"`},
		{"statute twice", "retention.json", `{"statutes": [{"code": "s"}, {"code": "s"}]}`, `"s" stands twice`},
		{"statute of no law", "retention.json", `{"statutes": [{"code": "s", "provision": "B"}]}`, `"B"`},
		{"statute without a unit", "retention.json", `{"statutes": [{"code": "s", "length": 5}]}`, "without a unit"},
		{"statute superseded by nothing", "retention.json", `{"statutes": [{"code": "s", "supersededBy": "t"}]}`, `"t"`},
		{"demand twice", "bases.json", `{"demands": [{"code": "d"}, {"code": "d"}]}`, `"d" stands twice`},
		{"demand answered nowhere", "bases.json", `{"demands": [{"code": "d", "fields": ["consent.colour"]}]}`, "consent.colour"},
		{"decision twice", "transfers.json", `{"adequacy": [{"code": "dk", "country": "dk", "date": "2020-01-01"}, {"code": "dk", "country": "dk", "date": "2020-01-01"}]}`, "stands twice"},
		{"decision on nothing", "transfers.json", `{"adequacy": [{"code": "xx", "country": "xx", "date": "2020-01-01"}]}`, `"xx"`},
		{"decision without a date", "transfers.json", `{"adequacy": [{"code": "dk", "country": "dk"}]}`, "no date"},
		{"decision superseded by nothing", "transfers.json", `{"adequacy": [{"code": "dk", "country": "dk", "date": "2020-01-01", "supersededBy": "se"}]}`, `"se"`},
		{"limit twice", "checks.json", `{"limits": [{"code": "l", "source": "x"}, {"code": "l", "source": "x"}]}`, `"l" stands twice`},
		{"limit of no source", "checks.json", `{"limits": [{"code": "l"}]}`, "no source"},
		{"phrases without texts", "checks.json", `{"phrases": [{"list": "p", "source": "x"}]}`, `"p" without texts`},
		{"phrase, fits anything", "checks.json", `{"phrases": [{"list": "p", "texts": [" "], "source": "x"}]}`, "fit any text"},
		{"rule twice", "template.json", `{"rules": [{"code": "s"}]}`, `"s" stands twice`},
		{"template kept by nothing", "template.json", `{"activities": [{"type": "a", "retention": {"dk": ["t"]}}]}`, `"t"`},
		{"template of no law", "template.json", `{"activities": [{"type": "a", "bases": [{"laws": {"dk": ["B"]}}]}]}`, `"B"`},
		{"need answered nowhere", "transfers.json", `{"needs": [{"code": "n", "fields": ["colour"]}]}`, "colour"},
		{"wording twice", "article30.json", `{"texts": [{"article": "30(1)", "letter": "b", "lang": "da"}, {"article": "30(1)", "letter": "b", "lang": "da"}]}`, "stands twice"},
		{"authority twice", "authorities.json", `{"authorities": [{"code": "a"}, {"code": "a"}]}`, "stands twice"},
		{"outdated, of nobody", "authorities.json", `{"outdated": [{"authority": "b", "text": "x"}]}`, `"b"`},
		{"outdated, fits anything", "authorities.json", `{"authorities": [{"code": "a"}], "outdated": [{"authority": "a", "text": " "}]}`, "fit any text"},
	} {
		_, err := load(filesWith(c.file, c.content))
		if err == nil || !strings.Contains(err.Error(), c.file) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v; want %s and %q named", c.name, err, c.file, c.says)
		}
	}
}

// A vocabulary that no field uses is misspelt.
func TestVocabulariesBelongToFields(t *testing.T) {
	used := map[string]bool{}
	for _, f := range model.Fields {
		used[f.Vocabulary] = true
	}
	for name := range loaded().vocabularies {
		if !used[name] {
			t.Errorf("no field has codes of %s", name)
		}
	}
}
