// Package listing is the screen that all lists of records share: a heading
// with the way to make a new record, filters, the table, and a foot that
// counts.
package listing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// Navigator is the way from a list to a record.
type Navigator interface {
	Open(id model.ID)
	Add() // makes a new record of the list's kind and opens it
}

// Config says what a list shows. T is a flat row, made once per change.
type Config[T any] struct {
	Title   string
	Add     string // words of the buttons that make a record; "" where none is made here
	Empty   string // what belongs here, while there is nothing
	Columns []ui.Column[T]
	Rows    func(*model.Register) []T
	ID      func(T) model.ID
	Search  func(T) string // everything by which a row can be found
	Filters []Filter[T]
	Choices []Selection[T]
	Groups  []ui.Group // none: a list without parts
	GroupOf func(T) string
	Legend  fyne.CanvasObject // explains the signs; may be nil
}

// Filter is a box that narrows the list when it is ticked.
type Filter[T any] struct {
	Label string
	Keep  func(T) bool
}

// Selection is a choice of one value that narrows the list.
type Selection[T any] struct {
	All  string                            // words for no choice
	Of   func(*model.Register) []ui.Option // the values
	Keep func(row T, code string) bool
}

// List is a screen of records.
type List[T any] struct {
	session *session.Session
	config  Config[T]
	table   *ui.DataTable[T]
	count   *ui.Text
	search  *ui.Entry
	boxes   []*ui.Check
	choices map[int]*ui.Choice // by their place among the selections
	first   *ui.Button         // makes the first record, while there is none
	all     *ui.Button         // shows all records again
	content fyne.CanvasObject
	stop    func()

	needle ui.Needle // what is typed in the search field
	ticked []bool
	chosen []string
	hay    map[model.ID]ui.Haystack // what a row is searched by
}

// New makes a list and fills it.
func New[T any](s *session.Session, nav Navigator, c Config[T]) *List[T] {
	l := &List[T]{session: s, config: c, ticked: make([]bool, len(c.Filters)), chosen: make([]string, len(c.Choices))}
	l.table = ui.NewDataTable(c.Columns, func(row T) string { return string(c.ID(row)) })
	l.first = ui.NewButton(c.Add, ui.IconPlus, nav.Add)
	l.all = ui.NewButton(s.Words().Text("list.show_all"), "", l.showAll)
	l.table.OnOpen = func(row T) { nav.Open(c.ID(row)) }
	l.count = ui.NewLabel("")
	l.count.TextSize = theme.SizeNameCaptionText
	l.table.OnCount = func(shown, total int) {
		l.count.SetText(s.Words().Text("list.count", "Shown", s.Words().Number(shown), "Total", s.Words().Number(total)))
	}
	if c.GroupOf != nil {
		l.table.SetGroups(c.GroupOf, c.Groups)
	}
	l.content = l.build(nav)
	l.fill()
	l.stop = s.Listen(func(session.Event) { l.fill() })
	return l
}

func (l *List[T]) build(nav Navigator) fyne.CanvasObject {
	title := ui.Row(12, ui.NewHeading(l.config.Title), ui.Grow(nil))
	if l.config.Add != "" {
		title.Add(ui.NewPrimary(l.config.Add, ui.IconPlus, nav.Add))
	}
	var foot fyne.CanvasObject = ui.Row(16, ui.Grow(nil), l.count)
	if l.config.Legend != nil {
		foot = ui.Row(16, ui.Grow(l.config.Legend), l.count)
	}
	return ui.OnGround(ui.ColorBackground, ui.Inset(20, 24, 0, 24, container.NewBorder(
		ui.Stack(12, title, l.filters()),
		ui.Stack(0, ui.NewLine(ui.ColorLine), ui.Inset(10, 0, 10, 0, foot)), nil, nil,
		l.table)))
}

// filters is the line with the search field, the boxes and the choices.
func (l *List[T]) filters() fyne.CanvasObject {
	l.search = ui.NewEntry("", nil)
	l.search.SetPlaceHolder(l.session.Words().Text("list.filter"))
	l.search.OnChanged = func(typed string) {
		l.needle = ui.NewNeedle(typed)
		l.filter()
	}
	line := []fyne.CanvasObject{ui.FixedWidth(200, l.search)}
	if len(l.config.Filters) > 0 {
		line = append(line, ui.NewLabel(l.session.Words().Text("list.only")))
	}
	for i, f := range l.config.Filters {
		box := ui.NewCheck(f.Label, false, func(on bool) {
			l.ticked[i] = on
			l.filter()
		})
		l.boxes = append(l.boxes, box)
		line = append(line, box)
	}
	l.choices = map[int]*ui.Choice{}
	for i, c := range l.config.Choices {
		values := c.Of(l.session.Register())
		if len(values) == 0 {
			continue // nothing to choose between
		}
		options := append([]ui.Option{{Label: c.All}}, values...)
		l.choices[i] = ui.NewChoice(ui.Words{Empty: c.All}, options, "", func(code string) {
			l.chosen[i] = code
			l.filter()
		})
		line = append(line, ui.FixedWidth(156, l.choices[i]))
	}
	return ui.Flow(12, line...)
}

// fill shows the register as it is now.
func (l *List[T]) fill() {
	rows := l.config.Rows(l.session.Register())
	l.hay = make(map[model.ID]ui.Haystack, len(rows))
	for _, row := range rows {
		l.hay[l.config.ID(row)] = ui.NewHaystack(l.config.Search(row))
	}
	l.table.Nothing, l.table.Offer = l.session.Words().Text("list.nothing"), l.all
	if len(rows) == 0 {
		l.table.Nothing, l.table.Offer = l.config.Empty, nil
		if l.config.Add != "" {
			l.table.Offer = l.first
		}
	}
	l.table.SetRows(rows)
}

// filter applies what is typed, ticked and chosen.
func (l *List[T]) filter() {
	l.table.SetFilter(func(row T) bool {
		for i, f := range l.config.Filters {
			if l.ticked[i] && !f.Keep(row) {
				return false
			}
		}
		for i, c := range l.config.Choices {
			if l.chosen[i] != "" && !c.Keep(row, l.chosen[i]) {
				return false
			}
		}
		return l.needle.In(l.hay[l.config.ID(row)])
	})
}

// showAll takes every filter away.
func (l *List[T]) showAll() {
	for i, box := range l.boxes {
		box.SetChecked(false)
		l.ticked[i] = false
	}
	for i, choice := range l.choices {
		choice.SetCode("")
		l.chosen[i] = ""
	}
	l.needle = ui.Needle{}
	l.search.SetText("")
	l.filter()
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.table); c != nil {
		c.Focus(l.table) // the button that was pressed is gone
	}
}

// Content returns what to show.
func (l *List[T]) Content() fyne.CanvasObject { return l.content }

// Close makes the list stop following the register.
func (l *List[T]) Close() { l.stop() }

// Focus gives the table the keyboard, or what makes the first record.
func (l *List[T]) Focus(c fyne.Canvas) {
	if len(l.hay) == 0 && l.config.Add != "" {
		c.Focus(l.first)
		return
	}
	c.Focus(l.table)
}

// Selected returns the record of the selected row, "" if none is.
func (l *List[T]) Selected() model.ID {
	row, ok := l.table.Selected()
	if !ok {
		return ""
	}
	return l.config.ID(row)
}

// Shown returns the rows in sight, in order.
func (l *List[T]) Shown() []T { return l.table.Shown() }

// Search narrows the list as typing into the search field does.
func (l *List[T]) Search(typed string) { l.search.SetText(typed) }
