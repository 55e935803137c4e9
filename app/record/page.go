package record

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// Navigator is the way from a page to others.
type Navigator interface {
	Back()            // to the list of records
	Open(id model.ID) // the page of another record
	Reason()          // asks why the record is being changed
}

// Page shows one record. Its methods belong to the goroutine of the user
// interface.
type Page struct {
	session *session.Session
	id      model.ID
	nav     Navigator
	layout  Layout

	tongue   tongue
	root     *fyne.Container
	header   *header
	list     *ui.NavList
	listed   []ui.NavItem // what the list of sections shows
	scroll   *container.Scroll
	sections []*part
	help     *ui.Text // what helps with the field that has the keyboard
	foot     fyne.CanvasObject
	// explained says what helps with the field that has had the keyboard last;
	// nil if none has.
	explained func() []string
	remarks   []Remark
	open      map[string]int // which block of a list is open: by record and path
	quotes    map[string]bool
	stop      func()
	looking   bool // sections are being made or measured
}

// New makes the page of a record. The record must exist.
func New(s *session.Session, id model.ID, layout Layout, nav Navigator) *Page {
	p := &Page{session: s, id: id, nav: nav, open: map[string]int{}, quotes: map[string]bool{}, root: container.NewStack()}
	if rec, ok := s.Register().Record(id); ok {
		p.layout = layout.complete(rec.Kind())
	}
	p.build()
	p.stop = s.Listen(p.hear)
	return p
}

// Content returns what to show.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// ID returns the record that the page shows.
func (p *Page) ID() model.ID { return p.id }

// Close makes the page stop following the register. A field that is being
// edited is saved first.
func (p *Page) Close() {
	p.leave()
	p.stop()
}

// leave takes the keyboard from a field of the page, so that it saves.
func (p *Page) leave() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.root); c != nil {
		c.Unfocus()
	}
}

// record returns the record as it is in the register now.
func (p *Page) record() model.Record {
	rec, _ := p.session.Register().Record(p.id)
	return rec
}

// build makes the page anew: when it opens, and when the language changes.
func (p *Page) build() {
	if p.record() == nil {
		return
	}
	p.tongue = newTongue(p.session.Words(), p.session.Register())
	p.header = newHeader(p)
	p.sections = make([]*part, len(p.layout))
	objects := make([]fyne.CanvasObject, len(p.layout))
	for i, s := range p.layout {
		p.sections[i] = newPart(p, s)
		objects[i] = p.sections[i].shell
	}
	p.listed = p.items()
	p.list = ui.NewNavList(p.listed, "", func(key string) { p.Jump(slices.Index(p.keys(), key)) })
	body := container.New(&bodyLayout{page: p}, objects...)
	p.scroll = container.NewVScroll(body)
	p.scroll.OnScrolled = func(fyne.Position) { p.look() }
	p.root.Objects = []fyne.CanvasObject{newFrame(p.header.object, p.list, p.scroll, p.newHelp())}
	p.root.Refresh()
	p.look()
}

// hear follows what others save.
func (p *Page) hear(e session.Event) {
	switch {
	case e.Language:
		p.leave()
		p.build()
	case e.From != any(p):
		p.changed()
	}
}

// changed shows the register as it is now, without moving the keyboard.
func (p *Page) changed() {
	if p.record() == nil { // deleted elsewhere
		return
	}
	p.tongue.Register = p.session.Register()
	p.header.show()
	for _, s := range p.sections {
		s.refresh()
	}
	p.showItems()
	p.showHelp()
	p.reflow()
}

// showItems shows the sections with their states where one has changed.
func (p *Page) showItems() {
	if items := p.items(); !reflect.DeepEqual(items, p.listed) {
		p.listed = items
		p.list.SetItems(items)
	}
}

// items names the sections with their states.
func (p *Page) items() []ui.NavItem {
	rec := p.record()
	items := make([]ui.NavItem, 0, len(p.layout)+1)
	keys := p.keys()
	for i, s := range p.layout {
		title := s.Title
		if s.Short != "" {
			title = s.Short
		}
		if s.Gap {
			items = append(items, ui.NavItem{Letter: "-"})
		}
		item := ui.NavItem{ID: keys[i], Text: p.tongue.Text(title), Letter: letter(s)}
		if s.State != nil {
			item.Mark = s.State(p.session.Register(), rec)
		}
		item.Mark = p.marked(s, item.Mark)
		items = append(items, item)
	}
	return items
}

func (p *Page) keys() []string {
	keys := make([]string, len(p.layout))
	for i, s := range p.layout {
		keys[i] = s.Title
	}
	return keys
}

// letter returns the letter of a section as it is shown, "(b)".
func letter(s Section) string {
	if s.Letter == "" {
		return ""
	}
	return "(" + s.Letter + ")"
}

// openOf returns which entry of a list is open, -1 if none. Until a person
// opens another it is the only one there is, or the first where the list
// begins so.
func (p *Page) openOf(key string, n int, first bool) int {
	if open, chosen := p.open[key]; chosen {
		if open >= n {
			return -1
		}
		return open
	}
	if n == 1 || first && n > 0 {
		return 0
	}
	return -1
}
