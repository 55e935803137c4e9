package main

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"fortegnelse/app"
)

// pictured is the moment in which the pictures are taken: they are the same
// on every day.
var pictured = time.Date(2026, time.November, 21, 14, 2, 0, 0, time.UTC)

// screenshots draws every screen, light and dark, in every language of the
// screen, as PNG files "da-light-02-activities.png".
func screenshots(a fyne.App, dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return app.Picture(a, version, pictured, func(name string, picture image.Image) error {
		path := filepath.Join(dir, name+".png")
		f, err := os.Create(path)
		if err != nil {
			return err
		}
		if err := png.Encode(f, picture); err != nil {
			f.Close() // the drawing failed first
			return fmt.Errorf("%s: %w", path, err)
		}
		return f.Close()
	})
}
