package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Group is a part of a table under a title row of its own. A group without rows
// is shown too: that something is missing is worth knowing.
type Group struct {
	Key      string
	Mark     Sign // before the title
	Title    string
	Subtitle string // quiet, after the title
	// Note stands below the group while it has no rows; may be nil.
	Note *GroupNote
}

// GroupNote is a line of text with links.
type GroupNote struct {
	Mark  Sign
	Text  string
	Links []*Link
}

// DataTable shows records as rows: sorted by a column's heading, filtered,
// grouped, with one selected row. Rows are plain values; give them all they show
// beforehand, for Text and Marks are called for every row that comes in sight.
//
// Up, Down, Home, End and the Page keys move; Enter and a double click open;
// Space selects; Ctrl+C copies the row as text with tabs between the cells.
type DataTable[T any] struct {
	widget.BaseWidget

	OnSelect func(row T)
	OnOpen   func(row T)
	// OnMenu is called for a secondary click or the menu key on a row.
	OnMenu func(row T, at fyne.Position)
	// OnCount gets how many rows are shown of how many, when that changes.
	OnCount func(shown, total int)
	// Nothing is said where no row is left.
	Nothing string
	// Offer stands below Nothing: the one next step; may be nil.
	Offer fyne.CanvasObject

	columns []Column[T]
	key     func(T) string
	groupOf func(T) string
	groups  []Group
	filter  func(T) bool

	rows       []T
	order      []int // rows in the order of the sorting
	lines      []tableLine
	shown      int
	sortBy     int // index of the column, -1 for the order of SetRows
	descending bool

	selected string // key of the selected row
	chosen   bool   // there is a selected row
	at       int    // its line, -1 if it is not shown
	hovered  int
	focused  bool

	head   *tableHead[T]
	empty  emptyState
	view   *rowView
	places []place
	cut    fitter
}

type lineKind int

const (
	lineRow lineKind = iota
	lineGroup
	lineNote
)

type tableLine struct {
	kind  lineKind
	index int // in rows, or in groups
	count int // of a group
}

// NewDataTable returns an empty table. Key tells the rows apart: the record's ID.
// Two columns with the same ID are a programmer's error and panic.
func NewDataTable[T any](columns []Column[T], key func(T) string) *DataTable[T] {
	checkColumns(columns)
	t := &DataTable[T]{columns: columns, key: key, sortBy: -1, at: -1, hovered: -1}
	t.head = newTableHead(t)
	t.empty = newEmptyState()
	t.view = newRowView(
		func() int { return len(t.lines) },
		func(int) float32 { return Px(36) },
		func() fyne.CanvasObject { return newTableRow(t) },
		func(i int, row fyne.CanvasObject) { row.(*tableRow[T]).show(i) },
	)
	t.ExtendBaseWidget(t)
	return t
}

// SetGroups divides the rows; rows whose group is not listed are not shown.
func (t *DataTable[T]) SetGroups(of func(T) string, groups []Group) {
	t.groupOf, t.groups = of, groups
	t.arrange()
}

// SetRows shows other rows. The selected row stays selected if it is among them.
func (t *DataTable[T]) SetRows(rows []T) {
	t.rows = rows
	t.sort()
	t.arrange()
}

// SetFilter shows the rows the function accepts; all where it is nil.
func (t *DataTable[T]) SetFilter(accept func(T) bool) {
	t.filter = accept
	t.arrange()
	t.view.show(t.at)
}

// SortBy sorts by a column, keeping the order of rows that are equal in it; an
// empty or unknown ID gives the order of SetRows.
func (t *DataTable[T]) SortBy(column string, descending bool) {
	t.sortBy = slices.IndexFunc(t.columns, func(c Column[T]) bool { return c.ID == column && c.Compare != nil })
	t.descending = descending
	t.sort()
	t.arrange()
	t.head.Refresh()
	t.view.show(t.at)
}

// Sorting returns the column the table is sorted by, "" if none.
func (t *DataTable[T]) Sorting() (column string, descending bool) {
	if t.sortBy < 0 {
		return "", false
	}
	return t.columns[t.sortBy].ID, t.descending
}

