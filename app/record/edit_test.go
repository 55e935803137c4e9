package record_test

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app/record"
	"fortegnelse/app/record/recordtest"
	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// opened is a page in a window, with what surrounds it.
type opened struct {
	t       *testing.T
	page    *record.Page
	window  fyne.Window
	session *session.Session
	keeper  *session.Memory
	visits  *recordtest.Visits
	id      model.ID
}

// open opens the page of a record of Kalmia.
func open(t *testing.T, number string) *opened {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(ui.NewTheme(ui.Light, ui.DefaultTextSize))
	s, keeper := recordtest.Session(t, recordtest.Kalmia(t), "da")
	rec, ok := s.Register().Numbered(number)
	if !ok {
		t.Fatalf("no record %s", number)
	}
	o := &opened{t: t, session: s, keeper: keeper, visits: &recordtest.Visits{}, id: rec.Meta().ID}
	o.page = record.New(s, o.id, layouts()[rec.Kind()], o.visits)
	o.window = recordtest.Window(t, o.page)
	o.page.All()
	t.Cleanup(o.page.Close)
	return o
}

// control returns the control of a field as what it is.
func control[T any](o *opened, path string) T {
	o.t.Helper()
	c, ok := any(o.page.Control(o.id, path)).(T)
	if !ok {
		o.t.Fatalf("%s is edited by %T", path, o.page.Control(o.id, path))
	}
	return c
}

// write types a text into a field in place of what is there, and leaves it.
func (o *opened) write(field fyne.Focusable, text string) {
	o.t.Helper()
	o.window.Canvas().Focus(field)
	if e, ok := field.(interface{ SetText(string) }); ok {
		e.SetText("")
	}
	test.Type(field, text)
	o.window.Canvas().Unfocus()
}

// value returns what the register holds at a path.
func (o *opened) value(path string) string {
	o.t.Helper()
	rec, ok := o.session.Register().Record(o.id)
	if !ok {
		o.t.Fatal("the record is gone")
	}
	leaf, err := model.Get(rec, path)
	if err != nil {
		o.t.Fatal(err)
	}
	if leaf.State != model.Given {
		return string(leaf.State)
	}
	return leaf.Text()
}

func (o *opened) want(path, want string) {
	o.t.Helper()
	if got := o.value(path); got != want {
		o.t.Errorf("%s is %q, want %q", path, got, want)
	}
}

func TestTextIsSavedAsItIsLeft(t *testing.T) {
	o := open(t, "B-01")
	o.write(control[*ui.Entry](o, "title"), "Undersøgelse ")
	o.want("title", "Undersøgelse")
	if got := o.page.HeaderTitle(); got != "Undersøgelse" {
		t.Errorf("the header says %q", got)
	}
	o.write(control[*ui.Entry](o, "description"), "To\nlinjer")
	o.want("description", "To\nlinjer")
	if n := len(o.keeper.Changes); n != 2 {
		t.Errorf("%d changes saved, want 2", n)
	}
}

func TestNothingIsSavedWithoutAChange(t *testing.T) {
	o := open(t, "B-01")
	for _, path := range []string{"title", "description", "purposes[0].text"} {
		o.window.Canvas().Focus(control[*ui.Entry](o, path))
	}
	o.window.Canvas().Unfocus()
	if n := len(o.keeper.Changes); n != 0 {
		t.Errorf("%d changes saved", n)
	}
}

func TestDates(t *testing.T) {
	o := open(t, "B-01")
	date := control[*ui.DateField](o, "validFrom")
	o.write(date, "2.1.26")
	o.want("validFrom", "2026-01-02")
	if date.Text != "02.01.2026" {
		t.Errorf("the field shows %q", date.Text)
	}
	o.write(date, "i dag")
	o.want("validFrom", "2026-11-21")
	o.write(date, "snart")
	o.want("validFrom", "2026-11-21")
	if date.Text != "snart" {
		t.Errorf("what was typed became %q", date.Text)
	}
}

func TestNumbers(t *testing.T) {
	o := open(t, "B-01")
	number := control[*ui.Entry](o, "reviewEvery")
	o.write(number, "12")
	o.want("reviewEvery", "12")
	for _, bad := range []string{"tolv", "-1", "1,5"} {
		o.write(number, bad)
		o.want("reviewEvery", "12")
		if number.Text != bad {
			t.Errorf("%q became %q", bad, number.Text)
		}
	}
	o.write(number, "")
	o.want("reviewEvery", "")
}

func TestCodes(t *testing.T) {
	o := open(t, "B-01")
	role := control[*ui.Choice](o, "role")
	role.OnChanged("joint_controller")
	o.want("role", "joint_controller")
	if role.Code() != "joint_controller" {
		t.Errorf("the field shows %q", role.Code())
	}
	role.OnChanged("")
	o.want("role", "")
}

