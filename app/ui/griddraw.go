package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// cellSigns are the typed signs of cells; the others are drawn.
var cellSigns = map[string]struct {
	text   string
	colour fyne.ThemeColorName
}{
	CellNotStated:  {"?", ColorText2},
	CellByLaw:      {"§", ColorAccent},
	CellIfRelevant: {"*", ColorText2},
	CellNo:         {"–", ColorText2},
}

// pen draws texts and rectangles one after the other and keeps its objects for
// the next time.
type pen struct {
	texts      []*canvas.Text
	rectangles []*canvas.Rectangle
	signs      signPool
	usedTexts  int
	usedRects  int
}

func (p *pen) begin() {
	p.usedTexts, p.usedRects = 0, 0
	p.signs.begin()
}

func (p *pen) end() {
	for _, t := range p.texts[p.usedTexts:] {
		t.Hide()
	}
	for _, r := range p.rectangles[p.usedRects:] {
		r.Hide()
	}
	p.signs.end()
}

func (p *pen) rectangle(x, y, width, height float32, colour fyne.ThemeColorName) *canvas.Rectangle {
	if p.usedRects == len(p.rectangles) {
		p.rectangles = append(p.rectangles, newBox())
	}
	r := p.rectangles[p.usedRects]
	p.usedRects++
	paintBox(r, colour, "", 0)
	r.CornerRadius = 0
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(width, height))
	return r
}

// write draws a text in the middle of a line's height and returns its width.
func (p *pen) write(content string, x, y, height, room float32, size fyne.ThemeSizeName, style fyne.TextStyle, colour fyne.ThemeColorName) float32 {
	if p.usedTexts == len(p.texts) {
		p.texts = append(p.texts, newLine())
	}
	t := p.texts[p.usedTexts]
	p.usedTexts++
	setText(t, content, size, style, colour)
	t.Text = fitText(content, max(room, 0), t.TextSize, style)
	m := t.MinSize()
	t.Resize(m)
	t.Move(fyne.NewPos(x, y+(height-m.Height)/2))
	t.Show()
	return m.Width
}

func (p *pen) objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, r := range p.rectangles {
		objects = append(objects, r)
	}
	for _, t := range p.texts {
		objects = append(objects, t)
	}
	return p.signs.appendTo(objects)
}

func (p *pen) refresh() { p.signs.refresh() }

var (
	plain = fyne.TextStyle{}
	bold  = fyne.TextStyle{Bold: true}
)

// drawCell draws a cell's value with its middle at a point.
func (p *pen) drawCell(value string, x, y float32) {
	if value == CellReceives {
		p.signs.place(SignYes, fyne.NewPos(x, y))
		return
	}
	sign, ok := cellSigns[value]
	if !ok {
		return
	}
	width := textWidth(sign.text, theme.TextSize(), bold)
	p.write(sign.text, x-width/2, y-Px(18), Px(36), Px(36), theme.SizeNameText, bold, sign.colour)
}

type matrixRenderer struct {
	grid *MatrixGrid
	pen  pen
}

func newMatrixRenderer(g *MatrixGrid) *matrixRenderer {
	r := &matrixRenderer{grid: g}
	r.draw()
	return r
}

// scrolls reports whether there are more recipients than there is room for.
func (g *MatrixGrid) scrolls() bool {
	_, middle, _ := g.widths()
	whole, _ := g.span(len(g.Columns))
	return whole > middle+0.5
}

func (r *matrixRenderer) draw() {
	g := r.grid
	size := g.Size()
	label, middle, tail := g.widths()
	right := label + middle
	r.pen.begin()
	caption := theme.SizeNameCaptionText
	r.pen.write(g.Head, Px(8), 0, Px(32), label-Px(16), caption, plain, ColorText2)
	r.pen.write(g.TailHead, right+Px(8), 0, Px(32), tail-Px(8), caption, plain, ColorText2)
	r.pen.rectangle(0, Px(32)-1, size.Width, 1, ColorLine2)
	legend := g.Legend
	for i, row := range g.rows {
		y := Px(32) + float32(i)*Px(36)
		if row.Group {
			r.drawGroup(row, legend, y, size.Width)
			legend = nil
		} else {
			r.drawRow(row, y, label, right, tail)
		}
		r.pen.rectangle(0, y+Px(36)-1, size.Width, 1, ColorLine)
	}
	r.pen.end()
	r.place(label, middle)
}

