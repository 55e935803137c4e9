package model

// RetentionRule says how long which data are kept, from which event, by
// which law, and what then happens. Art. 30(1)(f), 5(1)(e).
type RetentionRule struct {
	Head
	Title         string                 `json:"title,omitempty"`
	Data          string                 `json:"data,omitempty" field:"letter=f,required"` // which data, in own words
	Categories    []DataCategory         `json:"categories,omitempty" field:"letter=f"`
	Medium        Medium                 `json:"medium,omitempty"`
	Location      string                 `json:"location,omitempty"`
	Stage         Stage                  `json:"stage,omitempty"`
	Qualifier     Qualifier              `json:"qualifier,omitempty" field:"letter=f,required"`
	Period        Answer[Period]         `json:"period,omitzero" field:"letter=f"`
	Criterion     string                 `json:"criterion,omitempty" field:"letter=f,paragraph"` // where no number is given
	Start         Answer[Start]          `json:"start,omitzero" field:"letter=f"`
	Alignment     Alignment              `json:"alignment,omitempty"`
	Cycle         Answer[Period]         `json:"cycle,omitzero"` // of a periodic settlement
	Laws          Answer[[]LawReference] `json:"laws,omitzero" field:"letter=f"`
	Hold          Answer[Hold]           `json:"hold,omitzero" field:"letter=f"`
	Then          EndAction              `json:"then,omitempty" field:"letter=f,required"`
	ThenText      string                 `json:"thenText,omitempty"`
	KeptAnyway    string                 `json:"keptAnyway,omitempty" field:"paragraph"` // although consent or relation ended
	LongerConsent string                 `json:"longerConsent,omitempty"`                // longer if the person agrees
	Measures      []ID                   `json:"measures,omitempty" field:"ref=measure"` // that protect the data in this stage
	Responsible   string                 `json:"responsible,omitempty"`                  // a role
	CheckEvery    int                    `json:"checkEvery,omitempty"`                   // months between two checks of erasure
	Checked       Date                   `json:"checked,omitzero"`                       // when erasure was last carried out
	Printed       string                 `json:"printed,omitempty" field:"paragraph"`    // as the source puts it
}

// Period is a length of time; Max is set for a range only.
type Period struct {
	Length int  `json:"length,omitempty"`
	Max    int  `json:"max,omitempty"`
	Unit   Unit `json:"unit,omitempty"`
}

// Start is the event from which a period counts.
type Start struct {
	Event StartEvent `json:"event,omitempty"`
	Text  string     `json:"text,omitempty"` // in the register's own words
}

// Hold is what stops erasure, and until when.
type Hold struct {
	Reasons []HoldReason `json:"reasons,omitempty"`
	Text    string       `json:"text,omitempty"`
	Until   string       `json:"until,omitempty"` // "indtil sagen er endeligt afsluttet"
}

// Kind implements Record.
func (*RetentionRule) Kind() Kind { return KindRetentionRule }

// Name implements Record.
func (r *RetentionRule) Name() string {
	if r.Title == "" {
		return r.Data
	}
	return r.Title
}
