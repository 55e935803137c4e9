package app

import (
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// idle watches whether somebody is there. Fyne tells nobody of every key, so
// it looks from time to time at what keys change, and hears of the mouse.
type idle struct {
	last   time.Time // when somebody was last seen to be there
	traces traces
	asked  bool // to lock as soon as the running tasks have ended
	stop   chan struct{}
}

// traces is what a person at the keyboard changes: the field, how much stands
// in it and where the cursor is, the dialog, the screen, the selected row.
type traces struct {
	focused     fyne.Focusable
	length      int
	row, column int
	top         fyne.CanvasObject
	at          place
	selected    model.ID
}

// lookEvery is how often it is looked whether somebody is there.
const lookEvery = 2 * time.Second

// begin calls look on the goroutine of the user interface until end.
func (i *idle) begin(look func()) {
	i.stop = make(chan struct{})
	go func(stop <-chan struct{}) {
		ticker := time.NewTicker(lookEvery)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				fyne.Do(look)
			case <-stop:
				return
			}
		}
	}(i.stop)
}

func (i *idle) end() {
	if i.stop != nil {
		close(i.stop)
		i.stop = nil
	}
}

// touch notes that somebody is there.
func (d *Desk) touch() { d.idle.last = d.wallClock() }

// wallClock tells the time by the clock that goes on while the machine
// sleeps: a register must not stay open because a lid was closed.
func (d *Desk) wallClock() time.Time { return d.now().Round(0) }

// traces returns what stands on the screen now.
func (d *Desk) traces() traces {
	c := d.window.Canvas()
	t := traces{focused: c.Focused(), top: c.Overlays().Top()}
	if field, ok := t.focused.(*ui.Entry); ok {
		t.length, t.row, t.column = len(field.Text), field.CursorRow, field.CursorColumn
	}
	if d.shell != nil {
		t.at = d.shell.trail.now()
		if l, ok := d.shell.screen.(list); ok {
			t.selected = l.Selected()
		}
	}
	return t
}

// lockIfIdle locks a protected register that nobody has worked in for as long
// as the settings say, or whose lock was asked for while a task was running.
func (d *Desk) lockIfIdle() {
	if !d.lockable() {
		return
	}
	if now := d.traces(); now != d.idle.traces {
		d.idle.traces = now
		d.touch()
	}
	away := d.wallClock().Sub(d.idle.last)
	if away < 0 { // the clock was set back
		d.touch()
	}
	limit := d.settings.LockAfter()
	if d.idle.asked || limit > 0 && away >= limit {
		d.Lock()
	}
}

// lockable reports whether there is a passphrase to lock with.
func (d *Desk) lockable() bool { return d.session != nil && d.file.Protected() }

// Lock closes a protected register, so that its keys leave the memory, and
// asks for the passphrase. What was being typed is saved; where that fails
// the register stays open, and the field says so. A running task is not
// interrupted: the lock follows it.
func (d *Desk) Lock() {
	if !d.lockable() {
		return
	}
	if d.idle.asked = d.runner.running > 0; d.idle.asked {
		return
	}
	c := d.window.Canvas()
	typed, typing := c.Focused().(*ui.Entry)
	for top := c.Overlays().Top(); top != nil; top = c.Overlays().Top() {
		if o, ok := top.(*ui.Overlay); ok && o.Shown() {
			o.Hide()
		} else {
			c.Overlays().Remove(top)
		}
	}
	c.Unfocus() // a field that is left saves itself
	if typing && typed.Pending() {
		c.Focus(typed)
		return
	}
	path, at := d.session.Path(), d.shell.trail
	if !d.closeRegister() {
		return
	}
	d.idle.traces = traces{}
	d.unlock = newUnlockScreen(d, path, at)
	d.build()
	d.runner.background(debug.FreeOSMemory) // what was shown goes too
}

// presence lies below everything and hears of each move of the mouse.
type presence struct {
	widget.BaseWidget
	seen func()
}

func newPresence(seen func()) *presence {
	p := &presence{seen: seen}
	p.ExtendBaseWidget(p)
	return p
}

// Cursor is Fyne's: it asks everything below the mouse as that moves, what
// lies on top last.
func (p *presence) Cursor() desktop.Cursor {
	p.seen()
	return desktop.DefaultCursor
}

// CreateRenderer is Fyne's.
func (p *presence) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(ui.NewFill(""))
}
