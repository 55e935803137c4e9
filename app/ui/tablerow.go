package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// cellMargin is the room at the left and right of a cell, at text size 14.
const cellMargin = 8

// tableRow draws one line of a table: a row, a group's title, or its note.
type tableRow[T any] struct {
	widget.BaseWidget
	table *DataTable[T]
	line  int

	ground, bar, rule, ring *canvas.Rectangle
	texts                   []*canvas.Text
	marks                   []markLine
	links                   []*Link
	objects                 []fyne.CanvasObject
}

func newTableRow[T any](t *DataTable[T]) *tableRow[T] {
	r := &tableRow[T]{
		table:  t,
		ground: newBox(), bar: newBox(),
		rule: newBox(), ring: newBox(),
		marks: make([]markLine, len(t.columns)),
	}
	for range max(len(t.columns), 3) {
		r.texts = append(r.texts, newLine())
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *tableRow[T]) show(line int) {
	r.line = line
	r.draw()
	canvas.Refresh(r)
}

// MouseDown selects the row.
func (r *tableRow[T]) MouseDown(event *desktop.MouseEvent) {
	if r.stale() || r.table.lines[r.line].kind != lineRow {
		return
	}
	r.table.choose(r.line)
	if !r.table.focused {
		focus(r.table)
	}
}

// MouseUp is Fyne's.
func (r *tableRow[T]) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped opens the row.
func (r *tableRow[T]) DoubleTapped(*fyne.PointEvent) {
	if !r.stale() && r.table.lines[r.line].kind == lineRow {
		r.table.choose(r.line)
		r.table.open()
	}
}

// TappedSecondary asks for the row's menu.
func (r *tableRow[T]) TappedSecondary(event *fyne.PointEvent) {
	if r.stale() || r.table.lines[r.line].kind != lineRow || r.table.OnMenu == nil {
		return
	}
	r.table.choose(r.line)
	if row, ok := r.table.Selected(); ok {
		r.table.OnMenu(row, event.AbsolutePosition)
	}
}

// MouseIn is Fyne's.
func (r *tableRow[T]) MouseIn(*desktop.MouseEvent) { r.hover(r.line) }

// MouseMoved is Fyne's.
func (r *tableRow[T]) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is Fyne's.
func (r *tableRow[T]) MouseOut() { r.hover(-1) }

func (r *tableRow[T]) hover(line int) {
	before := r.table.hovered
	r.table.hovered = line
	r.table.view.again(before)
	r.table.view.again(line)
}

// stale reports whether the line has gone since the row was filled.
func (r *tableRow[T]) stale() bool { return r.line < 0 || r.line >= len(r.table.lines) }

func (r *tableRow[T]) draw() {
	if r.stale() {
		return
	}
	line := r.table.lines[r.line]
	size := r.Size()
	r.ground.Resize(size)
	r.rule.Resize(fyne.NewSize(size.Width, 1))
	r.rule.Move(fyne.NewPos(0, size.Height-1))
	r.rule.FillColor = theme.Color(ColorLine)
	selected := line.kind == lineRow && r.line == r.table.at
	r.bar.Resize(fyne.NewSize(3, size.Height-1))
	r.bar.FillColor = theme.Color(ColorAccent)
	r.bar.Hidden = !selected
	ring := ColorAccent
	if !selected || !r.table.focused {
		ring = ""
	}
	paintBox(r.ring, "", ring, 2)
	r.ring.CornerRadius = 0
	r.ring.Move(fyne.NewPos(2, 2)) // the stroke may lie on either side of its edge, and the view cuts what is outside
	r.ring.Resize(fyne.NewSize(size.Width-4, size.Height-5))
	ground := ColorBackground
	switch {
	case selected:
		ground = ColorSelected
	case line.kind == lineGroup:
		ground = ColorRaised
	case line.kind == lineRow && r.line == r.table.hovered:
		ground = ColorHover
	}
	r.ground.FillColor = theme.Color(ground)
	for _, t := range r.texts {
		t.Hide()
	}
	for i := range r.marks {
		r.marks[i].clear()
	}
	r.links = nil
	switch line.kind {
	case lineGroup:
		r.drawGroup(r.table.groups[line.index], line.count, size)
	case lineNote:
		r.drawNote(*r.table.groups[line.index].Note, size)
	default:
		r.drawCells(r.table.rows[line.index], size)
	}
	r.gather()
}

func (r *tableRow[T]) gather() {
	r.objects = append(r.objects[:0], r.ground, r.rule, r.bar)
	for _, t := range r.texts {
		r.objects = append(r.objects, t)
	}
	for i := range r.marks {
		r.objects = r.marks[i].appendTo(r.objects)
	}
	for _, l := range r.links {
		r.objects = append(r.objects, l)
	}
	r.objects = append(r.objects, r.ring)
}

func (r *tableRow[T]) text(i int, content string, style fyne.TextStyle, colour fyne.ThemeColorName) *canvas.Text {
	t := r.texts[i]
	setText(t, content, theme.SizeNameText, style, colour)
	t.Show()
	return t
}

func (r *tableRow[T]) drawGroup(g Group, count int, size fyne.Size) {
	left := Px(cellMargin)
	if g.Mark.Known() && len(r.marks) > 0 {
		left = r.marks[0].drawLeft([]Mark{{Sign: g.Mark}}, left-Px(3), 0, size.Height, Px(20)) + Px(3)
	}
	title := r.text(0, g.Title, fyne.TextStyle{Bold: true}, ColorText)
	middle(title, left, size.Height)
	number := r.text(2, strconv.Itoa(count), fyne.TextStyle{}, ColorText2)
	right := size.Width - Px(cellMargin) - number.MinSize().Width
	middle(number, right, size.Height)
	x := left + title.MinSize().Width + Px(8)
	subtitle := r.text(1, "", fyne.TextStyle{}, ColorText2)
	subtitle.Text = r.table.cut.fit(g.Subtitle, max(right-x-Px(8), 0), subtitle.TextSize, subtitle.TextStyle)
	middle(subtitle, x, size.Height)
}

func (r *tableRow[T]) drawNote(n GroupNote, size fyne.Size) {
	x := Px(cellMargin)
	if n.Mark.Known() && len(r.marks) > 0 {
		x = r.marks[0].drawLeft([]Mark{{Sign: n.Mark}}, x-Px(3), 0, size.Height, Px(20)) + Px(3)
	}
	links := float32(0)
	for _, l := range n.Links {
		links += l.MinSize().Width + Px(8)
	}
	text := r.text(0, "", fyne.TextStyle{}, ColorText)
	text.Text = r.table.cut.fit(n.Text, max(size.Width-x-links-Px(cellMargin), 0), text.TextSize, text.TextStyle)
	middle(text, x, size.Height)
	x += text.MinSize().Width + Px(8)
	r.links = n.Links
	for _, l := range n.Links {
		m := l.MinSize()
		l.Resize(m)
		l.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		x += m.Width + Px(8)
	}
}

func (r *tableRow[T]) drawCells(row T, size fyne.Size) {
	for i, c := range r.table.columns {
		if i >= len(r.table.places) || r.table.places[i].hidden {
			continue
		}
		at := r.table.places[i]
		left, right := at.x+Px(cellMargin), at.x+at.width-Px(cellMargin)
		if c.Marks != nil {
			marks := c.Marks(row)
			if c.Align == fyne.TextAlignTrailing {
				right = r.marks[i].drawRight(marks, right+Px(5), 0, size.Height) - Px(4)
			} else if len(marks) > 0 {
				left = r.marks[i].drawLeft(marks, left-Px(3), 0, size.Height, c.pitch()) + Px(3)
			}
		}
		if c.Text == nil {
			continue
		}
		style, colour := fyne.TextStyle{}, ColorText
		if c.Quiet {
			colour = ColorText2
		}
		if c.Italic != nil && c.Italic(row) {
			style.Italic, colour = true, ColorText2
		}
		t := r.text(i, "", style, colour)
		t.Text = r.table.cut.fit(c.Text(row), max(right-left, 0), t.TextSize, style)
		x := left
		switch c.Align {
		case fyne.TextAlignTrailing:
			x = right - t.MinSize().Width
		case fyne.TextAlignCenter:
			x = left + (right-left-t.MinSize().Width)/2
		}
		middle(t, x, size.Height)
	}
}

// CreateRenderer is Fyne's.
func (r *tableRow[T]) CreateRenderer() fyne.WidgetRenderer {
	r.gather()
	return &tableRowRenderer[T]{r}
}

type tableRowRenderer[T any] struct{ row *tableRow[T] }

func (r *tableRowRenderer[T]) Layout(fyne.Size)             { r.row.draw() }
func (r *tableRowRenderer[T]) MinSize() fyne.Size           { return fyne.NewSize(Px(64), Px(36)) }
func (r *tableRowRenderer[T]) Objects() []fyne.CanvasObject { return r.row.objects }
func (r *tableRowRenderer[T]) Destroy()                     {}

func (r *tableRowRenderer[T]) Refresh() {
	r.row.draw()
	for i := range r.row.marks {
		r.row.marks[i].refresh()
	}
	canvas.Refresh(r.row)
}
