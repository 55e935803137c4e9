// Package ui holds the widgets every screen is built from: fields that save as
// they are left, tables, pickers, dialogs, the grid of article 30, and the
// theme that draws them.
//
// The package knows nothing of the register. Callers pass labels, values and
// formatters in, and get codes and texts back through callbacks. All of it
// belongs to the main goroutine, as Fyne demands.
//
// A widget handles the keys it needs and passes every other one on with
// [PassKey], so that Esc and Enter reach the dialog or the screen around it
// whatever has the focus.
package ui
