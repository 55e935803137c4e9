package app

import (
	"bytes"
	"context"
	"errors"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
)

// secretDialog asks for the passphrase that opens a register, for a new one,
// or for both, and does something slow with them.
type secretDialog struct {
	desk   *Desk
	title  string
	lines  []string // what will happen
	button string
	danger bool

	current     string // label of the field for what opens the register; "" does not ask
	chooses     bool   // asks for a new passphrase, twice
	do          func(current, next []byte) error
	done        func() // after do has worked
	failed      string // what to say could not be done, where do has not
	modal       *ui.Modal
	now         *secretField // nil where it is not asked for
	next, again *secretField // nil where none is chosen
	note        *ui.Text
	busy        bool
}

// show opens the dialog.
func (s *secretDialog) show() {
	t := s.desk.words.Text
	var parts []fyne.CanvasObject
	for _, line := range s.lines {
		parts = append(parts, ui.NewParagraph(line))
	}
	var fields []*secretField
	if s.current != "" {
		s.now = s.desk.newSecretField(s.current, "")
		fields = append(fields, s.now)
	}
	if s.chooses {
		s.next = s.desk.newSecretField(t("protect.new"), t("protect.new_hint", "Count", s.desk.files.MinPassphrase()))
		s.again = s.desk.newSecretField(t("protect.again"), "")
		fields = append(fields, s.next, s.again)
	}
	for _, f := range fields {
		parts = append(parts, f.row)
	}
	parts = append(parts, s.desk.showSecrets(fields...))
	s.note = ui.NewLabel("")
	s.modal = &ui.Modal{Title: s.title, Content: ui.Stack(ui.Px(12), parts...), Width: 520, Note: s.note}
	s.modal.OnClose = s.leave
	do := ui.NewPrimary(s.button, "", s.start)
	if s.danger {
		do.Kind = ui.ButtonDanger
	}
	s.modal.Buttons = []*ui.Button{ui.NewButton(t("exporting.cancel"), "", s.leave), do}
	s.modal.Show(s.desk.window.Canvas())
	fields[0].focus()
}

func (s *secretDialog) fields() []*secretField {
	var fields []*secretField
	for _, f := range []*secretField{s.now, s.next, s.again} {
		if f != nil {
			fields = append(fields, f)
		}
	}
	return fields
}

// leave closes the dialog, unless it is doing something.
func (s *secretDialog) leave() {
	if s.busy {
		return
	}
	for _, f := range s.fields() {
		f.empty()
	}
	s.modal.Hide()
}

func (s *secretDialog) setBusy(busy bool) {
	s.busy = busy
	s.note.SetText("")
	if busy {
		s.note.SetText(s.desk.words.Text("protect.working"))
	}
	for _, f := range s.fields() {
		f.enable(!busy)
	}
	for _, b := range s.modal.Buttons {
		if busy {
			b.Disable()
		} else {
			b.Enable()
		}
	}
}

// fits checks what can be checked at once and says what is wrong.
func (s *secretDialog) fits(current, next, again []byte) bool {
	t := s.desk.words.Text
	for _, f := range s.fields() {
		f.right()
	}
	least := s.desk.files.MinPassphrase()
	switch {
	case s.now != nil && len(current) == 0:
		s.now.wrong(t("protect.empty"))
	case s.next != nil && utf8.RuneCount(next) < least:
		s.next.wrong(t("protect.short", "Count", least))
	case s.next != nil && !bytes.Equal(next, again):
		s.again.wrong(t("protect.differs"))
	default:
		return true
	}
	return false
}

// start does what the dialog is for, beside the window.
func (s *secretDialog) start() {
	if s.busy {
		return
	}
	var current, next []byte
	if s.now != nil {
		current = s.now.secret()
	}
	if s.next != nil {
		next = s.next.secret()
		again := s.again.secret()
		defer clear(again)
		if !s.fits(current, next, again) {
			return
		}
	} else if !s.fits(current, nil, nil) {
		return
	}
	s.setBusy(true)
	s.desk.runner.start(Task{
		Work: func(context.Context, func(int, int)) error {
			defer clear(current)
			defer clear(next)
			return s.do(current, next)
		},
		Done: s.finish,
	}, func(int, int) {})
}

func (s *secretDialog) finish(err error) {
	s.setBusy(false)
	var file *FileError
	var copies *CopiesError
	switch {
	case err == nil || errors.As(err, &copies):
		s.leave()
		s.done()
		if copies != nil {
			s.desk.tellCopies(copies)
		}
	case errors.As(err, &file) && file.Reason == WrongPassphrase && s.now != nil:
		s.now.wrong(s.desk.explain(err))
	default:
		s.desk.fail(s.failed, err)
	}
}
