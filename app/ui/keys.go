package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// PassKey hands a key that a widget does not use to what is around it: the open
// dialog or pop-up, else the canvas, where the shell listens.
func PassKey(from fyne.CanvasObject, event *fyne.KeyEvent) {
	c := canvasOf(from)
	if c == nil {
		return
	}
	if top, ok := c.Overlays().Top().(*Overlay); ok {
		top.TypedKey(event)
		return
	}
	if handler := c.OnTypedKey(); handler != nil {
		handler(event)
	}
}

// canvasOf returns the canvas an object stands on, nil if none. Fyne knows it only
// of objects it has painted; before that it is the one window's.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	if windows := driver.AllWindows(); len(windows) == 1 {
		return windows[0].Canvas()
	}
	return nil
}

// focus gives a widget the keyboard.
func focus(o fyne.Focusable) {
	object, ok := o.(fyne.CanvasObject)
	if !ok {
		return
	}
	if c := canvasOf(object); c != nil && c.Focused() != o {
		c.Focus(o)
	}
}

func isEnter(key fyne.KeyName) bool {
	return key == fyne.KeyReturn || key == fyne.KeyEnter
}

// FocusFirst gives the keyboard to the first thing in an object that takes it,
// and reports whether there was one.
func FocusFirst(o fyne.CanvasObject) bool {
	found := firstFocusable(o)
	if found == nil {
		return false
	}
	focus(found)
	return true
}

func firstFocusable(o fyne.CanvasObject) fyne.Focusable {
	if o == nil || !o.Visible() {
		return nil
	}
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		return nil
	}
	if f, ok := o.(fyne.Focusable); ok {
		return f
	}
	for _, child := range parts(o) {
		if f := firstFocusable(child); f != nil {
			return f
		}
	}
	return nil
}

// composite is a widget made of others, some of which may take the keyboard.
type composite interface{ parts() []fyne.CanvasObject }

func parts(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case composite:
		return o.parts()
	}
	return nil
}

// call calls a callback that may be missing.
func call(f func()) {
	if f != nil {
		f()
	}
}
