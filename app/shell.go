package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/activities"
	"fortegnelse/app/documents"
	"fortegnelse/app/entities"
	"fortegnelse/app/findings"
	"fortegnelse/app/processors"
	"fortegnelse/app/record"
	"fortegnelse/app/records"
	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// screen is what the shell shows beside the navigation.
type screen interface {
	Content() fyne.CanvasObject
	Close()
}

// list is the screen of several records.
type list interface {
	screen
	Focus(fyne.Canvas)
	Selected() model.ID // "" if none
}

// shell is the window while a register is open: top bar, navigation, and one
// screen.
type shell struct {
	desk    *Desk
	trail   trail
	content fyne.CanvasObject
	bar     *topBar
	nav     *ui.NavList
	body    *fyne.Container
	screen  screen
	reason  model.ID // the record whose changes have a reason; "" if none
	palette palette
	watch   *findings.Watch
	stop    func() // stops listening
}

func newShell(d *Desk, t trail) *shell {
	s := &shell{desk: d, trail: t}
	if len(s.trail) == 0 {
		s.trail = s.trail.to(s.trail.now())
	}
	s.watch = findings.NewWatch(d.session, d.runner.background, d.runner.pause)
	s.watch.Listen(s.hearFindings)
	s.bar = newTopBar(d)
	s.nav = ui.NewNavList(s.navigation(), "", s.goTo)
	s.body = container.NewStack()
	side := container.NewBorder(nil, ui.Inset(0, 16, 12, 16, s.lawDate()), nil, nil,
		container.NewVScroll(ui.Inset(12, 0, 0, 0, s.nav)))
	below := container.New(panes{},
		ui.OnGround(ui.ColorNav, ui.FixedWidth(navWidth, side)), ui.NewLine(ui.ColorLine), s.body)
	s.content = container.New(panes{down: true}, s.bar.content, ui.NewLine(ui.ColorLine), s.banner(), below)
	s.stop = d.session.Listen(s.hear)
	s.warm()
	return s
}

const navWidth = 208

func (s *shell) lawDate() fyne.CanvasObject {
	return small(s.desk.words.Text("start.law_data", "Date", s.desk.words.ShortDate(lawDate())))
}

// banner says what the person must know as long as the register is open: that
// it can only be read.
func (s *shell) banner() fyne.CanvasObject {
	if !s.desk.file.ReadOnly() {
		return ui.Stack(0)
	}
	return ui.Inset(8, 24, 8, 12, ui.NewNote(ui.SignInfo, s.desk.words.Text("readonly.banner"), nil))
}

// leave stops listening and closes the screen.
func (s *shell) leave() {
	s.stop()
	s.watch.Close()
	if s.screen != nil {
		s.screen.Close()
		s.screen = nil
	}
}

// hear follows what was saved: the counts, the time, and a record that is
// gone.
func (s *shell) hear(e session.Event) {
	s.nav.SetItems(s.navigation())
	s.bar.saved()
	s.desk.nameEdits()
	if at := s.trail.now(); at.record != "" {
		if _, there := s.desk.session.Register().Record(at.record); !there {
			s.trail = s.trail.without(at.record)
			s.show()
		}
	}
}

// show shows the present place of the trail.
func (s *shell) show() {
	d := s.desk
	d.window.Canvas().Unfocus() // a field that is left saves itself
	if s.screen != nil {
		s.screen.Close()
	}
	at := s.trail.now()
	s.forgetReason(at.record)
	title := d.session.Register().Info().Name + " – Fortegnelse"
	switch {
	case at.findings:
		s.screen = findings.NewScreen(d.session, s.watch, s)
		s.nav.SetCurrent(findingsPlace)
	case at.settings:
		s.screen = newSettingsScreen(d)
		s.nav.SetCurrent(settingsPlace)
	case at.deleted:
		s.screen = newDeletedScreen(d)
		s.nav.SetCurrent(settingsPlace)
	case at.record != "":
		s.screen = s.pageOf(at.record)
		s.nav.SetCurrent(navigated(at.kind))
		if rec, ok := d.session.Register().Record(at.record); ok {
			title = rec.Meta().Number + " " + d.session.Register().Title(rec) + " – " + title
		}
	default:
		s.screen = s.listOf(at.kind)
		s.nav.SetCurrent(navigated(at.kind))
	}
	d.window.SetTitle(title)
	s.remark()
	s.body.Objects = []fyne.CanvasObject{s.screen.Content()}
	s.body.Refresh()
	s.focus()
}

// focus gives a list the keyboard, so that arrows and Enter work at once.
func (s *shell) focus() {
	if l, ok := s.screen.(list); ok {
		l.Focus(s.desk.window.Canvas())
	}
}

// listOf makes the list of a kind.
func (s *shell) listOf(k model.Kind) list {
	switch k {
	case model.KindActivity:
		return activities.NewList(s.desk.session, s)
	case model.KindProcessor:
		return processors.NewList(s.desk.session, s)
	}
	return records.NewList(s.desk.session, k, s)
}

// pageOf makes the page of a record.
func (s *shell) pageOf(id model.ID) screen {
	rec, ok := s.desk.session.Register().Record(id)
	if !ok {
		return s.listOf(s.trail.now().kind)
	}
	layout := record.General(rec.Kind())
	switch rec.Kind() {
	case model.KindActivity:
		layout = activities.Layout()
	case model.KindProcessor:
		layout = processors.Layout()
	case model.KindLegalEntity:
		layout = entities.Layout()
	case model.KindDocument:
		layout = documents.Layout(s.desk.attachments)
	}
	return record.New(s.desk.session, id, layout, s)
}

// Open implements the navigators of the screens: it opens a record.
func (s *shell) Open(id model.ID) { s.openRecord(id) }

// Back implements the navigators of the screens.
func (s *shell) Back() { s.back() }

// Add implements the navigators of the lists: it makes a new record.
func (s *shell) Add() { s.add() }

func (s *shell) openRecord(id model.ID) {
	rec, ok := s.desk.session.Register().Record(id)
	if !ok {
		return
	}
	s.move(s.trail.to(place{kind: rec.Kind(), record: id}))
}

func (s *shell) back() { s.move(s.trail.back()) }

// move goes along the trail; what is being typed is saved first, which may
// itself change what can be shown.
func (s *shell) move(t trail) {
	s.desk.window.Canvas().Unfocus()
	s.trail = t
	s.show()
}

// settingsPlace is the settings' place in the navigation.
const settingsPlace = "settings"

// goTo opens a place of the navigation.
func (s *shell) goTo(id string) {
	switch id {
	case settingsPlace:
		s.goSettings()
	case findingsPlace:
		s.goFindings()
	default:
		s.move(s.trail.to(place{kind: model.Kind(id)}))
	}
}

func (s *shell) goActivities() { s.goTo(string(model.KindActivity)) }
func (s *shell) goProcessors() { s.goTo(string(model.KindProcessor)) }
func (s *shell) goEntities()   { s.goTo(string(model.KindLegalEntity)) }
func (s *shell) goSettings()   { s.move(s.trail.to(place{settings: true})) }
func (s *shell) goDeleted()    { s.move(s.trail.to(place{deleted: true})) }
