package model_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	. "fortegnelse/model"
)

// need is one thing that the published policies of five clinics say and that
// a register must hold in fields of its own, shown on a small register.
type need struct {
	id      string
	says    string   // what must be expressed
	records []Record // the register
	holds   []fact   // which field holds what
	// also looks at what no single field shows: that two records differ, or
	// that a later check finds what it needs.
	also func(t *testing.T, r *Register)
}

// fact is what one field of one record holds.
type fact struct {
	number, path string
	want         string // canonical text, several values joined by ", "; a state without a value in angle brackets
}

// is states a fact with a value.
func is(number, path, want string) fact { return fact{number, path, want} }

// answers states a fact without a value: "not stated" is another than "none".
func answers(number, path string, s State) fact { return fact{number, path, "<" + string(s) + ">"} }

// needs lists N01 to N75 in order.
var needs = slices.Concat(organisationNeeds, activityNeeds, dataNeeds, basisNeeds, recipientNeeds,
	processorNeeds, transferNeeds, retentionNeeds, securityNeeds, evidenceNeeds)

func TestNeedsAreComplete(t *testing.T) {
	for i, n := range needs {
		if want := fmt.Sprintf("N%02d", i+1); n.id != want {
			t.Fatalf("%s stands where %s belongs", n.id, want)
		}
		if n.says == "" || len(n.records) == 0 || len(n.holds) == 0 {
			t.Errorf("%s shows nothing", n.id)
		}
	}
	if len(needs) != 75 {
		t.Errorf("%d needs, want 75", len(needs))
	}
}

func TestNeeds(t *testing.T) {
	for _, n := range needs {
		t.Run(n.id, func(t *testing.T) {
			t.Log(n.says)
			r := throughJSON(t, n.records)
			for _, f := range n.holds {
				rec, ok := r.Numbered(f.number)
				if !ok {
					t.Fatalf("there is no %s", f.number)
				}
				l, err := Get(rec, f.path)
				if err != nil {
					t.Error(err)
					continue
				}
				got := l.Text()
				if l.State != Given {
					got = "<" + string(l.State) + ">"
				}
				if got != f.want {
					t.Errorf("%s %s is %q, want %q", f.number, f.path, got, f.want)
				}
			}
			if n.also != nil {
				n.also(t, r)
			}
		})
	}
}

// throughJSON writes and reads the register format and returns what came
// through. The register must be sound, and every code must have a name.
func throughJSON(t *testing.T, records []Record) *Register {
	t.Helper()
	info := Info{ID: id("X-01"), Name: "Klinik", Language: "da", Country: "dk"}
	before, err := NewRegister(info, records)
	if err != nil {
		t.Fatal(err)
	}
	written := encoded(t, before)
	content := new(Content)
	dec := json.NewDecoder(bytes.NewReader(written))
	dec.DisallowUnknownFields()
	if err := dec.Decode(content); err != nil {
		t.Fatal(err)
	}
	for _, p := range Validate(content) {
		t.Error(p)
	}
	for _, rec := range content.Records() {
		checkCodes(t, rec)
	}
	after, err := NewRegister(content.Register, content.Records())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(encoded(t, after), written) {
		t.Error("what was read is not what was written")
	}
	return after
}

func encoded(t *testing.T, r *Register) []byte {
	t.Helper()
	data, err := json.Marshal(r.Content())
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// at begins a record with its number; the rest of its head follows from it.
func at(number string) Head { return Head{ID: id(number), Number: number, Status: Active} }

// id returns the ID that the record with a number has in these registers.
func id(number string) ID {
	return ID("00000000-0000-7000-8000-" + strings.ReplaceAll(fmt.Sprintf("%-12x", number), " ", "0"))
}

func ids(numbers ...string) []ID {
	all := make([]ID, len(numbers))
	for i, n := range numbers {
		all[i] = id(n)
	}
	return all
}

// purpose returns the answer that names one purpose and its bases.
func purpose(text string, bases ...Basis) Answer[[]Purpose] {
	p := Purpose{Text: text}
	if len(bases) > 0 {
		p.Bases = Value(bases)
	}
	return Value([]Purpose{p})
}

// about returns the answer that names one group and its data.
func about(subjects SubjectCategory, data ...DataItem) Answer[[]Group] {
	return Value([]Group{{Subjects: subjects, Data: data}})
}

// coded demands that a pick-list offers all of codes.
func coded(t *testing.T, vocabulary string, codes ...string) {
	t.Helper()
	for _, c := range codes {
		if !offered(vocabulary, c) {
			t.Errorf("%s does not offer %q", vocabulary, c)
		}
	}
}
