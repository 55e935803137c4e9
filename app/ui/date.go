package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"fortegnelse/model"
)

// Dates reads and writes dates as the person on the screen does.
type Dates interface {
	// Parse reads what a person has typed; the empty text is no date.
	Parse(typed string) (model.Date, error)
	// Format writes a date into the field; no date is the empty text.
	Format(model.Date) string
	// Today is the day the calendar opens on where there is no date.
	Today() model.Date
}

// DateField is a field for a date with a calendar. Text that is no date stays
// in the field, marked as wrong, and is not handed over. Down opens the calendar.
type DateField struct {
	Entry
	// OnDate gets the date when it has changed; the zero date when it was taken away.
	OnDate func(model.Date)
	// OnInvalid is called with text that is no date; may be nil.
	OnInvalid func(typed string, err error)

	words Words
	dates Dates
	date  model.Date
}

// NewDateField returns a field with a date; the zero date for none.
func NewDateField(words Words, dates Dates, date model.Date, changed func(model.Date)) *DateField {
	d := &DateField{words: words, dates: dates, date: date, OnDate: changed}
	d.Text = dates.Format(date)
	d.committed, d.before = d.Text, d.Text
	d.Wrapping = fyne.TextWrapOff
	d.Entry.OnCommit = d.commit
	d.Entry.intercept = d.key
	d.ActionItem = newIconTap(IconCalendar, d.Open)
	d.self = d
	d.ExtendBaseWidget(d)
	return d
}

// Date returns the last valid date.
func (d *DateField) Date() model.Date { return d.date }

// SetValue shows a date without calling OnDate. What a person has typed and not
// yet handed over stays.
func (d *DateField) SetValue(date model.Date) {
	d.date = date
	d.Entry.SetValue(d.dates.Format(date))
}

func (d *DateField) commit(typed string) {
	date, err := d.dates.Parse(typed)
	if err != nil {
		d.Reject()
		d.SetSeverity(SignError)
		if d.OnInvalid != nil {
			d.OnInvalid(typed, err)
		}
		return
	}
	d.SetSeverity(SignNothing)
	d.set(date)
}

// set takes a date from the person.
func (d *DateField) set(date model.Date) {
	text := d.dates.Format(date)
	d.before, d.committed = d.dates.Format(d.date), text
	if d.Text != text {
		d.SetText(text)
	}
	if date == d.date {
		return
	}
	d.date = date
	if d.OnDate != nil {
		d.OnDate(date)
	}
}

func (d *DateField) key(event *fyne.KeyEvent) bool {
	if event.Name == fyne.KeyDown {
		d.Open()
		return true
	}
	return false
}

// Open shows the calendar.
func (d *DateField) Open() {
	c := canvasOf(d)
	if c == nil || d.Disabled() {
		return
	}
	d.Commit()
	day := d.date
	if day.IsZero() {
		day = d.dates.Today()
	}
	cal := newCalendar(d.words, day, d.dates.Today())
	overlay := &Overlay{Content: Inset(8, 8, 8, 8, cal), Anchor: d}
	cal.onPick = func(date model.Date) {
		overlay.Hide()
		d.SetSeverity(SignNothing)
		d.set(date)
	}
	overlay.ShowOn(c, cal)
}

// MinSize is Fyne's.
func (d *DateField) MinSize() fyne.Size {
	d.ExtendBaseWidget(d)
	return fyne.NewSize(Px(140), Px(32))
}

// iconTap is a drawing that can be clicked but does not take the focus, because
// a key does the same.
type iconTap struct {
	widget.BaseWidget
	icon   *canvas.Image
	tapped func()
}

func newIconTap(name IconName, tapped func()) *iconTap {
	i := &iconTap{icon: NewIcon(name, ColorText2, 16), tapped: tapped}
	i.ExtendBaseWidget(i)
	return i
}

// Tapped is Fyne's.
func (i *iconTap) Tapped(*fyne.PointEvent) { i.tapped() }

// Cursor is Fyne's.
func (i *iconTap) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is Fyne's.
func (i *iconTap) CreateRenderer() fyne.WidgetRenderer { return &iconTapRenderer{i} }

type iconTapRenderer struct{ tap *iconTap }

func (r *iconTapRenderer) Layout(size fyne.Size) {
	side := Px(16)
	r.tap.icon.Resize(fyne.NewSquareSize(side))
	r.tap.icon.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
}

func (r *iconTapRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(Px(30)) }

func (r *iconTapRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.tap.icon}
}

func (r *iconTapRenderer) Refresh() { r.tap.icon.Refresh() }
func (r *iconTapRenderer) Destroy() {}
