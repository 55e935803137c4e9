package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// optionList is the list of a picker or choice: options under their groups'
// captions, one of them current, found letters marked, ticked where several may
// be chosen. It takes keys itself or from a search field.
type optionList struct {
	widget.BaseWidget

	options []Option
	multi   bool
	ticked  map[string]bool
	create  func(typed string) string // nil where nothing can be created
	nothing string                    // said where nothing is found
	within  string                    // caption of what is found only in what an option says
	helped  string                    // caption of what is found only in an option's help

	typed   string
	needle  Needle
	words   []Haystack
	helps   []Haystack // of the options' help
	lines   []optionLine
	current int // index in lines, -1 if none
	hovered int // the line that the mouse is on, -1 if none
	view    *rowView
	foot    *Text // tells when to choose the option; nil where none has help

	onPick   func(option Option)
	onCreate func(typed string)
	onChange func() // the current or ticked options have changed
}

// optionLine is a row of the list: a caption, an option, or the offer to create.
type optionLine struct {
	caption string
	option  int // index in options, -1 for a caption or the offer
	offer   bool
}

func newOptionList(options []Option, ticked []string, multi bool) *optionList {
	l := &optionList{options: options, multi: multi, ticked: map[string]bool{}, current: -1, hovered: -1}
	for _, code := range ticked {
		l.ticked[code] = true
	}
	for _, o := range options {
		l.words = append(l.words, NewHaystack(o.Label+" "+o.Detail))
		l.helps = append(l.helps, NewHaystack(o.Help))
	}
	l.view = newRowView(
		func() int { return len(l.lines) },
		func(i int) float32 {
			if l.lines[i].caption != "" {
				return Px(28)
			}
			return Px(36)
		},
		func() fyne.CanvasObject { return newOptionRow(l) },
		func(i int, row fyne.CanvasObject) { row.(*optionRow).show(i) },
	)
	l.ExtendBaseWidget(l)
	l.filter("")
	return l
}

// filter shows the options in which the typed words are found.
func (l *optionList) filter(typed string) {
	l.typed = typed
	l.needle = NewNeedle(typed)
	l.lines = l.lines[:0]
	group := ""
	exact := false
	var within, helped []optionLine
	for i, o := range l.options {
		if !l.needle.In(l.words[i]) {
			switch {
			case o.Says != nil && l.needle.In(l.words[i], *o.Says):
				within = append(within, optionLine{option: i})
			case o.Help != "" && l.needle.In(l.words[i], l.helps[i]):
				helped = append(helped, optionLine{option: i})
			}
			continue
		}
		if o.Group != group {
			group = o.Group
			l.lines = append(l.lines, optionLine{caption: group, option: -1})
		}
		exact = exact || o.Label == typed
		l.lines = append(l.lines, optionLine{option: i})
	}
	l.last(l.within, within)
	l.last(l.helped, helped)
	if l.create != nil && !l.needle.Empty() && !exact {
		l.lines = append(l.lines, optionLine{option: -1, offer: true})
	}
	if len(l.lines) == 0 && l.nothing != "" {
		l.lines = append(l.lines, optionLine{caption: l.nothing, option: -1})
	}
	l.current, l.hovered = -1, -1
	if !l.needle.Empty() || l.multi || len(l.ticked) == 0 {
		l.current = l.next(-1, 1)
	} else {
		for i, line := range l.lines {
			if line.option >= 0 && l.ticked[l.options[line.option].Code] {
				l.current = i
				break
			}
		}
		if l.current < 0 {
			l.current = l.next(-1, 1)
		}
	}
	l.view.changed()
	l.view.scroll.ScrollToTop()
	l.view.show(l.current)
	l.tell()
}

// last puts options under a caption at the end of the list.
func (l *optionList) last(caption string, options []optionLine) {
	if len(options) > 0 {
		l.lines = append(append(l.lines, optionLine{caption: caption, option: -1}), options...)
	}
}

// found returns how many options are shown.
func (l *optionList) found() int {
	n := 0
	for _, line := range l.lines {
		if line.option >= 0 {
			n++
		}
	}
	return n
}

// height returns the height all lines take.
func (l *optionList) height() float32 { return l.view.height() }

