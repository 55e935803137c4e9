// Package icons holds the program's own drawings: SVG in a square of 20 units,
// lines of 1.5 units expanded to filled paths so that a caller can recolour
// them by fill alone, and the program's icon as PNG.
package icons

import "embed"

// Files holds every drawing as <name>.svg.
//
//go:embed *.svg
var Files embed.FS

// App is the program's icon, a PNG of 512 by 512 pixels.
//
//go:embed icon.png
var App []byte

// SVG returns the drawing with the given name, without ending, and whether it
// exists.
func SVG(name string) ([]byte, bool) {
	data, err := Files.ReadFile(name + ".svg")
	return data, err == nil
}
