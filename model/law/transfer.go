package law

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"fortegnelse/model"
)

// Adequacy is a decision of the Commission that a country or organisation
// protects personal data adequately. Art. 45. What it covers has the
// catalogue key "law.adequacy.<code>".
type Adequacy struct {
	Code         string        `json:"code"`
	Country      model.Country `json:"country,omitempty"`
	Organisation string        `json:"organisation,omitempty"` // an international organisation, instead of a country
	Number       string        `json:"number"`                 // "(EU) 2023/1795"
	Date         model.Date    `json:"date"`                   // of adoption
	Until        model.Date    `json:"until,omitzero"`         // last day on which it could be relied on
	Expires      model.Date    `json:"expires,omitzero"`       // unless prolonged
	Reviewed     model.Date    `json:"reviewed,omitzero"`
	NextReview   model.Date    `json:"nextReview,omitzero"`
	Partial      bool          `json:"partial,omitempty"` // covers some recipients only
	EEAOpen      bool          `json:"eeaOpen,omitempty"` // not seen in the EEA Agreement yet: Norway must check
	SupersededBy string        `json:"supersededBy,omitempty"`
	Source       string        `json:"source"`
	Verified     bool          `json:"verified"` // number and dates

	// ScopeVerified tells that what the decision covers was seen, too.
	ScopeVerified bool `json:"scopeVerified,omitempty"`

	Outside []model.PartyKind `json:"outside,omitempty"` // kinds of recipients that it leaves out
	Names   []string          `json:"names,omitempty"`   // what people call it
}

// On reports whether the decision can be relied on on a day.
func (a Adequacy) On(day model.Date) bool {
	for _, last := range []model.Date{a.Until, a.Expires} {
		if !last.IsZero() && last.Before(day) {
			return false
		}
	}
	return !day.Before(a.Date)
}

// CitedIn reports whether a text names the decision, by its number or by what
// people call it.
func (a Adequacy) CitedIn(text string) bool {
	text = squeeze(text)
	for _, name := range append([]string{bareNumber(a.Number)}, a.Names...) {
		if strings.Contains(text, squeeze(name)) {
			return true
		}
	}
	return false
}

// bareNumber is what all languages have in common of a number such as
// "(EU) 2023/1795" or "2000/520/EC".
func bareNumber(number string) string {
	number, _, _ = strings.Cut(strings.TrimPrefix(number, "(EU) "), "/E")
	return number
}

// Need is something that a way of transferring asks for. Its words have the
// catalogue key "law.need.<code>".
type Need struct {
	Code     string               `json:"code"`
	Tools    []model.TransferTool `json:"tools"`
	Fields   []string             `json:"fields,omitempty"` // where a transfer answers it
	Source   string               `json:"source"`
	Verified bool                 `json:"verified"`
}

// SCCSet is a set of standard contractual clauses for transfers.
type SCCSet struct {
	Number       string     `json:"number"`
	Adopted      model.Date `json:"adopted,omitzero"`
	From         model.Date `json:"from,omitzero"`
	Repealed     model.Date `json:"repealed,omitzero"` // no new contracts from this day
	Until        model.Date `json:"until,omitzero"`    // last day on which old contracts could be relied on
	SupersededBy string     `json:"supersededBy,omitempty"`
	Source       string     `json:"source"`
	Verified     bool       `json:"verified"`
}

// SCCPart is a module of decision (EU) 2021/914 by the roles of the parties.
type SCCPart struct {
	Code     model.SCCModule `json:"code"`
	Exporter model.Role      `json:"exporter"`
	Importer model.Role      `json:"importer"`
}

// SCCClause is a clause or annex of decision (EU) 2021/914 in which something
// is chosen or filled in. Its words have the catalogue key "law.scc.<code>",
// as have those of its options.
type SCCClause struct {
	Code     string            `json:"code"`    // "9(a)", "II"
	Modules  []model.SCCModule `json:"modules"` // in which it stands
	Optional bool              `json:"optional,omitempty"`
	Options  []string          `json:"options,omitempty"`
	Fill     bool              `json:"fill,omitempty"` // must not be left blank
	Source   string            `json:"source"`
	Verified bool              `json:"verified"`
}

// DPF is what is known of the EU–U.S. Data Privacy Framework.
type DPF struct {
	Decision        string `json:"decision"`
	List            string `json:"list"`            // where certified organisations are listed
	CertifiedMonths int    `json:"certifiedMonths"` // a certification must be renewed after
	Appeal          string `json:"appeal"`          // case pending against it
	Source          string `json:"source"`
	Verified        bool   `json:"verified"`
}

