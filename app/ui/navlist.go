package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NavItem is a line of a [NavList]. Without an ID it is a caption; without ID
// and text it is a gap with a hairline, or without one where Letter is "-".
type NavItem struct {
	ID     string
	Text   string
	Letter string // before the text, in the accent, such as »(b)«
	Count  string // at the right
	Mark   Sign   // at the right
	Marks  []Mark // at the right, such as »7 ✕ 19 !«
}

// NavList is a list of places to go to: the navigation of the window, or the
// sections of a page. The present place is marked; arrows move, Enter and a
// click go there.
type NavList struct {
	widget.BaseWidget
	// OnOpen gets the ID of the place a person goes to.
	OnOpen func(id string)
	// OnFocus is called when the list gets the focus.
	OnFocus func()

	items   []NavItem
	current string // the present place
	cursor  int    // the line the keyboard is on, -1 if none
	hovered int
	focused bool
	rows    []*navRow
}

// NewNavList returns a list.
func NewNavList(items []NavItem, current string, open func(id string)) *NavList {
	n := &NavList{OnOpen: open, cursor: -1, hovered: -1}
	n.ExtendBaseWidget(n)
	n.current = current
	n.SetItems(items)
	return n
}

// SetItems changes the lines, keeping the present place.
func (n *NavList) SetItems(items []NavItem) {
	n.items = items
	n.cursor = n.index(n.current)
	n.Refresh()
}

// SetCurrent marks the present place.
func (n *NavList) SetCurrent(id string) {
	if n.current == id {
		return
	}
	n.current = id
	n.cursor = n.index(id)
	n.Refresh()
}

// Current returns the ID of the present place.
func (n *NavList) Current() string { return n.current }

func (n *NavList) index(id string) int {
	for i, item := range n.items {
		if item.ID == id && id != "" {
			return i
		}
	}
	return -1
}

func (item NavItem) height() float32 {
	switch {
	case item.ID != "":
		return Px(30)
	case item.Text != "":
		return Px(36)
	case item.Letter == "-":
		return Px(12)
	}
	return Px(24)
}

func (n *NavList) open(line int) {
	if line < 0 || line >= len(n.items) || n.items[line].ID == "" {
		return
	}
	n.cursor = line
	n.current = n.items[line].ID
	n.Refresh()
	if n.OnOpen != nil {
		n.OnOpen(n.current)
	}
}

func (n *NavList) move(from, step int) {
	for i := from + step; i >= 0 && i < len(n.items); i += step {
		if n.items[i].ID != "" {
			n.cursor = i
			n.Refresh()
			return
		}
	}
}

func (n *NavList) lineAt(y float32) int {
	top := float32(0)
	for i, item := range n.items {
		top += item.height()
		if y < top {
			return i
		}
	}
	return -1
}

// Tapped goes to the place under the pointer.
func (n *NavList) Tapped(event *fyne.PointEvent) {
	focus(n)
	n.open(n.lineAt(event.Position.Y))
}

// TypedKey is Fyne's.
func (n *NavList) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyDown:
		n.move(n.cursor, 1)
	case fyne.KeyUp:
		n.move(max(n.cursor, 0), -1)
	case fyne.KeyHome:
		n.move(-1, 1)
	case fyne.KeyEnd:
		n.move(len(n.items), -1)
	case fyne.KeySpace: // comes as a rune
	case fyne.KeyReturn, fyne.KeyEnter:
		n.open(n.cursor)
	default:
		PassKey(n, event)
	}
}

// TypedRune takes Space. It is the rune that counts and not the key: a list that
// opened upon the key would get the rune.
func (n *NavList) TypedRune(r rune) {
	if r == ' ' {
		n.open(n.cursor)
	}
}

// FocusGained is Fyne's.
func (n *NavList) FocusGained() {
	n.focused = true
	if n.cursor < 0 {
		n.move(-1, 1)
	}
	n.Refresh()
	call(n.OnFocus)
}

// FocusLost is Fyne's.
func (n *NavList) FocusLost() {
	n.focused = false
	n.cursor = n.index(n.current)
	n.Refresh()
}

// MouseIn is Fyne's.
func (n *NavList) MouseIn(event *desktop.MouseEvent) { n.MouseMoved(event) }

// MouseMoved is Fyne's.
func (n *NavList) MouseMoved(event *desktop.MouseEvent) {
	if line := n.lineAt(event.Position.Y); line != n.hovered {
		n.hovered = line
		n.Refresh()
	}
}

// MouseOut is Fyne's.
func (n *NavList) MouseOut() {
	n.hovered = -1
	n.Refresh()
}

