package law

import (
	"fmt"
	"io/fs"
	"slices"

	"fortegnelse/model"
)

// Demand is something that a legal basis asks for in addition: a national
// provision, a balancing test, a way to withdraw consent. Its words have the
// catalogue key "law.demand.<code>".
type Demand struct {
	Code       string            `json:"code"`
	References []model.Reference `json:"references"`
	Fields     []string          `json:"fields,omitempty"`  // where an activity answers it, as paths of model.Fields; none: nowhere
	Country    model.Country     `json:"country,omitempty"` // one country's law only
	Source     string            `json:"source"`
	Verified   bool              `json:"verified"`
}

// Demands returns what a basis asks for in addition in a country.
func Demands(reference model.Reference, country model.Country) []Demand {
	var found []Demand
	for _, d := range loaded().demands {
		if slices.Contains(d.References, reference) && (d.Country == "" || d.Country == country) {
			found = append(found, d)
		}
	}
	return found
}

func (d *data) loadDemands(files fs.FS) error {
	const name = "bases.json"
	var file struct {
		Date    model.Date `json:"date"`
		Demands []Demand   `json:"demands"`
	}
	if err := read(files, name, &file); err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, demand := range file.Demands {
		if seen[demand.Code] {
			return fmt.Errorf("law data %s: %q stands twice", name, demand.Code)
		}
		seen[demand.Code] = true
		for _, path := range demand.Fields {
			if _, ok := model.FieldAt(model.KindActivity, path); !ok {
				return fmt.Errorf("law data %s: %q is answered in %q, which no activity has", name, demand.Code, path)
			}
		}
	}
	d.demands = file.Demands
	return nil
}
