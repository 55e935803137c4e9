package record_test

import (
	"strings"
	"testing"

	"fortegnelse/app/record"
	"fortegnelse/app/record/recordtest"
	"fortegnelse/app/ui"
	"fortegnelse/model"
)

func TestCategoryGivesTheClass(t *testing.T) {
	const item = "groups[0].data[0]"
	tests := []struct {
		name, class, special, category string
		wantClass, wantSpecial         string
		warns                          bool
	}{
		{"fills what is empty", "", "", "health", "special", "health", false},
		{"keeps the class that was chosen", "ordinary", "", "health", "ordinary", "", true},
		{"keeps the kind that was chosen", "special", "genetic", "health", "special", "genetic", false},
		{"a category of one's own", "", "", "klinikkens egen", "", "", false},
		{"ordinary data", "", "", "name", "ordinary", "", false},
	}
	o := open(t, "B-01")
	o.page.Focus(item + ".category")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o.say(item+".category", "")
			o.say(item+".class", tt.class)
			o.say(item+".special", tt.special)
			choose(o, item+".category", tt.category)
			o.want(item+".category", tt.category)
			o.want(item+".class", tt.wantClass)
			o.want(item+".special", tt.wantSpecial)
			if got := o.advised(item + ".class"); strings.Contains(got, "særlig") != tt.warns || (got != "") != tt.warns {
				t.Errorf("of the class it says %q", got)
			}
		})
	}
}

func TestMeasureIsNamedByTheCatalogue(t *testing.T) {
	o := open(t, "B-01")
	measure := o.created(model.KindMeasure)
	measure.say("title", "")
	choose(measure, "item", "encryption_at_rest")
	if got := measure.value("title"); got != recordtest.In(t, "da").Code("measure_item", "encryption_at_rest") {
		t.Errorf("the measure is called %q", got)
	}
	measure.want("type", "technical")
	measure.say("title", "Låse")
	choose(measure, "item", "visitor_control")
	measure.want("title", "Låse")
	measure.want("type", "technical")
}

// created opens the page of a new record in the same register.
func (o *opened) created(kind model.Kind) *opened {
	o.t.Helper()
	rec, err := o.session.Create(kind, nil)
	if err != nil {
		o.t.Fatal(err)
	}
	n := &opened{t: o.t, session: o.session, keeper: o.keeper, visits: o.visits, id: rec.Meta().ID}
	n.page = record.New(o.session, n.id, layouts()[kind], o.visits)
	n.window = recordtest.Window(o.t, n.page)
	n.page.All()
	o.t.Cleanup(n.page.Close)
	return n
}

func TestCompanyNumberIsChecked(t *testing.T) {
	o := open(t, "E-01")
	number := control[*ui.Entry](o, "registration.printed")
	tests := []struct {
		name, kind, normalised, typed string
		wantKind, wantNormalised      string
		sign                          ui.Sign
	}{
		{"fits", "cvr", "", "CVR-nr. 31 06 89 91", "cvr", "31068991", ui.SignYes},
		{"a wrong digit", "cvr", "", "31 06 89 92", "cvr", "", ui.SignWarning},
		{"too short", "cvr", "", "3106899", "cvr", "", ui.SignWarning},
		{"tells the kind", "", "", "31068991", "cvr", "31068991", ui.SignYes},
		{"no kind fits", "", "", "12", "", "", ui.SignNothing},
		{"a number of another kind", "other", "", "HRB 12", "other", "HRB 12", ui.SignNothing},
		{"a person's normal form", "cvr", "11111111", "31068991", "cvr", "11111111", ui.SignYes},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o.say("registration.printed", "x")
			o.say("registration.kind", tt.kind)
			o.say("registration.normalised", tt.normalised)
			o.write(number, tt.typed)
			o.want("registration.printed", tt.typed)
			o.want("registration.kind", tt.wantKind)
			o.want("registration.normalised", tt.wantNormalised)
			got := o.advised("registration.printed")
			if (got != "") != tt.sign.Known() || !strings.HasPrefix(got, string(tt.sign)) {
				t.Errorf("it says %q, want the sign %q", got, tt.sign)
			}
		})
	}
}

func TestCorrectedNumberIsNormalisedAnew(t *testing.T) {
	o := open(t, "E-01")
	o.write(control[*ui.Entry](o, "registration.printed"), "31 06 89 92")
	o.want("registration.normalised", "")
	o.write(control[*ui.Entry](o, "registration.printed"), "31 06 89 91")
	o.want("registration.normalised", "31068991")
}

func TestOldAddressOfAnAuthorityIsWarnedOf(t *testing.T) {
	o := open(t, "E-01")
	if got := o.advised("authority"); !strings.Contains(got, "Carl Jacobsens Vej 35") || strings.HasPrefix(got, string(ui.SignWarning)) {
		t.Errorf("of the authority it says %q", got)
	}
	o.say("address.street", "Borgergade 28, 5. sal")
	got := o.advised("address.street")
	if !strings.HasPrefix(got, string(ui.SignWarning)) || !strings.Contains(got, "Carl Jacobsens Vej 35, 2500 Valby") {
		t.Errorf("of the old address it says %q", got)
	}
	o.say("address.street", "Ved Slotshaven 3")
	if got := o.advised("address.street"); got != "" {
		t.Errorf("of our own address it says %q", got)
	}
}
