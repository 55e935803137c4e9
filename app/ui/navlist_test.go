package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/google/go-cmp/cmp"
)

func TestNavList(t *testing.T) {
	items := []NavItem{{ID: "a", Text: "Overblik"}, {Text: "Register"}, {ID: "b", Text: "Aktiviteter", Count: "11"}, {}, {ID: "c", Text: "Fund"}}
	tests := []struct {
		name string
		keys []fyne.KeyName
		want []string
	}{
		{"down over a caption", []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, []string{"b"}},
		{"down to the end and no further", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn}, []string{"c"}},
		{"up and no further", []fyne.KeyName{fyne.KeyUp, fyne.KeyReturn}, []string{"a"}},
		{"End, Home", []fyne.KeyName{fyne.KeyEnd, fyne.KeyReturn, fyne.KeyHome, fyne.KeyReturn}, []string{"c", "a"}},
		{"moving alone opens nothing", []fyne.KeyName{fyne.KeyDown}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dress(t, Light)
			var got []string
			n := NewNavList(items, "a", func(id string) { got = append(got, id) })
			w := stage(t, n, 208, 300)
			w.Canvas().Focus(n)
			for _, name := range tt.keys {
				n.TypedKey(key(name))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("opened (-want +got):\n%s", diff)
			}
			w.Canvas().Unfocus()
			if n.cursor != n.index(n.Current()) {
				t.Error("without the focus the keyboard's line is the present place")
			}
		})
	}
	t.Run("pointer", func(t *testing.T) {
		dress(t, Light)
		opened := ""
		n := NewNavList(items, "a", func(id string) { opened += id })
		stage(t, n, 208, 300)
		for _, y := range []float32{75, 40, 110, 500} { // Aktiviteter, a caption, a gap, below
			n.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(20, y)}})
			n.Tapped(&fyne.PointEvent{Position: fyne.NewPos(20, y)})
		}
		if opened != "b" || n.Current() != "b" {
			t.Errorf("opened %q, at %q", opened, n.Current())
		}
		n.SetItems(items[:1])
		n.SetCurrent("a")
		if n.Current() != "a" || len(n.rows) != 1 {
			t.Errorf("at %q with %d rows", n.Current(), len(n.rows))
		}
		n.SetItems(nil)
		n.TypedKey(key(fyne.KeyDown))
		n.TypedKey(key(fyne.KeyReturn))
	})
}
