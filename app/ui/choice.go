package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// searchFrom is the number of options from which a choice opens with a search field.
const searchFrom = 10

// Choice is a field that holds one of several options. A click, Enter, Space or
// an arrow opens the list; a letter goes to the option that begins with it.
type Choice struct {
	widget.DisableableWidget

	Words     Words
	OnChanged func(code string)
	// Placeholder is shown while nothing is chosen; Words.Empty if empty.
	Placeholder string
	// Shown overrides the text in the field, for a value that is no option, such
	// as a citation that does not exist.
	Shown string
	// Italic shows the text in italics: what is not stated.
	Italic bool
	// Severity draws the frame of a warned field.
	Severity Sign
	// OnFocus is called when the field gets the focus.
	OnFocus func()
	// OnOpen, if set, replaces the list by something else, such as a [Picker].
	OnOpen func()

	options          []Option
	code             string
	focused, hovered bool
	width            float32
}

// NewChoice returns a field with the given option chosen; "" for none.
func NewChoice(words Words, options []Option, code string, changed func(code string)) *Choice {
	return &Choice{Words: words, options: options, code: code, OnChanged: changed}
}

// Code returns the chosen code, "" if none.
func (c *Choice) Code() string { return c.code }

// Options returns what can be chosen.
func (c *Choice) Options() []Option { return c.options }

// SetOptions changes what can be chosen.
func (c *Choice) SetOptions(options []Option) {
	c.options = options
	c.Refresh()
}

// SetCode shows a choice without calling OnChanged.
func (c *Choice) SetCode(code string) {
	if c.code != code {
		c.code = code
		c.Refresh()
	}
}

// SetSeverity marks the field as warned or wrong; SignNothing unmarks it.
func (c *Choice) SetSeverity(s Sign) {
	c.Severity = s
	c.Refresh()
}

// SetWidth fixes the width the field asks for, at text size 14.
func (c *Choice) SetWidth(width float32) *Choice {
	c.width = width
	return c
}

func (c *Choice) chosen() (Option, bool) {
	for _, o := range c.options {
		if o.Code == c.code {
			return o, true
		}
	}
	return Option{}, false
}

// Open shows the options.
func (c *Choice) Open() {
	if c.Disabled() {
		return
	}
	if c.OnOpen != nil {
		c.OnOpen()
		return
	}
	on := canvasOf(c)
	if on == nil || len(c.options) == 0 {
		return
	}
	var selected []string
	if c.code != "" {
		selected = []string{c.code}
	}
	if len(c.options) >= searchFrom {
		picker := &Picker{Words: c.Words, Options: c.options, Selected: selected, Width: max(c.Size().Width/Px(1), 320)}
		picker.OnPick = func(codes []string) { c.choose(codes[0]) }
		picker.Show(on, c)
		return
	}
	list := newOptionList(c.options, selected, false)
	width := max(c.Size().Width, list.widest())
	if list.longestHelp() != "" {
		width = max(width, Px(helpWidth))
	}
	foot := list.newFoot(width)
	overlay := &Overlay{Content: container.New(dialogLayout{}, Stack(0), list, foot), Anchor: c}
	overlay.Wish = fyne.NewSize(width, list.height()+foot.MinSize().Height+2)
	list.onPick = func(o Option) {
		overlay.Hide()
		c.choose(o.Code)
	}
	overlay.ShowOn(on, list)
}

func (c *Choice) choose(code string) {
	if code == c.code {
		return
	}
	c.SetCode(code)
	if c.OnChanged != nil {
		c.OnChanged(code)
	}
}

// Tapped opens the list.
func (c *Choice) Tapped(*fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	focus(c)
	c.Open()
}

