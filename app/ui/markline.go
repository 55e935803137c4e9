package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Mark is a sign with a short text before it, such as »7 ✕«. A mark without a
// sign keeps its place empty, so that signs of several rows stand in columns.
type Mark struct {
	Sign Sign
	Text string
}

// markLine draws marks in a line of one row and keeps its objects for the next time.
type markLine struct {
	signs signPool
	texts []*canvas.Text
	used  int
}

// markGap is the place of a sign in a line of marks.
const markGap = 18

func (m *markLine) clear() {
	m.signs.begin()
	m.signs.end()
	m.hideTexts(0)
}

func (m *markLine) hideTexts(from int) {
	for _, t := range m.texts[from:] {
		t.Hide()
	}
}

func (m *markLine) text(content string) *canvas.Text {
	if m.used == len(m.texts) {
		m.texts = append(m.texts, newLine())
	}
	t := m.texts[m.used]
	m.used++
	setText(t, content, theme.SizeNameText, fyne.TextStyle{}, ColorText2)
	t.Show()
	return t
}

// drawLeft draws the marks from x on, pitch units apart, and returns where they end.
func (m *markLine) drawLeft(marks []Mark, x, y, height, pitch float32) float32 {
	m.signs.begin()
	m.used = 0
	for _, mark := range marks {
		if mark.Text != "" {
			t := m.text(mark.Text)
			middle(t, x, height)
			t.Move(fyne.NewPos(x, y+t.Position().Y))
			x += t.MinSize().Width + Px(2)
		}
		m.signs.place(mark.Sign, fyne.NewPos(x+pitch/2, y+height/2))
		x += pitch
	}
	m.signs.end()
	m.hideTexts(m.used)
	return x
}

// drawRight draws the marks so that they end at right and returns where they begin.
func (m *markLine) drawRight(marks []Mark, right, y, height float32) float32 {
	pitch := Px(markGap)
	width := float32(0)
	for i, mark := range marks {
		width += pitch
		if mark.Text != "" {
			width += textWidth(mark.Text, theme.TextSize(), fyne.TextStyle{}) + Px(2)
			if i > 0 {
				width += Px(4)
			}
		}
	}
	x := right - width
	m.signs.begin()
	m.used = 0
	for i, mark := range marks {
		if mark.Text != "" {
			if i > 0 {
				x += Px(4)
			}
			t := m.text(mark.Text)
			middle(t, x, height)
			t.Move(fyne.NewPos(x, y+t.Position().Y))
			x += t.MinSize().Width + Px(2)
		}
		m.signs.place(mark.Sign, fyne.NewPos(x+pitch/2, y+height/2))
		x += pitch
	}
	m.signs.end()
	m.hideTexts(m.used)
	return right - width
}

func (m *markLine) appendTo(objects []fyne.CanvasObject) []fyne.CanvasObject {
	for _, t := range m.texts {
		objects = append(objects, t)
	}
	return m.signs.appendTo(objects)
}

func (m *markLine) refresh() { m.signs.refresh() }
