package app

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"fortegnelse/app/session"
	"fortegnelse/model"
)

// typing is a field that can take back what was typed in it. The menu hears
// of Ctrl+Z before the field does.
type typing interface {
	UndoTyping() bool
	RedoTyping() bool
}

// undo takes back what is being typed, else the last action that was saved.
func (d *Desk) undo() {
	if field, ok := d.window.Canvas().Focused().(typing); ok && field.UndoTyping() {
		return
	}
	d.again("undo.failed", (*session.Session).Undoable, (*session.Session).Undo)
}

// redo does again what undo has taken back last.
func (d *Desk) redo() {
	if field, ok := d.window.Canvas().Focused().(typing); ok && field.RedoTyping() {
		return
	}
	d.again("redo.failed", (*session.Session).Redoable, (*session.Session).Redo)
}

// again undoes or redoes an action and shows the record that it is about.
func (d *Desk) again(failed string, next func(*session.Session) (session.Deed, bool), do func(*session.Session) ([]model.ID, error)) {
	if d.session == nil {
		return
	}
	deed, ok := next(d.session)
	if !ok {
		return
	}
	info := d.session.Register().Info()
	d.unlessModal(func() {
		ids, err := do(d.session)
		switch {
		case err != nil:
			d.fail(d.words.Text(failed, "What", d.deed(deed)), err)
		case deed.What == session.Register:
			d.build() // the name stands in the bar and the title
		default:
			if d.session.Register().Info() != info {
				d.build()
			}
			d.shell.showAgain(deed.Kind, ids)
		}
	})()
}

// showAgain shows a record that an undo has touched, or the list of its kind
// where it is gone. A page that shows one already stays.
func (s *shell) showAgain(kind model.Kind, ids []model.ID) {
	if slices.Contains(ids, s.trail.now().record) {
		return
	}
	if kind == model.KindFindingAnswer { // answers are given and withdrawn among the findings
		s.goFindings()
		return
	}
	for _, id := range ids {
		if _, there := s.desk.session.Register().Record(id); there {
			s.openRecord(id)
			return
		}
	}
	s.goTo(string(kind))
}

// deed names an action: "ændring af B-01".
func (d *Desk) deed(deed session.Deed) string {
	var text string
	if deed.What == session.Created {
		text = uncapital(d.words.Text("list.add."+string(deed.Kind))) + " " + deed.Number
	} else {
		text = d.words.Text("undo."+string(deed.What), "Number", deed.Number)
	}
	if deed.More > 0 {
		text = d.words.Count("undo.more", deed.More, "What", text)
	}
	return text
}

func uncapital(s string) string {
	_, first := utf8.DecodeRuneInString(s)
	return strings.ToLower(s[:first]) + s[first:]
}

// edits returns the commands of the menu for editing. They name what they
// would do.
func (d *Desk) edits() []*command {
	undo := &command{key: "menu.undo", shortcut: &fyne.ShortcutUndo{}, do: d.undo, open: true, always: true}
	redo := &command{key: "menu.redo", shortcut: ctrlShift(fyne.KeyZ), do: d.redo, open: true, always: true}
	if d.session == nil {
		return []*command{undo, redo}
	}
	name := func(c *command, deed session.Deed, ok bool) {
		c.idle = !ok
		if ok {
			c.title = d.words.Text(c.key+".what", "What", d.deed(deed))
		}
	}
	deed, ok := d.session.Undoable()
	name(undo, deed, ok)
	deed, ok = d.session.Redoable()
	name(redo, deed, ok)
	return []*command{undo, redo}
}

// nameEdits writes the menu anew where it would now undo or redo something
// else.
func (d *Desk) nameEdits() {
	if d.editTitles() != d.edited {
		d.window.SetMainMenu(d.menu())
	}
}

func (d *Desk) editTitles() string {
	titles := ""
	for _, c := range d.edits() {
		titles += c.title + "\n"
	}
	return titles
}

// explainUndo says why an action cannot be undone or redone; false for other
// errors.
func (d *Desk) explainUndo(err error) (string, bool) {
	var used *session.InUseError
	switch {
	case errors.Is(err, session.ErrOvertaken):
		return d.words.Text("undo.overtaken"), true
	case errors.As(err, &used):
		var names []string
		for _, u := range used.Uses {
			if name := u.From.Meta().Number; !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		return d.words.Text("undo.used", "Number", used.Record.Meta().Number, "Names", strings.Join(names, ", ")), true
	}
	return "", false
}
