package model_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
)

// standard is what encoding/json makes of a record.
func standard(t *testing.T, r model.Record) string {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		t.Fatal(err)
	}
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

func TestAppendJSONIsEncodingJSON(t *testing.T) {
	for _, k := range model.Kinds {
		empty, err := model.New(k)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range []model.Record{empty, modeltest.Filled(k)} {
			if got, want := string(model.AppendJSON(nil, r)), standard(t, r); got != want {
				t.Errorf("%s:\n got %s\nwant %s", k, got, want)
			}
		}
	}
	for _, r := range modeltest.Register(3).Content().Records() {
		if got, want := string(model.AppendJSON(nil, r)), standard(t, r); got != want {
			t.Errorf("%s:\n got %s\nwant %s", r.Meta().Number, got, want)
		}
	}
	a := &model.Activity{Purposes: model.Value[[]model.Purpose](nil), Systems: model.Say[[]model.ID](model.NotStated)}
	if got, want := string(model.AppendJSON(nil, a)), standard(t, a); got != want {
		t.Errorf("empty answers:\n got %s\nwant %s", got, want)
	}
}

func FuzzAppendJSON(f *testing.F) {
	for _, s := range []string{"", "æøå", "\x00\x1f\x7f", "\"\\/<>&", "\u2028\u2029", "\xff\xfe", "\b\f\n\r\t", "👩‍⚕️", "�"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := &model.System{Title: s}
		r.Tags = []string{s, ""}
		if got, want := string(model.AppendJSON(nil, r)), standard(t, r); got != want {
			t.Errorf("%q:\n got %s\nwant %s", s, got, want)
		}
	})
}

func BenchmarkAppendJSON(b *testing.B) {
	a := modeltest.Register(1).Activities()[0]
	for b.Loop() {
		model.AppendJSON(nil, a)
	}
}
