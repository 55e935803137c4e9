package law

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"fortegnelse/model"
)

// Authority is a supervisory authority and how to reach it.
type Authority struct {
	Code     model.Authority   `json:"code"`
	Country  model.Country     `json:"country"`
	Names    map[string]string `json:"name"` // by language
	Street   string            `json:"street"`
	Postcode string            `json:"postcode"`
	City     string            `json:"city"`
	Phone    string            `json:"phone"`
	Email    string            `json:"email"`
	Web      string            `json:"web"`
	Source   string            `json:"source"`
	Verified bool              `json:"verified"`
}

// Name returns the authority's name in a language, else its name in English.
func (a Authority) Name(lang string) string {
	if name, ok := a.Names[lang]; ok {
		return name
	}
	return a.Names["en"]
}

// Address returns the postal address on one line:
// "Carl Jacobsens Vej 35, 2500 Valby".
func (a Authority) Address() string { return a.Street + ", " + a.Postcode + " " + a.City }

// SectorAuthority is an authority of the health sector to which clinics
// report: supervision, complaints, compensation, medicines. Its task has the
// catalogue key "law.task.<task>".
type SectorAuthority struct {
	Code     string            `json:"code"`
	Country  model.Country     `json:"country"`
	Names    map[string]string `json:"name"` // in its own language and in English
	Task     string            `json:"task"`
	Web      string            `json:"web"`
	Source   string            `json:"source"`
	Verified bool              `json:"verified"`
}

// SectorAuthorities returns the authorities of the health sector in a country.
func SectorAuthorities(country model.Country) []SectorAuthority {
	var found []SectorAuthority
	for _, a := range loaded().sector {
		if a.Country == country {
			found = append(found, a)
		}
	}
	return found
}

// Outdated is something about an authority that was true once and still
// stands in policies.
type Outdated struct {
	Authority model.Authority `json:"authority"`
	What      string          `json:"what"`    // "address", "fax", "email" or "name"
	Text      string          `json:"text"`    // what it is recognised by
	Printed   string          `json:"printed"` // the whole of it, as it used to be printed
	Now       string          `json:"now"`     // what replaced it; "" for nothing
	Verified  bool            `json:"verified"`
}

// AuthorityOf returns the authority of a code such as "dk_datatilsynet".
func AuthorityOf(code model.Authority) (Authority, bool) {
	all := loaded().authorities
	i := slices.IndexFunc(all, func(a Authority) bool { return a.Code == code })
	if i < 0 {
		return Authority{}, false
	}
	return all[i], true
}

// OutdatedAddress looks for an outdated address, fax number or name of an
// authority in any text, and returns the first that the law data list. Blanks
// and capitals do not matter.
func OutdatedAddress(text string) (Outdated, bool) {
	squeezed := squeeze(text)
	for _, o := range loaded().outdated {
		if strings.Contains(squeezed, squeeze(o.Text)) {
			return o, true
		}
	}
	return Outdated{}, false
}

func squeeze(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), "")) }

func (d *data) loadAuthorities(files fs.FS) error {
	const name = "authorities.json"
	var file struct {
		Date        model.Date        `json:"date"`
		Authorities []Authority       `json:"authorities"`
		Outdated    []Outdated        `json:"outdated"`
		Sector      []SectorAuthority `json:"sector"`
	}
	if err := read(files, name, &file); err != nil {
		return err
	}
	seen := map[model.Authority]bool{}
	for _, a := range file.Authorities {
		if seen[a.Code] {
			return fmt.Errorf("law data %s: %q stands twice", name, a.Code)
		}
		seen[a.Code] = true
	}
	for _, o := range file.Outdated {
		if !seen[o.Authority] {
			return fmt.Errorf("law data %s: nothing is known of %q", name, o.Authority)
		}
		if squeeze(o.Text) == "" {
			return fmt.Errorf("law data %s: an outdated entry of %q is empty and would fit any text", name, o.Authority)
		}
	}
	d.authorities, d.outdated, d.sector = file.Authorities, file.Outdated, file.Sector
	return nil
}
