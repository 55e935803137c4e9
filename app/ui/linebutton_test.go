package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestArrowsMoveAlongLineButtons(t *testing.T) {
	dress(t, Light)
	pressed := ""
	line := func(name string) *LineButton {
		return NewLineButton(name, "", "", "", func() { pressed = name })
	}
	first, second := line("a"), line("b")
	w := stage(t, Stack(0, first, second), 300, 200)
	w.Canvas().Focus(first)
	press := func(name fyne.KeyName) { w.Canvas().Focused().TypedKey(key(name)) }
	press(fyne.KeyDown)
	press(fyne.KeyReturn)
	if pressed != "b" {
		t.Errorf("Down and Enter pressed %q, want b", pressed)
	}
	press(fyne.KeyUp)
	w.Canvas().Focused().TypedRune(' ')
	if pressed != "a" {
		t.Errorf("Up and Space pressed %q, want a", pressed)
	}
}
