package model

// LegalEntity is one of ours: a controller, joint controller or processor
// with its own company number. Art. 30(1)(a), 30(2)(a).
type LegalEntity struct {
	Head
	LegalName      Answer[string]       `json:"legalName,omitzero" field:"letter=a,required"`
	TradeNames     []string             `json:"tradeNames,omitempty"`
	Registration   Answer[Registration] `json:"registration,omitzero" field:"letter=a"`
	Address        Answer[Address]      `json:"address,omitzero" field:"letter=a,required"`
	Phone          Answer[string]       `json:"phone,omitzero" field:"letter=a"`
	Email          Answer[string]       `json:"email,omitzero" field:"letter=a,required"`
	Web            Answer[string]       `json:"web,omitzero"`
	ContactRole    Answer[string]       `json:"contactRole,omitzero" field:"letter=a"`
	Contacts       []Contact            `json:"contacts,omitempty" field:"letter=a"`
	Authority      Answer[Authority]    `json:"authority,omitzero"`
	PublicTask     Answer[string]       `json:"publicTask,omitzero"`                      // what makes it a public task, Art. 6(1)(e), 37(1)(a)
	Headcount      Answer[int]          `json:"headcount,omitzero"`                       // persons employed, Art. 30(5)
	Exempt         YesNo                `json:"exempt,omitempty"`                         // claims the exemption of Art. 30(5)
	Representative Answer[Contact]      `json:"representative,omitzero" field:"letter=a"` // Art. 27
	DPO            Answer[DPO]          `json:"dpo,omitzero" field:"letter=a,required"`
	Rights         []RightPractice      `json:"rights,omitempty"`
	BreachRoutine  Answer[string]       `json:"breachRoutine,omitzero" field:"paragraph"` // Art. 33, 34
}

// DPO says whether a data protection officer is appointed and how to reach
// the office. Art. 37–39.
type DPO struct {
	Status   DPOStatus `json:"status,omitempty"`
	Reason   string    `json:"reason,omitempty" field:"paragraph"` // why none is required
	Contact  Contact   `json:"contact,omitzero"`
	Notified Date      `json:"notified,omitzero"` // to the authority, Art. 37(7)
}

// RightPractice tells how one right of data subjects is met. Art. 12–22, 77.
type RightPractice struct {
	Right   Right          `json:"right"`
	Text    Answer[string] `json:"text,omitzero" field:"paragraph"` // what persons are told; not stated: the right is not mentioned
	Channel Answer[string] `json:"channel,omitzero"`
	Within  Answer[string] `json:"within,omitzero"` // time for the answer, as stated
	Fee     Answer[string] `json:"fee,omitzero"`
}

// Kind implements Record.
func (*LegalEntity) Kind() Kind { return KindLegalEntity }

// Name implements Record: the legal name, else the first trade name.
func (e *LegalEntity) Name() string {
	if e.LegalName.Given() || len(e.TradeNames) == 0 {
		return e.LegalName.Value
	}
	return e.TradeNames[0]
}