func TestOwnCodesAreKept(t *testing.T) {
	o := open(t, "B-01")
	if err := o.session.Edit(o.id, nil, func(rec model.Record) error { return model.Set(rec, "type", "klinikkens egen") }); err != nil {
		t.Fatal(err)
	}
	field := control[*ui.Choice](o, "type")
	if field.Code() != "klinikkens egen" {
		t.Errorf("the field shows %q", field.Code())
	}
	found := false
	for _, option := range field.Options() {
		found = found || option.Code == "klinikkens egen"
	}
	if !found {
		t.Error("the own code is not offered")
	}
}

func TestWords(t *testing.T) {
	o := open(t, "B-01")
	tags := control[*ui.Entry](o, "tags")
	o.write(tags, "journal")
	o.write(tags, "klinik")
	o.want("tags", "journal, klinik")
	if tags.Text != "" {
		t.Errorf("the field still holds %q", tags.Text)
	}
}

func TestAnswers(t *testing.T) {
	o := open(t, "B-01")
	for _, state := range []model.State{model.None, model.NotStated, model.NotApplicable} {
		choose(o, "automated", string(state))
		o.want("automated", string(state))
		if o.page.Control(o.id, "automated.text") != nil {
			t.Errorf("%s: the fields of the group are still there", state)
		}
	}
	choose(o, "automated", string(model.Given))
	o.write(control[*ui.Entry](o, "automated.text"), "Ingen profilering")
	o.want("automated.text", "Ingen profilering")
	choose(o, "automated", "")
	o.want("automated", "")
}

// choose makes a person's choice in the control of a field.
func choose(o *opened, path, code string) {
	o.t.Helper()
	control[*ui.Choice](o, path).OnChanged(code)
}

func TestEntriesComeAndGo(t *testing.T) {
	o := open(t, "B-01")
	before := model.Len(o.record(), "purposes")
	test.Tap(control[*ui.Button](o, "purposes[]"))
	if n := model.Len(o.record(), "purposes"); n != before+1 {
		t.Fatalf("%d purposes, want %d", n, before+1)
	}
	at := "purposes[" + string(rune('0'+before)) + "].text"
	field := control[*ui.Entry](o, at)
	if o.window.Canvas().Focused() != fyne.Focusable(field) {
		t.Errorf("the keyboard is with %T", o.window.Canvas().Focused())
	}
	o.write(field, "Forskning")
	o.want(at, "Forskning")

	o.page.Focus("groups[0].data[0].text")
	keys := map[string]bool{}
	test.Tap(control[*ui.Button](o, "groups[0].data[]"))
	a := o.record().(*model.Activity)
	for _, d := range a.Items() {
		if d.Key == "" || keys[d.Key] {
			t.Errorf("the key %q occurs twice or is empty", d.Key)
		}
		keys[d.Key] = true
	}
}

func (o *opened) record() model.Record {
	rec, _ := o.session.Register().Record(o.id)
	return rec
}

func TestSwapKeepsWhatEntriesHold(t *testing.T) {
	o := open(t, "B-01")
	rec := model.Clone(o.record())
	before := rec.(*model.Activity).Purposes.Value
	if err := model.Swap(rec, "purposes", 0, 2); err != nil {
		t.Fatal(err)
	}
	want := model.Clone(o.record()).(*model.Activity)
	want.Purposes.Value[0], want.Purposes.Value[2] = before[2], before[0]
	if err := model.Swap(rec, "purposes", 0, 2); err != nil {
		t.Fatal(err)
	}
	if changes := model.Diff(o.record(), rec); changes != nil {
		t.Errorf("swapped twice, these differ: %v", changes)
	}
	if err := model.Swap(rec, "purposes", 0, 99); err == nil {
		t.Error("an entry that does not exist was swapped")
	}
}

func TestFailureKeepsTheText(t *testing.T) {
	o := open(t, "B-01")
	o.keeper.Fail = errors.New("disk full")
	field := control[*ui.Entry](o, "title")
	o.write(field, "Nyt navn")
	if field.Text != "Nyt navn" {
		t.Fatalf("the text became %q", field.Text)
	}
	o.keeper.Fail = nil
	o.window.Canvas().Focus(field)
	o.window.Canvas().Unfocus()
	o.want("title", "Nyt navn")
}

