package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/modeltest"
	"fortegnelse/model/words"
)

var printedAt = time.Date(2026, 11, 20, 14, 2, 0, 0, time.UTC)

// token is what a field holds in the full register, and how it is printed.
type token struct{ stored, printed string }

// full is a register with one record of each kind, in which every field holds
// a value that no other field holds and all references lead somewhere.
func full(t testing.TB, language string) (*model.Register, map[*model.Field]token) {
	t.Helper()
	catalogue, err := words.In(language)
	if err != nil {
		t.Fatal(err)
	}
	tokens := map[*model.Field]token{}
	var records []model.Record
	for _, k := range model.Kinds {
		rec := modeltest.Filled(k)
		for n, f := range model.FieldsOf(k) {
			n += 1000 * (1 + slices.Index(model.Kinds, k))
			var tok token
			switch f.Type {
			case model.TypeGroup:
				continue
			case model.TypeReference:
				to := f.Refers
				if to == "*" {
					to = model.KindSystem
				}
				tok.stored = "x-" + string(to) + "-id"
			case model.TypeData:
				tok.stored = "x-activity-groups[].data[].key"
			case model.TypeDate:
				day := model.Date{Year: 2030, Month: 1, Day: 1}.AddDays(n)
				tok = token{day.String(), catalogue.Date(day)}
			case model.TypeNumber:
				long := 1000*n + 7 // so long that no checksum holds it by chance
				tok = token{strconv.Itoa(long), catalogue.Number(long)}
			default:
				tok.stored = "x-" + string(k) + "-" + f.Path
				tok.printed = tok.stored
			}
			if err := model.Set(rec, modeltest.Concrete(f.Path), tok.stored); err != nil {
				t.Fatal(err)
			}
			tokens[f] = tok
		}
		records = append(records, rec)
	}
	r, err := model.NewRegister(model.Info{Name: "x", Language: language, Country: "dk"}, records)
	if err != nil {
		t.Fatal(err)
	}
	return r, tokens
}

func TestEveryFieldIsPrinted(t *testing.T) {
	for _, language := range words.Languages() {
		for _, edition := range []report.Edition{report.Internal, report.ForAuthority} {
			for _, role := range []model.Role{"x-activity-role", model.AsProcessor} {
				t.Run(fmt.Sprint(language, " ", edition, " ", role), func(t *testing.T) {
					r, tokens := full(t, language)
					r.Activities()[0].Role = role
					text := squeeze(printed(t, r, report.Options{Language: language, Edition: edition}))
					for f, tok := range tokens {
						if tok.printed == "" || f.Path == "role" && role == model.AsProcessor {
							continue
						}
						withheld := edition == report.ForAuthority && report.Withheld(f)
						if found := strings.Contains(text, squeeze(tok.printed)) || inOtherForm(text, f, tok); found == withheld {
							t.Errorf("%s.%s: printed: %t, withheld: %t", f.Kind, f.Path, found, withheld)
						}
					}
				})
			}
		}
	}
}

// inOtherForm finds dates that are written in digits, and points that are
// written without separators.
func inOtherForm(text string, f *model.Field, tok token) bool {
	if f.Type == model.TypeDate {
		d, _ := model.ParseDate(tok.stored)
		for _, language := range words.Languages() {
			if c, err := words.In(language); err == nil && strings.Contains(text, squeeze(c.ShortDate(d))) {
				return true
			}
		}
	}
	return f.Type == model.TypeNumber && strings.Contains(text, tok.stored)
}

// Where a field is only a link, the report must change when it is emptied.
func TestEveryLinkIsPrinted(t *testing.T) {
	options := report.Options{Language: "da", Edition: report.Internal}
	whole, tokens := full(t, "da")
	before := squeeze(placed(t, whole, options))
	for f, tok := range tokens {
		if tok.printed != "" {
			continue
		}
		r, _ := full(t, "da")
		if err := model.Set(r.Records(f.Kind)[0], modeltest.Concrete(f.Path)); err != nil {
			t.Fatal(err)
		}
		// Data without an answer are kept by the activity's rules.
		if f.Path == "groups[].data[].retention" {
			if err := model.SetState(r.Records(f.Kind)[0], modeltest.Concrete(f.Path), model.None); err != nil {
				t.Fatal(err)
			}
		}
		if squeeze(placed(t, r, options)) == before {
			t.Errorf("%s.%s: the report is the same without it", f.Kind, f.Path)
		}
	}
}

// An answer without a value is said, whatever it is.
func TestEveryAnswerIsPrinted(t *testing.T) {
	options := report.Options{Language: "da", Edition: report.Internal}
	for _, state := range []model.State{model.NotStated, model.NotApplicable, model.None} {
		for i := range model.Fields {
			f := &model.Fields[i]
			if !f.Answer {
				continue
			}
			with := func(s model.State) string {
				r, _ := full(t, "da")
				if err := model.SetState(r.Records(f.Kind)[0], modeltest.Concrete(f.Path), s); err != nil {
					t.Fatal(err)
				}
				return squeeze(placed(t, r, options))
			}
			if with(state) == with(model.Unanswered) {
				t.Errorf("%s.%s: %q reads as if nobody had answered", f.Kind, f.Path, state)
			}
		}
	}
}

// printed returns the text of the PDF of a register.
func printed(t testing.TB, r *model.Register, o report.Options) string {
	t.Helper()
	o.GeneratedAt = printedAt
	d, err := report.Build(r, o)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := write(t.Context(), &b, d, nil, true); err != nil {
		t.Fatal(err)
	}
	return strings.Join(shown(b.Bytes()), "\n")
}

// placed returns the text of the pages as they are laid out.
func placed(t testing.TB, r *model.Register, o report.Options) string {
	t.Helper()
	o.GeneratedAt = printedAt
	d, err := report.Build(r, o)
	if err != nil {
		t.Fatal(err)
	}
	l, err := laidOut(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range l.pages {
		for _, o := range p.ops {
			b.WriteString(o.text)
			b.WriteByte('\n')
		}
	}
	// The checksum differs for every register.
	sum := d.Meta.Checksum
	return strings.NewReplacer(sum, "", sum[:4]+" "+sum[4:8]+" "+sum[8:12], "").Replace(b.String())
}

var showing = regexp.MustCompile(`(?s)Td \(((?:\\.|[^\\)])*)\) Tj`)

// shown returns what the text operators of an uncompressed PDF show, in the
// order of drawing.
func shown(pdf []byte) []string {
	var out []string
	unescape := strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r")
	for _, m := range showing.FindAllSubmatch(pdf, -1) {
		raw := unescape.Replace(string(m[1]))
		units := make([]uint16, len(raw)/2)
		for i := range units {
			units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
		}
		out = append(out, string(utf16.Decode(units)))
	}
	return out
}

// squeeze takes all spaces away, so that it does not matter where a line was
// broken.
func squeeze(s string) string {
	return strings.NewReplacer(" ", "", "\u00a0", "", "\n", "").Replace(s)
}
