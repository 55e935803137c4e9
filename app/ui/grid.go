package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// The values of a cell of a [MatrixGrid], as they are stored.
const (
	CellEmpty      = ""            // not answered
	CellReceives   = "receives"    // ✓
	CellNotStated  = "not_stated"  // ?
	CellByLaw      = "by_law"      // § receives by law only
	CellIfRelevant = "if_relevant" // * receives if relevant
	CellNo         = "no"          // – does not receive
)

// MatrixRow is a row of a [MatrixGrid]: data about a category of persons, or the
// title of such a category.
type MatrixRow struct {
	Group    bool
	Label    string
	Subtitle string // after the title of a group
	Mark     Sign
	Cells    []string // one value for each column
	Number   string   // quiet, before the trailing text, such as »R-4«
	Trailing string   // at the end, such as how long the data is kept
	Italic   bool     // the trailing text in italics: not stated
}

// MatrixGrid says who receives what about whom: rows of data, a column for each
// recipient, and how long the data is kept. Space or a click gives a cell its next
// value, arrows move, Enter opens the row. More columns than there is room for
// scroll sideways between the labels and the last column.
type MatrixGrid struct {
	widget.BaseWidget

	Head     string   // above the labels
	Columns  []string // the recipients
	TailHead string   // above the last column
	// Values are the values Space goes through, in order.
	Values []string
	// Legend explains the values in the first group's row; it gives way where
	// there is no room.
	Legend []Option
	// ReadOnly keeps the cells from changing.
	ReadOnly bool

	OnChange  func(row, column int, value string)
	OnOpenRow func(row int)
	OnFocus   func()

	rows        []MatrixRow
	row, column int
	focused     bool
	tail        float32 // least width of the last column
	cells       *matrixCells
	scroll      *container.Scroll
}

// NewMatrixGrid returns a grid.
func NewMatrixGrid(head string, columns []string, tailHead string, rows []MatrixRow) *MatrixGrid {
	g := &MatrixGrid{
		Head: head, Columns: columns, TailHead: tailHead, rows: rows,
		Values: []string{CellEmpty, CellReceives, CellNo, CellNotStated, CellByLaw, CellIfRelevant},
	}
	g.measure()
	g.row = g.nextRow(-1, 1)
	g.cells = &matrixCells{grid: g}
	g.cells.ExtendBaseWidget(g.cells)
	g.scroll = container.NewHScroll(nil)
	g.ExtendBaseWidget(g)
	return g
}

// SetRows shows other rows, keeping the current cell.
func (g *MatrixGrid) SetRows(rows []MatrixRow) {
	g.rows = rows
	g.measure()
	if g.row >= len(rows) || g.row < 0 || rows[g.row].Group {
		g.row = g.nextRow(min(g.row, len(rows)), -1)
		if g.row < 0 || g.row >= len(rows) {
			g.row = g.nextRow(-1, 1)
		}
	}
	g.Refresh()
}

// Rows returns the rows.
func (g *MatrixGrid) Rows() []MatrixRow { return g.rows }

// Current returns the current cell.
func (g *MatrixGrid) Current() (row, column int) { return g.row, g.column }

// Value returns the value of a cell.
func (g *MatrixGrid) Value(row, column int) string {
	if row < 0 || row >= len(g.rows) || column < 0 || column >= len(g.rows[row].Cells) {
		return CellEmpty
	}
	return g.rows[row].Cells[column]
}

// nextRow returns the nearest row of data after from, from itself if none.
func (g *MatrixGrid) nextRow(from, step int) int {
	for i := from + step; i >= 0 && i < len(g.rows); i += step {
		if !g.rows[i].Group {
			return i
		}
	}
	return from
}

// cycle gives the current cell its next value.
func (g *MatrixGrid) cycle() {
	if g.ReadOnly || g.row < 0 || g.row >= len(g.rows) || g.column < 0 || g.column >= len(g.Columns) {
		return
	}
	next := g.Values[(slices.Index(g.Values, g.Value(g.row, g.column))+1)%len(g.Values)]
	cells := make([]string, len(g.Columns))
	copy(cells, g.rows[g.row].Cells)
	cells[g.column] = next
	g.rows[g.row].Cells = cells
	g.Refresh()
	if g.OnChange != nil {
		g.OnChange(g.row, g.column, next)
	}
}

func (g *MatrixGrid) moveTo(row, column int) {
	g.row = row
	g.column = min(max(column, 0), max(len(g.Columns)-1, 0))
	g.showColumn()
	g.Refresh()
}

// showColumn scrolls the current column into sight.
func (g *MatrixGrid) showColumn() {
	if g.scroll.Content == nil {
		return
	}
	left, width := g.span(g.column)
	room := g.scroll.Size().Width
	x := g.scroll.Offset.X
	switch {
	case left < x:
		x = left
	case left+width > x+room:
		x = left + width - room
	}
	g.scroll.ScrollToOffset(fyne.NewPos(x, 0))
}