func TestPageFollowsOthers(t *testing.T) {
	o := open(t, "B-01")
	if err := o.session.Edit(o.id, nil, func(rec model.Record) error { return model.Set(rec, "department", "Klinik") }); err != nil {
		t.Fatal(err)
	}
	if got := control[*ui.Entry](o, "department").Text; got != "Klinik" {
		t.Errorf("the field shows %q", got)
	}
	title := control[*ui.Entry](o, "title")
	o.window.Canvas().Focus(title)
	title.SetText("halvt skrev")
	if err := o.session.Edit(o.id, nil, func(rec model.Record) error { return model.Set(rec, "department", "Ledelse") }); err != nil {
		t.Fatal(err)
	}
	if title.Text != "halvt skrev" {
		t.Errorf("what was being typed became %q", title.Text)
	}
	if o.window.Canvas().Focused() != fyne.Focusable(title) {
		t.Error("the keyboard was taken away")
	}
}

func TestPageSpeaksAnotherLanguage(t *testing.T) {
	o := open(t, "B-01")
	before := o.page.Headings()[0]
	o.session.SetWords(recordtest.In(t, "en"))
	if after := o.page.Headings()[0]; after == before || after != "Role and responsibility" {
		t.Errorf("%q became %q", before, after)
	}
}

func TestDuplicateOpensTheCopy(t *testing.T) {
	o := open(t, "B-01")
	o.page.Duplicate()
	if len(o.visits.Opened) != 1 || o.visits.Opened[0] == o.id {
		t.Fatalf("opened %v", o.visits.Opened)
	}
	copied, ok := o.session.Register().Record(o.visits.Opened[0])
	if !ok || copied.Meta().Number == "B-01" || copied.Name() == o.record().Name() {
		t.Errorf("the copy is %v", copied.Meta().Number)
	}
}

func TestDelete(t *testing.T) {
	t.Run("used", func(t *testing.T) {
		o := open(t, "D-01")
		o.page.Delete()
		if len(o.keeper.Changes) != 0 {
			t.Error("a record in use was deleted")
		}
		line := find[*ui.LineButton](o.window.Canvas().Overlays().Top())
		if line == nil {
			t.Fatal("the users are not shown")
		}
		line.Tapped(nil)
		if len(o.visits.Opened) != 1 {
			t.Errorf("opened %v", o.visits.Opened)
		}
	})
	t.Run("free", func(t *testing.T) {
		o := open(t, "B-01")
		rec, err := o.session.Create(model.KindMeasure, nil)
		if err != nil {
			t.Fatal(err)
		}
		p := record.New(o.session, rec.Meta().ID, record.General(model.KindMeasure), o.visits)
		defer p.Close()
		w := recordtest.Window(t, p)
		p.Delete()
		var yes *ui.Button
		for _, b := range findAll[*ui.Button](w.Canvas().Overlays().Top()) {
			if b.Kind == ui.ButtonDanger {
				yes = b
			}
		}
		if yes == nil {
			t.Fatal("there is no question")
		}
		yes.Tapped(nil)
		if _, there := o.session.Register().Record(rec.Meta().ID); there || o.visits.Backs != 1 {
			t.Errorf("there: %v, went back %d times", there, o.visits.Backs)
		}
	})
}

func TestLinkedRecordIsEditedInPlace(t *testing.T) {
	o := open(t, "B-01")
	a := o.record().(*model.Activity)
	rule := a.Retention.Value[0]
	field, ok := o.page.Control(rule, "data").(*ui.Entry)
	if !ok {
		t.Fatal("the first rule is not open")
	}
	o.write(field, "journalen")
	r, _ := model.Find[*model.RetentionRule](o.session.Register(), rule)
	if r.Data != "journalen" {
		t.Errorf("the rule says %q", r.Data)
	}
}

func TestJumpAndFocus(t *testing.T) {
	o := open(t, "B-01")
	o.page.Jump(6)
	low := o.page.Offset()
	if low == 0 {
		t.Error("the page did not scroll")
	}
	o.page.Focus("title")
	if o.window.Canvas().Focused() != o.page.Control(o.id, "title") {
		t.Error("the title has not got the keyboard")
	}
	if o.page.Offset() >= low {
		t.Error("the title is not in view")
	}
	o.page.Focus("purposes[2].text")
	if o.window.Canvas().Focused() != o.page.Control(o.id, "purposes[2].text") {
		t.Error("the third purpose was not opened")
	}
	o.page.Jump(99) // no such section: nothing happens
}

func TestOnlyWhatIsInViewIsMade(t *testing.T) {
	test.NewTempApp(t)
	s, _ := recordtest.Session(t, recordtest.Kalmia(t), "da")
	rec, _ := s.Register().Numbered("B-01")
	p := record.New(s, rec.Meta().ID, layouts()[model.KindActivity], &recordtest.Visits{})
	defer p.Close()
	recordtest.Window(t, p)
	if n := p.Built(); n == 0 || n > 4 {
		t.Errorf("%d sections were made at once", n)
	}
}
