package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
)

// MenuItem is a line of a menu.
type MenuItem struct {
	Text string
	// Shortcut is shown at the right; the menu does not listen for it.
	Shortcut string
	Do       func()
}

// ShowMenu opens a menu below an object. Arrows move, Enter and a click do the
// item, Esc leaves.
func ShowMenu(anchor fyne.CanvasObject, items []MenuItem) {
	c := canvasOf(anchor)
	if c == nil || len(items) == 0 {
		return
	}
	options := make([]Option, len(items))
	for i, item := range items {
		options[i] = Option{Code: strconv.Itoa(i), Label: item.Text, Detail: item.Shortcut}
	}
	list := newOptionList(options, nil, false)
	overlay := &Overlay{Content: list, Anchor: anchor}
	overlay.Wish = fyne.NewSize(max(list.widest(), Px(160)), list.height()+2)
	list.onPick = func(o Option) {
		overlay.Hide()
		i, err := strconv.Atoi(o.Code)
		if err == nil && items[i].Do != nil {
			items[i].Do()
		}
	}
	overlay.ShowOn(c, list)
}
