package record

import (
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// set puts values into a field of the record and fills what the law data know
// to follow from them, where a person has not said otherwise.
func (f *Form) set(rec model.Record, field *model.Field, path string, values ...string) error {
	before, err := model.Get(rec, path)
	if err != nil {
		return err
	}
	if err := model.Set(rec, path, values...); err != nil || len(values) == 0 || values[0] == "" {
		return err
	}
	group := strings.TrimSuffix(path, field.Name)
	switch field.Owner + "." + field.Name {
	case "data_item.category":
		return fillClass(rec, group, values[0])
	case "measure.item":
		return f.fillMeasure(rec, values[0])
	case "registration.printed":
		return f.fillNumber(rec, group, value(before), values[0])
	case "registration.kind":
		printed, err := model.Get(rec, group+"printed")
		if err != nil || printed.Text() == "" {
			return err
		}
		return f.fillNumber(rec, group, "", printed.Text())
	}
	return nil
}

// fillClass gives a data item the class of its category.
func fillClass(rec model.Record, group, category string) error {
	item, ok := law.Find("data_category", category)
	if !ok {
		return nil
	}
	if err := fillEmpty(rec, group+"class", string(item.Class)); err != nil {
		return err
	}
	if leaf, err := model.Get(rec, group+"class"); err != nil || model.Class(leaf.Text()) != item.Class {
		return err // a class of the register's own has a kind of its own
	}
	return fillEmpty(rec, group+"special", string(item.Special))
}

// fillMeasure names a measure as the catalogue does, in the register's
// language.
func (f *Form) fillMeasure(rec model.Record, item string) error {
	known, ok := law.Find("measure_item", item)
	if !ok {
		return nil
	}
	if err := fillEmpty(rec, "title", f.own().Code("measure_item", item)); err != nil {
		return err
	}
	return fillEmpty(rec, "type", known.Kind)
}

// fillNumber puts the normal form of a company number beside the printed one,
// and the kind of number where the country's check digit fits.
func (f *Form) fillNumber(rec model.Record, group, before, printed string) error {
	kind, err := model.Get(rec, group+"kind")
	if err != nil {
		return err
	}
	number := model.NumberKind(kind.Text())
	if number == "" {
		for _, item := range law.Codes("number_kind") {
			if _, fits := law.CheckNumber(model.NumberKind(item.Code), printed); item.Country == f.country() && fits {
				number = model.NumberKind(item.Code)
			}
		}
		if number == "" {
			return nil
		}
		if err := model.Set(rec, group+"kind", string(number)); err != nil {
			return err
		}
	}
	normalised, err := model.Get(rec, group+"normalised")
	if err != nil {
		return err
	}
	if was, _ := law.CheckNumber(number, before); normalised.Text() != "" && normalised.Text() != was {
		return nil // written by a person
	}
	if now, fits := law.CheckNumber(number, printed); fits {
		return model.Set(rec, group+"normalised", now)
	}
	return model.Set(rec, group+"normalised")
}

// fillEmpty puts a value where there is none.
func fillEmpty(rec model.Record, path, value string) error {
	leaf, err := model.Get(rec, path)
	if err != nil || value == "" || leaf.Text() != "" {
		return err
	}
	return model.Set(rec, path, value)
}
