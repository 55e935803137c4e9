package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// optionRow draws one line of the list.
type optionRow struct {
	widget.BaseWidget
	list *optionList
	line int

	ground, bar, rule *canvas.Rectangle
	box               *tickBox
	plus              *canvas.Image
	label, detail     *canvas.Text
	found             []*canvas.Rectangle
	signs             signPool
	objects           []fyne.CanvasObject
}

func newOptionRow(l *optionList) *optionRow {
	r := &optionRow{list: l,
		ground: newBox(), bar: newBox(), rule: newBox(),
		box: newTickBox(), plus: NewIcon(IconPlus, ColorAccent, 16),
		label: newLine(), detail: newLine(),
	}
	r.ExtendBaseWidget(r)
	return r
}

// Tapped chooses the line.
func (r *optionRow) Tapped(*fyne.PointEvent) {
	if r.line < len(r.list.lines) && r.list.lines[r.line].caption == "" {
		r.list.moveTo(r.line)
		r.list.pick(r.line)
	}
}

// MouseIn is Fyne's.
func (r *optionRow) MouseIn(event *desktop.MouseEvent) { r.MouseMoved(event) }

// MouseMoved is Fyne's. A row can have come under the mouse by scrolling.
func (r *optionRow) MouseMoved(*desktop.MouseEvent) {
	if r.line < len(r.list.lines) && r.list.lines[r.line].caption == "" {
		r.list.hover(r.line)
	}
}

// MouseOut is Fyne's.
func (r *optionRow) MouseOut() { r.list.hover(-1) }

func (r *optionRow) show(line int) {
	r.line = line
	r.Refresh()
}

func (r *optionRow) draw() {
	if r.line >= len(r.list.lines) {
		return
	}
	line := r.list.lines[r.line]
	size := r.Size()
	current := r.line == r.list.current && line.caption == ""
	r.ground.Resize(size)
	r.rule.Resize(fyne.NewSize(size.Width, 1))
	r.rule.Move(fyne.NewPos(0, size.Height-1))
	r.rule.FillColor = theme.Color(ColorLine)
	r.bar.Resize(fyne.NewSize(3, size.Height))
	r.bar.FillColor = theme.Color(ColorAccent)
	r.bar.Hidden = !current
	r.ground.FillColor = theme.Color(ColorBackground)
	switch {
	case current:
		r.ground.FillColor = theme.Color(ColorSelected)
	case line.caption != "":
		r.ground.FillColor = theme.Color(ColorNav)
	case r.line == r.list.hovered:
		r.ground.FillColor = theme.Color(ColorHover)
	}
	r.box.Hidden = line.option < 0 || !r.list.multi
	r.plus.Hidden = !line.offer
	r.signs.begin()
	r.found = r.found[:0]
	x := Px(12)
	switch {
	case line.caption != "":
		setText(r.label, line.caption, theme.SizeNameCaptionText, fyne.TextStyle{Bold: true}, ColorText2)
		setText(r.detail, "", theme.SizeNameCaptionText, fyne.TextStyle{}, ColorText2)
		middle(r.label, x, size.Height)
	case line.offer:
		r.plus.Resize(fyne.NewSquareSize(Px(16)))
		r.plus.Move(fyne.NewPos(x+Px(2), (size.Height-Px(16))/2))
		setText(r.label, r.list.create(r.list.typed), theme.SizeNameText, fyne.TextStyle{}, ColorAccent)
		setText(r.detail, "Ctrl+Enter", theme.SizeNameCaptionText, fyne.TextStyle{}, ColorText2)
		middle(r.label, x+Px(26), size.Height)
		middle(r.detail, size.Width-r.detail.MinSize().Width-Px(12), size.Height)
	default:
		r.drawOption(r.list.options[line.option], x, size)
	}
	r.signs.end()
	r.objects = append(r.objects[:0], r.ground, r.rule, r.bar)
	for _, found := range r.found {
		r.objects = append(r.objects, found)
	}
	r.objects = append(r.objects, r.box, r.plus, r.label, r.detail)
	r.objects = r.signs.appendTo(r.objects)
}

func (r *optionRow) drawOption(option Option, x float32, size fyne.Size) {
	if r.list.multi {
		r.box.set(r.list.ticked[option.Code])
		r.box.Resize(fyne.NewSquareSize(Px(16)))
		r.box.Move(fyne.NewPos(x, (size.Height-Px(16))/2))
		x += Px(28)
	}
	if option.Mark.Known() {
		r.signs.place(option.Mark, fyne.NewPos(x+Px(8), size.Height/2))
		x += Px(24)
	}
	setText(r.detail, option.Detail, theme.SizeNameCaptionText, fyne.TextStyle{}, ColorText2)
	right := size.Width - Px(12)
	if option.Detail != "" {
		room := max((right-x)*0.6, 0)
		r.detail.Text = fitText(option.Detail, room, r.detail.TextSize, r.detail.TextStyle)
		right -= r.detail.MinSize().Width
		middle(r.detail, right, size.Height)
		right -= Px(12)
	}
	setText(r.label, option.Label, theme.SizeNameText, fyne.TextStyle{}, ColorText)
	r.label.Text = fitText(option.Label, right-x, r.label.TextSize, r.label.TextStyle)
	middle(r.label, x, size.Height)
	for _, span := range r.list.needle.Spans(r.label.Text) {
		mark := canvas.NewRectangle(theme.Color(ColorMark))
		before := textWidth(r.label.Text[:span.Start], r.label.TextSize, r.label.TextStyle)
		width := textWidth(r.label.Text[:span.End], r.label.TextSize, r.label.TextStyle) - before
		mark.Resize(fyne.NewSize(width, Px(20)))
		mark.Move(fyne.NewPos(x+before, (size.Height-Px(20))/2))
		r.found = append(r.found, mark)
	}
}

// CreateRenderer is Fyne's.
func (r *optionRow) CreateRenderer() fyne.WidgetRenderer {
	r.draw()
	return &optionRowRenderer{r}
}

type optionRowRenderer struct{ row *optionRow }

func (r *optionRowRenderer) Layout(fyne.Size)             { r.row.draw() }
func (r *optionRowRenderer) MinSize() fyne.Size           { return fyne.NewSize(Px(64), Px(28)) }
func (r *optionRowRenderer) Objects() []fyne.CanvasObject { return r.row.objects }
func (r *optionRowRenderer) Destroy()                     {}

func (r *optionRowRenderer) Refresh() {
	r.row.draw()
	r.row.box.Refresh()
	canvas.Refresh(r.row)
}