func (t *DataTable[T]) sort() {
	t.order = t.order[:0]
	for i := range t.rows {
		t.order = append(t.order, i)
	}
	if t.sortBy < 0 {
		return
	}
	compare := t.columns[t.sortBy].Compare
	slices.SortStableFunc(t.order, func(a, b int) int {
		if t.descending {
			a, b = b, a
		}
		return compare(t.rows[a], t.rows[b])
	})
}

// arrange makes the lines of the sorted, filtered and grouped rows.
func (t *DataTable[T]) arrange() {
	t.lines = t.lines[:0]
	t.shown = 0
	if t.groupOf == nil {
		for _, i := range t.order {
			if t.filter == nil || t.filter(t.rows[i]) {
				t.lines = append(t.lines, tableLine{kind: lineRow, index: i})
				t.shown++
			}
		}
	} else {
		t.arrangeGroups()
	}
	t.find()
	t.hovered = -1
	t.view.changed()
	t.showNothing()
	if t.OnCount != nil {
		t.OnCount(t.shown, len(t.rows))
	}
}

// showNothing says, below the titles of the groups, that no row is left.
func (t *DataTable[T]) showNothing() {
	if t.shown > 0 {
		t.empty.hide()
		return
	}
	t.empty.show(t.Nothing, t.Offer)
	t.empty.place(Px(32)+t.view.height(), t.Size().Width)
}

func (t *DataTable[T]) arrangeGroups() {
	members := map[string][]int{}
	for _, i := range t.order {
		if t.filter == nil || t.filter(t.rows[i]) {
			key := t.groupOf(t.rows[i])
			members[key] = append(members[key], i)
		}
	}
	for g, group := range t.groups {
		rows := members[group.Key]
		t.lines = append(t.lines, tableLine{kind: lineGroup, index: g, count: len(rows)})
		for _, i := range rows {
			t.lines = append(t.lines, tableLine{kind: lineRow, index: i})
		}
		if len(rows) == 0 && group.Note != nil {
			t.lines = append(t.lines, tableLine{kind: lineNote, index: g})
		}
		t.shown += len(rows)
	}
}

// find notes on which line the selected row stands.
func (t *DataTable[T]) find() {
	t.at = -1
	if !t.chosen {
		return
	}
	for i, line := range t.lines {
		if line.kind == lineRow && t.key(t.rows[line.index]) == t.selected {
			t.at = i
			return
		}
	}
}

// Selected returns the selected row, and whether there is one in sight of the filter.
func (t *DataTable[T]) Selected() (row T, ok bool) {
	if t.at < 0 || t.at >= len(t.lines) {
		return row, false
	}
	return t.rows[t.lines[t.at].index], true
}

// Select selects the row with that key without calling OnSelect; an unknown key
// selects nothing.
func (t *DataTable[T]) Select(key string) {
	before := t.at
	t.selected, t.chosen = key, true
	t.find()
	t.chosen = t.at >= 0
	t.view.again(before)
	t.view.show(t.at)
	t.view.again(t.at)
}

// Shown returns the rows in sight of the filter, in order.
func (t *DataTable[T]) Shown() []T {
	var rows []T
	for _, line := range t.lines {
		if line.kind == lineRow {
			rows = append(rows, t.rows[line.index])
		}
	}
	return rows
}

// choose selects the row of a line as a person does.
func (t *DataTable[T]) choose(line int) {
	if line < 0 || line >= len(t.lines) || t.lines[line].kind != lineRow {
		return
	}
	row := t.rows[t.lines[line].index]
	before := t.at
	t.selected, t.chosen, t.at = t.key(row), true, line
	t.view.show(line)
	t.view.again(before)
	t.view.again(line)
	if before != line && t.OnSelect != nil {
		t.OnSelect(row)
	}
}

func (t *DataTable[T]) open() {
	if row, ok := t.Selected(); ok && t.OnOpen != nil {
		t.OnOpen(row)
	}
}