// TypedKey is Fyne's.
func (g *MatrixGrid) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyUp:
		g.moveTo(g.nextRow(g.row, -1), g.column)
	case fyne.KeyDown:
		g.moveTo(g.nextRow(g.row, 1), g.column)
	case fyne.KeyLeft:
		g.moveTo(g.row, g.column-1)
	case fyne.KeyRight:
		g.moveTo(g.row, g.column+1)
	case fyne.KeyHome:
		g.moveTo(g.row, 0)
	case fyne.KeyEnd:
		g.moveTo(g.row, len(g.Columns)-1)
	case fyne.KeySpace: // comes as a rune too
	case fyne.KeyReturn, fyne.KeyEnter:
		if g.OnOpenRow != nil && g.row >= 0 && g.row < len(g.rows) {
			g.OnOpenRow(g.row)
		}
	default:
		PassKey(g, event)
	}
}

// TypedRune gives the current cell its next value on Space.
func (g *MatrixGrid) TypedRune(r rune) {
	if r == ' ' {
		g.cycle()
	}
}

// Tapped opens the row under the pointer, or changes the cell there.
func (g *MatrixGrid) Tapped(event *fyne.PointEvent) {
	label, middle, _ := g.widths()
	x := event.Position.X
	row := g.rowAt(event.Position.Y)
	switch {
	case row < 0 || g.rows[row].Group:
	case x >= label && x < label+middle:
		g.tapCell(row, g.columnAt(x-label))
	case g.OnOpenRow != nil:
		g.moveTo(row, g.column)
		focus(g)
		g.OnOpenRow(row)
	}
}

// tapCell changes a cell as a click does.
func (g *MatrixGrid) tapCell(row, column int) {
	if row < 0 || row >= len(g.rows) || g.rows[row].Group || column >= len(g.Columns) {
		return
	}
	focus(g)
	g.moveTo(row, column)
	g.cycle()
}

func (g *MatrixGrid) rowAt(y float32) int {
	row := int((y - Px(32)) / Px(36))
	if y < Px(32) || row >= len(g.rows) {
		return -1
	}
	return row
}

// FocusGained is Fyne's.
func (g *MatrixGrid) FocusGained() {
	g.focused = true
	g.Refresh()
	call(g.OnFocus)
}

// FocusLost is Fyne's.
func (g *MatrixGrid) FocusLost() {
	g.focused = false
	g.Refresh()
}

// height is the height of the head and all rows, and of a bar to scroll with.
func (g *MatrixGrid) height() float32 {
	height := Px(32) + Px(36)*float32(len(g.rows))
	if g.Size().Width > 0 && g.scrolls() {
		height += theme.ScrollBarSize()
	}
	return height
}

// columnsInSight is how many recipients are drawn closer together before they
// scroll.
const columnsInSight = 5

// columnWidths returns the widths of the recipients' columns: what their names
// need, and where there is room to spare, more of it.
func (g *MatrixGrid) columnWidths() []float32 {
	widths := make([]float32, len(g.Columns))
	var sum float32
	for i, name := range g.Columns {
		widths[i] = min(max(textWidth(name, theme.CaptionTextSize(), plain)+Px(8), Px(64)), Px(120))
		sum += widths[i]
	}
	label, tail := g.edges()
	room := g.Size().Width - label - tail
	for i := range widths {
		switch {
		case room > sum:
			widths[i] = min(widths[i]+(room-sum)/float32(len(widths)), max(widths[i], Px(96)))
		case len(widths) <= columnsInSight:
			widths[i] = max(widths[i]*room/sum, Px(52))
		}
	}
	return widths
}

// span returns where a column begins in the recipients' part and how wide it is.
func (g *MatrixGrid) span(column int) (x, width float32) {
	for i, w := range g.columnWidths() {
		if i == column {
			return x, w
		}
		x += w
	}
	return x, 0
}

// columnAt returns the column at x of the recipients' part; one past the last
// where there is none.
func (g *MatrixGrid) columnAt(x float32) int {
	for i, w := range g.columnWidths() {
		if x < w {
			return i
		}
		x -= w
	}
	return len(g.Columns)
}

// edges returns the least widths of the labels and of the last column.
func (g *MatrixGrid) edges() (label, tail float32) {
	return Px(186), g.tail
}

// measure works out how much room the last column needs to be read whole.
func (g *MatrixGrid) measure() {
	g.tail = Px(120)
	for _, row := range g.rows {
		need := Px(13) + textWidth(row.Trailing, theme.TextSize(), plain)
		if row.Number != "" {
			need += textWidth(row.Number, theme.TextSize(), plain) + Px(8)
		}
		g.tail = max(g.tail, min(need, Px(196)))
	}
}

// widths returns how the width is shared: labels, recipients, last column.
func (g *MatrixGrid) widths() (label, middle, tail float32) {
	label, tail = g.edges()
	whole, _ := g.span(len(g.Columns))
	middle = min(whole, max(g.Size().Width-label-tail, Px(64)))
	label = max(g.Size().Width-middle-tail, label)
	return label, middle, tail
}

// matrixCells is the part of the grid that can scroll sideways.
type matrixCells struct {
	widget.BaseWidget
	grid *MatrixGrid
}

// Tapped changes the cell under the pointer.
func (m *matrixCells) Tapped(event *fyne.PointEvent) {
	m.grid.tapCell(m.grid.rowAt(event.Position.Y), m.grid.columnAt(event.Position.X))
}

// Cursor is Fyne's.
func (m *matrixCells) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is Fyne's.
func (m *matrixCells) CreateRenderer() fyne.WidgetRenderer { return newMatrixCellsRenderer(m) }

// CreateRenderer is Fyne's.
func (g *MatrixGrid) CreateRenderer() fyne.WidgetRenderer { return newMatrixRenderer(g) }
