package law

import (
	"fmt"
	"io/fs"
	"slices"

	"fortegnelse/model"
)

// Item is one code of a vocabulary with what the law says of it.
type Item struct {
	Code string `json:"code"`

	// Class and Special are those of a data category. They are a proposal: a
	// register may class its own data differently, and say why.
	Class   model.Class       `json:"class,omitempty"`
	Special model.SpecialKind `json:"special,omitempty"`

	// Kind sorts the codes of one vocabulary: a recipient category by its
	// usual recipient kind, a measure item by measure kind, a reference by
	// its article ("6", "9", "10", "87"), a transfer tool by its gate, an
	// agreement item by "content" (a–h) or "frame" (F1–F8).
	Kind string `json:"kind,omitempty"`

	Country    model.Country `json:"country,omitempty"`    // of an authority, a company number or a national system
	EEA        bool          `json:"eea,omitempty"`        // a country inside the EU or the EEA
	National   bool          `json:"national,omitempty"`   // a reference that needs a national provision beside it
	Incomplete bool          `json:"incomplete,omitempty"` // a reference without its letter, "6(1)"
	Vulnerable bool          `json:"vulnerable,omitempty"` // data subjects who need special protection, recital 75
	Since      model.Date    `json:"since,omitzero"`       // of a standard text: from when there is the one in force

	Source   string `json:"source,omitempty"`   // legal source; "" where the code is the program's own
	Verified bool   `json:"verified,omitempty"` // the source was seen; says nothing without one
}

// Codes returns the codes of a vocabulary such as "data_category", in the
// order in which they are offered. An unknown vocabulary has none.
func Codes(vocabulary string) []Item { return slices.Clone(loaded().vocabularies[vocabulary]) }

// Find returns what is known of one code. A register may hold codes that no
// vocabulary has.
func Find(vocabulary, code string) (Item, bool) {
	item, ok := loaded().items[vocabulary][code]
	return item, ok
}

func (d *data) loadVocabularies(files fs.FS) error {
	const name = "vocabularies.json"
	var file struct {
		Date         model.Date        `json:"date"`
		Vocabularies map[string][]Item `json:"vocabularies"`
	}
	if err := read(files, name, &file); err != nil {
		return err
	}
	d.vocabularies = file.Vocabularies
	if d.vocabularies == nil {
		d.vocabularies = map[string][]Item{}
	}
	d.items = make(map[string]map[string]Item, len(file.Vocabularies)+1)
	for vocabulary, items := range file.Vocabularies {
		byCode := make(map[string]Item, len(items))
		for _, item := range items {
			if item.Code == "" {
				return fmt.Errorf("law data %s: %s has an item without a code", name, vocabulary)
			}
			if _, twice := byCode[item.Code]; twice {
				return fmt.Errorf("law data %s: %s has the code %q twice", name, vocabulary, item.Code)
			}
			byCode[item.Code] = item
		}
		d.items[vocabulary] = byCode
	}
	return nil
}
