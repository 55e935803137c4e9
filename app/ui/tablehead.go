package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableHead is the line of a table's headings. A click sorts; with the keyboard
// Left and Right move, Enter and Space sort, Down goes to the rows.
type tableHead[T any] struct {
	widget.BaseWidget
	table   *DataTable[T]
	cursor  int
	focused bool
}

func newTableHead[T any](t *DataTable[T]) *tableHead[T] {
	h := &tableHead[T]{table: t, cursor: -1}
	h.ExtendBaseWidget(h)
	return h
}

// sort sorts by a column, the other way round where it is sorted by it already.
func (h *tableHead[T]) sort(column int) {
	t := h.table
	if column < 0 || column >= len(t.columns) || t.columns[column].Compare == nil {
		return
	}
	t.SortBy(t.columns[column].ID, t.sortBy == column && !t.descending)
}

// Tapped sorts by the column under the pointer.
func (h *tableHead[T]) Tapped(event *fyne.PointEvent) {
	for i, at := range h.table.places {
		if !at.hidden && event.Position.X >= at.x && event.Position.X < at.x+at.width {
			h.sort(i)
			return
		}
	}
}

func (h *tableHead[T]) move(step int) {
	for i := h.cursor + step; i >= 0 && i < len(h.table.columns); i += step {
		if h.table.columns[i].Compare != nil && (i >= len(h.table.places) || !h.table.places[i].hidden) {
			h.cursor = i
			h.Refresh()
			return
		}
	}
}

// TypedKey is Fyne's.
func (h *tableHead[T]) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyRight:
		h.move(1)
	case fyne.KeyLeft:
		h.move(-1)
	case fyne.KeySpace: // comes as a rune
	case fyne.KeyReturn, fyne.KeyEnter:
		h.sort(h.cursor)
	case fyne.KeyDown:
		focus(h.table)
	default:
		PassKey(h, event)
	}
}

// TypedRune takes Space. It is the rune that counts and not the key: a list that
// opened upon the key would get the rune.
func (h *tableHead[T]) TypedRune(r rune) {
	if r == ' ' {
		h.sort(h.cursor)
	}
}

// FocusGained is Fyne's.
func (h *tableHead[T]) FocusGained() {
	h.focused = true
	if h.cursor < 0 {
		h.move(1)
	}
	h.Refresh()
}

// FocusLost is Fyne's.
func (h *tableHead[T]) FocusLost() {
	h.focused = false
	h.Refresh()
}

// CreateRenderer is Fyne's.
func (h *tableHead[T]) CreateRenderer() fyne.WidgetRenderer {
	r := &headRenderer[T]{head: h, rule: newBox(), ring: newBox(),
		up: NewIcon(IconChevronUp, ColorText2, 12), down: NewIcon(IconChevronDown, ColorText2, 12)}
	r.draw()
	return r
}

type headRenderer[T any] struct {
	head       *tableHead[T]
	rule, ring *canvas.Rectangle
	up, down   *canvas.Image
	texts      []*canvas.Text
	used       int
}

func (r *headRenderer[T]) text(content string) *canvas.Text {
	if r.used == len(r.texts) {
		r.texts = append(r.texts, newLine())
	}
	t := r.texts[r.used]
	r.used++
	setText(t, content, theme.SizeNameCaptionText, fyne.TextStyle{}, ColorText2)
	t.Show()
	return t
}

func (r *headRenderer[T]) draw() {
	t := r.head.table
	size := r.head.Size()
	r.rule.FillColor = theme.Color(ColorLine2)
	r.rule.Resize(fyne.NewSize(size.Width, 1))
	r.rule.Move(fyne.NewPos(0, size.Height-1))
	r.up.Hide()
	r.down.Hide()
	paintBox(r.ring, "", "", 0)
	r.used = 0
	for i, c := range t.columns {
		if i >= len(t.places) || t.places[i].hidden {
			continue
		}
		at := t.places[i]
		if r.head.focused && i == r.head.cursor {
			paintBox(r.ring, "", ColorAccent, 2)
			r.ring.Resize(fyne.NewSize(at.width, size.Height-4))
			r.ring.Move(fyne.NewPos(at.x, 2))
		}
		if len(c.Heads) > 0 {
			r.drawHeads(c, at, size)
			continue
		}
		r.drawTitle(i, c, at, size)
	}
	for _, text := range r.texts[r.used:] {
		text.Hide()
	}
}

func (r *headRenderer[T]) drawHeads(c Column[T], at place, size fyne.Size) {
	x := at.x + Px(cellMargin) - Px(3) + c.pitch()/2
	for _, head := range c.Heads {
		text := r.text(head)
		middle(text, x-text.MinSize().Width/2, size.Height)
		x += c.pitch()
	}
}

func (r *headRenderer[T]) drawTitle(i int, c Column[T], at place, size fyne.Size) {
	left, right := at.x+Px(cellMargin), at.x+at.width-Px(cellMargin)
	arrow := r.up
	if r.head.table.descending {
		arrow = r.down
	}
	room := right - left
	sorted := i == r.head.table.sortBy
	if sorted {
		room -= Px(16)
	}
	if c.Marks != nil && c.Text != nil && c.Align == fyne.TextAlignLeading { // above the text, not its sign
		left += c.pitch()
		room -= c.pitch()
	}
	text := r.text("")
	text.Text = fitText(c.Title, room, text.TextSize, text.TextStyle)
	width := text.MinSize().Width
	x := left
	switch c.Align {
	case fyne.TextAlignTrailing:
		x = right - width
		if sorted {
			x -= Px(16)
		}
	case fyne.TextAlignCenter:
		x = left + (right-left-width)/2
	}
	middle(text, x, size.Height)
	if sorted {
		side := Px(12)
		arrow.Resize(fyne.NewSquareSize(side))
		arrow.Move(fyne.NewPos(x+width+Px(4), (size.Height-side)/2))
		arrow.Show()
	}
}

func (r *headRenderer[T]) Layout(fyne.Size)   { r.draw() }
func (r *headRenderer[T]) MinSize() fyne.Size { return fyne.NewSize(Px(64), Px(32)) }

func (r *headRenderer[T]) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.rule, r.up, r.down, r.ring}
	for _, text := range r.texts {
		objects = append(objects, text)
	}
	return objects
}

func (r *headRenderer[T]) Refresh() {
	r.draw()
	r.up.Refresh()
	r.down.Refresh()
	canvas.Refresh(r.head)
}

func (r *headRenderer[T]) Destroy() {}
