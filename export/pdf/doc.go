// Package pdf prints a [report.Document] on A4 pages.
//
// Text is broken, measured and placed here; the library below only draws
// (canvas.go is the one file that knows it). All text is in Noto Sans, which
// is embedded. The same document gives the same bytes. Text that the font or
// the format cannot show is printed as �, never dropped and never an error.
package pdf
