package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func coverOf(e *Entry) *barCover {
	for _, o := range test.WidgetRenderer(e).Objects() {
		if cover, ok := o.(*barCover); ok {
			return cover
		}
	}
	return nil
}

func TestBarCoverLiesAlongTheFoot(t *testing.T) {
	dress(t, Light)
	field, lines := NewEntry(strings.Repeat("lang tekst ", 20), nil), NewMultiLine("", 3, nil)
	stage(t, Stack(0, field, lines), 160, 200)
	cover := coverOf(field)
	if cover == nil || coverOf(lines) != nil {
		t.Fatal("only a field of one line has a cover")
	}
	bar := theme.Size(theme.SizeNameScrollBarSmall)
	bottom := cover.Position().Y + cover.ground.Position().Y + cover.ground.Size().Height
	if bottom < field.Size().Height-1 || cover.ground.Size().Height < bar || cover.ground.Size().Width < field.Size().Width-6 {
		t.Errorf("the cover ends at %v with a size of %v in a field of %v", bottom, cover.ground.Size(), field.Size())
	}
}

func TestClickOnTheCoverGoesToTheField(t *testing.T) {
	dress(t, Light)
	field := NewEntry("ord", nil)
	w := stage(t, Stack(0, field), 160, 200)
	coverOf(field).MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, 2)}, Button: desktop.MouseButtonPrimary})
	if w.Canvas().Focused() != fyne.Focusable(field) || field.CursorColumn != 3 {
		t.Errorf("the focus is on %T, the cursor at %d", w.Canvas().Focused(), field.CursorColumn)
	}
}