type transferLaw struct {
	Date              model.Date           `json:"date"`
	Adequacy          []Adequacy           `json:"adequacy"`
	Needs             []Need               `json:"needs"`
	NotForAuthorities []model.TransferTool `json:"notForAuthorities"`
	SCC               struct {
		Sets    []SCCSet    `json:"sets"`
		Modules []SCCPart   `json:"modules"`
		Clauses []SCCClause `json:"clauses"`
	} `json:"scc"`
	DPF DPF `json:"dpf"`
}

// Adequacies returns all adequacy decisions, those no longer in force too.
func Adequacies() []Adequacy { return slices.Clone(loaded().transfers.Adequacy) }

// AdequacyOf returns the decision on a country that is in force on a day.
func AdequacyOf(country model.Country, day model.Date) (Adequacy, bool) {
	for _, a := range loaded().transfers.Adequacy {
		if country != "" && a.Country == country && a.On(day) {
			return a, true
		}
	}
	return Adequacy{}, false
}

// Needs returns what a tool of Article 45, 46 or 49 asks for.
func Needs(tool model.TransferTool) []Need {
	var found []Need
	for _, n := range loaded().transfers.Needs {
		if slices.Contains(n.Tools, tool) {
			found = append(found, n)
		}
	}
	return found
}

// OpenToAuthorities reports whether public authorities may use a tool in
// exercising their powers. Art. 49(3).
func OpenToAuthorities(tool model.TransferTool) bool {
	return !slices.Contains(loaded().transfers.NotForAuthorities, tool)
}

// SCCSets returns the sets of standard contractual clauses, the one in force
// first.
func SCCSets() []SCCSet { return slices.Clone(loaded().transfers.SCC.Sets) }

// OutdatedSCC looks in a text for a set of clauses that cannot be relied on
// any more on a day.
func OutdatedSCC(text string, day model.Date) (SCCSet, bool) {
	for _, s := range loaded().transfers.SCC.Sets {
		if !s.Until.IsZero() && s.Until.Before(day) && strings.Contains(squeeze(text), bareNumber(s.Number)) {
			return s, true
		}
	}
	return SCCSet{}, false
}

// SCCModuleFor returns the module that fits the roles of exporter and
// importer, or "". A joint controller counts as a controller.
func SCCModuleFor(exporter, importer model.Role) model.SCCModule {
	single := func(r model.Role) model.Role {
		if r == model.AsJointController {
			return model.AsController
		}
		return r
	}
	for _, m := range loaded().transfers.SCC.Modules {
		if m.Exporter == single(exporter) && m.Importer == single(importer) {
			return m.Code
		}
	}
	return ""
}

// SCCClauses returns the clauses and annexes of a module.
func SCCClauses(module model.SCCModule) []SCCClause {
	var found []SCCClause
	for _, c := range loaded().transfers.SCC.Clauses {
		if slices.Contains(c.Modules, module) {
			found = append(found, c)
		}
	}
	return found
}

// PrivacyFramework returns what is known of the EU–U.S. Data Privacy
// Framework.
func PrivacyFramework() DPF { return loaded().transfers.DPF }

func (d *data) loadTransfers(files fs.FS) error {
	const name = "transfers.json"
	if err := read(files, name, &d.transfers); err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, a := range d.transfers.Adequacy {
		if seen[a.Code] {
			return fmt.Errorf("law data %s: %q stands twice", name, a.Code)
		}
		seen[a.Code] = true
		if _, known := d.countryByCode[a.Country]; !known && a.Organisation == "" {
			return fmt.Errorf("law data %s: the decision %q is on %q, which is unknown", name, a.Code, a.Country)
		}
		if a.Date.IsZero() {
			return fmt.Errorf("law data %s: the decision %q has no date", name, a.Code)
		}
	}
	for _, a := range d.transfers.Adequacy {
		if a.SupersededBy != "" && !seen[a.SupersededBy] {
			return fmt.Errorf("law data %s: %q is superseded by %q, which is unknown", name, a.Code, a.SupersededBy)
		}
	}
	for _, n := range d.transfers.Needs {
		for _, path := range n.Fields {
			if _, ok := model.FieldAt(model.KindTransfer, path); !ok {
				return fmt.Errorf("law data %s: %q is answered in %q, which no transfer has", name, n.Code, path)
			}
		}
	}
	return nil
}
