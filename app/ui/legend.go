package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// NewLegend explains a sign in small quiet words after it.
func NewLegend(s Sign, meaning string) fyne.CanvasObject {
	words := NewLabel(meaning)
	words.TextSize = theme.SizeNameCaptionText
	return Row(6, NewSign(s), words)
}
