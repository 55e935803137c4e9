package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Entry is a text field that hands over its text as it is left: when the focus
// goes, and on Enter where it has one line. Esc takes back what was typed since.
type Entry struct {
	widget.Entry

	// OnCommit gets the text when it has changed since it was set or last handed over.
	OnCommit func(text string)
	// OnFocus is called when the field gets the focus.
	OnFocus func()
	// Severity draws the frame of a warned field: SignWarning or SignError.
	Severity Sign

	committed string
	before    string // what was committed before the last hand-over
	leaving   bool
	focused   bool
	// self is the widget this field is part of, for a field that is built into another.
	self fyne.CanvasObject
	// These see every key, letter and shortcut first and report whether they used it.
	intercept         func(*fyne.KeyEvent) bool
	interceptRune     func(rune) bool
	interceptShortcut func(fyne.Shortcut) bool
}

// NewEntry returns a field of one line.
func NewEntry(text string, commit func(string)) *Entry {
	e := &Entry{OnCommit: commit, committed: text}
	e.Text = text
	e.Wrapping = fyne.TextWrapOff
	e.ExtendBaseWidget(e)
	return e
}

// NewMultiLine returns a field of at least that many lines, which wraps words.
// Tab leaves it.
func NewMultiLine(text string, rows int, commit func(string)) *Entry {
	e := &Entry{OnCommit: commit, committed: text}
	e.Text = text
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	e.SetMinRowsVisible(rows)
	return e
}

// AcceptsTab lets Tab move on, also from a field of several lines.
func (e *Entry) AcceptsTab() bool { return false }

// SetValue shows a text that comes from the register. It is not handed to
// OnCommit. What a person has typed and not yet handed over stays.
func (e *Entry) SetValue(text string) {
	pending := e.Text != e.committed
	e.committed, e.before = text, text
	if !pending && e.Text != text {
		e.SetText(text)
	}
}

// Commit hands over the text if it has changed.
func (e *Entry) Commit() {
	if e.Text == e.committed || e.Disabled() {
		return
	}
	e.before, e.committed = e.committed, e.Text
	e.SetText(e.Text) // forgets the typing: it is undone as a whole from now on
	if e.OnCommit != nil {
		e.OnCommit(e.Text)
	}
}

// Pending reports whether the field holds something that is not handed over.
func (e *Entry) Pending() bool { return e.Text != e.committed }

// Reject says that the last hand-over failed: the text stays and counts as not
// handed over, so that leaving the field hands it over again.
func (e *Entry) Reject() { e.committed = e.before }

// Revert takes back what was typed and not handed over.
func (e *Entry) Revert() {
	if e.Text != e.committed {
		e.SetText(e.committed)
	}
}

// UndoTyping takes back the last of what was typed and not yet handed over,
// and reports whether there was any.
func (e *Entry) UndoTyping() bool {
	if e.Text == e.committed || e.Disabled() {
		return false
	}
	typed := e.Text
	e.Undo()
	if e.Text == typed {
		e.Revert()
	}
	return true
}

// RedoTyping types again what UndoTyping took back last, and reports whether
// there was any.
func (e *Entry) RedoTyping() bool {
	if e.Disabled() {
		return false
	}
	typed := e.Text
	e.Redo()
	return e.Text != typed
}

// SetSeverity marks the field as warned or wrong; SignNothing unmarks it.
func (e *Entry) SetSeverity(s Sign) {
	if e.Severity != s {
		e.Severity = s
		e.Refresh()
	}
}

// FocusGained is Fyne's.
func (e *Entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	if e.OnFocus != nil {
		e.OnFocus()
	}
}

// FocusLost hands over the text.
func (e *Entry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	if e.leaving { // handing over can move the focus, which comes back here
		return
	}
	e.leaving = true
	e.Commit()
	e.leaving = false
}

func (e *Entry) outer() fyne.CanvasObject {
	if e.self != nil {
		return e.self
	}
	return e
}

// TypedKey is Fyne's.
func (e *Entry) TypedKey(event *fyne.KeyEvent) {
	if e.intercept != nil && e.intercept(event) {
		return
	}
	switch {
	case event.Name == fyne.KeyEscape:
		if e.Text != e.committed {
			e.Revert()
			return
		}
		PassKey(e.outer(), event)
	case event.Name == fyne.KeyF1: // help, from any field
		PassKey(e.outer(), event)
	case isEnter(event.Name) && !e.MultiLine:
		e.Commit()
		PassKey(e.outer(), event)
	default:
		e.Entry.TypedKey(event)
	}
}

// TypedRune is Fyne's.
func (e *Entry) TypedRune(r rune) {
	if e.interceptRune == nil || !e.interceptRune(r) {
		e.Entry.TypedRune(r)
	}
}

// TypedShortcut is Fyne's.
func (e *Entry) TypedShortcut(shortcut fyne.Shortcut) {
	if e.interceptShortcut == nil || !e.interceptShortcut(shortcut) {
		e.Entry.TypedShortcut(shortcut)
	}
}

// MinSize is Fyne's, with the height of a field.
func (e *Entry) MinSize() fyne.Size {
	e.ExtendBaseWidget(e)
	m := e.Entry.MinSize()
	if !e.MultiLine {
		m.Height = Px(32)
	}
	return m
}

// CreateRenderer adds the ring of focus and warning to Fyne's field.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	e.ExtendBaseWidget(e)
	r := &entryRenderer{WidgetRenderer: e.Entry.CreateRenderer(), entry: e, ring: newBox()}
	if !e.MultiLine {
		r.cover = newBarCover(e)
	}
	r.paint()
	return r
}

type entryRenderer struct {
	fyne.WidgetRenderer
	entry *Entry
	ring  *canvas.Rectangle
	cover *barCover // of a field of one line
}

func (r *entryRenderer) paint() {
	for _, o := range r.WidgetRenderer.Objects() { // our ring is the frame
		if frame, ok := o.(*canvas.Rectangle); ok && frame.StrokeWidth > 0 {
			frame.Hide()
		}
	}
	colour, width := ColorControl, float32(2)
	switch {
	case r.entry.Severity == SignWarning:
		colour = ColorWarning
	case r.entry.Severity == SignError:
		colour = ColorError
	case r.entry.focused:
		colour = ColorAccent
	case r.entry.Disabled():
		colour, width = ColorLine2, 1
	default:
		width = 1
	}
	paintBox(r.ring, "", colour, width)
}

func (r *entryRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	for _, o := range r.WidgetRenderer.Objects() { // Fyne hangs the icon from the top
		if icon, ok := o.(*canvas.Image); ok {
			icon.Move(fyne.NewPos(icon.Position().X+2, (size.Height-icon.Size().Height)/2))
		}
	}
	if r.cover != nil {
		r.cover.place(size)
	}
	r.ring.Resize(size)
	r.paint()
}

func (r *entryRenderer) Objects() []fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{}, r.WidgetRenderer.Objects()...)
	if r.cover != nil {
		objects = append(objects, r.cover)
	}
	return append(objects, r.ring)
}

func (r *entryRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
	if r.cover != nil {
		r.cover.place(r.entry.Size())
		r.cover.Refresh()
	}
	r.ring.Refresh()
}
