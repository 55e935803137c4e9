package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
)

func TestMatrixGridKeys(t *testing.T) {
	tests := []struct {
		name        string
		keys        []fyne.KeyName
		row, column int
	}{
		{"begins on the first row of data", nil, 1, 0},
		{"right and left", []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft}, 1, 1},
		{"not past the edges", []fyne.KeyName{fyne.KeyLeft, fyne.KeyUp}, 1, 0},
		{"End and Home", []fyne.KeyName{fyne.KeyEnd, fyne.KeyDown}, 2, 3},
		{"over a group's title", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown}, 6, 0},
		{"not past the end", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown}, 6, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dress(t, Light)
			g := NewMatrixGrid("", []string{"a", "b", "c", "d"}, "", gridRows(4))
			stage(t, Stack(0, g), 640, 400)
			for _, name := range tt.keys {
				g.TypedKey(key(name))
			}
			if row, column := g.Current(); row != tt.row || column != tt.column {
				t.Errorf("at %d, %d; want %d, %d", row, column, tt.row, tt.column)
			}
		})
	}
}

func TestMatrixGridCycles(t *testing.T) {
	dress(t, Light)
	var got []string
	g := NewMatrixGrid("", []string{"a"}, "", []MatrixRow{{Label: "Navn"}})
	g.OnChange = func(row, column int, value string) { got = append(got, fmt.Sprintf("%d %d %s", row, column, value)) }
	w := stage(t, Stack(0, g), 640, 400)
	w.Canvas().Focus(g)
	typeOn(w, "      x")
	want := []string{"0 0 receives", "0 0 no", "0 0 not_stated", "0 0 by_law", "0 0 if_relevant", "0 0 "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("values (-want +got):\n%s", diff)
	}
	g.ReadOnly = true
	typeOn(w, " ")
	if len(got) != len(want) {
		t.Error("a cell has changed that is read only")
	}
}

func TestMatrixGridPointer(t *testing.T) {
	dress(t, Light)
	changed, opened := "", -1
	g := NewMatrixGrid("", []string{"a", "b"}, "", gridRows(2))
	g.OnChange = func(row, column int, value string) { changed = fmt.Sprintf("%d %d %s", row, column, value) }
	g.OnOpenRow = func(row int) { opened = row }
	stage(t, Stack(0, g), 640, 400)
	_, width := g.span(0)
	g.cells.Tapped(&fyne.PointEvent{Position: fyne.NewPos(width+5, 32+36*2+5)})
	if changed != "2 1 by_law" {
		t.Errorf("a click changes %q", changed)
	}
	g.cells.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 32+5)}) // a group's title
	g.cells.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)})    // the head
	if changed != "2 1 by_law" {
		t.Errorf("a click on a title changes %q", changed)
	}
	g.Tapped(&fyne.PointEvent{Position: fyne.NewPos(20, 32+36*3+5)})
	if opened != 3 {
		t.Errorf("a click on a label opens row %d", opened)
	}
	g.TypedKey(key(fyne.KeyReturn))
	if row, _ := g.Current(); opened != row {
		t.Errorf("Enter opens row %d of %d", opened, row)
	}
}

func TestMatrixGridKeepsItsCell(t *testing.T) {
	dress(t, Light)
	g := NewMatrixGrid("", []string{"a", "b"}, "", gridRows(2))
	stage(t, Stack(0, g), 640, 400)
	g.TypedKey(key(fyne.KeyDown))
	g.TypedKey(key(fyne.KeyRight))
	g.SetRows(gridRows(2))
	if row, column := g.Current(); row != 2 || column != 1 {
		t.Errorf("at %d, %d", row, column)
	}
	g.SetRows(gridRows(2)[:2])
	if row, _ := g.Current(); row != 1 {
		t.Errorf("with fewer rows at %d", row)
	}
	g.SetRows(nil)
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn} {
		g.TypedKey(key(name))
	}
	g.TypedRune(' ')
	g.SetRows(gridRows(2))
	if row, _ := g.Current(); row != 1 {
		t.Errorf("with rows again at %d", row)
	}
}

func TestMatrixGridScrolls(t *testing.T) {
	dress(t, Light)
	columns := []string{"Complimenta", "Hejlesen", "Microsoft", "Myndigheder", "E-conomic", "Pihl Bogføring", "Forsikringsselskaber", "Kommuner"}
	g := NewMatrixGrid("Oplysning", columns, "Slettes", gridRows(8))
	w := stage(t, Stack(0, g), 640, 400)
	if !g.scrolls() {
		t.Fatal("eight recipients need not scroll in 640")
	}
	g.TypedKey(key(fyne.KeyEnd))
	if g.scroll.Offset.X == 0 {
		t.Error("the last column is out of sight")
	}
	g.TypedKey(key(fyne.KeyHome))
	if g.scroll.Offset.X != 0 {
		t.Error("the first column is out of sight")
	}
	w.Resize(fyne.NewSize(1200, 400))
	if g.scrolls() || g.scroll.Content != nil {
		t.Error("in a wide window nothing need scroll")
	}
}
