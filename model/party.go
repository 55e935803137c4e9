package model

// Party is an outside organisation, written once and linked from everywhere:
// processors, recipients, joint controllers, authorities, suppliers.
type Party struct {
	Head
	LegalName     string               `json:"legalName"`
	Aliases       []string             `json:"aliases,omitempty"` // other spellings
	Type          PartyKind            `json:"type,omitempty"`
	Registration  Answer[Registration] `json:"registration,omitzero"`
	Address       Answer[Address]      `json:"address,omitzero"`
	Country       Answer[Country]      `json:"country,omitzero"`
	ParentName    string               `json:"parentName,omitempty"`
	ParentCountry Answer[Country]      `json:"parentCountry,omitzero"` // decides on access by third-country law
	Web           string               `json:"web,omitempty"`
	Contacts      []Contact            `json:"contacts,omitempty"`
}

// Kind implements Record.
func (*Party) Kind() Kind { return KindParty }

// Name implements Record.
func (p *Party) Name() string { return p.LegalName }
