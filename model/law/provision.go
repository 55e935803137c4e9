package law

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"fortegnelse/model"
)

// Provision is a provision of national law that stands beside a basis in the
// GDPR. What it says in short has the catalogue key "law.provision.<code>".
type Provision struct {
	Code    string        `json:"code"` // "DK-DBL-7-3", as in model.LawReference
	Country model.Country `json:"country"`

	// Citations are the ways it is cited, by language: its own, and English.
	Citations map[string]string `json:"citation"`

	// URL was built from the number of the act; it was not opened.
	URL string `json:"url,omitempty"`

	Validity                       // rests on memory, also where the content was seen
	SupersededBy string            `json:"supersededBy,omitempty"` // code
	Supports     []model.Reference `json:"supports,omitempty"`     // bases beside which it can stand; none: it is no basis
	Aliases      []string          `json:"aliases,omitempty"`      // how policies print it
	Source       string            `json:"source"`
	Verified     bool              `json:"verified"` // the content was seen in the source
}

// Citation returns the citation in a language, else in the language of the
// provision.
func (p Provision) Citation(lang string) string {
	if c, ok := p.Citations[lang]; ok {
		return c
	}
	return p.Citations[map[model.Country]string{"dk": "da", "se": "sv", "no": "nb"}[p.Country]]
}

// OutdatedLaw is a citation of law that was true once, or never was, and
// still stands in policies. Why has the catalogue key "law.citation.<code>".
type OutdatedLaw struct {
	Code    string        `json:"code"`
	Country model.Country `json:"country,omitempty"` // none: law of the EU

	// Kind is "replaced", "amended", "misnamed", "wrong_act" (the act exists
	// and says nothing of the matter) or "old_rule"; catalogue key
	// "law.outdated.<kind>".
	Kind      string     `json:"kind"`
	Texts     []string   `json:"texts"` // what it is recognised by
	Now       string     `json:"now"`   // what is to be cited, in its own language
	Provision string     `json:"provision,omitempty"`
	Since     model.Date `json:"since,omitzero"`
	Source    string     `json:"source"`
	Verified  bool       `json:"verified"`

	Printed string `json:"-"` // the text by which it was recognised
}

// ProvisionOf returns a provision by its code.
func ProvisionOf(code string) (Provision, bool) {
	all := loaded().provisions
	i := slices.IndexFunc(all, func(p Provision) bool { return p.Code == code })
	if i < 0 {
		return Provision{}, false
	}
	return all[i], true
}

// Provisions returns the provisions of a country, in the order of its acts.
func Provisions(country model.Country) []Provision {
	var found []Provision
	for _, p := range loaded().provisions {
		if p.Country == country {
			found = append(found, p)
		}
	}
	return found
}

// ProvisionsFor returns the provisions of a country that can stand beside a
// basis on a day.
func ProvisionsFor(country model.Country, reference model.Reference, day model.Date) []Provision {
	return slices.DeleteFunc(Provisions(country), func(p Provision) bool {
		return !p.On(day) || !slices.Contains(p.Supports, reference)
	})
}

// FindProvision recognises a provision in a printed citation of a country's
// law, by the longest of the names that the law data know: "jf.
// databeskyttelseslovens § 11, stk. 2, nr. 1". Blanks and capitals do not
// matter.
func FindProvision(country model.Country, printed string) (Provision, bool) {
	text, longest, found := squeeze(printed), 0, Provision{}
	for _, p := range loaded().provisions {
		if p.Country != country {
			continue
		}
		for _, alias := range p.Aliases {
			if a := squeeze(alias); len(a) > longest && cites(text, a) {
				longest, found = len(a), p
			}
		}
	}
	return found, longest > 0
}

// OutdatedLaws finds outdated and mistaken citations in a text of a country,
// and those of the EU's law.
func OutdatedLaws(country model.Country, text string) []OutdatedLaw {
	squeezed := squeeze(text)
	var found []OutdatedLaw
	for _, o := range loaded().outdatedLaws {
		if o.Country != "" && o.Country != country {
			continue
		}
		for _, t := range o.Texts {
			if cites(squeezed, squeeze(t)) {
				o.Printed = t
				found = append(found, o)
				break
			}
		}
	}
	return found
}

// AllOutdatedLaws returns the outdated and mistaken citations of all
// countries.
func AllOutdatedLaws() []OutdatedLaw { return slices.Clone(loaded().outdatedLaws) }

// cites reports whether a squeezed text holds a squeezed citation that does
// not go on: "§ 12" is not in "§ 122", but "Loven" is in "Lovens".
func cites(text, citation string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], citation)
		if i < 0 {
			return false
		}
		end := from + i + len(citation)
		if !startsWithDigit(text[end:]) || !startsWithDigit(citation[len(citation)-1:]) {
			return true
		}
		from = end
	}
}

func (d *data) loadProvisions(files fs.FS) error {
	const name = "provisions.json"
	var file struct {
		Date       model.Date    `json:"date"`
		Provisions []Provision   `json:"provisions"`
		Outdated   []OutdatedLaw `json:"outdated"`
	}
	if err := read(files, name, &file); err != nil {
		return err
	}
	known := map[string]bool{}
	for _, p := range file.Provisions {
		if known[p.Code] {
			return fmt.Errorf("law data %s: %q stands twice", name, p.Code)
		}
		known[p.Code] = true
		if slices.ContainsFunc(p.Aliases, func(a string) bool { return squeeze(a) == "" }) {
			return fmt.Errorf("law data %s: a name of %q is empty and would fit any text", name, p.Code)
		}
	}
	for _, p := range file.Provisions {
		if p.SupersededBy != "" && !known[p.SupersededBy] {
			return fmt.Errorf("law data %s: %q is superseded by %q, which is unknown", name, p.Code, p.SupersededBy)
		}
	}
	for _, o := range file.Outdated {
		if o.Provision != "" && !known[o.Provision] {
			return fmt.Errorf("law data %s: %q leads to %q, which is unknown", name, o.Code, o.Provision)
		}
		if len(o.Texts) == 0 || slices.ContainsFunc(o.Texts, func(t string) bool { return squeeze(t) == "" }) {
			return fmt.Errorf("law data %s: a text of %q is empty and would fit any text", name, o.Code)
		}
	}
	d.provisions, d.outdatedLaws = file.Provisions, file.Outdated
	return nil
}
