package record_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app/record/recordtest"
	"fortegnelse/app/ui"
)

func TestCountriesStandInOrder(t *testing.T) {
	o := open(t, "E-01")
	before := func(t *testing.T, codes ...string) {
		t.Helper()
		at := map[string]int{}
		for i, option := range control[*ui.Choice](o, "address.country").Options() {
			if _, twice := at[option.Code]; twice {
				t.Errorf("%s stands twice", option.Code)
			}
			at[option.Code] = i
		}
		for i := 1; i < len(codes); i++ {
			if at[codes[i-1]] >= at[codes[i]] {
				t.Errorf("%s does not stand before %s", codes[i-1], codes[i])
			}
		}
	}
	// Danmark, Sverige | Belgien, Tyskland, Ungarn, Østrig
	t.Run("da", func(t *testing.T) { before(t, "dk", "se", "be", "de", "hu", "at") })
	// Danmark, Sverige | Belgien, Tyskland, Ungern, Österrike
	o.session.SetWords(recordtest.In(t, "sv"))
	o.page.All()
	t.Run("sv", func(t *testing.T) { before(t, "dk", "se", "be", "de", "hu", "at") })
	// Denmark, Sweden | Austria, Belgium, Germany, Hungary
	o.session.SetWords(recordtest.In(t, "en"))
	o.page.All()
	t.Run("en", func(t *testing.T) { before(t, "dk", "se", "at", "be", "de", "hu") })
}

func TestCountryIsFoundByTyping(t *testing.T) {
	o := open(t, "E-01")
	field := control[*ui.Choice](o, "address.country")
	o.window.Canvas().Focus(field)
	field.Open()
	search := o.window.Canvas().Focused()
	test.Type(search, "osterr") // »Østrig« in Danish: not found
	search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	o.want("address.country", "dk")
	search.(*ui.Entry).SetText("")
	test.Type(search, "ostrig")
	search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	o.want("address.country", "at")
	if field := control[*ui.Choice](o, "address.country"); field.Code() != "at" {
		t.Errorf("the field shows %q", field.Code())
	}
}

func TestUnknownCountryIsKept(t *testing.T) {
	o := open(t, "E-01")
	o.say("address.country", "xk")
	if field := control[*ui.Choice](o, "address.country"); field.Code() != "xk" {
		t.Errorf("the field shows %q", field.Code())
	}
}
