package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
)

// Column is a column of a [DataTable].
type Column[T any] struct {
	ID    string // unique in the table
	Title string
	// Heads replaces the title by short heads, one above each mark of a grid of
	// states: a, b, c …
	Heads []string
	// Width is the column's width at text size 14; the least width where Stretch is set.
	Width float32
	// Stretch lets the column take what the others leave. Several share it.
	Stretch bool
	Align   fyne.TextAlign
	// Text is what the cell says; nil for a column of marks alone.
	Text func(T) string
	// Marks stand before the text, or alone; at the right where Align says so.
	Marks func(T) []Mark
	// Pitch is the distance from mark to mark at text size 14; 20 if zero.
	Pitch float32
	// Copy is what the cell says on the clipboard; Text if nil.
	Copy func(T) string
	// Compare orders two rows by this column; the column cannot be sorted where nil.
	Compare func(a, b T) int
	// Italic writes the text in italics: what is not stated.
	Italic func(T) bool
	// Quiet writes the text in the colour of labels, such as a number.
	Quiet bool
	// Drop is the order in which columns give way where the table is too narrow:
	// the highest first, zero never.
	Drop int
}

func (c Column[T]) pitch() float32 {
	if c.Pitch > 0 {
		return Px(c.Pitch)
	}
	return Px(20)
}

// checkColumns panics where two columns have the same ID: a programmer's error.
func checkColumns[T any](columns []Column[T]) {
	seen := map[string]bool{}
	for _, c := range columns {
		if c.ID == "" || seen[c.ID] {
			panic(fmt.Sprintf("ui: column ID %q is empty or used twice", c.ID))
		}
		seen[c.ID] = true
	}
}

// place is where a column stands.
type place struct {
	x, width float32
	hidden   bool
}

// placeColumns shares a width out: fixed columns get theirs, stretching ones the
// rest; where even the least widths do not fit, columns give way.
func placeColumns[T any](columns []Column[T], width float32) []place {
	places := make([]place, len(columns))
	least := func() (total float32) {
		for i, c := range columns {
			if !places[i].hidden {
				total += Px(c.Width)
			}
		}
		return total
	}
	for least() > width {
		last := -1
		for i, c := range columns {
			if !places[i].hidden && c.Drop > 0 && (last < 0 || c.Drop > columns[last].Drop) {
				last = i
			}
		}
		if last < 0 {
			break
		}
		places[last].hidden = true
	}
	stretching := 0
	for i, c := range columns {
		if c.Stretch && !places[i].hidden {
			stretching++
		}
	}
	rest := max(width-least(), 0)
	x := float32(0)
	for i, c := range columns {
		if places[i].hidden {
			continue
		}
		places[i].x = x
		places[i].width = Px(c.Width)
		if c.Stretch {
			places[i].width += rest / float32(stretching)
		}
		x += places[i].width
	}
	return places
}
