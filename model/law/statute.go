package law

import (
	"fmt"
	"io/fs"
	"slices"

	"fortegnelse/model"
)

// Statute is how long a country's law, or common practice, wants one kind of
// material kept. The material's name has the catalogue key
// "law.material.<code>".
//
// A statutory minimum is no time limit for erasure: Article 30(1)(f) wants to
// know besides when the data go.
type Statute struct {
	Code       string               `json:"code"`
	Country    model.Country        `json:"country,omitempty"` // none: any
	Kind       string               `json:"kind"`              // "statute" or "practice"; key "law.statute.<kind>"
	Length     int                  `json:"length,omitempty"`
	Unit       model.Unit           `json:"unit,omitempty"`
	Qualifier  model.Qualifier      `json:"qualifier"`
	Start      model.StartEvent     `json:"start"`
	Alignment  model.Alignment      `json:"alignment,omitempty"`
	Categories []model.DataCategory `json:"categories,omitempty"` // usual data of this kind
	Provision  string               `json:"provision,omitempty"`
	Holds      []model.HoldReason   `json:"holds,omitempty"`
	Then       model.EndAction      `json:"then"`
	Validity
	SupersededBy string `json:"supersededBy,omitempty"`
	Source       string `json:"source"`
	Verified     bool   `json:"verified"`
}

// Rule returns the statute as a retention rule, without the words that a
// register puts to it. The citation is in the given language.
func (s Statute) Rule(lang string) *model.RetentionRule {
	r := &model.RetentionRule{
		Categories: slices.Clone(s.Categories), Qualifier: s.Qualifier, Alignment: s.Alignment, Then: s.Then,
		Period: model.Say[model.Period](model.NotApplicable),
		Start:  model.Value(model.Start{Event: s.Start}),
		Laws:   model.Say[[]model.LawReference](model.None),
		Hold:   model.Say[model.Hold](model.None),
	}
	if s.Unit != "" {
		r.Period = model.Value(model.Period{Length: s.Length, Unit: s.Unit})
	}
	if p, ok := ProvisionOf(s.Provision); ok {
		r.Laws = model.Value([]model.LawReference{p.LawReference(lang)})
	}
	if len(s.Holds) > 0 {
		r.Hold = model.Value(model.Hold{Reasons: slices.Clone(s.Holds)})
	}
	return r
}

// LawReference returns a provision as a register cites it. Nobody has looked
// it up for the register yet, so that it has no day of checking.
func (p Provision) LawReference(lang string) model.LawReference {
	return model.LawReference{Printed: p.Citation(lang), Code: p.Code, URL: p.URL}
}

// StatuteOf returns a retention period by its code, "se_accounting".
func StatuteOf(code string) (Statute, bool) {
	all := loaded().statutes
	i := slices.IndexFunc(all, func(s Statute) bool { return s.Code == code })
	if i < 0 {
		return Statute{}, false
	}
	return all[i], true
}

// Statutes returns the retention periods of a country that are law on a day,
// those of any country last.
func Statutes(country model.Country, day model.Date) []Statute {
	var own, common []Statute
	for _, s := range loaded().statutes {
		switch {
		case !s.On(day):
		case s.Country == country:
			own = append(own, s)
		case s.Country == "":
			common = append(common, s)
		}
	}
	return append(own, common...)
}

func (d *data) loadStatutes(files fs.FS) error {
	const name = "retention.json"
	var file struct {
		Date     model.Date `json:"date"`
		Statutes []Statute  `json:"statutes"`
	}
	if err := read(files, name, &file); err != nil {
		return err
	}
	known := map[string]bool{}
	for _, s := range file.Statutes {
		if known[s.Code] {
			return fmt.Errorf("law data %s: %q stands twice", name, s.Code)
		}
		known[s.Code] = true
		if (s.Length == 0) != (s.Unit == "") {
			return fmt.Errorf("law data %s: %q has a length without a unit, or a unit without a length", name, s.Code)
		}
		if s.Provision != "" && !slices.ContainsFunc(d.provisions, func(p Provision) bool { return p.Code == s.Provision }) {
			return fmt.Errorf("law data %s: %q rests on %q, which is unknown", name, s.Code, s.Provision)
		}
	}
	for _, s := range file.Statutes {
		if s.SupersededBy != "" && !known[s.SupersededBy] {
			return fmt.Errorf("law data %s: %q is superseded by %q, which is unknown", name, s.Code, s.SupersededBy)
		}
	}
	d.statutes = file.Statutes
	return nil
}