// step chooses the row that is by rows away from a line, passing over titles.
func (t *DataTable[T]) step(from, by int) {
	step := 1
	if by < 0 {
		step = -1
	}
	to := -1
	for i := from + step; i >= 0 && i < len(t.lines) && by != 0; i += step {
		if t.lines[i].kind == lineRow {
			to = i
			by -= step
		}
	}
	if to >= 0 {
		t.choose(to)
		if step < 0 && to > 0 && t.lines[to-1].kind == lineGroup {
			t.view.show(to - 1)
		}
	}
}

// TypedKey is Fyne's.
func (t *DataTable[T]) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyDown:
		t.step(t.at, 1)
	case fyne.KeyUp:
		t.step(max(t.at, 0), -1)
	case fyne.KeyPageDown:
		t.step(t.at, t.view.page())
	case fyne.KeyPageUp:
		t.step(max(t.at, 0), -t.view.page())
	case fyne.KeyHome:
		t.step(-1, 1)
		t.view.show(0)
	case fyne.KeyEnd:
		t.step(len(t.lines), -1)
	case fyne.KeyReturn, fyne.KeyEnter:
		t.open()
	case fyne.KeySpace:
		if t.at < 0 {
			t.step(-1, 1)
		}
	case desktop.KeyMenu:
		t.menu()
	default:
		PassKey(t, event)
	}
}

func (t *DataTable[T]) menu() {
	row, ok := t.Selected()
	if !ok || t.OnMenu == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t)
	y := Px(32) + t.view.offsets[t.at+1] - t.view.scroll.Offset.Y
	t.OnMenu(row, at.AddXY(Px(16), y))
}

// TypedRune is Fyne's.
func (t *DataTable[T]) TypedRune(rune) {}

// TypedShortcut copies the selected row.
func (t *DataTable[T]) TypedShortcut(shortcut fyne.Shortcut) {
	if _, ok := shortcut.(*fyne.ShortcutCopy); !ok {
		return
	}
	if row, ok := t.Selected(); ok {
		fyne.CurrentApp().Clipboard().SetContent(t.Copied(row))
	}
}

// Copied returns a row as it goes to the clipboard: its cells with tabs between,
// which a spreadsheet takes apart again.
func (t *DataTable[T]) Copied(row T) string {
	var cells []string
	for _, c := range t.columns {
		text := c.Copy
		if text == nil {
			text = c.Text
		}
		if text != nil {
			cells = append(cells, oneLine(text(row)))
		}
	}
	return strings.Join(cells, "\t")
}

// FocusGained is Fyne's.
func (t *DataTable[T]) FocusGained() {
	t.focused = true
	if t.at < 0 {
		t.step(-1, 1)
	}
	t.view.again(t.at)
}

// FocusLost is Fyne's.
func (t *DataTable[T]) FocusLost() {
	t.focused = false
	t.view.again(t.at)
}

// CreateRenderer is Fyne's.
func (t *DataTable[T]) CreateRenderer() fyne.WidgetRenderer { return &tableRenderer[T]{t} }

type tableRenderer[T any] struct{ table *DataTable[T] }

func (r *tableRenderer[T]) Layout(size fyne.Size) {
	t := r.table
	t.places = placeColumns(t.columns, size.Width)
	head := Px(32)
	t.head.Resize(fyne.NewSize(size.Width, head))
	t.head.Refresh()
	t.view.Move(fyne.NewPos(0, head))
	t.view.Resize(fyne.NewSize(size.Width, max(size.Height-head, 0)))
	t.empty.place(head+t.view.height(), size.Width)
}

func (r *tableRenderer[T]) MinSize() fyne.Size { return fyne.NewSize(Px(320), Px(32+3*36)) }

func (r *tableRenderer[T]) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.table.head, r.table.view, r.table.empty.box}
}

func (r *tableRenderer[T]) Refresh() {
	r.Layout(r.table.Size())
	r.table.view.Refresh()
}

func (r *tableRenderer[T]) Destroy() {}
