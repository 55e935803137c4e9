package ui

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// helpWidth is the least width, at text size 14, of a list whose options have
// help.
const helpWidth = 420

// longestHelp returns the longest help of the options, "" if none has any.
func (l *optionList) longestHelp() string {
	longest := ""
	for _, o := range l.options {
		if utf8.RuneCountInString(o.Help) > utf8.RuneCountInString(longest) {
			longest = o.Help
		}
	}
	return longest
}

// newFoot makes the foot of a list that is that wide: it tells when to choose
// the option that the keyboard or the mouse is on. It has room for the longest
// help, and for two lines at least, so that the list never jumps. Where no
// option has help it is empty.
func (l *optionList) newFoot(width float32) *fyne.Container {
	longest := l.longestHelp()
	if longest == "" {
		return Stack(0)
	}
	side := Px(12)
	lines := len(wrapText(longest, width-2*side-2, theme.CaptionTextSize(), fyne.TextStyle{}))
	l.foot = NewCaption("")
	l.tell()
	words := FixedHeight(16*float32(max(lines, 2)), l.foot)
	return Stack(0, NewLine(ColorLine2), OnGround(ColorRaised, Inset(Px(6), side, Px(6), side, words)))
}

// tell shows the help of the option that the keyboard or the mouse is on.
func (l *optionList) tell() {
	if l.foot == nil {
		return
	}
	help, at := "", l.current
	if l.hovered >= 0 {
		at = l.hovered
	}
	if at >= 0 && at < len(l.lines) && l.lines[at].option >= 0 {
		help = l.options[l.lines[at].option].Help
	}
	l.foot.SetText(help)
}

// hover notes which line the mouse is on, -1 for none.
func (l *optionList) hover(line int) {
	from := l.hovered
	if from == line {
		return
	}
	l.hovered = line
	l.view.again(from)
	l.view.again(line)
	l.tell()
}
