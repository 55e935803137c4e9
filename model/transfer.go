package model

// Transfer is a transfer of personal data to a third country or an
// international organisation. Art. 30(1)(e), 44–49.
type Transfer struct {
	Head
	Title         string              `json:"title,omitempty"`
	Exporter      ID                  `json:"exporter,omitempty" field:"ref=legal_entity"`
	ExporterParty ID                  `json:"exporterParty,omitempty" field:"ref=party"` // where a processor exports
	Importer      Answer[ID]          `json:"importer,omitzero" field:"ref=party"`
	UnderGDPR     YesNo               `json:"underGDPR,omitempty"` // whether the importer itself is subject to the GDPR, Art. 3
	Destination   Answer[Destination] `json:"destination,omitzero" field:"letter=e,required"`
	Data          string              `json:"data,omitempty" field:"letter=e,paragraph"`
	Condition     string              `json:"condition,omitempty" field:"paragraph"`
	Gate          Answer[Gate]        `json:"gate,omitzero" field:"letter=e"`
	Tools         []TransferTool      `json:"tools,omitempty" field:"letter=e"`
	Decision      string              `json:"decision,omitempty"` // adequacy decision relied on
	SCC           Answer[SCC]         `json:"scc,omitzero"`
	DPF           Answer[DPF]         `json:"dpf,omitzero"`
	TIA           Answer[TIA]         `json:"tia,omitzero"`
	Safeguards    string              `json:"safeguards,omitempty" field:"letter=e,paragraph"` // Art. 49(1), second subparagraph
	Notice        string              `json:"notice,omitempty" field:"paragraph"`              // what persons or the authority were told
	Log           []TransferEvent     `json:"log,omitempty"`                                   // single transfers, where only the case decides on the country
	Documents     []ID                `json:"documents,omitempty" field:"ref=document"`
}

// TransferEvent is one transfer that took place, where the destination is a
// rule. It names no person. Art. 49.
type TransferEvent struct {
	On      Date         `json:"on,omitzero"`
	Country Country      `json:"country,omitempty"`
	Tool    TransferTool `json:"tool,omitempty"` // on what this one rests
	Data    string       `json:"data,omitempty"`
	Remark  string       `json:"remark,omitempty" field:"paragraph"`
}

// Destination is a country, an organisation, or a rule such as "the
// patient's home country".
type Destination struct {
	Type    DestinationKind `json:"type,omitempty"`
	Country Country         `json:"country,omitempty"`
	Text    string          `json:"text,omitempty"`
}

// SCC are standard contractual clauses under decision (EU) 2021/914.
type SCC struct {
	Module  SCCModule `json:"module,omitempty"`
	Clauses string    `json:"clauses,omitempty" field:"paragraph"` // options chosen: 7, 9(a), 11, 13, 17, 18
	Annexes string    `json:"annexes,omitempty"`
	Signed  Date      `json:"signed,omitzero"`
}

// DPF is a certification in the EU–US Data Privacy Framework.
type DPF struct {
	Entity  string    `json:"entity,omitempty"`
	Status  DPFStatus `json:"status,omitempty"`
	Checked Date      `json:"checked,omitzero"`
	Expires Date      `json:"expires,omitzero"`
}

// TIA is a transfer impact assessment in six steps.
type TIA struct {
	Steps         []TIAAnswer `json:"steps,omitempty"`
	Conclusion    string      `json:"conclusion,omitempty" field:"paragraph"`
	Supplementary string      `json:"supplementary,omitempty" field:"paragraph"` // supplementary measures
	Done          Date        `json:"done,omitzero"`
	Documents     []ID        `json:"documents,omitempty" field:"ref=document"`
}

// TIAAnswer is the answer to one step.
type TIAAnswer struct {
	Step TIAStep `json:"step"`
	Text string  `json:"text,omitempty" field:"paragraph"`
	Done Date    `json:"done,omitzero"`
}

// Kind implements Record.
func (*Transfer) Kind() Kind { return KindTransfer }

// Name implements Record.
func (t *Transfer) Name() string { return t.Title }