func (r *matrixRenderer) drawGroup(row MatrixRow, legend []Option, y, width float32) {
	r.pen.rectangle(0, y, width, Px(36), ColorRaised)
	x := Px(8)
	x += r.pen.write(row.Label, x, y, Px(36), width-Px(16), theme.SizeNameText, bold, ColorText) + Px(8)
	x += r.pen.write(row.Subtitle, x, y, Px(36), width-x-Px(8), theme.SizeNameText, plain, ColorText2)
	size := theme.CaptionTextSize()
	need := float32(0)
	for _, o := range legend {
		need += Px(26) + textWidth(o.Label, size, plain)
	}
	if x+need+Px(8) > width {
		return
	}
	x = width - need
	for _, o := range legend {
		r.pen.drawCell(o.Code, x+Px(7), y+Px(18))
		r.pen.write(o.Label, x+Px(17), y, Px(36), width, theme.SizeNameCaptionText, plain, ColorText2)
		x += Px(26) + textWidth(o.Label, size, plain)
	}
}

func (r *matrixRenderer) drawRow(row MatrixRow, y, label, right, tail float32) {
	x := Px(8)
	if row.Mark.Known() {
		r.pen.signs.place(row.Mark, fyne.NewPos(x+Px(8), y+Px(18)))
	}
	x += Px(22)
	r.pen.write(row.Label, x, y, Px(36), label-x-Px(4), theme.SizeNameText, plain, ColorText)
	r.pen.rectangle(right, y, 1, Px(36), ColorLine)
	x = right + Px(9)
	if row.Number != "" {
		x += r.pen.write(row.Number, x, y, Px(36), tail, theme.SizeNameText, plain, ColorText2) + Px(8)
	}
	style, colour := plain, ColorText
	if row.Italic {
		style, colour = fyne.TextStyle{Italic: true}, ColorText2
	}
	r.pen.write(row.Trailing, x, y, Px(36), right+tail-x, theme.SizeNameText, style, colour)
}

// place puts the recipients' part between the labels and the last column, in a
// scroller only where it is too wide: a scroller takes the wheel from the page.
func (r *matrixRenderer) place(label, middle float32) {
	g := r.grid
	size := fyne.NewSize(middle, g.height())
	if g.scrolls() {
		if g.scroll.Content == nil {
			g.scroll.Content = g.cells
			g.cells.Move(fyne.NewPos(0, 0))
		}
		g.scroll.Move(fyne.NewPos(label, 0))
		g.scroll.Resize(size)
		g.scroll.Refresh()
		return
	}
	g.scroll.Content = nil
	g.cells.Move(fyne.NewPos(label, 0))
	g.cells.Resize(size)
	g.cells.Refresh()
}

func (r *matrixRenderer) Layout(fyne.Size) { r.draw() }

func (r *matrixRenderer) MinSize() fyne.Size {
	return fyne.NewSize(Px(186+64+120), r.grid.height())
}

func (r *matrixRenderer) Objects() []fyne.CanvasObject {
	objects := r.pen.objects()
	if r.grid.scroll.Content != nil {
		return append(objects, r.grid.scroll)
	}
	return append(objects, r.grid.cells)
}

func (r *matrixRenderer) Refresh() {
	r.draw()
	r.pen.refresh()
	canvas.Refresh(r.grid)
}

func (r *matrixRenderer) Destroy() {}

type matrixCellsRenderer struct {
	cells *matrixCells
	pen   pen
}

func newMatrixCellsRenderer(m *matrixCells) *matrixCellsRenderer {
	r := &matrixCellsRenderer{cells: m}
	r.draw()
	return r
}

func (r *matrixCellsRenderer) draw() {
	g := r.cells.grid
	r.pen.begin()
	for c, head := range g.Columns {
		x, width := g.span(c)
		w := textWidth(head, theme.CaptionTextSize(), plain)
		room := width - Px(6)
		r.pen.write(head, x+max((width-w)/2, Px(3)), 0, Px(32), room, theme.SizeNameCaptionText, plain, ColorText2)
	}
	for i, row := range g.rows {
		if row.Group {
			continue
		}
		y := Px(32) + float32(i)*Px(36)
		for c := range g.Columns {
			x, width := g.span(c)
			r.pen.rectangle(x, y, 1, Px(36), ColorLine)
			r.pen.drawCell(g.Value(i, c), x+width/2, y+Px(18))
		}
	}
	if g.focused && g.row >= 0 && g.row < len(g.rows) && len(g.Columns) > 0 {
		x, width := g.span(g.column)
		y := Px(32) + float32(g.row)*Px(36)
		ring := r.pen.rectangle(x+1, y, width-1, Px(36)-1, "")
		paintBox(ring, "", ColorAccent, 2)
		ring.CornerRadius = 0
	}
	r.pen.end()
}

func (r *matrixCellsRenderer) Layout(fyne.Size) { r.draw() }

func (r *matrixCellsRenderer) MinSize() fyne.Size {
	g := r.cells.grid
	whole, _ := g.span(len(g.Columns))
	return fyne.NewSize(whole, g.height())
}

func (r *matrixCellsRenderer) Objects() []fyne.CanvasObject { return r.pen.objects() }

func (r *matrixCellsRenderer) Refresh() {
	r.draw()
	r.pen.refresh()
	canvas.Refresh(r.cells)
}

func (r *matrixCellsRenderer) Destroy() {}
