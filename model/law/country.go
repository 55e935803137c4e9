package law

import (
	"fmt"
	"io/fs"

	"fortegnelse/model"
)

// Country is a country or territory of ISO 3166-1 and where it stands in the
// law of the EU and the EEA.
type Country struct {
	Code     model.Country `json:"code"`
	Of       model.Country `json:"of,omitempty"`   // the state that a territory belongs to
	EU       Membership    `json:"eu,omitzero"`    // where the treaties of the EU apply
	EEA      Membership    `json:"eea,omitzero"`   // where the EEA Agreement applies
	Note     string        `json:"note,omitempty"` // what to know of it: catalogue key "law.territory.<note>"
	Source   string        `json:"source,omitempty"`
	Verified bool          `json:"verified,omitempty"` // whether it is inside or outside was seen in the source
}

// Membership is the time during which a country belongs to the EU or the EEA.
// For the United Kingdom, that of the EEA ends with the transition period.
type Membership struct {
	From     model.Date `json:"from,omitzero"`
	Until    model.Date `json:"until,omitzero"` // last day; zero while it lasts
	Verified bool       `json:"verified,omitempty"`
}

// On reports whether a day lies within the membership.
func (m Membership) On(day model.Date) bool {
	return !m.From.IsZero() && !day.Before(m.From) && (m.Until.IsZero() || !m.Until.Before(day))
}

// CountryOf returns what the law data know of a country.
func CountryOf(code model.Country) (Country, bool) {
	c, ok := loaded().countryByCode[code]
	return c, ok
}

// Countries returns all countries and territories: the Nordic ones first, the
// others by their codes.
func Countries() []Country { return append([]Country(nil), loaded().countries...) }

// IsEEA reports whether a country belongs to the EU or the EEA at the date of
// the law data, so that sending data there is no transfer under Chapter V of
// the GDPR. Greenland and the Faroe Islands are third countries.
func IsEEA(c model.Country) bool { return IsEEAOn(c, Date()) }

// IsEEAOn reports whether a country belonged to the EU or the EEA on a day.
func IsEEAOn(c model.Country, day model.Date) bool {
	country := loaded().countryByCode[c]
	return country.EU.On(day) || country.EEA.On(day)
}

func (d *data) loadCountries(files fs.FS) error {
	const name = "countries.json"
	var file struct {
		Date      model.Date `json:"date"`
		Countries []Country  `json:"countries"`
	}
	if err := read(files, name, &file); err != nil {
		return err
	}
	d.countryByCode = make(map[model.Country]Country, len(file.Countries))
	for _, c := range file.Countries {
		if len(c.Code) != 2 {
			return fmt.Errorf("law data %s: %q is no code of ISO 3166-1", name, c.Code)
		}
		if _, twice := d.countryByCode[c.Code]; twice {
			return fmt.Errorf("law data %s: %q stands twice", name, c.Code)
		}
		for _, m := range []Membership{c.EU, c.EEA} {
			if !m.Until.IsZero() && (m.From.IsZero() || m.Until.Before(m.From)) {
				return fmt.Errorf("law data %s: a membership of %q ends before it begins", name, c.Code)
			}
		}
		d.countryByCode[c.Code] = c
	}
	for _, c := range file.Countries {
		if _, known := d.countryByCode[c.Of]; c.Of != "" && !known {
			return fmt.Errorf("law data %s: %q belongs to %q, which is unknown", name, c.Code, c.Of)
		}
	}
	d.countries = file.Countries

	// Countries are offered like the codes of any other vocabulary.
	items := make([]Item, len(file.Countries))
	byCode := make(map[string]Item, len(items))
	for i, c := range file.Countries {
		items[i] = Item{Code: string(c.Code), EEA: c.EU.On(d.date) || c.EEA.On(d.date), Source: c.Source, Verified: c.Verified}
		byCode[items[i].Code] = items[i]
	}
	d.vocabularies["country"], d.items["country"] = items, byCode
	return nil
}
