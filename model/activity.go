package model

// Activity is one processing activity: a row of the record under Art. 30(1),
// or under Art. 30(2) where our role is processor.
type Activity struct {
	Head
	Title           string               `json:"title" field:"required"`
	Type            ActivityType         `json:"type,omitempty"`
	Role            Role                 `json:"role,omitempty" field:"letter=a,required"`
	Entities        []ID                 `json:"entities,omitempty" field:"letter=a,required,ref=legal_entity"`
	JointWith       Answer[[]JointParty] `json:"jointWith,omitzero" field:"letter=a"`
	ActingFor       Answer[[]ActingFor]  `json:"actingFor,omitzero" field:"letter=a,processor"` // Art. 30(2)(a)–(b)
	Department      string               `json:"department,omitempty"`
	ResponsibleRole Answer[string]       `json:"responsibleRole,omitzero"`
	ValidFrom       Date                 `json:"validFrom,omitzero"`
	ValidUntil      Date                 `json:"validUntil,omitzero"`
	Scope           string               `json:"scope,omitempty" field:"paragraph"` // precondition that limits the activity
	Description     string               `json:"description,omitempty" field:"paragraph"`

	Purposes Answer[[]Purpose] `json:"purposes,omitzero" field:"letter=b,required"`

	Groups Answer[[]Group] `json:"groups,omitzero" field:"letter=c,required"`

	Recipients Answer[[]Recipient]    `json:"recipients,omitzero" field:"letter=d,required"`
	Processors Answer[[]ProcessorUse] `json:"processors,omitzero" field:"letter=d"`
	Systems    Answer[[]ID]           `json:"systems,omitzero" field:"ref=system"`

	Transfers      Answer[[]ID] `json:"transfers,omitzero" field:"letter=e,required,ref=transfer"`
	TransferRemark string       `json:"transferRemark,omitempty" field:"letter=e,paragraph"`
	Retention      Answer[[]ID] `json:"retention,omitzero" field:"letter=f,required,ref=retention_rule"`
	Measures       Answer[[]ID] `json:"measures,omitzero" field:"letter=g,required,ref=measure"`
	MeasureRemark  string       `json:"measureRemark,omitempty" field:"letter=g,paragraph"`

	Consent     Answer[Consent]     `json:"consent,omitzero"`
	Information Answer[Information] `json:"information,omitzero"`
	Obligation  Answer[Obligation]  `json:"obligation,omitzero"`
	Automated   Answer[Automated]   `json:"automated,omitzero"`
	DPIA        Answer[DPIA]        `json:"dpia,omitzero"`
}

// JointParty is another controller that decides with us. Art. 26.
type JointParty struct {
	Party     ID     `json:"party,omitempty" field:"ref=party"`
	Agreement ID     `json:"agreement,omitempty" field:"ref=agreement"`
	Scope     string `json:"scope,omitempty" field:"paragraph"`
	Contact   string `json:"contact,omitempty"` // point of contact for data subjects
	Essence   string `json:"essence,omitempty"` // where they can read the essence of the arrangement
}

// ActingFor is a controller on whose behalf we process. Art. 30(2)(a)–(b).
type ActingFor struct {
	Party          ID     `json:"party,omitempty" field:"ref=party"`
	Category       string `json:"category,omitempty"` // category of controllers where they are not named
	Processing     string `json:"processing,omitempty" field:"paragraph"`
	Representative string `json:"representative,omitempty"` // the controller's, Art. 27
	DPO            string `json:"dpo,omitempty"`            // the controller's
	Agreement      ID     `json:"agreement,omitempty" field:"ref=agreement"`
}

// Consent tells how consent is given and taken back. Art. 7, 8.
type Consent struct {
	Form           ConsentForm    `json:"form,omitempty"`
	Text           string         `json:"text,omitempty" field:"paragraph"`
	Scope          string         `json:"scope,omitempty"`                       // what exactly is consented to
	Proof          Answer[string] `json:"proof,omitzero"`                        // where it is recorded, Art. 7(1)
	Withdrawal     Answer[string] `json:"withdrawal,omitzero" field:"paragraph"` // channel, Art. 7(3)
	Effect         string         `json:"effect,omitempty" field:"paragraph"`    // what withdrawal changes
	RetentionStays YesNo          `json:"retentionStays,omitempty"`              // data are kept all the same, by law
	Minors         string         `json:"minors,omitempty"`                      // children and guardians, Art. 8
}

// Information tells how data subjects are informed. Art. 13, 14.
type Information struct {
	Text      string `json:"text,omitempty" field:"paragraph"`
	Where     string `json:"where,omitempty"`
	Documents []ID   `json:"documents,omitempty" field:"ref=document"`
	Indirect  string `json:"indirect,omitempty" field:"paragraph"` // data not obtained from the person, Art. 14
	Transfers YesNo  `json:"transfers,omitempty"`                  // whether it says that data leave the EEA, Art. 13(1)(f)
}

// Obligation tells whether a person must provide the data, and what follows
// if not. Art. 13(2)(e).
type Obligation struct {
	Required    YesNo  `json:"required,omitempty"`
	Consequence string `json:"consequence,omitempty" field:"paragraph"`
}

// Automated describes decisions based solely on automated processing,
// including profiling. Art. 22.
type Automated struct {
	Text      string `json:"text,omitempty" field:"paragraph"`
	Logic     string `json:"logic,omitempty" field:"paragraph"`
	Safeguard string `json:"safeguard,omitempty" field:"paragraph"`
}

// DPIA is the impact assessment of an activity. Art. 35, 36.
type DPIA struct {
	Screening    Screening       `json:"screening,omitempty"`
	Criteria     []DPIACriterion `json:"criteria,omitempty"` // that the activity meets, WP248
	Decision     string          `json:"decision,omitempty"`
	Reason       string          `json:"reason,omitempty" field:"paragraph"`
	ResidualRisk RiskLevel       `json:"residualRisk,omitempty"` // after all measures, Art. 36(1)
	Done         Date            `json:"done,omitzero"`
	NextReview   Date            `json:"nextReview,omitzero"`
	Documents    []ID            `json:"documents,omitempty" field:"ref=document"`
}

// Kind implements Record.
func (*Activity) Kind() Kind { return KindActivity }

// Name implements Record.
func (a *Activity) Name() string { return a.Title }
