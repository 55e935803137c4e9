package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Modal is a dialog: a title with a cross, the content, and a footer with the
// buttons at the right, the primary one last. Esc closes it, Enter does what the
// primary button does. Content that is higher than the window scrolls.
type Modal struct {
	Title   string
	Content fyne.CanvasObject
	// Note stands at the left of the footer; may be nil.
	Note fyne.CanvasObject
	// Buttons stand in the footer, in order; the last is done on Enter.
	Buttons []*Button
	// Width and Height are the wished size at text size 14; 800 wide and as high
	// as the content where zero.
	Width, Height float32
	// Flush lays the content out to the edges; else it gets a margin of 24.
	Flush bool
	// OnClose is called for Esc and the cross; it hides the dialog where nil.
	OnClose func()

	overlay *Overlay
}

// Show opens the dialog and focuses the first field in it, else the primary button.
func (m *Modal) Show(c fyne.Canvas) {
	closing := m.OnClose
	if closing == nil {
		closing = m.Hide
	}
	cross := &Button{Icon: IconClose, Kind: ButtonBare, OnTapped: closing}
	title := Inset(12, 12, 12, 24, Row(Px(8), Grow(NewHeading(m.Title)), cross))
	foot := []fyne.CanvasObject{Grow(m.Note)}
	for _, b := range m.Buttons {
		foot = append(foot, b)
	}
	content := m.Content
	if !m.Flush {
		content = Inset(16, 24, 20, 24, content)
	}
	footer := Stack(0, NewLine(ColorLine), Inset(16, 24, 16, 24, Row(Px(8), foot...)))
	width := m.Width
	if width == 0 {
		width = 800
	}
	if !m.Flush { // gives wrapped text its width before its height is asked for
		heightFor(content, Px(width))
	}
	head := Stack(0, title, NewLine(ColorLine))
	if room := c.Size().Height - Px(24) - head.MinSize().Height - footer.MinSize().Height; content.MinSize().Height > room {
		scroll := container.NewVScroll(content)
		scroll.SetMinSize(fyne.NewSize(0, room))
		content = scroll
	}
	m.overlay = &Overlay{
		Content:  container.New(dialogLayout{}, head, content, footer),
		Wish:     fyne.NewSize(Px(width), Px(m.Height)),
		OnEscape: closing,
	}
	if n := len(m.Buttons); n > 0 {
		m.overlay.OnEnter = func() { m.Buttons[n-1].Tapped(nil) }
	}
	first := firstFocusable(m.Content)
	if first == nil && len(m.Buttons) > 0 {
		first = m.Buttons[len(m.Buttons)-1]
	}
	m.overlay.ShowOn(c, first)
}

// Hide closes the dialog.
func (m *Modal) Hide() {
	if m.overlay != nil {
		m.overlay.Hide()
	}
}

// Shown reports whether the dialog is open.
func (m *Modal) Shown() bool { return m.overlay != nil && m.overlay.Shown() }

// dialogLayout lays out head, content and foot; the content takes what is left.
type dialogLayout struct{}

func (dialogLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, content, foot := objects[0], objects[1], objects[2]
	top, bottom := head.MinSize().Height, foot.MinSize().Height
	head.Resize(fyne.NewSize(size.Width, top))
	content.Move(fyne.NewPos(0, top))
	content.Resize(fyne.NewSize(size.Width, max(size.Height-top-bottom, 0)))
	foot.Move(fyne.NewPos(0, size.Height-bottom))
	foot.Resize(fyne.NewSize(size.Width, bottom))
}

func (dialogLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		size.Height += m.Height
	}
	return size
}

// Confirm asks whether to do something that is named on the button. The lines
// say what will happen, such as what uses the record. Answered is called once;
// Esc and the cross answer no. A dangerous step has the focus on its cancel button.
func Confirm(c fyne.Canvas, title string, lines []string, confirm, cancel string, danger bool, answered func(yes bool)) *Modal {
	var texts []fyne.CanvasObject
	for _, line := range lines {
		texts = append(texts, NewParagraph(line))
	}
	m := &Modal{Title: title, Content: Stack(Px(8), texts...), Width: 480}
	done := func(yes bool) {
		if m.Shown() {
			m.Hide()
			answered(yes)
		}
	}
	no := NewButton(cancel, "", func() { done(false) })
	yes := NewPrimary(confirm, "", func() { done(true) })
	m.OnClose = func() { done(false) }
	m.Buttons = []*Button{no, yes}
	if danger {
		yes.Kind = ButtonDanger
	}
	m.Show(c)
	if danger {
		c.Focus(no)
		m.overlay.OnEnter = nil
	}
	return m
}

// Message tells something the person can only take note of.
func Message(c fyne.Canvas, words Words, title, text string) *Modal {
	m := &Modal{Title: title, Content: NewParagraph(text), Width: 480}
	m.Buttons = []*Button{NewPrimary(words.OK, "", m.Hide)}
	m.Show(c)
	return m
}