// widest returns the width in which every option can be read.
func (l *optionList) widest() float32 {
	var width float32
	for _, o := range l.options {
		w := textWidth(o.Label, theme.TextSize(), fyne.TextStyle{}) + Px(28)
		if o.Detail != "" {
			w += textWidth(o.Detail, theme.CaptionTextSize(), fyne.TextStyle{}) + Px(24)
		}
		if o.Mark.Known() {
			w += Px(24)
		}
		width = max(width, w)
	}
	return min(width, Px(560))
}

// next returns the nearest line after from, in steps of +1 or -1, that can be
// chosen; from itself is returned if there is none.
func (l *optionList) next(from, step int) int {
	for i := from + step; i >= 0 && i < len(l.lines); i += step {
		if l.lines[i].caption == "" {
			return i
		}
	}
	return from
}

// key moves and chooses; it reports whether it used the key.
func (l *optionList) key(name fyne.KeyName) bool {
	from := l.current
	to := from
	switch name {
	case fyne.KeyDown:
		to = l.next(from, 1)
	case fyne.KeyUp:
		to = l.next(from, -1)
	case fyne.KeyPageDown:
		to = l.jump(from, l.view.page())
	case fyne.KeyPageUp:
		to = l.jump(from, -l.view.page())
	case fyne.KeyHome:
		to = l.next(-1, 1)
	case fyne.KeyEnd:
		to = l.next(len(l.lines), -1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.pick(from)
		return true
	default:
		return false
	}
	l.moveTo(to)
	return true
}

func (l *optionList) jump(from, by int) int {
	to := min(max(from+by, 0), len(l.lines)-1)
	if to >= 0 && l.lines[to].caption != "" {
		if by > 0 {
			return l.next(to, 1)
		}
		return l.next(to, -1)
	}
	return to
}

func (l *optionList) moveTo(to int) {
	from := l.current
	if to < 0 || to >= len(l.lines) {
		return
	}
	l.current = to
	l.hover(-1)
	l.view.show(to)
	l.view.again(from)
	l.view.again(to)
	l.tell()
}

// pick chooses a line: a single choice is taken, one of several ticked.
func (l *optionList) pick(line int) {
	if line < 0 || line >= len(l.lines) {
		return
	}
	at := l.lines[line]
	switch {
	case at.offer:
		l.onCreate(l.typed)
	case at.option < 0:
	case l.multi:
		l.tick(line)
	default:
		l.onPick(l.options[at.option])
	}
}

// tick ticks or unticks the option of a line.
func (l *optionList) tick(line int) {
	if line < 0 || line >= len(l.lines) || l.lines[line].option < 0 {
		return
	}
	code := l.options[l.lines[line].option].Code
	if l.ticked[code] {
		delete(l.ticked, code)
	} else {
		l.ticked[code] = true
	}
	l.view.again(line)
	if l.onChange != nil {
		l.onChange()
	}
}

// chosen returns the ticked options in the order of the list.
func (l *optionList) chosen() []Option {
	var out []Option
	for _, o := range l.options {
		if l.ticked[o.Code] {
			out = append(out, o)
		}
	}
	return out
}

// FocusGained is Fyne's.
func (l *optionList) FocusGained() {}

// FocusLost is Fyne's.
func (l *optionList) FocusLost() {}

// TypedRune goes to the first option that begins with the letter, as in any list.
func (l *optionList) TypedRune(r rune) {
	if r == ' ' {
		l.pick(l.current)
		return
	}
	letter := NewNeedle(string(r))
	for step := 1; step <= len(l.lines); step++ {
		i := (max(l.current, 0) + step) % len(l.lines)
		line := l.lines[i]
		if line.option < 0 || letter.Empty() {
			continue
		}
		spans := letter.Spans(l.options[line.option].Label)
		if len(spans) > 0 && spans[0].Start == 0 {
			l.moveTo(i)
			return
		}
	}
}

// TypedKey is Fyne's.
func (l *optionList) TypedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeySpace { // comes as a rune too
		return
	}
	if !l.key(event.Name) {
		PassKey(l, event)
	}
}

// MinSize is Fyne's.
func (l *optionList) MinSize() fyne.Size {
	return fyne.NewSize(Px(120), min(l.height(), Px(340)))
}

// CreateRenderer is Fyne's.
func (l *optionList) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(l.view)
}
