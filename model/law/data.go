package law

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"fortegnelse/assets"
	"fortegnelse/model"
)

// data is all law data together.
type data struct {
	date          model.Date
	vocabularies  map[string][]Item
	items         map[string]map[string]Item // by vocabulary and code
	texts         map[textKey]Text
	countries     []Country
	countryByCode map[model.Country]Country
	provisions    []Provision
	outdatedLaws  []OutdatedLaw
	statutes      []Statute
	demands       []Demand
	transfers     transferLaw
	template      template
	authorities   []Authority
	outdated      []Outdated
	sector        []SectorAuthority
	supervision   SupervisionModel
	exemption     Exemption
	limits        map[string]int
	phrases       map[string][]string // of all languages, in lower case, by list
	typical       []TypicalData
}

// loaded reads the embedded files at the first use. They are part of the
// program and checked by its tests, so that a broken one is a fault in the
// program itself.
var loaded = sync.OnceValue(func() *data {
	d, err := load(assets.Law())
	if err != nil {
		panic("law: " + err.Error())
	}
	return d
})

// Validity is the time during which something is law.
type Validity struct {
	From  model.Date `json:"from,omitzero"`  // first day; zero where unknown
	Until model.Date `json:"until,omitzero"` // last day; zero while it lasts
}

// On reports whether it is law on a day, as far as is known.
func (v Validity) On(day model.Date) bool {
	return (v.From.IsZero() || !day.Before(v.From)) && (v.Until.IsZero() || !v.Until.Before(day))
}

// Date returns the day up to which the law data were kept.
func Date() model.Date { return loaded().date }

// load reads the files of the law data and checks their form.
func load(files fs.FS) (*data, error) {
	d := &data{}
	var head struct {
		Date model.Date `json:"date"`
	}
	if err := read(files, "law.json", &head); err != nil {
		return nil, err
	}
	d.date = head.Date
	for _, step := range []func(fs.FS) error{
		d.loadVocabularies, d.loadCountries, d.loadWording, d.loadAuthorities,
		d.loadProvisions, d.loadStatutes, d.loadDemands, d.loadTransfers, d.loadTemplate, d.loadChecks,
		d.loadSupervision, d.loadExemption,
	} {
		if err := step(files); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// read decodes one file. Fields that nobody knows are errors: they are
// misspelt ones.
func read(files fs.FS, name string, into any) error {
	content, err := fs.ReadFile(files, name)
	if err != nil {
		return fmt.Errorf("law data: %w", err)
	}
	dec := json.NewDecoder(bytes.NewReader(content))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return fmt.Errorf("law data %s: %w", name, err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return fmt.Errorf("law data %s: text after the end", name)
	}
	return nil
}
