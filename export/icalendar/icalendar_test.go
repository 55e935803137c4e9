package icalendar

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"fortegnelse/model"
	"fortegnelse/model/check"
	"fortegnelse/model/modeltest"
	"fortegnelse/model/words"
)

var update = flag.Bool("update", false, "write the expected output anew")

func options(t *testing.T) Options {
	t.Helper()
	c, err := words.In("da")
	if err != nil {
		t.Fatal(err)
	}
	return Options{Words: c, GeneratedAt: time.Date(2026, 11, 22, 9, 0, 0, 0, time.FixedZone("CET", 3600)), Version: "test"}
}

// register has an agreement that ends and an activity to review.
func register(t *testing.T) *model.Register {
	t.Helper()
	date := func(y, m, d int) model.Date { return model.Date{Year: y, Month: time.Month(m), Day: d} }
	head := func(last, number string) model.Head {
		return model.Head{ID: model.ID("01J00000000000000000000" + last), Number: number}
	}
	agreement := &model.Agreement{
		Head: head("001", "A-01"), Title: "Databehandleraftale, bilag A; søjle 2 \\ arkiv over alle de ældre journaler på Østerbro",
		Type: "data_processing", State: "in_force", Ends: model.Value(date(2027, 2, 28)),
	}
	activity := &model.Activity{Head: head("002", "B-01"), Title: "Booking"}
	activity.NextReview = date(2026, 10, 1)
	r, err := model.NewRegister(model.Info{ID: "01J00000000000000000000000", Name: "Klinik Havnegade", Language: "da", Country: "dk"}, []model.Record{agreement, activity})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func written(t *testing.T, r *model.Register) string {
	t.Helper()
	var b bytes.Buffer
	dues := check.Calendar(r, model.Date{Year: 2026, Month: 11, Day: 22})
	if err := Write(&b, r, dues, options(t)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWrite(t *testing.T) {
	got := written(t, register(t))
	golden := filepath.Join("testdata", "calendar.ics")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the calendar differs from %s:\n%s", golden, got)
	}
}

// The form of RFC 5545: lines of at most 75 bytes that end with CR LF, whole
// characters, and every part that begins also ends.
func TestForm(t *testing.T) {
	for _, c := range []struct {
		name string
		r    *model.Register
	}{{"two events", register(t)}, {"nothing due", empty(t)}} {
		t.Run(c.name, func(t *testing.T) {
			var open []string
			parts := 0
			for i, line := range strings.Split(strings.TrimSuffix(written(t, c.r), "\r\n"), "\r\n") {
				if len(line) > 75 || strings.ContainsAny(line, "\r\n") || !utf8.ValidString(line) {
					t.Errorf("line %d: %q", i+1, line)
				}
				if part, ok := strings.CutPrefix(line, "BEGIN:"); ok {
					open = append(open, part)
					parts++
				}
				if part, ok := strings.CutPrefix(line, "END:"); ok {
					if len(open) == 0 || open[len(open)-1] != part {
						t.Fatalf("line %d ends %s within %v", i+1, part, open)
					}
					open = open[:len(open)-1]
				}
			}
			if len(open) > 0 || parts < 2 {
				t.Errorf("%d parts, %v are open", parts, open)
			}
		})
	}
}

func empty(t *testing.T) *model.Register {
	t.Helper()
	r, err := model.NewRegister(model.Info{ID: model.NewID(modeltest.Generated), Name: "Tom"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// read undoes what line and escaped do.
func read(lines string) string {
	text := strings.TrimSuffix(strings.ReplaceAll(lines, "\r\n ", ""), "\r\n")
	_, value, _ := strings.Cut(text, ":")
	return escape.ReplaceAllStringFunc(value, func(s string) string {
		if s == `\n` {
			return "\n"
		}
		return s[1:]
	})
}

var escape = regexp.MustCompile(`\\[n\\;,]`)

// Whatever a record is called, a calendar program reads it as it is written.
func TestAnyTextComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune("æøå,;\\\n ")))).Draw(t, "text")
		text = strings.Map(func(r rune) rune {
			if r != '\n' && r != '\t' && r < ' ' || r == 0x7f {
				return -1
			}
			return r
		}, text)
		var b bytes.Buffer
		c := newWriter(&b)
		c.text("SUMMARY", text)
		if err := c.out.Flush(); err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(b.String(), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) {
				t.Fatalf("%q", line)
			}
		}
		if got := read(b.String()); got != text {
			t.Fatalf("%q came back as %q", text, got)
		}
	})
}

func TestControlCharactersAreLeftOut(t *testing.T) {
	if got := escaped("a\x00b\x1bc\r\nd\re"); got != `abc\nde` {
		t.Errorf("%q", got)
	}
}

func TestWriteTellsOfFailure(t *testing.T) {
	err := Write(failing{}, register(t), nil, options(t))
	if !errors.Is(err, errFull) || !strings.Contains(err.Error(), "calendar") {
		t.Errorf("%v", err)
	}
}

var errFull = errors.New("disk full")

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errFull }
