package record

import (
	"slices"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/law"
	"fortegnelse/model/words"
)

// countries are the countries in the order of their names, which is worked out
// when they are first asked for.
type countries struct{ options []ui.Option }

// nordic are the states that stand first, with what belongs to them.
var nordic = [...]model.Country{"dk", "se", "no", "fi", "is"}

// list returns the countries as options: the Nordic ones, then the others.
func (c *countries) list(w *words.Catalogue) []ui.Option {
	if c.options != nil {
		return slices.Clone(c.options)
	}
	order := words.OrderOf(w.Language())
	near, far := []ui.Option{}, []ui.Option{}
	for _, country := range law.Countries() {
		o := ui.Option{Code: string(country.Code), Label: w.Code("country", string(country.Code)), Group: w.Text("record.country.other")}
		if slices.Contains(nordic[:], country.Code) || slices.Contains(nordic[:], country.Of) {
			o.Group = w.Text("record.country.nordic")
			near = append(near, o)
			continue
		}
		far = append(far, o)
	}
	for _, group := range [][]ui.Option{near, far} {
		slices.SortFunc(group, func(a, b ui.Option) int { return order.Compare(a.Label, b.Label) })
	}
	c.options = append(near, far...)
	return slices.Clone(c.options)
}
