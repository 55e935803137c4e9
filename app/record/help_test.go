package record_test

import (
	"strings"
	"testing"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// The help of the code that is chosen stands behind that of its field.
func TestTheFootHelpsWithTheChosenCode(t *testing.T) {
	o := open(t, "B-01")
	c := o.session.Words()
	field, _ := model.FieldAt(model.KindActivity, "role")
	controller, processor := c.CodeHelp("role", "controller"), c.CodeHelp("role", "processor")
	if controller == "" || processor == "" || c.Help(field) == "" {
		t.Fatal("the catalogue has no help for roles")
	}
	role := control[*ui.Choice](o, "role")
	o.window.Canvas().Focus(role)
	want := c.Label(field) + ": " + c.Help(field) + "\n" + c.Code("role", "controller") + ": " + controller
	if got := o.page.Help(); got != want {
		t.Errorf("the foot says %q, want %q", got, want)
	}
	role.OnChanged("processor")
	if got := o.page.Help(); !strings.HasSuffix(got, processor) || strings.Contains(got, controller) {
		t.Errorf("after another choice the foot says %q", got)
	}
	title := control[*ui.Entry](o, "title")
	o.window.Canvas().Focus(title)
	if got := o.page.Help(); strings.Contains(got, processor) {
		t.Errorf("a text without a code has the help %q", got)
	}
}

// Several codes would need more than the foot has room for.
func TestTheFootHelpsWithOneCodeOnly(t *testing.T) {
	o := open(t, "R-1")
	help := o.session.Words().CodeHelp("data_category", "name")
	if help == "" {
		t.Fatal("the catalogue has no help for names")
	}
	set := func(codes ...string) {
		err := o.session.Edit(o.id, nil, func(rec model.Record) error { return model.Set(rec, "categories", codes...) })
		if err != nil {
			t.Fatal(err)
		}
	}
	o.window.Canvas().Focus(o.page.Control(o.id, "categories"))
	for _, tt := range []struct {
		codes []string
		want  bool
	}{
		{nil, false}, {[]string{"name"}, true}, {[]string{"name", "address"}, false},
	} {
		set(tt.codes...)
		if got := o.page.Help(); strings.HasSuffix(got, help) != tt.want {
			t.Errorf("with %d codes the foot says %q", len(tt.codes), got)
		}
	}
}
