package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Text is a text of one style. By default it is one line, cut with an ellipsis
// where its place is too narrow; with Wrap it takes as many lines as it needs.
// The zero value of the style fields is ordinary text.
type Text struct {
	widget.BaseWidget

	Content  string
	TextSize fyne.ThemeSizeName  // theme.SizeNameText if empty
	Color    fyne.ThemeColorName // ColorText if empty
	Style    fyne.TextStyle
	Align    fyne.TextAlign
	Wrap     bool

	lines []string
	laid  fitKey
}

// NewText returns a line of ordinary text.
func NewText(content string) *Text { return &Text{Content: content} }

// NewLabel returns a line in the quieter colour of labels.
func NewLabel(content string) *Text { return &Text{Content: content, Color: ColorText2} }

// NewCaption returns small quiet text that wraps.
func NewCaption(content string) *Text {
	return &Text{Content: content, TextSize: theme.SizeNameCaptionText, Color: ColorText2, Wrap: true}
}

// NewSmall returns small quiet text on one line.
func NewSmall(content string) *Text {
	return &Text{Content: content, TextSize: theme.SizeNameCaptionText, Color: ColorText2}
}

// NewBold returns a line of bold text.
func NewBold(content string) *Text {
	return &Text{Content: content, Style: fyne.TextStyle{Bold: true}}
}

// NewItalic returns a line in italics: what is not stated, a quotation, the law's wording.
func NewItalic(content string) *Text {
	return &Text{Content: content, Color: ColorText2, Style: fyne.TextStyle{Italic: true}}
}

// NewTitle returns the title of a section or a record.
func NewTitle(content string) *Text {
	return &Text{Content: content, TextSize: theme.SizeNameSubHeadingText, Style: fyne.TextStyle{Bold: true}}
}

// NewHeading returns the title of a page.
func NewHeading(content string) *Text {
	return &Text{Content: content, TextSize: theme.SizeNameHeadingText, Style: fyne.TextStyle{Bold: true}}
}

// NewParagraph returns ordinary text that wraps.
func NewParagraph(content string) *Text { return &Text{Content: content, Wrap: true} }

// SetText changes the content.
func (t *Text) SetText(content string) {
	if content == t.Content {
		return
	}
	t.Content = content
	t.Refresh()
}

func (t *Text) size() float32 {
	if t.TextSize == "" {
		return theme.TextSize()
	}
	return theme.Size(t.TextSize)
}

func (t *Text) lineHeight() float32 { return lineHeight(t.TextSize) }

// lineHeight returns the height of a line of that text size.
func lineHeight(size fyne.ThemeSizeName) float32 {
	switch size {
	case theme.SizeNameCaptionText:
		return Px(16)
	case theme.SizeNameSubHeadingText:
		return Px(22)
	case theme.SizeNameHeadingText:
		return Px(28)
	case SizeNameDisplay:
		return Px(36)
	}
	return Px(20)
}

// layoutLines breaks or cuts the text for a width, unless that is done already.
func (t *Text) layoutLines(width float32) {
	key := fitKey{t.Content, width, t.size(), t.Style}
	if t.laid == key && t.lines != nil {
		return
	}
	t.laid = key
	switch {
	case t.Wrap:
		t.lines = wrapText(t.Content, width, key.size, t.Style)
	case width <= 0:
		t.lines = []string{oneLine(t.Content)}
	default:
		t.lines = []string{fitText(t.Content, width, key.size, t.Style)}
	}
}

// MinSize returns the height of the lines at the present width. A single line
// asks for its whole width, a wrapping one for little.
func (t *Text) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	if t.Content == "" {
		return fyne.NewSize(0, 0)
	}
	if !t.Wrap {
		return fyne.NewSize(textWidth(oneLine(t.Content), t.size(), t.Style), t.lineHeight())
	}
	t.layoutLines(t.Size().Width)
	return fyne.NewSize(Px(48), t.lineHeight()*float32(len(t.lines)))
}

// CreateRenderer is Fyne's.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &textRenderer{text: t}
	r.build()
	return r
}

type textRenderer struct {
	text  *Text
	lines []*canvas.Text
}

func (r *textRenderer) build() {
	t := r.text
	t.layoutLines(t.Size().Width)
	colour := t.Color
	if colour == "" {
		colour = ColorText
	}
	for len(r.lines) < len(t.lines) {
		r.lines = append(r.lines, canvas.NewText("", theme.Color(colour)))
	}
	r.lines = r.lines[:len(t.lines)]
	for i, line := range t.lines {
		c := r.lines[i]
		c.Text, c.TextSize, c.TextStyle, c.Alignment = line, t.size(), t.Style, t.Align
		c.Color = theme.Color(colour)
	}
	r.place(t.Size())
}

func (r *textRenderer) place(size fyne.Size) {
	height := r.text.lineHeight()
	top := float32(0)
	if !r.text.Wrap && size.Height > height {
		top = (size.Height - height) / 2
	}
	for i, line := range r.lines {
		glyphs := line.MinSize().Height
		line.Resize(fyne.NewSize(size.Width, glyphs))
		line.Move(fyne.NewPos(0, top+float32(i)*height+(height-glyphs)/2))
	}
}

func (r *textRenderer) Layout(fyne.Size)   { r.build() }
func (r *textRenderer) MinSize() fyne.Size { return r.text.MinSize() }
func (r *textRenderer) Destroy()           {}

func (r *textRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.lines))
	for i, line := range r.lines {
		objects[i] = line
	}
	return objects
}

func (r *textRenderer) Refresh() {
	r.build()
	canvas.Refresh(r.text)
}
