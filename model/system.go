package model

// System is a tool or store in which data lie, whoever runs it.
type System struct {
	Head
	Title   string          `json:"title" field:"required"`
	Type    SystemType      `json:"type,omitempty"`
	Product string          `json:"product,omitempty"`
	Purpose string          `json:"purpose,omitempty" field:"paragraph"`
	Party   ID              `json:"party,omitempty" field:"ref=party"` // supplier
	Hosting Answer[string]  `json:"hosting,omitzero"`
	Country Answer[Country] `json:"country,omitzero"`
	Data    Answer[string]  `json:"data,omitzero" field:"paragraph"`
	Access  Answer[string]  `json:"access,omitzero" field:"paragraph"`
	Backups Answer[string]  `json:"backups,omitzero" field:"paragraph"`
}

// Kind implements Record.
func (*System) Kind() Kind { return KindSystem }

// Name implements Record.
func (s *System) Name() string { return s.Title }
