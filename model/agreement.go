package model

// Agreement is a contract that data protection law asks for: a data
// processing agreement (Art. 28(3)), a joint arrangement (Art. 26),
// confidentiality, standard contractual clauses.
type Agreement struct {
	Head
	Title            string            `json:"title,omitempty"`
	Type             AgreementKind     `json:"type,omitempty" field:"required"`
	Entities         []ID              `json:"entities,omitempty" field:"ref=legal_entity"`
	Parties          []ID              `json:"parties,omitempty" field:"ref=party"`
	Processor        ID                `json:"processor,omitempty" field:"ref=processor"`
	State            AgreementState    `json:"state,omitempty" field:"required"`
	Written          YesNo             `json:"written,omitempty"` // in writing, which electronic form is too, Art. 28(9)
	BasedOn          AgreementBasis    `json:"basedOn,omitempty"`
	Signed           Answer[Date]      `json:"signed,omitzero"`
	Effective        Answer[Date]      `json:"effective,omitzero"`
	Ends             Answer[Date]      `json:"ends,omitzero"`
	Notice           string            `json:"notice,omitempty"` // period of notice
	Items            []AgreementAnswer `json:"items,omitempty"`
	SubAuthorisation SubAuthorisation  `json:"subAuthorisation,omitempty"`
	BreachHours      Answer[int]       `json:"breachHours,omitzero"`             // hours to report a breach to us, Art. 33(2)
	Audit            Answer[string]    `json:"audit,omitzero" field:"paragraph"` // how we may audit and which evidence counts, Art. 28(3)(h)
	Transfers        YesNo             `json:"transfers,omitempty"`              // whether it allows transfers to third countries, Art. 28(3)(a)
	OnEnd            EndDuty           `json:"onEnd,omitempty"`
	EndConfirmed     Answer[Date]      `json:"endConfirmed,omitzero"`              // when the other party confirmed deletion or return
	Covers           string            `json:"covers,omitempty" field:"paragraph"` // data, persons and processing covered
	Categories       []DataCategory    `json:"categories,omitempty"`               // of data that it covers, as its annex lists them
	Documents        []ID              `json:"documents,omitempty" field:"ref=document"`
	Supersedes       ID                `json:"supersedes,omitempty" field:"ref=agreement"`
}

// AgreementAnswer says whether an agreement holds one item of Art. 28(3)
// (a)–(h) or one frame item F1–F8, and where.
type AgreementAnswer struct {
	Item   AgreementItem `json:"item"`
	Answer Included      `json:"answer,omitempty"`
	Clause string        `json:"clause,omitempty"` // "pkt. 7, bilag B"
	Remark string        `json:"remark,omitempty"`
}

// Kind implements Record.
func (*Agreement) Kind() Kind { return KindAgreement }

// Name implements Record.
func (a *Agreement) Name() string { return a.Title }
