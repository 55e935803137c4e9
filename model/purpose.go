package model

// Purpose is one purpose of an activity; legal bases attach to it.
// Art. 30(1)(b), 5(1)(b), 6.
type Purpose struct {
	Text               string          `json:"text" field:"letter=b,required,paragraph"`
	Secondary          YesNo           `json:"secondary,omitempty"` // further purpose, Art. 6(4)
	Bases              Answer[[]Basis] `json:"bases,omitzero"`
	LegitimateInterest string          `json:"legitimateInterest,omitempty" field:"paragraph"` // Art. 6(1)(f)
	BalancingTest      string          `json:"balancingTest,omitempty" field:"paragraph"`
}

// Basis is one legal basis of a purpose, coded beside what is printed. The
// printed words are never corrected.
type Basis struct {
	Reference Reference      `json:"reference,omitempty"`         // "6(1)(c)"; "9(2)" where the letter is missing
	Printed   string         `json:"printed,omitempty"`           // "ART 6(1)(1) i Forordningen"
	Assigned  AssignedBy     `json:"assigned,omitempty"`          // from the source, or by us
	Laws      []LawReference `json:"laws,omitempty"`              // national law beside it
	Data      []string       `json:"data,omitempty" field:"data"` // keys of the data it covers; empty: all
	Subjects  string         `json:"subjects,omitempty"`          // which persons it covers; empty: all
	Remark    string         `json:"remark,omitempty" field:"paragraph"`
}

// LawReference is a provision of national law.
type LawReference struct {
	Printed string `json:"printed"`        // "sundhedslovens kap. 9"
	Code    string `json:"code,omitempty"` // provision in the law data, where known
	URL     string `json:"url,omitempty"`
	Checked Date   `json:"checked,omitzero"` // when somebody last looked it up
}
