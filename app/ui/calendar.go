package ui

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fortegnelse/model"
)

// calendar shows a month; weeks begin on Monday. Arrows move by day and week, the
// Page keys by month, Home goes to today, Enter takes the day.
type calendar struct {
	widget.BaseWidget
	words  Words
	day    model.Date // the day in focus
	today  model.Date
	onPick func(model.Date)
}

const (
	dayWidth  = 36
	dayHeight = 30
	calTop    = 60 // month and weekdays above the days
	calRows   = 6
	calBottom = 34 // the line with today
)

func newCalendar(words Words, day, today model.Date) *calendar {
	c := &calendar{words: words, day: day, today: today}
	c.ExtendBaseWidget(c)
	return c
}

// first returns the Monday the month's grid begins with.
func (c *calendar) first() model.Date {
	month := time.Date(c.day.Year, c.day.Month, 1, 0, 0, 0, 0, time.UTC)
	back := (int(month.Weekday()) + 6) % 7
	return model.DateOf(month.AddDate(0, 0, -back))
}

// month moves by months; a day the month has not becomes its last.
func (c *calendar) month(by int) {
	start := time.Date(c.day.Year, c.day.Month+time.Month(by), 1, 0, 0, 0, 0, time.UTC)
	last := start.AddDate(0, 1, -1).Day()
	c.day = model.Date{Year: start.Year(), Month: start.Month(), Day: min(c.day.Day, last)}
	c.Refresh()
}

func (c *calendar) days(by int) {
	c.day = c.day.AddDays(by)
	c.Refresh()
}

// Tapped takes the day under the pointer, moves by a month, or takes today.
func (c *calendar) Tapped(event *fyne.PointEvent) {
	x, y := event.Position.X, event.Position.Y
	width := c.Size().Width
	switch {
	case y < Px(32) && x < Px(dayWidth):
		c.month(-1)
	case y < Px(32) && x > width-Px(dayWidth):
		c.month(1)
	case y >= Px(calTop+calRows*dayHeight):
		c.pick(c.today)
	case y >= Px(calTop):
		column, row := int(x/Px(dayWidth)), int((y-Px(calTop))/Px(dayHeight))
		if column < 7 {
			c.pick(c.first().AddDays(row*7 + column))
		}
	}
}

func (c *calendar) pick(day model.Date) {
	if c.onPick != nil {
		c.onPick(day)
	}
}

// TypedKey is Fyne's.
func (c *calendar) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyLeft:
		c.days(-1)
	case fyne.KeyRight:
		c.days(1)
	case fyne.KeyUp:
		c.days(-7)
	case fyne.KeyDown:
		c.days(7)
	case fyne.KeyPageUp:
		c.month(-1)
	case fyne.KeyPageDown:
		c.month(1)
	case fyne.KeyHome:
		c.day = c.today
		c.Refresh()
	case fyne.KeySpace: // comes as a rune
	case fyne.KeyReturn, fyne.KeyEnter:
		c.pick(c.day)
	default:
		PassKey(c, event)
	}
}

// TypedRune takes Space. It is the rune that counts and not the key: a list that
// opened upon the key would get the rune.
func (c *calendar) TypedRune(r rune) {
	if r == ' ' {
		c.pick(c.day)
	}
}

// FocusGained is Fyne's.
func (c *calendar) FocusGained() {}

// FocusLost is Fyne's.
func (c *calendar) FocusLost() {}

// CreateRenderer is Fyne's.
func (c *calendar) CreateRenderer() fyne.WidgetRenderer {
	r := &calendarRenderer{calendar: c, title: newLine(), now: newLine(),
		chosen: newBox(), around: newBox(),
		back: NewIcon(IconChevronLeft, ColorText, 16), forth: NewIcon(IconChevronRight, ColorText, 16)}
	for range 7 {
		r.heads = append(r.heads, newLine())
	}
	for range calRows * 7 {
		r.days = append(r.days, newLine())
	}
	r.draw()
	return r
}

type calendarRenderer struct {
	calendar       *calendar
	title, now     *canvas.Text
	chosen, around *canvas.Rectangle
	back, forth    *canvas.Image
	heads, days    []*canvas.Text
}

// centre puts a text into the middle of a field.
func centre(t *canvas.Text, x, y, width, height float32) {
	m := t.MinSize()
	t.Resize(m)
	t.Move(fyne.NewPos(x+(width-m.Width)/2, y+(height-m.Height)/2))
}

func (r *calendarRenderer) draw() {
	c := r.calendar
	width := Px(dayWidth * 7)
	month := c.words.Months[int(c.day.Month)-1] + " " + strconv.Itoa(c.day.Year)
	setText(r.title, month, theme.SizeNameText, fyne.TextStyle{Bold: true}, ColorText)
	centre(r.title, 0, 0, width, Px(32))
	side := Px(16)
	for i, image := range []*canvas.Image{r.back, r.forth} {
		image.Resize(fyne.NewSquareSize(side))
		image.Move(fyne.NewPos(float32(i)*(width-Px(dayWidth))+(Px(dayWidth)-side)/2, Px(8)))
	}
	for i, head := range r.heads {
		setText(head, c.words.Weekdays[i], theme.SizeNameCaptionText, fyne.TextStyle{}, ColorText2)
		centre(head, float32(i)*Px(dayWidth), Px(34), Px(dayWidth), Px(24))
	}
	paintBox(r.chosen, ColorAccent, "", 0)
	paintBox(r.around, "", ColorControl, 1)
	r.around.Hide()
	first := c.first()
	for i, text := range r.days {
		day := first.AddDays(i)
		x, y := float32(i%7)*Px(dayWidth), Px(calTop)+float32(i/7)*Px(dayHeight)
		colour, style := ColorText, fyne.TextStyle{}
		if day.Month != c.day.Month {
			colour = ColorText3
		}
		field := fyne.NewSize(Px(dayWidth)-2, Px(dayHeight)-2)
		if day == c.today {
			r.around.Resize(field)
			r.around.Move(fyne.NewPos(x+1, y+1))
			r.around.Show()
		}
		if day == c.day {
			colour, style = ColorOnAccent, fyne.TextStyle{Bold: true}
			r.chosen.Resize(field)
			r.chosen.Move(fyne.NewPos(x+1, y+1))
		}
		setText(text, strconv.Itoa(day.Day), theme.SizeNameText, style, colour)
		centre(text, x, y, Px(dayWidth), Px(dayHeight))
	}
	setText(r.now, c.words.Today, theme.SizeNameText, fyne.TextStyle{}, ColorAccent)
	centre(r.now, 0, Px(calTop+calRows*dayHeight), width, Px(calBottom))
}

func (r *calendarRenderer) Layout(fyne.Size) { r.draw() }

func (r *calendarRenderer) MinSize() fyne.Size {
	return fyne.NewSize(Px(dayWidth*7), Px(calTop+calRows*dayHeight+calBottom))
}

func (r *calendarRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.title, r.back, r.forth, r.around, r.chosen, r.now}
	for _, t := range append(append([]*canvas.Text{}, r.heads...), r.days...) {
		objects = append(objects, t)
	}
	return objects
}

func (r *calendarRenderer) Refresh() {
	r.draw()
	r.back.Refresh()
	r.forth.Refresh()
	canvas.Refresh(r.calendar)
}

func (r *calendarRenderer) Destroy() {}