// CreateRenderer is Fyne's.
func (n *NavList) CreateRenderer() fyne.WidgetRenderer {
	r := &navRenderer{list: n}
	r.build()
	return r
}

type navRenderer struct{ list *NavList }

func (r *navRenderer) build() {
	n := r.list
	for len(n.rows) < len(n.items) {
		n.rows = append(n.rows, newNavRow())
	}
	n.rows = n.rows[:len(n.items)]
	y := float32(0)
	for i, item := range n.items {
		n.rows[i].draw(item, y, n.Size().Width, navState{
			current: item.ID != "" && item.ID == n.current,
			cursor:  n.focused && i == n.cursor,
			hovered: i == n.hovered && item.ID != "",
		})
		y += item.height()
	}
}

func (r *navRenderer) Layout(fyne.Size) { r.build() }

func (r *navRenderer) MinSize() fyne.Size {
	height := float32(0)
	for _, item := range r.list.items {
		height += item.height()
	}
	return fyne.NewSize(Px(120), height)
}

func (r *navRenderer) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, row := range r.list.rows {
		objects = append(objects, row.ground, row.bar, row.ring, row.letter, row.text, row.count)
		objects = row.marks.appendTo(objects)
	}
	return objects
}

func (r *navRenderer) Refresh() {
	r.build()
	for _, row := range r.list.rows {
		row.marks.refresh()
	}
	canvas.Refresh(r.list)
}

func (r *navRenderer) Destroy() {}

type navState struct{ current, cursor, hovered bool }

type navRow struct {
	ground, bar, ring   *canvas.Rectangle
	letter, text, count *canvas.Text
	marks               markLine
}

func newNavRow() *navRow {
	return &navRow{
		ground: newBox(), bar: newBox(), ring: newBox(),
		letter: newLine(), text: newLine(), count: newLine(),
	}
}

func (r *navRow) draw(item NavItem, y, width float32, state navState) {
	height := item.height()
	at := func(o fyne.CanvasObject, x float32) { o.Move(fyne.NewPos(x, y+o.Position().Y)) }
	for _, o := range []fyne.CanvasObject{r.ground, r.ring, r.bar} {
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(0, y))
	}
	r.bar.Resize(fyne.NewSize(3, height))
	r.bar.FillColor = theme.Color(ColorAccent)
	r.bar.Hidden = !state.current
	ring := ColorAccent
	if !state.cursor {
		ring = ""
	}
	paintBox(r.ring, "", ring, 2)
	r.ring.CornerRadius = 0
	r.ground.Hidden = !state.current && !state.hovered && item.ID != ""
	r.ground.FillColor = theme.Color(ColorHover)
	if state.current {
		r.ground.FillColor = theme.Color(ColorSelected)
	}
	size, style, colour := theme.SizeNameText, fyne.TextStyle{Bold: state.current && item.Letter == ""}, ColorText
	text := item.Text
	if item.ID == "" { // caption or gap
		size, style, colour = theme.SizeNameCaptionText, fyne.TextStyle{Bold: true}, ColorText3
		text = strings.ToUpper(text)
		r.ground.FillColor = theme.Color(ColorLine)
		r.ground.Resize(fyne.NewSize(max(width-2*Px(16), 0), 1))
		r.ground.Move(fyne.NewPos(Px(16), y+height/2))
		r.ground.Hidden = text != "" || item.Letter == "-"
		r.letter.Text, r.count.Text = "", ""
	}
	x, right := Px(16), width-Px(16)
	setText(r.letter, "", theme.SizeNameText, fyne.TextStyle{}, ColorAccent)
	if item.ID != "" {
		r.letter.Text = item.Letter
	}
	middle(r.letter, x, height)
	at(r.letter, x)
	if item.ID != "" && item.Letter != "" {
		x += Px(26)
	}
	setText(r.count, item.Count, theme.SizeNameText, fyne.TextStyle{}, ColorText2)
	if item.Count != "" {
		right -= r.count.MinSize().Width
		middle(r.count, right, height)
		at(r.count, right)
		right -= Px(8)
	}
	marks := item.Marks
	if item.Mark.Known() {
		marks = append(marks, Mark{Sign: item.Mark})
	}
	if len(marks) > 0 {
		edge := width - Px(14) // the sign ends where the counts do
		if len(item.Marks) == 0 {
			edge = width - Px(8)
		}
		right = r.marks.drawRight(marks, edge, y, height) - Px(4)
	} else {
		r.marks.clear()
	}
	setText(r.text, text, size, style, colour)
	r.text.Text = fitText(text, right-x, r.text.TextSize, style)
	middle(r.text, x, height)
	if item.ID == "" {
		r.text.Move(fyne.NewPos(x, r.text.Position().Y+Px(3)))
	}
	at(r.text, x)
}
