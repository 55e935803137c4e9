// Package assets holds what the programs carry with them: words, law data,
// the schema of the register format, and example registers. It only loads.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed i18n law schema examples
var files embed.FS

// Words returns the catalogues: one folder per language ("da"), in it JSON
// files of the form that go-i18n reads.
func Words() fs.FS { return sub("i18n") }

// Law returns the dated law data and vocabularies.
func Law() fs.FS { return sub("law") }

// Schema returns the JSON Schema of the register format.
func Schema() fs.FS { return sub("schema") }

// Examples returns the example registers, as "kalmia.json".
func Examples() fs.FS { return sub("examples") }

func sub(dir string) fs.FS {
	f, err := fs.Sub(files, dir)
	if err != nil {
		panic("assets: " + err.Error()) // the folder is embedded above
	}
	return f
}