// TypedRune goes to the next option that begins with the letter.
func (c *Choice) TypedRune(r rune) {
	if r == ' ' {
		c.Open()
		return
	}
	if c.Disabled() || c.OnOpen != nil {
		return
	}
	at := -1
	for i, o := range c.options {
		if o.Code == c.code {
			at = i
		}
	}
	letter := NewNeedle(string(r))
	for step := 1; step <= len(c.options); step++ {
		o := c.options[(at+step)%len(c.options)]
		if spans := letter.Spans(o.Label); len(spans) > 0 && spans[0].Start == 0 {
			c.choose(o.Code)
			return
		}
	}
}

// TypedKey is Fyne's.
func (c *Choice) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown, fyne.KeyUp:
		c.Open()
	case fyne.KeySpace: // comes as a rune too
	default:
		PassKey(c, event)
	}
}

// FocusGained is Fyne's.
func (c *Choice) FocusGained() {
	c.focused = true
	c.Refresh()
	call(c.OnFocus)
}

// FocusLost is Fyne's.
func (c *Choice) FocusLost() { c.focused = false; c.Refresh() }

// MouseIn is Fyne's.
func (c *Choice) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved is Fyne's.
func (c *Choice) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is Fyne's.
func (c *Choice) MouseOut() { c.hovered = false; c.Refresh() }

// MinSize is Fyne's.
func (c *Choice) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	if c.width > 0 {
		return fyne.NewSize(Px(c.width), Px(32))
	}
	return fyne.NewSize(Px(96), Px(32))
}

// CreateRenderer is Fyne's.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &choiceRenderer{choice: c, box: newBox(), text: newLine(),
		chevron: NewIcon(IconChevronDown, ColorText2, 16)}
	r.paint()
	return r
}

type choiceRenderer struct {
	choice  *Choice
	box     *canvas.Rectangle
	text    *canvas.Text
	chevron *canvas.Image
	signs   signPool
	content string // the whole text, of which the field may show a part
}

func (r *choiceRenderer) paint() {
	c := r.choice
	fill, border, width := ColorBackground, ColorControl, float32(1)
	switch {
	case c.Disabled():
		fill, border = ColorHead, ColorLine2
	case c.Severity == SignError:
		border, width = ColorError, 2
	case c.Severity == SignWarning:
		border, width = ColorWarning, 2
	case c.focused:
		border, width = ColorAccent, 2
	case c.hovered:
		fill = ColorHover
	}
	paintBox(r.box, fill, border, width)
	colour := ColorText
	content, italic := c.Shown, c.Italic
	option, ok := c.chosen()
	if content == "" && ok {
		content = option.Label
	}
	if content == "" {
		content, colour = c.Placeholder, ColorText3
		if content == "" {
			content = c.Words.Empty
		}
	}
	if c.Disabled() {
		colour = ColorText2
	}
	if italic {
		colour = ColorText2
	}
	r.content = content
	setText(r.text, content, theme.SizeNameText, fyne.TextStyle{Italic: italic}, colour)
}

func (r *choiceRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	icon := Px(16)
	r.chevron.Resize(fyne.NewSquareSize(icon))
	r.chevron.Move(fyne.NewPos(size.Width-icon-Px(8), (size.Height-icon)/2))
	x := Px(6) // where the text of an entry begins
	r.signs.begin()
	if option, ok := r.choice.chosen(); ok && option.Mark.Known() {
		r.signs.place(option.Mark, fyne.NewPos(x+Px(7), size.Height/2))
		x += Px(22)
	}
	r.signs.end()
	r.text.Text = fitText(r.content, size.Width-x-icon-Px(12), r.text.TextSize, r.text.TextStyle)
	middle(r.text, x, size.Height)
}

func (r *choiceRenderer) MinSize() fyne.Size { return r.choice.MinSize() }

func (r *choiceRenderer) Objects() []fyne.CanvasObject {
	return r.signs.appendTo([]fyne.CanvasObject{r.box, r.text, r.chevron})
}

func (r *choiceRenderer) Refresh() {
	r.paint()
	r.Layout(r.choice.Size())
	r.chevron.Refresh()
	r.signs.refresh()
	canvas.Refresh(r.choice)
}

func (r *choiceRenderer) Destroy() {}
