package record

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"fortegnelse/app/ui"
)

// paragraph is a field of several lines that is as high as its text, so that
// the page scrolls and not the field.
func (e *editor) paragraph() {
	page := e.form.page
	entry := ui.NewMultiLine(value(e.form.at(e.path)), 1, func(typed string) { e.save(strings.TrimSpace(typed)) })
	layout := &growing{entry: entry, measure: ui.NewParagraph("")}
	entry.OnChanged = func(string) {
		if layout.grow() {
			page.reflow()
		}
	}
	wheel := &wheel{page: page}
	wheel.ExtendBaseWidget(wheel)
	e.object = container.New(layout, entry, wheel)
	e.writes(entry)
}

// growing gives a field as many lines as its text takes.
type growing struct {
	entry   *ui.Entry
	measure *ui.Text
	width   float32
	rows    int
}

// mostRows keeps a very long text from filling the page; then the field
// scrolls.
const mostRows = 24

// grow sets the number of lines and reports whether it has changed.
func (g *growing) grow() bool {
	if g.width <= 0 {
		return false
	}
	g.measure.Content = g.entry.Text + "\u200b"
	g.measure.Resize(fyne.NewSize(g.width-ui.Px(20), ui.Px(20)))
	rows := int(g.measure.MinSize().Height/ui.Px(20) + 0.5)
	rows = min(max(rows, 1), mostRows)
	if rows == g.rows {
		return false
	}
	g.rows = rows
	g.entry.SetMinRowsVisible(rows)
	return true
}

// Layout is Fyne's.
func (g *growing) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width != g.width {
		g.width = size.Width
		g.grow()
	}
	for _, o := range objects {
		o.Resize(size)
	}
}

// MinSize is Fyne's.
func (g *growing) MinSize([]fyne.CanvasObject) fyne.Size {
	g.grow()
	m := g.entry.MinSize()
	return fyne.NewSize(ui.Px(120), max(m.Height, ui.Px(32)))
}

// wheel lies over a field of several lines and gives what the mouse wheel does
// to the page, which the field would keep for itself.
type wheel struct {
	widget.BaseWidget
	page *Page
}

// Scrolled is Fyne's.
func (w *wheel) Scrolled(event *fyne.ScrollEvent) { w.page.scroll.Scrolled(event) }

// CreateRenderer is Fyne's.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
