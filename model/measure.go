package model

// Measure is one technical or organisational security measure.
// Art. 30(1)(g), 32(1).
type Measure struct {
	Head
	Item        MeasureItem  `json:"item,omitempty"` // Art. 32 catalogue
	Title       string       `json:"title,omitempty" field:"letter=g,required"`
	Description string       `json:"description,omitempty" field:"letter=g,paragraph"`
	Type        MeasureKind  `json:"type,omitempty" field:"letter=g"`
	Scopes      []Scope      `json:"scopes,omitempty"`
	Verified    Answer[Date] `json:"verified,omitzero"`    // when somebody last checked it
	VerifiedBy  string       `json:"verifiedBy,omitempty"` // a role
}

// Scope is what a measure covers.
type Scope struct {
	Type   ScopeKind `json:"type"`
	Record ID        `json:"record,omitempty" field:"ref=*"` // system, processor, activity or legal entity
	Text   string    `json:"text,omitempty"`                 // site, or anything without a record
}

// Kind implements Record.
func (*Measure) Kind() Kind { return KindMeasure }

// Name implements Record.
func (m *Measure) Name() string { return m.Title }
