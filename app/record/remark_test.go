package record_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app/record"
	"fortegnelse/app/ui"
)

func TestRemarksMarkTheirSections(t *testing.T) {
	o := open(t, "B-01")
	before := o.page.Marks()
	if o.page.Remarks().Visible() {
		t.Error("there is a button for remarks, and no remark")
	}
	at := func(path string) int { // the section of a field, as its heading says
		return slices.IndexFunc(o.page.Headings(), func(h string) bool { return strings.HasPrefix(h, path) })
	}
	purposes, recipients := at("Formål"), at("Modtagere")
	if purposes < 0 || recipients < 0 {
		t.Fatalf("the sections are %q", o.page.Headings())
	}
	o.page.SetRemarks([]record.Remark{
		{Field: "purposes[0].bases", Sign: ui.SignWarning, Text: "To grundlag.", Rule: "LEG-10"},
		{Field: "purposes[1].bases", Sign: ui.SignError, Text: "Intet grundlag.", Fix: "Vælg et.", Rule: "LEG-01"},
		{Field: "recipients[0]", Sign: ui.SignWarning, Text: "Hvem?", Rule: "REC-01"},
		{Field: "title", Sign: ui.SignInfo, Text: "Et langt navn.", Rule: "ACT-01"},
		{Field: "", Sign: ui.SignError, Text: "Noget ved posten.", Rule: "ACT-02"},
	})
	want := slices.Clone(before)
	want[purposes] = ui.SignError
	if want[recipients] != ui.SignError {
		want[recipients] = ui.SignWarning
	}
	if got := o.page.Marks(); !slices.Equal(got, want) {
		t.Errorf("the sections are marked %q, want %q", got, want)
	}
	if b := o.page.Remarks(); !b.Visible() || b.Text != "Fund 5" {
		t.Errorf("the button says %q", b.Text)
	}
	o.page.SetRemarks(nil)
	if o.page.Remarks().Visible() || !slices.Equal(o.page.Marks(), before) {
		t.Error("the remarks stay after they are gone")
	}
}

func TestRemarkLeadsToItsField(t *testing.T) {
	o := open(t, "B-01")
	o.page.SetRemarks([]record.Remark{
		{Field: "title", Sign: ui.SignInfo, Text: "Et langt navn.", Rule: "ACT-01"},
		{Field: "purposes[1].text", Sign: ui.SignError, Text: "Utydeligt.", Rule: "ACT-05"},
	})
	test.Tap(o.page.Remarks())
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn} {
		o.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
	if o.window.Canvas().Overlays().Top() != nil {
		t.Fatal("the list of remarks stays open")
	}
	if got := o.window.Canvas().Focused(); got == nil || got != o.page.Control(o.id, "purposes[1].text") {
		t.Errorf("the keyboard is on %T, want the second purpose", got)
	}
}

// A finding may be about a field that is not asked for now.
func TestFocusFallsBackToWhatIsThere(t *testing.T) {
	for _, path := range []string{"consent.proof", "purposes[9].text", "status", "headcount"} {
		number := "B-10"
		if path == "headcount" {
			number = "E-01"
		}
		o := open(t, number)
		o.window.Canvas().Unfocus()
		o.page.Focus(path)
		if o.window.Canvas().Focused() == nil {
			t.Errorf("%s: nothing takes the keyboard", path)
		}
	}
	o := open(t, "B-01")
	o.page.Focus("nothing")
	if o.window.Canvas().Focused() != nil {
		t.Error("a field that there is not takes the keyboard")
	}
}
