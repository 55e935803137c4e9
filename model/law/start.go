package law

import (
	"time"

	"fortegnelse/model"
)

// Clinic is the name of the template with a clinic's usual activities.
const Clinic = "clinic"

// LanguageOf returns the language in which the clinics of a country write,
// "da" for "dk"; English where the program does not know the country.
func LanguageOf(c model.Country) string {
	switch c {
	case "dk":
		return "da"
	case "se":
		return "sv"
	case "no":
		return "nb"
	}
	return "en"
}

// Start returns the records with which a new register begins: the controller
// of that name with the authority of its country, and what a template
// suggests. An empty template suggests nothing.
func Start(info model.Info, template string, words Words, at time.Time) ([]model.Record, error) {
	e := &model.LegalEntity{LegalName: model.Value(info.Name)}
	e.ID, e.Number, e.Status = model.NewID(at), "E-01", model.Draft
	e.Address = model.Value(model.Address{Country: info.Country})
	for _, item := range Codes("authority") {
		a, ok := AuthorityOf(model.Authority(item.Code))
		if ok && a.Country == info.Country {
			e.Authority = model.Value(a.Code)
		}
	}
	records := []model.Record{e}
	if template == "" {
		return records, nil
	}
	r, err := model.NewRegister(info, records)
	if err != nil {
		return nil, err
	}
	suggested, err := Template(template, r, words, at)
	if err != nil {
		return nil, err
	}
	return append(records, suggested.Put...), nil
}
