package law

import (
	"fmt"
	"io/fs"

	"fortegnelse/model"
)

// Exemption says who need not keep a record of processing activities, Art.
// 30(5): the text in force, and those that have been proposed.
type Exemption struct {
	InForce ExemptionText   `json:"inForce"`
	Pending []ExemptionText `json:"pending"` // not law yet

	// Regular are the usual kinds of activity that are not occasional, and Core
	// those that are what a clinic is there for.
	Regular []model.ActivityType `json:"regular"`
	Core    []model.ActivityType `json:"core"`
	// RegularSource tells where these lists come from.
	RegularSource string `json:"regularSource"`
}

// ExemptionText is one wording of the exemption. Who employs fewer persons is
// exempt, unless one of the cases applies: "special" (data under Art. 9(1) or
// 10), "not_occasional", "risk", "high_risk", "core_activity". What it is has
// the catalogue key "duty.text.<code>", its status "duty.status.<status>".
type ExemptionText struct {
	Code      string     `json:"code"`
	Number    string     `json:"number,omitempty"`    // "COM(2025) 501"
	Procedure string     `json:"procedure,omitempty"` // "2025/0130(COD)"
	Below     int        `json:"below"`               // persons employed
	Unless    []string   `json:"unless"`
	Status    string     `json:"status"`
	Since     model.Date `json:"since,omitzero"` // day of the status
	Source    string     `json:"source"`
	Verified  bool       `json:"verified"`
}

// ExemptionLaw returns the law on who need not keep a record.
func ExemptionLaw() Exemption { return loaded().exemption }

func (d *data) loadExemption(files fs.FS) error {
	const name = "exemption.json"
	var file struct {
		Date model.Date `json:"date"`
		Exemption
	}
	if err := read(files, name, &file); err != nil {
		return err
	}
	for _, text := range append([]ExemptionText{file.InForce}, file.Pending...) {
		if text.Below <= 0 || len(text.Unless) == 0 || text.Source == "" {
			return fmt.Errorf("law data %s: the exemption %q lacks its limit, its cases or its source", name, text.Code)
		}
	}
	d.exemption = file.Exemption
	return nil
}
