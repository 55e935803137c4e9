package record_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// say puts values into the register as another page would.
func (o *opened) say(path string, values ...string) {
	o.t.Helper()
	if err := o.session.Edit(o.id, nil, func(rec model.Record) error { return model.Set(rec, path, values...) }); err != nil {
		o.t.Fatal(err)
	}
}

// advised returns what is said below the field at path.
func (o *opened) advised(path string) string {
	return strings.Join(o.page.Advised(o.id, path), "\n")
}

// take follows the link below the field at path.
func (o *opened) take(path string) {
	o.t.Helper()
	link, ok := o.page.Control(o.id, path+"?0").(*ui.Link)
	if !ok {
		o.t.Fatalf("nothing is offered below %s", path)
	}
	test.Tap(link)
}

// laws opens the third purpose of Kalmia's first activity and its basis, which
// cites four laws.
func laws(t *testing.T) *opened {
	o := open(t, "B-01")
	o.page.Focus("purposes[2].bases[0].laws[0].printed")
	return o
}

const cited = "purposes[2].bases[0].laws"

func TestLawsArePicked(t *testing.T) {
	tests := []struct {
		name, typed string
		keys        []fyne.KeyName
		want        []string // printed and code of what is added
	}{
		{"by number", "§ 7, stk. 3", []fyne.KeyName{fyne.KeyReturn}, []string{"databeskyttelseslovens § 7, stk. 3", "DK-DBL-7-3"}},
		{"by what it is about", "cookies", []fyne.KeyName{fyne.KeyReturn}, []string{"cookiebekendtgørelsen (bekendtgørelse nr. 1148 af 9. december 2011)", "DK-COOKIE"}},
		{"own words", "klinikkens vedtægter § 4", []fyne.KeyName{fyne.KeyReturn}, []string{"klinikkens vedtægter § 4", ""}},
		{"none", "cookies", []fyne.KeyName{fyne.KeyEscape}, nil},
	}
	o := laws(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n := model.Len(o.record(), cited)
			test.Tap(control[*ui.Button](o, cited+"[]"))
			search := o.window.Canvas().Focused()
			test.Type(search, tt.typed)
			for _, k := range tt.keys {
				search.TypedKey(&fyne.KeyEvent{Name: k})
			}
			if tt.want == nil {
				if got := model.Len(o.record(), cited); got != n {
					t.Errorf("%d references, want %d", got, n)
				}
				return
			}
			if got := model.Len(o.record(), cited); got != n+1 {
				t.Fatalf("%d references, want %d", got, n+1)
			}
			added := fmt.Sprintf("%s[%d]", cited, n)
			o.want(added+".printed", tt.want[0])
			o.want(added+".code", tt.want[1])
			if url := o.value(added + ".url"); (url != "") != (tt.want[1] != "") {
				t.Errorf("the address is %q", url)
			}
			if focused := o.window.Canvas().Focused(); focused != o.page.Control(o.id, added+".printed") {
				t.Errorf("the keyboard is with %T", focused)
			}
		})
	}
}

func TestPrintedLawIsRecognised(t *testing.T) {
	o := laws(t)
	path := cited + "[0]"
	o.say(path+".code", "")
	o.say(path+".printed", "jf. databeskyttelseslovens § 11, stk. 2, nr. 1")
	if got := o.advised(path + ".printed"); !strings.Contains(got, "§ 11, stk. 2, nr. 1") {
		t.Fatalf("it says %q", got)
	}
	o.take(path + ".printed")
	o.want(path+".code", "DK-DBL-11-2-1")
	o.want(path+".printed", "jf. databeskyttelseslovens § 11, stk. 2, nr. 1")
	if o.value(path+".url") == "" {
		t.Error("there is no address")
	}
	o.say(path+".code", "")
	o.say(path+".printed", "noget helt andet")
	if got := o.advised(path + ".printed"); got != "" {
		t.Errorf("of a law that nobody knows it says %q", got)
	}
}

func TestOutdatedLawIsWarnedOf(t *testing.T) {
	o := laws(t)
	got := o.advised(cited + "[3].printed")
	if !strings.Contains(got, "barnets lovs § 133") || !strings.HasPrefix(got, string(ui.SignWarning)) {
		t.Errorf("of servicelovens § 153 it says %q", got)
	}
	if !strings.Contains(got, "ikke efterprøvet") {
		t.Errorf("what nobody has checked is said as certain: %q", got)
	}
}
