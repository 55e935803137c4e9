package app

import (
	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
)

// secretField is where a passphrase is typed, unseen unless the person wants
// to see it.
type secretField struct {
	row   *ui.FieldRow
	entry *ui.Entry
	desk  *Desk
}

func (d *Desk) newSecretField(label, hint string) *secretField {
	entry := ui.NewEntry("", nil)
	entry.Password = true
	entry.ActionItem = ui.Stack(0) // instead of Fyne's eye, which keys do not reach
	row := ui.NewFieldRow(label, entry, hint)
	row.Above = true
	return &secretField{row, entry, d}
}

// secret returns what was typed. Whoever takes it clears it; what the field
// itself holds goes with empty.
func (f *secretField) secret() []byte { return []byte(f.entry.Text) }

// empty takes away what was typed.
func (f *secretField) empty() { f.entry.SetValue(""); f.entry.SetText("") }

// wrong says what is wrong, and lets the person type again.
func (f *secretField) wrong(text string) {
	f.row.SetProblem(ui.SignError, text)
	f.desk.grown()
	f.focus()
}

func (f *secretField) focus() { f.desk.window.Canvas().Focus(f.entry) }

// right takes away what was said to be wrong.
func (f *secretField) right() {
	if _, said := f.row.Problem(); said != "" {
		f.row.SetProblem(ui.SignNothing, "")
		f.desk.grown()
	}
}

// grown makes room for what is said to be wrong, in the dialog or on the
// screen.
func (d *Desk) grown() {
	if top := d.window.Canvas().Overlays().Top(); top != nil {
		top.Refresh()
	} else {
		d.window.Content().Refresh()
	}
}

// enable lets the person type, or not while what was typed is being tried.
func (f *secretField) enable(on bool) {
	if on {
		f.entry.Enable()
	} else {
		f.entry.Disable()
	}
}

// showSecrets is the box that shows what is typed in fields.
func (d *Desk) showSecrets(fields ...*secretField) fyne.CanvasObject {
	return ui.NewCheck(d.words.Text("protect.show"), false, func(on bool) {
		for _, f := range fields {
			f.entry.Password = !on
			f.entry.Refresh()
		}
	})
}
