package jsonfile_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"

	"fortegnelse/assets"
	. "fortegnelse/export/jsonfile"
	"fortegnelse/model"
	"fortegnelse/model/modeltest"
)

func written(t testing.TB, r *model.Register) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func register(t testing.TB, c *model.Content) *model.Register {
	t.Helper()
	r, err := model.NewRegister(c.Register, c.Records())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// filled holds one record of every kind with every field set. References
// lead nowhere.
func filled(t testing.TB) *model.Register {
	t.Helper()
	var records []model.Record
	for _, k := range model.Kinds {
		records = append(records, modeltest.Filled(k))
		if err := model.Set(records[len(records)-1], "id", string(model.NewID(modeltest.Generated))); err != nil {
			t.Fatal(err)
		}
	}
	r, err := model.NewRegister(modeltest.Register(0).Info(), records)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestWriteAndReadLoseNothing(t *testing.T) {
	for _, c := range []struct {
		name string
		r    *model.Register
	}{
		{"empty", register(t, new(model.Content))},
		{"every field", filled(t)},
		{"generated", modeltest.Register(12)},
		{"hostile text", hostile(t)},
	} {
		t.Run(c.name, func(t *testing.T) {
			first := written(t, c.r)
			content, err := Decode(bytes.NewReader(first))
			if err != nil {
				t.Fatal(err)
			}
			if second := written(t, register(t, content)); !bytes.Equal(first, second) {
				t.Error("writing what was read gives other bytes")
			}
			for _, rec := range content.Records() {
				was, ok := c.r.Record(rec.Meta().ID)
				if !ok {
					t.Fatalf("%s was not in the register", rec.Meta().ID)
				}
				if d := model.Diff(was, rec); d != nil {
					t.Errorf("%s differs: %v", rec.Meta().Number, d)
				}
			}
		})
	}
}

func hostile(t testing.TB) *model.Register {
	r := modeltest.Register(1)
	a := model.Clone(r.Activities()[0]).(*model.Activity)
	a.Title = "=cmd()|' /C calc'!A0 {nb} <b>&amp;</b> \u202e\x00\u2028 😀"
	a.Notes = strings.Repeat("å", 40_000)
	return r.With(model.Change{Put: []model.Record{a}})
}

func TestTextReadsAsTyped(t *testing.T) {
	if got := string(written(t, hostile(t))); !strings.Contains(got, "<b>&amp;</b>") {
		t.Error("signs of HTML are escaped")
	}
}

func TestReadExamples(t *testing.T) {
	names, err := fs.Glob(assets.Examples(), "*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(assets.Examples(), name)
		if err != nil {
			t.Fatal(err)
		}
		if name == "placeholder.json" {
			continue
		}
		c, err := Read(bytes.NewReader(data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !bytes.Equal(written(t, register(t, c)), data) {
			t.Errorf("%s is not written as the program writes it", name)
		}
	}
}

const header = `{"format": "fortegnelse", "schema": 1, "register": {"id": "", "name": "", "language": "da", "country": "dk"}`

func TestReadRefuses(t *testing.T) {
	const id = `"id": "01940000-0000-7000-8000-000000000001", "number": "B-01"`
	for _, c := range []struct {
		name, text   string
		line, column int
		field        string
		reason       error
	}{
		{"nothing", "", 1, 1, "", ErrSyntax},
		{"no JSON", "PK\x03\x04", 1, 1, "", ErrSyntax},
		{"a list", "\n []", 2, 2, "", ErrFormat},
		{"another format", `{"format": "other"}`, 1, 1, "format", ErrFormat},
		{"no schema", `{"format": "fortegnelse"}`, 1, 1, "schema", ErrFormat},
		{"a newer schema", `{"format": "fortegnelse", "schema": 2, "new": 1}`, 0, 0, "schema", ErrNewerSchema},
		{"cut off", "{\n  \"format\": \"forteg", 2, 20, "", ErrSyntax},
		{"a missing comma", "{\n  \"format\": \"fortegnelse\"\n  \"schema\": 1\n}", 3, 3, "", ErrSyntax},
		{"behind a wide letter", "{\"å\": \"æøå\" x}", 1, 13, "", ErrSyntax},
		{"text behind it", header + "}\n{}", 2, 1, "", ErrSyntax},
		{"not UTF-8", header + ",\n\"\xff\"", 2, 2, "", ErrEncoding},
		{"an unknown field", header + ",\n\"activity\": []}", 2, 1, "activity", ErrUnknownField},
		{"a field in capitals", header + ",\n\"Activities\": []}", 2, 1, "Activities", ErrUnknownField},
		{"an unknown field deep inside", header + ",\n\"activities\": [{" + id + ", \"purposes\": {\"value\": [{\"txet\": \"\"}]}}]}", 2, 105, "activities[0].purposes.value[0].txet", ErrUnknownField},
		{"a field twice", header + ",\n\"activities\": [{" + id + ", \n \"number\": \"B-02\"}]}", 3, 2, "activities[0].number", ErrTwice},
		{"null", header + ",\n\"activities\": null}", 2, 15, "activities", ErrNull},
		{"a number for a text", header + ",\n\"activities\": [{\"title\": 7}]}", 2, 26, "activities[0].title", ErrType},
		{"a broken number", header + ",\n\"activities\": [{\"reviewEvery\": 1.5}]}", 2, 32, "activities[0].reviewEvery", ErrValue},
		{"a date that is none", header + ",\n\"activities\": [{\"validFrom\": \"2026-02-30\"}]}", 2, 30, "activities[0].validFrom", ErrValue},
		{"an unknown state", header + ",\n\"activities\": [{\"purposes\": {\"state\": \"perhaps\"}}]}", 2, 39, "activities[0].purposes.state", ErrValue},
		{"a state and a value", header + ",\n\"activities\": [{\"purposes\": {\"state\": \"none\", \"value\": []}}]}", 2, 29, "activities[0].purposes", ErrValue},
		{"an id that is none", header + ",\n\"activities\": [{\"id\": \"7\", \"number\": \"B-01\"}]}", 0, 0, "id", ErrInvalid},
		{"a reference that leads nowhere", header + ",\n\"activities\": [{" + id + ", \"entities\": [\"01940000-0000-7000-8000-000000000002\"]}]}", 0, 0, "entities", ErrInvalid},
	} {
		t.Run(c.name, func(t *testing.T) {
			content, err := Read(strings.NewReader(c.text))
			var p *ParseError
			if !errors.As(err, &p) {
				t.Fatalf("Read = %v, %v; want a ParseError", content, err)
			}
			if p.Line != c.line || p.Column != c.column || p.Field != c.field || !errors.Is(err, c.reason) {
				t.Errorf("error %q\nat %d:%d field %q; want %d:%d field %q, %v", err, p.Line, p.Column, p.Field, c.line, c.column, c.field, c.reason)
			}
		})
	}
}

func TestReadToleratesAByteOrderMark(t *testing.T) {
	c, err := Read(strings.NewReader("\ufeff" + header + "}"))
	if err != nil || c.Register.Language != "da" {
		t.Errorf("Read = %v, %v", c, err)
	}
}

func TestReadStopsAtTheLimit(t *testing.T) {
	read := &counter{r: io.MultiReader(strings.NewReader(header), endless{})}
	if _, err := Read(read); !errors.Is(err, ErrTooLarge) {
		t.Errorf("Read = %v, want %v", err, ErrTooLarge)
	}
	if read.n > Limit+1 {
		t.Errorf("read %d bytes", read.n)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

type counter struct {
	r io.Reader
	n int
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += n
	return n, err
}

// Whatever is read must be written and read again as the same.
func FuzzRead(f *testing.F) {
	f.Add([]byte(header + `, "activities": [{"id": "01940000-0000-7000-8000-000000000001", "number": "B-01", "validFrom": "2026-11-21",` +
		`"recipients": {"state": "none"}, "purposes": {"value": [{"text": "å", "secondary": "no", "bases": {"value": []}}]}}]}`))
	f.Add([]byte(header + "}"))
	f.Add([]byte(header + `, "activities": [{"id": "7", "purposes": {"value": [{"text": "\ud800"}]}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Read(bytes.NewReader(data))
		if err != nil {
			if p := (*ParseError)(nil); !errors.As(err, &p) {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		first := written(t, register(t, c))
		again, err := Read(bytes.NewReader(first))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, written(t, register(t, again))) {
			t.Error("writing what was read gives other bytes")
		}
	})
}
