package app

import (
	"strings"

	"fyne.io/fyne/v2"

	"fortegnelse/app/record"
	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// askReason asks why the record that is open is being changed. The answer is
// written into the history with every change that is saved until the person
// goes elsewhere; an empty one takes it away.
func (s *shell) askReason() {
	if _, ok := s.opened(); !ok {
		return
	}
	d := s.desk
	t := d.words.Text
	at := s.trail.now().record
	number := ""
	if rec, there := d.session.Register().Record(at); there {
		number = rec.Meta().Number
	}
	field := ui.NewEntry(d.session.Reason(), nil)
	modal := &ui.Modal{Title: t("reason.title", "Number", number), Width: 560,
		Content: ui.NewFieldRow(t("reason.field"), field, t("reason.hint"))}
	modal.Buttons = []*ui.Button{
		ui.NewButton(t("ui.cancel"), "", modal.Hide),
		ui.NewPrimary(t("reason.use"), "", func() {
			reason := strings.TrimSpace(field.Text)
			modal.Hide()
			s.setReason(at, reason)
		}),
	}
	modal.Show(d.window.Canvas())
}

// Reason implements the navigator of a record's page.
func (s *shell) Reason() { s.askReason() }

// setReason gives the changes of a record a reason from now on.
func (s *shell) setReason(of model.ID, reason string) {
	s.reason = of
	s.desk.session.SetReason(reason)
	s.bar.showReason()
}

// forgetReason takes the reason away when another place than its record is
// shown. A window that is drawn anew shows the same place.
func (s *shell) forgetReason(shown model.ID) {
	if s.desk.session.Reason() == "" {
		return
	}
	if s.reason == "" {
		s.reason = shown
	}
	if s.reason != shown || shown == "" {
		s.setReason("", "")
	}
}

// reasonWidth is the width, at text size 14, in which a reason must be told.
const reasonWidth = 184

// showReason shows the reason as a chip that can be taken away.
func (b *topBar) showReason() {
	session := b.desk.session
	reason := session.Reason()
	if reason == b.told {
		return
	}
	b.told, b.reason.Objects = reason, nil
	if reason != "" {
		chip := ui.NewChip(b.desk.words.Text("reason.chip", "Reason", reason), ui.SignNothing, func() {
			session.SetReason("")
			b.showReason()
		})
		chip.OnTapped = func() { b.desk.shell.askReason() }
		b.reason.Objects = []fyne.CanvasObject{record.AtMost(reasonWidth, chip)}
	}
	b.reason.Hidden = reason == ""
	b.content.Refresh()
}
