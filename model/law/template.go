package law

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"

	"fortegnelse/model"
)

// ErrNoTemplate says that there is no template of a name, or none that fits a
// register's country.
var ErrNoTemplate = errors.New("there is no such template")

// Words are the words of the language in which a template is written: a
// *words.Catalogue.
type Words interface {
	Language() string
	Text(key string, pairs ...any) string
	Code(vocabulary, code string) string
}

// template is a starter for registers: the usual activities of a kind of
// organisation. Purposes have the catalogue key
// "law.template.purpose.<type>".
type template struct {
	Date           model.Date          `json:"date"`
	Name           string              `json:"name"`
	Activities     []usualActivity     `json:"activities"`
	Rules          []usualRule         `json:"rules"` // where no statute says how long
	Measures       []model.MeasureItem `json:"measures"`
	HealthMeasures []model.MeasureItem `json:"healthMeasures"` // besides, where there are special categories
}

// usualActivity is an activity that most organisations of the kind have.
type usualActivity struct {
	Type       model.ActivityType        `json:"type"`
	Groups     []usualGroup              `json:"groups"`
	Sources    []model.SourceCategory    `json:"sources"`
	Recipients []model.RecipientCategory `json:"recipients,omitempty"`
	Services   []model.Service           `json:"services"`
	Bases      []usualBasis              `json:"bases"`
	Articles   string                    `json:"articles,omitempty"` // of the GDPR, where these oblige without national law
	Retention  map[string][]string       `json:"retention"`          // codes of statutes and rules by country, or "any"
}

type usualGroup struct {
	Subjects model.SubjectCategory `json:"subjects"`
	Data     []model.DataCategory  `json:"data"`
}

type usualBasis struct {
	Reference model.Reference            `json:"reference"`
	Laws      map[model.Country][]string `json:"laws,omitempty"` // codes of provisions
}

// usualRule is a proposal for how long to keep data on which no statute
// speaks. Its name has the catalogue key "law.template.rule.<code>".
type usualRule struct {
	Code      string             `json:"code"`
	Qualifier model.Qualifier    `json:"qualifier"`
	Length    int                `json:"length,omitempty"`
	Unit      model.Unit         `json:"unit,omitempty"`
	Start     model.StartEvent   `json:"start"`
	Alignment model.Alignment    `json:"alignment,omitempty"`
	Then      model.EndAction    `json:"then"`
	Holds     []model.HoldReason `json:"holds,omitempty"`
}

// Templates returns the names of the templates, for "fortegn new -template".
func Templates() []string { return []string{loaded().template.Name} }

// UsualActivities returns the types of the activities in the template of a
// clinic, in its order.
func UsualActivities() []model.ActivityType {
	var types []model.ActivityType
	for _, a := range loaded().template.Activities {
		types = append(types, a.Type)
	}
	return types
}

// Template returns the change that fills a register with a template for its
// country: the usual activities with default bases, retention by statute,
// processors by service without names, and measures. Everything is a draft,
// tagged and noted as a suggestion to confirm, and belongs to the register's
// legal entities. The register's country must be one whose law is known.
func Template(name string, register *model.Register, words Words, at time.Time) (model.Change, error) {
	t := loaded().template
	country := register.Info().Country
	if name != t.Name {
		return model.Change{}, fmt.Errorf("%w: %q", ErrNoTemplate, name)
	}
	if !slices.Contains([]model.Country{"dk", "se", "no"}, country) {
		return model.Change{}, fmt.Errorf("%w: %q for the country %q", ErrNoTemplate, name, country)
	}
	w := templateWriter{
		template: t, country: country, words: words, at: at, register: register,
		rules: map[string]model.ID{}, processors: map[model.Service]model.ID{}, measures: map[model.MeasureItem]model.ID{},
	}
	for _, usual := range t.Activities {
		w.activity(usual)
	}
	return model.Change{Put: w.records, Reason: words.Text("law.template.reason")}, nil
}

func (d *data) loadTemplate(files fs.FS) error {
	const name = "template.json"
	if err := read(files, name, &d.template); err != nil {
		return err
	}
	rules := map[string]bool{}
	for _, s := range d.statutes {
		rules[s.Code] = true
	}
	for _, r := range d.template.Rules {
		if rules[r.Code] {
			return fmt.Errorf("law data %s: the rule %q stands twice", name, r.Code)
		}
		rules[r.Code] = true
	}
	for _, a := range d.template.Activities {
		for _, codes := range a.Retention {
			for _, code := range codes {
				if !rules[code] {
					return fmt.Errorf("law data %s: %s is kept by %q, which is unknown", name, a.Type, code)
				}
			}
		}
		for _, b := range a.Bases {
			for _, codes := range b.Laws {
				for _, code := range codes {
					if !slices.ContainsFunc(d.provisions, func(p Provision) bool { return p.Code == code }) {
						return fmt.Errorf("law data %s: %s rests on %q, which is unknown", name, a.Type, code)
					}
				}
			}
		}
	}
	return nil
}
