package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// Picker is a pop-up in which a person types to find one or several of many
// options. The focus stays in the search field: arrows move in the list, Enter
// takes, Space ticks, Ctrl+Enter creates, Esc leaves.
type Picker struct {
	Words    Words
	Options  []Option // options of one group stand together
	Selected []string // codes chosen already
	Multi    bool     // several may be chosen
	// OnPick gets the chosen codes in the order of the options.
	OnPick func(codes []string)
	// OnCreate gets what was typed, to create it; nil where nothing can be created.
	OnCreate func(typed string)
	// Width is the panel's, at text size 14; 512 if zero.
	Width float32

	overlay *Overlay
	list    *optionList
	search  *Entry
	count   *Text
	take    *Button
}

// Show opens the picker below an object, or in the middle of the window where
// the object is nil.
func (p *Picker) Show(c fyne.Canvas, below fyne.CanvasObject) {
	p.list = newOptionList(p.Options, p.Selected, p.Multi)
	p.list.nothing, p.list.within, p.list.helped = p.Words.Nothing, p.Words.Within, p.Words.Helped
	p.list.onPick = func(o Option) { p.finish([]string{o.Code}) }
	p.list.onCreate = p.create
	p.list.onChange = p.retitle
	if p.OnCreate != nil {
		p.list.create = p.Words.Create
	}
	p.search = NewEntry("", nil)
	p.search.SetPlaceHolder(p.Words.Search)
	p.search.Icon = Icon(IconSearch, ColorText2)
	p.search.OnChanged = p.filter
	p.search.intercept = p.key
	p.search.interceptRune = p.typed
	p.search.interceptShortcut = p.shortcut
	p.count = NewSmall("")

	width := p.Width
	if width == 0 {
		width = 512
	}
	field := container.NewStack(p.search, Inset(0, 12, 0, 0, Row(0, Grow(nil), p.count)))
	head := Stack(0, Inset(12, 12, 8, 12, field), NewLine(ColorLine2))
	if p.list.longestHelp() != "" {
		width = max(width, helpWidth)
	}
	foot := p.list.newFoot(Px(width))
	if p.Multi {
		p.take = NewPrimary("", "", p.accept)
		foot.Add(NewLine(ColorLine2))
		foot.Add(OnGround(ColorNav, Inset(8, 12, 8, 12, Row(Px(8),
			newKeyHint(p.Words.Space, p.Words.Tick), newKeyHint("Esc", p.Words.Leave), Grow(nil), p.take))))
	}
	p.overlay = &Overlay{
		Content: container.New(dialogLayout{}, head, p.list, foot),
		Anchor:  below,
		Wish:    fyne.NewSize(Px(width), 0),
	}
	height := head.MinSize().Height + max(p.list.height(), Px(36)) + foot.MinSize().Height + 2
	p.overlay.Wish.Height = min(height, Px(480))
	p.retitle()
	p.overlay.ShowOn(c, p.search)
}

// Hide closes the picker without choosing.
func (p *Picker) Hide() { p.overlay.Hide() }

func (p *Picker) filter(typed string) {
	p.list.filter(typed)
	p.retitle()
}

// retitle shows how many options are found and ticked.
func (p *Picker) retitle() {
	if p.Words.Counted != nil {
		p.count.SetText(p.Words.Counted(p.list.found(), len(p.Options)))
	}
	if p.take != nil && p.Words.Chosen != nil {
		p.take.SetText(p.Words.Chosen(len(p.list.ticked)))
	}
}

func (p *Picker) key(event *fyne.KeyEvent) bool {
	switch event.Name {
	case fyne.KeyHome, fyne.KeyEnd: // belong to the text
		return false
	case fyne.KeyEscape:
		p.overlay.escape()
		return true
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.Multi {
			p.accept()
			return true
		}
	}
	return p.list.key(event.Name)
}

func (p *Picker) typed(r rune) bool {
	if r == ' ' && p.Multi {
		p.list.tick(p.list.current)
		return true
	}
	return false
}

func (p *Picker) shortcut(shortcut fyne.Shortcut) bool {
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if !ok || !isEnter(custom.KeyName) || p.OnCreate == nil {
		return false
	}
	p.create(p.search.Text)
	return true
}

// accept takes what is ticked, or the current option where nothing is.
func (p *Picker) accept() {
	if len(p.list.ticked) == 0 && len(p.Selected) == 0 && p.list.current >= 0 {
		line := p.list.lines[p.list.current]
		if line.offer {
			p.create(p.search.Text)
			return
		}
		p.list.tick(p.list.current)
	}
	var codes []string
	for _, o := range p.list.chosen() {
		codes = append(codes, o.Code)
	}
	p.finish(codes)
}

func (p *Picker) finish(codes []string) {
	p.overlay.Hide()
	if p.OnPick != nil {
		p.OnPick(codes)
	}
}

func (p *Picker) create(typed string) {
	if NewNeedle(typed).Empty() {
		return
	}
	p.overlay.Hide()
	p.OnCreate(typed)
}

// newKeyHint shows a key and what it does.
func newKeyHint(key, does string) fyne.CanvasObject {
	name, words := NewSmall(key), NewSmall(does)
	frame := &Fill{Color: ColorBackground, Border: ColorControl, Radius: 3}
	return Row(Px(4), container.NewStack(frame, Inset(1, 5, 1, 5, name)), words)
}
